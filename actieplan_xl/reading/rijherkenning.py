"""Which actie a row of an invulblad is (contract §2): by its number, and where that was changed by its text.

A sheet that was made for another version of the plan has numbers of that version. They are translated first, so
that an answer never lands on an actie that nobody asked it for.
"""

from collections.abc import Mapping
from typing import NamedTuple

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Bekend
from actieplan_xl.domain.plan import Actie, Plan, parse_nr
from actieplan_xl.domain.plancode import plan_id
from actieplan_xl.domain.planvertaling import translate_acties
from actieplan_xl.domain.words import Koppen, fold, has_sign
from actieplan_xl.reading.regel import Regel, Veld
from actieplan_xl.reading.verborgen import Verborgen


class Herkend(NamedTuple):
    """The actie of a row, and what there is to tell about how it was recognised."""

    actie: Actie | None
    code: Code | None = None
    veld: Veld = Veld()
    waarden: Mapping[str, str] = {}


class Rijherkenning:
    """Recognises rows against a plan; `verborgen` says for which plan the sheet was made."""

    def __init__(self, plan: Plan, verborgen: Verborgen):
        self.plan = plan
        self.verborgen = verborgen
        self.eigen_plan = verborgen.plan
        is_anders = verborgen.plan is not None and verborgen.plan_id != plan_id(plan)
        self.op_nr = translate_acties(verborgen.plan, plan) if verborgen.plan and is_anders else plan.actie_op_nr
        self.op_alles = plan.actie_op_alles
        if verborgen.plan and is_anders:
            ouder = verborgen.plan.actie_op_alles.items()
            self.op_alles = {tekst: a for tekst, oud in ouder if (a := self.op_nr.get(oud.nr))} | self.op_alles

    def translate(self, bekend: Bekend) -> Bekend:
        """Return what is known by the numbers of this plan."""
        standen = {actie.nr: stand for nr, stand in bekend.standen.items() if (actie := self.op_nr.get(nr))}
        return Bekend(standen, [actie.nr for nr in bekend.niet_gedeeld if (actie := self.op_nr.get(nr))])

    def find(self, regel: Regel) -> Herkend:
        """Return the actie of a row. An own actie is only one of the plan when it says so in the plan's words."""
        if (heel := self._find_whole(regel)) is not None:
            return Herkend(heel)
        op_tekst = self.plan.actie_op_tekst.get(fold(regel.actie.tekst))
        op_nr = self.op_nr.get(parse_nr(regel.nr.tekst) or "")
        if op_nr is None and regel.nr.is_leeg and (getypt := self.op_nr.get(parse_nr(regel.actie.tekst) or "")):
            return Herkend(getypt)  # on a row of her own the column `Nr` is closed
        if op_nr is None:
            is_gewijzigd = op_tekst is not None and not (regel.is_eigen and regel.nr.is_leeg)
            waarden = {"waarde": regel.nr.tekst}
            return Herkend(op_tekst, Code.NR_UIT_TEKST if is_gewijzigd else None, regel.nr, waarden)
        if op_tekst is not None and op_tekst is not op_nr:
            return Herkend(op_tekst, Code.NR_BOTST, regel.nr, {"waarde": regel.nr.tekst, "ander": op_nr.tekst})
        is_anders = op_tekst is None and fold(regel.actie.tekst) not in ("", fold(op_nr.tekst))
        is_anders |= has_sign(regel.actie.tekst) and not has_sign(op_nr.tekst)
        # In a sheet of an older plan a text of ours may differ; without an answer beside it that is of no concern.
        if is_anders and (regel.is_ingevuld or not self._is_of_own_plan(regel.actie.tekst)):
            waarden = {"waarde": regel.actie.tekst, "tekst": op_nr.tekst}
            return Herkend(op_nr, Code.ACTIE_TEKST_ANDERS, regel.actie, waarden)
        return Herkend(op_nr)

    def _find_whole(self, regel: Regel) -> Actie | None:
        """Return the actie whose number and text stand together in one cell, as our own findings name it."""
        if regel.nr.is_leeg == regel.actie.is_leeg:
            return None
        tekst = regel.nr.tekst or regel.actie.tekst
        actie = self.op_alles.get(fold(tekst).removeprefix(f"{fold(Koppen.ACTIE)} "))
        return actie if actie is not None and has_sign(tekst) == has_sign(actie.tekst) else None

    def _is_of_own_plan(self, tekst: str) -> bool:
        """Whether the plan it was made for says this."""
        return self.eigen_plan is not None and not has_sign(tekst) and fold(tekst) in self.eigen_plan.regels[1]

    def is_heading(self, regel: Regel) -> bool:
        """Whether a row is the line of a hoofdlijn or thema of this plan."""
        nr, tekst = parse_nr(regel.nr.tekst) or "", fold(regel.actie.tekst)
        is_nr = nr in self.plan.regels[0] and nr not in self.plan.actie_op_nr
        return is_nr and (not tekst or tekst in self.plan.regels[1]) and not has_sign(regel.actie.tekst)

    def is_known_line(self, regel: Regel) -> bool:
        """Whether a row without an actie is a line of either plan: a heading, or an actie that is no longer asked."""
        nr, tekst = parse_nr(regel.nr.tekst), fold(regel.actie.tekst)
        if (regel.is_eigen and nr is None) or has_sign(regel.actie.tekst):
            return False
        plannen = [self.plan, self.eigen_plan] if self.eigen_plan else [self.plan]
        return any(tekst in plan.regels[1] if tekst else nr in plan.regels[0] for plan in plannen)
