"""Our own words in a workbook that was sent back to be mended, told apart from what a gemeente typed beside them.

A retour has a sheet `Te herstellen` and comments of ours on cells; the marks of all those texts stand on its hidden
sheet (`domain.vasttekst`), so that reading it again gives the answers and nothing of our own.
"""

from dataclasses import replace

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.vasttekst import is_vast
from actieplan_xl.domain.words import OPMERKING_VAN_ONS


def without_ours(bevinding: Bevinding, vast: frozenset[str]) -> Bevinding | None:
    """Return a finding about a comment without the part that is ours; None when nothing else is in it."""
    if bevinding.code is not Code.OPMERKING_NIET_GELEZEN:
        return bevinding
    van_hen, teken, van_ons = str(bevinding.waarden["waarde"]).partition(OPMERKING_VAN_ONS)
    if not teken or not is_vast(teken + van_ons, vast):
        return bevinding
    return replace(bevinding, waarden={"waarde": van_hen.strip()}) if van_hen.strip() else None
