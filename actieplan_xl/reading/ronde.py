"""A round without a plan beside it: the plan is the one that the invulbladen agree on."""

from collections.abc import Callable
from dataclasses import dataclass, field

from actieplan_xl.domain.bevinding import Bevinding
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.plan import Plan
from actieplan_xl.reading.invoer import offered
from actieplan_xl.reading.inzending import Voortgang, Vraag, open_aanbod, read_geopend, read_inzendingen
from actieplan_xl.reading.werkboek.bestand import Bron
from actieplan_xl.reading.werkboek.beveiliging import Sleutelbos


@dataclass
class Ronde:
    """A round read without a plan beside it: the question the files agree on, and what they say to it.

    Without any plan in the files `vraag` is None, and `zonder_plan` says of each file why it carries none.
    """

    vraag: Vraag | None = None
    inzendingen: list[Inzending] = field(default_factory=list)
    zonder_plan: list[Bevinding] = field(default_factory=list)


def read_ronde(
    invoer: list[Bron],
    make_vraag: Callable[[Plan], Vraag],
    voortgang: Voortgang | None = None,
    sleutels: Sleutelbos | None = None,
) -> Ronde:
    """Read all that is offered against the plan that most invulbladen carry.

    Of plans that are carried equally often the newest counts, then the largest, then always the same one. Files are
    read once, against the first plan that is met; only when that turns out not to be the plan of the round, or a
    file without a plan came before it, they are read again.
    """
    ronde = Ronde()
    gevonden: dict[str, tuple[Plan, int]] = {}
    lijsten: dict[str, Bevinding] = {}
    for aanbod in offered(invoer):
        geopend = open_aanbod(aanbod, sleutels)
        if geopend.verborgen.plan is not None:
            _, aantal = gevonden.get(geopend.verborgen.plan_id, (geopend.verborgen.plan, 0))
            gevonden[geopend.verborgen.plan_id] = (geopend.verborgen.plan, aantal + 1)
            ronde.vraag = ronde.vraag or make_vraag(geopend.verborgen.plan)
        elif geopend.is_correctielijst:  # read once the plan is known
            lijsten[aanbod.open().sha256] = geopend.why_no_plan()
        else:
            ronde.zonder_plan.append(geopend.why_no_plan())
        if ronde.vraag is not None and not geopend.is_correctielijst:
            ronde.inzendingen.extend(read_geopend(geopend, ronde.vraag))
        if voortgang:
            voortgang(aanbod.naam)
    if ronde.vraag is None:
        ronde.zonder_plan.extend(lijsten.values())
        return ronde
    eerste = next(iter(gevonden))
    beste = max(gevonden, key=lambda id_: (gevonden[id_][1], *_newest_and_largest(gevonden[id_][0]), id_))
    if beste != eerste or ronde.zonder_plan:
        ronde.vraag = make_vraag(gevonden[beste][0])
        ronde.inzendingen = read_inzendingen(invoer, ronde.vraag, sleutels=sleutels)
        return ronde
    for aanbod in offered(invoer) if lijsten else ():
        if aanbod.bestand is not None and aanbod.bestand.sha256 in lijsten:
            ronde.inzendingen.extend(read_geopend(open_aanbod(aanbod, sleutels), ronde.vraag))
    return ronde


def _newest_and_largest(plan: Plan) -> tuple[str, int]:
    return plan.gegevens.jaar, len(plan.acties)
