"""The shipped example, for tests: its folder, its facts and the script that makes it."""

import sys
from pathlib import Path

WORTEL = Path(__file__).parents[2]
MAP = WORTEL / "examples" / "maas-en-leijgraaf-2019"
INGEVULD = MAP / "ingevuld"

sys.path.append(str(MAP))

import facts  # type: ignore[import-not-found]  # noqa: E402
import maak  # type: ignore[import-not-found]  # noqa: E402

__all__ = ["INGEVULD", "MAP", "WORTEL", "facts", "maak"]
