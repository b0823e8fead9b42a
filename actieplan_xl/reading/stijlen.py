"""Fill colours and number formats of cells, as far as reading an answer needs them.

A broken style never makes a file unreadable: what cannot be understood is no colour and no date.
"""

import colorsys
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from actieplan_xl.domain.palet import nearest_kleur
from actieplan_xl.domain.status import Kleur
from actieplan_xl.reading.bestand import Bestand
from actieplan_xl.reading.xmldeel import parse

_RGB = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")

# The palette that file format ECMA-376 §18.8.27 gives the indexes 8 to 63; 0 to 7 repeat 8 to 15.
_INDEXED = [
    "000000",
    "FFFFFF",
    "FF0000",
    "00FF00",
    "0000FF",
    "FFFF00",
    "FF00FF",
    "00FFFF",
    "800000",
    "008000",
    "000080",
    "808000",
    "800080",
    "008080",
    "C0C0C0",
    "808080",
    "9999FF",
    "993366",
    "FFFFCC",
    "CCFFFF",
    "660066",
    "FF8080",
    "0066CC",
    "CCCCFF",
    "000080",
    "FF00FF",
    "FFFF00",
    "00FFFF",
    "800080",
    "800000",
    "008080",
    "0000FF",
    "00CCFF",
    "CCFFFF",
    "CCFFCC",
    "FFFF99",
    "99CCFF",
    "FF99CC",
    "CC99FF",
    "FFCC99",
    "3366FF",
    "33CCCC",
    "99CC00",
    "FFCC00",
    "FF9900",
    "FF6600",
    "666699",
    "969696",
    "003366",
    "339966",
    "003300",
    "333300",
    "993300",
    "993366",
    "333399",
    "333333",
]
_THEMA_VOLGORDE = ("lt1", "dk1", "lt2", "dk2", *(f"accent{i}" for i in range(1, 7)), "hlink", "folHlink")
# Office's own theme, for files that refer to a theme they do not carry.
_THEMA_STANDAARD = dict(
    zip(
        _THEMA_VOLGORDE,
        [
            "FFFFFF",
            "000000",
            "E7E6E6",
            "44546A",
            "4472C4",
            "ED7D31",
            "A5A5A5",
            "FFC000",
            "5B9BD5",
            "70AD47",
            "0563C1",
            "954F72",
        ],
        strict=True,
    )
)


@dataclass
class Stijlen:
    """The styles of a workbook. `fills` are attributes of the colour of each fill, `xfs` (format, fill) per style."""

    fills: list[dict[str, str] | None] = field(default_factory=list)
    xfs: list[tuple[int, int]] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    read_theme: Callable[[], dict[str, str]] = dict
    """Reads the colours of the theme; few files refer to them, so it is only called for one that does."""
    palet: list[str] = field(default_factory=list)

    def fill(self, stijl: int) -> str | None:
        """Return the fill colour of a style as RRGGBB, or None when there is none."""
        if stijl not in self._kleur_per_stijl:
            self._kleur_per_stijl[stijl] = self._find_fill(stijl)
        return self._kleur_per_stijl[stijl]

    @cached_property
    def gekleurd(self) -> frozenset[int]:
        """The styles whose fill is a colour somebody chose: no white, grey or paint of ours."""
        return frozenset(stijl for stijl in range(len(self.xfs)) if self.kleur(stijl) is not Kleur.GEEN)

    def kleur(self, stijl: int) -> Kleur:
        """Return the hue of a style's fill; `geen` for none, white, grey and our own paint."""
        rgb = self.fill(stijl)
        return nearest_kleur(rgb) if rgb else Kleur.GEEN

    def number_format(self, stijl: int) -> tuple[int, str]:
        """Return number and code of the number format of a style; the code is "" for a built-in one."""
        nummer = self.xfs[stijl][0] if stijl < len(self.xfs) else 0
        return nummer, self.formats.get(nummer, "")

    @cached_property
    def thema(self) -> dict[str, str]:
        """The colours of the theme by name."""
        return self.read_theme()

    @cached_property
    def _kleur_per_stijl(self) -> dict[int, str | None]:
        return {}

    def _find_fill(self, stijl: int) -> str | None:
        if stijl >= len(self.xfs) or self.xfs[stijl][1] >= len(self.fills):
            return None
        kleur = self.fills[self.xfs[stijl][1]]
        return None if kleur is None else self._resolve(kleur)

    def _resolve(self, kleur: dict[str, str]) -> str | None:
        if rgb := _RGB.fullmatch(kleur.get("rgb", "")):
            basis: str | None = rgb[1].upper()
        elif "theme" in kleur:
            naam = _pick(_THEMA_VOLGORDE, kleur["theme"])
            basis = self.thema.get(naam or "") or _THEMA_STANDAARD.get(naam or "")
        else:
            basis = self._indexed(kleur.get("indexed", ""))
        return None if basis is None else _tint(basis, kleur.get("tint", ""))

    def _indexed(self, index: str) -> str | None:
        if self.palet:
            return _pick(self.palet, index)
        if index.isascii() and index.isdigit() and len(index) < 5:
            nummer = int(index)
            return _pick(_INDEXED, str(nummer if nummer < 8 else nummer - 8))
        return None


def _pick(rij: list[str] | tuple[str, ...], index: str) -> str | None:
    return rij[int(index)] if index.isascii() and index.isdigit() and len(index) < 5 and int(index) < len(rij) else None


def _tint(rgb: str, tint: str) -> str:
    """Lighten (tint above 0) or darken a colour as ECMA-376 §18.8.19 says: on its lightness."""
    try:
        mate = max(-1.0, min(1.0, float(tint or 0)))
    except ValueError:
        return rgb
    if not mate:
        return rgb
    tint_, licht, verzadiging = colorsys.rgb_to_hls(*(int(rgb[i : i + 2], 16) / 255 for i in (0, 2, 4)))
    licht = licht * (1 + mate) if mate < 0 else licht * (1 - mate) + mate
    return "".join(f"{round(deel * 255):02X}" for deel in colorsys.hls_to_rgb(tint_, licht, verzadiging))


def read_stijlen(bestand: Bestand, deel: str, inhoud: bytes) -> Stijlen:
    """Parse the styles part. Raises `BestandError` when its XML is broken; the caller may go on without styles."""
    stijlen = Stijlen()
    pad: list[str] = []
    in_fill = {"patroon": ""}

    def start(tag: str, attributen: dict[str, str]) -> None:
        ouder = pad[-1] if pad else ""
        pad.append(tag)
        if tag == "xf" and ouder == "cellXfs":
            stijlen.xfs.append((_number(attributen.get("numFmtId")), _number(attributen.get("fillId"))))
        elif tag == "numFmt" and ouder == "numFmts":
            stijlen.formats[_number(attributen.get("numFmtId"))] = attributen.get("formatCode", "")
        elif tag == "fill" and ouder == "fills":
            stijlen.fills.append(None)
        elif tag == "patternFill" and ouder == "fill":
            in_fill["patroon"] = attributen.get("patternType", "none")
        elif (tag == "fgColor" and ouder == "patternFill" and "fills" in pad and in_fill["patroon"] != "none") or (
            tag == "color" and ouder == "stop" and "fills" in pad and stijlen.fills[-1] is None
        ):
            stijlen.fills[-1] = dict(attributen)
        elif tag == "rgbColor" and ouder == "indexedColors":
            stijlen.palet.append(attributen.get("rgb", "")[-6:])

    parse(bestand, deel, inhoud, start=start, end=lambda _: pad.pop())
    return stijlen


def read_thema(bestand: Bestand, deel: str, inhoud: bytes) -> dict[str, str]:
    """Return the colours of the theme part by name (lt1, dk1, accent1, …)."""
    kleuren: dict[str, str] = {}
    pad: list[str] = []

    def start(tag: str, attributen: dict[str, str]) -> None:
        pad.append(tag)
        if tag in ("srgbClr", "sysClr") and len(pad) > 2 and pad[-3] == "clrScheme":
            rgb = _RGB.fullmatch(attributen.get("lastClr") or attributen.get("val", ""))
            if rgb:
                kleuren[pad[-2]] = rgb[1].upper()

    parse(bestand, deel, inhoud, start=start, end=lambda _: pad.pop())
    return kleuren


def _number(tekst: str | None) -> int:
    return int(tekst) if tekst and tekst.isascii() and tekst.isdigit() and len(tekst) < 7 else 0
