"""The lists: `Bevindingen`, `Eigen acties`, `Communicatiekalender` and `Herkomst`."""

from collections.abc import Sequence

from actieplan_xl.domain.adres import format_adres
from actieplan_xl.domain.codes import Ernst
from actieplan_xl.domain.correctie import Uitwerking
from actieplan_xl.domain.datum import format_datum, format_moment
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Kleur
from actieplan_xl.domain.weergave import visible
from actieplan_xl.domain.words import REGIO, Bladen, korte_opsomming
from actieplan_xl.reading.herkomst import (
    GEBRUIKT,
    GEMAAKT_MET,
    HERKOMST_KOLOMMEN,
    LANGSTE_NAAM,
    NIET_GEBRUIKT,
    TUSSEN_GEMEENTEN,
)
from actieplan_xl.reading.regiowerkboek import EIGEN_KOLOMMEN, KALENDER_KOLOMMEN
from actieplan_xl.rules.kalender import HOOGSTENS_OOK_BIJ, find_shared
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.rules.verschillen import say
from actieplan_xl.versie import MAKER
from actieplan_xl.writing import styles
from actieplan_xl.writing.kleurregels import text
from actieplan_xl.writing.onderdelen import paper, put_table, put_title, stand_per
from actieplan_xl.writing.planbladen import MatrixLayout
from actieplan_xl.writing.sheet import ConditionalFormat, Link, Range, Sheet

_KOPRIJ = 3
_BEVINDING_KOLOMMEN = (
    "ernst", "code", "gemeente", "bestand", "blad", "cel", "nr", "actie", "bevinding", "wat te doen",
)  # fmt: skip
"""Those of the contract, with between them of which actie a finding speaks: by that one can filter and sort."""
_NA_GEMEENTE = KALENDER_KOLOMMEN.index("gemeente") + 1
_CORRECTIE_KOLOMMEN = (
    "gemeente", "nr", "de gemeente zei", "gewijzigd in", "wanneer", "waarom", "door", "telt",
)  # fmt: skip
"""Other words than those of the list itself: a regiowerkboek that is the plan of the next round has no correcties."""


_KALENDER = (*KALENDER_KOLOMMEN[:_NA_GEMEENTE], "ook bij", *KALENDER_KOLOMMEN[_NA_GEMEENTE:])
"""Those that are read back, with behind the gemeente which others have the same moment."""


def build_bevindingen(samenvoeging: Samenvoeging, layout: MatrixLayout) -> Sheet | None:
    """Return everything a person should look at, most serious first; None when there is nothing.

    The number of an actie leads to its cell in the matrix, where the finding is about one.
    """
    if not samenvoeging.bevindingen:
        return None
    plan = samenvoeging.matrix.plan
    teksten = {nr: actie.tekst for nr, actie in plan.actie_op_nr.items()}
    velden = [b.to_dict() | {"actie": teksten.get(b.nr, "")} for b in samenvoeging.bevindingen]
    rijen = [tuple(een[kolom] for kolom in _BEVINDING_KOLOMMEN) for een in velden]
    sheet = _list_sheet(plan, Bladen.BEVINDINGEN, _BEVINDING_KOLOMMEN, rijen)
    sheet.breedtes = {1: 10, 2: 26, 3: 20, 4: 34, 5: 14, 6: 8, 7: 8, 8: 34, 9: 60, 10: 46}
    nr_kolom = _BEVINDING_KOLOMMEN.index("nr") + 1
    for rij, bevinding in enumerate(samenvoeging.bevindingen, _KOPRIJ + 1):
        gemeenten = plan.find_gemeenten(bevinding.gemeente)
        if bevinding.nr in teksten and gemeenten:
            link = Link(layout.jump(bevinding.nr, gemeenten[0].kolom), bevinding.nr)
            sheet.put(rij, nr_kolom, link, styles.CEL_LINK)
    bereik = Range(_KOPRIJ + 1, 1, sheet.laatste_rij, 1)
    cel = format_adres((_KOPRIJ + 1, 1))
    sheet.kleurregels = [
        ConditionalFormat(bereik, f"={cel}={text(ernst)}", styles.status_vlak(kleur))
        for ernst, kleur in ((Ernst.FOUT, Kleur.ROOD), (Ernst.LET_OP, Kleur.ORANJE))
    ]
    return sheet


def build_eigen_acties(matrix: Matrix) -> Sheet | None:
    """Return the acties that gemeenten added, as typed; None when there are none."""
    if not matrix.eigen_acties:
        return None
    rijen = [
        (e.gemeente, e.nr, e.actie, e.status, e.planning, e.toelichting, e.plek.bestand, e.plek.blad, e.plek.cel)
        for e in matrix.eigen_acties
    ]
    sheet = _list_sheet(matrix.plan, Bladen.EIGEN_ACTIES, EIGEN_KOLOMMEN, rijen)
    sheet.breedtes = {1: 22, 2: 8, 3: 46, 4: 20, 5: 24, 6: 36, 7: 34, 8: 14, 9: 8}
    return sheet


def build_communicatiekalender(matrix: Matrix) -> Sheet | None:
    """Return the moments of all gemeenten in order of date; None when there are none.

    A moment that several gemeenten name stays a row for each, with the others beside it: each told it her own way.
    """
    if not matrix.communicatie:
        return None
    rijen = [
        (
            m.datum, m.wat, m.doelgroep, m.kanaal, m.bereik, m.gemeente, _name(ook_bij), m.toelichting,
            m.sorteerdatum, m.plek.bestand, m.plek.blad, m.plek.cel,
        )
        for m, ook_bij in zip(matrix.communicatie, find_shared(matrix.communicatie), strict=True)
    ]  # fmt: skip
    sheet = _list_sheet(matrix.plan, Bladen.COMMUNICATIEKALENDER, _KALENDER, rijen)
    sheet.breedtes = {1: 18, 2: 46, 3: 24, 4: 20, 5: 14, 6: 20, 7: 24, 8: 32, 9: 13, 10: 34, 11: 14, 12: 8}
    plaats = _KALENDER.index("lokaal of regionaal") + 1
    # The word stays as it was typed: "Regionaal (heel Noordoost)" is regional as well.
    woord = f"LEFT(TRIM({format_adres((_KOPRIJ + 1, plaats))}),{len(REGIO)})"
    regel = f"={woord}={text(REGIO)}"
    bereik = Range(_KOPRIJ + 1, plaats, sheet.laatste_rij, plaats)
    sheet.kleurregels = [ConditionalFormat(bereik, regel, styles.REGIONAAL_VLAK)]
    return sheet


def _name(gemeenten: tuple[str, ...]) -> str:
    """Return a few gemeenten by name; the others have a row of their own as well."""
    return korte_opsomming(gemeenten, HOOGSTENS_OOK_BIJ)


def build_herkomst(samenvoeging: Samenvoeging) -> Sheet:
    """Return which files were offered, used or not and why, and with what this was made."""
    rijen = [
        (
            visible(herkomst.bestand, LANGSTE_NAAM),
            GEBRUIKT if herkomst.is_gebruikt else NIET_GEBRUIKT,
            ("correcties voor " if herkomst.is_correctielijst and herkomst.gemeenten else "")
            + TUSSEN_GEMEENTEN.join(herkomst.gemeenten),
            herkomst.reden,
            format_moment(herkomst.opgeslagen),
            herkomst.sha256,
        )
        for herkomst in samenvoeging.herkomst
    ]
    plan = samenvoeging.matrix.plan
    sheet = _list_sheet(plan, Bladen.HERKOMST, HERKOMST_KOLOMMEN, rijen)
    rij = sheet.laatste_rij + 2
    for naam, waarde in (
        (GEMAAKT_MET, MAKER),
        ("peildatum", format_datum(plan.gegevens.peildatum) or "onbekend"),
    ):
        sheet.put(rij, 1, naam, styles.CEL_VET)
        sheet.put(rij, 2, waarde, styles.CEL)
        sheet.fill(rij, 3, 3, styles.CEL)
        rij += 1
    sheet.breedtes = {1: 50, 2: 22, 3: 40, 4: 40, 5: 22, 6: 68}
    if samenvoeging.correcties:
        _put_correcties(sheet, rij + 1, samenvoeging.correcties)
    return sheet


def _put_correcties(sheet: Sheet, rij: int, correcties: Sequence[Uitwerking]) -> None:
    """Put below the files what the coördinator changed, each beside what the gemeente said herself."""
    breed = len(_CORRECTIE_KOLOMMEN)
    sheet.put(rij, 1, Bladen.CORRECTIES, styles.TUSSENKOP)
    sheet.fill(rij, 2, breed, styles.TUSSENKOP)
    rijen = [
        (
            u.correctie.gemeente,
            u.correctie.nr,
            say(u.was),
            u.correctie.tekst,
            format_datum(u.correctie.wanneer),
            u.correctie.waarom,
            u.correctie.door,
            f"nee: {u.waarom_niet}" if u.waarom_niet else "ja",
        )
        for u in correcties
    ]
    laatste = put_table(sheet, rij + 1, _CORRECTIE_KOLOMMEN, rijen)
    sheet.breedtes |= {7: 28, 8: 36}
    for nummer, stijl in ((1, styles.TITEL), (2, styles.ONDERTITEL)):
        sheet.fill(nummer, len(HERKOMST_KOLOMMEN) + 1, breed, stijl)
    sheet.tekst_als_getal_mag = Range(1, 1, laatste, breed)


def _list_sheet(plan: Plan, naam: str, koppen: tuple[str, ...], rijen: Sequence[Sequence[str]]) -> Sheet:
    """Return a sheet with a title, a header that filters, and rows of text."""
    sheet = Sheet(naam, tabkleur=styles.TABKLEUR_GEGEVENS)
    put_title(sheet, plan, naam, f"{plan.gegevens.naam}  ·  {stand_per(plan)}", len(koppen), len(koppen) - 1)
    laatste = put_table(sheet, _KOPRIJ, koppen, rijen)
    sheet.hoogtes[_KOPRIJ] = 22
    sheet.filter = Range(_KOPRIJ, 1, max(laatste, _KOPRIJ + 1), len(koppen))
    sheet.bevroren = (_KOPRIJ, 0)
    sheet.tekst_als_getal_mag = Range(1, 1, laatste + 4, len(koppen))
    sheet.print = paper(plan, naam, herhaal=(_KOPRIJ, _KOPRIJ))
    return sheet
