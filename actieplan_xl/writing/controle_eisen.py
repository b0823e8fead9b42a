"""What the column `Controle` asks beyond a status, where the region agreed on more (see `domain.afspraken`).

Each as a formula and as its value now, like all that this column says. Such an answer is one: it is not oranje. But it
is not done either, so the counter does not count it and the link jumps to it.
"""

import re
from dataclasses import dataclass

from actieplan_xl.domain.afspraken import MET_JAREN, Afspraken
from actieplan_xl.domain.doorgehaald import still_stands
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.jaren import jaren, outside
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.planning import Oordeel, judge
from actieplan_xl.domain.status import ONGEWIJZIGD, Status
from actieplan_xl.domain.words import DOORGEHAALD, Controle
from actieplan_xl.writing.kleurregels import text

_TEKENS = 255
"""So far into a planning a formula looks for years; nobody writes more, and the reader looks at all of it."""
_GEEN_REDEN = ("-", "--", "–", "—", ".", "...", "…", "?", "??", "0")
_DOORGEHAALD = f" ({DOORGEHAALD})"
_JAAR = re.compile(r"(?<![0-9])(?:19|20)[0-9][0-9](?![0-9])")


def extra_names(afspraken: Afspraken) -> tuple[tuple[str, str], ...]:
    """Return the lists that these formulas look in, by name; none where nothing more is asked."""
    reden = (("geen_reden", f"={{{','.join(map(text, _GEEN_REDEN))}}}"),)
    plaatsen = (("plaatsen", f"={{{','.join(str(plaats) for plaats in range(1, _TEKENS + 1))}}}"),)
    return reden * afspraken.toelichting_bij_niet_opgepakt + plaatsen * afspraken.jaren_binnen_plan


@dataclass(frozen=True, slots=True)
class Velden:
    """What stands in the cells of a row; or the formula texts for it."""

    status: str
    planning: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class Eisen:
    """What more is asked on one row. `jaren` are those of the plan; `vorige` is what `ongewijzigd` takes over."""

    afspraken: Afspraken
    jaren: tuple[int, int] | None
    vorige: Stand | None

    @classmethod
    def find(cls, plan: Plan, vorige: Stand | None) -> "Eisen | None":
        """Return what is asked, or None where a status is enough."""
        afspraken = plan.afspraken
        van_tot = plan.jaren if afspraken.jaren_binnen_plan else None
        return cls(afspraken, van_tot, vorige) if afspraken.vraagt_meer else None

    def formula(self, velden: Velden, zegt_niets: str, anders: str) -> str:
        """Return the formula text that says what is still asked, else what `anders` says.

        `zegt_niets` is above nought for a planning that says no when. Nothing is looked at before it is needed: an
        error in a cell that does not matter spoils nothing.
        """
        formule = anders
        if self.jaren is not None:
            wie = f"{self._has_status(velden, *MET_JAREN)}+IF({velden.status}={text('')},({zegt_niets})=0)"
            buiten = self._outside_formula(velden.planning, self.jaren)
            if self._previous_outside():
                buiten += f"+({velden.planning}={text('')})*({velden.status}={text(ONGEWIJZIGD)})"
            formule = f"IF(IF({wie},{buiten}),{text(Controle.JAAR_BUITEN)},{formule})"
        if self.afspraken.planning_bij_gepland:
            zonder = f"({zegt_niets}>0)"
            if not self._previous_says_nothing():
                zonder += f"*(({velden.status}<>{text(ONGEWIJZIGD)})+({velden.planning}<>{text('')}))"
            wie = self._has_status(velden, Status.GEPLAND)
            formule = f"IF(IF({wie},{zonder}),{text(Controle.ZONDER_PLANNING)},{formule})"
        if self.afspraken.toelichting_bij_niet_opgepakt:
            tekst = velden.toelichting
            doorgehaald = f"ISNUMBER(SEARCH({text(_DOORGEHAALD)},{tekst}))"
            zonder = f"({tekst}={text('')})+SUMPRODUCT(--({tekst}=geen_reden))+{doorgehaald}"
            wie = self._has_status(velden, Status.NIET_OPGEPAKT)
            formule = f"IF(IF({wie},{zonder}),{text(Controle.ZONDER_REDEN)},{formule})"
        return formule

    def _has_status(self, velden: Velden, *statussen: Status) -> str:
        """Return the formula text for whether a row has one of these, chosen or taken over."""
        woorden: list[str] = list(statussen)
        woorden += [ONGEWIJZIGD] if self.vorige is not None and self.vorige.status in statussen else []
        return "+".join(f"({velden.status}={text(woord)})" for woord in woorden)

    def _outside_formula(self, planning: str, van_tot: tuple[int, int]) -> str:
        tekst = f'" "&{planning}&" "'

        def letter(verder: int) -> str:
            return f"MID({tekst},plaatsen+{verder},1)"

        def is_digit(verder: int) -> str:
            return f'ISNUMBER(FIND({letter(verder)},"0123456789"))'

        eeuw, jaar = f"MID({tekst},plaatsen+1,2)", f"MID({tekst},plaatsen+1,4)"
        is_jaar = f'(({eeuw}="19")+({eeuw}="20"))*{is_digit(3)}*{is_digit(4)}'
        is_los = f"(1-{is_digit(0)})*(1-{is_digit(5)})"
        is_buiten = f'(({jaar}<"{van_tot[0]}")+({jaar}>"{van_tot[1]}"))'
        staat_er_nog = f"ISERROR(SEARCH({text(_DOORGEHAALD)},{planning}))"
        return f"SUMPRODUCT({is_jaar}*{is_los}*{is_buiten})*{staat_er_nog}"

    def value(self, velden: Velden, zegt_niets: bool, anders: str) -> str:
        """Return what `formula` gives for what stands there now, in lower case; `anders` is something done."""
        is_vorige = velden.status == ONGEWIJZIGD and not velden.planning
        status = self.vorige.status if velden.status == ONGEWIJZIGD and self.vorige else velden.status or Status.GEPLAND
        tekst = velden.toelichting
        is_zonder_reden = not tekst or tekst in _GEEN_REDEN or _DOORGEHAALD in tekst
        if status == Status.NIET_OPGEPAKT and self.afspraken.toelichting_bij_niet_opgepakt and is_zonder_reden:
            return Controle.ZONDER_REDEN
        is_zonder_planning = self._previous_says_nothing() if is_vorige else zegt_niets
        if status == Status.GEPLAND and self.afspraken.planning_bij_gepland and is_zonder_planning:
            return Controle.ZONDER_PLANNING
        is_buiten = self._previous_outside() if is_vorige else self._is_outside(velden.planning)
        return Controle.JAAR_BUITEN if status in MET_JAREN and is_buiten else anders

    def _is_outside(self, planning: str) -> bool:
        if self.jaren is None or _DOORGEHAALD in planning:
            return False
        gevonden = (int(jaar[0]) for jaar in _JAAR.finditer(planning) if jaar.start() < _TEKENS)
        return bool(outside(gevonden, self.jaren))

    def _previous_says_nothing(self) -> bool:
        return self.vorige is None or judge(still_stands(self.vorige.planning)) is Oordeel.ZEGT_NIETS

    def _previous_outside(self) -> bool:
        if self.vorige is None or self.jaren is None:
            return False
        return bool(outside(jaren(self.vorige.planning), self.jaren))
