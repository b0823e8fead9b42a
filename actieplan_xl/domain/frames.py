"""The matrix as pandas tables. The only module that knows pandas; it is imported when a table is asked for."""

from typing import TYPE_CHECKING

import pandas as pd

from actieplan_xl.domain.invulling import Invulling
from actieplan_xl.domain.matrixcel import NIET_VAN_TOEPASSING, Matrixcel, combine
from actieplan_xl.domain.words import GEGEVENS_KOLOMMEN

if TYPE_CHECKING:
    from actieplan_xl.domain.matrix import Matrix, Per, Toon


def matrix_frame(matrix: "Matrix", per: "Per", toon: "Toon") -> pd.DataFrame:
    """See `Matrix.to_frame`."""
    plan = matrix.plan
    kolommen = {kolom.naam: list(kolom.gemeenten) for kolom in plan.kolommen}
    koppen = kolommen if per == "kolom" else {gemeente.naam: [gemeente] for gemeente in plan.gemeenten}
    tabel = {}
    for kop, gemeenten in koppen.items():
        gevonden = [[matrix.invulling(gemeente.naam, actie.nr) for gemeente in gemeenten] for actie in plan.acties]
        tabel[kop] = [_show([i for i in invullingen if i is not None], toon) for invullingen in gevonden]
    index = pd.Index([actie.nr for actie in plan.acties], name="nr")
    return pd.DataFrame(tabel, index=index, columns=list(koppen), dtype=object)


def long_frame(matrix: "Matrix") -> pd.DataFrame:
    """See `Matrix.to_long_frame`."""
    return pd.DataFrame(list(matrix.rows()), columns=list(GEGEVENS_KOLOMMEN), dtype=object)


def _show(invullingen: list[Invulling], toon: "Toon") -> str | None:
    cel: Matrixcel = combine(invullingen) if invullingen else NIET_VAN_TOEPASSING
    if toon == "tekst":
        return cel.tekst
    if cel.status is None:
        return None
    if toon == "status":
        return str(cel.status)
    if toon == "kleur":
        return str(cel.kleur)
    return invullingen[0].planning if cel.is_eens else None
