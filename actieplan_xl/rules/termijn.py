"""The termijn of a round: until when answers are awaited, and since when those that are missing are open.

Beside a previous regiowerkboek made up on or after the uiterste inleverdatum, that date was the one of an earlier
round: of the answers of this round it says nothing, and the previous peildatum does.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.datum import format_datum, parse_datum
from actieplan_xl.domain.invulling import Invulling, Plek
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.weergave import visible
from actieplan_xl.domain.words import Bladen, enkelvoud_of_meervoud
from actieplan_xl.rules.samenvoeging import Samenvoeging

_LANGSTE_IN_EEN_ZIN = 40


@dataclass(frozen=True)
class Termijn:
    """`tekst` is the uiterste inleverdatum as it stands in the plan; a date that is not known is None.

    `vorige` is the previous peildatum, and `sindsdien_open` holds who has what open that was not open then.
    """

    tekst: str
    uiterlijk: date | None
    peildatum: date | None
    vorige: date | None = None
    sindsdien_open: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    @property
    def is_van_vorige_ronde(self) -> bool:
        """Whether the uiterste inleverdatum lies before this round."""
        return self.uiterlijk is not None and self.vorige is not None and self.uiterlijk <= self.vorige

    @property
    def dagen_voorbij(self) -> int:
        """How many days before the peildatum it was; 0 when it was not, or when that is not known."""
        return max((self.peildatum - self.uiterlijk).days, 0) if self.peildatum and self.uiterlijk else 0

    def in_sentence(self) -> str:
        """Say behind "is geen bestand ontvangen" when it should have been there, as far as that is known."""
        if not self.tekst or self.is_van_vorige_ronde:
            return ""
        datum = visible(format_datum(self.uiterlijk or self.tekst), _LANGSTE_IN_EEN_ZIN)
        is_voorbij = self.dagen_voorbij > 0
        return f", sinds de uiterste inleverdatum van {datum}" if is_voorbij else f"; uiterste inleverdatum: {datum}"

    def open_since(self, invulling: Invulling) -> str:
        """Say under "Open sinds" since when this answer is missing, or until when there still is time."""
        if self.is_van_vorige_ronde and self.vorige:
            dag = format_datum(self.vorige)
            is_nieuw = (invulling.gemeente, invulling.nr) in self.sindsdien_open
            return f"na {dag}" if is_nieuw else f"{dag} of eerder"
        if self.uiterlijk is None:
            return self.tekst
        dag = format_datum(self.uiterlijk)
        if self.dagen_voorbij:
            return f"{dag}, {enkelvoud_of_meervoud(self.dagen_voorbij, 'dag', 'dagen')} geleden"
        return f"nog tot en met {dag}" if self.peildatum else dag


def find_termijn(samenvoeging: Samenvoeging) -> Termijn:
    """Return the termijn of a round."""
    gegevens, vergelijking = samenvoeging.matrix.plan.gegevens, samenvoeging.vergelijking
    termijn = Termijn(gegevens.inleverdatum, parse_datum(gegevens.inleverdatum), parse_datum(gegevens.peildatum))
    if vergelijking is None:
        return termijn
    anders = (wijziging.nu for wijziging in vergelijking.wijzigingen)
    open_ = frozenset((nu.gemeente, nu.nr) for nu in anders if nu and not nu.is_antwoord)
    return replace(termijn, vorige=parse_datum(vergelijking.sinds), sindsdien_open=open_)


def tell_passed(plan: Plan) -> list[Bevinding]:
    """Tell that the uiterste inleverdatum of a round that is over would go out once more.

    `plan` is that of a regiowerkboek: its peildatum is a day on which answers were counted.
    """
    gegevens = plan.gegevens
    uiterlijk, peildatum = parse_datum(gegevens.inleverdatum), parse_datum(gegevens.peildatum)
    if uiterlijk is None or peildatum is None or uiterlijk > peildatum:
        return []
    waarden = {"datum": format_datum(uiterlijk), "peildatum": format_datum(peildatum)}
    return [Bevinding(Code.PLAN_INLEVERDATUM_VOORBIJ, Plek("", Bladen.PLAN), waarden=waarden)]
