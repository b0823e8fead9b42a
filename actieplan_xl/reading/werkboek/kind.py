"""The child process: reads .xls and .xlsb with python-calamine, and decrypts with msoffcrypto.

Both can crash, hang or eat memory on a file made for it (calamine ends its process with SIGABRT; an encrypted package
says itself how many rounds its key takes). So they run here, with limits, and only the child falls.

In comes one line of JSON, then the bytes of the file; out comes one line of JSON, then bytes when there are any.
A password comes in over the same pipe: never as an argument, never in the environment.
"""

import contextlib
import datetime
import io
import json
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

from actieplan_xl.reading.werkboek import grenzen

WACHTWOORD, GEEN_UITBREIDING, LABEL, BESCHADIGD, TE_GROOT = "wachtwoord", "uitbreiding", "label", "beschadigd", "groot"
"""Why it did not work, in one word."""

_DAG = datetime.timedelta(days=1)


def limit_memory() -> None:
    """Let this process take no more than it may; where the system knows no limit (Windows) only time is bounded."""
    try:
        import resource  # noqa: PLC0415  not on Windows
    except ImportError:
        return
    for soort, zacht, hard in (
        (resource.RLIMIT_AS, grenzen.KIND_BYTES, grenzen.KIND_BYTES),
        (resource.RLIMIT_CPU, grenzen.KIND_SECONDEN, grenzen.KIND_SECONDEN + 1),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a computer that is stricter already, or does not take it
            resource.setrlimit(soort, (zacht, hard))


def work(invoer: BinaryIO, uitvoer: BinaryIO) -> None:
    """Do the one thing that is asked."""
    opdracht = json.loads(invoer.readline())
    inhoud = invoer.read()
    if opdracht["taak"] == "lees":
        antwoord, rest = read_values(inhoud), b""
    else:
        antwoord, rest = decrypt(inhoud, opdracht["wachtwoorden"])
    uitvoer.write(json.dumps(antwoord).encode() + b"\n" + rest)
    uitvoer.flush()


def read_values(inhoud: bytes) -> dict[str, Any]:
    """Return the sheets: name, state, kind, cells as [row, column, kind, text], merged ranges."""
    try:
        import python_calamine as calamine  # noqa: PLC0415  only in the child
    except ImportError:
        return {"fout": GEEN_UITBREIDING}
    try:
        boek = calamine.CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
        bladen = [_sheet(boek, nummer, blad) for nummer, blad in enumerate(boek.sheets_metadata)]
    except calamine.PasswordError:
        return {"fout": WACHTWOORD}
    except (calamine.CalamineError, OverflowError, ValueError):
        return {"fout": BESCHADIGD}
    return {"bladen": bladen}


def _sheet(boek: Any, nummer: int, blad: Any) -> dict[str, Any]:
    soort = str(blad.typ).rpartition(".")[2]
    # By number: two sheets may have the same name.
    sheet = boek.get_sheet_by_index(nummer) if soort == "WorkSheet" else None
    return {
        "naam": blad.name,
        "staat": str(blad.visible).rpartition(".")[2],
        "soort": soort,
        "cellen": list(_cells(sheet)) if sheet else [],
        "samengevoegd": (sheet.merged_cell_ranges if sheet else None) or [],
    }


def _cells(sheet: Any) -> Iterator[list[Any]]:
    """Yield what is not empty. Rows and columns come from 1."""
    rij0, kolom0 = sheet.start or (0, 0)
    # Not `iter_rows`: that counts its rows from the top of the sheet, and its columns from the first that is filled.
    for rij, waarden in enumerate(sheet.to_python(skip_empty_area=True), rij0 + 1):
        for kolom, waarde in enumerate(waarden, kolom0 + 1):
            if waarde != "" and waarde is not None:
                yield [rij, kolom, *_value(waarde)]


def _value(waarde: Any) -> tuple[str, str]:
    if isinstance(waarde, str):
        return "tekst", waarde
    if isinstance(waarde, bool):
        return "booleaan", "1" if waarde else "0"
    if isinstance(waarde, datetime.timedelta):
        return "duur", repr(waarde / _DAG)
    if isinstance(waarde, datetime.time):
        return "datum", f"1899-12-31T{waarde.isoformat()}"
    if isinstance(waarde, datetime.date):  # a moment is a date as well
        return "datum", waarde.isoformat()
    return "getal", repr(int(waarde) if float(waarde).is_integer() else waarde)


def decrypt(inhoud: bytes, wachtwoorden: list[str]) -> tuple[dict[str, Any], bytes]:
    """Return which password opened the file, and what was inside."""
    try:
        import msoffcrypto  # noqa: PLC0415  only in the child, and an extra
    except ImportError:
        return {"fout": GEEN_UITBREIDING}, b""
    fout = WACHTWOORD
    for plaats, wachtwoord in enumerate(wachtwoorden):
        try:
            bestand = msoffcrypto.OfficeFile(io.BytesIO(inhoud))
            bestand.load_key(password=wachtwoord, **_verify(bestand, "load_key", "verify_password"))
            uit = io.BytesIO()
            bestand.decrypt(uit, **_verify(bestand, "decrypt", "verify_integrity"))
        except msoffcrypto.exceptions.InvalidKeyError as error:
            # A key that fits on a payload that does not: the package itself was damaged.
            if "ntegrity" in str(error):
                return {"fout": BESCHADIGD}, b""
            fout = WACHTWOORD
        except MemoryError:
            raise
        except UnicodeError:  # no text, so no password
            fout = WACHTWOORD
        except msoffcrypto.exceptions.FileFormatError:
            return {"fout": LABEL}, b""
        except Exception:  # noqa: BLE001  the library raises a dozen kinds on damage; all of them mean the same here
            fout = BESCHADIGD
        else:
            return {"plaats": plaats}, uit.getvalue()
    return {"fout": fout}, b""


def _verify(bestand: Any, methode: str, woord: str) -> dict[str, bool]:
    """Only newer containers can be verified; ask for it where it can be asked."""
    return {woord: True} if woord in getattr(bestand, methode).__code__.co_varnames else {}


def main() -> None:
    """Read from stdin, write to stdout."""
    limit_memory()
    try:
        work(sys.stdin.buffer, sys.stdout.buffer)
    except MemoryError:
        sys.stdout.buffer.write(json.dumps({"fout": TE_GROOT}).encode() + b"\n")


if __name__ == "__main__":
    main()
