"""Whether a text seems to hold what no plan should: a BSN, a licence plate, a phone number or an IBAN.

A warning, never more: only who typed it knows what it is. What was found is not repeated, only which kind and where.

Each kind is looked for in the ways people write it, and only where hardly anything else looks like it:
- IBAN: of the countries of SEPA, with the right length and check digits.
- Phone number: 06…, 0xx-… and 0xxx-…, +31…, 0031… and other countries with a +. Service numbers (0800, 0900, 14 0xx)
  are nobody's, and a date or a row of years is none.
- BSN: nine digits that pass the eleven-test, also as 3-3-3 or 4-2-3 with dots or spaces. Eight digits (one with a
  leading nought left out) only where the text itself speaks of a BSN: of dates and KvK numbers one in eleven passes.
- Licence plate: the Dutch sidecodes 1-14 with dashes; without them only in capitals that plates use, and not as
  sidecodes 1-6, which other codes (GM1684, KPMG19) look like as well. "1-mei-19", "di-14-05" and "wk-36-40" are times.
Every pattern is bounded, so a text of any length costs time in proportion to it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from actieplan_xl.domain.afspraken import AFSPRAAK_NAMEN
from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.words import COMMUNICATIE_KOLOMMEN, Koppen

BSN, KENTEKEN, TELEFOON, IBAN = "een BSN", "een kenteken", "een telefoonnummer", "een IBAN"

Tekst = tuple[str, str]
"""How a text is called in a sentence, and the text."""


def tell_persoonsgegevens(matrix: Matrix, gemeld: Iterable[Bevinding] = ()) -> Iterator[Bevinding]:
    """Yield a finding for each text and kind in what gemeenten typed; none when the plan does not want them.

    `gemeld` is what was found already: what that quotes may be in no answer, such as a comment.
    """
    if not matrix.plan.afspraken.let_op_persoonsgegevens:
        return
    gehad = set()
    for bevinding in chain(_in_answers(matrix), _in_findings(gemeld)):
        plek = bevinding.plek
        sleutel = (plek.bestand, plek.blad, plek.rij, bevinding.waarden["wat"])
        if bevinding.waarden["waar"] != _BUITEN or sleutel not in gehad:
            yield bevinding
        gehad.add(sleutel)


_BUITEN = "buiten de antwoorden"
_GETYPT = ("waarde", "rest", "begin")
"""The holes of a sentence that hold what a gemeente typed."""


def _in_findings(gemeld: Iterable[Bevinding]) -> Iterator[Bevinding]:
    """Yield what is in texts that findings quote; of an answer it is told already, on the same row."""
    for bevinding in gemeld:
        if bevinding.gemeente:
            teksten = [(_BUITEN, str(bevinding.waarden.get(naam, ""))) for naam in _GETYPT]
            yield from _tell(bevinding.plek, bevinding.gemeente, bevinding.nr, teksten)


def _in_answers(matrix: Matrix) -> Iterator[Bevinding]:
    for i in matrix.invullingen:
        teksten = ((f"bij {Koppen.STATUS}", i.getypt), *_fields(i.planning, i.toelichting))
        yield from _tell(i.plek, i.gemeente, i.nr, teksten)
    for eigen in matrix.eigen_acties:
        vooraf = ((f"bij {Koppen.ACTIE}", eigen.actie), (f"bij {Koppen.STATUS}", eigen.status))
        yield from _tell(eigen.plek, eigen.gemeente, eigen.nr, (*vooraf, *_fields(eigen.planning, eigen.toelichting)))
    for m in matrix.communicatie:
        waarden = (m.datum, m.wat, m.doelgroep, m.kanaal, m.bereik, m.toelichting)
        namen = (f"bij {kop}" for kop in COMMUNICATIE_KOLOMMEN)
        yield from _tell(m.plek, m.gemeente, "", zip(namen, waarden, strict=True))


def _fields(planning: str, toelichting: str) -> tuple[Tekst, Tekst]:
    return (f"bij {Koppen.PLANNING}", planning), (f"bij {Koppen.TOELICHTING}", toelichting)


def _tell(plek: Plek, gemeente: str, nr: str, teksten: Iterable[Tekst]) -> Iterator[Bevinding]:
    for waar, tekst in teksten:
        for wat in find_persoonsgegevens(tekst) if tekst else ():
            waarden = {"waar": waar, "wat": wat, "afspraak": AFSPRAAK_NAMEN["let_op_persoonsgegevens"]}
            yield Bevinding(Code.PERSOONSGEGEVEN, plek, gemeente, nr, waarden)


_CIJFER = re.compile(r"[0-9]")
_KORT = 200


def find_persoonsgegevens(tekst: str) -> tuple[str, ...]:
    """Return which kinds a text seems to hold, each once.

    >>> find_persoonsgegevens("bel 06-12345678 over AB-123-C"), find_persoonsgegevens("najaar 2018-2019")
    (('een telefoonnummer', 'een kenteken'), ())
    """
    if _CIJFER.search(tekst) is None:
        return ()
    # The same plannings come back in every file of a round.
    return _find_short(tekst) if len(tekst) <= _KORT else _find(tekst)


def _find(tekst: str) -> tuple[str, ...]:
    plat = tekst if tekst.isascii() else tekst.translate(_PLAT)
    # What is one kind is not looked at as another: an IBAN ends in nine digits or more.
    over, ibans = _take_ibans(plat)
    over = _TELEFOON.sub(_take_phone, over)
    gevonden = {
        IBAN: ibans,
        TELEFOON: _WEG in over,
        BSN: _has_bsn(over),
        KENTEKEN: any(not _is_date(plaat[0]) for plaat in _KENTEKEN.finditer(plat)),
    }
    return tuple(soort for soort, is_er in gevonden.items() if is_er)


_find_short = lru_cache(maxsize=4096)(_find)

_WEG = "\x00"
"""Stands where a phone number was taken out."""
_PLAT = {**dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"), 0xA0: " ", 0x202F: " ", 0x2009: " "}
_TUSSEN = r"(?:[ ]?[-./][ ]?|[ ])?"
"""What people put between the digits of a number; at most three characters."""

# Phone numbers

_JAREN = re.compile(r"(?:(?:19|2[01])[0-9]{2}(?:[^0-9]+|$))+")
_DATUM = re.compile(r"0?[0-9]{1,2}[-./ ]+[0-9]{1,2}[-./ ]+(?:19|2[01])[0-9]{2}(?![0-9])")
_REST = rf"(?:{_TUSSEN}[0-9])"
_TELEFOON = re.compile(
    r"(?<![0-9A-Za-z+])(?:"
    # 06 with eight more, or +31 and what comes behind the nought: no number of a service
    rf"\(?06\)?{_TUSSEN}[1-9]{_REST}{{7}}"
    rf"|(?:\+|00)31{_TUSSEN}(?:\(0\){_TUSSEN})?(?:[1-7]|8[58]){_REST}{{7,8}}"
    # an area code is followed by something, or all ten stand together
    rf"|\(?0(?:[1-57][0-9]|85|88)\)?(?:[ ]?[-./)][ ]?|[ ])[1-9]{_REST}{{6}}"
    rf"|\(?0[1-57][0-9]{{2}}\)?(?:[ ]?[-./)][ ]?|[ ])[1-9]{_REST}{{5}}"
    r"|0(?:[1-57][0-9]|85|88)[0-9]{7}"
    # another country
    rf"|\+(?!31)[1-9]{_REST}{{8,13}}"
    r")(?![0-9])"
)


def _take_phone(gevonden: re.Match[str]) -> str:
    getypt = gevonden[0]
    kaal = getypt.lstrip("+(")
    # Behind the area code nobody writes a slash: "06-12-19 / 13-12-19" are days.
    zijn_dagen = "/" in kaal[4:] or _DATUM.match(kaal)
    zijn_jaren = _JAREN.fullmatch(kaal) or _JAREN.fullmatch(kaal[2:].lstrip(" -./"))
    return getypt if zijn_dagen or zijn_jaren else _WEG


# BSN

_BSN = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][-.,/])(?<!€)(?<!€ )"
    r"(?:[0-9]{9}|(?<![0-9] )[0-9]{3}([. ])[0-9]{3}\1[0-9]{3}(?! [0-9])|[0-9]{4}([. ])[0-9]{2}\2[0-9]{3})"
    r"(?![0-9A-Za-z]|[-.,/][0-9])"
)
_BSN_ACHT = re.compile(r"(?<![0-9A-Za-z])(?<![0-9][-.,/])[0-9]{8}(?![0-9A-Za-z]|[-.,/][0-9])")
_SPREEKT_VAN_BSN = re.compile(r"\b(?:bsn|burgerservicen|sofi)", re.IGNORECASE)
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def _has_bsn(tekst: str) -> bool:
    gevonden_bsn = (gevonden for gevonden in _BSN.finditer(tekst) if not _is_amount(tekst, gevonden))
    if any(_passes_eleven(gevonden[0]) for gevonden in gevonden_bsn):
        return True
    if _SPREEKT_VAN_BSN.search(tekst) is None:
        return False
    return any(_passes_eleven(f"0{gevonden[0]}") for gevonden in _BSN_ACHT.finditer(tekst))


def _is_amount(tekst: str, gevonden: re.Match[str]) -> bool:
    voor, achter = tekst[max(gevonden.start() - 5, 0) : gevonden.start()], tekst[gevonden.end() : gevonden.end() + 6]
    return voor.strip().upper().endswith("EUR") or achter.strip().lower().startswith("eur")


def _passes_eleven(getypt: str) -> bool:
    cijfers = [int(teken) for teken in getypt if teken.isdecimal()]
    som = sum(gewicht * cijfer for gewicht, cijfer in zip(_GEWICHTEN, cijfers, strict=True))
    return any(cijfers) and som % 11 == 0


# IBAN

_LENGTES = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24,
    "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21,
    "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24,
    "SI": 19, "SK": 24, "SM": 27, "TR": 26, "VA": 22,
}  # fmt: skip
_IBAN = re.compile(r"(?<![0-9A-Za-z])([A-Za-z]{2})[ ]?[0-9][ ]?[0-9](?=[ .-]?[0-9A-Za-z])")


def _take_ibans(tekst: str) -> tuple[str, int]:
    """Return a text without its IBANs, and how many those were."""
    delen, vanaf, aantal = [], 0, 0
    for begin in _IBAN.finditer(tekst):
        lengte = _LENGTES.get(begin[1].upper(), 0)
        eind = _end_of(tekst, begin.start(), lengte) if lengte and begin.start() >= vanaf else 0
        if eind and _passes_97(tekst[begin.start() : eind]):
            delen.append(tekst[vanaf : begin.start()])
            vanaf, aantal = eind, aantal + 1
    return " ".join([*delen, tekst[vanaf:]]), aantal


def _end_of(tekst: str, begin: int, lengte: int) -> int:
    """Return where so many letters and digits end, with at most one sign between two of them; 0 when they do not."""
    plaats, geteld = begin, 0
    while geteld < lengte:
        if tekst[plaats : plaats + 1] in (" ", ".", "-"):
            plaats += 1
        teken = tekst[plaats : plaats + 1]
        if not (teken.isascii() and teken.isalnum()):
            return 0
        plaats, geteld = plaats + 1, geteld + 1
    return 0 if tekst[plaats : plaats + 1].isalnum() else plaats


def _passes_97(getypt: str) -> bool:
    kaal = "".join(teken for teken in getypt if teken.isalnum())
    return int("".join(str(int(teken, 36)) for teken in kaal[4:] + kaal[:4])) % 97 == 1


# Licence plates

_VORMEN = (
    "XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99", "XX-999-X",
    "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9",
)  # fmt: skip
"""The sidecodes 1 to 14, in their order."""
_OOK_ANDERS = 6
"""The first sidecodes look like other codes when they have no dashes."""


def _shape(vorm: str, letter: str) -> str:
    return vorm.replace("X", letter).replace("9", "[0-9]")


_MET_STREEPJES = "|".join(_shape(vorm, "[A-Za-z]") for vorm in _VORMEN)
_ZONDER = "|".join(_shape(vorm.replace("-", ""), "[BDFGHJKLMNPRSTVWXZ]") for vorm in _VORMEN[_OOK_ANDERS:])
_KENTEKEN = re.compile(rf"(?<![\w-])(?:{_MET_STREEPJES}|{_ZONDER})(?![\w-])")
_MAANDEN = frozenset(
    ("jan", "feb", "mrt", "maa", "mar", "apr", "mei", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec")
)


_OP_EEN_DAG = re.compile(r"(?:ma|di|wo|do|vr|za|zo|wk|kw|vj|nj|va)-[0-9]{2}-[0-9]{2}", re.IGNORECASE)


def _is_date(kenteken: str) -> bool:
    return _OP_EEN_DAG.fullmatch(kenteken) is not None or any(deel.lower() in _MAANDEN for deel in kenteken.split("-"))
