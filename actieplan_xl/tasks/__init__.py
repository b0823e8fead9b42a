"""One function per command: paths in, a result out. Nothing is printed here, and nothing is drawn.

Every function raises only from `domain.errors`. Each loads when it is used: a merge does not wait for what sends mail.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from actieplan_xl.tasks.controle import check, merge_files
    from actieplan_xl.tasks.exporteren import Export, export
    from actieplan_xl.tasks.herinneren import Herinnerd, Herinnermail, remind, write_example_text
    from actieplan_xl.tasks.plannen import STANDAARDVOORBEELD, Uitvraag, distribute, new_plan, voorbeelden
    from actieplan_xl.tasks.ronde import Retour, Uitkomst
    from actieplan_xl.tasks.vergelijken import Vergeleken, compare_files
    from actieplan_xl.tasks.verlengen import Verlengd, extend_file
    from actieplan_xl.tasks.vertoning import Vertoning, show
    from actieplan_xl.tasks.verzenden import Verzending, send_draft

_PLAATSEN = {
    "controle": (
        "check",
        "merge_files",
    ),
    "exporteren": (
        "Export",
        "export",
    ),
    "herinneren": (
        "Herinnerd",
        "Herinnermail",
        "remind",
        "write_example_text",
    ),
    "plannen": (
        "STANDAARDVOORBEELD",
        "Uitvraag",
        "distribute",
        "new_plan",
        "voorbeelden",
    ),
    "ronde": (
        "Retour",
        "Uitkomst",
    ),
    "vergelijken": (
        "Vergeleken",
        "compare_files",
    ),
    "verlengen": (
        "Verlengd",
        "extend_file",
    ),
    "vertoning": (
        "Vertoning",
        "show",
    ),
    "verzenden": (
        "Verzending",
        "send_draft",
    ),
}
_MODULE_VAN_NAAM = {naam: module for module, namen in _PLAATSEN.items() for naam in namen}

__all__ = [
    "STANDAARDVOORBEELD",
    "Export",
    "Herinnerd",
    "Herinnermail",
    "Retour",
    "Uitkomst",
    "Uitvraag",
    "Vergeleken",
    "Verlengd",
    "Vertoning",
    "Verzending",
    "check",
    "compare_files",
    "distribute",
    "export",
    "extend_file",
    "merge_files",
    "new_plan",
    "remind",
    "send_draft",
    "show",
    "voorbeelden",
    "write_example_text",
]


def __getattr__(naam: str) -> object:
    if naam not in _MODULE_VAN_NAAM:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    return getattr(import_module(f"{__name__}.{_MODULE_VAN_NAAM[naam]}"), naam)


def __dir__() -> list[str]:
    return __all__
