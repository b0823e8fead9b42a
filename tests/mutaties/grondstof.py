"""What is spoiled: an invulblad as we write it, and one in OpenDocument, with a mark of its own in every answer."""

import functools
import io
import re
import zipfile
from collections.abc import Mapping

from tekenen import draw_invulblad
from tekenen.ods import draw_ods

from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie
from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Kolom, Plan, Plangegevens, Thema
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad

MERK = re.compile(r"merk\d\d[a-z]")
"""What stands in every answer: a mark that stands nowhere else."""
STATUSSEN = ("voltooid", "gepland", "structureel", "wordt niet opgepakt", "", "bijna klar merk04s")
PLAN = Plan(
    Plangegevens("Actieplan", "Regio", "2019", "2019-06-01", "2019-05-15", "", "Coördinator", "plan@voorbeeld.nl"),
    tuple(Kolom(naam, (Gemeente(naam, naam, ""),)) for naam in ("Boekel", "Uden")),
    (Hoofdlijn("1", "Lijn", (Thema("1.1", "Thema", tuple(Actie(f"1.1.{n}", f"Actie {n}") for n in range(1, 7))),)),),
)


@functools.cache
def own_invulblad() -> Mapping[str, bytes]:
    """Return the parts of an invulblad of ours, filled in."""
    antwoorden = {
        f"1.1.{n}": Antwoord(status, f"merk{n - 1:02}p in 2019", f"merk{n - 1:02}t <b> & 'zo'")
        for n, status in enumerate(STATUSSEN, 1)
    }
    eigen = [EigenActie("Boekel", "merk10a wijkschouw", "", "voltooid", "merk10p", "merk10t")]
    momenten = [Communicatiemoment("Boekel", "1 mei 2019", "merk20w", "merk20d", "merk20k", "merk20b", "merk20t")]
    return _parts(build_invulblad(PLAN, PLAN.gemeenten[0], None, Vulling(antwoorden, eigen, momenten)))


_TABEL = "| Nr | Actie | Status | Planning | Toelichting |\n" + "\n".join(
    f"| 1.1.{n} | Actie {n} | {status} | merk{n - 1:02}p in 2019 | merk{n - 1:02}t |"
    for n, status in enumerate(STATUSSEN, 1)
)


@functools.cache
def ods_invulblad() -> Mapping[str, bytes]:
    """Return the parts of an invulblad in OpenDocument."""
    return _parts(draw_ods(_TABEL))


@functools.cache
def inline_invulblad() -> Mapping[str, bytes]:
    """Return the parts of an invulblad with its texts in the cells, as other programs write them."""
    return draw_invulblad(_TABEL).delen()


BRONNEN = {".xlsx": own_invulblad, ".ods": ods_invulblad, " anders.xlsx": inline_invulblad}
"""What can be spoiled, by the end of its name."""


def _parts(inhoud: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as boek:
        return {naam: boek.read(naam) for naam in boek.namelist()}
