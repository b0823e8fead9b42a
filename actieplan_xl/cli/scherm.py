"""The terminal: how wide it is, whether it has colours, and progress while files are read."""

import contextlib
import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

_VEEL_BESTANDEN = 20
_STANDAARD = 80
_LEESBAAR = 100


def screen_width() -> int:
    """Return the width of the terminal in characters; 80 when there is none."""
    return max(shutil.get_terminal_size((_STANDAARD, 24)).columns, 40)


def text_width() -> int:
    """Return how wide running text may be: the terminal, but no wider than reads well."""
    return min(screen_width(), _LEESBAAR)


def has_kleur() -> bool:
    """Whether colours may be used: on a terminal, unless the user said NO_COLOR (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def can_show(tekst: str) -> bool:
    """Whether the console knows all these characters; an old Windows code page does not."""
    try:
        tekst.encode(sys.stdout.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def print_lines(regels: Iterable[str]) -> None:
    """Print lines on stdout, without their colours where those may not be used."""
    click.echo("\n".join(regels), color=None if has_kleur() else False)


def say(tekst: str) -> None:
    """Say it on stderr, folded as everything else; a path stays whole, so that it can be copied."""
    for regel in tekst.splitlines():
        gevouwen = textwrap.wrap(regel, text_width(), break_long_words=False, break_on_hyphens=False)
        click.echo("\n".join(gevouwen), err=True)


def fold_text(tekst: str, inspringen: str = "", eerste: str | None = None) -> list[str]:
    """Return running text in lines that fit, with an indent."""
    begin = inspringen if eerste is None else eerste
    return textwrap.wrap(
        tekst, text_width(), initial_indent=begin, subsequent_indent=inspringen, break_on_hyphens=False
    )


@contextlib.contextmanager
def progress(invoer: Iterable[Path]) -> Iterator[Callable[[str], None] | None]:
    """Show a bar on stderr while many files are read; give nothing to call when there is no need or no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from actieplan_xl.reading.invoer import count  # noqa: PLC0415  only when there is someone to show it to

    aantal = count(invoer)
    if aantal <= _VEEL_BESTANDEN:
        yield None
        return
    with click.progressbar(length=aantal, label="Werkboeken lezen", show_pos=True, file=sys.stderr) as balk:
        yield lambda _naam: balk.update(1)
