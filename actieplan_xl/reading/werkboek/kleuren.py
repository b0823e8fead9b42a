"""Colours as files write them (RGB, an index in a palette, a theme colour with tint) → RRGGBB."""

import colorsys
import re
from collections.abc import Mapping, Sequence

_RGB = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")

# The palette that file format ECMA-376 §18.8.27 gives the indexes 8 to 63; 0 to 7 repeat 8 to 15.
_INDEXED = (
    "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF",
    "800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080",
    "9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF",
    "000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF",
    "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99",
    "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696",
    "003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333",
)  # fmt: skip
THEMAKLEUREN = ("lt1", "dk1", "lt2", "dk2", *(f"accent{i}" for i in range(1, 7)), "hlink", "folHlink")
"""The colours of a theme by name, in the order in which `theme="4"` counts."""

# Office's own theme, for files that refer to a theme they do not carry.
_OFFICE = dict(
    zip(
        THEMAKLEUREN,
        (
            "FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31",
            "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72",
        ),
        strict=True,
    )
)  # fmt: skip


def parse_rgb(tekst: str) -> str | None:
    """Return RRGGBB of "FF00B050" or "00b050", or None."""
    gevonden = _RGB.fullmatch(tekst)
    return gevonden[1].upper() if gevonden else None


def theme_colour(index: str, thema: Mapping[str, str]) -> str | None:
    """Return a colour of the theme by its number; what the file's theme does not know comes from Office's own."""
    naam = _pick(THEMAKLEUREN, index)
    return None if naam is None else thema.get(naam) or _OFFICE[naam]


def indexed_colour(index: str, palet: Sequence[str]) -> str | None:
    """Return a colour by its place in the palette of the file, or in the usual one when the file has none."""
    if palet:
        return _pick(palet, index)
    if not (index.isascii() and index.isdigit() and len(index) < 5):
        return None
    nummer = int(index)
    return _pick(_INDEXED, str(nummer if nummer < 8 else nummer - 8))


def tint(rgb: str, mate: str) -> str:
    """Lighten (above 0) or darken a colour as ECMA-376 §18.8.19 says: on its lightness."""
    try:
        getal = max(-1.0, min(1.0, float(mate or 0)))
    except ValueError:
        return rgb
    if not getal:
        return rgb
    hue, licht, verzadiging = colorsys.rgb_to_hls(*(int(rgb[i : i + 2], 16) / 255 for i in (0, 2, 4)))
    licht = licht * (1 + getal) if getal < 0 else licht * (1 - getal) + getal
    return "".join(f"{round(deel * 255):02X}" for deel in colorsys.hls_to_rgb(hue, licht, verzadiging))


def _pick(rij: Sequence[str], index: str) -> str | None:
    return rij[int(index)] if index.isascii() and index.isdigit() and len(index) < 5 and int(index) < len(rij) else None
