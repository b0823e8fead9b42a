"""What LibreOffice makes of a regiowerkboek for us, looked at with other programs; and that it reaches nowhere."""

import base64
import io
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import xlsxwriter
from writing.ronden import make_round
from writing.voorbeeld import MAP

from actieplan_xl.domain.status import Status
from actieplan_xl.domain.words import GEGEVENS_KOLOMMEN, Bladen
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from actieplan_xl.sending.kantoor import convert
from actieplan_xl.sending.tabellen import guard
from actieplan_xl.tasks import export
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek
from programs.conftest import find_programs
from programs.drukwerk import Drukwerk
from programs.kantoor import Kantoor
from programs.werkboeken import load

(REGIO,) = MAP.glob("Regiowerkboek*.xlsx")
PLAATJE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
"""A picture of one dot."""


@pytest.fixture(scope="module")
def pdf(kantoor: Kantoor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert kantoor.soffice
    return export(REGIO, "pdf", tmp_path_factory.mktemp("pdf") / "regio.pdf").pad


def facts(pdf: Path) -> dict[str, str]:
    (pdfinfo,) = find_programs("pdfinfo")
    klaar = subprocess.run([pdfinfo, "-l", "99", str(pdf)], capture_output=True, text=True, check=True)
    paren = (regel.partition(":")[::2] for regel in klaar.stdout.splitlines())
    return {" ".join(naam.split()): waarde.strip() for naam, waarde in paren}


def test_the_pdf_is_tagged_and_says_it_is_meant_to_be_kept(pdf: Path) -> None:
    """PDF/A-2b, in Dutch, with a title and without an author; every font is in it."""
    (pdffonts,) = find_programs("pdffonts")
    inhoud, feiten = pdf.read_bytes(), facts(pdf)

    assert b"pdfaid:part>2<" in inhoud and b"pdfaid:conformance>B<" in inhoud
    assert b"/Lang(nl-NL)" in inhoud
    assert (feiten["Tagged"], feiten["JavaScript"]) == ("yes", "no")
    assert feiten["Title"].startswith("Actieplan ondermijning 2019")
    assert "Author" not in feiten
    letters = subprocess.run([pdffonts, str(pdf)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert letters
    assert all(" yes yes yes " in regel for regel in letters)


def test_the_pdf_holds_the_matrix(pdf: Path) -> None:
    """Words of the summary, of the matrix and of the last sheet are in it."""
    (pdftotext,) = find_programs("pdftotext")
    tekst = subprocess.run([pdftotext, str(pdf), "-"], capture_output=True, text=True, check=True).stdout

    assert "Herhaling in 2018 of 2019" in tekst
    assert "niet nader bepaald" in tekst
    assert "; structureel; " not in tekst  # a label of a chart is its number, as in Excel
    assert "Err:" not in tekst and "#NAAM" not in tekst and "#NAME" not in tekst


@pytest.mark.usefixtures("kantoor")
@pytest.mark.parametrize(("papier", "maat"), [("a3", "(A3)"), ("a4", "(A4)")])
def test_all_pages_are_on_the_paper_that_was_asked(tmp_path: Path, papier: str, maat: str) -> None:
    """Whatever each sheet said itself."""
    feiten = facts(export(REGIO, "pdf", tmp_path / "regio", papier=papier).pad)  # type: ignore[arg-type]

    maten = [waarde for naam, waarde in feiten.items() if naam.endswith("size") and naam.startswith("Page ")]
    assert len(maten) > 5
    assert all(waarde.endswith(maat) for waarde in maten)


def matrix_pages(pdf: Path, breed: float) -> list[list[str]]:
    """Return the words above the footer of each page of the matrix; none may stand beyond the paper."""
    bladzijden = []
    for pagina in Drukwerk(pdf).paginas:
        onderaan = max(woord.y1 for woord in pagina.woorden) - 1
        voet = min((w for w in pagina.woorden if w.y1 >= onderaan), key=lambda woord: woord.x1)
        if voet.tekst == Bladen.ACTIEPLAN:
            assert all(0 < woord.x1 < woord.x2 < breed for woord in pagina.woorden)
            bladzijden.append(sorted(woord.tekst for woord in pagina.woorden if woord.y1 < onderaan))
    return bladzijden


@pytest.mark.usefixtures("kantoor")
@pytest.mark.parametrize(("kolommen", "naast_elkaar"), [(6, 1), (24, 3)])
def test_a_page_of_the_matrix_holds_the_same_on_any_paper(tmp_path: Path, kolommen: int, naast_elkaar: int) -> None:
    """As many pages across and down, with the same words on each: its scale goes with the paper."""
    regio = tmp_path / "regio.xlsx"
    regio.write_bytes(build_regiowerkboek(make_round(kolommen, 80, lambda *_: Status.VOLTOOID)))

    a3 = matrix_pages(export(regio, "pdf", tmp_path / "a3.pdf", papier="a3").pad, 1191)
    a4 = matrix_pages(export(regio, "pdf", tmp_path / "a4.pdf", papier="a4").pad, 842)

    assert a3 == a4
    assert len(a3) > naast_elkaar and len(a3) % naast_elkaar == 0
    assert sum(f"G{kolommen}" in woorden for woorden in a3) == len(a3) // naast_elkaar


def test_settings_and_who_receives_it_are_not_in_the_pdf(pdf: Path) -> None:
    """Its pages are counted without them; whoever opens the ods has them."""
    (pdftotext,) = find_programs("pdftotext")
    tekst = subprocess.run([pdftotext, "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    bladzijden = int(facts(pdf)["Pages"])

    ontvangers = read_regiowerkboek(REGIO).matrix.plan.ontvangers
    assert ontvangers and not [ontvanger for ontvanger in ontvangers if ontvanger.e_mail in tekst]
    assert "uiterste inleverdatum" not in tekst
    assert f"pagina {bladzijden} van {bladzijden}" in tekst


@pytest.mark.usefixtures("kantoor")
def test_the_sheet_that_a_workbook_was_saved_on_is_no_exception(tmp_path: Path, pdf: Path) -> None:
    """LibreOffice prints the sheet that is open, also when it is hidden."""
    boek, regio = load(REGIO, data_only=False), tmp_path / "regio.xlsx"
    boek.active = boek.sheetnames.index(Bladen.GEMEENTEN)
    boek.save(regio)

    gemaakt = export(regio, "pdf", tmp_path / "regio.pdf").pad

    assert facts(gemaakt)["Pages"] == facts(pdf)["Pages"]


@pytest.mark.usefixtures("kantoor")
def test_the_ods_is_the_same_regiowerkboek(tmp_path: Path) -> None:
    """Read back it gives the same matrix; it names nobody."""
    pad = export(REGIO, "ods", tmp_path / "regio.ods").pad

    assert read_regiowerkboek(pad).matrix == read_regiowerkboek(REGIO).matrix
    with zipfile.ZipFile(pad) as zip_:
        meta = zip_.read("meta.xml")
    assert b"<dc:creator>" not in meta and b"initial-creator" not in meta


def test_libreoffice_opens_the_csv_as_a_table_without_formulas(kantoor: Kantoor, tmp_path: Path) -> None:
    """As a person opens it: semicolons, and every text what it was."""
    pad = export(REGIO, "csv", tmp_path / "regio.csv").pad
    opdracht = [
        kantoor.soffice, f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}", "--headless", "--norestore",
        "--infilter=CSV:59,34,76,1,,0,false,false", "--convert-to", "xlsx", "--outdir", str(tmp_path), str(pad),
    ]  # fmt: skip
    subprocess.run(opdracht, capture_output=True, check=True, timeout=120)

    boek = load((tmp_path / "regio.xlsx").read_bytes(), data_only=False)
    rijen = [["" if w is None else str(w) for w in rij] for rij in boek.active.iter_rows(values_only=True)]
    matrix = read_regiowerkboek(REGIO).matrix
    assert rijen == [list(GEGEVENS_KOLOMMEN), *[[guard(tekst) for tekst in rij] for rij in matrix.rows()]]


@pytest.fixture
def luisteraar() -> Iterator[tuple[str, list[str]]]:
    """A server of our own: where it is, and what was asked of it."""
    gevraagd: list[str] = []

    class Antwoorder(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            gevraagd.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Antwoorder)
    draad = threading.Thread(target=server.serve_forever)
    draad.start()
    yield f"http://127.0.0.1:{server.server_port}", gevraagd
    server.shutdown()
    draad.join()
    server.server_close()


def make_curious(adres: str) -> bytes:
    """Return a workbook that asks for the answer of a server, for another workbook, and for a picture."""
    eerst, curious = io.BytesIO(), io.BytesIO()
    boek = xlsxwriter.Workbook(eerst)
    blad = boek.add_worksheet()
    blad.write_formula("A1", f'=_xlfn.WEBSERVICE("{adres}/dienst")')
    blad.write_formula("A2", f"='{adres}/[boek.xlsx]Blad1'!A1")
    blad.insert_image("B5", "plaat.png", {"image_data": io.BytesIO(base64.b64decode(PLAATJE))})
    boek.close()
    extern = f'Target="{adres}/plaat.png" TargetMode="External"'
    with zipfile.ZipFile(eerst) as bron, zipfile.ZipFile(curious, "w") as doel:
        for naam in bron.namelist():
            deel = bron.read(naam).replace(b"r:embed", b"r:link")
            doel.writestr(naam, deel.replace(b'Target="../media/image1.png"', extern.encode()))
    return curious.getvalue()


def test_libreoffice_asks_nothing_of_anyone(
    kantoor: Kantoor, tmp_path: Path, luisteraar: tuple[str, list[str]]
) -> None:
    """Also when it is given what `kopie` would have refused; as people start it, it fetches the picture."""
    adres, gevraagd = luisteraar
    curious = make_curious(adres)

    assert convert(curious, "pdf", "regio.xlsx").startswith(b"%PDF")
    assert gevraagd == []

    (tmp_path / "regio.xlsx").write_bytes(curious)
    profiel = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    gewoon = [
        kantoor.soffice,
        profiel,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
        tmp_path / "regio.xlsx",
    ]
    subprocess.run(gewoon, capture_output=True, check=True, timeout=120)
    assert "/plaat.png" in gevraagd
