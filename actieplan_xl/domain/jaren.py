"""The years that a planning speaks of (contract §1, column `jaren` of `Gegevens`), and the year of a plan."""

import re
from collections.abc import Iterable

from actieplan_xl.domain.doorgehaald import still_stands
from actieplan_xl.domain.errors import GebruikError

_JAAR = r"(?:19|20)\d\d"
_TOT = r"\s*(?:-|–|—|/|t/m|tot en met|tot)\s*"
_REEKS = re.compile(rf"(?<!\d)({_JAAR}){_TOT}({_JAAR}|\d\d)(?!\d)(?!\s*[-/]\d)")
_LOS = re.compile(rf"(?<!\d)({_JAAR})(?!\d)")
_LANGSTE_REEKS = 30
_PLANJAAR = re.compile(r"(20[0-9]{2}|2100)(?:\s*[-–]\s*(20[0-9]{2}|2100))?")


def jaren(planning: str) -> tuple[int, ...]:
    """Return the years meant by a planning, in order, each once; () when it names none. What was struck out is not.

    >>> jaren("2018-2020")
    (2018, 2019, 2020)
    >>> jaren("Herhaling in 2018 of 2019")
    (2018, 2019)
    """
    planning = still_stands(planning)
    gevonden = {int(jaar) for jaar in _LOS.findall(planning)}
    for eerste, laatste in _REEKS.findall(planning):
        begin = int(eerste)
        eind = int(laatste) if len(laatste) == 4 else begin // 100 * 100 + int(laatste)
        if begin < eind <= begin + _LANGSTE_REEKS:
            gevonden.update(range(begin, eind + 1))
    return tuple(sorted(gevonden))


def outside(genoemd: Iterable[int], van_tot: tuple[int, int]) -> list[int]:
    """Return the years that lie before the first or after the last year of a plan."""
    eerste, laatste = van_tot
    return [jaar for jaar in genoemd if not eerste <= jaar <= laatste]


def format_jaren(planning: str) -> str:
    """Return the years as the sheet `Gegevens` writes them: "2018, 2019"."""
    return ", ".join(str(jaar) for jaar in jaren(planning))


def parse_planjaar(tekst: str) -> str:
    """Return the year of a plan, or the years from and to, as the plan writes it. Raises `GebruikError`.

    >>> parse_planjaar("2020 – 2022")
    '2020-2022'
    """
    gevonden = _PLANJAAR.fullmatch(tekst.strip())
    if gevonden is None or (gevonden[2] and gevonden[2] <= gevonden[1]):
        raise GebruikError(f"'{tekst}' is geen jaar. Schrijf bijvoorbeeld 2020, of 2020-2022.")
    return "-".join(deel for deel in gevonden.groups() if deel)


def format_planjaren(van_tot: tuple[int, int]) -> str:
    """Return the first and the last year of a plan as people write them: "2019-2022", or "2019" for one year."""
    eerste, laatste = van_tot
    return str(eerste) if eerste == laatste else f"{eerste}-{laatste}"
