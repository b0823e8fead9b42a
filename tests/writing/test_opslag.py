import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.writing.opslag import Doel, file_name, make_folder, unique_names, write_file

OUD, NIEUW = b"wat er stond", b"wat er komt " * 1000


def refused(doel: Doel) -> str:
    """Return the code with which writing is refused."""
    with pytest.raises(BestandError) as mislukt:
        write_file(doel, NIEUW)
    return mislukt.value.bevinding.code


def names(map_: Path) -> list[str]:
    return sorted(pad.name for pad in map_.iterdir())


@pytest.fixture
def doel(tmp_path: Path) -> Path:
    pad = tmp_path / "Regiowerkboek.xlsx"
    pad.write_bytes(OUD)
    return pad


def test_what_was_written_is_all_there_and_nothing_else_is(tmp_path: Path) -> None:
    geschreven = write_file(Doel(tmp_path / "nieuw.xlsx"), NIEUW)

    assert (geschreven.pad, geschreven.bevindingen) == (tmp_path / "nieuw.xlsx", ())
    assert geschreven.pad.read_bytes() == NIEUW
    assert names(tmp_path) == ["nieuw.xlsx"]


def test_an_existing_file_is_replaced_only_when_asked(doel: Path) -> None:
    assert refused(Doel(doel)) == Code.DOEL_BESTAAT
    assert doel.read_bytes() == OUD

    write_file(Doel(doel, overschrijven=True), NIEUW)

    assert doel.read_bytes() == NIEUW
    assert names(doel.parent) == [doel.name]


@pytest.mark.parametrize("via", ["zelf", "link", "omweg"])
def test_an_input_is_never_overwritten_whatever_is_asked(doel: Path, via: str) -> None:
    (doel.parent / "map").mkdir()
    ander = doel.parent / "link.xlsx"
    ander.symlink_to(doel)
    naar = {"zelf": doel, "link": ander, "omweg": doel.parent / "map" / ".." / doel.name}[via]

    assert refused(Doel(naar, overschrijven=True, nooit_over=(doel,))) == Code.DOEL_IS_INVOER
    assert doel.read_bytes() == OUD


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    assert refused(Doel(tmp_path, overschrijven=True)) == Code.DOEL_NIET_SCHRIJFBAAR


def test_a_target_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refused(Doel(tmp_path / "weg" / "a.xlsx")) == Code.DOEL_NIET_SCHRIJFBAAR
    assert names(tmp_path) == []


# In a process of its own: the limit counts for every file of a process, also for the report of the tests.
OP_EEN_VOLLE_SCHIJF = """
import resource, signal, sys
from pathlib import Path
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.writing.opslag import Doel, write_file

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_file(Doel(Path(sys.argv[1]), overschrijven=True), b"x" * 100_000)
except BestandError as error:
    print(error.bevinding.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kent geen grens aan de omvang van een bestand")
def test_on_a_full_disk_the_old_file_stays_and_nothing_is_left(doel: Path) -> None:
    """No file may grow past 4 KiB: the operating system itself stops halfway, as a full disk does."""
    klaar = subprocess.run(
        [sys.executable, "-c", OP_EEN_VOLLE_SCHIJF, str(doel)], capture_output=True, text=True, check=True, timeout=60
    )

    assert klaar.stdout.strip() == Code.DOEL_NIET_SCHRIJFBAAR
    assert doel.read_bytes() == OUD
    assert names(doel.parent) == [doel.name]


@pytest.mark.parametrize("stap", ["fsync", "read"])
def test_a_write_that_fails_halfway_leaves_the_old_file(doel: Path, stap: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    if stap == "fsync":
        monkeypatch.setattr("actieplan_xl.writing.opslag.os.fsync", fail)
    else:
        monkeypatch.setattr(Path, "read_bytes", lambda _: NIEUW[:-1])
    with pytest.raises(BestandError) as mislukt:
        write_file(Doel(doel, overschrijven=True), NIEUW)
    monkeypatch.undo()

    waarom = "de schijf is vol" if stap == "fsync" else "wat er staat is niet wat er geschreven is"
    assert waarom in str(mislukt.value)
    assert doel.read_bytes() == OUD
    assert names(doel.parent) == [doel.name]


def test_ctrl_c_while_writing_leaves_the_old_file_and_no_temporary_one(
    doel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("actieplan_xl.writing.opslag.os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(Doel(doel, overschrijven=True), NIEUW)

    assert doel.read_bytes() == OUD
    assert names(doel.parent) == [doel.name]


@pytest.fixture
def open_in_excel(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """Names that Windows does not let anyone replace, because Excel has the file open."""
    bezet: set[str] = set()
    echt: Callable[[Path, Path], Path] = Path.replace

    def replace(self: Path, naar: Path) -> Path:
        if Path(naar).name in bezet:
            raise PermissionError(13, "Access is denied")
        return echt(self, naar)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr("actieplan_xl.writing.opslag.time.sleep", lambda _: None)
    yield bezet


def test_a_target_that_is_open_in_excel_gets_a_name_beside_it_and_a_finding(
    doel: Path, open_in_excel: set[str]
) -> None:
    open_in_excel.add(doel.name)

    geschreven = write_file(Doel(doel, overschrijven=True), NIEUW)

    assert geschreven.pad.name == "Regiowerkboek (2).xlsx"
    assert geschreven.pad.read_bytes() == NIEUW
    assert doel.read_bytes() == OUD
    assert [(b.code, b.waarden["nieuw"]) for b in geschreven.bevindingen] == [
        (Code.DOEL_WAS_OPEN, "Regiowerkboek (2).xlsx")
    ]
    assert names(doel.parent) == ["Regiowerkboek (2).xlsx", "Regiowerkboek.xlsx"]


def test_the_name_beside_an_open_target_is_never_one_that_exists(doel: Path, open_in_excel: set[str]) -> None:
    open_in_excel.add(doel.name)
    tweede = doel.with_name("Regiowerkboek (2).xlsx")
    tweede.write_bytes(OUD)

    geschreven = write_file(Doel(doel, overschrijven=True), NIEUW)

    assert geschreven.pad.name == "Regiowerkboek (3).xlsx"
    assert tweede.read_bytes() == OUD


def test_a_virus_scanner_that_lets_go_costs_no_other_name(doel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pogingen: list[int] = []
    echt: Callable[[Path, Path], Path] = Path.replace

    def replace(self: Path, naar: Path) -> Path:
        pogingen.append(1)
        if len(pogingen) == 1:
            raise PermissionError(13, "Access is denied")
        return echt(self, naar)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr("actieplan_xl.writing.opslag.time.sleep", lambda _: None)

    geschreven = write_file(Doel(doel, overschrijven=True), NIEUW)

    assert (geschreven.pad, geschreven.bevindingen, len(pogingen)) == (doel, (), 2)


@pytest.mark.parametrize("fout", [None, NotImplementedError(), PermissionError(1, "no"), OSError(95, "no links")])
def test_a_file_that_appears_meanwhile_is_left_alone(
    tmp_path: Path, fout: Exception | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also on a file system that knows no hard links."""
    pad = tmp_path / "nieuw.xlsx"
    echt = os.link

    def link(bron: Path, naar: Path) -> None:
        pad.write_bytes(OUD)
        if fout is not None:
            raise fout
        echt(bron, naar)

    monkeypatch.setattr("actieplan_xl.writing.opslag.os.link", link)

    assert refused(Doel(pad)) == Code.DOEL_BESTAAT
    assert pad.read_bytes() == OUD
    assert names(tmp_path) == ["nieuw.xlsx"]


@pytest.mark.parametrize("fout", [NotImplementedError(), PermissionError(1, "no"), OSError(95, "no links")])
def test_a_file_system_without_links_is_written_to_all_the_same(
    tmp_path: Path, fout: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(_: Path, __: Path) -> None:
        raise fout

    monkeypatch.setattr("actieplan_xl.writing.opslag.os.link", link)

    assert write_file(Doel(tmp_path / "a.xlsx"), NIEUW).pad.read_bytes() == NIEUW
    assert names(tmp_path) == ["a.xlsx"]


@pytest.mark.parametrize(("masker", "rechten"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_the_result_has_the_rights_that_a_new_file_has_here(tmp_path: Path, masker: int, rechten: int) -> None:
    eerder = os.umask(masker)
    try:
        pad = write_file(Doel(tmp_path / "a.xlsx"), NIEUW).pad
    finally:
        os.umask(eerder)

    assert stat.S_IMODE(pad.stat().st_mode) == rechten


def test_a_folder_that_cannot_be_made_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(OUD)

    with pytest.raises(BestandError, match="schrijven lukt niet"):
        make_folder(tmp_path / "bestand" / "map")


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("Actieplan ondermijning 2019", "Actieplan ondermijning 2019"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("Súdwest-Fryslân", "Súdwest-Fryslân"),
        ("Su\u0301dwest", "Súdwest"),
        ('a<b>c:d"e/f\\g|h?i*j', "a b c d e f g h i j"),
        ("../../etc/passwd", "etc passwd"),
        ("nul\x00teken", "nul teken"),
        ("omge\u202exslx.keerd", "omgexslx.keerd"),
        ("on\u200bzicht\ufeffbaar", "onzichtbaar"),
        ("halve \ud800 surrogaat", "halve surrogaat"),
        ("eindigt op punt. . ", "eindigt op punt"),
        ("CON", "_CON"),
        ("nul", "_nul"),
        ("Lpt1.xlsx", "_Lpt1.xlsx"),
        ("com10", "com10"),
        ("Concept", "Concept"),
        ("", "_"),
        ("...", "_"),
    ],
)
def test_a_file_name_is_one_that_every_system_accepts(tekst: str, naam: str) -> None:
    gekregen = file_name(tekst)

    assert gekregen == naam
    assert file_name(gekregen) == gekregen


def test_a_file_name_has_an_end_and_never_ends_in_a_space() -> None:
    assert file_name("x" * 500) == "x" * 180
    assert file_name("x" * 179 + " en nog wat") == "x" * 179


def test_words_on_two_lines_stay_two_words_in_a_file_name() -> None:
    assert file_name("regel\neen\ttwee") == "regel een twee"


def test_a_file_name_fits_in_what_a_file_system_keeps() -> None:
    assert len(f"{file_name('😀' * 200)}.xlsx".encode()) <= 255


def test_names_that_differ_in_capitals_only_stay_apart() -> None:
    assert unique_names(["Uden", "uden", "UDEN", "Boekel"]) == ["Uden", "uden (2)", "UDEN (3)", "Boekel"]


def test_unique_names_are_unique_also_beside_a_name_that_has_a_number_already() -> None:
    namen = unique_names(["A (2)", "A", "A"])

    assert len({naam.casefold() for naam in namen}) == 3
