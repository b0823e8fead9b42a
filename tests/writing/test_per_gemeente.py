"""How far each gemeente is: what `Per gemeente` and the top of `Samenvatting` say of who has nothing to do."""

from dataclasses import replace
from typing import Any

import pytest
from programs.boekenkast import NAMEN, make

from actieplan_xl.domain.inzending import Herkomst
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Actie
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek
from actieplan_xl.writing.regiowerkboek.opvallend import find_opvallend
from writing.dump import load
from writing.ronden import Antwoord, make_round


def rows(samenvoeging: Samenvoeging, blad: str) -> list[list[Any]]:
    """Return the values of a sheet, those of formulas too."""
    return [[cel.value for cel in rij] for rij in load(build_regiowerkboek(samenvoeging), data_only=True)[blad]]


def without_question(samenvoeging: Samenvoeging, *namen: str) -> Samenvoeging:
    """Return the round in which no actie is for these kolommen."""
    plan = samenvoeging.matrix.plan
    over = tuple(kolom.naam for kolom in plan.kolommen if kolom.naam not in namen)
    acties = tuple(replace(actie, geldt_voor=over or ("Elders",)) for actie in plan.acties)
    (thema,) = plan.hoofdlijnen[0].themas
    lijnen = (replace(plan.hoofdlijnen[0], themas=(replace(thema, acties=acties),)), *plan.hoofdlijnen[1:])
    invullingen = tuple(i for i in samenvoeging.matrix.invullingen if i.gemeente not in namen)
    return replace(samenvoeging, matrix=Matrix(replace(plan, hoofdlijnen=lijnen), invullingen))


def test_who_is_asked_nothing_is_neither_complete_nor_incomplete() -> None:
    """On both sheets and in the words: she is not counted, and nobody says that her file came in."""
    ronde = without_question(make_round(3, 2, lambda g, _: Status.GEPLAND), "G3")

    per_gemeente = rows(ronde, "Per gemeente")
    assert per_gemeente[5][:5] == ["G3", "G3", 0, 0, "n.v.t."]
    assert per_gemeente[6][:5] == ["Alle gemeenten", None, 4, 4, 1]
    samenvatting = rows(ronde, "Samenvatting")
    assert (samenvatting[3][1], samenvatting[4][1]) == (2, "van de 2 gevraagde gemeenten compleet")
    assert find_opvallend(ronde)[0] == "Alle gemeenten waaraan iets is gevraagd zijn compleet."

    half = without_question(make_round(3, 2, lambda g, nr: Reden.LEEG if nr == "1.1.1" else Status.GEPLAND), "G3")
    assert find_opvallend(half)[0] == "Van alle gemeenten waaraan iets is gevraagd is een bestand ontvangen."


def test_a_round_in_which_nothing_is_asked_gives_a_workbook_that_says_so() -> None:
    """Excel knows no table without a row."""
    ronde = without_question(make_round(1, 1, lambda *_: Status.GEPLAND), "G1")

    samenvatting = rows(ronde, "Samenvatting")
    assert samenvatting[3][:2] == [0, 0]
    assert samenvatting[4][:2] == ["er is niets gevraagd", "er is niets gevraagd"]
    assert rows(ronde, "Per gemeente")[4][:5] == ["Alle gemeenten", None, 0, 0, "n.v.t."]
    assert find_opvallend(ronde)[0] == "Er is niets gevraagd."


def test_a_plan_without_acties_gives_a_workbook_too() -> None:
    """There is not even a row in the matrix."""
    leeg = make_round(1, 0, lambda *_: Status.GEPLAND)

    assert rows(leeg, "Samenvatting")[3][:2] == [0, 0]


@pytest.mark.parametrize(
    ("kolommen", "acties", "bijschriften"),
    [
        (1, 1, ["van het ene gevraagde antwoord binnen", "van de ene gemeente compleet"]),
        (1, 2, ["van de 2 gevraagde antwoorden binnen", "van de ene gemeente compleet"]),
        (3, 1, ["van de 3 gevraagde antwoorden binnen", "van de 3 gemeenten compleet"]),
    ],
)
def test_one_is_said_otherwise_than_more(kolommen: int, acties: int, bijschriften: list[str]) -> None:
    """Under the figure on top."""
    assert rows(make_round(kolommen, acties, lambda *_: Status.GEPLAND), "Samenvatting")[4][:2] == bijschriften


def test_no_file_is_something_else_than_a_file_that_is_of_no_use() -> None:
    """Whoever sent something that cannot be read did send something."""
    antwoorden = {"G1": Reden.GEEN_BESTAND, "G2": Reden.ONLEESBAAR, "G3": Status.GEPLAND, "G4": Reden.LEEG}
    kwam = (
        Herkomst("c.xlsx", "", "2019-05-06T09:30:00Z", ("G3",), is_gebruikt=True),
        Herkomst("d.xlsx", "", "", ("G4",), is_gebruikt=True),
    )
    antwoord: Antwoord = lambda gemeente, _: antwoorden[gemeente]  # noqa: E731
    ronde = replace(make_round(4, 1, antwoord), herkomst=kwam)

    opgeslagen = [rij[10] for rij in rows(ronde, "Per gemeente")[3:7]]
    assert opgeslagen == ["geen bestand", "geen bruikbaar bestand", "6 mei 2019", "onbekend"]


def test_a_gemeente_is_counted_by_her_name_and_by_nothing_that_looks_like_it() -> None:
    """A formula that takes a criterion, such as COUNTIF, reads more in a name than the name."""
    boek = load(make("regio met vreemde namen"))
    formules = [str(cel.value) for rij in boek["Per gemeente"].iter_rows() for cel in rij if cel.data_type == "f"]

    assert len(formules) > 7 * len(NAMEN)
    assert not [formule for formule in formules if "COUNTIF" in formule or "MATCH" in formule]


def test_many_footnotes_leave_the_mark_out_where_excel_has_no_room_for_it() -> None:
    """A number format is 255 characters at most; the column with footnotes still has them all."""
    plan = make_round(1, 2, lambda *_: Status.GEPLAND).matrix.plan
    acties = (
        Actie("1.1.1", "Veel", voetnoten=tuple(str(nr) for nr in range(1, 121))),
        Actie("1.1.2", "Weinig", voetnoten=("1", "2")),
    )
    (thema,) = plan.hoofdlijnen[0].themas
    noten = {str(nr): "noot" for nr in range(1, 121)}
    lijnen = (replace(plan.hoofdlijnen[0], themas=(replace(thema, acties=acties),)),)
    ronde = make_round(1, 2, lambda *_: Status.GEPLAND)
    matrix = Matrix(replace(plan, hoofdlijnen=lijnen, voetnoten=noten), ronde.matrix.invullingen)

    rijen = list(load(build_regiowerkboek(replace(ronde, matrix=matrix)))["Actieplan"].iter_rows())

    veel, weinig = (next(rij for rij in rijen if rij[0].value == nr) for nr in ("1.1.1", "1.1.2"))
    assert veel[1].number_format == "@"
    assert weinig[1].number_format == '@"\u2009¹ ²"'
    assert str(veel[2].value).endswith("119, 120")
