"""`Leeswijzer`: what the colours say and how to read the workbook."""

from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.words import Bladen
from actieplan_xl.writing import styles
from actieplan_xl.writing.onderdelen import paper, put_meanings, put_title, stand_per
from actieplan_xl.writing.sheet import Sheet

_UITLEG = (
    (
        "Oranje",
        "Betekent altijd: geen bruikbaar antwoord. Geen bestand, niet ingevuld, onleesbaar, niet te begrijpen of "
        "uitstel; in Gegevens staat welke van de vijf.",
    ),
    (
        "Kolom van meer gemeenten",
        "Zijn de gemeenten het eens, dan staat er één antwoord. Zo niet, dan staat erbij wie wat zegt, in de kleur "
        "van de minst afgeronde status.",
    ),
    ("n.v.t.", "De actie is niet voor deze kolom bedoeld. Er is niets gevraagd en er wordt niets geteld."),
    (
        "Kleuren volgen woorden",
        "Typ in de matrix een ander woord op de eerste regel van een cel en de kleur en de tellingen per kolom "
        "veranderen mee.",
    ),
    (
        "Wijzigingen",
        "Staat erin als er bij het samenvoegen een vorig regiowerkboek bij was: wat er per gemeente en actie "
        "veranderde, en het verloop over alle peildata.",
    ),
    (
        "Gegevens",
        "Elke rij is het antwoord van één gemeente op één actie, met het bestand en de cel waar het is gelezen.",
    ),
    (
        "Volgende ronde",
        "Dit werkboek is zelf ook een planwerkboek: geef het aan ‘actieplan uitvragen’ en elke gemeente ziet haar "
        "vorige stand.",
    ),
)


def build_leeswijzer(plan: Plan) -> Sheet:
    """Return the sheet."""
    sheet = Sheet(Bladen.LEESWIJZER, tabkleur=styles.TABKLEUR_GEGEVENS)
    put_title(sheet, plan, "Leeswijzer", stand_per(plan), 3, 3)
    rij = put_meanings(sheet, 4, "Wat het zegt")
    rij += 1
    for kop, uitleg in _UITLEG:
        rij += 1
        sheet.put(rij, 1, kop, styles.CEL_VET)
        sheet.merge(rij, 2, 3, uitleg, styles.CEL)
    if plan.gegevens.opmerking:
        sheet.merge(rij + 2, 1, 3, plan.gegevens.opmerking, styles.OPMERKING)
    sheet.breedtes = {1: 28, 2: 24, 3: 74}
    sheet.print = paper(plan, Bladen.LEESWIJZER)
    return sheet
