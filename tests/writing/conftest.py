"""What the tests of the writers share: our workbooks as bytes, made from the shipped example."""

import pytest

from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.plan import Gemeente, Plan
from actieplan_xl.domain.status import Status
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.writing.invulblad import build_invulblad
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek
from writing.voorbeeld import INGEVULD, facts

VORIGE = {
    "1.1.1": Stand(Status.STRUCTUREEL, "Herhaling in 2018"),
    "1.1.2": Stand(Status.VOLTOOID, "2018"),
    "1.1.3": Stand(Status.GEPLAND, "2019 of later"),
    "1.1.4": Stand(Status.NIET_OPGEPAKT),
    "3.1.1": Stand(Status.STRUCTUREEL),
}
"""A previous state of each kind, and for the other acties none."""


@pytest.fixture(scope="session")
def voorbeeldplan() -> Plan:
    """The plan of 2019, as it ships."""
    plan: Plan = facts.make_plan()
    return plan


def gemeente(plan: Plan, naam: str) -> Gemeente:
    """Return the gemeente of that name."""
    return next(g for g in plan.gemeenten if g.naam == naam)


@pytest.fixture(scope="session")
def planwerkboek(voorbeeldplan: Plan) -> bytes:
    """The planwerkboek that ships, with what the document knew."""
    return build_planwerkboek(voorbeeldplan, facts.make_standen(voorbeeldplan))


@pytest.fixture(scope="session")
def invulblad_cuijk(voorbeeldplan: Plan) -> bytes:
    """An invulblad with previous states, of a gemeente in a gezamenlijke kolom."""
    return build_invulblad(voorbeeldplan, gemeente(voorbeeldplan, "Cuijk"), VORIGE)


@pytest.fixture(scope="session")
def invulblad_boekel(voorbeeldplan: Plan) -> bytes:
    """An invulblad without previous states, of a gemeente with a kolom of its own."""
    return build_invulblad(voorbeeldplan, gemeente(voorbeeldplan, "Boekel"))


@pytest.fixture(scope="session")
def samenvoeging(voorbeeldplan: Plan) -> Samenvoeging:
    """The example merged, from the files that ship."""
    return merge(voorbeeldplan, read_inzendingen([INGEVULD], Vraag(voorbeeldplan, facts.make_standen(voorbeeldplan))))


@pytest.fixture(scope="session")
def regiowerkboek(samenvoeging: Samenvoeging) -> bytes:
    """The regiowerkboek of the example."""
    return build_regiowerkboek(samenvoeging)
