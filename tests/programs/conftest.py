"""The programs that people use: LibreOffice to open our workbooks, poppler to see what it printed.

Without them these tests are skipped, but never in CI: there a missing program is a failure.
"""

import os
import shutil

import pytest

from programs.kantoor import Kantoor

NODIG = ("soffice", "pdftotext", "pdftoppm")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "kantoor" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.libreoffice)


@pytest.fixture(scope="session")
def kantoor(tmp_path_factory: pytest.TempPathFactory) -> Kantoor:
    """LibreOffice, ready to work."""
    ontbreekt = [programma for programma in NODIG if shutil.which(programma) is None]
    if ontbreekt:
        reden = f"niet op het pad: {', '.join(ontbreekt)}"
        if os.environ.get("CI") == "true":
            pytest.fail(reden)
        pytest.skip(reden)
    return Kantoor(str(shutil.which("soffice")), tmp_path_factory.mktemp("kantoor"))
