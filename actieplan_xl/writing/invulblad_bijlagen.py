"""The other sheets of an invulblad: `Communicatie`, `Leeswijzer`, and the hidden one that makes it self-contained."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.invulling import Communicatiemoment, Stand
from actieplan_xl.domain.jaren import jaren
from actieplan_xl.domain.plan import Gemeente, Plan
from actieplan_xl.domain.plancode import encode_plan
from actieplan_xl.domain.status import ANTWOORDEN, ONGEWIJZIGD, Kleur, Status
from actieplan_xl.domain.vasttekst import Vast, encode_vast
from actieplan_xl.domain.words import (
    COMMUNICATIE_KOLOMMEN,
    KALENDERTITEL,
    KALENDERVRAAG,
    LOKAAL,
    REGIONAAL,
    Bladen,
    korte_opsomming,
)
from actieplan_xl.reading.verborgen import RETOUR_VAN, encode_standen
from actieplan_xl.writing import styles
from actieplan_xl.writing.onderdelen import paper, put_meanings, put_title
from actieplan_xl.writing.sheet import DataValidation, Range, Sheet
from actieplan_xl.writing.vervolg import chunks

PLANUITLEG = "Wat het plan erbij zegt"
_HOOGSTENS_ACTIES = 6
_RIJEN = 25
_MEESTE_TEKENS = 300
_JAAR_ZONDER = 2026
"""Stands in examples when the plan names no year at all; the clock would make other sheets of the same plan."""
_KANALEN = ("persbericht", "website", "sociale media", "brief", "bijeenkomst", "intranet", "anders")


def build_communicatie(plan: Plan, gemeente: Gemeente, momenten: Sequence[Communicatiemoment]) -> Sheet:
    """Return the sheet for moments of communication, with those that are known filled in."""
    sheet = Sheet(Bladen.COMMUNICATIE, is_beveiligd=True, tabkleur=styles.TABKLEUR)
    breed = len(COMMUNICATIE_KOLOMMEN)
    put_title(sheet, plan, KALENDERTITEL, f"{plan.gegevens.naam}  ·  {gemeente.naam}", breed, breed)
    uitleg = (
        f"{KALENDERVRAAG} over dit plan te vertellen? Denk aan pers bij een actie, een bijeenkomst of een "
        "brief aan een branche. Een rij per moment; mag leeg blijven."
    )
    sheet.merge(3, 1, breed, uitleg, styles.INLEIDING)
    sheet.hoogtes[3] = 34
    sheet.put_row(4, COMMUNICATIE_KOLOMMEN, styles.KOP)
    sheet.hoogtes[4] = 22
    aantal = max(_RIJEN, len(momenten) + 5)
    for nummer in range(aantal):
        moment = momenten[nummer] if nummer < len(momenten) else None
        waarden = _values(moment) if moment else [""] * breed
        sheet.put_row(5 + nummer, waarden, styles.INVOER)
    laatste = 4 + aantal
    jaar = _example_year(plan)
    sheet.validaties = [
        DataValidation(Range(5, 1, laatste, 1), "Datum", f"Bijvoorbeeld 12-3-{jaar}, of “voorjaar {jaar}”."),
        DataValidation(Range(5, 2, laatste, 2), "Wat", "Wat gebeurt er? In een paar woorden."),
        DataValidation(Range(5, 3, laatste, 3), "Doelgroep", "Voor wie? Bijvoorbeeld inwoners of de horeca."),
        DataValidation(Range(5, 4, laatste, 4), "Kanaal", f"Hoe? Bijvoorbeeld {', '.join(_KANALEN[:4])}."),
        DataValidation(
            Range(5, 5, laatste, 5),
            "Lokaal of regionaal",
            "Lokaal: alleen in deze gemeente. Regionaal: samen met de andere gemeenten.",
            (LOKAAL, REGIONAAL),
            "Kies lokaal of regionaal.",
        ),
    ]
    sheet.breedtes = {1: 18, 2: 48, 3: 28, 4: 24, 5: 20, 6: 36}
    sheet.bevroren = (4, 0)
    sheet.filter = Range(4, 1, laatste, breed)
    sheet.tekst_als_getal_mag = Range(1, 1, laatste, breed)
    sheet.print = paper(plan, f"Communicatie {gemeente.naam}", herhaal=(4, 4))
    return sheet


def _example_year(plan: Plan) -> int:
    """Return the first year that the plan names itself, for examples people can take over."""
    gegevens = plan.gegevens
    for tekst in (gegevens.jaar, gegevens.peildatum, gegevens.inleverdatum, gegevens.naam):
        if genoemd := jaren(tekst[:_MEESTE_TEKENS]):
            return genoemd[0]
    return _JAAR_ZONDER


def _values(moment: Communicatiemoment) -> list[str]:
    return [moment.datum, moment.wat, moment.doelgroep, moment.kanaal, moment.bereik, moment.toelichting]


def build_leeswijzer(plan: Plan, gemeente: Gemeente) -> Sheet:
    """Return the page that explains the sheet to someone who does this twice a year and forgets how."""
    sheet = Sheet(Bladen.LEESWIJZER, is_beveiligd=True, tabkleur=styles.TABKLEUR_GEGEVENS)
    put_title(sheet, plan, "Leeswijzer", f"{plan.gegevens.naam}  ·  invulblad van {gemeente.naam}", 3, 3)
    rij = put_meanings(sheet, 4, "Wanneer kies je dit?", ANTWOORDEN)
    rij += 1
    sheet.put(rij, 1, ONGEWIJZIGD, styles.status_chip(Kleur.GEEN))
    sheet.put(rij, 2, "die van de vorige stand", styles.CEL)
    sheet.put(rij, 3, "Er is niets veranderd: status en planning van de vorige stand blijven gelden.", styles.CEL)
    rij += 2
    sheet.put_row(rij, ("Zo werkt het", None, None), styles.TUSSENKOP)
    for vraag, antwoord in _questions(plan, gemeente):
        rij += 1
        sheet.put(rij, 1, vraag, styles.CEL_VET)
        sheet.merge(rij, 2, 3, antwoord, styles.CEL)
    if uitleg := list(_said_by_plan(plan, gemeente)):
        rij += 2
        sheet.put_row(rij, (PLANUITLEG, None, None), styles.TUSSENKOP)
        for waarbij, tekst in uitleg:
            rij += 1
            sheet.put(rij, 1, waarbij, styles.CEL_VET)
            sheet.merge(rij, 2, 3, tekst, styles.CEL)
    sheet.breedtes = {1: 28, 2: 24, 3: 74}
    sheet.print = paper(plan, Bladen.LEESWIJZER)
    return sheet


def _said_by_plan(plan: Plan, gemeente: Gemeente) -> Iterator[tuple[str, str]]:
    """Yield what the plan says beside the acties that she is asked: running text, footnotes, and who leads."""
    acties = plan.acties_van(gemeente.kolom)
    plaatsen = dict.fromkeys(band for actie in acties for band in plan.plaats_van_actie[actie.nr])
    for band in plaatsen:
        # A row for each paragraph: a row has a greatest height.
        for alinea in filter(None, plan.teksten.get(band.nr, "").split("\n")):
            yield f"{band.nr} {band.naam}", alinea
    for nr in dict.fromkeys(nr for actie in acties for nr in actie.voetnoten):
        if tekst := plan.voetnoten.get(nr):
            waarbij = [actie.nr for actie in acties if nr in actie.voetnoten]
            yield f"Bij {korte_opsomming(waarbij, _HOOGSTENS_ACTIES)} ({nr})", tekst
    for trekker in dict.fromkeys(actie.trekker for actie in acties if actie.trekker):
        waarbij = [actie.nr for actie in acties if actie.trekker == trekker]
        yield f"Trekker van {korte_opsomming(waarbij, _HOOGSTENS_ACTIES)}", trekker


def _questions(plan: Plan, gemeente: Gemeente) -> Iterator[tuple[str, str]]:
    gegevens, jaar = plan.gegevens, _example_year(plan)
    terug = " ".join(
        deel
        for deel in (gegevens.afzender, f"({gegevens.e_mail_afzender})" if gegevens.e_mail_afzender else "")
        if deel
    )
    voor = f" uiterlijk {format_datum(gegevens.inleverdatum)}" if gegevens.inleverdatum else ""
    yield (
        "Waar vul ik in?",
        "In de lichtgele en oranje vakken. De rest staat vast; filteren en kolommen breder maken kan wel.",
    )
    yield (
        "Wat is oranje?",
        (
            f"Daar is nog geen antwoord; in het regiowerkboek heet dat ‘{Status.NIET_BEPAALD}’. "
            "Oranje kun je niet kiezen: zodra er een status of een planning staat, verdwijnt het."
        ),
    )
    yield "Alleen een planning?", "Staat er een planning zonder status, dan telt dat als gepland."
    yield (
        "Wat kan ik bij Planning zetten?",
        f"Wat je maar wilt: een jaar, “najaar”, “{jaar}-{jaar + 1}”, “via de werkgroep”. Het komt er precies zo in.",
    )
    yield "Iets wat niet in het plan staat?", f"Zet dat onderaan bij de eigen acties van {gemeente.naam}."
    yield (
        "Mag een collega ook invullen?",
        "Ja, in ditzelfde bestand. Sturen er twee mensen een versie, dan telt de laatst opgeslagen.",
    )
    yield (
        "Klaar?",
        f"Sla het bestand op en stuur het{voor} terug{f' naar {terug}' if terug else ''}. "
        "De naam van het bestand mag je veranderen.",
    )
    if gegevens.opmerking:
        yield "Opmerking", gegevens.opmerking


def build_verborgen(
    plan: Plan,
    gemeente: Gemeente,
    standen: Mapping[str, Stand],
    niet_gedeeld: Collection[str] = (),
    vast: Vast | None = None,
    retour_van: Iterable[str] = (),
) -> Sheet:
    """Return the very hidden sheet: which gemeente, which previous states, marks of our own texts, the plan itself;
    and of a retour which files it was made from.

    A cell holds at most 32,767 characters, so the plan runs on over rows with the same name.
    """
    sheet = Sheet(Bladen.VERBORGEN, is_verborgen=True, is_beveiligd=True)
    regels = [("formaat", "1"), ("gemeente", gemeente.naam)]
    regels += [("standen", brok) for brok in chunks(encode_standen(standen))]
    if niet_gedeeld:
        regels.append(("niet gedeeld", " ".join(niet_gedeeld)))
    regels += [("vast", brok) for brok in chunks(encode_vast(vast or Vast()))]
    regels += [(RETOUR_VAN, sha256) for sha256 in sorted(retour_van)]
    regels += [("plan", brok) for brok in chunks(encode_plan(plan))]
    for rij, regel in enumerate(regels, 1):
        sheet.put_row(rij, regel, styles.VERBORGEN)
    return sheet
