"""A planwerkboek → a plan, with every problem in it named by sheet and cell, all at once (contract §1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst
from actieplan_xl.domain.datum import iso_or_text, parse_datum
from actieplan_xl.domain.errors import PlanError
from actieplan_xl.domain.invulling import Bekend, Plek, Standen
from actieplan_xl.domain.inzending import Vorigeronde
from actieplan_xl.domain.plan import Gemeente, Kolom, Ontvanger, Plan, Plangegevens, parse_nr
from actieplan_xl.domain.words import Bladen, Koppen, fold
from actieplan_xl.reading.afgesloten import read_afgesloten
from actieplan_xl.reading.planafspraken import read_afspraken
from actieplan_xl.reading.planindeling import Indeling, read_indeling
from actieplan_xl.reading.tabel import Kop, find_kop
from actieplan_xl.reading.uitstel import read_uitstel
from actieplan_xl.reading.vervolg import Vervolg
from actieplan_xl.reading.vorige_stand import read_standen
from actieplan_xl.reading.werkboek.bestand import Bron, open_bestand
from actieplan_xl.reading.werkboek.beveiliging import Sleutelbos
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek
from actieplan_xl.reading.werkboek.openen import open_werkboek


@dataclass(frozen=True)
class Planwerkboek:
    """A plan with what it knows already; `bevindingen` are remarks that do not stop its use.

    `plekken` is where each cell of the matrix stands, by (number of the actie, name of the kolom); `ronde` the round
    before, where the plan is its regiowerkboek.
    """

    plan: Plan
    standen: Standen = field(default_factory=dict)
    bevindingen: tuple[Bevinding, ...] = ()
    plekken: Mapping[tuple[str, str], Plek] = field(default_factory=dict)
    ronde: Vorigeronde | None = None

    def known_of(self, gemeente: Gemeente) -> Bekend:
        """Return what is known of a gemeente before it answers."""
        return Bekend(self.standen.get(gemeente.naam, {}), self.not_shared(gemeente.kolom))

    def not_shared(self, kolom: str) -> tuple[str, ...]:
        """Return the acties whose previous state is not the same for all gemeenten of a kolom."""
        alle = [self.standen.get(gemeente.naam, {}) for gemeente in self.plan.kolom_op_naam[kolom].gemeenten]
        nummers = (actie.nr for actie in self.plan.acties_van(kolom))
        return tuple(nr for nr in nummers if any(standen.get(nr) != alle[0].get(nr) for standen in alle))


def read_planwerkboek(bron: Bron, sleutels: Sleutelbos | None = None) -> Planwerkboek:
    """Read a planwerkboek. Raises `PlanError` with all problems, or `BestandError` when it is no workbook.

    The previous state comes from the sheet `Vorige stand`, and without it from the cells of the matrix: all gemeenten
    of a kolom share those. For a regiowerkboek use `read_regiowerkboek`, which knows the state per gemeente.
    """
    return from_werkboek(open_werkboek(open_bestand(bron), sleutels))


def from_werkboek(boek: Werkboek) -> Planwerkboek:
    """See `read_planwerkboek`; for a workbook that is open already."""
    if boek.find_sheet(Bladen.VERBORGEN) and not boek.find_sheet(Bladen.ACTIEPLAN):
        raise boek.bestand.weiger(Code.PLAN_IS_INVULBLAD)
    return _PlanReader(boek).read()


def is_planwerkboek(boek: Werkboek) -> bool:
    """Whether this workbook holds a plan (or a regiowerkboek), and no answers of one gemeente."""
    sheet = boek.find_sheet(Bladen.ACTIEPLAN)
    return sheet is not None and find_kop(sheet, (Koppen.NR, Koppen.WAT)) is not None


class _PlanReader:
    """Reads sheet after sheet and collects what is wrong; only at the end it decides whether there is a plan."""

    def __init__(self, boek: Werkboek):
        self.boek = boek
        self.bevindingen: list[Bevinding] = []

    def tell(self, code: Code, plek: Plek, **waarden: object) -> None:
        self.bevindingen.append(Bevinding(code, plek, waarden=waarden))

    def read(self) -> Planwerkboek:
        matrix = self._sheet(Bladen.ACTIEPLAN)
        indeling = read_indeling(matrix, self.tell, self._known_texts()) if matrix else None
        gemeenten = self._read_gemeenten(indeling)
        gegevens = self._read_gegevens()
        afspraken = read_afspraken(self.boek, gegevens, self.tell)
        kolommen = self._make_kolommen(indeling, gemeenten)
        teksten = self._join_texts(indeling, self._read_teksten(indeling))
        ontvangers = self._read_ontvangers()
        afgesloten = read_afgesloten(self.boek, indeling, self.tell)
        if matrix is None or indeling is None or any(b.ernst is Ernst.FOUT for b in self.bevindingen):
            raise PlanError(self.bevindingen)
        plan = Plan(
            gegevens,
            kolommen,
            indeling.hoofdlijnen,
            teksten,
            indeling.voetnoten,
            ontvangers,
            afgesloten=afgesloten,
            afspraken=afspraken,
        )
        standen = read_standen(self.boek, indeling, plan, self.tell)
        plekken = {
            (actie.nr, naam): indeling.plek((indeling.regels[actie.nr], plaats))
            for plaats, naam in indeling.kolommen.items()
            for actie in plan.acties
        }
        return Planwerkboek(plan, standen, tuple(self.bevindingen), plekken)

    def _sheet(self, naam: str) -> Sheet | None:
        sheet = self.boek.find_sheet(naam)
        if sheet is None:
            self.tell(Code.PLAN_WERKBLAD_ONTBREEKT, Plek(self.boek.bestand.naam), werkblad=naam)
        return sheet

    def _kop(self, sheet: Sheet, eerste: str, overige: tuple[str, ...]) -> Kop | None:
        """Return the header row found by its first word; tell which of the other words are missing."""
        kop = find_kop(sheet, (eerste,))
        if kop is None:
            koppen = ", ".join((eerste, *overige))
            self.tell(Code.PLAN_KOP_ONTBREEKT, sheet.plek((1, 1)), koppen=koppen)
            return None
        for woord in overige:
            if kop.kolom(woord) is None:
                self.tell(Code.PLAN_KOLOM_ONTBREEKT, sheet.plek((kop.rij, 1)), kop=woord)
        return kop

    def _read_gemeenten(self, indeling: Indeling | None) -> list[Gemeente]:
        sheet = self._sheet(Bladen.GEMEENTEN)
        koppen = (Koppen.CBS_CODE, Koppen.KOLOM, Koppen.E_MAIL)
        kop = self._kop(sheet, Koppen.GEMEENTE, koppen) if sheet else None
        if sheet is None or kop is None or kop.kolom(Koppen.KOLOM) is None:
            return []
        gemeenten: list[Gemeente] = []
        eerder: dict[str, str] = {}
        for rij in (rij for rij in sheet.rijen if rij > kop.rij):
            velden = (Koppen.GEMEENTE, *koppen, Koppen.OPVOLGER, Koppen.VOORGANGERS)
            naam, cbs, kolom, mail, opvolger, eerder_als = (_field(sheet, rij, kop, woord) for woord in velden)
            uitstel = read_uitstel(sheet, rij, kop, self.tell)
            if not (naam or cbs or kolom or mail or opvolger or any(uitstel)):
                continue
            self._check_gemeente(sheet, rij, kop, naam, kolom, eerder)
            eerder.setdefault(fold(naam), sheet.plek((rij, kop.kolom(Koppen.GEMEENTE) or 1)).cel)
            kolom = self._spelling(indeling, sheet, rij, kop, naam, kolom)
            voorgangers = tuple(deel.strip() for deel in eerder_als.split(";") if deel.strip())
            gemeenten.append(Gemeente(naam, kolom, cbs, mail, opvolger, voorgangers, *uitstel))
        return gemeenten

    def _check_gemeente(self, sheet: Sheet, rij: int, kop: Kop, naam: str, kolom: str, eerder: dict[str, str]) -> None:
        for woord, waarde in ((Koppen.GEMEENTE, naam), (Koppen.KOLOM, kolom)):
            if not waarde:
                self.tell(Code.PLAN_GEMEENTE_ZONDER_NAAM, sheet.plek((rij, kop.kolom(woord) or 1)), wat=woord)
        if naam and fold(naam) in eerder:
            plek = sheet.plek((rij, kop.kolom(Koppen.GEMEENTE) or 1))
            self.tell(Code.PLAN_GEMEENTE_DUBBEL, plek, naam=naam, eerder=eerder[fold(naam)])

    def _spelling(self, indeling: Indeling | None, sheet: Sheet, rij: int, kop: Kop, naam: str, kolom: str) -> str:
        """Return the kolom as the matrix spells it; tell when the matrix has no such kolom."""
        if indeling is None or not kolom:
            return kolom
        for spelling in indeling.kolommen.values():
            if fold(spelling) == fold(kolom):
                return spelling
        plek = sheet.plek((rij, kop.kolom(Koppen.KOLOM) or 1))
        self.tell(
            Code.PLAN_GEMEENTE_KOLOM_ONBEKEND,
            plek,
            kolom=kolom,
            naam=naam,
            kolommen=", ".join(indeling.kolommen.values()),
        )
        return kolom

    def _make_kolommen(self, indeling: Indeling | None, gemeenten: list[Gemeente]) -> tuple[Kolom, ...]:
        kolommen: list[Kolom] = []
        for plaats, naam in indeling.kolommen.items() if indeling else ():
            eigen = tuple(gemeente for gemeente in gemeenten if gemeente.kolom == naam)
            if not eigen and indeling and self.boek.find_sheet(Bladen.GEMEENTEN):
                plek = indeling.plek((indeling.kop.rij, plaats))
                self.tell(Code.PLAN_KOLOM_ZONDER_GEMEENTE, plek, kolom=naam)
            kolommen.append(Kolom(naam, eigen))
        return tuple(kolommen)

    def _read_gegevens(self) -> Plangegevens:
        sheet = self._sheet(Bladen.PLAN)
        if sheet is None:
            return Plangegevens("")
        waarden = {fold(sheet.text(rij, 1)): (rij, sheet.text(rij, 2)) for rij in sheet.rijen}
        gevonden = {veld: waarden[fold(naam)][1] for veld, naam in PLAN_NAMEN.items() if fold(naam) in waarden}
        if not gevonden.get("naam"):
            plek = sheet.plek((waarden.get("naam", (1, ""))[0], 2))
            self.tell(Code.PLAN_ZONDER_NAAM, plek)
        for veld in ("peildatum", "inleverdatum"):
            if gevonden.get(veld):
                self._read_datum(sheet, gevonden, veld, waarden[fold(PLAN_NAMEN[veld])][0])
        return Plangegevens(**{"naam": "", **gevonden})

    def _read_datum(self, sheet: Sheet, gevonden: dict[str, str], veld: str, rij: int) -> None:
        """A date is kept as ISO; anything else stays as it was typed, and is told."""
        getypt = gevonden[veld]
        gevonden[veld] = iso_or_text(getypt)
        if parse_datum(gevonden[veld]) is None:
            self.tell(Code.PLAN_DATUM_ONBEKEND, sheet.plek((rij, 2)), waarde=getypt, naam=PLAN_NAMEN[veld])

    def _read_teksten(self, indeling: Indeling | None) -> dict[str, str]:
        sheet = self.boek.find_sheet(Bladen.TEKSTEN)
        kop = self._kop(sheet, Koppen.NR, (Koppen.TEKST,)) if sheet else None
        if sheet is None or kop is None or indeling is None:
            return {}
        for rij, nr, tekst in _text_rows(sheet, kop):
            if (nr or tekst) and parse_nr(nr) not in indeling.regels:
                plek = sheet.plek((rij, kop.kolom(Koppen.NR) or 1))
                self.tell(Code.PLAN_TEKST_ZONDER_REGEL, plek, waarde=nr)
        return {nr: tekst for nr, tekst in self._known_texts().items() if nr in indeling.regels}

    def _known_texts(self) -> dict[str, str]:
        """What the sheet `Teksten` says by number, whether or not the matrix has that number."""
        sheet = self.boek.find_sheet(Bladen.TEKSTEN)
        kop = find_kop(sheet, (Koppen.NR,)) if sheet else None
        teksten: dict[str, str] = {}
        for _, nr, tekst in _text_rows(sheet, kop) if sheet and kop else ():
            bekend = parse_nr(nr)
            if bekend is not None:
                teksten[bekend] = f"{teksten[bekend]}\n{tekst}" if bekend in teksten else tekst
        return teksten

    def _join_texts(self, indeling: Indeling | None, teksten: dict[str, str]) -> dict[str, str]:
        """Add the texts that stand in the matrix only; tell where it says something else than the sheet `Teksten`."""
        samen = dict(teksten)
        for nr, (rij, tekst) in indeling.teksten.items() if indeling else ():
            if fold(samen.setdefault(nr, tekst)) != fold(tekst):
                plek = indeling.plek((rij, indeling.kop.kolom(Koppen.WAT) or 1)) if indeling else Plek()
                self.tell(Code.PLAN_TEKST_ANDERS, plek, nr=nr, waarde=tekst)
        return samen

    def _read_ontvangers(self) -> tuple[Ontvanger, ...]:
        sheet = self.boek.find_sheet(Bladen.ONTVANGERS)
        kop = self._kop(sheet, Koppen.ROL, (Koppen.E_MAIL,)) if sheet else None
        if sheet is None or kop is None:
            return ()
        paren = [
            (_field(sheet, rij, kop, Koppen.ROL), _field(sheet, rij, kop, Koppen.E_MAIL))
            for rij in sheet.rijen
            if rij > kop.rij
        ]
        return tuple(Ontvanger(rol, mail) for rol, mail in paren if rol or mail)


PLAN_NAMEN = {
    "naam": "naam",
    "regio": "regio",
    "jaar": "jaar",
    "peildatum": "peildatum",
    "inleverdatum": "uiterste inleverdatum",
    "rubricering": "rubricering",
    "afzender": "afzender",
    "e_mail_afzender": "e-mail afzender",
    "opmerking": "opmerking",
}
"""The names on the sheet `Plan`, by field of `Plangegevens`."""


def _text_rows(sheet: Sheet, kop: Kop) -> list[tuple[int, str, str]]:
    """The rows of the sheet `Teksten`: row, number and text, with what was carried on elsewhere."""
    vervolg = Vervolg(sheet.werkboek)
    rijen = (rij for rij in sheet.rijen if rij > kop.rij)
    return [
        (rij, _field(sheet, rij, kop, Koppen.NR), vervolg.whole(_field(sheet, rij, kop, Koppen.TEKST))) for rij in rijen
    ]


def _field(sheet: Sheet, rij: int, kop: Kop, woord: str) -> str:
    kolom = kop.kolom(woord)
    return sheet.text(rij, kolom) if kolom else ""
