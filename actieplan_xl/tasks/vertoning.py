"""The task of showing: the matrix of any of our workbooks, as plain data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.matrixcel import NIET_VAN_TOEPASSING, Matrixcel, format_vorige
from actieplan_xl.domain.plan import Kolom, Plan
from actieplan_xl.reading.inzending import Vraag, read_boek
from actieplan_xl.reading.planwerkboek import Planwerkboek, from_werkboek, is_planwerkboek
from actieplan_xl.reading.regiowerkboek import from_regio, is_regiowerkboek
from actieplan_xl.reading.verborgen import read_verborgen
from actieplan_xl.reading.werkboek.bestand import Bron, open_bestand
from actieplan_xl.reading.werkboek.beveiliging import Sleutelbos, Wachtwoord
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.rules.samenvoeging import merge


@dataclass(frozen=True)
class Vertoning:
    """A matrix to look at: its plan and the cells by (nr, kolom). A plan nobody answered yet has empty cells."""

    plan: Plan
    kolommen: tuple[Kolom, ...]
    cellen: Mapping[tuple[str, str], Matrixcel]
    bevindingen: tuple[Bevinding, ...] = ()


def show(werkboek: Bron, wachtwoorden: Iterable[Wachtwoord] = ()) -> Vertoning:
    """Return the matrix of a regiowerkboek, what a planwerkboek knows, or the answers of one invulblad."""
    bestand = open_bestand(werkboek)
    sleutels = Sleutelbos.make(wachtwoorden)
    boek = open_werkboek(bestand, sleutels)
    if is_regiowerkboek(boek):
        regio = from_regio(boek, from_werkboek(boek))
        return Vertoning(regio.matrix.plan, regio.matrix.plan.kolommen, regio.matrix.cellen, regio.bevindingen)
    if is_planwerkboek(boek):
        return _show_plan(from_werkboek(boek))
    plan = read_verborgen(boek).plan
    inzending = read_boek(boek, Vraag(plan))[0] if plan else None
    if plan is None or inzending is None or not inzending.gemeenten:
        raise bestand.weiger(Code.NIETS_TE_TONEN)
    matrix = merge(plan, [inzending]).matrix
    kolom = plan.kolom_op_naam[inzending.kolom]
    eigen = Kolom(kolom.naam, tuple(g for g in kolom.gemeenten if g.naam in inzending.gemeenten))
    return Vertoning(
        plan, (eigen,), {(a.nr, eigen.naam): matrix.cel(a, eigen) for a in plan.acties}, inzending.bevindingen
    )


def _show_plan(werkboek: Planwerkboek) -> Vertoning:
    plan = werkboek.plan
    cellen: dict[tuple[str, str], Matrixcel] = {}
    for kolom in plan.kolommen:
        for actie in plan.acties:
            bekend = {g.naam: werkboek.standen.get(g.naam, {}).get(actie.nr) for g in kolom.gemeenten}
            is_gevraagd = actie.is_voor(kolom.naam)
            cellen[actie.nr, kolom.naam] = _known_cell(bekend) if is_gevraagd else NIET_VAN_TOEPASSING
    return Vertoning(plan, plan.kolommen, cellen, werkboek.bevindingen)


def _known_cell(bekend: Mapping[str, Stand | None]) -> Matrixcel:
    """What is not the same for all gemeenten of a kolom has no colour: no single state is known then."""
    eerste, *overige = bekend.values()
    if any(stand != eerste for stand in overige):
        regels = [
            f"{naam}: {format_vorige(stand) if stand else '-'}".replace("\n", ", ") for naam, stand in bekend.items()
        ]
        return Matrixcel(None, "\n".join(regels), is_eens=False)
    if eerste is None:
        return Matrixcel(None, "")
    return Matrixcel(eerste.status if eerste.is_over_te_nemen else None, format_vorige(eerste))
