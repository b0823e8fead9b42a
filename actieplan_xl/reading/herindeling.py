"""A list of gemeenten with their opvolger, as a csv or a workbook, in the words that people and the CBS use for it."""

import csv
import io
from collections.abc import Iterator

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.herindeling import Herindeling, Opvolger
from actieplan_xl.domain.words import Koppen, fold
from actieplan_xl.reading.tabel import find_kop
from actieplan_xl.reading.werkboek import herkenning
from actieplan_xl.reading.werkboek.bestand import Bestand, Bron, open_bestand
from actieplan_xl.reading.werkboek.beveiliging import Sleutelbos
from actieplan_xl.reading.werkboek.openen import open_werkboek

_OPVOLGERS = ("opvolger", "rechtsopvolger", "nieuwe gemeente")
_CODES = ("code", "cbs code opvolger")
_ADRESSEN = ("e mail opvolger", "e mail")
"""How the headings begin that we look for. `cbs_code` and `kolom` are of the former gemeente and are passed over."""


def read_herindeling(bron: Bron, sleutels: Sleutelbos | None = None) -> Herindeling:
    """Return by name of a former gemeente what it became. Raises `BestandError` when no such list can be read."""
    bestand = open_bestand(bron)
    is_werkboek = herkenning.is_zip(bestand) or herkenning.is_ole(bestand)
    tabel = _rows_of_workbook(bestand, sleutels) if is_werkboek else _rows_of_text(bestand)
    koppen = [fold(kop) for kop in next(tabel, [])]
    gemeente, opvolger = _find(koppen, (Koppen.GEMEENTE,)), _find(koppen, _OPVOLGERS)
    if gemeente is None or opvolger is None:
        ontbreekt = Koppen.GEMEENTE if gemeente is None else Koppen.OPVOLGER
        raise bestand.weiger(Code.VERLENGEN_HERINDELING_ONLEESBAAR, waarom=f"de kolom '{ontbreekt}' ontbreekt")
    code, adres = _find(koppen, _CODES), _find(koppen, _ADRESSEN)
    gevonden: dict[str, Opvolger] = {}
    for rij in tabel:
        naam, nieuw = _get(rij, gemeente), _get(rij, opvolger)
        if not naam or not nieuw:
            continue
        wordt = Opvolger(nieuw, _get(rij, code), _get(rij, adres))
        if fold(gevonden.setdefault(naam, wordt).naam) != fold(nieuw):
            waarom = f"{naam} staat er twee keer, met een andere opvolger"
            raise bestand.weiger(Code.VERLENGEN_HERINDELING_ONLEESBAAR, waarom=waarom)
    if not gevonden:
        raise bestand.weiger(Code.VERLENGEN_HERINDELING_ONLEESBAAR, waarom="er staat geen gemeente met een opvolger in")
    return gevonden


def _rows_of_workbook(bestand: Bestand, sleutels: Sleutelbos | None) -> Iterator[list[str]]:
    """Yield the rows of the first sheet that has the heading, that heading first."""
    for sheet in open_werkboek(bestand, sleutels).sheets:
        kop = find_kop(sheet, (Koppen.GEMEENTE,))
        if kop is not None:
            breed = range(1, max(kop.koppen) + 1)
            yield from ([sheet.text(rij, kolom) for kolom in breed] for rij in sheet.rijen if rij >= kop.rij)
            return


def _rows_of_text(bestand: Bestand) -> Iterator[list[str]]:
    """Yield the rows of a csv, whatever stands between its fields; Excel in Dutch writes semicolons."""
    try:
        tekst = bestand.inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = bestand.inhoud.decode("cp1252", "replace")
    eerste = tekst.partition("\n")[0]
    tussen = max(";,\t", key=eerste.count)
    try:
        for rij in csv.reader(io.StringIO(tekst, newline=""), delimiter=tussen):
            yield [" ".join(veld.split()) for veld in rij]
    except csv.Error as error:
        raise bestand.weiger(Code.VERLENGEN_HERINDELING_ONLEESBAAR, waarom="het is geen csv") from error


def _find(koppen: list[str], beginnen: tuple[str, ...]) -> int | None:
    """Return where a heading stands: one of these words, or one that begins with it ("rechtsopvolger_2022")."""
    for begin in map(fold, beginnen):
        for plaats, kop in enumerate(koppen):
            if kop == begin or kop.startswith(f"{begin} "):
                return plaats
    return None


def _get(rij: list[str], plaats: int | None) -> str:
    return rij[plaats] if plaats is not None and plaats < len(rij) else ""
