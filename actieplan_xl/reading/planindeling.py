"""The matrix sheet of a planwerkboek: its header, its numbered lines, and its footnotes."""

from collections.abc import Mapping
from dataclasses import dataclass

from actieplan_xl.domain.adres import Plaats, parse_bereik
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.plan import Actie, Hoofdlijn, Thema, nr_key, parse_nr
from actieplan_xl.domain.words import VOETNOTEN, Koppen, fold
from actieplan_xl.reading.rijen import Tell
from actieplan_xl.reading.tabel import Kop, find_kop
from actieplan_xl.reading.vervolg import Vervolg
from actieplan_xl.reading.werkboek.boek import Sheet

_DELEN_VAN_BAND = 2
_VASTE_KOPPEN = (Koppen.NR, Koppen.WAT, Koppen.VOETNOOT, Koppen.TREKKER, Koppen.GELDT_VOOR)


@dataclass(frozen=True)
class Indeling:
    """What the matrix sheet says, apart from the answers: `kolommen` by column, `regels` is the row of each nr.

    `teksten` has the running text under a hoofdlijn or thema, by its number, with the row where it starts.
    """

    sheet: Sheet
    kop: Kop
    kolommen: dict[int, str]
    regels: dict[str, int]
    hoofdlijnen: tuple[Hoofdlijn, ...]
    voetnoten: dict[str, str]
    teksten: dict[str, tuple[int, str]]

    def plek(self, plaats: Plaats) -> Plek:
        """Return the place of a cell of the matrix."""
        return self.sheet.plek(plaats)


def read_indeling(sheet: Sheet, tell: Tell, teksten: Mapping[str, str]) -> Indeling | None:
    """Read the lines of the matrix; None when it has no header row. Problems go to `tell`.

    `teksten` are the running texts that are known, by number: where one stands in the matrix too, it is no line of it.
    """
    kop = find_kop(sheet, (Koppen.NR, Koppen.WAT))
    if kop is None:
        _tell_missing_header(sheet, tell)
        return None
    lezer = _MatrixReader(sheet, kop, tell, teksten)
    lezer.read_lines()
    return Indeling(sheet, kop, lezer.kolommen, lezer.regels, lezer.build(), lezer.voetnoten, lezer.teksten)


def _tell_missing_header(sheet: Sheet, tell: Tell) -> None:
    """One of the two words may be there: then name the other, else the whole header."""
    for woord, ander in ((Koppen.NR, Koppen.WAT), (Koppen.WAT, Koppen.NR)):
        kop = find_kop(sheet, (woord,))
        if kop is not None:
            tell(Code.PLAN_KOLOM_ONTBREEKT, sheet.plek((kop.rij, kop.kolom(woord) or 1)), kop=ander)
            return
    tell(Code.PLAN_KOP_ONTBREEKT, sheet.plek((1, 1)), koppen=f"{Koppen.NR}, {Koppen.WAT}")


def _folded(tekst: str) -> frozenset[str]:
    """A text, and each of its paragraphs, for comparing."""
    return frozenset(map(fold, (tekst, *tekst.split("\n"))))


class _MatrixReader:
    def __init__(self, sheet: Sheet, kop: Kop, tell: Tell, bekende_teksten: Mapping[str, str]):
        self.sheet = sheet
        self.kop = kop
        self.tell = tell
        self.bekende_teksten = {nr: _folded(tekst) for nr, tekst in bekende_teksten.items()}
        self.vervolg = Vervolg(sheet.werkboek)
        bereiken = (parse_bereik(bereik) for bereik in sheet.inhoud.samengevoegd)
        self.breed = {bereik[0] for bereik in bereiken if bereik and bereik[1][1] > bereik[0][1]}
        self.teksten: dict[str, tuple[int, str]] = {}
        self.kolommen = self._read_kolommen()
        self.regels: dict[str, int] = {}
        self.voetnoten: dict[str, str] = {}

    def _read_kolommen(self) -> dict[int, str]:
        kolommen: dict[int, str] = {}
        for plaats, kop in sorted(self.kop.overige(_VASTE_KOPPEN).items()):
            if fold(kop) in map(fold, kolommen.values()):
                self.tell(Code.PLAN_KOLOM_DUBBEL, self.sheet.plek((self.kop.rij, plaats)), kop=kop)
            elif fold(kop):
                kolommen[plaats] = kop
        if not kolommen:
            wat = "van een gemeente (of van gemeenten samen)"
            self.tell(Code.PLAN_KOLOM_ONTBREEKT, self.sheet.plek((self.kop.rij, 1)), kop=wat)
        return kolommen

    def read_lines(self) -> None:
        onder_voetnoten = False
        for rij in (rij for rij in self.sheet.rijen if rij > self.kop.rij):
            nr, tekst = self._read_nr_and_text(rij)
            if fold(VOETNOTEN) in (fold(nr), fold(tekst)):
                onder_voetnoten = True
            elif onder_voetnoten:
                if nr and tekst:
                    self.voetnoten[nr.rstrip(".)")] = tekst
            elif self._is_running_text(rij, nr, tekst):
                self._add_text(rij, tekst)
            elif nr or tekst or any(self.sheet.text(rij, kolom) for kolom in self.kolommen):
                self._read_line(rij, nr, tekst)

    def _read_nr_and_text(self, rij: int) -> tuple[str, str]:
        """A text that is one cell over the number and the text beside it is no number."""
        nr, tekst = self._get(rij, Koppen.NR), self._get(rij, Koppen.WAT)
        is_heel = (rij, self.kop.kolom(Koppen.NR) or 1) in self.breed and not tekst and parse_nr(nr) is None
        return ("", nr) if is_heel else (nr, tekst)

    def _is_running_text(self, rij: int, nr: str, tekst: str) -> bool:
        """Whether this is the text of the hoofdlijn or thema above it: the one that is known, or over several columns.

        In a matrix of many kolommen those are the columns beside the text. Any other line without a number may be an
        actie whose number was forgotten.
        """
        band = next(reversed(self.regels), "")
        if nr or not tekst or not band or len(nr_key(band)) > _DELEN_VAN_BAND:
            return False
        if any(self.sheet.text(rij, kolom) for kolom in self.kolommen):
            return False
        is_bekend = fold(self.vervolg.whole(tekst)) in self.bekende_teksten.get(band, ())
        wat = self.kop.kolom(Koppen.WAT) or 1
        vooraan = {(rij, wat), (rij, wat + 1), (rij, self.kop.kolom(Koppen.NR) or 1)}
        return is_bekend or not self.breed.isdisjoint(vooraan)

    def _add_text(self, rij: int, tekst: str) -> None:
        band = next(reversed(self.regels))
        eerste, eerder = self.teksten.get(band, (rij, ""))
        tekst = self.vervolg.whole(tekst)
        self.teksten[band] = (eerste, f"{eerder}\n{tekst}" if eerder else tekst)

    def _read_line(self, rij: int, ruw: str, tekst: str) -> None:
        plek = self.sheet.plek((rij, self.kop.kolom(Koppen.NR) or 1))
        nr = parse_nr(ruw)
        if nr is None:
            code = Code.PLAN_NR_ONGELDIG if ruw else Code.PLAN_NR_ONTBREEKT
            self.tell(code, plek, waarde=ruw or tekst)
            return
        if nr in self.regels:
            eerder = self.sheet.plek((self.regels[nr], self.kop.kolom(Koppen.NR) or 1)).cel
            self.tell(Code.PLAN_NR_DUBBEL, plek, nr=nr, eerder=eerder)
            return
        self.regels[nr] = rij
        if tekst.startswith("[") and tekst.endswith("]"):
            self.tell(Code.PLAN_VOORBEELDTEKST, plek, nr=nr, waarde=tekst)
        if not tekst:
            self.tell(Code.PLAN_ZONDER_TEKST, self.sheet.plek((rij, self.kop.kolom(Koppen.WAT) or 1)), nr=nr)

    def build(self) -> tuple[Hoofdlijn, ...]:
        """Put lines under their parents, in the order of the sheet; tell what has no parent or no children."""
        for nr, rij in self.regels.items():
            ouder = nr.rpartition(".")[0]
            if ouder and ouder not in self.regels:
                plek = self.sheet.plek((rij, self.kop.kolom(Koppen.NR) or 1))
                self.tell(Code.PLAN_NR_ZONDER_OUDER, plek, nr=nr, ouder=ouder)
        hoofdlijnen = tuple(self._hoofdlijn(nr) for nr in self.regels if len(nr_key(nr)) == 1)
        if not any(len(nr_key(nr)) == 3 for nr in self.regels):
            self.tell(Code.PLAN_ZONDER_ACTIES, self.sheet.plek((self.kop.rij, 1)))
        return hoofdlijnen

    def _hoofdlijn(self, nr: str) -> Hoofdlijn:
        themas = tuple(self._thema(kind) for kind in self._children(nr))
        return Hoofdlijn(nr, self._get(self.regels[nr], Koppen.WAT), themas)

    def _thema(self, nr: str) -> Thema:
        acties = tuple(self._actie(kind) for kind in self._children(nr))
        if not acties:
            plek = self.sheet.plek((self.regels[nr], self.kop.kolom(Koppen.NR) or 1))
            self.tell(Code.PLAN_THEMA_LEEG, plek, nr=nr)
        return Thema(nr, self._get(self.regels[nr], Koppen.WAT), acties)

    def _actie(self, nr: str) -> Actie:
        rij = self.regels[nr]
        return Actie(
            nr=nr,
            tekst=self._get(rij, Koppen.WAT),
            voetnoten=self._read_voetnoten(nr, rij),
            trekker=self._get(rij, Koppen.TREKKER),
            geldt_voor=self._read_geldt_voor(rij),
        )

    def _read_voetnoten(self, nr: str, rij: int) -> tuple[str, ...]:
        """Numbers point to the notes under the matrix; a text in the cell itself becomes a note of its own."""
        cel = self._get(rij, Koppen.VOETNOOT)
        delen = tuple(deel for deel in cel.replace(",", " ").replace(";", " ").split() if deel)
        if all(deel.isdecimal() for deel in delen):
            plek = self.sheet.plek((rij, self.kop.kolom(Koppen.VOETNOOT) or 1))
            for deel in (deel for deel in delen if deel not in self.voetnoten):
                self.tell(Code.PLAN_VOETNOOT_ONTBREEKT, plek, nr=nr, waarde=deel)
            return delen
        bekend = next((nr for nr, tekst in self.voetnoten.items() if tekst == cel), None)
        nieuw = bekend or str(max((int(nr) for nr in self.voetnoten if nr.isdecimal()), default=0) + 1)
        self.voetnoten[nieuw] = cel
        return (nieuw,)

    def _read_geldt_voor(self, rij: int) -> tuple[str, ...]:
        """Return kolommen in the order of the matrix; a comma, semicolon or line end separates them."""
        cel = self._get(rij, Koppen.GELDT_VOOR)
        namen = {fold(naam): naam for naam in self.kolommen.values()}
        delen = cel.replace("\n", ";").split(";")
        # A comma separates too, unless it is part of the name of a kolom.
        gevraagd = [w.strip() for d in delen for w in ([d] if fold(d) in namen else d.split(","))]
        for waarde in gevraagd:
            if waarde and fold(waarde) not in namen:
                plek = self.sheet.plek((rij, self.kop.kolom(Koppen.GELDT_VOOR) or 1))
                self.tell(Code.PLAN_GELDT_VOOR_ONBEKEND, plek, waarde=waarde, kolommen=", ".join(namen.values()))
        gekozen = {fold(waarde) for waarde in gevraagd}
        return tuple(naam for gevouwen, naam in namen.items() if gevouwen in gekozen)

    def _children(self, nr: str) -> list[str]:
        return [kind for kind in self.regels if kind.rpartition(".")[0] == nr]

    def _get(self, rij: int, woord: str) -> str:
        kolom = self.kop.kolom(woord)
        return self.sheet.text(rij, kolom) if kolom else ""
