"""The sheets that hold the plan: the same in a planwerkboek and a regiowerkboek, so that one can be the other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from actieplan_xl.domain.plan import Actie, Gemeente, Plan
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.words import NVT, VOETNOTEN, Bladen, Koppen
from actieplan_xl.writing import styles
from actieplan_xl.writing.kleurregels import matrix_rules
from actieplan_xl.writing.onderdelen import paper, put_table, put_title, stand_per
from actieplan_xl.writing.pagina import goes_across
from actieplan_xl.writing.planinstellingen import build_plan_sheet
from actieplan_xl.writing.sheet import A3, Bijeen, Range, Sheet, jump

_LEGENDA = (Status.STRUCTUREEL, Status.VOLTOOID, Status.NIET_OPGEPAKT, Status.NIET_BEPAALD, Status.GEPLAND)
_EERSTE_LEGENDARIJ = 3
_CHIPS = len(_LEGENDA) + 1
_VASTE_KOLOMMEN = 2
"""Nr and Wat: they stay in sight, and head every page when the matrix goes across several. What must be whole on each
of those pages, such as a title or the name of a thema, stays within them then."""
_LANGSTE_IN_WAT = 800
"""A longer text would there need more height than Excel gives a row."""
_KOLOMBREEDTE = 24.0
_LEESBARE_KOLOMMEN = 7
"""A title or running text over more kolommen than these can not be read without scrolling."""
_LANGSTE_MET_MERK = 240
"""Excel shows only ##### for a longer text in a format of its own."""
_LANGSTE_FORMAAT = 255
_MEESTE_MERKEN = 100
"""Each combination of footnotes is a format, and Excel has room for some two hundred."""
_BANDHOOGTES = {styles.HOOFDLIJN: 24, styles.THEMA: 20}
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class MatrixLayout:
    """Where everything stands on the sheet `Actieplan`: other sheets count and link over it."""

    def __init__(self, plan: Plan, met_alle_kolommen: bool = False, met_teksten: bool = False):
        self.plan = plan
        banden = {lijn.nr for lijn in plan.hoofdlijnen} | {t.nr for lijn in plan.hoofdlijnen for t in lijn.themas}
        self.alineas = {
            nr: [alinea for alinea in tekst.split("\n") if alinea.strip()]
            for nr, tekst in plan.teksten.items()
            if met_teksten and nr in banden
        }
        acties = plan.acties
        self.met_voetnoot = met_alle_kolommen or any(actie.voetnoten for actie in acties)
        self.met_trekker = met_alle_kolommen or any(actie.trekker for actie in acties)
        self.met_geldt_voor = met_alle_kolommen or any(actie.geldt_voor for actie in acties)
        self.vooraf = [Koppen.NR, Koppen.WAT]
        self.vooraf += [Koppen.VOETNOOT] if self.met_voetnoot else []
        self.vooraf += [Koppen.TREKKER] if self.met_trekker else []
        self.vooraf += [Koppen.GELDT_VOOR] if self.met_geldt_voor else []
        self.eerste_kolom = len(self.vooraf) + 1
        self.laatste_kolom = self.eerste_kolom + len(plan.kolommen) - 1
        # The legend is as wide as the matrix: with few kolommen it takes more rows.
        self.chips_per_rij = min(_CHIPS, len(plan.kolommen))
        self.koprij = _EERSTE_LEGENDARIJ + -(-_CHIPS // self.chips_per_rij) + 1
        self.eerste_rij = self.koprij + 1
        self.rijen, self.laatste_rij = self._number_rows()
        self._kolommen = {kolom.naam: plaats for plaats, kolom in enumerate(plan.kolommen, self.eerste_kolom)}

    def _number_rows(self) -> tuple[dict[str, int], int]:
        """The row of every hoofdlijn, thema and actie, by number, and the last row; a text stands under its band."""
        rijen: dict[str, int] = {}
        volgende = self.eerste_rij
        for lijn in self.plan.hoofdlijnen:
            themas = ((thema.nr, *(actie.nr for actie in thema.acties)) for thema in lijn.themas)
            for nr in chain([lijn.nr], *themas):
                rijen[nr] = volgende
                volgende += 1 + len(self.alineas.get(nr, ()))
        return rijen, volgende - 1

    def kolom(self, naam: str) -> int:
        """Return the column of a kolom of the matrix."""
        return self._kolommen[naam]

    def jump(self, nr: str, kolom: str) -> str:
        """Return where a link to the cell of an actie × kolom leads."""
        return jump(Bladen.ACTIEPLAN, (self.rijen[nr], self.kolom(kolom)))

    def end_of(self, nr: str) -> int:
        """Return the last row of a band itself: its own, or that of the text under it."""
        return self.rijen[nr] + len(self.alineas.get(nr, ()))

    @property
    def leesbare_kolom(self) -> int:
        """The last column over which a title or a running text stands."""
        return min(self.laatste_kolom, self.eerste_kolom + _LEESBARE_KOLOMMEN - 1)

    @property
    def matrix(self) -> Range:
        """The cells of the matrix, bands of hoofdlijnen and themas included."""
        return Range(self.eerste_rij, self.eerste_kolom, self.laatste_rij, self.laatste_kolom)


def build_actieplan(
    layout: MatrixLayout, teksten: Mapping[tuple[str, str], str], is_regio: bool, onder: str = ""
) -> Sheet:
    """Return the matrix sheet. `teksten` by (nr, kolom); colours follow from the words by colour rules.

    In a regiowerkboek an empty cell is oranje; in a planwerkboek nothing was asked yet, so it is not.
    """
    plan = layout.plan
    sheet = Sheet(Bladen.ACTIEPLAN, tabkleur=styles.TABKLEUR, startcel=(layout.eerste_rij, layout.eerste_kolom))
    breed, leesbaar = layout.laatste_kolom, layout.leesbare_kolom
    sheet.put_row(layout.koprij, (*layout.vooraf, *(kolom.naam for kolom in plan.kolommen)), styles.KOP)
    sheet.hoogtes[layout.koprij - 1] = 8
    sheet.breedtes = {1: 7, 2: 46} | dict.fromkeys(range(layout.eerste_kolom, breed + 1), _KOLOMBREEDTE)
    sheet.breedtes |= {
        kolom: 12 if kop == Koppen.VOETNOOT else 18.0 for kolom, kop in enumerate(layout.vooraf, 1) if kolom > 2
    }
    opmaak = paper(plan, Bladen.ACTIEPLAN, A3, (layout.koprij, layout.koprij))
    sheet.print = opmaak._replace(herhaal_kolommen=_VASTE_KOLOMMEN)
    is_te_breed = goes_across(sheet)
    badge_vanaf = _VASTE_KOLOMMEN + 1 if is_te_breed else max(layout.eerste_kolom, leesbaar - 1)
    put_title(sheet, plan, plan.gegevens.naam, onder or stand_per(plan), leesbaar, badge_vanaf)
    for rij, stijl in ((1, styles.TITEL), (2, styles.ONDERTITEL)):
        sheet.fill(rij, leesbaar + 1, breed, stijl)
    _put_legend(sheet, layout, is_te_breed)
    _put_lines(sheet, layout, teksten, is_te_breed)
    _put_voetnoten(sheet, layout)
    _keep_together(sheet, layout)
    sheet.kleurregels = matrix_rules(layout.matrix, layout.eerste_rij, is_regio)
    sheet.bevroren = (layout.koprij, _VASTE_KOLOMMEN)
    sheet.tekst_als_getal_mag = Range(1, 1, sheet.laatste_rij, layout.laatste_kolom)
    return sheet


def _put_legend(sheet: Sheet, layout: MatrixLayout, is_te_breed: bool) -> None:
    """On several pages the whole legend stands behind the columns that head them: on the first only."""
    eerste = layout.eerste_kolom + 1 if is_te_breed else layout.eerste_kolom
    sheet.put(_EERSTE_LEGENDARIJ, layout.eerste_kolom if is_te_breed else 2, "Kleuren en woorden:", styles.OPMERKING)
    chips = [(str(status), styles.status_chip(status.kleur)) for status in _LEGENDA] + [
        (NVT, styles.NIET_VAN_TOEPASSING)
    ]
    for nummer, (woord, stijl) in enumerate(chips):
        rij, kolom = divmod(nummer, layout.chips_per_rij)
        sheet.put(_EERSTE_LEGENDARIJ + rij, eerste + kolom, woord, stijl)
        sheet.hoogtes[_EERSTE_LEGENDARIJ + rij] = 24


def _put_lines(sheet: Sheet, layout: MatrixLayout, teksten: Mapping[tuple[str, str], str], is_te_breed: bool) -> None:
    merken = footnote_styles(layout.plan)
    for lijn in layout.plan.hoofdlijnen:
        _put_band(sheet, layout, lijn.nr, lijn.naam, styles.HOOFDLIJN, is_te_breed)
        for thema in lijn.themas:
            _put_band(sheet, layout, thema.nr, thema.naam, styles.THEMA, is_te_breed)
            for actie in thema.acties:
                rij = layout.rijen[actie.nr]
                waarden = {
                    Koppen.NR: actie.nr,
                    Koppen.WAT: actie.tekst,
                    Koppen.VOETNOOT: ", ".join(actie.voetnoten),
                    Koppen.TREKKER: actie.trekker,
                    Koppen.GELDT_VOOR: "; ".join(actie.geldt_voor),
                }
                wat = marked(merken, actie)
                stijlen = {Koppen.NR: styles.NUMMER, Koppen.WAT: wat}
                for kolom, kop in enumerate(layout.vooraf, 1):
                    sheet.put(rij, kolom, waarden[kop], stijlen.get(kop, styles.CEL))
                _put_cells(sheet, layout, actie.nr, rij, teksten)


def footnote_styles(plan: Plan) -> dict[tuple[str, ...], styles.Style]:
    """Return the looks that show footnote numbers behind a text, without putting them in the text."""
    soorten = {a.voetnoten for a in plan.acties if a.voetnoten and all(map(str.isdecimal, a.voetnoten))}
    if len(soorten) > _MEESTE_MERKEN:
        return {}
    formaten = {soort: f'@"\u2009{" ".join(soort).translate(_SUPERSCRIPT)}"' for soort in soorten}
    return {
        soort: replace(styles.CEL, getalformaat=formaat)
        for soort, formaat in formaten.items()
        if len(formaat) <= _LANGSTE_FORMAAT
    }


def marked(merken: Mapping[tuple[str, ...], styles.Style], actie: Actie) -> styles.Style:
    """Return the look of the text of an actie, with its marks where that can be."""
    return merken.get(actie.voetnoten, styles.CEL) if len(actie.tekst) <= _LANGSTE_MET_MERK else styles.CEL


def _put_cells(sheet: Sheet, layout: MatrixLayout, nr: str, rij: int, teksten: Mapping[tuple[str, str], str]) -> None:
    for kolom, naam in enumerate((kolom.naam for kolom in layout.plan.kolommen), layout.eerste_kolom):
        tekst = teksten.get((nr, naam), "")
        stijl = styles.NIET_VAN_TOEPASSING if tekst == NVT else styles.MATRIXCEL
        sheet.put(rij, kolom, tekst, stijl)


def _put_band(sheet: Sheet, layout: MatrixLayout, nr: str, naam: str, stijl: styles.Style, is_te_breed: bool) -> None:
    """Put a band with its texts, over the kolommen; within `Wat?` when those go across pages."""
    rij = layout.rijen[nr]
    sheet.put(rij, 1, nr, stijl)
    sheet.put(rij, 2, naam, replace(stijl, terugloop=is_te_breed))
    sheet.fill(rij, 3, layout.laatste_kolom, stijl)
    if not is_te_breed:
        sheet.hoogtes[rij] = _BANDHOOGTES[stijl]
    # A row for each paragraph: one row for all of them could need more height than Excel gives a row.
    for eronder, alinea in enumerate(layout.alineas.get(nr, ()), rij + 1):
        is_heel = is_te_breed and len(alinea) <= _LANGSTE_IN_WAT
        sheet.put(eronder, 2, alinea, styles.LOPENDE_TEKST)
        # Who reads it back knows a text from an actie without a number by cells that are one.
        vanaf, tekst = (3, None) if is_heel else (2, alinea)
        sheet.merge(eronder, vanaf, layout.leesbare_kolom, tekst, styles.LOPENDE_TEKST)
        sheet.fill(eronder, 1, layout.laatste_kolom, styles.LOPENDE_TEKST)


def _keep_together(sheet: Sheet, layout: MatrixLayout) -> None:
    """Let a hoofdlijn fold, and keep a thema on one page; its heading never stands alone at the foot of one."""
    for lijn in layout.plan.hoofdlijnen:
        begin, einde = layout.rijen[lijn.nr], layout.end_of(lijn.nr)
        laatste = einde
        for thema in lijn.themas:
            kern = layout.end_of(thema.nr) + bool(thema.acties)
            laatste = layout.end_of(thema.nr) + len(thema.acties)
            sheet.bijeen.append(Bijeen(begin, kern, laatste))
            begin = laatste + 1
        if not lijn.themas:
            sheet.bijeen.append(Bijeen(begin, einde, einde))
        sheet.niveaus |= dict.fromkeys(range(layout.rijen[lijn.nr] + 1, laatste + 1), 1)
    if layout.plan.voetnoten:
        noten = layout.laatste_rij + 2
        sheet.bijeen.append(Bijeen(noten, noten + 1, sheet.laatste_rij))


def _put_voetnoten(sheet: Sheet, layout: MatrixLayout) -> None:
    if not layout.plan.voetnoten:
        return
    rij = layout.laatste_rij + 2
    sheet.put(rij, 1, VOETNOTEN, styles.TUSSENKOP)
    sheet.fill(rij, 2, 2, styles.TUSSENKOP)
    for nr, tekst in layout.plan.voetnoten.items():
        rij += 1
        sheet.put(rij, 1, nr, styles.NUMMER)
        sheet.put(rij, 2, tekst, styles.CEL)


def build_plan_sheets(plan: Plan, is_regio: bool = False) -> list[Sheet]:
    """Return `Gemeenten`, `Plan`, `Teksten` and `Ontvangers`; the last two only when they hold something."""
    bladen = [_gemeenten(plan, is_regio), build_plan_sheet(plan)]
    if plan.teksten or not is_regio:
        bladen.append(_teksten(plan))
    if plan.ontvangers or not is_regio:
        bladen.append(_ontvangers(plan))
    return bladen


def _gemeenten(plan: Plan, is_regio: bool) -> Sheet:
    """Uitstel always has its columns in a planwerkboek, where a coördinator registers it."""
    velden = {veld: breed for veld, (_, breed) in _GEMEENTE_VELDEN.items()}
    for veld in ("opvolger", "voorgangers"):
        if not any(getattr(gemeente, veld) for gemeente in plan.gemeenten):
            del velden[veld]
    if is_regio and not any(gemeente.uitstel_tot or gemeente.uitstel_reden for gemeente in plan.gemeenten):
        del velden["uitstel_tot"], velden["uitstel_reden"]
    koppen = [_GEMEENTE_VELDEN[veld][0] for veld in velden]
    rijen = [[_field(gemeente, veld) for veld in velden] for gemeente in plan.gemeenten]
    return table_sheet(plan, Bladen.GEMEENTEN, koppen, rijen, dict(enumerate(velden.values(), 1)))


def _field(gemeente: Gemeente, veld: str) -> str:
    waarde = getattr(gemeente, veld)
    return waarde if isinstance(waarde, str) else "; ".join(waarde)


_GEMEENTE_VELDEN = {
    "naam": (Koppen.GEMEENTE, 28.0),
    "cbs_code": (Koppen.CBS_CODE, 14.0),
    "kolom": (Koppen.KOLOM, 24.0),
    "e_mail": (Koppen.E_MAIL, 40.0),
    "opvolger": (Koppen.OPVOLGER, 28.0),
    "voorgangers": (Koppen.VOORGANGERS, 28.0),
    "uitstel_tot": (Koppen.UITSTEL_TOT, 16.0),
    "uitstel_reden": (Koppen.UITSTEL_REDEN, 40.0),
}
"""The columns of the sheet `Gemeenten`, by field of `Gemeente`: heading and width."""


def _teksten(plan: Plan) -> Sheet:
    rijen = list(plan.teksten.items())
    return table_sheet(plan, Bladen.TEKSTEN, (Koppen.NR.lower(), Koppen.TEKST), rijen, {1: 8, 2: 110})


def _ontvangers(plan: Plan) -> Sheet:
    rijen = [(ontvanger.rol, ontvanger.e_mail) for ontvanger in plan.ontvangers]
    return table_sheet(plan, Bladen.ONTVANGERS, (Koppen.ROL, Koppen.E_MAIL), rijen, {1: 50, 2: 44})


def table_sheet(
    plan: Plan, naam: str, koppen: Sequence[str], rijen: Sequence[Sequence[str]], breedtes: dict[int, float]
) -> Sheet:
    """Return a sheet that is one table of text, its header on row 1."""
    sheet = Sheet(naam, tabkleur=styles.TABKLEUR_GEGEVENS, breedtes=breedtes)
    laatste = put_table(sheet, 1, koppen, rijen)
    sheet.bevroren = (1, 0)
    sheet.tekst_als_getal_mag = Range(1, 1, max(laatste, 2), len(koppen))
    sheet.print = paper(plan, naam, herhaal=(1, 1))
    return sheet
