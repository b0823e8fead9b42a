"""The retour: a workbook that goes back to its gemeente with what there is to mend, and loses nothing of hers."""

from actieplan_xl.writing.retour.bouwen import RETOUR, Gebouwd, build_retour, retour_name

__all__ = ["RETOUR", "Gebouwd", "build_retour", "retour_name"]
