"""Names that the tests of the command line share; the fixtures are in conftest."""

from collections.abc import Callable, Mapping
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
Invullen = Callable[[str, Mapping[str, str]], Path]

ALLES = dict.fromkeys(("1.1.1", "1.1.2", "1.2.1"), "voltooid")
"""An answer to every actie of the small plan."""
