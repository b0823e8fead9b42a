"""Whatever was done to an invulblad: nothing typed in it is lost in its retour, nor when that is read again."""

import io
from collections import Counter
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st
from soorten.proef import Verloop

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Bekend, Stand
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.words import Bladen
from actieplan_xl.reading.antwoorden import says_something
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.rules.herstel import collect_herstel
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.rules.verschillen import NIETS_GEZEGD
from actieplan_xl.rules.volledigheid import count_answers
from actieplan_xl.tasks import Uitkomst
from actieplan_xl.writing.retour import build_retour, retour_name
from actieplan_xl.writing.retour.losse_teksten import LOSSE_TEKST

from .handgrepen import GREPEN
from .test_niets_verloren import sent
from .test_retour import with_picture

STANDEN = {"1.1.1": Stand(Status.STRUCTUREEL, "elk jaar"), "1.1.2": Stand(Status.GEPLAND, "2018")}
NAAM = "ingevuld.xlsx"


def read_all(plan: Plan, inhoud: bytes, naam: str = NAAM) -> list[Inzending]:
    stroom = io.BytesIO(inhoud)
    stroom.name = naam
    return read_inzendingen([stroom], Vraag(plan))


def everything(samen: Samenvoeging) -> str:
    return Verloop(Uitkomst(samen, count_answers(samen.matrix)), ()).all_texts()


def all_texts(inhoud: bytes) -> str:
    """Return every text in a workbook, in cells and in comments."""
    boek = open_werkboek(Bestand("retour.xlsx", inhoud))
    hangt = [str(bevinding.waarden) for bevinding in boek.find_aanhang()]
    return "\n".join([*(tekst for sheet in boek.sheets for _, tekst in sheet.texts()), *hangt])


def answers(inzending: Inzending) -> dict[str, tuple[object, ...]]:
    """Return what was answered; a status that nobody understood may have got a sign in its place, and a row that was
    gone is back."""
    return {nr: (i.status, i.planning, i.toelichting) for nr, i in inzending.antwoorden.items() if says_something(i)}


ELDERS = {Code.BLAD_NIET_GELEZEN, Code.CEL_FOUTWAARDE, Code.CEL_ONGELDIG, Code.STATUS_MET_TEKST}
"""Told of a sheet as a whole, or in the answer as well."""


def quoted(bevindingen: Iterable[Bevinding]) -> Counter[str]:
    """Return the texts that are in no answer, of which only a finding says that they were typed."""
    met_tekst = (b for b in bevindingen if b.code in LOSSE_TEKST and b.code not in ELDERS)
    teksten = (LOSSE_TEKST[b.code].format_map(b.waarden) for b in met_tekst)
    return Counter(tekst for tekst in teksten if tekst.strip() and tekst != NIETS_GEZEGD)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["Boekel", "Cuijk"]), st.sampled_from([STANDEN, {}]), GREPEN, st.booleans())
def test_what_was_typed_anywhere_goes_along_in_a_retour_and_is_read_from_it_again(plan, wie, standen, grepen, is_nieuw):
    handen = sent(plan, wie, standen, grepen)
    inhoud = handen.draw().bytes()
    inhoud = with_picture(inhoud) if is_nieuw else inhoud
    samen = merge(plan, read_all(plan, inhoud))
    te_doen = collect_herstel(samen)
    if not te_doen or len(te_doen) < len({id(inzending) for inzending in samen.telt.values()}):
        return  # nobody's, or of somebody who is done

    gemaakt = [build_retour(plan, herstel, Bestand(NAAM, inhoud), Bekend()) for herstel in te_doen]
    namen = [f"{retour_name(plan, herstel)}.xlsx" for herstel in te_doen]
    weer = [merge(plan, read_all(plan, een.inhoud, naam)) for een, naam in zip(gemaakt, namen, strict=True)]

    in_retours = "\n".join(all_texts(een.inhoud) for een in gemaakt)
    gelezen = "\n".join(everything(een) for een in weer)
    # What reading itself passes over is seen by the law of `test_niets_verloren`.
    eerst = everything(samen)
    tokens = [token for token, _ in handen.tokens() if token in eerst]
    assert [token for token in tokens if token not in in_retours] == []
    assert [token for token in tokens if token not in gelezen] == []
    for herstel, een, nog_eens in zip(te_doen, gemaakt, weer, strict=True):
        telt = nog_eens.telt[herstel.gemeente.naam]
        assert telt.gemeenten == herstel.inzending.gemeenten
        assert answers(telt) == answers(herstel.inzending)
        opnieuw = [b for b in nog_eens.bevindingen if not een.opnieuw or b.plek.blad == Bladen.LOSSE_TEKSTEN]
        assert quoted(herstel.bevindingen) - quoted(opnieuw) == Counter()
