"""The words on our sheets, each in one place, and how two spellings are compared.

Sheet names and headings are those of the contract (§1). Readers look for them with `fold`, so that capitals,
accents, dots and spaces never decide whether a column is found.
"""

import re
import unicodedata
from functools import lru_cache

_NIET_LETTERS = re.compile(r"[^0-9a-z]+")


def fold(text: str) -> str:
    """Return `text` for comparing: lower case, without accents, one space where there was anything else.

    >>> fold("  Wat?  ")
    'wat'
    >>> fold("Coördinatie – E.mail")
    'coordinatie e mail'
    """
    # The same headings, statuses and acties come back in every file of a round.
    return _fold_short(text) if len(text) <= _KORT else _fold(text)


def _fold(text: str) -> str:
    if text.isascii():
        plat = text.lower()
    else:
        ontleed = unicodedata.normalize("NFKD", text.casefold())
        plat = "".join(teken for teken in ontleed if not unicodedata.combining(teken))
    return _NIET_LETTERS.sub(" ", plat).strip()


_ASCII_TEKEN = re.compile(r"[?$+<=>^`|~]")
_VRAAGT = ("QUESTION MARK", "INTERROBANG")
_ERDOOR = 1
"""The combining class of what is drawn through a letter; accents stand above or below it."""

# An underscore within a word stands for a space; before one it is a line to put a cross on.
_KALE_ASCII = re.compile(r"(?:[\sA-Za-z0-9.,;:!/()'\"-]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))*")
_STREEPJES = dict.fromkeys(map(ord, "–—―‐‑‒"), "-")
_LOS_STREEPJE = re.compile(r"-\s*-|(?<![A-Za-z0-9])/|/(?![A-Za-z0-9])")
_ONSCHULDIG = frozenset("–—―‐‑‒‘’‚‛“”„‟«»‹›•·‣⁃…")


def has_sign(text: str) -> bool:
    """Whether `fold` leaves out something that may turn a text round: a question mark, a sign, a line through it."""
    if text.isascii():  # nearly always, and of every cell of a round
        return _ASCII_TEKEN.search(text) is not None
    return any(is_question(teken) or _turns_round(teken) for teken in text)


def is_bare(text: str, ook: str = "") -> bool:
    """Whether a text is words with harmless punctuation, and the signs of `ook`: whatever else stands beside a word
    may mean anything.

    >>> is_bare("(Voltooid!)"), is_bare("voltooid*"), is_bare("[ ] voltooid"), is_bare("niet_opgepakt")
    (True, False, False, True)
    >>> is_bare("- voltooid"), is_bare("-/- voltooid"), is_bare("!voltooid"), is_bare("voltooid -")
    (True, False, False, False)
    """
    if _says_minus(text.translate(_STREEPJES)):
        return False
    if text.isascii():
        return _KALE_ASCII.fullmatch(text) is not None
    return all(teken in ook or _is_bare(teken) for teken in text)


def _says_minus(text: str) -> bool:
    """Whether punctuation turns a text round: two dashes or one behind it, a stroke beside a word, a "!" before one."""
    _, roep, erachter = text.partition("!")
    is_niet = bool(roep) and any(map(str.isalnum, erachter))
    return is_niet or text.rstrip().endswith("-") or _LOS_STREEPJE.search(text) is not None


def is_question(teken: str) -> bool:
    """Whether a character is a question mark, in whatever script or width."""
    return unicodedata.category(teken) == "Po" and any(woord in unicodedata.name(teken, "") for woord in _VRAAGT)


def has_line(text: str) -> bool:
    """Whether a line was typed through letters, as sites make it: a character of its own behind each."""
    return not text.isascii() and any(unicodedata.combining(teken) == _ERDOOR for teken in text)


def _turns_round(teken: str) -> bool:
    soort = unicodedata.category(teken)
    is_erdoor = soort == "Me" or unicodedata.combining(teken) == _ERDOOR
    return soort[0] == "S" or is_erdoor or (teken.isalpha() and not fold(teken))


def _is_bare(teken: str) -> bool:
    if teken.isascii():
        return _KALE_ASCII.fullmatch(teken) is not None
    # An accent on its own, and what has no shape at all: that is told as such.
    is_los = unicodedata.category(teken) in ("Mn", "Cf")
    is_letter = teken.isalnum() or is_los
    return teken in _ONSCHULDIG or teken.isspace() or (is_letter and not _turns_round(teken))


_KORT = 200
_fold_short = lru_cache(maxsize=4096)(_fold)


class Bladen:
    """Names of worksheets."""

    SAMENVATTING = "Samenvatting"
    ACTIEPLAN = "Actieplan"
    PER_GEMEENTE = "Per gemeente"
    BEVINDINGEN = "Bevindingen"
    WIJZIGINGEN = "Wijzigingen"
    EIGEN_ACTIES = "Eigen acties"
    COMMUNICATIEKALENDER = "Communicatiekalender"
    GEGEVENS = "Gegevens"
    HERKOMST = "Herkomst"
    LEESWIJZER = "Leeswijzer"
    GEMEENTEN = "Gemeenten"
    PLAN = "Plan"
    TEKSTEN = "Teksten"
    ONTVANGERS = "Ontvangers"
    CORRECTIES = "Correcties"
    VERVOLG = "Vervolg"
    LOSSE_TEKSTEN = "Losse teksten"
    INVULBLAD = "Invulblad"
    COMMUNICATIE = "Communicatie"
    VERBORGEN = "_actieplan"
    LAATST_BEKEND = "_laatst_bekend"
    TE_HERSTELLEN = "Te herstellen"
    AFGESLOTEN = "Afgesloten"
    VORIGE_STAND = "Vorige stand"


PLANBLADEN = (Bladen.GEMEENTEN, Bladen.PLAN, Bladen.TEKSTEN, Bladen.ONTVANGERS)
"""What a planwerkboek holds beside the matrix: settings, addresses, and texts that stand elsewhere to be read."""


class Koppen:
    """Headings of columns."""

    NR = "Nr"
    WAT = "Wat?"
    VOETNOOT = "Voetnoot"
    TREKKER = "Trekker"
    GELDT_VOOR = "Geldt voor"
    ACTIE = "Actie"
    VORIGE_STAND = "Vorige stand"
    STATUS = "Status"
    PLANNING = "Planning"
    TOELICHTING = "Toelichting"
    CONTROLE = "Controle"
    GEMEENTE = "gemeente"
    CBS_CODE = "cbs_code"
    KOLOM = "kolom"
    E_MAIL = "e-mail"
    OPVOLGER = "opvolger"
    VOORGANGERS = "voorgangers"
    UITSTEL_TOT = "uitstel tot"
    UITSTEL_REDEN = "reden"
    ROL = "rol"
    TEKST = "tekst"
    WAAROM = "waarom"
    DOOR = "door"
    WANNEER = "wanneer"


INVULBLAD_KOPPEN = (
    Koppen.NR,
    Koppen.ACTIE,
    Koppen.VORIGE_STAND,
    Koppen.STATUS,
    Koppen.PLANNING,
    Koppen.TOELICHTING,
    Koppen.CONTROLE,
)
"""The headings of an invulblad, in their order; `Vorige stand` only where one is known."""

CORRECTIE_KOLOMMEN = (
    Koppen.GEMEENTE,
    Koppen.NR.lower(),
    Koppen.STATUS.lower(),
    Koppen.PLANNING.lower(),
    Koppen.WAAROM,
    Koppen.DOOR,
    Koppen.WANNEER,
)
"""The headings of the sheet `Correcties`."""

CORRECTIE_UITLEG = (
    "Wijzigde je een antwoord na een telefoontje? Zet het hier, dan geldt het ook bij de volgende keer samenvoegen. "
    "Eén rij per actie: wat het wordt, waarom, door wie (een rol, geen naam) en op welke dag. Mag leeg blijven."
)
"""Stands above the table on that sheet."""

EIGEN_ACTIES = "Eigen acties"
"""Heading of the part of an invulblad where a gemeente adds acties of its own."""


class Controle:
    """What the column `Controle` says; anything else there was typed by somebody.

    `→` means that something is missing, `✓` counts as done: the counter and the jump link look at nothing else.
    """

    KIES = "→ kies een status"
    ONBEKEND = "→ kies een status uit de lijst"
    GEEN_VORIGE = "→ geen vorige stand: kies een andere status"
    FOUTWAARDE = "→ foutwaarde: vul opnieuw in"
    ZONDER_REDEN = "→ Toelichting: waarom niet?"
    ZONDER_PLANNING = "→ vul ook een planning in"
    JAAR_BUITEN = "→ jaar valt buiten het plan"
    GOED = "✓"
    GOED_LIEFST_PLANNING = "✓ liefst ook een planning"
    GOED_GEPLAND = "✓ telt als gepland"
    GOED_VORIGE = "✓ vorige stand blijft"
    EIGEN_ZONDER_STATUS = "Kies ook een status"
    EIGEN_ZONDER_ACTIE = "Schrijf ook de actie op"
    EIGEN_FOUTWAARDE = "Vul de foutwaarde opnieuw in"


CONTROLE_ZINNEN = frozenset(zin for naam, zin in vars(Controle).items() if naam.isupper())

VRAAG = "Voor wie geldt dit blad?"
"""Stands before the choice on a gezamenlijk invulblad; what is behind it was chosen, or typed, by a gemeente."""

HEEL, ALLEEN = "heel", "alleen"
"""The first word of that choice: "alleen Cuijk" or "heel CGM"."""

STAPPEN = "1.  Kies bij elke actie een status uit de lijst."
KLEURUITLEG = "Zo kleurt een antwoord"
ANTWOORDT = "Antwoordt"
GEEN_ANTWOORD = "nog geen antwoord"
"""What our own sentences above the table of an invulblad begin with."""

VERDER = "→ Ga naar de volgende lege actie"
VERDER_NIET_AF = "→ Ga naar de volgende actie die nog niet af is"
ALLES_INGEVULD = "✓ Alles is ingevuld. Sla het bestand op en stuur het terug."
"""What the link above the table says, while something is open (also where the plan asks more than a
status) and when nothing is."""

KALENDERTITEL, KALENDERVRAAG = "Communicatiekalender", "Welke momenten zijn er om"
"""The title of the sheet `Communicatie`, and what the question under it begins with."""

OPMERKING_VAN_ONS = "Te herstellen:"
"""How a comment of ours on a cell of a retour begins, below what a gemeente wrote there itself."""

VERSCHILDE = "verschilde per gemeente"
"""Stands for the word of a previous state where a gemeente was several before, and those did not say the same."""

VOETNOTEN = "Voetnoten"
"""Heading under the matrix; the rows below it are a number and a text."""

LEES_VERDER = "… lees verder op werkblad Vervolg, nr "
"""Ends a text that does not fit in one cell; behind it stands the number of the text on that sheet."""

VERVOLG_KOLOMMEN = ("nr", "tekst")
"""The headings of the sheet `Vervolg`."""

HERSTEL_KOLOMMEN = ("Nr", "Actie", "Ga naar", "Wat is er?", "Wat doe je?")
"""The headings of the sheet `Te herstellen`."""

LOSSE_KOLOMMEN = ("Waar stond het?", "Nr", "Wat staat er?")
"""The headings of the sheet `Losse teksten`; what stands under the last is always somebody else's."""

DOORGEHAALD = "doorgehaald"
"""Stands behind a text, between brackets, when somebody drew a line through it."""

NVT = "n.v.t."
"""What a cell of the matrix shows where an actie is not meant for a kolom."""

GEGEVENS_KOLOMMEN = (
    "nr",
    "hoofdlijn",
    "thema",
    "actie",
    "kolom",
    "gemeente",
    "cbs_code",
    "status",
    "kleur",
    "planning",
    "jaren",
    "toelichting",
    "reden",
    "bestand",
    "blad",
    "cel",
)
"""The columns of `Gegevens` and of `Matrix.to_long_frame()`, contract §1."""

WIJZIGING_KOLOMMEN = ("nr", "actie", "gemeente", "wat", "was", "is", "toelichting")
"""The columns of the list on `Wijzigingen`."""

WAT_OPVALT, BESLUIT_GEVRAAGD, VERANDERD = "Wat opvalt", "Wat een besluit vraagt", "Veranderd sinds de vorige keer"
"""Headings on `Samenvatting`, and in the mail that brings it."""

WAT_ER_VERANDERDE = "Wat er veranderde"
"""Heading on `Wijzigingen`; below it stands in one sentence what changed."""

VERLOOP = "Verloop"
"""Heading of the part of `Wijzigingen` that tells how the region stood on each peildatum."""

COMMUNICATIE_KOLOMMEN = ("Datum", "Wat", "Doelgroep", "Kanaal", "Lokaal of regionaal", "Toelichting")
"""The columns of the sheet `Communicatie` of an invulblad."""

OVERBLIJFSEL = ".actieplan-"
"""How the temporary files begin that a run leaves behind when it is killed; they are nobody's answers."""

LOKAAL, REGIONAAL = "lokaal", "regionaal"
REGIO = "regio"
"""What the second begins with, and whatever people type for it."""


def enkelvoud_of_meervoud(aantal: int, enkelvoud: str, meervoud: str) -> str:
    """Return "1 gemeente" or "8 gemeenten"."""
    return f"{aantal} {enkelvoud if aantal == 1 else meervoud}"


def opsomming(namen: list[str] | tuple[str, ...]) -> str:
    """Return "Cuijk, Grave en Mill en Sint Hubert"."""
    if len(namen) < 2:
        return "".join(namen)
    return f"{', '.join(namen[:-1])} en {namen[-1]}"


def korte_opsomming(namen: list[str] | tuple[str, ...], hoogstens: int, rest: str = "") -> str:
    """Return "Cuijk, Grave en nog 6" when there are more than so many; `rest` comes behind that number."""
    over = len(namen) - hoogstens
    return opsomming([*namen[:hoogstens], f"nog {over}{rest}"] if over > 0 else namen)
