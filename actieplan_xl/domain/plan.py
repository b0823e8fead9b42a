"""The plan: hoofdlijn → thema → actie, the kolommen of the matrix and the gemeenten in them.

Everything is frozen; a plan is read once and then only looked at. Acties keep the order of the document.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from actieplan_xl.domain.afspraken import GEEN_AFSPRAKEN, Afspraken
from actieplan_xl.domain.datum import format_datum, whole_datum
from actieplan_xl.domain.jaren import jaren
from actieplan_xl.domain.words import fold


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A gemeente that answers; `kolom` is the name of the column of the matrix it stands in.

    `opvolger` is the name of the gemeente it became part of in a herindeling: in a later plan that one answers for it.
    `voorgangers` are the names of those that became part of this one. Up to and including `uitstel_tot`, ISO, nobody
    asks it again; a text that is no date gives no uitstel.
    """

    naam: str
    kolom: str
    cbs_code: str = ""
    e_mail: str = ""
    opvolger: str = ""
    voorgangers: tuple[str, ...] = ()
    uitstel_tot: str = ""
    uitstel_reden: str = ""

    def has_uitstel(self, dag: str) -> bool:
        """Whether nobody asks it for answers yet, on a day as the plan writes it; on an unknown day they do."""
        tot, op = whole_datum(self.uitstel_tot), whole_datum(dag)
        return tot is not None and op is not None and op <= tot

    @property
    def uitstel(self) -> str:
        """Until when it has uitstel and why: "uitstel tot 1 juli 2019 (herindeling)"."""
        waarom = f" ({self.uitstel_reden})" if self.uitstel_reden else ""
        return f"uitstel tot {format_datum(self.uitstel_tot)}{waarom}"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of the matrix: one gemeente, or several with one civil service."""

    naam: str
    gemeenten: tuple[Gemeente, ...]

    @property
    def is_gezamenlijk(self) -> bool:
        """Whether more than one gemeente answers in this kolom."""
        return len(self.gemeenten) > 1


@dataclass(frozen=True, slots=True)
class Actie:
    """One actie; `geldt_voor` holds names of kolommen, and empty means all of them."""

    nr: str
    tekst: str
    voetnoten: tuple[str, ...] = ()
    trekker: str = ""
    geldt_voor: tuple[str, ...] = ()

    def is_voor(self, kolom: str) -> bool:
        """Whether this actie is meant for the kolom of that name."""
        return not self.geldt_voor or kolom in self.geldt_voor


@dataclass(frozen=True, slots=True)
class Thema:
    """A group of acties within a hoofdlijn, numbered like 1.2."""

    nr: str
    naam: str
    acties: tuple[Actie, ...]


@dataclass(frozen=True, slots=True)
class Hoofdlijn:
    """A main line of the plan, numbered like 1. It may have no themas (yet)."""

    nr: str
    naam: str
    themas: tuple[Thema, ...]


@dataclass(frozen=True, slots=True)
class Plangegevens:
    """What the sheet `Plan` says; dates are text as written there, or ISO when Excel held a date."""

    naam: str
    regio: str = ""
    jaar: str = ""
    peildatum: str = ""
    inleverdatum: str = ""
    rubricering: str = ""
    afzender: str = ""
    e_mail_afzender: str = ""
    opmerking: str = ""


def find_planjaren(gegevens: Plangegevens) -> tuple[int, int] | None:
    """Return the first and the last year that a plan says it is for ("2019-2022"); None when it names none."""
    gevonden = jaren(gegevens.jaar)
    return (gevonden[0], gevonden[-1]) if gevonden else None


@dataclass(frozen=True, slots=True)
class Ontvanger:
    """A member of the driehoek+ who gets the regiowerkboek."""

    rol: str
    e_mail: str


@dataclass(frozen=True, slots=True)
class Afgesloten:
    """What one gemeente last said of an actie that was closed in an earlier year; its number is not given away again.

    All as text, as it stands on the sheet of that name; `sinds` is the peildatum by which it was closed.
    """

    nr: str
    hoofdlijn: str
    thema: str
    actie: str
    kolom: str
    gemeente: str
    status: str
    planning: str
    sinds: str


@dataclass(frozen=True)
class Plan:
    """A whole plan. Lookups are by name or number as written; `find_gemeenten` is forgiving.

    `teksten` is running text by number of hoofdlijn or thema; `voetnoten` text by footnote number. `afgesloten` are the
    acties of earlier years that are asked no more.
    """

    gegevens: Plangegevens
    kolommen: tuple[Kolom, ...]
    hoofdlijnen: tuple[Hoofdlijn, ...]
    teksten: Mapping[str, str] = field(default_factory=dict)
    voetnoten: Mapping[str, str] = field(default_factory=dict)
    ontvangers: tuple[Ontvanger, ...] = ()
    afgesloten: tuple[Afgesloten, ...] = ()
    afspraken: Afspraken = GEEN_AFSPRAKEN

    @cached_property
    def vingerafdruk(self) -> str:
        """A short fingerprint of what is asked from whom: two versions of a plan differ in it.

        Dates, addresses, running text and afspraken do not count: changing those changes no question.
        """
        vraag = {
            "naam": self.gegevens.naam,
            "jaar": self.gegevens.jaar,
            "acties": [[actie.nr, actie.tekst, actie.geldt_voor] for actie in self.acties],
            "gemeenten": [[gemeente.naam, gemeente.kolom] for gemeente in self.gemeenten],
        }
        return hashlib.sha256(json.dumps(vraag, ensure_ascii=False).encode()).hexdigest()[:16]

    @cached_property
    def jaren(self) -> tuple[int, int] | None:
        """The first and the last year of the plan; None when it names none."""
        return find_planjaren(self.gegevens)

    @cached_property
    def acties(self) -> tuple[Actie, ...]:
        """All acties in plan order."""
        return tuple(actie for lijn in self.hoofdlijnen for thema in lijn.themas for actie in thema.acties)

    @cached_property
    def gemeenten(self) -> tuple[Gemeente, ...]:
        """All gemeenten, in the order of the kolommen."""
        return tuple(gemeente for kolom in self.kolommen for gemeente in kolom.gemeenten)

    @cached_property
    def actie_op_nr(self) -> dict[str, Actie]:
        """Acties by number."""
        return {actie.nr: actie for actie in self.acties}

    @cached_property
    def kolom_op_naam(self) -> dict[str, Kolom]:
        """Kolommen by name."""
        return {kolom.naam: kolom for kolom in self.kolommen}

    @cached_property
    def plaats_van_actie(self) -> dict[str, tuple[Hoofdlijn, Thema]]:
        """The hoofdlijn and thema of each actie, by number of the actie."""
        return {actie.nr: (lijn, thema) for lijn in self.hoofdlijnen for thema in lijn.themas for actie in thema.acties}

    @cached_property
    def actie_op_tekst(self) -> dict[str, Actie]:
        """Acties by folded text; a text that stands twice in the plan points nowhere."""
        teksten = [fold(actie.tekst) for actie in self.acties]
        return {t: a for t, a in zip(teksten, self.acties, strict=True) if t and teksten.count(t) == 1}

    @cached_property
    def actie_op_alles(self) -> dict[str, Actie]:
        """Acties by number and text together, folded: "1 1 1 training voor bestuurders"."""
        return {fold(f"{actie.nr} {actie.tekst}"): actie for actie in self.acties}

    @cached_property
    def regels(self) -> tuple[frozenset[str], frozenset[str]]:
        """The numbers, and the folded texts, of all lines of the matrix: hoofdlijnen, themas and acties."""
        themas = [thema for lijn in self.hoofdlijnen for thema in lijn.themas]
        regels = [(lijn.nr, lijn.naam) for lijn in self.hoofdlijnen]
        regels += [(thema.nr, thema.naam) for thema in themas]
        regels += [(actie.nr, actie.tekst) for actie in self.acties]
        return frozenset(nr for nr, _ in regels), frozenset(fold(tekst) for _, tekst in regels)

    @cached_property
    def _gemeenten_op_naam(self) -> dict[str, tuple[Gemeente, ...]]:
        per_kolom = {fold(kolom.naam): kolom.gemeenten for kolom in self.kolommen}
        return per_kolom | {fold(gemeente.naam): (gemeente,) for gemeente in self.gemeenten}

    def find_gemeenten(self, naam: str) -> tuple[Gemeente, ...]:
        """Return the gemeenten a name stands for: one, all of a kolom, or () when unknown."""
        return self._gemeenten_op_naam.get(fold(naam), ())

    def acties_van(self, kolom: str) -> tuple[Actie, ...]:
        """Return the acties that are meant for a kolom."""
        return tuple(actie for actie in self.acties if actie.is_voor(kolom))


_LANGSTE_NR = 40
_NR = re.compile(r"[1-9]\d{0,2}(\.[1-9]\d{0,2}){0,2}")


@lru_cache(maxsize=4096)
def parse_nr(text: str) -> str | None:
    """Return a number of the plan ("1", "1.2", "1.2.3"), or None when `text` is none.

    A closing dot, an "Actie" before it, commas for dots and spaces around dots are what people add.
    """
    if len(text) > _LANGSTE_NR:
        return None
    kaal = re.sub(r"\s*[.,]\s*", ".", text.strip()).removesuffix(".")
    kaal = re.sub(r"^(actie|thema|hoofdlijn|nr)\.?\s*", "", kaal, flags=re.IGNORECASE)
    return kaal if _NR.fullmatch(kaal) else None


def nr_key(nr: str) -> tuple[int, ...]:
    """Return a sort key that puts 1.10 after 1.9."""
    return tuple(int(deel) for deel in nr.split("."))
