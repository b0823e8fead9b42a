"""What is offered, and in which order: folders, zips and single files (contract §4)."""

import io
import os

import pytest
from tekenen import draw_invulblad, draw_planwerkboek, mark_encrypted, pack

from actieplan_xl.domain.bevinding import Code, Ernst
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.status import Status
from actieplan_xl.reading.invoer import count, offered
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.rules.samenvoeging import merge
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek

from .planbladen import TABELLEN

BLAD = draw_invulblad("| Nr | Status | Planning | Toelichting |\n| 1.1.1 | voltooid | 2018 | |").bytes()


def names(*invoer: object) -> list[str]:
    return [aanbod.naam for aanbod in offered(invoer)]


def test_a_folder_stands_for_the_workbooks_in_it_by_name(bewaar, tmp_path):
    for naam in ("b.xlsx", "A.xlsx", "c.xlsm"):
        bewaar(BLAD, f"map/{naam}")

    assert names(tmp_path / "map") == ["A.xlsx", "b.xlsx", "c.xlsm"]
    assert count([tmp_path / "map"]) == 3


def test_a_folder_does_not_stand_for_its_subfolders_and_says_so_where_they_hold_workbooks(bewaar, tmp_path):
    bewaar(BLAD, "map/a.xlsx")
    bewaar(BLAD, "map/oud/b.xlsx")
    bewaar(b"", "map/oud/c.zip")
    bewaar(b"", "map/oud/notitie.txt")
    bewaar(b"", "map/plaatjes/kaart.png")

    eerste, verteld = offered([tmp_path / "map"])

    assert eerste.naam == "a.xlsx"
    assert (verteld.naam, verteld.bevinding.code) == ("oud", Code.SUBMAP_NIET_GELEZEN)
    assert verteld.bevinding.tekst.startswith("in deze map staan nog 2 werkboeken")


def test_what_has_no_extension_is_looked_at_in_a_zip_as_well(bewaar, plan):
    pad = bewaar(pack({"map/Boekel": BLAD, "map/~$Boekel.xlsx": b"x"}), "retour.zip")

    gelezen = read_inzendingen([pad], Vraag(plan))

    assert ("Boekel",) in [i.gemeenten for i in gelezen]
    assert [b.code for i in gelezen for b in i.bevindingen if b.plek.bestand.startswith("~$")] == [Code.NOG_OPEN]


def test_an_empty_folder_offers_nothing(tmp_path):
    assert names(tmp_path) == []


def test_what_computers_leave_behind_is_passed_over_in_silence(bewaar, tmp_path):
    for naam in ("Thumbs.db", "desktop.ini", ".DS_Store", "._a.xlsx"):
        bewaar(b"x", f"map/{naam}")

    assert names(tmp_path / "map") == []


@pytest.mark.parametrize("naam", ["~$Boekel.xlsx", ".~lock.Boekel.xlsx#"])
def test_a_lock_file_is_told_without_whose_it_is(bewaar, plan, naam):
    pad = bewaar(b"\x05Jan Jansen", naam)

    [gelezen] = read_inzendingen([pad], Vraag(plan))

    assert (gelezen.gemeenten, gelezen.is_onleesbaar) == ((), False)
    assert gelezen.bevindingen[0].code is Code.NOG_OPEN
    assert gelezen.bevindingen[0].ernst is Ernst.TER_INFO
    assert "Jansen" not in str(gelezen)


@pytest.mark.parametrize(
    ("naam", "code"),
    [
        ("Uden brief.docx", Code.DOCUMENT_NIET_GELEZEN),
        ("Uden scan.pdf", Code.DOCUMENT_NIET_GELEZEN),
        ("Uden mail.eml", Code.DOCUMENT_NIET_GELEZEN),
        ("Uden.html", Code.DOCUMENT_NIET_GELEZEN),
        ("Uden.csv", Code.DOCUMENT_NIET_GELEZEN),
        ("foto Uden.JPG", Code.DOCUMENT_NIET_GELEZEN),
        ("uden_2019.txt", Code.DOCUMENT_NIET_GELEZEN),
        ("Invulblad Uden.xml", Code.DOCUMENT_NIET_GELEZEN),
        ("lijst.CSV", Code.OVERGESLAGEN),
        ("logo.png", Code.OVERGESLAGEN),
    ],
)
def test_another_kind_of_file_in_a_folder_is_passed_over_with_a_word(bewaar, plan, naam, code):
    """A list or a picture lies about in any folder; with the name of a gemeente it may be what she answered."""
    [gelezen] = read_inzendingen([bewaar(b"x", naam)], Vraag(plan))

    assert [b.code for b in gelezen.bevindingen] == [code]
    assert (gelezen.is_onleesbaar, gelezen.gemeenten) == (False, ())
    # There may be an answer in a letter: then the finding says whose it seems to be.
    assert gelezen.bevindingen[0].gemeente == ("Uden" if code is Code.DOCUMENT_NIET_GELEZEN else "")


def test_the_order_of_what_is_given_never_matters(bewaar, tmp_path):
    paden = [bewaar(BLAD, f"{naam}.xlsx") for naam in ("c", "a", "B")]

    assert names(*paden) == names(*reversed(paden)) == names(tmp_path) == ["a.xlsx", "B.xlsx", "c.xlsx"]


def test_a_file_that_is_given_twice_comes_once(bewaar, tmp_path):
    pad = bewaar(BLAD, "a.xlsx")
    (tmp_path / "b.xlsx").hardlink_to(pad)
    (tmp_path / "c.xlsx").symlink_to(pad)

    assert names(pad, str(pad), tmp_path) == names(tmp_path, pad) == names(tmp_path) == ["a.xlsx"]


def test_a_link_in_a_folder_that_leads_out_of_it_is_told_and_never_followed(bewaar, tmp_path, plan):
    buiten = bewaar(BLAD, "elders/Uden.xlsx")
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "Uden.xlsx").symlink_to(buiten)

    [gelezen] = read_inzendingen([tmp_path / "map"], Vraag(plan))

    assert (gelezen.bevindingen[0].code, gelezen.is_onleesbaar) == (Code.BESTAND_ELDERS, True)


def test_a_link_within_a_folder_and_one_that_is_named_itself_are_read(bewaar, tmp_path):
    pad = bewaar(BLAD, "elders/Uden.xlsx")
    bewaar(BLAD, "map/Boekel.xlsx")
    (tmp_path / "map" / "kopie.xlsx").symlink_to("Boekel.xlsx")
    (tmp_path / "los.xlsx").symlink_to(pad)

    assert names(tmp_path / "map") == ["Boekel.xlsx"]
    assert [aanbod.bevinding for aanbod in offered([tmp_path / "los.xlsx"])] == [None]


def test_what_a_killed_run_left_behind_is_passed_over_in_silence(bewaar, tmp_path):
    bewaar(b"half", "map/.actieplan-x1y2.tmp")

    assert names(tmp_path / "map") == []


def test_a_path_that_is_not_there_is_wrong_use(tmp_path):
    with pytest.raises(BestandError) as gevangen:
        names(tmp_path / "weg.xlsx")

    assert gevangen.value.bevinding.code is Code.BESTAND_NIET_GEVONDEN


def test_a_name_that_no_disk_can_hold_is_wrong_use(tmp_path):
    with pytest.raises(BestandError):
        names(tmp_path / ("x" * 300 + ".xlsx"))


def test_a_folder_with_the_name_of_a_workbook_is_told(tmp_path, plan):
    (tmp_path / "map" / "Uden.xlsx").mkdir(parents=True)

    [gelezen] = read_inzendingen([tmp_path / "map"], Vraag(plan))

    assert gelezen.is_onleesbaar
    assert gelezen.bevindingen[0].code is Code.BESTAND_NIET_LEESBAAR


def test_something_open_is_taken_as_well():
    assert names(io.BytesIO(BLAD)) == ["werkboek.xlsx"]


def test_a_zip_stands_for_the_workbooks_in_it(bewaar, plan):
    inhoud = {"map/Uden.xlsx": BLAD, "Boekel.xlsx": BLAD, "leesmij.txt": b"x", "__MACOSX/._Uden.xlsx": b"x"}
    pad = bewaar(pack(inhoud), "retour.zip")

    assert names(pad) == ["Boekel.xlsx", "Uden.xlsx", "leesmij.txt"]
    [gelezen, _, leesmij] = read_inzendingen([pad], Vraag(plan))
    assert [b.code for b in leesmij.bevindingen] == [Code.OVERGESLAGEN]
    assert gelezen.antwoorden["1.1.1"].status is Status.VOLTOOID
    assert (gelezen.herkomst.opgeslagen, gelezen.herkomst.gewijzigd) == ("", "2019-03-01T12:00:00Z")


def test_a_workbook_that_a_mail_filter_renamed_to_zip_is_read_as_one(bewaar, plan):
    [gelezen] = read_inzendingen([bewaar(BLAD, "Boekel.zip")], Vraag(plan))

    assert gelezen.gemeenten == ("Boekel",)


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (pack({"map/Thumbs.db": b"x"}), Code.BESTAND_ANDERE_SOORT),
        (mark_encrypted(pack({"Boekel.xlsx": BLAD})), Code.BESTAND_ANDER_WACHTWOORD),
        (b"PK\x03\x04 kapot", Code.BESTAND_AFGEKAPT),
        (pack([("Boekel.xlsx", BLAD), ("boekel.XLSX", BLAD)]), Code.BESTAND_ONVEILIG),
    ],
)
def test_a_zip_that_gives_nothing_says_why(bewaar, inhoud, code):
    [aanbod] = offered([bewaar(inhoud, "retour.zip")])

    assert aanbod.bevinding is not None
    assert aanbod.bevinding.code is code


def test_a_letter_and_a_zip_in_a_zip_are_told(bewaar, plan):
    pad = bewaar(pack({"Uden.docx": b"x", "meer.zip": b"x", "Boekel.xlsx": BLAD}), "retour.zip")

    gelezen = {i.herkomst.bestand: [b.code for b in i.bevindingen] for i in read_inzendingen([pad], Vraag(plan))}

    assert gelezen["Uden.docx"] == gelezen["meer.zip"] == [Code.DOCUMENT_NIET_GELEZEN]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows kent geen benoemde pijpen in mappen")
def test_a_named_pipe_in_a_folder_is_told_and_never_waited_for(tmp_path, plan):
    os.mkfifo(tmp_path / "Uden.xlsx")

    [gelezen] = read_inzendingen([tmp_path], Vraag(plan))

    assert gelezen.bevindingen[0].code is Code.BESTAND_NIET_LEESBAAR


def test_a_bad_workbook_in_a_zip_is_named_itself(bewaar, plan):
    pad = bewaar(mark_encrypted(pack({"Boekel.xlsx": BLAD, "Uden.xlsx": BLAD})), "retour.zip")

    gelezen = read_inzendingen([pad], Vraag(plan))

    assert {i.herkomst.bestand for i in gelezen} == {"Boekel.xlsx", "Uden.xlsx"}


def test_a_file_that_cannot_be_read_says_whose_it_was_when_its_name_does(bewaar, plan):
    [uden, onbekend] = read_inzendingen([bewaar(b"%PDF", "Uden.xlsx"), bewaar(b"%PDF", "x.xlsx")], Vraag(plan))

    assert (uden.gemeenten, uden.is_onleesbaar, uden.herkomst.gemeenten) == (("Uden",), True, ("Uden",))
    assert uden.bevindingen[0].gemeente == "Uden"
    assert "een PDF" in uden.herkomst.reden
    assert (onbekend.gemeenten, onbekend.is_onleesbaar) == ((), True)


def test_a_file_that_cannot_be_read_may_be_named_by_hand(bewaar, plan):
    [gelezen] = read_inzendingen([bewaar(b"%PDF", "x.xlsx")], Vraag(plan, gemeenten={"x.xlsx": "Uden"}))

    assert gelezen.gemeenten == ("Uden",)


def test_a_workbook_without_an_invulblad_is_told(bewaar, plan):
    boek = draw_invulblad("| Naam | Adres |").bytes()

    [gelezen] = read_inzendingen([bewaar(boek, "Uden.xlsx")], Vraag(plan))

    assert gelezen.is_onleesbaar
    assert gelezen.bevindingen[0].code is Code.GEEN_INVULBLAD


@pytest.mark.parametrize("soort", ["planwerkboek", "regiowerkboek"])
def test_our_own_results_among_the_input_are_passed_over_with_a_word(bewaar, plan, soort):
    inhoud = draw_planwerkboek(TABELLEN).bytes() if soort == "planwerkboek" else build_regiowerkboek(merge(plan, []))

    [gelezen] = read_inzendingen([bewaar(inhoud, "Uden.xlsx")], Vraag(plan))

    assert (gelezen.gemeenten, gelezen.is_onleesbaar) == ((), False)
    assert [b.code for b in gelezen.bevindingen] == [Code.OVERGESLAGEN]
    assert gelezen.herkomst.reden.startswith(f"dit is een {soort}")


def test_a_name_that_is_no_text_to_python_does_no_harm(tmp_path, plan):
    pad = tmp_path / os.fsdecode(b"Boekel \xff.xlsx")
    pad.write_bytes(BLAD)

    [gelezen] = read_inzendingen([pad], Vraag(plan))

    assert gelezen.gemeenten == ("Boekel",)
    assert all(str(b).encode() for b in gelezen.bevindingen)


def test_progress_is_told_by_name(bewaar, plan):
    gehoord: list[str] = []

    read_inzendingen([bewaar(BLAD, "b.xlsx"), bewaar(b"x", "a.xlsx")], Vraag(plan), gehoord.append)

    assert gehoord == ["a.xlsx", "b.xlsx"]
