"""The child process: what it reads, what it says when it cannot, and that only the child falls."""

import datetime
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tekenen.xls import XlsCel, draw_xls

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import grenzen, kind, kindproces
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.kindproces import ask_kind
from actieplan_xl.reading.werkboek.openen import open_werkboek

XLS = Bestand("oud.xls", draw_xls({(1, 1): "voltooid", (2, 2): XlsCel(2019.0)}))


class CalamineError(Exception): ...


class PasswordError(CalamineError): ...


def fake_calamine(*bladen: Any, error: Exception | None = None) -> SimpleNamespace:
    """Return a module that stands for the library: sheets as (name, state, kind, rows), or what it raises."""

    def open_it(_: io.BytesIO) -> SimpleNamespace:
        if error is not None:
            raise error
        metadata = [SimpleNamespace(name=n, visible=f"V.{staat}", typ=f"T.{soort}") for n, staat, soort, _ in bladen]
        sheets = [
            SimpleNamespace(start=(1, 2), to_python=lambda skip_empty_area, rijen=rijen: rijen, merged_cell_ranges=None)
            for *_, rijen in bladen
        ]
        return SimpleNamespace(sheets_metadata=metadata, get_sheet_by_index=sheets.__getitem__)

    workbook = SimpleNamespace(from_filelike=open_it)
    return SimpleNamespace(CalamineWorkbook=workbook, CalamineError=CalamineError, PasswordError=PasswordError)


def refused(taak: str = "lees", bestand: Bestand = XLS) -> Code:
    with pytest.raises(BestandError) as gevangen:
        ask_kind(bestand, taak, wachtwoorden=["x"])
    assert gevangen.value.bevinding.plek.bestand == bestand.naam
    return gevangen.value.bevinding.code


def refused_on_opening(bestand: Bestand) -> Code:
    with pytest.raises(BestandError) as gevangen:
        open_werkboek(bestand)
    return gevangen.value.bevinding.code


@pytest.fixture
def in_the_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let a module of the child be another one, which does this where it is asked to open a file."""

    def install(wat: str, module: str = "python_calamine", bij_import: str = "") -> None:
        regels = [
            "import os, sys, time",
            bij_import,
            "class CalamineError(Exception): ...",
            "class PasswordError(CalamineError): ...",
            "class CalamineWorkbook:",
            "    @staticmethod",
            f"    def from_filelike(stroom): {wat}",
        ]
        (tmp_path / f"{module}.py").write_text("\n".join(regels))
        monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)

    return install


def test_the_values_of_a_sheet_are_read_with_their_place():
    (blad,) = kind.read_values(XLS.inhoud)["bladen"]

    assert (blad["naam"], blad["staat"], blad["soort"]) == ("Invulblad", "Visible", "WorkSheet")
    assert blad["cellen"] == [[1, 1, "tekst", "voltooid"], [2, 2, "getal", "2019"]]


@pytest.mark.parametrize(
    ("waarde", "gelezen"),
    [
        ("voltooid", ["tekst", "voltooid"]),
        (" ", ["tekst", " "]),
        (True, ["booleaan", "1"]),
        (False, ["booleaan", "0"]),
        (0, ["getal", "0"]),
        (2019.0, ["getal", "2019"]),
        (-1.5, ["getal", "-1.5"]),
        (1e300, ["getal", str(int(1e300))]),
        (float("inf"), ["getal", "inf"]),
        (float("nan"), ["getal", "nan"]),
        (datetime.date(2019, 5, 1), ["datum", "2019-05-01"]),
        (datetime.datetime(2019, 5, 1, 12, 30), ["datum", "2019-05-01T12:30:00"]),
        (datetime.time(12, 30), ["datum", "1899-12-31T12:30:00"]),
        (datetime.timedelta(hours=36), ["duur", "1.5"]),
    ],
)
def test_each_kind_of_value_has_its_own_word(monkeypatch, waarde, gelezen):
    rijen = [["", None, waarde], []]
    monkeypatch.setitem(sys.modules, "python_calamine", fake_calamine(("Blad", "Hidden", "WorkSheet", rijen)))

    (blad,) = kind.read_values(b"")["bladen"]

    assert blad["staat"] == "Hidden"
    assert blad["cellen"] == [[2, 5, *gelezen]]


def test_a_sheet_is_read_by_its_number_and_one_without_cells_only_named(monkeypatch):
    bladen = [("x", "Visible", "WorkSheet", [["een"]]), ("x", "VeryHidden", "WorkSheet", [["twee"]])]
    bladen.append(("grafiek", "Visible", "ChartSheet", [["nooit"]]))
    monkeypatch.setitem(sys.modules, "python_calamine", fake_calamine(*bladen))

    gelezen = kind.read_values(b"")["bladen"]

    assert [(b["staat"], [cel[3] for cel in b["cellen"]]) for b in gelezen] == [
        ("Visible", ["een"]),
        ("VeryHidden", ["twee"]),
        ("Visible", []),
    ]


@pytest.mark.parametrize(
    ("error", "fout"),
    [
        (PasswordError(), kind.WACHTWOORD),
        (CalamineError(), kind.BESCHADIGD),
        (OverflowError(), kind.BESCHADIGD),
        (ValueError(), kind.BESCHADIGD),
    ],
)
def test_what_the_library_cannot_read_is_said_in_one_word(monkeypatch, error, fout):
    monkeypatch.setitem(sys.modules, "python_calamine", fake_calamine(error=error))

    assert kind.read_values(b"") == {"fout": fout}


def test_bytes_that_are_no_workbook_are_damage():
    assert kind.read_values(b"geen werkmap") == {"fout": kind.BESCHADIGD}


def ask_main(monkeypatch: pytest.MonkeyPatch, opdracht: dict[str, Any], inhoud: bytes) -> bytes:
    """Do the work of the child in this process and return what it wrote."""
    uitvoer = io.BytesIO()
    invoer = json.dumps(opdracht).encode() + b"\n" + inhoud
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(invoer)))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=uitvoer))
    monkeypatch.setattr(kind, "limit_memory", lambda: None)
    kind.main()
    return uitvoer.getvalue()


def test_the_work_comes_in_as_a_line_and_bytes_and_goes_out_so(monkeypatch):
    regel, _, rest = ask_main(monkeypatch, {"taak": "lees"}, XLS.inhoud).partition(b"\n")
    assert (json.loads(regel), rest) == (kind.read_values(XLS.inhoud), b"")

    monkeypatch.setattr(kind, "decrypt", lambda inhoud, wachtwoorden: ({"plaats": len(wachtwoorden)}, inhoud[::-1]))
    opdracht = {"taak": "ontsleutel", "wachtwoorden": ["één", "twee"]}
    assert ask_main(monkeypatch, opdracht, b"a\nb") == b'{"plaats": 2}\nb\na'


def test_a_child_that_runs_out_of_memory_still_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "python_calamine", fake_calamine(error=MemoryError()))  # type: ignore[arg-type]

    assert json.loads(ask_main(monkeypatch, {"taak": "lees"}, b"")) == {"fout": kind.TE_GROOT}


def test_memory_processor_time_and_dumps_are_limited(monkeypatch):
    resource = pytest.importorskip("resource", reason="Windows kent geen grenzen per proces")
    gezet: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", gezet.__setitem__)

    kind.limit_memory()

    assert gezet[resource.RLIMIT_AS][0] == grenzen.KIND_BYTES
    assert gezet[resource.RLIMIT_CPU][0] == grenzen.KIND_SECONDEN
    assert gezet[resource.RLIMIT_CORE] == (0, 0)


def test_a_computer_that_is_stricter_or_knows_no_limits_reads_all_the_same(monkeypatch):
    resource = pytest.importorskip("resource", reason="Windows kent geen grenzen per proces")
    gezet: list[int] = []

    def refuse_memory(soort: int, _: tuple[int, int]) -> None:
        if soort == resource.RLIMIT_AS:
            raise ValueError("not allowed to raise maximum limit")
        gezet.append(soort)

    monkeypatch.setattr(resource, "setrlimit", refuse_memory)
    kind.limit_memory()
    assert gezet == [resource.RLIMIT_CPU, resource.RLIMIT_CORE]

    monkeypatch.setitem(sys.modules, "resource", None)
    kind.limit_memory()
    assert len(gezet) == 2


def test_a_real_child_gives_the_same_answer():
    assert ask_kind(XLS, "lees") == (kind.read_values(XLS.inhoud), b"")


def test_a_file_in_the_current_folder_never_poses_as_a_module(tmp_path, monkeypatch):
    for naam in ("json", "python_calamine", "datetime"):
        (tmp_path / f"{naam}.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)

    assert ask_kind(XLS, "lees")[0] == kind.read_values(XLS.inhoud)


@pytest.mark.parametrize(
    "wat",
    [
        "os.abort()",
        "os._exit(1)",
        "sys.exit(0)",
        "raise RuntimeError",
        "raise BaseException",
        "print('geen json')",
        'os.write(1, b\'{"bladen": [{"na\'); os._exit(1)',
        "bytearray(2**40)",
    ],
)
def test_only_the_child_falls(in_the_child, wat):
    in_the_child(wat)

    assert refused_on_opening(XLS) is Code.BESTAND_KOST_TE_VEEL


def test_a_child_that_never_ends_is_ended(in_the_child, monkeypatch):
    kinderen: list[subprocess.Popen[bytes]] = []

    class Popen(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            kinderen.append(self)

    in_the_child("time.sleep(60)")
    monkeypatch.setattr(kindproces.subprocess, "Popen", Popen)
    monkeypatch.setattr(grenzen, "KIND_SECONDEN", 0.5)
    assert refused() is Code.BESTAND_KOST_TE_VEEL

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Popen, "communicate", interrupt)
    with pytest.raises(KeyboardInterrupt):
        ask_kind(XLS, "lees")

    assert [proces.poll() is not None and proces.returncode != 0 for proces in kinderen] == [True, True]


def test_what_the_library_says_on_the_side_is_never_shown(in_the_child, capfd):
    in_the_child("os.write(2, b'geheim'); raise CalamineError('geheim')")

    assert ask_kind(XLS, "lees")[0] == {"fout": kind.BESCHADIGD}
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("python", ["/bestaat/niet/python", "", None])
def test_where_no_process_can_be_started_the_remedy_is_another_format(monkeypatch, python):
    monkeypatch.setattr(sys, "executable", python)

    assert refused() is Code.BESTAND_GEEN_HULP


def test_where_the_library_is_missing_the_remedy_is_another_format(in_the_child):
    in_the_child("pass", bij_import="raise ImportError")

    assert refused_on_opening(XLS) is Code.BESTAND_GEEN_HULP


@pytest.mark.parametrize(
    "uitvoer", [b"", b"\n", b"geen json\n", b"\xff\xfe\x00\n", b"5\n", b"null\n", b"[]\n", b'"tekst"\n', b"[" * 200_000]
)
def test_rubbish_from_the_child_is_never_believed(monkeypatch, uitvoer):
    class Popen:
        def __init__(self, *_: object, **__: object) -> None: ...

        def __enter__(self) -> "Popen":
            return self

        def __exit__(self, *_: object) -> None: ...

        def communicate(self, *_: object, **__: object) -> tuple[bytes, None]:
            return uitvoer, None

    monkeypatch.setattr(kindproces.subprocess, "Popen", Popen)

    for taak in ("lees", "ontsleutel"):
        assert refused(taak) is Code.BESTAND_KOST_TE_VEEL
