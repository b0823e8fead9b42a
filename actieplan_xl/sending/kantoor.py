"""LibreOffice, run to make another format of a workbook: on its own, within a time, and leaving nothing behind.

It works in a folder of its own, with a profile of its own: what somebody is doing in LibreOffice is not touched, and
what is set there does not count. The profile runs no macros, follows no links and knows no way to the network.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek.bestand import reason, refusal

FILTERS = {"ods": "calc8", "pdf": "calc_pdf_Export"}
"""What LibreOffice calls the formats it makes for us."""

_SECONDEN, _SECONDEN_PER_MEGABYTE = 180, 120
"""How long it may take. A region is done in ten seconds; a thousand pages of a whole country take minutes."""
_NAMEN = ("soffice", "libreoffice")
_GEWONE_PLEKKEN = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/snap/bin/libreoffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_NERGENS = "127.0.0.1"
_DICHT = 9  # the port where everything that is sent is thrown away, and where nobody listens

# (path, name, value): what stands here goes for every version, which an option on the command line does not.
_INSTELLINGEN = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),  # from 7.5 on; older ones pass it over
    ("Office.Common/Save/Document", "UseUserData", "false"),
    ("Office.Common/Misc", "UseLocking", "false"),
    ("Office.Calc/Content/Update", "Link", "2"),
    ("Office.Calc/Formula/Load", "OOXMLRecalcMode", "1"),
    ("Office.Common/Filter/PDF/Export", "SelectPdfVersion", "2"),  # PDF/A-2b
    ("Office.Common/Filter/PDF/Export", "UseTaggedPDF", "true"),
    ("Office.Common/Filter/PDF/Export", "ExportBookmarks", "true"),
    ("Office.Common/Filter/PDF/Export", "ExportNotes", "false"),
    ("Office.Common/Filter/PDF/Export", "DisplayPDFDocumentTitle", "true"),
    # The language of the document, for who has it read aloud, and how it writes numbers.
    ("Office.Linguistic/General", "DefaultLocale", "nl-NL"),
    ("Setup/L10N", "ooSetupSystemLocale", "nl-NL"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", _NERGENS),
    ("Inet/Settings", "ooInetHTTPProxyPort", str(_DICHT)),
    ("Inet/Settings", "ooInetHTTPSProxyName", _NERGENS),
    ("Inet/Settings", "ooInetHTTPSProxyPort", str(_DICHT)),
)


def find_libreoffice() -> str | None:
    """Return where LibreOffice is: on the path, or where it is usually installed."""
    gevonden = [pad for naam in _NAMEN if (pad := shutil.which(naam))]
    for plek in map(Path, _GEWONE_PLEKKEN):
        if plek.is_absolute():  # what is usual on Windows means nothing elsewhere
            anker = Path(plek.anchor)
            gevonden += map(str, sorted(anker.glob(str(plek.relative_to(anker))), reverse=True))
    # Windows looks in the current folder first, and that may be a folder with what gemeenten sent.
    return next((pad for pad in gevonden if Path(pad).is_absolute()), None)


def convert(werkboek: bytes, soort: str, naam: str, seconden: int = _SECONDEN) -> bytes:
    """Return a workbook as `soort`, one of `FILTERS`; `naam` is what people call it. Raises `BestandError`.

    A large workbook gets more than these `seconden`.
    """
    seconden += _SECONDEN_PER_MEGABYTE * len(werkboek) // 1_000_000
    soffice = find_libreoffice()
    if soffice is None:
        raise refusal(naam, Code.EXPORT_ZONDER_LIBREOFFICE, soort=soort)
    with _own_folder(naam, soort) as map_:
        (map_ / "werkboek.xlsx").write_bytes(werkboek)
        _write_profile(map_ / "profiel")
        opdracht = [
            soffice,
            f"-env:UserInstallation={(map_ / 'profiel').as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard", "--nolockcheck"),
            *("--convert-to", f"{soort}:{FILTERS[soort]}", "--outdir", str(map_ / "uit"), str(map_ / "werkboek.xlsx")),
        ]
        if not _run(opdracht, map_, seconden):
            raise refusal(naam, Code.EXPORT_MISLUKT, soort=soort, waarom=f"na {seconden} seconden nog niet klaar")
        gemaakt = map_ / "uit" / f"werkboek.{soort}"
        inhoud = gemaakt.read_bytes() if gemaakt.is_file() else b""
    if not inhoud:
        raise refusal(naam, Code.EXPORT_MISLUKT, soort=soort, waarom="er kwam niets uit")
    return inhoud


@contextlib.contextmanager
def _own_folder(naam: str, soort: str) -> Iterator[Path]:
    try:
        # On Windows a program that was ended may hold a file for a moment longer; that is no reason to fail.
        with tempfile.TemporaryDirectory(prefix="actieplan-", ignore_cleanup_errors=True) as map_:
            yield Path(map_).resolve()
    except OSError as error:
        raise refusal(naam, Code.EXPORT_MISLUKT, soort=soort, waarom=reason(error)) from error


def _write_profile(profiel: Path) -> None:
    regels = "\n".join(
        f'<item oor:path="/org.openoffice.{pad}"><prop oor:name="{naam}" oor:op="fuse">'
        f"<value>{escape(waarde)}</value></prop></item>"
        for pad, naam, waarde in _INSTELLINGEN
    )
    (profiel / "user").mkdir(parents=True)
    (profiel / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n{regels}\n</oor:items>\n',
        encoding="utf-8",
    )


def _run(opdracht: list[str], map_: Path, seconden: int) -> bool:
    """Run to the end, or end it; whether it came to its end by itself. What it says is of no use to anyone."""
    eigen = dict.fromkeys(("TMPDIR", "TMP", "TEMP", "HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), str(map_))
    weg = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), f"http://{_NERGENS}:{_DICHT}")
    with subprocess.Popen(
        opdracht,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=map_,
        env={**os.environ, **eigen, **weg},
        start_new_session=True,
    ) as proces:
        try:
            proces.wait(seconden)
        except subprocess.TimeoutExpired:
            return False
        finally:  # also on Ctrl-C
            if proces.poll() is None:
                _end(proces)
    return True


def _end(proces: "subprocess.Popen[bytes]") -> None:
    """End a program with what it started itself: LibreOffice is a small program that starts the real one."""
    with contextlib.suppress(OSError):
        if os.name == "nt":
            taskkill = ["taskkill", "/F", "/T", "/PID", str(proces.pid)]
            subprocess.run(taskkill, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        else:
            os.killpg(proces.pid, signal.SIGKILL)
