"""The one place where everything that can go wrong becomes a Dutch sentence and an exit code (contract §4)."""

import contextlib
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import click

from actieplan_xl.cli import dutch, scherm
from actieplan_xl.domain.errors import ActieplanError
from actieplan_xl.domain.weergave import visible

GEDAAN, AANDACHT, NIET_GEDAAN, ONDERBROKEN = 0, 1, 2, 130
_LANGSTE_REGEL = 2_000


def finish(aandacht: str = "") -> int:
    """Return the code with which a command ends: what asks attention, if anything, is said on stderr."""
    if not aandacht:
        return GEDAAN
    scherm.say(aandacht)
    return AANDACHT


class _LezerWegError(Exception):
    """Whoever read our output went away (`| head`)."""


class Opdracht(click.Command):
    """A command whose usage line is Dutch."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **{"options_metavar": "[OPTIES]", **kwargs})

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments. Click's parser leaves out which command it read, and with it the way to help."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            if error.ctx is not None:
                raise
            raise click.UsageError(error.format_message(), ctx) from error


class Deur(click.Group):
    """The group of all commands. A command returns its exit code; whatever it raises is told here."""

    command_class = Opdracht

    def __init__(self, *args: Any, **kwargs: Any):
        dutch_words = {"options_metavar": "[OPTIES]", "subcommand_metavar": "OPDRACHT [ARGUMENTEN]..."}
        super().__init__(*args, **{**dutch_words, **kwargs})

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, *rest: Any, **extra: Any) -> Any:
        """Run the command line and leave with its exit code."""
        dutch.install()
        _accept_any_text()
        extra["standalone_mode"] = False
        sys.exit(_exit_code(lambda: super(Deur, self).main(args, prog_name or "actieplan", *rest, **extra)))

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the arguments; `--help` is shown from here."""
        with _watch_reader():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        with _watch_reader():
            return super().invoke(ctx)


def _exit_code(work: Callable[[], Any]) -> int:
    try:
        return int(work() or GEDAAN)
    except (click.Abort, KeyboardInterrupt):
        _say("Afgebroken; er is niets half geschreven. Voer de opdracht opnieuw uit als je verder wilt.")
        return ONDERBROKEN
    except click.ClickException as error:
        error.show()
        return NIET_GEDAAN
    except ActieplanError as error:
        _say(str(error))
        return NIET_GEDAAN
    except _LezerWegError:
        _discard_output()
        return GEDAAN
    except Exception as error:  # noqa: BLE001  a defect of ours: told in a sentence, and the command ends
        return _tell_defect(error)


@contextlib.contextmanager
def _watch_reader() -> Iterator[None]:
    """Click ends with code 1 when the reader of a pipe stops reading; for us that is an ordinary end."""
    try:
        yield
    except BrokenPipeError as error:
        raise _LezerWegError from error


def _discard_output() -> None:
    """Python flushes once more when it stops; let that go nowhere instead of into the closed pipe."""
    with contextlib.suppress(OSError, ValueError):
        nergens = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nergens, sys.stdout.fileno())
        os.close(nergens)


def _accept_any_text() -> None:
    """A console that is not UTF-8 (cp1252, cp850) shows a question mark for what it lacks, instead of failing."""
    for stroom in (sys.stdout, sys.stderr):
        if hasattr(stroom, "reconfigure"):
            stroom.reconfigure(errors="replace")


def _tell_defect(error: Exception) -> int:
    if os.environ.get("ACTIEPLAN_DEBUG"):
        traceback.print_exception(error)
    _say(
        f"Er ging iets mis in actieplan zelf ({type(error).__name__}); dit ligt niet aan jou. "
        "Meld het bij de beheerder, met de uitvoer van dezelfde opdracht met ACTIEPLAN_DEBUG=1 ervoor."
    )
    return NIET_GEDAAN


def _say(tekst: str) -> None:
    """Say it on stderr, line by line; what people typed may not steer the terminal."""
    for regel in tekst.splitlines():
        scherm.say(visible(regel, _LANGSTE_REGEL))
