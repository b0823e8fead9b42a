"""The copy of a regiowerkboek that LibreOffice is given: looked through, without whoever saved it, on the paper asked.

People may have worked in the file. What could run, or reach outside it, is refused here; that LibreOffice would not
follow it either is up to `kantoor`. The copy holds what was looked at and nothing else: the parts as they were read.
"""

import re
from collections.abc import Iterator, Mapping
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
_PAGINA = re.compile(rb"(<(?:\w+:)?pageSetup)\b([^>]*>)")
_PAPIERMAAT = re.compile(rb'\s(?:paperSize|paperWidth|paperHeight|r:id)="[^"]*"')
_EIGENSCHAPPEN = {"core-properties": "core", "extended-properties": "app", "custom-properties": "custom"}
_KERN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)
_LEEG = {
    "app": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    "custom": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
}
_BLIJFT = ("title", "subject", "language")


def make_copy(bestand: Bestand, papier: str | None = None) -> bytes:
    """Return the workbook for LibreOffice. Raises `BestandError` for what it may not be given."""
    if not herkenning.is_zip(bestand):
        raise bestand.weiger(Code.EXPORT_NIET_VEILIG, waarom="het is geen gewone .xlsx, of er zit een wachtwoord op")
    package = Package(bestand)
    werkboekdeel = find_workbook_part(package)
    if not werkboekdeel.lower().endswith(".xml"):
        raise bestand.weiger(Code.EXPORT_NIET_VEILIG, waarom="het is geen gewone .xlsx")
    _refuse_relations(package)
    _refuse_formulas(package)
    return pack(_parts(package, werkboekdeel, papier))


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


def _parts(package: Package, werkboekdeel: str, papier: str | None) -> Iterator[tuple[str, bytes]]:
    bladen = {plain(relatie.doel) for relatie in read_relaties(package, werkboekdeel).values()}
    eigenschappen = {
        plain(relatie.doel): _EIGENSCHAPPEN[relatie.soort]
        for relatie in read_relaties(package, "").values()
        if relatie.soort in _EIGENSCHAPPEN
    }
    for deel in package.names():
        inhoud = package.read(deel)
        if deel in eigenschappen:
            soort = eigenschappen[deel]
            inhoud = _LEEG.get(soort) or _only_title(package, deel)
        elif papier and deel in bladen:
            inhoud = set_paper(inhoud, PAPIER[papier])
        yield re.sub(r"^(\.?/)+", "", package.info(deel).filename.replace("\\", "/")), inhoud


def _only_title(package: Package, deel: str) -> bytes:
    """What the file says of itself, without who made it, who saved it and when."""
    blijft = {e.naam: e.tekst for e in elements(package, deel) if e.naam in _BLIJFT and e.tekst}
    return _KERN.format("".join(f"<dc:{naam}>{escape(tekst)}</dc:{naam}>" for naam, tekst in blijft.items())).encode()


def set_paper(xml: bytes, maat: int) -> bytes:
    """Return a sheet on another paper; a printer's own settings, which may say otherwise, no longer count."""

    def put(pagina: re.Match[bytes]) -> bytes:
        return b'%s paperSize="%d"%s' % (pagina[1], maat, _PAPIERMAAT.sub(b"", pagina[2]))

    return _PAGINA.sub(put, xml)
