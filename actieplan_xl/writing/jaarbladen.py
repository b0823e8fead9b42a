"""The sheets by which one year's plan knows of the years before: `Vorige stand` and `Afgesloten`."""

from collections.abc import Sequence
from operator import attrgetter

from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.vorige_stand import VorigeStand
from actieplan_xl.domain.words import Bladen
from actieplan_xl.reading.afgesloten import AFGESLOTEN_KOLOMMEN
from actieplan_xl.reading.vorige_stand import VORIGE_KOLOMMEN
from actieplan_xl.writing import styles
from actieplan_xl.writing.kleurregels import matrix_rules
from actieplan_xl.writing.planbladen import table_sheet
from actieplan_xl.writing.sheet import Range, Sheet

_BREEDTES = {
    "nr": 9.0, "hoofdlijn": 30.0, "thema": 30.0, "actie": 60.0, "kolom": 20.0, "gemeente": 22.0, "status": 20.0,
    "planning": 32.0, "van": 22.0, "peildatum": 18.0, "sinds": 18.0,
}  # fmt: skip


def build_afgesloten(plan: Plan) -> Sheet | None:
    """Return the acties that were closed, a row for each gemeente; None when there are none."""
    velden = attrgetter(*AFGESLOTEN_KOLOMMEN[:-1])
    rijen = [(*velden(rij), format_datum(rij.sinds)) for rij in plan.afgesloten]
    return _sheet(plan, Bladen.AFGESLOTEN, AFGESLOTEN_KOLOMMEN, rijen) if rijen else None


def build_vorige_stand(plan: Plan, vorige: Sequence[VorigeStand]) -> Sheet | None:
    """Return what each gemeente last said, one row for each that it was before; None when nothing is known."""
    kolom = {gemeente.naam: gemeente.kolom for gemeente in plan.gemeenten}
    rijen = [
        (
            rij.nr,
            rij.actie,
            kolom.get(rij.gemeente, ""),
            rij.gemeente,
            str(rij.stand.status),
            rij.stand.planning,
            rij.van,
            format_datum(rij.peildatum),
        )
        for rij in vorige
    ]
    return _sheet(plan, Bladen.VORIGE_STAND, VORIGE_KOLOMMEN, rijen) if rijen else None


def _sheet(plan: Plan, naam: str, koppen: tuple[str, ...], rijen: Sequence[Sequence[str]]) -> Sheet:
    sheet = table_sheet(plan, naam, koppen, rijen, {plek: _BREEDTES[kop] for plek, kop in enumerate(koppen, 1)})
    sheet.tabkleur = styles.TABKLEUR
    status = koppen.index("status") + 1
    sheet.kleurregels = matrix_rules(Range(2, status, len(rijen) + 1, status), 2, is_regio=False)
    sheet.bevroren = (1, koppen.index("actie") + 1)
    sheet.filter = Range(1, 1, len(rijen) + 1, len(koppen))
    return sheet
