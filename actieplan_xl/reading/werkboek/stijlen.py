"""Fill colours, number formats and lines through cells, as far as reading an answer needs them.

A broken style never makes a file unreadable: what cannot be understood is no colour and no date.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from actieplan_xl.domain.palet import nearest_kleur
from actieplan_xl.domain.status import Kleur
from actieplan_xl.reading.werkboek.kleuren import indexed_colour, parse_rgb, theme_colour, tint
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.xmldeel import CloseTag, OpenTag, elements, parse, remember


@dataclass
class Stijlen:
    """The styles of a workbook. `fills` are attributes of the colour of each fill, `xfs` (format, fill) per style.

    `doorgehaald` are the styles that draw a line through what stands in a cell.
    """

    fills: list[dict[str, str] | None] = field(default_factory=list)
    xfs: list[tuple[int, int]] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    doorgehaald: set[int] = field(default_factory=set)
    read_theme: Callable[[], dict[str, str]] = dict
    """Reads the colours of the theme; few files refer to them, so it is only called for one that does."""
    palet: list[str] = field(default_factory=list)

    def fill(self, stijl: int) -> str | None:
        """Return the fill colour of a style as RRGGBB, or None when there is none."""
        if stijl >= len(self.xfs) or self.xfs[stijl][1] >= len(self.fills):
            return None
        kleur = self.fills[self.xfs[stijl][1]]
        return None if kleur is None else self._resolve(kleur)

    @cached_property
    def gekleurd(self) -> frozenset[int]:
        """The styles whose fill is a colour somebody chose: no white, grey or paint of ours."""
        per_fill = [None if kleur is None else self._resolve(kleur) for kleur in self.fills]
        gekozen = {n for n, rgb in enumerate(per_fill) if rgb and nearest_kleur(rgb) is not Kleur.GEEN}
        return frozenset(stijl for stijl, (_, fill) in enumerate(self.xfs) if fill in gekozen)

    def kleur(self, stijl: int) -> Kleur:
        """Return the hue of a style's fill; `geen` for none, white, grey and our own paint."""
        if stijl not in self.gekleurd:
            return Kleur.GEEN
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

    def _resolve(self, kleur: dict[str, str]) -> str | None:
        basis = parse_rgb(kleur.get("rgb", ""))
        if basis is None and "theme" in kleur:
            basis = theme_colour(kleur["theme"], self.thema)
        elif basis is None:
            basis = indexed_colour(kleur.get("indexed", ""), self.palet)
        return tint(basis, kleur.get("tint", "")) if basis else None


def read_stijlen(package: Package, deel: str) -> Stijlen:
    """Parse the styles part. Raises `BestandError` when its XML is broken; the caller may go on without styles."""
    gelezen = remember(package, deel, "stijlen", lambda ruw: parse(package, deel, _StijlLezer, ruw).stijlen)
    return replace(gelezen)  # with a theme of its own


class _StijlLezer:
    """Collects styles. Fills and formats also stand in rules (dxf), where they say nothing of a cell."""

    def __init__(self) -> None:
        self.stijlen = Stijlen()
        self.patroon = "none"
        self.in_fills = self.in_xfs = self.in_fonts = False
        self.fonts: list[bool] = []
        self.xf_fonts: list[int] = []
        self.starts: dict[str, OpenTag] = {
            "numFmt": self._start_format,
            "fills": lambda _: self._enter(fills=True),
            "cellXfs": lambda _: self._enter(xfs=True),
            "fonts": lambda _: self._enter(fonts=True),
            "font": self._start_font,
            "strike": self._start_strike,
            "fill": self._start_fill,
            "patternFill": self._start_pattern,
            "fgColor": self._start_foreground,
            "color": self._start_stop,
            "xf": self._start_xf,
            "rgbColor": self._start_palette,
        }
        self.ends: dict[str, CloseTag] = {
            "fills": self._enter,
            "cellXfs": self._enter,
            "fonts": self._enter,
            "styleSheet": self._end_styles,
        }

    def text(self, _: str) -> None:
        """Styles hold no text."""

    def _enter(self, fills: bool = False, xfs: bool = False, fonts: bool = False) -> None:
        self.in_fills, self.in_xfs, self.in_fonts = fills, xfs, fonts

    def _start_format(self, attributen: dict[str, str]) -> None:
        self.stijlen.formats[_number(attributen.get("numFmtId", ""))] = attributen.get("formatCode", "")

    def _start_xf(self, attributen: dict[str, str]) -> None:
        if self.in_xfs:
            nummers = _number(attributen.get("numFmtId", "")), _number(attributen.get("fillId", ""))
            self.stijlen.xfs.append(nummers)
            self.xf_fonts.append(_number(attributen.get("fontId", "")))

    def _start_font(self, _: dict[str, str]) -> None:
        if self.in_fonts:
            self.fonts.append(False)

    def _start_strike(self, attributen: dict[str, str]) -> None:
        if self.in_fonts and self.fonts:
            self.fonts[-1] = is_on(attributen)

    def _end_styles(self) -> None:
        door = {font for font, is_doorgehaald in enumerate(self.fonts) if is_doorgehaald}
        self.stijlen.doorgehaald = {stijl for stijl, font in enumerate(self.xf_fonts) if font in door}

    def _start_fill(self, _: dict[str, str]) -> None:
        if self.in_fills:
            self.stijlen.fills.append(None)
            self.patroon = "none"

    def _start_pattern(self, attributen: dict[str, str]) -> None:
        self.patroon = attributen.get("patternType", "none")

    def _start_foreground(self, attributen: dict[str, str]) -> None:
        if self.patroon != "none":
            self._colour(attributen)

    def _start_stop(self, attributen: dict[str, str]) -> None:
        """A gradient has stops instead of a foreground; the first one counts."""
        if self.in_fills:
            self._colour(attributen)

    def _colour(self, attributen: dict[str, str]) -> None:
        fills = self.stijlen.fills
        if self.in_fills and fills and fills[-1] is None:
            fills[-1] = attributen

    def _start_palette(self, attributen: dict[str, str]) -> None:
        self.stijlen.palet.append(parse_rgb(attributen.get("rgb", "")) or "")


def read_thema(package: Package, deel: str) -> dict[str, str]:
    """Return the colours of the theme part by name (lt1, dk1, accent1, …)."""
    kleuren: dict[str, str] = {}
    for element in elements(package, deel):
        if element.naam in ("srgbClr", "sysClr") and element.pad[-3:-2] == ("clrScheme",):
            rgb = parse_rgb(element.get("lastClr") or element.get("val"))
            if rgb:
                kleuren[element.ouder] = rgb
    return kleuren


def is_on(attributen: dict[str, str]) -> bool:
    """Whether an element that says yes by being there (`<strike/>`) does not say no after all."""
    return attributen.get("val", "1") not in ("0", "false")


def _number(tekst: str) -> int:
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 7 else 0
