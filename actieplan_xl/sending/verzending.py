"""The draft that brings the regiowerkboek to the driehoek+: to whom, what the mail says, what goes along."""

from collections import Counter
from collections.abc import Sequence

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import TELVOLGORDE
from actieplan_xl.domain.weergave import visible
from actieplan_xl.domain.words import (
    BESLUIT_GEVRAAGD,
    VERANDERD,
    WAT_ER_VERANDERDE,
    WAT_OPVALT,
    Bladen,
    enkelvoud_of_meervoud,
    fold,
)
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.rules.volledigheid import count_answers
from actieplan_xl.sending.concept import PDF, Bijlage, parse_adressen
from actieplan_xl.sending.sjabloon import fold_line
from actieplan_xl.writing.regiowerkboek.opvallend import find_besluiten, find_opvallend

GATEN = (
    "plan", "regio", "jaar", "stand", "rubricering", "rubriek", "binnen", "telling", "veranderd", "opvallend",
    "besluiten", "bijlagen", "afzender", "e-mail afzender",
)  # fmt: skip
"""The holes that a text may have; docs/handleiding.md says what fills each."""

EIGEN_TEKST = "verzending.txt"
_LANGSTE = 200


def find_adressen(plan: Plan, naam: str) -> tuple[tuple[str, ...], tuple[Bevinding, ...]]:
    """Return the addresses on the sheet `Ontvangers`, each once, and what there is to tell of those that are none."""
    adressen: dict[str, None] = {}
    bevindingen = []
    for ontvanger in plan.ontvangers:
        goed, fout = parse_adressen(ontvanger.e_mail)
        adressen |= dict.fromkeys(goed)
        for waarde in fout or (() if goed else ("niets",)):
            waarden = {"rol": ontvanger.rol or "zonder rol", "waarde": waarde}
            bevindingen.append(Bevinding(Code.ONTVANGER_ZONDER_ADRES, Plek(naam, Bladen.ONTVANGERS), waarden=waarden))
    if not adressen:
        bevindingen.append(Bevinding(Code.GEEN_ONTVANGERS, Plek(naam)))
    return tuple(adressen), tuple(bevindingen)


def read_veranderd(boek: Werkboek) -> str:
    """Return the sentence that says what changed since the previous regiowerkboek; "" when there was none."""
    sheet = boek.find_sheet(Bladen.WIJZIGINGEN)
    koppen = [rij for rij in sheet.rijen if fold(sheet.text(rij, 1)) == fold(WAT_ER_VERANDERDE)] if sheet else []
    return sheet.text(koppen[0] + 1, 1) if sheet and koppen else ""


def make_waarden(
    samen: Samenvoeging, veranderd: str, bijlagen: Sequence[Bijlage], *, is_beveiligd: bool
) -> dict[str, str]:
    """Return what fills the holes; what fills a whole line is laid out already."""
    matrix = samen.matrix
    gegevens = matrix.plan.gegevens
    return {
        "plan": visible(gegevens.naam, _LANGSTE),
        "regio": visible(gegevens.regio, _LANGSTE),
        "jaar": visible(gegevens.jaar, _LANGSTE),
        "stand": f"stand per {visible(format_datum(gegevens.peildatum), _LANGSTE)}" if gegevens.peildatum else "",
        "rubricering": visible(gegevens.rubricering, _LANGSTE),
        "rubriek": f"Rubricering: {visible(gegevens.rubricering, _LANGSTE)}" if gegevens.rubricering else "",
        "binnen": "\n".join(fold_line(_received(matrix))),
        "telling": "\n".join(_counts(matrix)),
        "veranderd": _part(VERANDERD, [veranderd] if veranderd else []),
        "opvallend": _part(WAT_OPVALT, find_opvallend(samen)),
        "besluiten": _part(BESLUIT_GEVRAAGD, find_besluiten(matrix)),
        "bijlagen": _part("In de bijlage", _name_bijlagen(bijlagen, is_beveiligd=is_beveiligd)),
        "afzender": visible(gegevens.afzender, _LANGSTE),
        "e-mail afzender": visible(gegevens.e_mail_afzender, _LANGSTE),
    }


def _received(matrix: Matrix) -> str:
    totaal, gemeenten = len(matrix.invullingen), len(matrix.plan.gemeenten)
    binnen = totaal - len(matrix.oranje)
    volledig = sum(telling.is_volledig for telling in count_answers(matrix))
    gevraagd = enkelvoud_of_meervoud(totaal, "gevraagd antwoord", "gevraagde antwoorden")
    werkwoord = "is" if binnen == 1 else "zijn"
    compleet = "is" if volledig == 1 else "zijn"
    wie = enkelvoud_of_meervoud(gemeenten, "gemeente", "gemeenten")
    return f"Van {gevraagd} {werkwoord} er {binnen} binnen; van {wie} {compleet} er {volledig} compleet."


def _counts(matrix: Matrix) -> list[str]:
    geteld = Counter(invulling.status for invulling in matrix.invullingen)
    breed = len(str(max(geteld.values(), default=0)))
    return [f"  {geteld[status]:>{breed}} × {status}" for status in TELVOLGORDE]


def _part(kop: str, zinnen: Sequence[str]) -> str:
    """A heading with sentences under it; nothing when there are none."""
    regels = [regel for zin in zinnen for regel in fold_line(visible(zin), "- ", "  ")]
    return "\n".join([f"{kop}:", *regels]) if regels else ""


def _name_bijlagen(bijlagen: Sequence[Bijlage], *, is_beveiligd: bool) -> list[str]:
    slot = ", beveiligd met een wachtwoord dat je apart krijgt" if is_beveiligd else ""
    wat = {PDF: "om te lezen of af te drukken"}
    return [f"{visible(een.naam, _LANGSTE)}, {wat.get(een.soort, f'het hele werkboek{slot}')}" for een in bijlagen]
