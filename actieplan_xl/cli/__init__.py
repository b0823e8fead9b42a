"""The command line, a door and not a room: parse, call a task, show the result, give an exit code (contract §4)."""

from actieplan_xl.cli.opdrachten import main

__all__ = ["main"]
