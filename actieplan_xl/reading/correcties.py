"""A list of the coördinator → correcties: each row read as an answer is, and accounted for (contract §2)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.correctie import Correctie
from actieplan_xl.domain.datum import format_datum, parse_datum, whole_datum
from actieplan_xl.domain.inzending import Herkomst, Inzending
from actieplan_xl.domain.plan import Actie, Gemeente, Plan, parse_nr
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.words import (
    CORRECTIE_KOLOMMEN,
    CORRECTIE_UITLEG,
    enkelvoud_of_meervoud,
    korte_opsomming,
    opsomming,
)
from actieplan_xl.reading.buiten import find_aanhang, name_rows, other_texts, tell_sheet
from actieplan_xl.reading.correctieblad import VERPLICHT, correctiebladen, find_correctiekop
from actieplan_xl.reading.koppelingen import tell_koppelingen
from actieplan_xl.reading.koprij import find_header
from actieplan_xl.reading.planwerkboek import is_planwerkboek
from actieplan_xl.reading.regel import Regel, Veld, read_veld
from actieplan_xl.reading.statuscel import Vorige, read_statuscel, unusable
from actieplan_xl.reading.tabel import Kop
from actieplan_xl.reading.verborgen import is_verborgen_blad
from actieplan_xl.reading.vervolg import Vervolg
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt

_GEMEENTE, _NR, _STATUS, _PLANNING, _WAAROM, _DOOR, _WANNEER = CORRECTIE_KOLOMMEN
_DAGEN_VOOR, _DAGEN_NA = 366, 92
"""Further before or after the peildatum it is a slip of the year, or a list of another round."""
_HOOGSTENS_GENOEMD = 12


def is_correctiewerkboek(boek: Werkboek) -> bool:
    """Whether a workbook among the input is a list of the coördinator: with nothing of a plan or an invulblad in it, so
    that a gemeente never changes an answer with a sheet of hers."""
    if _is_of_gemeente(boek):
        return False
    bladen = correctiebladen(boek)
    if not any(map(find_correctiekop, bladen)) or is_planwerkboek(boek):
        return False
    return not any(find_header(sheet) for sheet in boek.sheets if sheet not in bladen)


def _is_of_gemeente(boek: Werkboek) -> bool:
    return any(map(is_verborgen_blad, boek.sheets))


def has_correcties(boek: Werkboek) -> bool:
    """Whether anything stands in a list of correcties in a workbook."""
    koppen = ((sheet, find_correctiekop(sheet)) for sheet in correctiebladen(boek))
    return any(kop is None or max(sheet.rijen) > kop.rij for sheet, kop in koppen)


def read_correctiewerkboek(boek: Werkboek, plan: Plan) -> Inzending:
    """Return what the list in a workbook of its own says, with what hangs beside it and stands on other sheets."""
    lijst, meldpunt = read_correcties(boek, plan), Meldpunt()
    bladen, vervolg = correctiebladen(boek), Vervolg(boek)
    for sheet in (sheet for sheet in boek.sheets if sheet not in bladen):
        tell_sheet(sheet, other_texts(sheet, vervolg), meldpunt)
    anders = (*boek.meldingen, *find_aanhang(boek), *meldpunt.bevindingen)
    return replace(lijst, bevindingen=(*lijst.bevindingen, *anders))


def read_correcties(boek: Werkboek, plan: Plan) -> Inzending:
    """Return what a list says. Never raises on what it holds."""
    meldpunt = Meldpunt()
    correcties: list[Correctie] = []
    for sheet in correctiebladen(boek):
        lezer = _Lezer(sheet, plan, meldpunt)
        correcties.extend(lezer.read())
        aantal = enkelvoud_of_meervoud(lezer.aantal, "correctie is", "correcties zijn")
        meldpunt.tell(Code.CORRECTIES_GELEZEN, sheet.plek(), waarden={"aantal": aantal})
    bestand = boek.bestand
    herkomst = Herkomst(bestand.naam, bestand.sha256, boek.opgeslagen, is_correctielijst=True)
    return Inzending(herkomst, (), bevindingen=tuple(meldpunt.bevindingen), correcties=tuple(correcties))


def add_correcties(inzendingen: list[Inzending], lijst: Inzending) -> list[Inzending]:
    """Return what was read with the list in the plan; that workbook may lie among the input as well."""
    sha256 = lijst.herkomst.sha256
    return [*(_without_niet_mee(i) if i.herkomst.sha256 == sha256 else i for i in inzendingen), lijst]


def _without_niet_mee(inzending: Inzending) -> Inzending:
    over = tuple(b for b in inzending.bevindingen if b.code is not Code.CORRECTIES_NIET_MEE)
    return replace(inzending, bevindingen=over)


class _Lezer:
    """Reads one sheet. What is wrong with the list is the coördinator's, so no finding on it names a gemeente."""

    def __init__(self, sheet: Sheet, plan: Plan, meldpunt: Meldpunt):
        self.sheet = sheet
        self.plan = plan
        self.meldpunt = meldpunt
        self.vervolg = Vervolg(sheet.werkboek)
        self.aantal = 0

    def tell(self, code: Code, veld: Veld, nr: str = "", /, **waarden: object) -> None:
        plek = self.sheet.plek(veld.plaats if all(veld.plaats) else None)
        self.meldpunt.tell(code, plek, "", nr, {"nr": nr, **waarden})

    def read(self) -> Iterator[Correctie]:
        """Yield the correcties, and tell everything else that stands on the sheet."""
        kop = find_correctiekop(self.sheet)
        if kop is None:
            waarden = {"koppen": opsomming(VERPLICHT)}
            self.meldpunt.tell(Code.CORRECTIES_GEEN_LIJST, self.sheet.plek(), waarden=waarden)
        self._tell_beside(kop)
        if self.sheet.is_verborgen:
            self.meldpunt.tell(Code.BLAD_VERBORGEN, self.sheet.plek())
        if kop is None:
            return
        if rijen := [rij for rij in self.sheet.rijen if rij > kop.rij and rij in self.sheet.inhoud.verborgen_rijen]:
            self.meldpunt.tell(Code.RIJEN_VERBORGEN, self.sheet.plek(), waarden={"rijen": name_rows(rijen)})
        for rij in (rij for rij in self.sheet.rijen if rij > kop.rij):
            velden = {w: read_veld(self.sheet, rij, kop.kolom(w), self.vervolg) for w in CORRECTIE_KOLOMMEN}
            if all(veld.is_leeg for veld in velden.values()):
                continue
            gelezen = self._read_row(velden)
            self.aantal += bool(gelezen)
            yield from gelezen

    def _tell_beside(self, kop: Kop | None) -> None:
        kolommen = {kop.kolom(woord) for woord in CORRECTIE_KOLOMMEN} if kop else set()
        for plaats, tekst in self.sheet.texts():
            is_rij = kop is not None and plaats[0] >= kop.rij and plaats[1] in kolommen
            if not is_rij and tekst != CORRECTIE_UITLEG:
                waarden = {"waarde": self.vervolg.whole(tekst)}
                self.meldpunt.tell(Code.CORRECTIE_NIET_GELEZEN, self.sheet.plek(plaats), waarden=waarden)
        for plaats, tekst in self.sheet.twice():
            self.meldpunt.tell(Code.CEL_DUBBEL, self.sheet.plek(plaats), waarden={"waarde": tekst})
        tell_koppelingen(self.sheet, "", self.meldpunt)

    def _read_row(self, velden: dict[str, Veld]) -> list[Correctie]:
        """Return the correcties of one row, one for each gemeente it names; none when anything of it is in doubt."""
        actie = self._actie(velden[_NR])
        gemeenten = self._gemeenten(velden[_GEMEENTE], actie)
        wanneer = self._datum(velden[_WANNEER])
        antwoord = self._antwoord(velden, actie)
        waarom, door = (self._text(velden[woord], woord) for woord in (_WAAROM, _DOOR))
        is_heel = not self._tell_damage(velden)
        if actie is None or wanneer is None or antwoord is None or not (is_heel and waarom and door):
            return []
        plaats = velden[_STATUS] if not velden[_STATUS].is_leeg else velden[_NR]
        plek = self.sheet.plek(plaats.plaats)
        return [
            Correctie(gemeente.naam, actie.nr, *antwoord, waarom, door, wanneer.isoformat(), plek)
            for gemeente in gemeenten
        ]

    def _text(self, veld: Veld, kop: str) -> str:
        """Return the text of a cell that has to be filled in; tell when it is not."""
        if veld.is_leeg:
            self.tell(Code.CORRECTIE_ONVOLLEDIG, veld, kop=kop)
        return "" if unusable(veld) else veld.tekst

    def _actie(self, veld: Veld) -> Actie | None:
        if not (tekst := self._text(veld, _NR)):
            return None
        actie = self.plan.actie_op_nr.get(parse_nr(tekst) or "")
        if actie is None:
            self.tell(
                Code.CORRECTIE_NR_ONBEKEND, veld, waarde=tekst, voorbeeld=next(iter(self.plan.actie_op_nr), "1.1.1")
            )
        return actie

    def _gemeenten(self, veld: Veld, actie: Actie | None) -> tuple[Gemeente, ...]:
        if not (tekst := self._text(veld, _GEMEENTE)):
            return ()
        gemeenten = self.plan.find_gemeenten(tekst)
        if not gemeenten:
            namen = [gemeente.naam for gemeente in self.plan.gemeenten]
            bekend = korte_opsomming(namen, _HOOGSTENS_GENOEMD)
            self.tell(Code.CORRECTIE_GEMEENTE_ONBEKEND, veld, waarde=tekst, bekend=bekend)
        elif actie is not None and not actie.is_voor(gemeenten[0].kolom):
            self.tell(Code.CORRECTIE_NIET_VAN_TOEPASSING, veld, actie.nr, naam=tekst)
            return ()
        return gemeenten

    def _datum(self, veld: Veld) -> date | None:
        if not (tekst := self._text(veld, _WANNEER)):
            return None
        gelezen = whole_datum(self.sheet.sorteerdatum(*veld.plaats) or tekst)
        if gelezen is None:
            self.tell(Code.CORRECTIE_DATUM_ONBEKEND, veld, waarde=tekst)
            return None
        peildatum = parse_datum(self.plan.gegevens.peildatum)
        if peildatum is not None and not -_DAGEN_VOOR <= (gelezen - peildatum).days <= _DAGEN_NA:
            waarden = {"wanneer": format_datum(gelezen), "peildatum": format_datum(peildatum)}
            self.tell(Code.CORRECTIE_ANDERE_RONDE, veld, **waarden)
            return None
        return gelezen

    def _antwoord(self, velden: dict[str, Veld], actie: Actie | None) -> tuple[Status, str] | None:
        """Read status and planning as those of an invulblad."""
        status, planning = velden[_STATUS], velden[_PLANNING]
        regel = Regel(velden[_NR], Veld(), status, planning, velden[_WAAROM], Veld(), (), False, status.plaats[0])
        lezing = read_statuscel(regel, Vorige())
        for melding in lezing.meldingen:
            if melding.code is not Code.TEKST_DOORGEHAALD:  # told below, and then the row does not count
                self.tell(melding.code, melding.veld, actie.nr if actie else "", **melding.waarden)
        if status.is_leeg and planning.is_leeg and not lezing.meldingen:
            self.tell(Code.CORRECTIE_ONVOLLEDIG, status if all(status.plaats) else velden[_NR], kop=_STATUS)
        return None if lezing.status is Status.NIET_BEPAALD else (lezing.status, lezing.planning)

    def _tell_damage(self, velden: dict[str, Veld]) -> bool:
        """Tell formulas, errors and lines through a text; return whether any of it leaves the row in doubt."""
        is_stuk = False
        for woord, veld in velden.items():
            melding = unusable(veld)
            is_stuk |= melding is not None or bool(veld.doorgehaald)
            if veld.doorgehaald:
                self.tell(Code.CORRECTIE_DOORGEHAALD, veld, waarde=veld.tekst)
            if melding is not None and woord in (_GEMEENTE, _NR, _DOOR, _WANNEER):  # the others were told
                self.tell(melding.code, veld, **melding.waarden)
            elif melding is None and veld.plaats in self.sheet.inhoud.formules and not veld.is_leeg:
                self.tell(Code.FORMULE, veld, waarde=veld.tekst)
        return is_stuk
