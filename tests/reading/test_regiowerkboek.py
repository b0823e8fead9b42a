"""A regiowerkboek read back; the same law over many matrices stands in tests/laws."""

import io
import warnings

import openpyxl
import pytest

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError, PlanError
from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Invulling, Plek, Stand
from actieplan_xl.domain.inzending import Herkomst, Inzending
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek, read_vorige
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek

PLEK = Plek("Boekel.xlsx", "Invulblad", "D9")
MOMENT = Communicatiemoment("Boekel", "12-3-2019", "Brief", sorteerdatum="2019-03-12", plek=PLEK)


@pytest.fixture
def matrix(plan) -> Matrix:
    """Boekel did it all, Cuijk something else than Grave, and Uden nothing."""

    def sent(naam: str, *antwoorden: Invulling, **overig: object) -> Inzending:
        return Inzending(Herkomst(f"{naam}.xlsx", naam), (naam,), antwoorden={i.nr: i for i in antwoorden}, **overig)

    return merge(
        plan,
        [
            sent(
                "Boekel",
                Invulling("Boekel", "1.1.1", Status.VOLTOOID, "2018", "mooi", plek=PLEK),
                Invulling("Boekel", "1.1.2", Status.GEPLAND, "voltooid"),
                Invulling("Boekel", "1.2.1", Status.NIET_BEPAALD, "2019", "", Reden.NIET_HERKEND, "bijna klar"),
                Invulling("Boekel", "2.1.1", Status.NIET_OPGEPAKT),
                eigen_acties=(EigenActie("Boekel", "Drones", "9", "bijna", "=1+1", "-", PLEK),),
                communicatie=(
                    Communicatiemoment("Boekel", "12-3-2019", "Brief", sorteerdatum="2019-03-12", plek=PLEK),
                ),
            ),
            sent("Cuijk", Invulling("Cuijk", "1.1.1", Status.STRUCTUREEL, "elk jaar")),
            sent("Grave", Invulling("Grave", "1.1.1", Status.GEPLAND, "2019")),
        ],
    ).matrix


@pytest.fixture
def inhoud(plan, matrix) -> bytes:
    return build_regiowerkboek(Samenvoeging(matrix, (), ()))


def load(inhoud: bytes) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl does not know data bars, and says so
        return openpyxl.load_workbook(io.BytesIO(inhoud))


def edited(inhoud: bytes, blad: str, waarden: dict[str, str]) -> io.BytesIO:
    """Return the workbook as a coördinator would save it after changing some cells."""
    boek = load(inhoud)
    for plaats, waarde in waarden.items():
        boek[blad][plaats] = waarde
    uit = io.BytesIO()
    boek.save(uit)
    uit.seek(0)
    return uit


def place_of(inhoud: bytes, blad: str, **velden: str) -> int:
    """Return the row of a sheet whose columns hold these values."""
    rijen = list(load(inhoud)[blad].iter_rows(values_only=True))
    begin = next(n for n, rij in enumerate(rijen) if "nr" in rij)
    for nummer, rij in enumerate(rijen[begin + 1 :], begin + 2):
        if velden.items() <= dict(zip(rijen[begin], rij, strict=True)).items():
            return nummer
    raise AssertionError(velden)


def test_what_was_written_is_read_back(inhoud, matrix):
    gelezen = read_regiowerkboek(io.BytesIO(inhoud))

    assert gelezen.matrix == matrix
    assert gelezen.bevindingen == ()


def test_the_previous_state_is_known_per_gemeente(inhoud):
    standen = read_vorige(io.BytesIO(inhoud)).standen

    assert standen["Cuijk"] == {"1.1.1": Stand(Status.STRUCTUREEL, "elk jaar")}
    assert standen["Grave"] == {"1.1.1": Stand(Status.GEPLAND, "2019")}
    assert standen["Boekel"]["2.1.1"] == Stand(Status.NIET_OPGEPAKT)
    assert (standen["Uden"], "1.2.1" in standen["Boekel"]) == ({}, False)


def test_of_a_planwerkboek_the_previous_state_is_known_per_kolom(plan):
    samen = {"1.1.1": Stand(Status.STRUCTUREEL, "elk jaar")}
    uden = {"2.1.1": Stand(Status.GEPLAND, "n.v.t.")}
    standen = {"Cuijk": samen, "Grave": samen, "Boekel": {}, "Uden": uden}

    gelezen = read_vorige(io.BytesIO(build_planwerkboek(plan, standen)))

    assert gelezen.plan == plan
    assert gelezen.standen == standen


def test_a_status_edited_beyond_reading_is_told_and_not_taken(inhoud):
    rij = place_of(inhoud, "Gegevens", nr="1.1.1", gemeente="Boekel")

    gelezen = read_regiowerkboek(edited(inhoud, "Gegevens", {f"H{rij}": "bijna klar"}))

    assert gelezen.matrix.invulling("Boekel", "1.1.1").status is Status.NIET_BEPAALD
    gevonden = [b for b in gelezen.bevindingen if b.code is Code.PLAN_GEGEVENS_ONLEESBAAR]
    assert [(b.gemeente, b.nr, b.plek.cel) for b in gevonden] == [("Boekel", "1.1.1", f"H{rij}")]


def test_a_matrix_changed_by_hand_is_told_and_gegevens_counts(inhoud):
    actieplan = load(inhoud)["Actieplan"]
    kop = next(rij for rij in actieplan.iter_rows() if rij[0].value == "Nr")
    uden = next(cel.column_letter for cel in kop if cel.value == "Uden")
    regel = next(cel.row for cel in actieplan["A"] if cel.value == "1.1.1")

    gelezen = read_regiowerkboek(edited(inhoud, "Actieplan", {f"{uden}{regel}": "voltooid\n2019"}))

    assert not gelezen.matrix.invulling("Uden", "1.1.1").is_antwoord
    assert [(b.code, b.gemeente, b.nr) for b in gelezen.bevindingen] == [(Code.MATRIX_AANGEPAST, "Uden", "1.1.1")]
    assert "'voltooid 2019' en in Gegevens 'niet nader bepaald geen bestand ontvangen'" in str(gelezen.bevindingen[0])


def test_a_place_without_a_row_is_leeg(inhoud):
    rij = place_of(inhoud, "Gegevens", nr="2.1.1", gemeente="Boekel")

    gelezen = read_regiowerkboek(edited(inhoud, "Gegevens", {f"F{rij}": "Oss"}))

    invulling = gelezen.matrix.invulling("Boekel", "2.1.1")
    assert (invulling.status, invulling.reden) == (Status.NIET_BEPAALD, Reden.LEEG)


def test_a_planwerkboek_is_no_regiowerkboek(plan):
    with pytest.raises(BestandError, match="dit is geen regiowerkboek"):
        read_regiowerkboek(io.BytesIO(build_planwerkboek(plan)))


def test_a_regiowerkboek_whose_plan_was_spoiled_says_so(inhoud):
    with pytest.raises(PlanError, match="het plan heeft geen naam"):
        read_regiowerkboek(edited(inhoud, "Plan", {"B1": ""}))
