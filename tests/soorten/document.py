"""The kinds as a document for people: what comes back, what we must do with it, and what we did.

`ACTIEPLAN_REMAKE_GOLDEN=1 pytest tests/soorten` makes it again; every row is written by the test of its kind.
"""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from actieplan_xl.domain.bevinding import Bevinding, Ernst
from actieplan_xl.domain.status import Reden
from actieplan_xl.reading.werkboek import grenzen
from soorten.proef import Afloop, Soort, Verloop, Voorval

PAD = Path(__file__).parents[2] / "docs" / "slechte-invoer.md"
KOP = "| nr | wat er terugkomt | wat er hoort te gebeuren | wat er gebeurde, en wat je leest |"
HOOFDSTUKKEN = (
    (1, "A. Het bestand is geen werkboek"),
    (18, "B. Versleuteld of beveiligd"),
    (24, "C. Het bestand is beschadigd of een aanval"),
    (38, "D. Onderdelen ontbreken of zijn kapot"),
    (59, "E. De tekst in het bestand"),
    (71, "F. Het blad en zijn cellen"),
    (109, "G. Teksten die gevaarlijk lijken"),
    (116, "H. Wat er rond een opdracht gebeurt"),
)
INLEIDING = """\
# Wat terugkomt, en wat we daarmee doen

Een gemeente vult een Excelbestand in, en wat terugkomt is niet altijd wat eruit ging. Hieronder staan 128 soorten:
wat er terugkomt, wat er dan hoort te gebeuren, en wat er gebeurde toen de tests het probeerden. Deze bladzijde is
door die tests gemaakt: van elke soort wordt een bestand gemaakt dat Boekel instuurt, met een goed bestand van Uden
ernaast. Klopt er één regel niet meer, dan falen de tests.

- **gelezen**: elk antwoord dat erin staat komt in het regiowerkboek. Wat opvalt staat erbij, met de cel en wat je
  eraan doet.
- **geweigerd**: lezen zou gokken zijn. De gemeente is oranje met reden `onleesbaar`, en je leest wat je haar vraagt.
- **niet gezien**: het is geen werkboek van een gemeente, maar een hulpbestand van de computer. De gemeente is oranje
  met reden `geen bestand`.

Wat er ook is met een bestand, de andere gemeenten gaan gewoon door. In formules, macro's en koppelingen wordt niets
uitgevoerd of opgehaald.
"""
_AFLOOP_VAN = {Reden.ONLEESBAAR: Afloop.GEWEIGERD, Reden.GEEN_BESTAND: Afloop.NIET_AANGEBODEN}
_REGEL = re.compile(r"^\| (\d+) \|.*$", re.MULTILINE)


def compose(regels: Iterable[str]) -> str:
    """Return the whole document of these rows."""
    alle = {int(match[1]): match[0] for match in map(_REGEL.match, regels) if match}
    deel = [INLEIDING]
    grens = [eerste for eerste, _ in HOOFDSTUKKEN[1:]] + [10_000]
    for (eerste, titel), einde in zip(HOOFDSTUKKEN, grens, strict=True):
        deel += [f"## {titel}", "", KOP, "|--:|---|---|---|"]
        deel += [alle[nr] for nr in sorted(alle) if eerste <= nr < einde]
        deel.append("")
    return "\n".join([*deel, *_limits(), ""])


def rows() -> dict[int, str]:
    """Return the rows as they stand in the document."""
    return {int(match[1]): match[0] for match in _REGEL.finditer(PAD.read_text("utf-8"))} if PAD.exists() else {}


def compare(regel: str) -> None:
    """Hold a row against the document, or enter it where the document is made again."""
    nr = int(regel.split("|")[1])
    if os.environ.get("ACTIEPLAN_REMAKE_GOLDEN") == "1":
        PAD.write_text(compose({**rows(), nr: regel}.values()), encoding="utf-8", newline="\n")
    assert rows().get(nr) == regel


def row_of_soort(soort: Soort, verloop: Verloop) -> str:
    """Return the row of a kind, with what really came of it."""
    codes = {verwacht[0] if isinstance(verwacht, tuple) else verwacht for verwacht in soort.bevindingen}
    genoemd = ", ".join(f"`{code}`" for code in sorted(codes))
    verwacht = f"{soort.afloop.value}, met {genoemd}" if genoemd else f"{soort.afloop.value}, zonder opmerking"
    redenen = verloop.redenen()
    werkelijk = _AFLOOP_VAN[redenen.pop()] if redenen in ({r} for r in _AFLOOP_VAN) else Afloop.GELEZEN  # type: ignore[arg-type]
    gezegd = [b for b in verloop.bevindingen if b.code in codes or b.ernst is not Ernst.TER_INFO]
    eerste = {b.code: b for b in reversed(gezegd)}
    zinnen = [_sentence(b) for b in sorted(eerste.values(), key=lambda b: b.sorteersleutel)]
    return _row(soort.nr, soort.wat, verwacht, f"**{werkelijk.value}**", *zinnen)


def row_of_voorval(voorval: Voorval, gezegd: str) -> str:
    """Return the row of something that happens, with what the user was told."""
    return _row(voorval.nr, voorval.wat, voorval.afloop, " ".join(gezegd.split()) or "geen melding")


def _row(nr: int, wat: str, verwacht: str, *zinnen: str) -> str:
    """A row of a table; in it a bar and a mark of markdown are only themselves."""
    wat, verwacht, *zinnen = (tekst.replace("|", "\\|").replace("<", "&lt;") for tekst in (wat, verwacht, *zinnen))
    return f"| {nr} | {wat} | {verwacht} | {'<br>'.join(zinnen)} |"


def _sentence(bevinding: Bevinding) -> str:
    cel = f"{bevinding.plek.cel}: " if bevinding.plek.cel else ""
    return f"{cel}{bevinding.tekst} {bevinding.remedie}"


def _limits() -> list[str]:
    """The limits, from where the reader has them."""
    mib, duizend = grenzen.MIB, "{:,}".format
    feiten = (
        ("grootte van een bestand", f"{grenzen.BESTAND_BYTES // mib} MB"),
        ("uitgepakt, alles samen", f"{grenzen.UITGEPAKT_BYTES // mib} MB"),
        ("uitgepakt, één onderdeel", f"{grenzen.ONDERDEEL_BYTES // mib} MB"),
        ("onderdelen in een bestand", duizend(grenzen.ZIP_ONDERDELEN).replace(",", ".")),
        ("werkbladen", str(grenzen.WERKBLADEN)),
        ("gevulde cellen", duizend(grenzen.CELLEN).replace(",", ".")),
        ("tekens in een cel (wat meer is, wordt bewaard en gemeld)", duizend(grenzen.CEL_TEKENS).replace(",", ".")),
        ("tijd voor een oud of versleuteld bestand", f"{grenzen.KIND_SECONDEN} seconden"),
        ("geheugen voor een oud of versleuteld bestand", f"{grenzen.KIND_BYTES // mib} MB"),
    )
    regels = [f"| {wat} | {grens} |" for wat, grens in feiten]
    return ["## Grenzen", "", "| wat | hoogstens |", "|---|--:|", *regels]
