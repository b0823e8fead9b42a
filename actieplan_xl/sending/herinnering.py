"""What a reminder says: what is still open at whom, how many of how many, the deadline and what day it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from actieplan_xl.domain.datum import format_dag, format_datum, whole_datum
from actieplan_xl.domain.invulling import Invulling
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Plangegevens
from actieplan_xl.domain.status import Reden
from actieplan_xl.domain.weergave import visible
from actieplan_xl.domain.words import enkelvoud_of_meervoud, opsomming
from actieplan_xl.rules.volledigheid import Telling

GATEN = (
    "gemeente",
    "plan",
    "aantal_open",
    "aantal_gevraagd",
    "lijst",
    "inleverdatum",
    "vandaag",
    "dagen",
    "afzender",
    "e-mail afzender",
)
"""What a template can ask for."""

EIGEN_TEKST = "herinnering.txt"
_LANGSTE_ACTIE = 200
_LANGSTE = 200


@dataclass(frozen=True)
class Herinnering:
    """Who is asked in one mail, and for what: the counts of each gemeente in it."""

    matrix: Matrix
    tellingen: tuple[Telling, ...]
    vandaag: date

    def words(self) -> dict[str, str]:
        """Return what fills each gat; "" where nothing is known."""
        gegevens = self.matrix.plan.gegevens
        return {
            "gemeente": opsomming([visible(telling.gemeente, _LANGSTE) for telling in self.tellingen]),
            "plan": visible(gegevens.naam, _LANGSTE),
            "aantal_open": str(sum(len(telling.open) for telling in self.tellingen)),
            "aantal_gevraagd": str(sum(telling.gevraagd for telling in self.tellingen)),
            "lijst": self._list(),
            "inleverdatum": visible(format_datum(gegevens.inleverdatum), _LANGSTE),
            "vandaag": format_dag(self.vandaag),
            "dagen": count_days(gegevens, self.vandaag),
            "afzender": visible(gegevens.afzender, _LANGSTE),
            "e-mail afzender": visible(gegevens.e_mail_afzender, _LANGSTE),
        }

    def _list(self) -> str:
        """What is open by actie; of several gemeenten each under its own name."""
        regels: list[str] = []
        for telling in self.tellingen:
            if len(self.tellingen) > 1:
                aantal = f"nog {len(telling.open)} van {telling.gevraagd}"
                regels += ["", f"{visible(telling.gemeente, _LANGSTE)} ({aantal})"]
            if telling.reden in _VOORAF:
                regels += [_VOORAF[telling.reden], ""]
            regels += [self._line(telling.gemeente, nr) for nr in telling.open]
        return "\n".join(regels).strip("\n")

    def _line(self, gemeente: str, nr: str) -> str:
        actie = visible(self.matrix.plan.actie_op_nr[nr].tekst, _LANGSTE_ACTIE)
        invulling = self.matrix.invulling(gemeente, nr)
        return f"- {nr}  {actie}{_remark(invulling) if invulling else ''}"


_VOORAF = {
    Reden.GEEN_BESTAND: "We kregen nog geen ingevuld invulblad.",
    Reden.ONLEESBAAR: "Er kwam een bestand, maar dat konden we niet lezen. Op het eerste werkblad van de bijlage staat "
    "waarom.",
}


def _remark(invulling: Invulling) -> str:
    """What we got for an answer and could not take for one: then "open" would surprise who typed it."""
    if invulling.reden is Reden.NIET_HERKEND and invulling.getypt:
        return f"  (“{visible(invulling.getypt, _LANGSTE)}” herkennen we niet als status)"
    return ""


def count_days(gegevens: Plangegevens, vandaag: date) -> str:
    """Return "nog 3 dagen", "vandaag" or "2 dagen geleden"; "" when the plan has no date that can be read."""
    uiterlijk = whole_datum(gegevens.inleverdatum)
    if uiterlijk is None:
        return ""
    over = (uiterlijk - vandaag).days
    aantal = enkelvoud_of_meervoud(abs(over), "dag", "dagen")
    return "vandaag" if not over else f"nog {aantal}" if over > 0 else f"{aantal} geleden"


def draft_name(tellingen: Sequence[Telling]) -> str:
    """Return the name of the file without its extension: after the gemeente, or after the kolom of several."""
    return f"Herinnering {tellingen[0].gemeente if len(tellingen) == 1 else tellingen[0].kolom}"
