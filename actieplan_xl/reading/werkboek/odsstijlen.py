"""The styles of an .ods → the same `Stijlen` as of an .xlsx: fill colours, and number formats in Excel's own codes."""

import re

from actieplan_xl.reading.werkboek.kleuren import parse_rgb
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.stijlen import Stijlen
from actieplan_xl.reading.werkboek.xmldeel import CloseTag, OpenTag, parse

_DATUM = {"day": "d", "day-of-week": "d", "month": "m", "year": "y", "era": "y", "quarter": "m", "week-of-year": "d"}
_TIJD = {"hours": "h", "minutes": "m", "seconds": "s"}
_VORMEN = ("date-style", "time-style", "percentage-style", "currency-style", "number-style", "text-style")
_MUNT = re.compile("[€$£]")
_EERSTE_FORMAAT = 164
_DIEPSTE = 20


def local(attributen: dict[str, str], naam: str) -> str:
    """Return an attribute by its usual name ("office:value"), else by the local part of it, else ""."""
    if naam in attributen:
        return attributen[naam]
    einde = naam[naam.index(":") :]
    return next((waarde for sleutel, waarde in attributen.items() if sleutel.endswith(einde)), "")


class OdsStijlen:
    """Collects styles while a part is walked through; `index` gives the place of a style by its name."""

    def __init__(self) -> None:
        self.stijlen = Stijlen(fills=[None], xfs=[(0, 0)])
        self.verborgen_tabellen: set[str] = set()
        self.doorgehaald: set[str] = set()
        """The styles of pieces of text that draw a line through them."""
        self._eigen: dict[str, dict[str, str]] = {}
        self._codes: dict[str, str] = {}
        self._plaatsen: dict[str, int] = {"": 0}
        self._nu: dict[str, str] = {}
        self._naam = ""
        self._is_van_tekst = False
        self._vorm = ""
        self._datum: list[str] = []
        self._tijd: list[str] = []
        self._symbool: list[str] | None = None
        self._voor_getallen: dict[str, str] = {}
        self.starts: dict[str, OpenTag] = {
            "style": self._start_style,
            "default-style": self._start_default,
            "table-cell-properties": self._cell_properties,
            "table-properties": self._table_properties,
            "text-properties": self._text_properties,
            "currency-symbol": self._start_symbol,
            "text": self._start_text,
            "map": self._start_map,
            **{naam: self._starter(naam) for naam in _VORMEN},
            **{naam: self._deel(self._datum, letter) for naam, letter in _DATUM.items()},
            **{naam: self._deel(self._tijd, letter) for naam, letter in _TIJD.items()},
        }
        self.ends: dict[str, CloseTag] = {
            "currency-symbol": self._end_symbol,
            "text": self._end_text,
            **dict.fromkeys(_VORMEN, self._end_format),
        }

    def text(self, tekst: str) -> None:
        """Take a piece of text: only what a format shows around a number counts."""
        if self._symbool is not None:
            self._symbool.append(tekst)

    def index(self, naam: str) -> int:
        """Return the place of a style by its name; 0, the plain one, when it is not known."""
        if naam not in self._plaatsen:
            self._plaatsen[naam] = self._add(naam) if naam in self._eigen else 0
        return self._plaatsen[naam]

    def index_all(self) -> None:
        """Give every style its place. After this `stijlen` is complete."""
        for naam in self._eigen:
            self.index(naam)

    def _add(self, naam: str) -> int:
        rgb = parse_rgb(self._inherited(naam, "vlak").removeprefix("#"))
        self.stijlen.fills.append({"rgb": rgb} if rgb else None)
        code = self._code(self._inherited(naam, "formaat"))
        nummer = _EERSTE_FORMAAT + len(self.stijlen.xfs) if code else 0
        if code:
            self.stijlen.formats[nummer] = code
        self.stijlen.xfs.append((nummer, len(self.stijlen.fills) - 1))
        if self._inherited(naam, "lijn") not in ("", "none"):
            self.stijlen.doorgehaald.add(len(self.stijlen.xfs) - 1)
        return len(self.stijlen.xfs) - 1

    def _code(self, formaat: str) -> str:
        """Return the code of a format. One with several parts ends in the last, and names those before it."""
        return self._codes.get(self._voor_getallen.get(formaat, formaat), "")

    def _inherited(self, naam: str, eigenschap: str) -> str:
        for _ in range(_DIEPSTE):
            stijl = self._eigen.get(naam, {})
            if stijl.get(eigenschap):
                return stijl[eigenschap]
            naam = stijl.get("ouder", "")
        return ""

    def _start_style(self, attributen: dict[str, str]) -> None:
        self._naam = local(attributen, "style:name")
        self._nu = {
            "ouder": local(attributen, "style:parent-style-name"),
            "formaat": local(attributen, "style:data-style-name"),
        }
        self._is_van_tekst = local(attributen, "style:family") == "text"
        if local(attributen, "style:family") == "table-cell":
            self._eigen[self._naam] = self._nu

    def _start_default(self, _: dict[str, str]) -> None:
        """What holds by default is no style with a name, and never part of the one before it."""
        self._nu, self._is_van_tekst = {}, False

    def _cell_properties(self, attributen: dict[str, str]) -> None:
        self._nu["vlak"] = local(attributen, "fo:background-color")

    def _text_properties(self, attributen: dict[str, str]) -> None:
        if self._vorm:  # of a number format
            return
        lijn = local(attributen, "style:text-line-through-style") or local(attributen, "style:text-line-through-type")
        self._nu["lijn"] = lijn
        if self._is_van_tekst and lijn not in ("", "none"):
            self.doorgehaald.add(self._naam)

    def _table_properties(self, attributen: dict[str, str]) -> None:
        if local(attributen, "table:display") == "false":
            self.verborgen_tabellen.add(self._naam)

    def _starter(self, vorm: str) -> OpenTag:
        def start(attributen: dict[str, str]) -> None:
            self._vorm = vorm
            self._naam = local(attributen, "style:name")
            self._datum.clear()
            self._tijd.clear()
            if local(attributen, "number:truncate-on-overflow") == "false":
                self._tijd.append("[]")

        return start

    def _deel(self, delen: list[str], letter: str) -> OpenTag:
        def start(attributen: dict[str, str]) -> None:
            is_woord = local(attributen, "number:textual") == "true"
            delen.append(letter * 3 if is_woord and letter == "m" else letter)

        return start

    def _start_symbol(self, _: dict[str, str]) -> None:
        self._symbool = []

    def _start_map(self, attributen: dict[str, str]) -> None:
        """The first part is for positive numbers. In a style of a cell a map is a rule that colours it."""
        if self._vorm:
            self._voor_getallen.setdefault(self._naam, local(attributen, "style:apply-style-name"))

    def _start_text(self, _: dict[str, str]) -> None:
        if self._vorm == "number-style":
            self._symbool = []

    def _end_text(self) -> None:
        """A sign that somebody put in a format by hand is a text to the program, and a currency to people."""
        if self._symbool is not None and (munt := _MUNT.search("".join(self._symbool))):
            self._codes[self._naam] = f"[${munt[0]}] 0"
        self._symbool = None

    def _end_symbol(self) -> None:
        self._codes[self._naam] = f"[${''.join(self._symbool or ()).strip()}] 0"
        self._symbool = None

    def _end_format(self) -> None:
        if self._vorm == "percentage-style":
            self._codes[self._naam] = "0%"
        elif self._vorm in ("date-style", "time-style"):
            is_duur = self._tijd[:1] == ["[]"]
            tijd = ":".join(self._tijd[is_duur:])
            tijd = f"[{tijd[:1]}]{tijd[1:]}" if is_duur and tijd else tijd
            self._codes[self._naam] = " ".join(deel for deel in ("-".join(self._datum), tijd) if deel)
        self._vorm = ""


def read_ods_stijlen(package: Package, deel: str) -> OdsStijlen:
    """Return the styles that stand in a part of their own; none when it is not there."""
    return parse(package, deel, OdsStijlen) if deel in package else OdsStijlen()
