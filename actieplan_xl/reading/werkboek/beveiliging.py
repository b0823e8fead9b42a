"""Files behind a password: told apart from broken ones, opened with a password that fits, or refused with a remedy."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import kind
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.kindproces import ask_kind

STANDAARD = "VelvetSweatshop"
"""What Excel itself uses for a file that should open without asking; its user has never seen it."""

PAKKET = "EncryptedPackage"
_LABELS = ("DRMEncryptedDataSpace", "DRMEncryptedTransform", "\x09DRMContent")
_POGINGEN = 3
_WEIGERINGEN = {
    kind.GEEN_UITBREIDING: Code.WACHTWOORD_ZONDER_UITBREIDING,
    kind.LABEL: Code.BESTAND_LABEL,
    kind.TE_GROOT: Code.BESTAND_KOST_TE_VEEL,
}


Wachtwoord = str | Callable[[str, int], str]
"""A password for protected files, or who is asked for one: gets the name of a file and how often it was asked for it
already, and returns a password, or "" to pass the file over."""


@dataclass
class Sleutelbos:
    """The passwords that may be tried, and who can be asked for one."""

    bekend: list[str] = field(default_factory=list)
    vraag: Callable[[str, int], str] | None = None
    overgeslagen: set[str] = field(default_factory=set)
    mislukt: set[str] = field(default_factory=set)

    @classmethod
    def make(cls, wachtwoorden: Iterable[Wachtwoord]) -> "Sleutelbos":
        """Return the keys for what was given: passwords to try, and who to ask when none of them fits."""
        bos = cls()
        for wachtwoord in wachtwoorden:
            if isinstance(wachtwoord, str):
                bos.bekend += [wachtwoord] if wachtwoord else []
            else:
                bos.vraag = wachtwoord
        return bos

    def ask(self, naam: str, keer: int) -> str:
        """Return a password from whoever can be asked; "" when there is nobody, or nothing was said."""
        if keer:
            self.mislukt.add(naam)
        if keer >= _POGINGEN:
            self.overgeslagen.add(naam)
        if self.vraag is None or naam in self.overgeslagen:
            return ""
        wachtwoord = self.vraag(naam, keer)
        if not wachtwoord:
            self.overgeslagen.add(naam)
        return wachtwoord


def has_label(namen: list[str]) -> bool:
    """Whether an encrypted container is bound to the organisation of its sender, so that no password opens it."""
    return any(label in namen for label in _LABELS) or "EncryptionInfo" not in namen


def unlock(bestand: Bestand, sleutels: Sleutelbos) -> tuple[bytes, str]:
    """Return what is in a protected file, and which password opened it. Raises `BestandError`.

    Excel's own default is tried first, then what is known, then somebody is asked; a password that fits is known
    from then on.
    """
    keuzes = [STANDAARD, *sleutels.bekend]
    keer = 0
    while keuzes:
        antwoord, inhoud = ask_kind(bestand, "ontsleutel", wachtwoorden=keuzes)
        if "plaats" in antwoord:
            gekozen = keuzes[int(antwoord["plaats"])]
            if gekozen not in (STANDAARD, *sleutels.bekend):
                sleutels.bekend.append(gekozen)
            return inhoud, gekozen
        if antwoord.get("fout") != kind.WACHTWOORD:
            raise _refuse(bestand, str(antwoord.get("fout")))
        nieuw = sleutels.ask(bestand.naam, keer)
        keuzes = [nieuw] if nieuw else []
        keer += 1
    past_niet = sleutels.bekend or bestand.naam in sleutels.mislukt
    raise bestand.weiger(Code.WACHTWOORD_PAST_NIET if past_niet else Code.BESTAND_WACHTWOORD)


def _refuse(bestand: Bestand, fout: str) -> BestandError:
    if fout in _WEIGERINGEN:
        return bestand.weiger(_WEIGERINGEN[fout])
    return bestand.weiger(Code.BESTAND_BESCHADIGD, onderdeel="het versleutelde deel")
