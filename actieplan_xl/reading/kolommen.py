"""What there is to tell of the columns of an invulblad: one that is gone, that has another heading, or that is hers."""

from actieplan_xl.domain.adres import format_adres
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.words import fold
from actieplan_xl.reading.formulier import Formulier
from actieplan_xl.reading.koprij import KOPPEN
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt


def tell_columns(formulier: Formulier, wie: str, meldpunt: Meldpunt) -> None:
    """Tell which columns are gone or renamed, and each heading that is none of ours when nothing below it will."""
    sheet, kop = formulier.sheet, formulier.kop
    for woord in formulier.ontbrekende_koppen:
        meldpunt.tell(Code.KOLOM_ONTBREEKT, sheet.plek(), wie, waarden={"kop": woord})
    for kolom, woord in formulier.hernoemd.items():
        plaats = (kop.rij, kolom)
        tekst = kop.koppen.get(kolom, "")
        waarden = {"nu": f"heet nu '{tekst}'" if tekst else "heeft geen kop meer", "kop": woord, "waarde": tekst}
        meldpunt.tell(Code.KOLOM_HERNOEMD, sheet.plek(plaats), wie, waarden={"cel": format_adres(plaats), **waarden})
    bekend = {fold(woord) for woord in KOPPEN}
    onder = {veld.plaats[1] for regel in formulier.regels for _, veld in regel.overig}
    for kolom, tekst in kop.koppen.items():
        if fold(tekst) not in bekend and kolom not in onder and kolom not in formulier.hernoemd:
            meldpunt.tell(Code.CEL_BUITEN_TABEL, sheet.plek((kop.rij, kolom)), wie, waarden={"waarde": tekst})
