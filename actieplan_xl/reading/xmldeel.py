"""XML parts through expat: without namespaces, without DTD, bounded in depth.

Namespaces are looked past: a name is what stands after the colon. That reads Strict and Transitional files and
files with prefixes alike.
"""

import pyexpat
from collections.abc import Callable
from typing import Any

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading import grenzen
from actieplan_xl.reading.bestand import Bestand

Start = Callable[[str, dict[str, str]], Any]
End = Callable[[str], Any]
Text = Callable[[str], Any]


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
    parser = pyexpat.ParserCreate()
    parser.buffer_text = True
    namen: dict[str, str] = {}
    diepte = 0

    def on_start(naam: str, attributen: dict[str, str]) -> None:
        nonlocal diepte
        diepte += 1
        if diepte > grenzen.XML_DIEPTE:
            raise _Refused(Code.BESTAND_ONVEILIG, waarom=f"{deel} is dieper genest dan {grenzen.XML_DIEPTE} niveaus")
        lokaal = namen.get(naam) or namen.setdefault(naam, naam.rpartition(":")[2])
        if start is not None:
            start(lokaal, attributen)

    def on_end(naam: str) -> None:
        nonlocal diepte
        diepte -= 1
        if end is not None:
            end(namen[naam])

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
