"""The same invulblad saved by other programs reads the same to the letter.

Every difference there is stands in `verschillen` with its reason: the program left something out, or the format does
not show it to us and we say so.
"""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tekenen import Cel

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.invulling import NERGENS
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.status import Reden
from actieplan_xl.reading.inzending import read_invulblad
from actieplan_xl.writing.invulblad import build_invulblad
from programs import bewaren
from programs.ingevuld import (
    EEN_MEI_2019,
    EIGEN,
    MOMENTEN,
    NUMMERS,
    PLAN,
    RIJEN,
    STANDEN,
    Getal,
    make_invulblad,
)
from programs.kantoor import Kantoor
from programs.verschillen import ANDERS, GEWEIGERD, ZONDER_PLAN

BESTANDEN = {
    "libreoffice": (*bewaren.VAN_LIBREOFFICE, bewaren.STRICT),
    "gnumeric": tuple(bewaren.VAN_GNUMERIC),
    "node": tuple(bewaren.VAN_NODE),
}
"""What each program saves; it is the name of its mark and of its fixture too."""
Lees = Callable[..., Inzending]


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("programmas")


@pytest.fixture(scope="module")
def bronnen(map_: Path) -> dict[str, Path]:
    """An invulblad with everything in it, and one that nobody filled in."""
    inhoud = {"ingevuld": make_invulblad(), "leeg": build_invulblad(PLAN, PLAN.gemeenten[-1])}
    for naam, xlsx in inhoud.items():
        (map_ / f"{naam}.xlsx").write_bytes(xlsx)
    return {naam: map_ / f"{naam}.xlsx" for naam in inhoud}


@pytest.fixture(scope="module")
def van_libreoffice(kantoor: Kantoor, bronnen: dict[str, Path], map_: Path) -> None:
    bewaren.save_with_libreoffice(kantoor, bronnen, map_)


@pytest.fixture(scope="module")
def van_gnumeric(ssconvert: str, bronnen: dict[str, Path], map_: Path) -> None:
    bewaren.save_with_gnumeric(ssconvert, bronnen, map_)


@pytest.fixture(scope="module")
def van_node(node: str, bronnen: dict[str, Path], map_: Path) -> None:
    bewaren.save_with_node(node, bronnen, map_)


ALLE = [
    pytest.param(programma, naam, id=naam, marks=getattr(pytest.mark, programma))
    for programma, namen in BESTANDEN.items()
    for naam in namen
]
LEESBAAR = [een for een in ALLE if een.id != GEWEIGERD]


@pytest.fixture(scope="module")
def bewaard(request: pytest.FixtureRequest, map_: Path) -> Lees:
    """Read what a program saved; without its own plan only where that was cut off."""
    gelezen: dict[tuple[str, str], Inzending] = {}

    def read(programma: str, naam: str, bron: str = "ingevuld") -> Inzending:
        request.getfixturevalue(f"van_{programma}")
        if (bron, naam) not in gelezen:
            plan = PLAN if naam == ZONDER_PLAN else None
            gelezen[bron, naam] = read_invulblad(map_ / bron / naam, plan)
        return gelezen[bron, naam]

    return read


@pytest.fixture(scope="module")
def getypt(bronnen: dict[str, Path]) -> Inzending:
    return read_invulblad(bronnen["ingevuld"])


def answers(inzending: Inzending) -> dict[str, tuple[str, ...]]:
    """Return status, planning, toelichting and what was typed at status, by the name of the row."""
    return {naam: tuple(map(str, inzending.antwoorden[nr].inhoud)) for naam, nr in NUMMERS.items()}


def told(inzending: Inzending) -> list[Bevinding]:
    """Return the findings without the name of the file, in an order of their own."""
    zonder_naam = [replace(b, plek=replace(b.plek, bestand="")) for b in inzending.bevindingen]
    return sorted(zonder_naam, key=str)


def typed(naam: str) -> tuple[str, ...]:
    rij = RIJEN[naam]
    return rij.gelezen or tuple(str(inhoud) for inhoud in (*rij.cellen, ""))


def test_without_another_program_it_says_what_was_typed(getypt: Inzending) -> None:
    rij = {naam: int(nr.removeprefix("1.1.")) + 10 for naam, nr in NUMMERS.items()}

    assert answers(getypt) == {naam: typed(naam) for naam in RIJEN}
    assert [replace(eigen, plek=NERGENS) for eigen in getypt.eigen_acties] == list(EIGEN)
    assert [replace(moment, plek=NERGENS) for moment in getypt.communicatie] == list(MOMENTEN)
    assert (getypt.gemeenten, getypt.kolom, getypt.standen) == (("Cuijk", "Grave"), "CGM", STANDEN)
    assert {(b.code, b.plek.cel) for b in getypt.bevindingen} == {
        (Code.STATUS_ONBEKEND, f"D{rij['verschreven']}"),
        (Code.STATUS_UIT_KLEUR, f"D{rij['groen']}"),
        (Code.KLEUR_NAAST_STATUS, f"D{rij['rood']}"),
        (Code.OPMERKING_NIET_GELEZEN, f"D{rij['opmerking']}"),
        (Code.TEKST_ONZICHTBAAR, f"F{rij['vreemde tekens']}"),
        (Code.FORMULE, f"E{rij['formule']}"),
        (Code.FORMULE, f"F{rij['formule']}"),
        (Code.CEL_FOUTWAARDE, f"E{rij['fout']}"),
        (Code.RIJEN_VERBORGEN, ""),
    }


def test_every_difference_is_about_something_that_is_there(getypt: Inzending) -> None:
    """A misspelt name would excuse nothing, and nobody would see it."""
    verschillen = [een for anders in ANDERS.values() for een in anders]

    assert ANDERS.keys() <= {een.id for een in LEESBAAR}
    assert {rij for een in verschillen for rij in een.rijen} <= RIJEN.keys()
    assert {code for een in verschillen for code in een.zonder} <= {b.code for b in getypt.bevindingen}
    assert not {code for een in verschillen for code in een.erbij} & {b.code for b in getypt.bevindingen}


@pytest.mark.parametrize(("programma", "naam"), LEESBAAR)
def test_the_answers_are_the_same_to_the_letter(programma: str, naam: str, bewaard: Lees, getypt: Inzending) -> None:
    anders = {rij: teksten for een in ANDERS.get(naam, ()) for rij, teksten in een.rijen.items()}

    verwacht = answers(getypt) | {rij: ("gepland", *teksten, "") for rij, teksten in anders.items()}
    gelezen = answers(bewaard(programma, naam))
    assert {rij: gelezen[rij] for rij in RIJEN if gelezen[rij] != verwacht[rij]} == {}


@pytest.mark.parametrize(("programma", "naam"), LEESBAAR)
def test_what_was_added_is_the_same_to_the_letter(programma: str, naam: str, bewaard: Lees, getypt: Inzending) -> None:
    inzending = bewaard(programma, naam)

    momenten = next((een.momenten for een in ANDERS.get(naam, ()) if een.momenten != MOMENTEN), MOMENTEN)
    assert [replace(eigen, plek=NERGENS) for eigen in inzending.eigen_acties] == list(EIGEN)
    assert [replace(moment, plek=NERGENS) for moment in inzending.communicatie] == list(momenten)
    assert [een.plek.cel for een in inzending.eigen_acties] == [een.plek.cel for een in getypt.eigen_acties]


@pytest.mark.parametrize(("programma", "naam"), LEESBAAR)
def test_it_is_known_whose_it_is_and_what_stood_before(
    programma: str, naam: str, bewaard: Lees, getypt: Inzending
) -> None:
    inzending = bewaard(programma, naam)

    assert (inzending.gemeenten, inzending.kolom, inzending.standen) == (("Cuijk", "Grave"), "CGM", STANDEN)
    assert [i.plek.cel for i in inzending.antwoorden.values()] == [i.plek.cel for i in getypt.antwoorden.values()]


@pytest.mark.parametrize(("programma", "naam"), LEESBAAR)
def test_there_is_the_same_to_tell(programma: str, naam: str, bewaard: Lees, getypt: Inzending) -> None:
    zonder = {code for een in ANDERS.get(naam, ()) for code in een.zonder}
    erbij = [code for een in ANDERS.get(naam, ()) for code in een.erbij]

    bevindingen = told(bewaard(programma, naam))
    assert sorted(b.code for b in bevindingen if b.code in erbij) == sorted(erbij)
    assert [b for b in bevindingen if b.code not in erbij] == [b for b in told(getypt) if b.code not in zonder]


@pytest.mark.parametrize(("programma", "naam"), LEESBAAR)
def test_an_empty_one_stays_empty(programma: str, naam: str, bewaard: Lees) -> None:
    inzending = bewaard(programma, naam, "leeg")

    van_het_formaat = {Code.FORMAAT_BEPERKT, Code.VERBORGEN_KAPOT, Code.BLAD_NIET_GELEZEN}
    erbij = {code for een in ANDERS.get(naam, ()) for code in een.erbij}
    assert {i.reden for i in inzending.antwoorden.values()} == {Reden.LEEG}
    assert len(inzending.antwoorden) == len(PLAN.acties_van("Boekel"))
    assert (inzending.gemeenten, inzending.eigen_acties, inzending.communicatie) == (("Boekel",), (), ())
    assert {b.code for b in inzending.bevindingen} == {Code.NIETS_INGEVULD} | (erbij & van_het_formaat)


@pytest.mark.node
@pytest.mark.usefixtures("van_node")
@pytest.mark.parametrize("bron", ["ingevuld", "leeg"])
def test_what_is_read_for_a_part_only_is_refused(map_: Path, bron: str) -> None:
    """SheetJS leaves out of an .xlsb in which column a cell stands, as it may; the library we read with drops those."""
    for plan in (None, PLAN):
        with pytest.raises(BestandError) as geweigerd:
            read_invulblad(map_ / bron / GEWEIGERD, plan)

        assert geweigerd.value.bevinding.code is Code.BESTAND_NIET_HELEMAAL


@pytest.mark.node
@pytest.mark.usefixtures("van_node")
def test_a_plan_that_was_cut_off_is_not_guessed(map_: Path) -> None:
    with pytest.raises(BestandError) as geweigerd:
        read_invulblad(map_ / "ingevuld" / ZONDER_PLAN)

    assert geweigerd.value.bevinding.code is Code.GEEN_PLAN


@pytest.mark.parametrize(
    ("bewaard_als", "gelezen"),
    [
        *((een, "-1,5E-07") for een in ("-1.5E-07", "-1.5E-007", "-1.5e-7", "-1.49999999999999999998e-07")),
        ("-0.00000015", "-0,00000015"),
    ],
)
def test_a_very_small_number_reads_as_it_shows(lees: Callable[..., Inzending], bewaard_als: str, gelezen: str) -> None:
    """Every program writes such a number in its own way, and shows -1,5E-07; written out in full it stays so."""
    inzending = lees(
        """
        | Nr    | Actie      | Status  | Planning |
        | 1.1.2 | E-learning | gepland | x        |
        """,
        cellen={"D4": Cel(bewaard_als, t="n")},
    )

    assert inzending.antwoorden["1.1.2"].planning == gelezen


@pytest.mark.libreoffice
@pytest.mark.usefixtures("van_libreoffice")
def test_the_strict_file_is_strict(map_: Path) -> None:
    """Else the test of it would say nothing."""
    with zipfile.ZipFile(map_ / "ingevuld" / bewaren.STRICT) as strict:
        delen = {naam: strict.read(naam) for naam in strict.namelist()}

    ruimten = {r for deel in delen.values() for r in re.findall(rb"http://schemas.openxmlformats.org/([\w-]+)/", deel)}
    assert ruimten == {b"package", b"markup-compatibility"}
    datums = [c for rij in RIJEN.values() for c in rij.cellen if isinstance(c, Getal) and int(c.waarde) == EEN_MEI_2019]
    assert delen["xl/worksheets/sheet1.xml"].count(b't="d"><v>2019-05-01T') == len(datums) > 0
    assert b'conformance="strict"' in delen["xl/workbook.xml"]
