"""H: what happens around a run: the disk, other programs, other runs, names of files (kinds 116 to 128).

Most of these start the real command line in a process of its own.
"""

import os
import random
import signal
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from unittest import mock

from tekenen import draw_invulblad
from tekenen.xls import draw_xls

from actieplan_xl import tasks
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.reading.werkboek import kindproces
from actieplan_xl.reading.werkboek.bestand import open_bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.writing.invulblad import build_invulblad
from soorten.bestanden import as_cells
from soorten.proef import GEGEVEN, TABEL, Afloop, Werkplaats, soort, voorval

OUD = b"het regiowerkboek van de vorige keer"
ACTIEPLAN = [sys.executable, "-m", "actieplan_xl"]


def run(werk: Werkplaats, *woorden: str, vooraf: Callable[[], None] | None = None, **omgeving: str):
    """Run the command line beside the folder of the round."""
    return subprocess.run(
        [*ACTIEPLAN, *woorden],
        cwd=werk.map.parent,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=vooraf,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **omgeving},
    )


def whole_text(tekst: str) -> str:
    """Return what the user is told, as if the screen were as wide as it needs."""
    return " ".join(tekst.split())


@voorval(116, "het regiowerkboek staat nog open in Excel", "onder een nieuwe naam opgeslagen", "regio (2).xlsx")
def doel_open(werk: Werkplaats) -> str:
    doel = werk.map.parent / "regio.xlsx"
    doel.write_bytes(OUD)
    echt = Path.replace

    def replace(zelf: Path, naar: Path) -> Path:
        if Path(naar).name == doel.name:
            raise PermissionError(13, "in use")
        return echt(zelf, naar)

    with mock.patch.object(Path, "replace", replace), mock.patch("actieplan_xl.writing.opslag.time.sleep"):
        uitkomst = tasks.merge_files([werk.map], naar=doel, overschrijven=True)
    assert doel.read_bytes() == OUD
    return str(next(b for b in uitkomst.bevindingen if b.code is Code.DOEL_WAS_OPEN))


@voorval(117, "de schijf is vol of alleen-lezen", "niet gedaan; het oude bestand blijft heel", "schrijven lukt niet")
def schijf_vol(werk: Werkplaats) -> str:
    import resource

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    doel = werk.map.parent / "regio.xlsx"
    doel.write_bytes(OUD)
    vol = run(werk, "samenvoegen", "binnen", "--naar", "regio.xlsx", "--overschrijven", vooraf=full)
    assert (vol.returncode, doel.read_bytes()) == (2, OUD)
    dicht = Path("/sys") if os.getuid() == 0 else werk.map.parent / "dicht"
    if os.getuid() != 0:
        dicht.mkdir(mode=0o555)
    geweigerd = run(werk, "samenvoegen", "binnen", "--naar", str(dicht / "nieuw.xlsx"))
    assert (geweigerd.returncode, "je mag er niet bij" in geweigerd.stderr) == (2, True), geweigerd.stderr
    return whole_text(vol.stderr)


@voorval(118, "het resultaat zou over een ingevuld blad komen", "niet gedaan", "die wordt nooit overschreven")
def doel_is_invoer(werk: Werkplaats) -> str:
    voor = (werk.map / "Uden.xlsx").read_bytes()
    klaar = run(werk, "samenvoegen", "binnen", "--naar", "binnen/Uden.xlsx", "--overschrijven")
    assert (klaar.returncode, (werk.map / "Uden.xlsx").read_bytes()) == (2, voor)
    # Our own result among the input is passed over with a word.
    assert run(werk, "samenvoegen", "binnen", "--naar", "binnen/regio.xlsx").returncode in (0, 1)
    assert '"overgeslagen: dit is een regiowerkboek' in run(werk, "controleren", "binnen", "--json").stdout
    return whole_text(klaar.stderr)


@voorval(
    119, "de stroom valt uit of het programma wordt afgebroken", "het oude of het nieuwe bestand, nooit een half", ""
)
def afgebroken(werk: Werkplaats) -> str:
    doel = werk.map.parent / "regio.xlsx"
    heel = tasks.merge_files([werk.map], naar=werk.map.parent / "heel.xlsx").geschreven
    assert heel is not None
    toeval = random.Random(2019)
    geheel = 0
    for _ in range(12):
        doel.write_bytes(OUD)
        proces = subprocess.Popen(
            [*ACTIEPLAN, "samenvoegen", "binnen", "--naar", "regio.xlsx", "--overschrijven"],
            cwd=werk.map.parent,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(toeval.uniform(0.02, 0.5))
        proces.kill()
        proces.wait()
        assert doel.read_bytes() in (OUD, heel.read_bytes())
        geheel += 1
    return f"{geheel} keer afgebroken op een willekeurig moment: {geheel} keer stond er een heel bestand"


@voorval(120, "vreemde namen van bestanden", "gelezen; de naam wordt zichtbaar gemaakt", "⟨U+202E⟩")
def vreemde_namen(werk: Werkplaats) -> str:
    blad = draw_invulblad(TABEL, titel="Invulblad van Boekel").bytes()
    werk.zet(b"", "Boekel \u202exslx.xlsx")
    namen = ("=cmd.xlsx", "regel\neinde.xlsx", "CON.xlsx", "x" * 250 + ".xlsx")
    for naam in (*namen, unicodedata.normalize("NFD", "coördinatie.xlsx")):
        werk.zet(blad, naam)
    klaar = run(werk, "samenvoegen", "binnen", "--naar", "regio.xlsx")
    assert klaar.returncode in (0, 1), klaar.stderr
    sheet = open_werkboek(open_bestand(werk.map.parent / "regio.xlsx")).find_sheet("Herkomst")
    assert sheet is not None
    genoemd = {tekst for (_, kolom), tekst in sheet.texts() if kolom == 1}
    assert {"=cmd.xlsx", "regel einde.xlsx", "CON.xlsx"} <= genoemd
    uitvoer = run(werk, "controleren", "binnen").stdout
    assert "\u202e" not in uitvoer
    return next(regel.strip() for regel in uitvoer.splitlines() if "U+202E" in regel)


@soort(
    121,
    "twee bestanden van één gemeente",
    Afloop.GELEZEN,
    Code.TWEE_BESTANDEN,
    Code.TWEE_BESTANDEN_VERSCHIL,
    teksten=("in 2021",),
)
def twee_bestanden(werk: Werkplaats) -> None:
    anders = TABEL.replace("najaar 2019", "in 2021")
    werk.zet(werk.teken(anders, opgeslagen="2019-03-01T10:00:00Z"), "Boekel (1).xlsx")
    werk.zet(werk.teken(opgeslagen="2019-04-01T10:00:00Z"))


@soort(
    122,
    "het invulblad komt terug zonder dat er iets is ingevuld",
    Afloop.GELEZEN,
    Code.NIETS_INGEVULD,
    antwoorden=dict.fromkeys(GEGEVEN),
)
def onaangeroerd(werk: Werkplaats) -> None:
    werk.zet(build_invulblad(werk.plan, werk.plan.find_gemeenten("Boekel")[0]))


@voorval(123, "van een gemeente kwam niets", "oranje, en dat staat er", "is geen bestand ontvangen")
def gemeente_ontbreekt(werk: Werkplaats) -> str:
    uitkomst = tasks.check([werk.map])
    return next(str(b) for b in uitkomst.bevindingen if b.gemeente == "Boekel")


@voorval(124, "het bestand verandert terwijl het wordt gelezen", "geweigerd", "veranderde terwijl het werd gelezen")
def verandert(werk: Werkplaats) -> str:
    werk.zet(werk.teken())
    echt, keer = os.fstat, iter(range(100))

    def fstat(nummer: int) -> os.stat_result:
        feiten = list(echt(nummer))
        return os.stat_result([*feiten[:6], feiten[6] + next(keer), *feiten[7:]])

    with mock.patch("actieplan_xl.reading.werkboek.bestand.os.fstat", fstat), mock.patch("time.sleep"):
        try:
            tasks.check([werk.map])
        except GebruikError as error:
            return next(regel for regel in str(error).splitlines() if "Boekel" in regel)
    raise AssertionError("dit had niet gelezen mogen worden")


@voorval(125, "twee mensen voegen tegelijk samen", "één van de twee wint; niets raakt half", "dit bestand bestaat al")
def tegelijk(werk: Werkplaats) -> str:
    opdracht = [*ACTIEPLAN, "samenvoegen", "binnen", "--naar", "regio.xlsx"]
    twee = [
        subprocess.Popen(opdracht, cwd=werk.map.parent, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    gezegd = [(proces.communicate(timeout=120)[1], proces.returncode) for proces in twee]
    codes = sorted(code for _, code in gezegd)
    assert codes in ([0, 2], [1, 2]), gezegd
    open_werkboek(open_bestand(werk.map.parent / "regio.xlsx"))
    return whole_text(next(zin for zin, code in gezegd if code == 2))


@voorval(
    126,
    "het lezen van een oud formaat loopt vast of valt om",
    "geweigerd; de rest gaat door",
    "te veel tijd of geheugen",
)
def lezer_valt_om(werk: Werkplaats) -> str:
    werk.zet(draw_xls(as_cells()), "Boekel.xls")
    with mock.patch.object(kindproces, "_MODULE", "this"):
        omgevallen = tasks.check([werk.map])
    with mock.patch("actieplan_xl.reading.werkboek.grenzen.KIND_SECONDEN", 0.001):
        te_lang = tasks.check([werk.map])
    for uitkomst in (omgevallen, te_lang):
        assert uitkomst.matrix.invulling("Uden", "1.1.1").is_antwoord
    (zin,) = {str(b) for u in (omgevallen, te_lang) for b in u.bevindingen if b.code is Code.BESTAND_KOST_TE_VEEL}
    return zin


@voorval(127, "een oud venster dat niet alle tekens kent", "gewoon gedaan; een vraagteken voor wat ontbreekt", "")
def oude_console(werk: Werkplaats) -> str:
    werk.zet(werk.teken(cellen={"C4": "voltóóid → klár"}))
    klaar = run(werk, "controleren", "binnen", PYTHONIOENCODING="ascii")
    assert (klaar.returncode, "Traceback" in klaar.stderr) == (1, False)
    return whole_text(klaar.stderr)


_WACHT = """
import time
from actieplan_xl import tasks
from actieplan_xl.cli import main
def wacht(*args, **kwargs):
    print("bezig", flush=True)
    time.sleep(60)
tasks.merge_files = wacht
main(["samenvoegen", "binnen", "--naar", "regio.xlsx"])
"""


@voorval(
    128,
    "Ctrl-C, of de lezer van de uitvoer stopt (head, more)",
    "code 130 bij Ctrl-C; een lezer die stopt is een gewoon einde",
    "Afgebroken; er is niets half geschreven",
)
def lezer_stopt(werk: Werkplaats) -> str:
    lees, schrijf = os.pipe()
    os.close(lees)
    stil = subprocess.run(
        [*ACTIEPLAN, "controleren", "binnen"], cwd=werk.map.parent, stdout=schrijf, stderr=subprocess.PIPE, check=False
    )
    os.close(schrijf)
    assert (stil.returncode, stil.stderr) == (0, b"")

    opdracht = [sys.executable, "-c", _WACHT]
    pijp = subprocess.PIPE
    with subprocess.Popen(opdracht, cwd=werk.map.parent, stdout=pijp, stderr=pijp, text=True) as proces:
        assert proces.stdout and proces.stdout.readline() == "bezig\n"
        proces.send_signal(signal.SIGINT)
        _, gezegd = proces.communicate(timeout=30)
    assert proces.returncode == 130
    return gezegd
