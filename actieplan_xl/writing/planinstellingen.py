"""The sheet `Plan`: what the plan is called and for when it is, and what the region agreed on."""

from actieplan_xl.domain.afspraken import AAN, AFSPRAAK_NAMEN, UIT, aan_of_uit
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.words import Bladen
from actieplan_xl.reading.planwerkboek import PLAN_NAMEN
from actieplan_xl.writing import styles
from actieplan_xl.writing.onderdelen import paper
from actieplan_xl.writing.sheet import DataValidation, Range, Sheet

_UITLEG_PLAN = {
    "naam": "Staat boven elk werkblad en in de bestandsnamen.",
    "regio": "De regio of het samenwerkingsverband.",
    "jaar": "Het jaar van het plan.",
    "peildatum": "De dag waarop de stand wordt opgemaakt.",
    "uiterste inleverdatum": "Staat op elk invulblad.",
    "rubricering": "Vertrouwelijkheid, op elke pagina; bijvoorbeeld 'Intern gebruik'.",
    "afzender": "Aan wie de gemeenten het invulblad terugsturen.",
    "e-mail afzender": "Het adres daarvan.",
    "opmerking": "Mag leeg blijven. Wat er staat komt onder de samenvatting en op het invulblad.",
}
_UITLEG_AFSPRAKEN = {
    "toelichting_bij_niet_opgepakt": "Vraagt een reden bij wat niet wordt opgepakt.",
    "planning_bij_gepland": "Vraagt wanneer, bij wat gepland is.",
    "jaren_binnen_plan": "Meldt een planning met een jaar buiten het jaar van het plan.",
    "let_op_persoonsgegevens": "Meldt wat lijkt op een BSN, kenteken, telefoonnummer of IBAN.",
}


def build_plan_sheet(plan: Plan) -> Sheet:
    """Return the sheet: a row for each field and each afspraak, with its explanation."""
    sheet = Sheet(Bladen.PLAN, tabkleur=styles.TABKLEUR_GEGEVENS, breedtes={1: 26, 2: 60, 3: 60})
    for rij, (veld, naam) in enumerate(PLAN_NAMEN.items(), 1):
        sheet.put(rij, 1, naam, styles.CEL_VET)
        sheet.put(rij, 2, getattr(plan.gegevens, veld), styles.CEL)
        sheet.put(rij, 3, _UITLEG_PLAN[naam], styles.OPMERKING)
    eerste = len(PLAN_NAMEN) + 1
    for rij, (veld, naam) in enumerate(AFSPRAAK_NAMEN.items(), eerste):
        sheet.put(rij, 1, naam, styles.CEL_VET)
        sheet.put(rij, 2, aan_of_uit(getattr(plan.afspraken, veld)), styles.CEL)
        sheet.put(rij, 3, f"{AAN.capitalize()} of {UIT}. {_UITLEG_AFSPRAKEN[veld]}", styles.OPMERKING)
    keuzes = Range(eerste, 2, eerste + len(AFSPRAAK_NAMEN) - 1, 2)
    sheet.validaties.append(DataValidation(keuzes, "Afspraak", "Kies ja of nee.", (AAN, UIT), "Kies ja of nee."))
    sheet.tekst_als_getal_mag = Range(1, 1, len(PLAN_NAMEN), 2)
    sheet.print = paper(plan, Bladen.PLAN)
    return sheet
