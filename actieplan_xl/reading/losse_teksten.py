"""Every text of a workbook that is in no answer, to the last: for who sets the workbook up anew.

A round tells a few hundred of a kind on a sheet and counts the rest (`Meldpunt`); what is counted is not to be lost.
"""

from collections.abc import Iterable, Iterator, Mapping

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.plan import Plan
from actieplan_xl.reading.antwoorden import read_antwoorden
from actieplan_xl.reading.buiten import find_aanhang, other_texts, tell_other_sheets
from actieplan_xl.reading.formulier import read_formulieren
from actieplan_xl.reading.vervolg import Vervolg
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt


def read_all_told(boek: Werkboek, plan: Plan, inzendingen: Iterable[Inzending]) -> list[Bevinding]:
    """Return everything there is to tell of these invulbladen, of sheets that were not read and of what hangs beside
    the cells."""
    meldpunt = _Volledig()
    formulieren = read_formulieren(boek, plan)
    per_blad = {inzending.blad: inzending for inzending in inzendingen}
    for formulier in formulieren:
        if (inzending := per_blad.get(formulier.sheet.naam)) is not None:
            read_antwoorden(formulier, plan, inzending.wie, inzending.kolom, inzending.bekend, meldpunt)
    tell_other_sheets(boek, formulieren, meldpunt)
    find_aanhang(boek, meldpunt)
    return meldpunt.bevindingen


def read_sheet_texts(boek: Werkboek, blad: str) -> Iterator[tuple[Plek, str]]:
    """Yield every text on a sheet that was told as a whole, each with its place; with an invulblad its calendar."""
    vervolg = Vervolg(boek)
    bij_elkaar = next(([f.sheet, *f.communicatie] for f in read_formulieren(boek) if f.sheet.naam == blad), [])
    for sheet in bij_elkaar or [sheet for sheet in boek.sheets if sheet.naam == blad]:
        for plaats, tekst in (*other_texts(sheet, vervolg).items(), *(sheet.twice() if bij_elkaar else ())):
            yield sheet.plek(plaats), tekst


class _Volledig(Meldpunt):
    """Tells everything one by one."""

    def __init__(self) -> None:
        super().__init__()
        self._alle: list[Bevinding] = []

    def tell(
        self, code: Code, plek: Plek, gemeente: str = "", nr: str = "", waarden: Mapping[str, object] | None = None
    ) -> None:
        self._alle.append(Bevinding(code, plek, gemeente, nr, dict(waarden or {})))

    @property
    def bevindingen(self) -> list[Bevinding]:
        return self._alle
