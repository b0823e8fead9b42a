"""Eén actieplan, alle gemeenten, één werkboek: the public names, nothing else.

Names load when they are used, so that `import actieplan_xl` costs nothing and the command line starts fast.
pandas and openpyxl load only for what needs them: `to_frame()` and `to_long_frame()` need pandas.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from actieplan_xl.versie import VERSIE as __version__

if TYPE_CHECKING:
    from actieplan_xl.domain.afspraken import Afspraken
    from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst
    from actieplan_xl.domain.errors import ActieplanError, BestandError, GebruikError, PlanError, VerzendError
    from actieplan_xl.domain.herindeling import Opvolger
    from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Invulling, Plek, Stand
    from actieplan_xl.domain.inzending import Inzending
    from actieplan_xl.domain.matrix import Matrix
    from actieplan_xl.domain.plan import Actie, Afgesloten, Gemeente, Hoofdlijn, Kolom, Plan, Plangegevens, Thema
    from actieplan_xl.domain.reeks import Punt
    from actieplan_xl.domain.status import Kleur, Reden, Status
    from actieplan_xl.domain.vorige_stand import VorigeStand
    from actieplan_xl.reading.inzending import read_invulblad
    from actieplan_xl.reading.planwerkboek import Planwerkboek
    from actieplan_xl.reading.regiowerkboek import Regiowerkboek, read_regiowerkboek
    from actieplan_xl.reading.regiowerkboek import read_vorige as read_planwerkboek
    from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
    from actieplan_xl.rules.vergelijking import Planwijziging, Vergelijking, Wijziging, compare
    from actieplan_xl.rules.verlenging import Verlenging, extend_plan
    from actieplan_xl.tasks import (
        Export,
        Herinnerd,
        Herinnermail,
        Uitkomst,
        Uitvraag,
        Vergeleken,
        Verlengd,
        Verzending,
        check,
        compare_files,
        distribute,
        export,
        extend_file,
        merge_files,
        new_plan,
        remind,
        send_draft,
        show,
    )
    from actieplan_xl.writing.invulblad import Antwoord, Vulling
    from actieplan_xl.writing.uitvoer import write_invulblad, write_planwerkboek, write_regiowerkboek

_PLAATSEN = {
    "domain.afspraken": ("Afspraken",),
    "domain.bevinding": ("Bevinding", "Code", "Ernst"),
    "domain.errors": ("ActieplanError", "BestandError", "GebruikError", "PlanError", "VerzendError"),
    "domain.herindeling": ("Opvolger",),
    "domain.invulling": ("Communicatiemoment", "EigenActie", "Invulling", "Plek", "Stand"),
    "domain.inzending": ("Inzending",),
    "domain.matrix": ("Matrix",),
    "domain.plan": ("Actie", "Afgesloten", "Gemeente", "Hoofdlijn", "Kolom", "Plan", "Plangegevens", "Thema"),
    "domain.reeks": ("Punt",),
    "domain.vorige_stand": ("VorigeStand",),
    "domain.status": ("Kleur", "Reden", "Status"),
    "reading.inzending": ("read_invulblad",),
    "reading.planwerkboek": ("Planwerkboek",),
    "reading.regiowerkboek": ("Regiowerkboek", "read_regiowerkboek"),
    "rules.samenvoeging": ("Samenvoeging", "merge"),
    "rules.verlenging": ("Verlenging", "extend_plan"),
    "rules.vergelijking": ("Planwijziging", "Vergelijking", "Wijziging", "compare"),
    "tasks": (
        "Export",
        "Herinnerd",
        "Herinnermail",
        "Uitkomst",
        "Uitvraag",
        "Vergeleken",
        "Verlengd",
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
    ),
    "writing.invulblad": ("Antwoord", "Vulling"),
    "writing.uitvoer": ("write_invulblad", "write_planwerkboek", "write_regiowerkboek"),
}
_MODULE_VAN_NAAM = {naam: (module, naam) for module, namen in _PLAATSEN.items() for naam in namen}
# Either kind of workbook is a plan to the caller; which of the two it is shows in how much it knows.
_MODULE_VAN_NAAM["read_planwerkboek"] = ("reading.regiowerkboek", "read_vorige")

__all__ = [
    "Actie",
    "ActieplanError",
    "Afgesloten",
    "Afspraken",
    "Antwoord",
    "BestandError",
    "Bevinding",
    "Code",
    "Communicatiemoment",
    "EigenActie",
    "Ernst",
    "Export",
    "GebruikError",
    "Gemeente",
    "Herinnerd",
    "Herinnermail",
    "Hoofdlijn",
    "Invulling",
    "Inzending",
    "Kleur",
    "Kolom",
    "Matrix",
    "Opvolger",
    "Plan",
    "PlanError",
    "Plangegevens",
    "Planwerkboek",
    "Planwijziging",
    "Plek",
    "Punt",
    "Reden",
    "Regiowerkboek",
    "Samenvoeging",
    "Stand",
    "Status",
    "Thema",
    "Uitkomst",
    "Uitvraag",
    "Vergeleken",
    "Vergelijking",
    "Verlengd",
    "Verlenging",
    "VerzendError",
    "Verzending",
    "VorigeStand",
    "Vulling",
    "Wijziging",
    "__version__",
    "check",
    "compare",
    "compare_files",
    "distribute",
    "export",
    "extend_file",
    "extend_plan",
    "merge",
    "merge_files",
    "new_plan",
    "read_invulblad",
    "read_planwerkboek",
    "read_regiowerkboek",
    "remind",
    "send_draft",
    "show",
    "write_invulblad",
    "write_planwerkboek",
    "write_regiowerkboek",
]


def __getattr__(naam: str) -> object:
    if naam not in _MODULE_VAN_NAAM:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    module, eigen_naam = _MODULE_VAN_NAAM[naam]
    return getattr(import_module(f"{__name__}.{module}"), eigen_naam)


def __dir__() -> list[str]:
    return __all__
