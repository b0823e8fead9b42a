"""Where findings of one file come together: all of them counted, of each kind on a sheet a number told one by one."""

from collections.abc import Mapping

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.reading.werkboek import grenzen


class Meldpunt:
    """Collects findings. A file with a million strange cells costs no more than one with a few hundred."""

    def __init__(self) -> None:
        self._bevindingen: list[Bevinding] = []
        self._geteld: dict[tuple[Code, str, str, str], int] = {}

    def tell(
        self, code: Code, plek: Plek, gemeente: str = "", nr: str = "", waarden: Mapping[str, object] | None = None
    ) -> None:
        """Note a finding; beyond the number it is only counted."""
        sleutel = (code, plek.bestand, plek.blad, gemeente)
        aantal = self._geteld[sleutel] = self._geteld.get(sleutel, 0) + 1
        if aantal <= grenzen.MELDINGEN_PER_SOORT:
            self._bevindingen.append(Bevinding(code, plek, gemeente, nr, dict(waarden or {})))

    @property
    def bevindingen(self) -> list[Bevinding]:
        """The findings in the order in which they came, and how many of a kind there were more."""
        meer = [
            Bevinding(Code.MEER_BEVINDINGEN, Plek(bestand, blad), gemeente, waarden={"aantal": over, "code": code})
            for (code, bestand, blad, gemeente), aantal in self._geteld.items()
            if (over := aantal - grenzen.MELDINGEN_PER_SOORT) > 0
        ]
        return [*self._bevindingen, *meer]
