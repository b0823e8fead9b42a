"""The programs that people use: LibreOffice and Gnumeric to open our workbooks, node for what web applications do
with them, poppler to see what was printed.

Without them these tests are skipped, but never in CI: there a missing program is a failure.
"""

import os
import shutil

import pytest

from programs.bewaren import BIBLIOTHEKEN
from programs.kantoor import Kantoor

MERKEN = {"kantoor": pytest.mark.libreoffice, "ssconvert": pytest.mark.gnumeric, "node": pytest.mark.node}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for fixture in MERKEN.keys() & set(getattr(item, "fixturenames", ())):
            item.add_marker(MERKEN[fixture])


@pytest.fixture(scope="session")
def kantoor(tmp_path_factory: pytest.TempPathFactory) -> Kantoor:
    """LibreOffice, ready to work."""
    soffice, *_ = find_programs("soffice", "pdftotext", "pdftoppm")
    return Kantoor(soffice, tmp_path_factory.mktemp("kantoor"))


@pytest.fixture(scope="session")
def ssconvert() -> str:
    """Where the converter of Gnumeric is."""
    return find_programs("ssconvert")[0]


@pytest.fixture(scope="session")
def node() -> str:
    """Where node is, when the libraries that it runs are there as well."""
    (programma,) = find_programs("node")
    if not all(bibliotheek.is_dir() for bibliotheek in BIBLIOTHEKEN):
        do_without("eerst nodig: npm install --prefix tests/programs --no-package-lock")
    return programma


def find_programs(*namen: str) -> list[str]:
    """Return where programs are; skip the test when one of them is not there."""
    paden = {naam: shutil.which(naam) for naam in namen}
    ontbreekt = [naam for naam, pad in paden.items() if pad is None]
    if ontbreekt:
        do_without(f"niet op het pad: {', '.join(ontbreekt)}")
    return [pad for pad in paden.values() if pad is not None]


def do_without(reden: str) -> None:
    """Skip the test; in CI, fail it."""
    if os.environ.get("CI") == "true":
        pytest.fail(reden)
    pytest.skip(reden)
