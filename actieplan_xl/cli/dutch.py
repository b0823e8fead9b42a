"""Click's own words in Dutch.

Click asks gettext for every word it says. Gettext's own route to another language needs a compiled .mo file beside
the package and the right locale on the user's machine; a gemeente laptop set to English would then get English
again. So the two functions that click's modules took from gettext are replaced by a look-up in `WOORDEN`.
"""

import importlib

WOORDEN: dict[str, str] = {
    # help
    "Usage:": "Gebruik:",
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Positional arguments": "Argumenten",
    "Show this message and exit.": "Toon deze uitleg.",
    "Show the version and exit.": "Toon de versie.",
    "%(prog)s, version %(version)s": "%(prog)s, versie %(version)s",
    "default: {default}": "standaard: {default}",
    "env var: {var}": "omgevingsvariabele: {var}",
    "required": "verplicht",
    "(dynamic)": "(wordt berekend)",
    "deprecated": "verouderd",
    "(Deprecated) {text}": "(Verouderd) {text}",
    "{text} {deprecated_message}": "{text} {deprecated_message}",
    "DeprecationWarning: The command {name!r} is deprecated.": "De opdracht {name!r} is verouderd.",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}": (
        "De opdracht {name!r} is verouderd.{extra_message}"
    ),
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}": (
        "{name!r} is verouderd.{extra_message}"
    ),
    # wrong use
    "Error: {message}": "Dit lukt niet: {message}",
    "Try '{command} {option}' for help.": "Met '{command} {option}' lees je hoe het moet.",
    "Missing command.": "Er ontbreekt een opdracht.",
    "Missing argument": "Er ontbreekt een argument",
    "Missing option": "Er ontbreekt een optie",
    "Missing parameter": "Er ontbreekt een parameter",
    "Missing {param_type}": "Er ontbreekt een {param_type}",
    "Missing parameter: {param_name}": "Er ontbreekt een parameter: {param_name}",
    "No such option {name!r}.": "De optie {name!r} bestaat niet.",
    "No such option: {name}": "De optie {name} bestaat niet.",
    "No such command {name!r}.": "De opdracht {name!r} bestaat niet.",
    "Did you mean {possibility}?": "Bedoel je {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Bedoel je een van deze: {possibilities}?)",
    "(Possible options: {possibilities})": "(Bedoel je een van deze: {possibilities}?)",
    "Got unexpected extra argument ({args})": "Er staat een argument te veel ({args})",
    "Got unexpected extra arguments ({args})": "Er staan argumenten te veel ({args})",
    "Option {name!r} requires an argument.": "Achter de optie {name!r} hoort een waarde.",
    "Option {name!r} requires {nargs} arguments.": "Achter de optie {name!r} horen {nargs} waarden.",
    "Option {name!r} does not take a value.": "Achter de optie {name!r} hoort geen waarde.",
    "Argument {name!r} takes {nargs} values.": "Bij het argument {name!r} horen {nargs} waarden.",
    "Takes {nargs} values but 1 was given.": "Er horen {nargs} waarden en er is er 1 gegeven.",
    "Takes {nargs} values but {len} were given.": "Er horen {nargs} waarden en er zijn er {len} gegeven.",
    "{len_type} values are required, but {len_value} was given.": (
        "Er zijn {len_type} waarden nodig en er is er {len_value} gegeven."
    ),
    "{len_type} values are required, but {len_value} were given.": (
        "Er zijn {len_type} waarden nodig en er zijn er {len_value} gegeven."
    ),
    "Aborted!": "Afgebroken.",
    # wrong values
    "Invalid value: {message}": "Deze waarde kan niet: {message}",
    "Invalid value for {param_hint}: {message}": "Deze waarde voor {param_hint} kan niet: {message}",
    "Choose from:\n\t{choices}": "Kies uit:\n\t{choices}",
    "{value!r} is not {choice}.": "{value!r} is niet {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} is niet een van {choices}.",
    "{value!r} is not a valid {number_type}.": "{value!r} is geen getal ({number_type}).",
    "{value} is not in the range {range}.": "{value} valt niet binnen {range}.",
    "{value!r} is not a valid boolean.": "{value!r} is geen ja of nee.",
    "{value!r} is not a valid boolean. Recognized values: {states}": "{value!r} is geen ja of nee. Kies uit: {states}",
    "{value!r} does not match the format {format}.": "{value!r} past niet bij de vorm {format}.",
    "{value!r} does not match the formats {formats}.": "{value!r} past niet bij een van de vormen {formats}.",
    # paths
    "file": "bestand",
    "directory": "map",
    "path": "pad",
    "{name} {filename!r} does not exist.": "{name} {filename!r} is er niet.",
    "{name} {filename!r} is a file.": "{name} {filename!r} is een bestand.",
    "{name} {filename!r} is a directory.": "{name} {filename!r} is een map.",
    "{name} '{filename}' is a directory.": "{name} '{filename}' is een map.",
    "{name} {filename!r} is not readable.": "{name} {filename!r} is niet te lezen.",
    "{name} {filename!r} is not writable.": "{name} {filename!r} is niet te schrijven.",
    "{name} {filename!r} is not executable.": "{name} {filename!r} is niet uit te voeren.",
    "Could not open file {filename!r}: {message}": "Het bestand {filename!r} gaat niet open: {message}",
    "unknown error": "onbekende fout",
}  # fmt: skip
"""What click says → what we say. Both forms of an `ngettext` stand here on their own."""

_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types", "utils")


def translate(tekst: str) -> str:
    """Return a word of click in Dutch; a word that is not known stays as it is."""
    return WOORDEN.get(tekst, tekst)


def translate_count(enkelvoud: str, meervoud: str, aantal: int) -> str:
    """Return the form of a word of click that goes with a number, in Dutch."""
    return translate(enkelvoud if aantal == 1 else meervoud)


def install() -> None:
    """Make click speak Dutch for the rest of this process. Doing it twice does no harm."""
    for naam in _MODULES:
        module = importlib.import_module(f"click.{naam}")
        if hasattr(module, "_"):
            setattr(module, "_", translate)  # noqa: B010  mypy knows click's own type for it
        if hasattr(module, "ngettext"):
            setattr(module, "ngettext", translate_count)  # noqa: B010
