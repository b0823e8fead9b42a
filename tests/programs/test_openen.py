"""Each kind of workbook that we write opens without a complaint, and every program sees the same sheets and rows."""

import io
import os
import re
import subprocess
import warnings
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from programs.boekenkast import SOORTEN, make
from programs.kantoor import Kantoor, Werk

Rijen = list[tuple[str, ...]]
Gezien = tuple[list[str], Rijen]
"""The names of the sheets, and the rows of `Gegevens` if there are any, as texts."""

VAN_OPENPYXL = (
    # Data bars of Excel 2010 and later: openpyxl knows those of 2007 only, which stand beside them.
    "Conditional Formatting extension is not supported and will be removed",
    "Unknown extension is not supported and will be removed",
)
VAN_GNUMERIC = re.compile(
    # What the standard has and Gnumeric does not know; test_geldig proves that each stands where it may.
    r"Unexpected element '(ignoredErrors|tableParts|extLst|cfvo|color|(even|first)(Header|Footer))' in state : "
    r"|\tworksheet( -> \w+)*"
    r"|'Per gemeente'!\w+ : Ignoring unhandled conditional format of type 'dataBar'"
    # It repeats columns or rows on paper, not both.
    r"|At A1: 'Actieplan!\$A:\$B,Actieplan!\$\d+:\$\d+' Multiple expressions are not supported in this context"
    # It keeps comments in the .xlsx that it writes, and says of each that it did not.
    r"|Unhandled object of type Note"
)


def see(xlsx: bytes) -> Gezien:
    """Return what python-calamine sees."""
    boek = CalamineWorkbook.from_filelike(io.BytesIO(xlsx))
    rijen = boek.get_sheet_by_name("Gegevens").to_python() if "Gegevens" in boek.sheet_names else []
    return boek.sheet_names, as_texts(rijen)


def as_texts(rijen: object) -> Rijen:
    """Return rows as texts; nothing is an empty text."""
    return [tuple("" if cel is None else str(cel) for cel in rij) for rij in rijen]  # type: ignore[attr-defined]


def with_openpyxl(xlsx: bytes) -> Gezien:
    boek = openpyxl.load_workbook(io.BytesIO(xlsx))
    return boek.sheetnames, as_texts(boek["Gegevens"].values if "Gegevens" in boek.sheetnames else [])


def with_pandas(xlsx: bytes, motor: str) -> Gezien:
    bladen = pd.read_excel(io.BytesIO(xlsx), sheet_name=None, header=None, dtype=str, na_filter=False, engine=motor)  # type: ignore[call-overload]
    return list(bladen), as_texts(bladen["Gegevens"].values if "Gegevens" in bladen else [])


OPENERS: dict[str, Callable[[bytes], Gezien]] = {
    "openpyxl": with_openpyxl,
    "pandas met openpyxl": lambda xlsx: with_pandas(xlsx, "openpyxl"),
    "pandas met calamine": lambda xlsx: with_pandas(xlsx, "calamine"),
}


@pytest.mark.parametrize("naam", SOORTEN)
@pytest.mark.parametrize("opener", OPENERS)
def test_each_library_opens_each_workbook_without_a_warning(opener: str, naam: str) -> None:
    """All but what openpyxl says of every workbook that is newer than Excel 2007."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for zin in VAN_OPENPYXL:
            warnings.filterwarnings("ignore", re.escape(zin), UserWarning)
        gezien = OPENERS[opener](make(naam))

    assert gezien == see(make(naam))
    assert bool(gezien[1]) is naam.startswith("regio")


@pytest.fixture(scope="module")
def van_libreoffice(kantoor: Kantoor, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each workbook, opened by LibreOffice and saved again."""
    map_ = tmp_path_factory.mktemp("libreoffice")
    werk = {}
    for nummer, naam in enumerate(SOORTEN):
        (map_ / f"{nummer}.xlsx").write_bytes(make(naam))
        werk[naam] = Werk(map_ / f"{nummer}.xlsx", xlsx=map_ / f"{nummer} na.xlsx")
    kantoor.do(werk.values())
    return {naam: een.xlsx for naam, een in werk.items() if een.xlsx}


@pytest.mark.parametrize("naam", SOORTEN)
def test_libreoffice_opens_each_workbook_and_sees_all_of_it(naam: str, van_libreoffice: dict[str, Path]) -> None:
    """The same sheets in the same order, and every row of Gegevens to the letter."""
    assert see(van_libreoffice[naam].read_bytes()) == see(make(naam))


@pytest.mark.parametrize("naam", SOORTEN)
def test_gnumeric_opens_each_workbook_and_sees_all_of_it(naam: str, ssconvert: str, tmp_path: Path) -> None:
    """What it says is that it does not know a part of the standard, and nothing else."""
    bron, doel = tmp_path / "bron.xlsx", tmp_path / "doel.xlsx"
    bron.write_bytes(make(naam))
    klaar = subprocess.run(
        [ssconvert, "--export-type=Gnumeric_Excel:xlsx2", str(bron), str(doel)],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        timeout=120,
    )

    gezegd = (klaar.stdout + klaar.stderr).splitlines()
    assert [zin for zin in gezegd if zin and not VAN_GNUMERIC.fullmatch(zin)] == []
    assert see(doel.read_bytes()) == see(make(naam))
