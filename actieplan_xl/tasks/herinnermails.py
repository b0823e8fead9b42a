"""What is in the drafts that remind: who is asked together, in which words, and what is attached."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.plan import Gemeente
from actieplan_xl.domain.words import opsomming
from actieplan_xl.reading.planwerkboek import Planwerkboek
from actieplan_xl.rules.herstel import Herstel, collect_herstel, herstel_of
from actieplan_xl.rules.volledigheid import Telling
from actieplan_xl.sending.concept import Bijlage, Concept, parse_adressen
from actieplan_xl.sending.herinnering import Herinnering, draft_name
from actieplan_xl.sending.sjabloon import Sjabloon
from actieplan_xl.tasks.retour import build_retours
from actieplan_xl.tasks.ronde import Gelezenronde, Leesopdracht
from actieplan_xl.writing.invulblad import build_invulblad, invulblad_name
from actieplan_xl.writing.opslag import file_name, unique_names
from actieplan_xl.writing.retour import retour_name


def group_by_address(tellingen: Iterable[Telling], wie: Mapping[str, Gemeente]) -> list[list[Telling]]:
    """Put the gemeenten of one kolom with the same address in one mail; the others each have their own."""
    groepen: dict[tuple[str, ...], list[Telling]] = {}
    for telling in tellingen:
        adressen = sorted(adres.casefold() for adres in parse_adressen(wie[telling.gemeente].e_mail)[0])
        sleutel = (telling.kolom, *adressen) if adressen else (telling.kolom, "", telling.gemeente)
        groepen.setdefault(sleutel, []).append(telling)
    return list(groepen.values())


class Bijlagen:
    """What goes along for each gemeente: her retour, and for who sent nothing the invulblad as it was handed out."""

    def __init__(self, opdracht: Leesopdracht, ronde: Gelezenronde, gemeenten: Sequence[Gemeente]):
        self._ronde = ronde
        self._planwerkboek = Planwerkboek(ronde.vraag.plan, ronde.vraag.standen)
        alle = collect_herstel(ronde.samenvoeging)
        self._herstel = {g.naam: herstel for g in gemeenten if (herstel := herstel_of(ronde.samenvoeging, alle, g))}
        eigen = {_key(herstel): herstel for herstel in self._herstel.values()}
        gebouwd = build_retours(opdracht, ronde, list(eigen.values()))
        self._inhoud = dict(zip(eigen, (een.inhoud for een in gebouwd), strict=True))
        self.bevindingen: list[Bevinding] = []

    def of(self, gemeenten: Sequence[Gemeente], mail: str) -> tuple[Bijlage, ...]:
        """Return the attachments of a mail; what speaks for several of its gemeenten goes along once."""
        gevonden: dict[object, tuple[str, bytes]] = {}
        zonder: list[str] = []
        for gemeente in gemeenten:
            herstel = self._herstel.get(gemeente.naam)
            if herstel is not None:
                gevonden.setdefault(_key(herstel), self._retour(herstel))
                continue
            gevonden[gemeente.naam] = self._fresh(gemeente)
            if self._is_stand_missing(gemeente):
                zonder.append(gemeente.naam)
        if zonder:
            waarden = {"naam": opsomming(zonder)}
            self.bevindingen.append(
                Bevinding(Code.HERINNERING_ZONDER_VORIGE_STAND, Plek(mail), zonder[0], waarden=waarden)
            )
        namen = unique_names(naam for naam, _ in gevonden.values())
        inhouden = (inhoud for _, inhoud in gevonden.values())
        return tuple(Bijlage(f"{naam}.xlsx", inhoud) for naam, inhoud in zip(namen, inhouden, strict=True))

    def _retour(self, herstel: Herstel) -> tuple[str, bytes]:
        return retour_name(self._planwerkboek.plan, herstel), self._inhoud[_key(herstel)]

    def _fresh(self, gemeente: Gemeente) -> tuple[str, bytes]:
        plan, bekend = self._planwerkboek.plan, self._planwerkboek.known_of(gemeente)
        inhoud = build_invulblad(plan, gemeente, bekend.standen, niet_gedeeld=bekend.niet_gedeeld)
        return file_name(invulblad_name(plan, gemeente)), inhoud

    def _is_stand_missing(self, gemeente: Gemeente) -> bool:
        """Whether others were sent a previous state, and hers is nowhere to be found."""
        kennen = any(inzending.standen for inzending in self._ronde.samenvoeging.telt.values())
        return kennen and not self._planwerkboek.standen.get(gemeente.naam)


def _key(herstel: Herstel) -> int:
    """What came in once goes back once."""
    return id(herstel.inzending or herstel)


def draft(
    ronde: Gelezenronde,
    sjabloon: Sjabloon,
    groep: Sequence[Telling],
    wie: Mapping[str, Gemeente],
    dag: str,
    bijlagen: Bijlagen,
) -> Concept:
    """Return the draft for a group of gemeenten."""
    gemeenten = [wie[telling.gemeente] for telling in groep]
    herinnering = Herinnering(ronde.samenvoeging.matrix, tuple(groep), date.fromisoformat(dag))
    onderwerp, tekst = sjabloon.fill(herinnering.words())
    aan, _ = parse_adressen(gemeenten[0].e_mail)
    return Concept(aan, onderwerp, tekst, bijlagen.of(gemeenten, f"{file_name(draft_name(groep))}.eml"))


def tell_addresses(concept: Concept, bestand: str, gemeenten: Sequence[Gemeente]) -> Iterable[Bevinding]:
    """Yield what is the matter with the addresses of a draft."""
    if not concept.aan:
        waarden = {"naam": opsomming([gemeente.naam for gemeente in gemeenten])}
        yield Bevinding(Code.HERINNERING_ZONDER_ADRES, Plek(bestand), gemeenten[0].naam, waarden=waarden)
    for gemeente in gemeenten:
        for waarde in parse_adressen(gemeente.e_mail)[1]:
            waarden = {"naam": gemeente.naam, "waarde": waarde}
            yield Bevinding(Code.HERINNERING_ADRES_ONBRUIKBAAR, Plek(bestand), gemeente.naam, waarden=waarden)
