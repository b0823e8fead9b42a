"""Pictures of workbooks as LibreOffice shows them, for the README and the handleiding.

Needs `soffice` (LibreOffice) and `pdftoppm` (poppler) on the path. A picture is the upper part of a printed page.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple


class Picture(NamedTuple):
    """The first page of a sheet, the resolution, and how much of its height is kept."""

    naam: str
    werkboek: Path
    blad: str
    dpi: int
    deel: float = 1.0


def make_all(voorbeeld: Path, leeg: Path, retour: Path, najaar: Path, doel: Path) -> bool:
    """Make every picture that the documents show; False when a program for it is missing."""
    if not all(map(shutil.which, ("soffice", "pdftoppm", "pdftotext"))):
        return False
    regio = next(voorbeeld.glob("Regiowerkboek *.xlsx"))
    boekel = next((voorbeeld / "ingevuld").glob("*Boekel.xlsx"))
    cuijk = next((voorbeeld / "ingevuld").glob("*Cuijk.xlsx"))
    doel.mkdir(parents=True, exist_ok=True)
    pictures = (
        Picture("samenvatting", regio, "Samenvatting", 90, 0.72),
        Picture("regiowerkboek", regio, "Actieplan", 80),
        Picture("per-gemeente", regio, "Per gemeente", 90, 0.42),
        Picture("bevindingen", regio, "Bevindingen", 90, 0.5),
        Picture("kalender", regio, "Communicatiekalender", 90, 0.32),
        Picture("gegevens", regio, "Gegevens", 80, 0.4),
        Picture("samenvatting-najaar", najaar, "Samenvatting", 90, 0.92),
        Picture("wijzigingen", najaar, "Wijzigingen", 90),
        Picture("invulblad-leeg", leeg, "Invulblad", 100),
        Picture("invulblad-ingevuld", boekel, "Invulblad", 100),
        Picture("invulblad-cgm", cuijk, "Invulblad", 100, 0.5),
        Picture("communicatie", boekel, "Communicatie", 90, 0.4),
        Picture("te-herstellen", retour, "Te herstellen", 90, 0.64),
    )
    with tempfile.TemporaryDirectory() as werk:
        pdfs = {pad: _to_pdf(pad, Path(werk)) for pad in {picture.werkboek for picture in pictures}}
        for picture in pictures:
            _crop(pdfs[picture.werkboek], picture, doel / f"{picture.naam}.png")
    return True


def _to_pdf(werkboek: Path, werk: Path) -> Path:
    eigen = werk / f"{werkboek.parent.name} {werkboek.name}"
    shutil.copyfile(werkboek, eigen)
    profiel = f"-env:UserInstallation={(werk / 'profiel').as_uri()}"
    opdracht = ["soffice", profiel, "--headless", "--convert-to", "pdf", "--outdir", str(werk), str(eigen)]
    subprocess.run(opdracht, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
    return eigen.with_suffix(".pdf")


def _crop(pdf: Path, picture: Picture, doel: Path) -> None:
    """Draw one page; the height is that of the paper, which `pdftoppm` tells in a first, coarse drawing."""
    proef = pdf.with_name(f"{picture.naam}-proef")
    pagina = str(_find_page(pdf, picture.blad))
    basis = ["pdftoppm", "-f", pagina, "-l", pagina, "-singlefile", "-r", str(picture.dpi)]
    subprocess.run([*basis, str(pdf), str(proef)], check=True, timeout=60)
    breedte, hoogte = _size(proef.with_suffix(".ppm"))
    uitsnede = ["-x", "0", "-y", "0", "-W", str(breedte), "-H", str(round(hoogte * picture.deel))]
    subprocess.run([*basis, "-png", *uitsnede, str(pdf), str(doel.with_suffix(""))], check=True, timeout=60)


def _find_page(pdf: Path, blad: str) -> int:
    """Return the first page with this sheet's name at the left of its footer."""
    tekst = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=60)
    for nummer, pagina in enumerate(tekst.stdout.decode().split("\f"), 1):
        if any(regel.startswith(blad) and " pagina " in regel for regel in pagina.split("\n")):
            return nummer
    raise ValueError(f"geen pagina van {blad} in {pdf.name}")


def _size(ppm: Path) -> tuple[int, int]:
    with ppm.open("rb") as stroom:
        kop = stroom.read(64).split()
    return int(kop[1]), int(kop[2])
