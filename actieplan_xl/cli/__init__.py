"""The command line, a door and not a room: parse, call a task, show the result, give an exit code (contract §4)."""

from actieplan_xl.cli import jaar, opdrachten
from actieplan_xl.cli.groep import main

__all__ = ["jaar", "main", "opdrachten"]
