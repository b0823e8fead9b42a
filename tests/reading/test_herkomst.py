"""The sheet `Herkomst` read back: of which files a regiowerkboek was made."""

from dataclasses import replace

from writing.ronden import make_round

from actieplan_xl.domain.inzending import Herkomst
from actieplan_xl.domain.status import Status
from actieplan_xl.reading.herkomst import read_herkomst
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.versie import MAKER
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek

RONDE = make_round(1, 1, lambda *_: Status.GEPLAND)


def test_what_was_written_is_read_back() -> None:
    """Used or not, with the reason; also a file that is called as a row of ours."""
    herkomst = (
        Herkomst("Boekel.xlsx", "a" * 64, "2019-05-06T09:30:00Z", ("Boekel", "Mill en Sint Hubert"), is_gebruikt=True),
        Herkomst("Uden oud.xlsx", "b" * 64, reden="er is een nieuwer bestand"),
        Herkomst("gemaakt met", "c" * 64, is_gebruikt=True),
        Herkomst("kapot.xlsx"),
    )

    blad = read_herkomst(open_werkboek(Bestand("r.xlsx", build_regiowerkboek(replace(RONDE, herkomst=herkomst)))))

    assert blad is not None
    # Of the moment it was saved the day is read: that is what people are told.
    assert blad.bestanden == (replace(herkomst[0], opgeslagen="2019-05-06"), *herkomst[1:])
    assert blad.versie == MAKER
    assert blad.hashes == {"a" * 64, "b" * 64, "c" * 64}


def test_without_the_sheet_nothing_is_known() -> None:
    """A planwerkboek has none."""
    boek = open_werkboek(Bestand("p.xlsx", build_planwerkboek(RONDE.matrix.plan)))

    assert read_herkomst(boek) is None
