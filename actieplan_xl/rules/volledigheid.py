"""What is missing: per gemeente a file, per actie an answer (contract §2 and §3)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Invulling, Stand
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Gemeente, Plan
from actieplan_xl.domain.status import Reden
from actieplan_xl.domain.words import enkelvoud_of_meervoud, opsomming


@dataclass(frozen=True, slots=True)
class Telling:
    """How far a gemeente is: `beantwoord` of `gevraagd`, and the numbers of the acties that are open."""

    gemeente: str
    kolom: str
    gevraagd: int
    beantwoord: int
    open: tuple[str, ...]
    reden: Reden | None

    @property
    def is_gevraagd(self) -> bool:
        """Whether any actie is for this gemeente; if not, she is neither complete nor incomplete."""
        return self.gevraagd > 0

    @property
    def is_volledig(self) -> bool:
        """Whether something was asked, and every actie has an answer."""
        return self.is_gevraagd and self.beantwoord == self.gevraagd


def count_answers(matrix: Matrix) -> tuple[Telling, ...]:
    """Return how far each gemeente is, in the order of the plan.

    `reden` is `geen bestand` or `onleesbaar` when that is why all that is open is open, `uitstel` when that is why
    anything is, else None.
    """
    per_gemeente: dict[str, list[Invulling]] = {gemeente.naam: [] for gemeente in matrix.plan.gemeenten}
    for invulling in matrix.invullingen:
        per_gemeente[invulling.gemeente].append(invulling)
    return tuple(_count(g, per_gemeente[g.naam]) for g in matrix.plan.gemeenten)


def _count(gemeente: Gemeente, eigen: list[Invulling]) -> Telling:
    open_ = tuple(i.nr for i in eigen if not i.is_antwoord)
    redenen = {i.reden for i in eigen if not i.is_antwoord}  # the coördinator may have answered for her
    zonder = next((r for r in (Reden.GEEN_BESTAND, Reden.ONLEESBAAR) if redenen == {r}), None)
    if redenen - {None} == {Reden.UITSTEL}:
        zonder = Reden.UITSTEL
    return Telling(gemeente.naam, gemeente.kolom, len(eigen), len(eigen) - len(open_), open_, zonder)


def tell_missing(matrix: Matrix) -> list[Bevinding]:
    """Tell each empty answer at its cell, and each gemeente without a file, or with uitstel, once.

    Unreadable files and unknown words are told where they were read.
    """
    gevonden: list[Bevinding] = []
    for telling in count_answers(matrix):
        if telling.reden is Reden.GEEN_BESTAND:
            aantal = enkelvoud_of_meervoud(len(telling.open), "actie is", "acties zijn")
            waarden = {"naam": telling.gemeente, "aantal": aantal}
            gevonden.append(Bevinding(Code.GEEN_BESTAND, gemeente=telling.gemeente, waarden=waarden))
    gevonden += _tell_uitstel(matrix)
    for invulling in matrix.oranje:
        is_open = invulling.reden is Reden.LEEG
        # What stands beside an answer that may come later, and a row that is gone, are told all the same.
        is_half = invulling.reden is Reden.UITSTEL and bool(invulling.toelichting or _has_no_row(invulling))
        if is_open or is_half:
            waarden = {
                "nr": invulling.nr,
                "actie": matrix.plan.actie_op_nr[invulling.nr].tekst,
                "waarde": invulling.toelichting,
            }
            code = Code.ALLEEN_TOELICHTING if invulling.toelichting else Code.GEEN_ANTWOORD
            code = Code.RIJ_WEG if _has_no_row(invulling) else code
            gevonden.append(Bevinding(code, invulling.plek, invulling.gemeente, invulling.nr, waarden))
    return gevonden


def _has_no_row(invulling: Invulling) -> bool:
    return bool(invulling.plek.bestand) and not invulling.plek.cel


def find_uitstel(matrix: Matrix) -> dict[Gemeente, int]:
    """Return who has uitstel for what is still open, with how many answers that are."""
    aantallen = Counter(i.gemeente for i in matrix.oranje if i.reden is Reden.UITSTEL)
    return {gemeente: aantallen[gemeente.naam] for gemeente in matrix.plan.gemeenten if aantallen[gemeente.naam]}


def _tell_uitstel(matrix: Matrix) -> list[Bevinding]:
    gevonden = []
    for gemeente, open_ in find_uitstel(matrix).items():
        aantal = enkelvoud_of_meervoud(open_, "actie is", "acties zijn")
        waarden = {"naam": gemeente.naam, "uitstel": gemeente.uitstel, "aantal": aantal}
        gevonden.append(Bevinding(Code.UITSTEL, gemeente=gemeente.naam, waarden=waarden))
    return gevonden


def tell_without_previous(plan: Plan, standen: Mapping[str, Mapping[str, Stand]]) -> list[Bevinding]:
    """Tell of each gemeente for which acties nothing is known before a round, where of others something is.

    What was not answered in the last round stands in that regiowerkboek without a status, beside what was known before
    as far as it was merged beside an earlier one.
    """
    if not any(standen.values()):
        return []
    bekend = {nr for van_een in standen.values() for nr in van_een}
    gevonden: list[Bevinding] = []
    for gemeente in plan.gemeenten:
        naam, eigen = gemeente.naam, standen.get(gemeente.naam, {})
        zonder = [actie.nr for actie in plan.acties_van(gemeente.kolom) if actie.nr in bekend and actie.nr not in eigen]
        if zonder:
            code = Code.PLAN_DEELS_ZONDER_VORIGE_STAND if eigen else Code.PLAN_ZONDER_VORIGE_STAND
            gevonden.append(Bevinding(code, gemeente=naam, waarden={"naam": naam, "nummers": opsomming(zonder)}))
    return gevonden
