"""XML parts through expat: without namespaces, without DTD, bounded in depth and size, unpacked piece by piece.

Namespaces are looked past: a name is what stands after the colon. That reads Strict and Transitional files and
files with prefixes alike.
"""

import pyexpat
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar, cast

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.package import Package

OpenTag = Callable[[dict[str, str]], Any]
CloseTag = Callable[[], Any]

# What XML 1.0 cannot hold and export tools write all the same: taken out, counted and told.
_STUURTEKENS = bytes(n for n in range(32) if n not in (9, 10, 13))
_ONGELDIG_TEKEN = 4  # XML_ERROR_INVALID_TOKEN


class Lezer(Protocol):
    """What walks through a part: a handler per local name; elements without one cost next to nothing."""

    @property
    def starts(self) -> Mapping[str, OpenTag]:
        """What to do where an element begins."""

    @property
    def ends(self) -> Mapping[str, CloseTag]:
        """What to do where it ends."""

    def text(self, tekst: str) -> None:
        """Take a piece of text; one run of text may come in several."""


_L = TypeVar("_L", bound=Lezer)
_T = TypeVar("_T")


def parse(package: Package, deel: str, maak: Callable[[], _L], inhoud: bytes | None = None) -> _L:
    """Walk through a part with a new lezer and return it. Raises `BestandError` when the part is unsafe or broken.

    `inhoud` is what to walk through when the part was read already. A part with control characters is walked through
    once more without them, with another new lezer.
    """
    lezer = maak()
    try:
        _run(package, deel, lezer, _chunks(package, deel, inhoud))
    except pyexpat.ExpatError as error:
        if error.code != _ONGELDIG_TEKEN:
            raise package.broken(deel) from error
        return _parse_clean(package, deel, maak(), inhoud)
    return lezer


def _chunks(package: Package, deel: str, inhoud: bytes | None) -> Iterator[bytes]:
    return package.chunks(deel) if inhoud is None else iter((inhoud,))


def _parse_clean(package: Package, deel: str, lezer: _L, inhoud: bytes | None) -> _L:
    """Walk through a part without its control characters, and note how many there were."""
    aantal = 0

    def cleaned() -> Iterator[bytes]:
        nonlocal aantal
        for brok in _chunks(package, deel, inhoud):
            schoon = brok.translate(None, _STUURTEKENS)
            aantal += len(brok) - len(schoon)
            yield schoon

    try:
        _run(package, deel, lezer, cleaned())
    except pyexpat.ExpatError as error:
        raise package.broken(deel) from error
    package.ontdaan[deel] = aantal
    return lezer


def _run(package: Package, deel: str, lezer: Lezer, brokken: Iterator[bytes]) -> None:
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
            waarom = f"{deel} is dieper genest dan {diepste} niveaus"
            raise package.bestand.weiger(Code.BESTAND_ONVEILIG, waarom=waarom)
        if naam not in starts:
            if len(starts) > grenzen.ZIP_ONDERDELEN:
                raise package.bestand.weiger(Code.BESTAND_ONVEILIG, waarom=f"{deel} heeft te veel soorten elementen")
            lokaal = naam.rpartition(":")[2]
            starts[naam], ends[naam] = lezer.starts.get(lokaal), lezer.ends.get(lokaal)
        if (handler := starts[naam]) is not None:
            handler(attributen)

    def on_end(naam: str) -> None:
        nonlocal diepte
        diepte -= 1
        if (handler := ends[naam]) is not None:
            handler()

    def refuse_dtd(*_: object) -> None:
        # No known producer of workbooks writes a DTD; every one seen in the wild was an attack.
        raise package.bestand.weiger(Code.BESTAND_ONVEILIG, waarom="het bevat een niet-toegestane DTD")

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    parser.CharacterDataHandler = lezer.text
    parser.StartDoctypeDeclHandler = refuse_dtd
    try:
        for brok in brokken:
            parser.Parse(brok, False)
        parser.Parse(b"", True)
    except (LookupError, ValueError) as error:  # an encoding that is not known, or that says one thing and is another
        raise package.broken(deel) from error


class Element(NamedTuple):
    """One element of a small part: where it stands (names from the root down), its attributes and its own text."""

    pad: tuple[str, ...]
    attributen: dict[str, str]
    teksten: list[str]

    @property
    def naam(self) -> str:
        """The local name."""
        return self.pad[-1]

    @property
    def ouder(self) -> str:
        """The local name of the element around it; "" for the root."""
        return self.pad[-2] if len(self.pad) > 1 else ""

    @property
    def tekst(self) -> str:
        """The text that stands directly in it."""
        return "".join(self.teksten)

    def get(self, naam: str) -> str:
        """Return an attribute by local name, or "": `r:id` and `id` in another namespace are both found under "id"."""
        if naam in self.attributen:
            return self.attributen[naam]
        return next((w for sleutel, w in self.attributen.items() if sleutel.endswith(f":{naam}")), "")


def elements(package: Package, deel: str) -> Sequence[Element]:
    """Return all elements of a part that is small by nature, in order. Raises `BestandError`."""
    return remember(
        package, deel, "elementen", lambda ruw: parse(package, deel, lambda: _Verzameling(package), ruw).elementen
    )


def remember(package: Package, deel: str, wat: str, lees: Callable[[bytes], _T]) -> _T:
    """Return what a part says, from memory when a part of just these bytes was read before.

    The hundreds of invulbladen of a round come from one template and a handful of programs: their styles and lists of
    parts are the same to the letter. What comes back is not to be changed.
    """
    ruw = package.read(deel)
    if len(ruw) > _ONTHOUDEN_BYTES:
        return lees(ruw)
    sleutel = (wat, ruw)
    if sleutel not in _ONTHOUDEN:
        gelezen = lees(ruw)
        if deel in package.ontdaan:
            return gelezen
        if len(_ONTHOUDEN) >= _ONTHOUDEN_DELEN:
            del _ONTHOUDEN[next(iter(_ONTHOUDEN))]
        _ONTHOUDEN[sleutel] = gelezen
    return cast("_T", _ONTHOUDEN[sleutel])


_ONTHOUDEN: dict[tuple[str, bytes], object] = {}
_ONTHOUDEN_DELEN, _ONTHOUDEN_BYTES = 64, 64 * 1024


class _Alles(dict[str, Callable[..., Any]]):
    """Has the same handler for every name, told that name."""

    def __init__(self, handler: Callable[..., Any]):
        super().__init__()
        self.handler = handler

    def get(self, naam: str, _: object = None) -> Any:
        return lambda *attributen: self.handler(naam, *attributen)


class _Verzameling:
    """Keeps every element."""

    def __init__(self, package: Package):
        self.package = package
        self.starts: Mapping[str, OpenTag] = _Alles(self._start)
        self.ends: Mapping[str, CloseTag] = _Alles(self._end)
        self.elementen: list[Element] = []
        self.open: list[Element] = []

    def _start(self, naam: str, attributen: dict[str, str]) -> None:
        if len(self.elementen) >= grenzen.CELLEN:
            raise self.package.bestand.weiger(Code.BESTAND_TE_GROOT, wat="het aantal elementen", grens="2 miljoen")
        ouder = self.open[-1].pad if self.open else ()
        element = Element((*ouder, naam), attributen, [])
        self.open.append(element)
        self.elementen.append(element)

    def _end(self, _: str) -> None:
        self.open.pop()

    def text(self, tekst: str) -> None:
        self.open[-1].teksten.append(tekst)  # XML has no text outside its root
