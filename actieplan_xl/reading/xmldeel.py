"""XML parts through expat: without namespaces, without DTD, bounded in depth.

Namespaces are looked past: a name is what stands after the colon. That reads Strict and Transitional files and
files with prefixes alike.
"""

import pyexpat
from collections.abc import Callable, Mapping
from typing import Any

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading import grenzen
from actieplan_xl.reading.bestand import Bestand

Start = Callable[[str, dict[str, str]], Any]
End = Callable[[str], Any]
Text = Callable[[str], Any]
OpenTag = Callable[[dict[str, str]], Any]
CloseTag = Callable[[], Any]


class _Refused(Exception):
    """Carries a refusal out of an expat handler."""

    def __init__(self, code: Code, **waarden: str):
        self.code = code
        self.waarden = waarden


def parse(
    bestand: Bestand,
    deel: str,
    inhoud: bytes,
    *,
    start: Start | None = None,
    end: End | None = None,
    text: Text | None = None,
) -> None:
    """Walk through one part; handlers get local names. Raises `BestandError` when the part is unsafe or broken."""

    def start_with_name(naam: str) -> OpenTag | None:
        return None if start is None else lambda attributen: start(naam, attributen)

    def end_with_name(naam: str) -> CloseTag | None:
        return None if end is None else lambda: end(naam)

    _run(bestand, deel, inhoud, start_with_name, end_with_name, text)


def parse_tags(
    bestand: Bestand,
    deel: str,
    inhoud: bytes,
    *,
    start: Mapping[str, OpenTag],
    end: Mapping[str, CloseTag],
    text: Text | None = None,
) -> None:
    """Walk through one part as `parse` does, with a handler per local name; other elements cost next to nothing."""
    _run(bestand, deel, inhoud, start.get, end.get, text)


def _run(
    bestand: Bestand,
    deel: str,
    inhoud: bytes,
    find_start: Callable[[str], OpenTag | None],
    find_end: Callable[[str], CloseTag | None],
    text: Text | None,
) -> None:
    parser = pyexpat.ParserCreate()
    parser.buffer_text = True
    # What to do is looked up once per name as it stands in the file, prefix and all.
    starts: dict[str, OpenTag | None] = {}
    ends: dict[str, CloseTag | None] = {}
    diepte, diepste = 0, grenzen.XML_DIEPTE

    def on_start(naam: str, attributen: dict[str, str]) -> None:
        nonlocal diepte
        diepte += 1
        if diepte > diepste:
            raise _Refused(Code.BESTAND_ONVEILIG, waarom=f"{deel} is dieper genest dan {diepste} niveaus")
        if naam not in starts:
            starts[naam] = find_start(naam.rpartition(":")[2])
            ends[naam] = find_end(naam.rpartition(":")[2])
        if (handler := starts[naam]) is not None:
            handler(attributen)

    def on_end(naam: str) -> None:
        nonlocal diepte
        diepte -= 1
        if (handler := ends[naam]) is not None:
            handler()

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    if text is not None:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_dtd
    try:
        parser.Parse(inhoud, True)
    except _Refused as error:
        raise bestand.weiger(error.code, **error.waarden) from error
    except (pyexpat.ExpatError, LookupError, ValueError) as error:
        raise bestand.weiger(Code.BESTAND_BESCHADIGD, onderdeel=f"onderdeel {deel}") from error


def local(attributen: dict[str, str], naam: str) -> str | None:
    """Return an attribute by local name: `r:id` and `id` in another namespace are both found under "id"."""
    if naam in attributen:
        return attributen[naam]
    return next((waarde for sleutel, waarde in attributen.items() if sleutel.endswith(f":{naam}")), None)


def _refuse_dtd(*_: object) -> None:
    # No known producer of workbooks writes a DTD; every one seen in the wild was an attack.
    raise _Refused(Code.BESTAND_ONVEILIG, waarom="het bevat een niet-toegestane DTD")
