"""LibreOffice, driven: open a workbook, type in cells as a person does, save it and print it, all in one run.

One Basic macro in a profile of its own reads a list of steps, so that a hundred steps cost one start of the program.
"""

import os
import signal
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

_XLSX, _PDF = "Calc MS Excel 2007 XML", "calc_pdf_Export"
_WACHTTIJD = 120

_HERREKENEN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""
_BIBLIOTHEEK = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
{basic}</script:module>
"""
_BASIC = """
Sub Main
  On Error Goto Mislukt
  nVerslag = FreeFile
  Open "{verslag}" For Output As #nVerslag
  oToegang = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  oIn = createUnoService("com.sun.star.io.TextInputStream")
  oIn.setInputStream(oToegang.openFileRead("{stappen}"))
  oIn.setEncoding("UTF-8")
  Do While Not oIn.isEOF()
    aDeel = Split(oIn.readLine(), Chr(9))
    Select Case aDeel(0)
      Case "open"
        oBoek = StarDesktop.loadComponentFromURL(aDeel(1), "_blank", 0, Array(Eigenschap("Hidden", True)))
      Case "ontsluit"
        oBoek = StarDesktop.loadComponentFromURL(aDeel(1), "_blank", 0, _
          Array(Eigenschap("Hidden", True), Eigenschap("Password", aDeel(2))))
      Case "typ"
        oBoek.Sheets.getByName(aDeel(1)).getCellRangeByName(aDeel(2)).setString(Join(Split(aDeel(3), "\\n"), Chr(10)))
      Case "reken"
        oBoek.Sheets.getByName(aDeel(1)).getCellRangeByName(aDeel(2)).setFormula(aDeel(3))
      Case "bewaar"
        oBoek.storeToURL(aDeel(1), Array(Eigenschap("FilterName", aDeel(2))))
      Case "sluit"
        oBoek.close(True)
    End Select
    nGedaan = nGedaan + 1
  Loop
  Print #nVerslag, "klaar " & nGedaan
  Close #nVerslag
  StarDesktop.terminate()
  Exit Sub
Mislukt:
  Print #nVerslag, "mislukt bij stap " & (nGedaan + 1) & ": " & Error$
  Close #nVerslag
  StarDesktop.terminate()
End Sub

Function Eigenschap(sNaam As String, vWaarde)
  Dim oEigenschap As New com.sun.star.beans.PropertyValue
  oEigenschap.Name = sNaam
  oEigenschap.Value = vWaarde
  Eigenschap = oEigenschap
End Function
"""


class Werk(NamedTuple):
    """A workbook to open, what to type in it as (sheet, cell, text), and where to leave the results.

    `gerekend` are formulas to put in cells, in LibreOffice's own way of writing; `elders` are other files to save it
    in, each with the name LibreOffice has for the format; `wachtwoord` opens a file that is protected.
    """

    bron: Path
    getypt: tuple[tuple[str, str, str], ...] = ()
    gerekend: tuple[tuple[str, str, str], ...] = ()
    xlsx: Path | None = None
    pdf: Path | None = None
    elders: tuple[tuple[Path, str], ...] = ()
    wachtwoord: str = ""

    def stappen(self) -> list[tuple[str, ...]]:
        stappen: list[tuple[str, ...]] = [("open", self.bron.as_uri())]
        if self.wachtwoord:
            stappen = [("ontsluit", self.bron.as_uri(), self.wachtwoord)]
        stappen += [("typ", blad, cel, tekst.replace("\n", "\\n")) for blad, cel, tekst in self.getypt]
        stappen += [("reken", *gerekend) for gerekend in self.gerekend]
        stappen += [("bewaar", self.xlsx.as_uri(), _XLSX)] if self.xlsx else []
        stappen += [("bewaar", self.pdf.as_uri(), _PDF)] if self.pdf else []
        stappen += [("bewaar", doel.as_uri(), formaat) for doel, formaat in self.elders]
        return [*stappen, ("sluit",)]


class Kantoor:
    """LibreOffice with a profile of its own that calculates everything again when it opens a workbook."""

    def __init__(self, soffice: str, map_: Path):
        self.soffice = soffice
        self.map = map_
        gebruiker = map_ / "profiel" / "user"
        gebruiker.mkdir(parents=True)
        (gebruiker / "registrymodifications.xcu").write_text(_HERREKENEN, encoding="utf-8")
        # The first start fills the profile and would put its own empty module over ours.
        self._start("--terminate_after_init")
        standaard = gebruiker / "basic" / "Standard"
        basic = _BASIC.format(verslag=self.map / "verslag.txt", stappen=(self.map / "stappen.txt").as_uri())
        (standaard / "script.xlb").write_text(_BIBLIOTHEEK, encoding="utf-8")
        (standaard / "Module1.xba").write_text(_MODULE.format(basic=escape(basic)), encoding="utf-8")

    def do(self, werk: Iterable[Werk]) -> None:
        """Do all the work in one run; raises when any step of it fails."""
        stappen = [stap for een in werk for stap in een.stappen()]
        verslag = self.map / "verslag.txt"
        verslag.unlink(missing_ok=True)
        regels = ["\t".join(stap) for stap in stappen]
        (self.map / "stappen.txt").write_text("\n".join(regels), encoding="utf-8", newline="\n")
        uitvoer = self._start("macro:///Standard.Module1.Main()")
        gezegd = verslag.read_text(encoding="utf-8", errors="replace").strip() if verslag.exists() else uitvoer
        if gezegd != f"klaar {len(stappen)}":
            raise RuntimeError(f"LibreOffice kwam niet klaar met {len(stappen)} stappen: {gezegd}")

    def _start(self, opdracht: str) -> str:
        """Run the program to its end; when it hangs, end the program that was started here and no other."""
        profiel = f"-env:UserInstallation={(self.map / 'profiel').as_uri()}"
        proces = subprocess.Popen(
            [self.soffice, profiel, "--headless", "--norestore", opdracht],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=os.environ | {"TMPDIR": str(self.map)},
            start_new_session=True,
        )
        try:
            return proces.communicate(timeout=_WACHTTIJD)[0].decode(errors="replace")
        except subprocess.TimeoutExpired:
            os.killpg(proces.pid, signal.SIGKILL)
            proces.communicate()
            raise
