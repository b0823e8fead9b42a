"""Pictures of workbooks as LibreOffice shows them, for the README and the handleiding."""

from pathlib import Path


def make_all(voorbeeld: Path, doel: Path) -> None:
    """Placeholder until the sheets are final."""
