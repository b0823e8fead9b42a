import ast
import re
import string
from pathlib import Path

import click
import pytest

from actieplan_xl.cli import main
from actieplan_xl.cli.dutch import WOORDEN, install, translate_count
from cli.kleinplan import Run

ONBEREIKBAAR = {
    # defects of whoever writes commands
    "Name '{name}' defined twice",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Could not determine name for option with declarations {decls!r}",
    "No options defined but a name was passed ({name})."
    " Did you mean to declare an argument instead? Did you mean to pass '--{name}'?",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Value must be an iterable.",
    "Invalid start character for option ({option})",
    "Unknown standard stream '{name}'",
    "Unknown color {colour!r}",
    "Choice({choices})",
    # we ask nothing while running, and open no editor
    "Do you want to continue?",
    "Confirm the action without prompting.",
    "Repeat for confirmation",
    "Error: The two entered values do not match.",
    "Error: The value you entered was invalid.",
    "Error: {e.message}",
    "Error: invalid input",
    "Press any key to continue...",
    "{editor}: Editing failed",
    "{editor}: Editing failed: {e}",
    # no such values
    "{value!r} is not a valid UUID.",
    # only where a system administrator looks
    "Shell completion is not supported for Bash versions older than 4.4.",
    "Couldn't detect Bash version, shell completion is not supported.",
    "Windows error: {error}",
    # days in a progress bar: "d" in Dutch as well
    "d",
}

ENGELS = re.compile(
    r"(?<![-\w])(usage|options?:|commands?|show|exit|missing|error|try|help|invalid|unexpected|required|default|such"
    r"|did you|aborted|text|path|filename|directory|integer|boolean|args)\b",
    re.IGNORECASE,
)

VERKEERD = [
    ["onzin"],
    ["samnvoegen", "x"],
    ["--onzin"],
    ["nieuw"],
    ["nieuw", "a.ods"],
    ["tonen"],
    ["tonen", "a", "b"],
    ["tonen", "a", "b", "c"],
    ["uitvragen", "plan.xlsx"],
    ["uitvragen", "plan.xlsx", "--naar"],
    ["controleren"],
    ["controleren", "x", "--gemeente", "Boekel"],
    ["controleren", "x", "--gemeente", "Boekel=a.xlsx", "--gemeente", "Boekel=b.xlsx"],
    ["samenvoegen", "x", "--strik"],
    ["samenvoegen", "x", "--strikt=1"],
    ["samenvoegen", "x", "--peildatum", "gisteren"],
]


def msgids() -> set[str]:
    """All that the installed click hands to gettext, from its source."""
    gevonden = set()
    for bestand in Path(click.__file__).parent.glob("*.py"):
        for knoop in ast.walk(ast.parse(bestand.read_text("utf-8"))):
            if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id in ("_", "ngettext"):
                aantal = 2 if knoop.func.id == "ngettext" else 1
                gevonden |= {str(a.value) for a in knoop.args[:aantal] if isinstance(a, ast.Constant)}
    return gevonden


def test_everything_click_can_say_is_translated_or_cannot_be_reached() -> None:
    gevonden = msgids()

    assert len(gevonden) > 50
    assert gevonden - set(WOORDEN) - ONBEREIKBAAR == set()


def test_a_translation_asks_for_nothing_that_click_does_not_give() -> None:
    def holes(tekst: str) -> set[str]:
        return {naam for _, naam, _, _ in string.Formatter().parse(tekst) if naam}

    te_veel = {nl for en, nl in WOORDEN.items() if not holes(nl) <= holes(en)}

    assert te_veel == set()


def test_one_and_many_have_their_own_words() -> None:
    een, veel = "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"

    assert translate_count(een, veel, 1) == "Er staat een argument te veel ({args})"
    assert translate_count(een, veel, 2) == "Er staan argumenten te veel ({args})"


def test_every_module_of_click_that_speaks_is_taught() -> None:
    install()

    engels = [
        naam
        for naam in ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types", "utils")
        if getattr(getattr(click, naam), "_", WOORDEN.get)("Usage:") != "Gebruik:"
    ]

    assert engels == []


@pytest.mark.parametrize("opdracht", [None, *sorted(main.commands)])
def test_help_has_no_english_words(run: Run, opdracht: str | None) -> None:
    resultaat = run(*([opdracht] if opdracht else []), "--help")

    assert resultaat.exit_code == 0
    assert resultaat.stdout.startswith("Gebruik: actieplan")
    assert ENGELS.findall(resultaat.stdout) == []


@pytest.mark.parametrize("opdracht", sorted(main.commands))
def test_help_of_each_command_shows_an_example(run: Run, opdracht: str) -> None:
    assert f"Voorbeeld:\n    actieplan {opdracht} " in run(opdracht, "--help").stdout


@pytest.mark.parametrize("woorden", VERKEERD, ids=" ".join)
def test_wrong_use_is_told_in_dutch_with_what_to_do(run: Run, woorden: list[str]) -> None:
    resultaat = run(*woorden)

    assert resultaat.exit_code == 2
    assert resultaat.stdout == ""
    assert "Dit lukt niet: " in resultaat.stderr
    assert "--help' lees je hoe het moet." in resultaat.stderr
    assert ENGELS.findall(resultaat.stderr.replace("--help", "")) == []


def test_a_mistyped_command_gets_a_suggestion(run: Run) -> None:
    assert "Bedoel je --strikt?" in run("samenvoegen", "x", "--strik").stderr.replace("'", "")
