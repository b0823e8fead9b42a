"""What there is to tell of the columns of an invulblad: one that is gone, that has another heading, or that is hers."""

from actieplan_xl.domain.adres import format_adres
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.words import INVULBLAD_KOPPEN, opsomming
from actieplan_xl.reading.formulier import Formulier
from actieplan_xl.reading.werkboek.cells import Soort
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt


def tell_columns(formulier: Formulier, wie: str, meldpunt: Meldpunt) -> None:
    """Tell which columns are gone or renamed, and each heading that is none of ours when nothing below it will."""
    sheet, kop = formulier.sheet, formulier.kop
    for woord in formulier.ontbrekende_koppen:
        dubbel = [format_adres((kop.rij, kolom)) for kolom, ander in formulier.onbeslist.items() if ander == woord]
        hoe = f"is niet meer te herkennen: zo heten {opsomming(dubbel)}" if dubbel else "is er niet meer"
        meldpunt.tell(Code.KOLOM_ONTBREEKT, sheet.plek(), wie, waarden={"kop": woord, "hoe": hoe})
    for kolom, woord in formulier.hernoemd.items():
        plaats = (kop.rij, kolom)
        tekst = kop.koppen.get(kolom, "")
        waarden = {"nu": f"heet nu '{tekst}'" if tekst else "heeft geen kop meer", "kop": woord, "waarde": tekst}
        meldpunt.tell(Code.KOLOM_HERNOEMD, sheet.plek(plaats), wie, waarden={"cel": format_adres(plaats), **waarden})
    van_ons = {formulier.kolom(woord) for woord in INVULBLAD_KOPPEN} | {*formulier.hernoemd} | {*formulier.onbeslist}
    onder = {
        veld.plaats[1]
        for regel in formulier.regels
        for _, veld in regel.overig
        if veld.soort is not Soort.NIET_BEREKEND and not formulier.is_copy(regel.rij)
    }
    for kolom, tekst in kop.koppen.items():
        if kolom not in van_ons and kolom not in onder:
            meldpunt.tell(Code.CEL_BUITEN_TABEL, sheet.plek((kop.rij, kolom)), wie, waarden={"waarde": tekst})
