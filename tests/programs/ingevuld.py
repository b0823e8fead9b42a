"""An invulblad filled in with all that people do to one: what other programs are given to save, and what it says."""

import io
import re
import zipfile
from dataclasses import replace
from typing import NamedTuple

from tekenen import pack

from actieplan_xl.domain.adres import Plaats
from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Stand
from actieplan_xl.domain.status import Status
from actieplan_xl.writing.invulblad import Antwoord, Vulling, prepare_invulblad
from actieplan_xl.writing.sheet import Formula, Sheet
from programs.werkboeken import make_plan

GROEN, ROOD = "00B050", "FF0000"
EEN_MEI_2019 = 43586
LANG = "; ".join(f"{nr}: één lange regel" for nr in range(600))
"""Longer than a record of an old .xls can be, so that it runs on in a second one and a third."""


class Getal(NamedTuple):
    """A number that a person, or paste, left in a cell, with the format in which it shows."""

    waarde: float
    formaat: str


Inhoud = str | Getal | Formula


class Rij(NamedTuple):
    """What stands in the three cells of a row, and what is to be read: status, planning, toelichting, and what was
    typed at status without being known. Without `gelezen` that is what stands there, to the letter.

    `kleur` is the hue that the status was given by hand.
    """

    status: str = ""
    planning: Inhoud = ""
    toelichting: Inhoud = ""
    gelezen: tuple[str, str, str, str] | None = None
    kleur: str = ""

    @property
    def cellen(self) -> tuple[Inhoud, Inhoud, Inhoud]:
        return (self.status, self.planning, self.toelichting)


def planned(planning: Inhoud, toelichting: Inhoud, *gelezen: str) -> Rij:
    """Return a row that is gepland; `gelezen` are planning and toelichting when they read other than they stand."""
    return Rij("gepland", planning, toelichting, ("gepland", *gelezen, "") if gelezen else None)  # type: ignore[arg-type]


ONBEPAALD = "niet nader bepaald"
RIJEN = {
    "structureel": Rij("structureel", "elk jaar"),
    "voltooid": Rij("voltooid"),
    "gepland": Rij("gepland", "najaar 2019"),
    "niet opgepakt": Rij("wordt niet opgepakt", "", "geen geld"),
    "ongewijzigd": Rij("ongewijzigd", gelezen=("gepland", "na de zomer", "", "")),
    "alleen planning": Rij("", "2020", "geen status", gelezen=("gepland", "2020", "geen status", "")),
    "niets": Rij(gelezen=(ONBEPAALD, "", "", "")),
    "verschreven": Rij("bijna klar", "2019", gelezen=(ONBEPAALD, "2019", "", "bijna klar")),
    "ruim getypt": Rij(" VOLTOOID ", "afgerond", gelezen=("voltooid", "afgerond", "", "")),
    "groen": Rij("", "2019", "groen", ("voltooid", "2019", "groen", ""), GROEN),
    "rood": Rij("voltooid", "", "rood", kleur=ROOD),
    "opmerking": Rij("structureel", "met een opmerking"),
    "verborgen": Rij("gepland", "op een verborgen rij"),
    "is": planned("=1+1", '=HYPERLINK("http://voorbeeld.nl")'),
    "plus": planned("+31 6 123", "@allen"),
    "min": planned("-", "- punt een\n- punt twee\n\n- punt vier"),
    "spaties": planned("  ruimte  ", "twee  spaties,   drie", "ruimte", "twee  spaties,   drie"),
    "spaties en regels": planned("een  twee\ndrie   vier", "\n vijf  zes ", "een  twee\ndrie   vier", "vijf  zes"),
    "tekens": planned("€ 5.000,-", "é — 😀 👨‍👩‍👧 ﬁ"),
    "vreemde tekens": planned("cafe\u0301", "harde\u00a0spatie, \u202eomgekeerd"),
    "getal als tekst": planned("007", "1e3"),
    "breuk als tekst": planned("3/4", "50%"),
    "datum als tekst": planned("01-02-2019", "mei 2019"),
    "woord als tekst": planned("TRUE", "#N/A"),
    "leestekens": planned("'s avonds", '"zo" & <b>zo</b>'),
    "codes van Excel": planned("_x000D_", "_x0041_ en verder"),
    "tab": planned("ma\tdi", "http://voorbeeld.nl"),
    "lang": planned("2018-2019", LANG),
    "getal": planned(Getal(2019, "General"), Getal(1234.5, "#,##0.00"), "2019", "1234,5"),
    "breuk": planned(Getal(0.1 + 0.2, "General"), Getal(1 / 3, "0.00"), "0,3", "0,333333333333333"),
    "datum": planned(
        Getal(EEN_MEI_2019, "d-m-yyyy"), Getal(EEN_MEI_2019 + 0.4375, "d-m-yyyy h:mm"), "1-5-2019", "1-5-2019 10:30"
    ),
    "maand": planned(Getal(EEN_MEI_2019, "mmm yyyy"), Getal(EEN_MEI_2019, "d mmmm yyyy"), "mei 2019", "1 mei 2019"),
    "procent": planned(Getal(0.5, "0%"), Getal(0.125, "0.0%"), "50%", "12,5%"),
    "bedrag": planned(Getal(5000, '"€" #,##0.00'), Getal(750.5, "[$€-413] #,##0.00"), "€ 5000", "€ 750,5"),
    "maand in delen": planned(
        Getal(EEN_MEI_2019, "[$-413]mmmm yyyy;@"), Getal(EEN_MEI_2019, "[$-413]d mmmm yyyy;@"), "mei 2019", "1 mei 2019"
    ),
    "procent in delen": planned(Getal(0.5, "0%;-0%;@"), Getal(0.125, "0.0%;[Red]-0.0%"), "50%", "12,5%"),
    "bedrag in delen": planned(
        Getal(60, '_ "€" * #,##0.00_ ;_ "€" * \\-#,##0.00_ ;_ "€" * "-"??_ ;_ @_ '),
        Getal(-750.5, '_ [$€-413] * #,##0.00_ ;_ [$€-413] * \\-#,##0.00_ ;_ [$€-413] * "-"??_ ;_ @_ '),
        "€ 60",
        "€ -750,5",
    ),
    "klein getal": planned(Getal(1.5e-7, "General"), Getal(-1.5e-7, "0.00E+00"), "1,5E-07", "-1,5E-07"),
    "minuten": planned(Getal(0.01, "mm:ss"), Getal(0.01, "[mm]:ss"), "0:14:24", "0:14:24"),
    "duur": planned(Getal(1.5, "[h]:mm"), Getal(0.4375, "h:mm"), "36:00", "10:30"),
    "formule": planned(Formula("=2018+1", 2019), Formula('="na"&"jaar"', "najaar"), "2019", "najaar"),
    "fout": planned(Formula("=NA()", "#N/A"), "wel iets", "", "wel iets"),
}
"""The rows from 1.1.1 on, by what is particular about them."""

NUMMERS = {naam: f"1.1.{nr}" for nr, naam in enumerate(RIJEN, 1)}
STANDEN = {
    NUMMERS["structureel"]: Stand(Status.STRUCTUREEL, "elk jaar"),
    NUMMERS["ongewijzigd"]: Stand(Status.GEPLAND, "na de zomer"),
}
OPMERKING = "Zie ook de brief\nvan 3 mei"
EIGEN = (
    EigenActie("CGM", "Een eigen actie", "", "voltooid", "=2+2", "regel een\nregel twee"),
    EigenActie("CGM", "– én nog een: € 12,50", "9.9.9", "zoiets"),
)
MOMENTEN = (
    Communicatiemoment("CGM", "12-3-2019", "Persbericht", "inwoners", "website", "lokaal", "=1+1", "2019-03-12"),
    Communicatiemoment("CGM", "voorjaar", "Brief aan de horeca\n@allen", "horeca", "brief", "regionaal", "50%"),
    Communicatiemoment("CGM", "1-5-2019", "op een echte datum", sorteerdatum="2019-05-01"),
)
PLAN = make_plan(len(RIJEN))


def make_invulblad() -> bytes:
    """Return the invulblad of Cuijk, filled in for its whole kolom, as Excel would leave it."""
    cuijk = PLAN.gemeenten[0]
    antwoorden = {NUMMERS[naam]: Antwoord(*map(_shown, rij.cellen)) for naam, rij in RIJEN.items()}
    invulbladen = prepare_invulblad(PLAN, cuijk, STANDEN, Vulling(antwoorden, EIGEN, MOMENTEN, voor_kolom=True))
    blad, communicatie, _ = invulbladen.zichtbaar
    plaatsen = {naam: invulbladen.plaatsen[nr] for naam, nr in NUMMERS.items()}
    for naam, rij in RIJEN.items():
        _type(blad, plaatsen[naam], rij)
    (datum,) = (plaats for plaats, cel in communicatie.cells.items() if cel.value == MOMENTEN[-1].datum)
    _put(communicatie, datum, Getal(EEN_MEI_2019, "d-m-yyyy"))
    blad.opmerkingen[plaatsen["opmerking"]] = OPMERKING
    return _hide_row(invulbladen.draw(), plaatsen["verborgen"][0])


def _shown(inhoud: Inhoud) -> str:
    return inhoud if isinstance(inhoud, str) else str(inhoud.value if isinstance(inhoud, Formula) else inhoud.waarde)


def _type(blad: Sheet, plaats: Plaats, rij: Rij) -> None:
    for kolom, inhoud in enumerate(rij.cellen, plaats[1]):
        _put(blad, (plaats[0], kolom), inhoud)
    if rij.kleur:
        cel = blad.cells[plaats]
        blad.cells[plaats] = cel._replace(style=replace(cel.style, vlak=rij.kleur))


def _put(blad: Sheet, plaats: Plaats, inhoud: Inhoud) -> None:
    stijl = blad.cells[plaats].style
    if isinstance(inhoud, Getal):
        blad.put(*plaats, inhoud.waarde, replace(stijl, getalformaat=inhoud.formaat))
    elif isinstance(inhoud, Formula):
        blad.put(*plaats, inhoud, replace(stijl, getalformaat="General"))  # in a cell for text it would be a text
    else:
        blad.put(*plaats, inhoud, stijl)


def _hide_row(xlsx: bytes, rij: int) -> bytes:
    with zipfile.ZipFile(io.BytesIO(xlsx)) as bron:
        delen = {naam: bron.read(naam) for naam in bron.namelist()}
    eerste = "xl/worksheets/sheet1.xml"
    delen[eerste], aantal = re.subn(rb'<row r="%d"' % rij, rb'\g<0> hidden="1"', delen[eerste])
    if aantal != 1:
        raise ValueError(f"rij {rij} staat {aantal} keer op het blad")
    return pack(delen)
