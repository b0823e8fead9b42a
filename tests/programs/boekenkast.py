"""Every kind of workbook that we write, each made once, for programs to open, to check and to calculate."""

import io
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from bedorven.ronde import SPOILERS
from writing.retour.terugsturen import added, send_back
from writing.voorbeeld import INGEVULD, WORTEL, facts

from actieplan_xl.domain.afspraken import Afspraken
from actieplan_xl.domain.invulling import EigenActie, Invulling, Stand
from actieplan_xl.domain.matrix import Matrix, places
from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Kolom, Plan, Plangegevens, Thema
from actieplan_xl.domain.status import ONGEWIJZIGD, Status
from actieplan_xl.reading.herindeling import read_herindeling
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.reading.planwerkboek import read_planwerkboek
from actieplan_xl.reading.regiowerkboek import Regiowerkboek, read_regiowerkboek
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.rules.verlenging import Verlenging, extend_plan
from actieplan_xl.rules.volledigheid import tell_missing
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek
from programs.werkboeken import make_plan

sys.path.append(str(WORTEL / "benchmarks"))

import landelijk  # type: ignore[import-not-found]

STANDEN = {"1.1.1": Stand(Status.STRUCTUREEL, "elk jaar"), "1.1.4": Stand(Status.VOLTOOID)}
ANTWOORDEN = {
    "1.1.1": Antwoord(ONGEWIJZIGD),
    "1.1.2": Antwoord("structureel", "2019"),
    "1.1.3": Antwoord("", "voltooid\n2019"),
    "1.1.4": Antwoord("bijna klar", "2019"),
    "1.1.5": Antwoord("gepland"),
    "1.1.6": Antwoord("niet nader bepaald", "later"),
    "1.1.7": Antwoord("wordt niet opgepakt"),
}
"""Answers of every kind to `make_plan(9)`, of which one is misspelt."""
NAMEN = (
    "Ud?n",
    "Uden",
    "a~b",
    "=Uden",
    ">A",
    "<>x",
    "10",
    "010",
    "1,0",
    "TRUE",
    "mei 2019",
    "R&D 'x' \"y\"",
    "x" * 260,
)
"""Names of gemeenten in which a formula may see a pattern, a comparison, a number or too much."""
PLANNINGEN = (
    "voltooid\r2019",
    "Voltooid.\n2019",
    "n.v.t.",
    "structureel, elk jaar",
    "y" * 32_767,
)
EIGEN = [EigenActie("Cuijk", "Iets", status="gepland"), EigenActie("Cuijk", "Zonder"), EigenActie("Cuijk", "", "", "x")]


def regio_voorbeeld() -> bytes:
    """Return the example merged."""
    return build_regiowerkboek(_merge_example("2019-06-01", INGEVULD))


def regio_bedorven() -> bytes:
    """Return the round in which each of the eight files was spoilt in another way."""
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        for bederf in SPOILERS.values():
            bederf(map_)
        return build_regiowerkboek(_merge_example("2019-06-01", map_))


def regio_met_voorganger() -> bytes:
    """Return a round in which four of the eight had answered, beside one from before anybody did."""
    eerste = read_regiowerkboek(io.BytesIO(build_regiowerkboek(_merge_example("2018-06-01"))))
    return build_regiowerkboek(_merge_example("2018-12-01", *sorted(INGEVULD.iterdir())[:4], vorige=eerste))


def regio_met_twee_voorgangers() -> bytes:
    """Return the example beside the round before, which had a predecessor of its own: three points in the series."""
    tweede = read_regiowerkboek(io.BytesIO(make("regio met voorganger")))
    return build_regiowerkboek(_merge_example("2019-06-01", INGEVULD, vorige=tweede))


def regio_landelijk(acties: int = 1) -> bytes:
    """Return the regiowerkboek of 342 gemeenten with a kolom each, and a number of acties in each of twelve themas."""
    matrix = landelijk.make_matrix(landelijk.GEMEENTEN, acties)
    return build_regiowerkboek(Samenvoeging(matrix, tuple(tell_missing(matrix)), ()))


def regio_met_vreemde_namen() -> bytes:
    """Return a round of gemeenten whose names mean something to a formula, with plannings that read as a status."""
    acties = tuple(
        Actie(f"1.1.{nr}", f"Actie {nr}", geldt_voor=("Ud?n", "Land*")) for nr in range(1, len(PLANNINGEN) + 1)
    )
    kolommen = ("Ud?n", "Land*", "Landerd", "Niemand gevraagd")
    plan = Plan(
        Plangegevens("Plan", peildatum="2019-06-01"),
        tuple(Kolom(k, tuple(Gemeente(n, k) for n in (NAMEN if k == "Ud?n" else (k,)))) for k in kolommen),
        (
            Hoofdlijn("1", "Een", (Thema("1.1", "T", acties),)),
            Hoofdlijn("2", "Twee", (Thema("2.1", "T", (Actie("2.1.1", "A", geldt_voor=kolommen[:3]),)),)),
        ),
    )
    invullingen = {}
    for plaats, (gemeente, actie) in enumerate(places(plan)):
        # Of one gemeente in a kolom the planning is what the cell says.
        status = Status.VOLTOOID if plaats % 2 and gemeente.naam != "Land*" else Status.GEPLAND
        planning = PLANNINGEN[int(actie.nr.split(".")[2]) - 1]
        invullingen[gemeente.naam, actie.nr] = Invulling(gemeente.naam, actie.nr, status, planning)
    return build_regiowerkboek(Samenvoeging(Matrix.build(plan, invullingen), (), ()))


def regio_die_niets_vraagt() -> bytes:
    """Return the regiowerkboek of a plan of which no actie is for the only kolom."""
    acties = (Actie("1.1.1", "Actie", geldt_voor=("Elders",)),)
    plan = Plan(
        Plangegevens("Plan", peildatum="2019-06-01"),
        (Kolom("Uden", (Gemeente("Uden", "Uden"),)),),
        (Hoofdlijn("1", "Een", (Thema("1.1", "T", acties),)),),
    )
    return build_regiowerkboek(merge(plan, []))


def invulblad_leeg() -> bytes:
    """Return an invulblad of the example that nobody filled in, of a gemeente without a previous state."""
    return build_invulblad(facts.make_plan(), facts.make_plan().gemeenten[4])


def invulblad_ingevuld() -> bytes:
    """Return an invulblad with a previous state and answers of every kind, one of them misspelt."""
    plan = make_plan(9)
    return build_invulblad(plan, plan.gemeenten[0], STANDEN, Vulling(ANTWOORDEN, EIGEN))


def retour_in_eigen_werkboek() -> bytes:
    """Return that invulblad as it goes back, with what there is to mend in it."""
    terug = send_back(make_plan(9), make("invulblad ingevuld"), wie="Cuijk", standen=STANDEN)
    assert terug.opnieuw == ""
    return terug.inhoud


def invulblad_met_afspraken() -> bytes:
    """Return an invulblad of a region that asks more than a status."""
    plan = make_plan(9)
    afspraken = Afspraken(toelichting_bij_niet_opgepakt=True, planning_bij_gepland=True, jaren_binnen_plan=True)
    return build_invulblad(replace(plan, afspraken=afspraken), plan.gemeenten[0], STANDEN, Vulling(ANTWOORDEN, EIGEN))


def retour_opnieuw_opgezet() -> bytes:
    """Return that invulblad set up anew, because it holds what cannot be kept."""
    vreemd = added(make("invulblad ingevuld"), {"xl/slicers/slicer1.xml": b"<slicer/>"})
    terug = send_back(make_plan(9), vreemd, wie="Cuijk", standen=STANDEN)
    assert terug.opnieuw != ""
    return terug.inhoud


def planwerkboek() -> bytes:
    """Return the planwerkboek of the example, with what the document knew."""
    plan = facts.make_plan()
    return build_planwerkboek(plan, facts.make_standen(plan))


def planwerkboek_na_herindeling() -> bytes:
    """Return the plan of 2022 made of the example: three gemeenten that were eight, and one actie that was closed."""
    return build_planwerkboek(_verlengd().plan, vorige=_verlengd().vorige)


def invulblad_na_herindeling() -> bytes:
    """Return an invulblad of that plan, of a gemeente that was five."""
    werkboek = read_planwerkboek(io.BytesIO(make("planwerkboek na herindeling")))
    gemeente = werkboek.plan.gemeenten[0]
    return build_invulblad(werkboek.plan, gemeente, werkboek.known_of(gemeente).standen)


@cache
def _verlengd() -> Verlenging:
    matrix = _merge_example("2019-06-01", INGEVULD).matrix
    klaar = {(i.gemeente, i.nr): replace(i, status=Status.VOLTOOID, reden=None, getypt="") for i in matrix.invullingen}
    gegeven = {(i.gemeente, i.nr): i for i in matrix.invullingen} | {p: i for p, i in klaar.items() if p[1] == "1.1.1"}
    opvolgers = read_herindeling(WORTEL / "examples" / "maas-en-leijgraaf-2019" / "gemeenten.csv")
    return extend_plan(Matrix.build(matrix.plan, gegeven), "2022", opvolgers)


_MAKERS: dict[str, Callable[[], bytes]] = {
    maak.__name__.replace("_", " "): maak
    for maak in (
        regio_voorbeeld,
        regio_bedorven,
        regio_met_voorganger,
        regio_met_twee_voorgangers,
        regio_landelijk,
        regio_met_vreemde_namen,
        regio_die_niets_vraagt,
        invulblad_leeg,
        invulblad_ingevuld,
        invulblad_met_afspraken,
        retour_in_eigen_werkboek,
        retour_opnieuw_opgezet,
        planwerkboek,
        planwerkboek_na_herindeling,
        invulblad_na_herindeling,
    )
}
SOORTEN = tuple(_MAKERS)
"""The names of all kinds."""


@cache
def make(naam: str) -> bytes:
    """Return the workbook of this kind; a second time it is the same one."""
    return _MAKERS[naam]()


def _merge_example(peildatum: str, *bestanden: Path, vorige: Regiowerkboek | None = None) -> Samenvoeging:
    """Merge what came in for the plan of the example, as it stood on a peildatum."""
    plan: Plan = facts.make_plan()
    plan = replace(plan, gegevens=replace(plan.gegevens, peildatum=peildatum))
    return merge(plan, read_inzendingen(bestanden, Vraag(plan)), vorige=vorige)
