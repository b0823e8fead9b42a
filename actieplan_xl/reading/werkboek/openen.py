"""A file → a workbook, whatever format it came in: by what is in it, never by what its name says."""

from dataclasses import replace
from pathlib import PurePosixPath

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek import biff, herkenning, ods, oud, xlsx
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.beveiliging import PAKKET, STANDAARD, Sleutelbos, has_label, unlock
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.ole import Ole
from actieplan_xl.reading.werkboek.package import Package

_NAMEN = {
    "xlsx": ("xlsx", "xlsm", "xltx", "xltm"),
    "xlsb": ("xlsb",),
    "ods": ("ods", "ots"),
    "xls": ("xls", "xlt"),
}
"""How files of a format are called."""


def open_werkboek(bestand: Bestand, sleutels: Sleutelbos | None = None) -> Werkboek:
    """Return the workbook in a file. Raises `BestandError` when there is none, or when it cannot be read safely.

    `sleutels` are the passwords that may be tried on a protected file, beside the one that Excel itself uses.
    """
    if herkenning.is_ole(bestand):
        return _open_ole(bestand, sleutels or Sleutelbos())
    if not herkenning.is_zip(bestand):
        raise herkenning.refuse_no_zip(bestand)
    return _open_zip(bestand)


def _open_zip(bestand: Bestand) -> Werkboek:
    package = Package(bestand)
    deel = xlsx.find_workbook_part(package)
    if deel.lower().endswith(".xml"):
        return _named(xlsx.open_xlsx(package, deel), "xlsx")
    if deel:
        return _named(oud.open_xlsb(package, deel), "xlsb")
    if ods.INHOUD in package or ods.is_encrypted(package):
        return _named(ods.open_ods(package), "ods")
    raise herkenning.refuse_other_zip(bestand, package.names())


def _open_ole(bestand: Bestand, sleutels: Sleutelbos) -> Werkboek:
    ole = Ole(bestand)
    if PAKKET in ole.namen:
        if has_label(ole.namen):
            raise bestand.weiger(Code.BESTAND_LABEL)
        return _open_unlocked(bestand, sleutels)
    if not oud.has_stroom(ole):
        raise herkenning.refuse_other_ole(bestand, ole.namen)
    if biff.is_protected(oud.read_stroom(ole)):
        return _open_unlocked(bestand, sleutels)
    return _named(oud.open_xls(bestand, ole), "xls")


def _open_unlocked(bestand: Bestand, sleutels: Sleutelbos) -> Werkboek:
    """Open what was inside; under the name and the hash of the file as it was sent."""
    inhoud, wachtwoord = unlock(bestand, sleutels)
    binnen = replace(bestand, inhoud=inhoud)
    if herkenning.is_ole(binnen) and oud.has_stroom(ole := Ole(binnen)):
        boek = oud.open_xls(binnen, ole)
    elif herkenning.is_zip(binnen):
        boek = _open_zip(binnen)
    else:
        raise bestand.weiger(Code.BESTAND_BESCHADIGD, onderdeel="het versleutelde deel")
    boek.bestand, boek.binnen, boek.is_beveiligd = bestand, Bestand(bestand.naam, inhoud), wachtwoord != STANDAARD
    waarmee = "het opgegeven wachtwoord" if boek.is_beveiligd else "het wachtwoord dat Excel zelf gebruikt"
    boek.tell(Code.ONTSLEUTELD, waarmee=waarmee)
    return boek


def _named(boek: Werkboek, soort: str) -> Werkboek:
    """Tell when the name says it is something else; what is in it counts."""
    achter = PurePosixPath(boek.bestand.naam).suffix.lower().removeprefix(".")
    ander = next((naam for naam, achtervoegsels in _NAMEN.items() if achter in achtervoegsels), soort)
    if ander != soort:
        boek.tell(Code.EXTENSIE_ANDERS, achter=achter, soort=soort)
    return boek
