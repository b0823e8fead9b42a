"""A regiowerkboek as it lies there, counted again: what we make ourselves agrees, and every tampering is told."""

import io
import re
import zipfile
from collections.abc import Callable
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.reading.planwerkboek import from_werkboek
from actieplan_xl.reading.regiowerkboek import from_regio, read_regiowerkboek
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.rules.vergelijking import compare
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek
from actieplan_xl.writing.regiowerkboek.natelling import recount
from writing.ronden import make_round

Knoei = Callable[[str, str, str], bytes]


def counted(inhoud: bytes) -> list[Bevinding]:
    boek = open_werkboek(Bestand("regio.xlsx", inhoud))
    return recount(boek, from_regio(boek, from_werkboek(boek)).matrix)


def small_round() -> Samenvoeging:
    """Three gemeenten of which the second answered."""
    return make_round(
        3, 4, lambda gemeente, _: Status.GEPLAND if gemeente == "G2" else Reden.GEEN_BESTAND, peildatum="2019-06-01"
    )


def tamper(inhoud: bytes, blad: str, patroon: str, nieuw: str) -> bytes:
    """Change the XML of a sheet, by name, as a person's change in a spreadsheet program would leave it."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron, zipfile.ZipFile(uit, "w") as doel:
        namen = re.findall(r'<sheet name="([^"]*)"', bron.read("xl/workbook.xml").decode())
        deel = f"xl/worksheets/sheet{namen.index(blad) + 1}.xml"
        for naam in bron.namelist():
            tekst = bron.read(naam).decode()
            if naam == deel:
                tekst, keer = re.subn(patroon, nieuw, tekst, count=1)
                assert keer
            doel.writestr(naam, tekst)
    return uit.getvalue()


@pytest.fixture(scope="module")
def knoei() -> Knoei:
    """Tamper with a sheet of the small round."""
    inhoud = build_regiowerkboek(small_round())
    return lambda blad, patroon, nieuw: tamper(inhoud, blad, patroon, nieuw)


@settings(max_examples=15, deadline=None)
@given(kolommen=st.integers(1, 24), acties=st.integers(1, 6), zaad=st.integers(0, 1000))
def test_what_we_make_ourselves_agrees_with_itself(kolommen: int, acties: int, zaad: int) -> None:
    """Also with so many kolommen that the table shows only the least complete of them."""
    keuzes = [*Status, Reden.LEEG, Reden.NIET_HERKEND]
    gegeven = [keuze for keuze in keuzes if keuze is not Status.NIET_BEPAALD]

    def answer(gemeente: str, nr: str) -> Status | Reden:
        return gegeven[crc32(f"{zaad} {gemeente} {nr}".encode()) % len(gegeven)]

    assert counted(build_regiowerkboek(make_round(kolommen, acties, answer))) == []


def test_a_round_beside_a_previous_one_agrees_as_well() -> None:
    """There the summary holds more, and the rows have moved."""
    nu = small_round()
    eerder = make_round(3, 4, lambda *_: Status.VOLTOOID, peildatum="2019-01-01")
    vorige = read_regiowerkboek(Bestand("vorige.xlsx", build_regiowerkboek(eerder)))
    samen = merge(nu.matrix.plan, (), vorige=vorige)

    assert samen.vergelijking == compare(eerder.matrix, samen.matrix)
    assert counted(build_regiowerkboek(samen)) == []


@pytest.mark.parametrize(
    ("blad", "patroon", "nieuw", "codes"),
    [
        ("Samenvatting", r'(<c r="A4"[^>]*>)<f>[^<]*</f><v>\d+</v>', r"\1<v>12</v>", [Code.REGIO_TELT_ANDERS]),
        ("Samenvatting", r'(<c r="A4"[^>]*>)<f>[^<]*</f>', r"\1", [Code.REGIO_VAST_GETAL]),
        ("Samenvatting", r'(<c r="A4"[^>]*><f>[^<]*</f>)<v>\d+</v>', r"\1", [Code.REGIO_TELT_ANDERS]),
        ("Per gemeente", r'(<c r="H5"[^>]*>)<f>[^<]*</f><v>\d+</v>', r"\1<v>9</v>", [Code.REGIO_TELT_ANDERS]),
        ("Per gemeente", r'(<c r="E5"[^>]*>)<f>[^<]*</f>', r"\1", [Code.REGIO_VAST_GETAL]),
        ("Per gemeente", r'<row r="5".*?</row>', "", [Code.REGIO_REGEL_WEG]),
        ("Gegevens", r'<row r="2".*?</row>', "", [Code.REGIO_GEGEVENS_AANTAL]),
        ("Herkomst", r'<row r="3".*?</row>', "", [Code.REGIO_ZONDER_HERKOMST]),
    ],
)
def test_what_was_changed_by_hand_is_told(knoei: Knoei, blad: str, patroon: str, nieuw: str, codes: list[Code]) -> None:
    """A number typed over, a formula made a number, a value thrown away, a row taken out."""
    assert [b.code for b in counted(knoei(blad, patroon, nieuw))] == codes


def test_a_finding_says_where_what_and_what_it_should_be(knoei: Knoei) -> None:
    """So that somebody finds the cell."""
    (een,) = counted(knoei("Per gemeente", r'(<c r="C5"[^>]*>)<f>[^<]*</f><v>\d+</v>', r"\1<v>9</v>"))

    assert str(een).startswith(
        "regio.xlsx › Per gemeente › C5: bij 'G2' staat 9; geteld over het werkblad Gegevens is het 4."
    )


def test_a_note_that_somebody_adds_is_no_contradiction(knoei: Knoei) -> None:
    """A number of one's own beside the table says nothing of ours."""
    assert counted(knoei("Per gemeente", r"</row></sheetData>", '<c r="Z99"><v>7</v></c></row></sheetData>')) == []


def test_a_series_whose_last_point_was_changed_is_told() -> None:
    """The sheet Wijzigingen is read back by the next round."""
    eerder = make_round(3, 4, lambda *_: Status.VOLTOOID, peildatum="2019-01-01")
    vorige = read_regiowerkboek(Bestand("vorige.xlsx", build_regiowerkboek(eerder)))
    inhoud = build_regiowerkboek(merge(small_round().matrix.plan, (), vorige=vorige))

    geknoeid = tamper(inhoud, "Wijzigingen", r'(<c r="F7"[^>]*><f>[^<]*</f>)<v>12</v>', r"\1<v>11</v>")

    assert [(b.code, b.plek.blad) for b in counted(geknoeid)] == [(Code.REGIO_TELT_ANDERS, "Wijzigingen")]


def test_what_another_version_made_is_not_counted_but_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its sheets may be laid out otherwise; that is no hand at work."""
    inhoud = build_regiowerkboek(small_round())
    monkeypatch.setattr("actieplan_xl.writing.regiowerkboek.natelling.MAKER", "actieplan_xl 99.0")

    assert [b.code for b in counted(inhoud)] == [Code.REGIO_ANDERE_VERSIE]
