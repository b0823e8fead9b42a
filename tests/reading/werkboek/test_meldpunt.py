"""Findings of one file: of each kind on a sheet a number told one by one, the rest counted, nothing uncounted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tekenen import RawSheet, RawWorkbook

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt

KOLOM = {"kop": "Opmerking", "waarde": "x"}


def tell(meldpunt: Meldpunt, code: Code, *cellen: str, blad: str = "Blad", gemeente: str = "") -> None:
    for cel in cellen:
        meldpunt.tell(code, Plek("a.xlsx", blad, cel), gemeente, waarden=KOLOM)


def rest(meldpunt: Meldpunt) -> list[tuple[str, str, str, int, Code]]:
    """Return what was only counted: file, sheet, gemeente, how many of what."""
    return [
        (b.plek.bestand, b.plek.blad, b.gemeente, b.waarden["aantal"], b.waarden["code"])
        for b in meldpunt.bevindingen
        if b.code is Code.MEER_BEVINDINGEN
    ]


@pytest.fixture(autouse=True)
def two_at_most(monkeypatch):
    monkeypatch.setattr(grenzen, "MELDINGEN_PER_SOORT", 2)


def test_nothing_told_is_nothing_found():
    assert Meldpunt().bevindingen == []


def test_up_to_the_number_all_are_told_in_the_order_in_which_they_came():
    meldpunt = Meldpunt()
    tell(meldpunt, Code.KOLOM_ONBEKEND, "B2")
    meldpunt.tell(Code.GEEN_ANTWOORD, Plek("a.xlsx", "Blad", "A1"), "Uden", "1.1.1", {"nr": "1.1.1", "actie": "x"})
    tell(meldpunt, Code.KOLOM_ONBEKEND, "B1")

    assert [(b.code, b.plek.cel, b.gemeente, b.nr) for b in meldpunt.bevindingen] == [
        (Code.KOLOM_ONBEKEND, "B2", "", ""),
        (Code.GEEN_ANTWOORD, "A1", "Uden", "1.1.1"),
        (Code.KOLOM_ONBEKEND, "B1", "", ""),
    ]


def test_beyond_the_number_the_rest_is_counted_and_the_sentence_says_of_what():
    meldpunt = Meldpunt()
    tell(meldpunt, Code.KOLOM_ONBEKEND, "B1", "B2", "B3", "B4", "B5", gemeente="Uden")

    eerste, tweede, meer = meldpunt.bevindingen

    assert (eerste.plek.cel, tweede.plek.cel) == ("B1", "B2")
    assert meer == Bevinding(
        Code.MEER_BEVINDINGEN, Plek("a.xlsx", "Blad"), "Uden", waarden={"aantal": 3, "code": Code.KOLOM_ONBEKEND}
    )
    assert "nog 3 keer hetzelfde op dit werkblad (KOLOM_ONBEKEND)" in str(meer)


def test_each_kind_sheet_file_and_gemeente_is_counted_apart():
    meldpunt = Meldpunt()
    tell(meldpunt, Code.KOLOM_ONBEKEND, "B1", "B2", "B3")
    tell(meldpunt, Code.KOLOM_ONBEKEND, "B1", "B2", "B3", "B4", blad="Ander")
    tell(meldpunt, Code.KOLOM_ONBEKEND, "B1", "B2", gemeente="Uden")
    tell(meldpunt, Code.CEL_BUITEN_TABEL, "B1", "B2", "B3")
    for _ in range(3):
        meldpunt.tell(Code.KOLOM_ONBEKEND, Plek("b.xlsx", "Blad"), waarden=KOLOM)

    assert rest(meldpunt) == [
        ("a.xlsx", "Blad", "", 1, Code.KOLOM_ONBEKEND),
        ("a.xlsx", "Ander", "", 2, Code.KOLOM_ONBEKEND),
        ("a.xlsx", "Blad", "", 1, Code.CEL_BUITEN_TABEL),
        ("b.xlsx", "Blad", "", 1, Code.KOLOM_ONBEKEND),
    ]


def test_asking_twice_gives_the_same_and_what_comes_later_still_counts():
    meldpunt = Meldpunt()
    tell(meldpunt, Code.KOLOM_ONBEKEND, "B1", "B2", "B3")

    assert meldpunt.bevindingen == meldpunt.bevindingen
    tell(meldpunt, Code.KOLOM_ONBEKEND, "B4")

    assert [aantal for *_, aantal, _ in rest(meldpunt)] == [2]
    assert len(meldpunt.bevindingen) == 3


def test_what_was_told_does_not_change_with_what_the_teller_does_afterwards():
    meldpunt, waarden = Meldpunt(), dict(KOLOM)
    meldpunt.tell(Code.KOLOM_ONBEKEND, Plek("a.xlsx"), waarden=waarden)
    waarden["waarde"] = "anders"

    assert meldpunt.bevindingen[0].waarden == KOLOM


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from([Code.KOLOM_ONBEKEND, Code.CEL_BUITEN_TABEL]), st.sampled_from("ABC"))))
def test_no_finding_is_ever_uncounted(gemeld):
    meldpunt = Meldpunt()
    for code, blad in gemeld:
        tell(meldpunt, code, "A1", blad=blad)

    los = [b for b in meldpunt.bevindingen if b.code is not Code.MEER_BEVINDINGEN]
    assert len(los) + sum(aantal for *_, aantal, _ in rest(meldpunt)) == len(gemeld)


def test_a_sheet_full_of_the_same_trouble_is_told_up_to_the_number_and_then_counted(bewaar, plan):
    sheet = RawSheet("Invulblad")
    sheet.put_table("| Invulblad van Boekel |\n\n| Nr | Status | Eigen kolom |\n| 1.1.1 | voltooid | een |")
    for rij in range(5, 11):
        sheet.put(rij, [f"9.9.{rij}", "voltooid", f"tekst {rij}"])
    pad = bewaar(RawWorkbook([sheet]), "Boekel.xlsx")

    (gelezen,) = read_inzendingen([pad], Vraag(plan))

    onbekend = [b for b in gelezen.bevindingen if b.code is Code.KOLOM_ONBEKEND]
    (meer,) = [b for b in gelezen.bevindingen if b.waarden.get("code") == Code.KOLOM_ONBEKEND]
    assert [b.plek.cel for b in onbekend] == ["C4", "C5"]
    assert (meer.code, meer.gemeente, meer.waarden["aantal"]) == (Code.MEER_BEVINDINGEN, "Boekel", 5)
