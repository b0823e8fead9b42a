"""One function per command: paths in, a result out. Nothing is printed here, and nothing is drawn.

Every function raises only from `domain.errors`.
"""

from actieplan_xl.tasks.controle import check, merge_files
from actieplan_xl.tasks.export import Export, export
from actieplan_xl.tasks.herinneren import Herinnerd, Herinnermail, remind, write_example_text
from actieplan_xl.tasks.plannen import STANDAARDVOORBEELD, Uitvraag, distribute, new_plan, voorbeelden
from actieplan_xl.tasks.ronde import Retour, Uitkomst
from actieplan_xl.tasks.vergelijken import Vergeleken, compare_files
from actieplan_xl.tasks.verlengen import Verlengd, extend_file
from actieplan_xl.tasks.vertoning import Vertoning, show
from actieplan_xl.tasks.verzenden import Verzending, send_draft

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
