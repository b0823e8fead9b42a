"""The copy of a regiowerkboek that LibreOffice is given: looked through, without whoever saved it, on the paper asked,
and with sheets hidden that it need not show.

People may have worked in the file. What could run, or reach outside it, is refused here; that LibreOffice would not
follow it either is up to `kantoor`. The copy holds what was looked at and nothing else: the parts as they were read.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from xml.sax.saxutils import escape

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.koppelingen import show_doel
from actieplan_xl.reading.werkboek import herkenning
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.package import Package, plain
from actieplan_xl.reading.werkboek.relaties import read_relaties
from actieplan_xl.reading.werkboek.xlsx import find_workbook_part
from actieplan_xl.reading.werkboek.xmldeel import elements, parse
from actieplan_xl.writing.nabewerking import pack
from actieplan_xl.writing.pagina import rescale
from actieplan_xl.writing.sheet import A3, A4

PAPIER = {"a3": A3, "a4": A4}
"""The papers that can be asked for, with Excel's number for each."""

_KOPPELING = "hyperlink"
# Relations that LibreOffice would run, open or ask another program about. What it does not know, it leaves alone.
_GEVAARLIJK = {
    "vbaproject": "er zitten macro's in",
    "wordvbadata": "er zitten macro's in",
    "xlmacrosheet": "er zitten macro's in",
    "xlintlmacrosheet": "er zitten macro's in",
    "dialogsheet": "er zitten macro's in",
    "attachedtoolbars": "er zitten macro's in",
    "control": "er zitten knoppen in die iets kunnen uitvoeren",
    "activexcontrolbinary": "er zitten knoppen in die iets kunnen uitvoeren",
    "customui": "er zitten knoppen in die iets kunnen uitvoeren",
    "oleobject": "er zit een ander bestand in",
    "package": "er zit een ander bestand in",
    "externallink": "het verwijst naar andere bestanden",
    "externallinkpath": "het verwijst naar andere bestanden",
    "connections": "het haalt gegevens van buiten op",
    "querytable": "het haalt gegevens van buiten op",
}
_FORMULES = ("f", "formula", "formula1", "formula2", "definedName")
_TEKST_IN_FORMULE = re.compile(r'"[^"]*"')
_LANGSTE_FORMULE = 8192  # Excel allows no more
# A server, another program (DDE), an address, and a sheet of another file: [1]Blad!A1 or 'C:\\map\\[a.xlsx]Blad'!A1.
_NAAR_BUITEN = re.compile(
    r"\b(?:WEBSERVICE|DDE|RTD|CALL|EXEC)\s*\(|\||:/|\\\\|\[\d+\][\w.]*!|'[^']*\[[^']*'!", re.IGNORECASE
)
# What is changed in a part is changed in its text, so that all else stays as it was: a tag, and its attributes.
_PAGINA = re.compile(rb"(<(?:\w+:)?pageSetup\b)([^<>]*>)")
_PAPIERMAAT = re.compile(rb'\s(?:paperSize|paperWidth|paperHeight|r:id)="[^"]*"')
_PAST_ZICH_AAN = re.compile(rb'<(?:\w+:)?pageSetUpPr\b[^<>]*\sfitToPage="(?:1|true)"')
_BLAD = re.compile(rb"(<(?:\w+:)?sheet\b)([^<>]*>)")
_VENSTER = re.compile(rb"(<(?:\w+:)?workbookView\b)([^<>]*>)")
_HEEL_GETAL = re.compile(r"[0-9]{1,5}")
_EIGENSCHAPPEN = {"core-properties": "core", "extended-properties": "app", "custom-properties": "custom"}
_PAKKET = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_KANTOOR = "http://schemas.openxmlformats.org/officeDocument/2006"
# What stays of each, and around what. Which program saved it stays: on that hangs how LibreOffice reads a chart.
_BLIJFT = {
    "core": ("dc:{0}", ("title", "subject", "language")),
    "app": ("{0}", ("Application", "AppVersion")),
    "custom": ("{0}", ()),
}
_OMHULSEL = {
    "core": f'<cp:coreProperties xmlns:cp="{_PAKKET}" xmlns:dc="http://purl.org/dc/elements/1.1/">%s</cp:coreProperties>',
    "app": f'<Properties xmlns="{_KANTOOR}/extended-properties">%s</Properties>',
    "custom": f'<Properties xmlns="{_KANTOOR}/custom-properties">%s</Properties>',
}


def make_copy(bestand: Bestand, papier: str | None = None, zonder: Collection[str] = ()) -> bytes:
    """Return the workbook for LibreOffice, which prints no sheet of `zonder`, by name.

    Raises `BestandError` for what it may not be given.
    """
    if not herkenning.is_zip(bestand):
        raise bestand.weiger(Code.EXPORT_NIET_VEILIG, waarom="het is geen gewone .xlsx, of er zit een wachtwoord op")
    package = Package(bestand)
    werkboekdeel = find_workbook_part(package)
    if not werkboekdeel.lower().endswith(".xml"):
        raise bestand.weiger(Code.EXPORT_NIET_VEILIG, waarom="het is geen gewone .xlsx")
    _refuse_relations(package)
    _refuse_formulas(package)
    return pack(_parts(package, werkboekdeel, papier, zonder))


def _refuse_relations(package: Package) -> None:
    for deel in package.names():
        if not deel.endswith(".rels"):
            continue
        for relatie in elements(package, deel):
            soort = relatie.get("Type").rpartition("/")[2].lower()
            if soort in _GEVAARLIJK:
                raise package.bestand.weiger(Code.EXPORT_NIET_VEILIG, waarom=_GEVAARLIJK[soort])
            # A link on a cell leads outside, but only when somebody clicks on it.
            if relatie.get("TargetMode").lower() == "external" and soort != _KOPPELING:
                waarom = f"het verwijst naar '{show_doel(relatie.get('Target'))}'"
                raise package.bestand.weiger(Code.EXPORT_NIET_VEILIG, waarom=waarom)


def _refuse_formulas(package: Package) -> None:
    for deel in package.names():
        if not deel.endswith(".xml"):
            continue
        for formule in parse(package, deel, _Formules).formules:
            if looks_outside(formule):
                waarom = f"de formule '{formule[:80]}' kijkt buiten het werkboek"
                raise package.bestand.weiger(Code.EXPORT_NIET_VEILIG, waarom=waarom)


def looks_outside(formule: str) -> bool:
    """Whether a formula asks for something that is not in the workbook, or is too long to tell."""
    kaal = _TEKST_IN_FORMULE.sub("", formule)
    return len(formule) > _LANGSTE_FORMULE or _NAAR_BUITEN.search(kaal) is not None


class _Formules:
    """Collects the formulas of a part: of cells, colour rules, dropdowns, charts and names."""

    def __init__(self) -> None:
        self.formules: list[str] = []
        self._in_formule = False
        self.starts = dict.fromkeys(_FORMULES, self._begin)
        self.ends = dict.fromkeys(_FORMULES, self._end)

    def _begin(self, _: Mapping[str, str]) -> None:
        self._in_formule = True
        self.formules.append("")

    def _end(self) -> None:
        self._in_formule = False

    def text(self, tekst: str) -> None:
        if self._in_formule:
            self.formules[-1] += tekst


def _parts(
    package: Package, werkboekdeel: str, papier: str | None, zonder: Collection[str]
) -> Iterator[tuple[str, bytes]]:
    bladen = {plain(relatie.doel) for relatie in read_relaties(package, werkboekdeel).values()}
    eigenschappen = {
        plain(relatie.doel): _EIGENSCHAPPEN[relatie.soort]
        for relatie in read_relaties(package, "").values()
        if relatie.soort in _EIGENSCHAPPEN
    }
    for deel in package.names():
        inhoud = package.read(deel)
        if deel in eigenschappen:
            inhoud = _strip_properties(package, deel, eigenschappen[deel])
        elif deel == plain(werkboekdeel):
            inhoud = hide_sheets(inhoud, zonder)
        elif papier and deel in bladen:
            inhoud = set_paper(inhoud, PAPIER[papier])
        yield re.sub(r"^(\.?/)+", "", package.info(deel).filename.replace("\\", "/")), inhoud


def _strip_properties(package: Package, deel: str, soort: str) -> bytes:
    """What the file says of itself, without who made it, who saved it and when."""
    naamvorm, namen = _BLIJFT[soort]
    blijft = {e.naam: e.tekst for e in elements(package, deel) if e.naam in namen and e.tekst}
    velden = ((naamvorm.format(naam), escape(tekst)) for naam, tekst in blijft.items())
    return (_OMHULSEL[soort] % "".join(f"<{naam}>{tekst}</{naam}>" for naam, tekst in velden)).encode()


def hide_sheets(xml: bytes, namen: Collection[str]) -> bytes:
    """Return the workbook part with these sheets hidden; unchanged when nothing else would be left to see."""
    bladen = [eigen for _, eigen in _BLAD.findall(xml)]
    zichtbaar = [_attribute(eigen, "state") in ("", "visible") for eigen in bladen]
    weg = [open_ and _attribute(eigen, "name") in namen for open_, eigen in zip(zichtbaar, bladen, strict=True)]
    blijft = [nummer for nummer, open_ in enumerate(zichtbaar) if open_ and not weg[nummer]]
    if not any(weg) or not blijft:
        return xml
    volgorde = iter(weg)

    def hide(blad: re.Match[bytes]) -> bytes:
        return blad[1] + (_change(blad[2], "state", "hidden") if next(volgorde) else blad[2])

    def show(venster: re.Match[bytes]) -> bytes:
        """LibreOffice shows the sheet that a workbook opens on, hidden or not."""
        eerste = _number(venster[2], "activeTab", 0)
        is_weg = eerste < len(weg) and weg[eerste]
        return venster[1] + (_change(venster[2], "activeTab", blijft[0]) if is_weg else venster[2])

    return _VENSTER.sub(show, _BLAD.sub(hide, xml))


def set_paper(xml: bytes, maat: int) -> bytes:
    """Return a sheet on another paper, with on each page what was there; a printer's own settings no longer count.

    What is fitted to the page takes its scale from the paper by itself; a scale of its own changes along with it.
    """
    is_gepast = _PAST_ZICH_AAN.search(xml) is not None

    def put(pagina: re.Match[bytes]) -> bytes:
        eigen = pagina[2]
        schaal, is_liggend = _number(eigen, "scale", 100), _attribute(eigen, "orientation") == "landscape"
        nieuw = rescale(schaal, _number(eigen, "paperSize", 0), maat, is_liggend)
        if nieuw != schaal and not is_gepast:
            eigen = _change(eigen, "scale", nieuw)
        return pagina[1] + _change(_PAPIERMAAT.sub(b"", eigen), "paperSize", maat)

    return _PAGINA.sub(put, xml)


def _attribute(eigen: bytes, naam: str) -> str:
    """The value of an attribute among those of a tag; empty without it."""
    gevonden = re.search(rb'\s%s="([^"]*)"' % naam.encode(), eigen)
    return gevonden[1].decode(errors="replace") if gevonden else ""


def _number(eigen: bytes, naam: str, anders: int) -> int:
    tekst = _attribute(eigen, naam)
    return int(tekst) if _HEEL_GETAL.fullmatch(tekst) else anders


def _change(eigen: bytes, naam: str, waarde: str | int) -> bytes:
    """The attributes of a tag with one of them put first, instead of what it was."""
    kaal = re.sub(rb'\s%s="[^"]*"' % naam.encode(), b"", eigen)
    return f' {naam}="{waarde}"'.encode() + kaal
