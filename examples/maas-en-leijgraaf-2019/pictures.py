"""Pictures of workbooks as LibreOffice shows them, for the README and the handleiding.

Needs `soffice` (LibreOffice) and `pdftoppm` (poppler) on the path. A picture is the upper part of a printed page.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple


class Picture(NamedTuple):
    """A page of a workbook, the resolution, and how much of its height is kept."""

    naam: str
    werkboek: Path
    pagina: int
    dpi: int
    deel: float = 1.0


def make_all(voorbeeld: Path, leeg: Path, retour: Path, doel: Path) -> bool:
    """Make every picture that the documents show; False when a program for it is missing."""
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        return False
    regio = next(voorbeeld.glob("Regiowerkboek *.xlsx"))
    boekel = next((voorbeeld / "ingevuld").glob("*Boekel.xlsx"))
    cuijk = next((voorbeeld / "ingevuld").glob("*Cuijk.xlsx"))
    doel.mkdir(parents=True, exist_ok=True)
    pictures = (
        Picture("samenvatting", regio, 1, 90),
        Picture("regiowerkboek", regio, 2, 80),
        Picture("per-gemeente", regio, 3, 90, 0.42),
        Picture("bevindingen", regio, 4, 90, 0.5),
        Picture("invulblad-leeg", leeg, 1, 100),
        Picture("invulblad-ingevuld", boekel, 1, 100),
        Picture("invulblad-cgm", cuijk, 1, 100, 0.5),
        Picture("communicatie", boekel, 3, 90, 0.4),
        Picture("te-herstellen", retour, 1, 90, 0.64),
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
    basis = ["pdftoppm", "-f", str(picture.pagina), "-l", str(picture.pagina), "-singlefile", "-r", str(picture.dpi)]
    subprocess.run([*basis, str(pdf), str(proef)], check=True, timeout=60)
    breedte, hoogte = _size(proef.with_suffix(".ppm"))
    uitsnede = ["-x", "0", "-y", "0", "-W", str(breedte), "-H", str(round(hoogte * picture.deel))]
    subprocess.run([*basis, "-png", *uitsnede, str(pdf), str(doel.with_suffix(""))], check=True, timeout=60)


def _size(ppm: Path) -> tuple[int, int]:
    with ppm.open("rb") as stroom:
        kop = stroom.read(64).split()
    return int(kop[1]), int(kop[2])
