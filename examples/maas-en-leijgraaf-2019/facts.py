"""The 2019 plan of Basisteam Maas en Leijgraaf as domain objects, from the CSV files beside this one.

`acties.csv` and `gemeenten.csv` are facts. `statussen.csv`, `najaar.csv`, addresses and dates are illustrative: the
colours of the 2019 document did not survive.
"""

import csv
from pathlib import Path

from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Stand
from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Kolom, Ontvanger, Plan, Plangegevens, Thema
from actieplan_xl.domain.status import Status

HIER = Path(__file__).parent

GEGEVENS = Plangegevens(
    naam="Actieplan ondermijning 2019",
    regio="Basisteam Maas en Leijgraaf",
    jaar="2019",
    peildatum="2019-06-01",
    inleverdatum="2019-05-17",
    rubricering="Intern gebruik",
    afzender="de programmaleider ondermijning",
    e_mail_afzender="ondermijning@maasenleijgraaf.example",
    opmerking=(
        "Voorbeeld: de acties en de planning zijn die van het plan van 2019. De kleuren daarvan zijn niet bewaard "
        "gebleven; statussen, adressen en data zijn ter illustratie."
    ),
)
HOOFDLIJN_ZONDER_TABEL = Hoofdlijn("2", "Verder versterken van de informatiepositie en de interventiekracht", ())
TEKSTEN = {
    "1.2": "Van dit thema is geen tabel bewaard gebleven; de actie komt uit de lopende tekst van het plan.",
    "1.3": "Van dit thema is geen tabel bewaard gebleven; de actie komt uit de lopende tekst van het plan.",
    "2": "Van deze hoofdlijn is geen tabel met acties bewaard gebleven.",
}
_BIBOB = "Advies: houd in alle acht gemeenten een en hetzelfde BIBOB-beleid aan."
VOETNOTEN = {"1": _BIBOB, "2": _BIBOB}
_DOMEIN = ".example"
COMMUNICATIE = (
    ("Uden", "12-3-2019", "(voorbeeld) Informatieavond buitengebied", "agrariërs", "bijeenkomst", "lokaal"),
    ("Boxmeer", "4 juni 2019", "(voorbeeld) Brief over huisvesting", "verhuurders", "brief", "lokaal"),
    ("Boekel", "najaar 2019", "(voorbeeld) Week van de veiligheid", "inwoners", "sociale media", "regionaal"),
)
EIGEN = (("Landerd", "(voorbeeld) Controle leegstaande panden met het basisteam", "gepland", "najaar 2019"),)


def _rows(naam: str) -> list[dict[str, str]]:
    with (HIER / naam).open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand, delimiter=";"))


def _address(naam: str) -> str:
    return f"ondermijning@{naam.lower().replace(' ', '')}{_DOMEIN}"


def make_plan() -> Plan:
    """Return the plan with all that survived of it."""
    gemeenten = [
        Gemeente(r["gemeente"], r["kolom"], r["cbs_code"], _address(r["gemeente"])) for r in _rows("gemeenten.csv")
    ]
    namen = list(dict.fromkeys(gemeente.kolom for gemeente in gemeenten))
    kolommen = tuple(Kolom(naam, tuple(g for g in gemeenten if g.kolom == naam)) for naam in namen)
    rijen = _rows("acties.csv")
    lijnen = [_hoofdlijn(nr, [r for r in rijen if r["nr"].startswith(f"{nr}.")]) for nr in ("1", "3")]
    rollen = [f"burgemeester {gemeente.naam}" for gemeente in gemeenten]
    rollen += [
        "officier van justitie",
        "teamchef politie",
        "RIEC",
        "Taskforce Brabant-Zeeland",
        "gemeentesecretarissen",
    ]
    return Plan(
        gegevens=GEGEVENS,
        kolommen=kolommen,
        hoofdlijnen=(lijnen[0], HOOFDLIJN_ZONDER_TABEL, lijnen[1]),
        teksten=TEKSTEN,
        voetnoten=VOETNOTEN,
        ontvangers=tuple(Ontvanger(rol, f"{rol.lower().replace(' ', '-')}{'@driehoek'}{_DOMEIN}") for rol in rollen),
    )


def _hoofdlijn(nr: str, rijen: list[dict[str, str]]) -> Hoofdlijn:
    nummers = list(dict.fromkeys(r["nr"].rpartition(".")[0] for r in rijen))
    themas = (_thema(thema, [r for r in rijen if r["nr"].startswith(f"{thema}.")]) for thema in nummers)
    return Hoofdlijn(nr, rijen[0]["hoofdlijn"], tuple(themas))


def _thema(nr: str, rijen: list[dict[str, str]]) -> Thema:
    acties = (Actie(r["nr"], r["actie"], (r["voetnoot"],) if r["voetnoot"] else ()) for r in rijen)
    return Thema(nr, rijen[0]["thema"], tuple(acties))


def make_planning() -> dict[str, dict[str, str]]:
    """Return the planning texts of the document, to the letter, by kolom and then number; only where there is one."""
    rijen = _rows("acties.csv")
    kolommen = [naam for naam in rijen[0] if naam not in ("nr", "hoofdlijn", "thema", "actie", "voetnoot")]
    return {kolom: {r["nr"]: r[kolom] for r in rijen if r[kolom]} for kolom in kolommen}


def make_standen(plan: Plan) -> dict[str, dict[str, Stand]]:
    """Return what the document already knows, by gemeente: a planning without a colour."""
    planning = make_planning()
    return {
        gemeente.naam: {nr: Stand(Status.GEPLAND, tekst) for nr, tekst in planning[gemeente.kolom].items()}
        for gemeente in plan.gemeenten
    }


def make_statussen() -> dict[str, dict[str, str]]:
    """Return the illustrative statuses, by kolom and then number."""
    rijen = _rows("statussen.csv")
    return {kolom: {r["nr"]: r[kolom] for r in rijen} for kolom in rijen[0] if kolom != "nr"}


def make_najaar() -> dict[str, dict[str, tuple[str, str]]]:
    """Return the illustrative answers of half a year later that differ: status and planning by kolom and number."""
    antwoorden: dict[str, dict[str, tuple[str, str]]] = {}
    for rij in _rows("najaar.csv"):
        antwoorden.setdefault(rij["kolom"], {})[rij["nr"]] = (rij["status"], rij["planning"])
    return antwoorden


def make_communicatie(gemeente: str) -> list[Communicatiemoment]:
    """Return the illustrative moments of communication of a gemeente."""
    return [Communicatiemoment(*rij) for rij in COMMUNICATIE if rij[0] == gemeente]


def make_eigen_acties(gemeente: str) -> list[EigenActie]:
    """Return the illustrative eigen acties of a gemeente."""
    return [
        EigenActie(wie, actie, status=status, planning=planning)
        for wie, actie, status, planning in EIGEN
        if wie == gemeente
    ]


def make_leeg_plan() -> Plan:
    """Return the empty planwerkboek: valid as it is, with words that ask to be replaced."""
    acties = tuple(Actie(f"1.1.{nr}", f"[Schrijf hier actie {nr}]") for nr in (1, 2, 3))
    hoofdlijn = Hoofdlijn("1", "[Naam van de eerste hoofdlijn]", (Thema("1.1", "[Naam van het eerste thema]", acties),))
    kolommen = tuple(
        Kolom(f"Gemeente {letter}", (Gemeente(f"Gemeente {letter}", f"Gemeente {letter}"),)) for letter in "ABC"
    )
    return Plan(Plangegevens("Actieplan", rubricering="Intern gebruik"), kolommen, (hoofdlijn,))
