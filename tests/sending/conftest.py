"""A small matrix, and the regiowerkboek of the example with something put into its parts."""

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest
from writing.voorbeeld import MAP

from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Invulling, Plek
from actieplan_xl.domain.matrix import Matrix, places
from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Kolom, Plan, Plangegevens, Thema
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.reading.werkboek.bestand import Bestand

Maak = Callable[..., Matrix]
Knutsel = Callable[..., Bestand]


@pytest.fixture
def maak() -> Maak:
    """Make a matrix of two gemeenten and two acties, with this planning, these moments and these own acties."""

    def make(
        planning: str = "najaar 2019",
        momenten: tuple[Communicatiemoment, ...] = (),
        eigen: tuple[EigenActie, ...] = (),
        peildatum: str = "2019-06-01",
    ) -> Matrix:
        acties = (Actie("1.1.1", "Training", ("1",), "RIEC"), Actie("1.1.2", "Toneelstuk", (), "", ("Boekel",)))
        lijnen = (Hoofdlijn("1", "Weerbaarheid", (Thema("1.1", "Awareness", acties),)),)
        kolommen = tuple(Kolom(naam, (Gemeente(naam, naam, "GM1", f"{naam}@x.nl"),)) for naam in ("Boekel", "Uden"))
        gegevens = Plangegevens("Actieplan 2019", "Maas", "2019", peildatum)
        plan = Plan(gegevens, kolommen, lijnen, {"1.1": "Lopende tekst"}, {"1": "Met de regio"})
        plek = Plek("Boekel.xlsx", "Invulblad", "D11")
        antwoorden = {
            (gemeente.naam, actie.nr): Invulling(gemeente.naam, actie.nr, Status.GEPLAND, planning, plek=plek)
            if gemeente.naam == "Boekel"
            else Invulling(gemeente.naam, actie.nr, Status.NIET_BEPAALD, reden=Reden.GEEN_BESTAND)
            for gemeente, actie in places(plan)
        }
        return Matrix.build(plan, antwoorden, eigen_acties=eigen, communicatie=momenten)

    return make


@pytest.fixture
def knutsel() -> Knutsel:
    """Put text before the end of parts of the example's regiowerkboek, by part: (what stands there, what comes before
    it); a part that is not there is added as it is."""

    def change(delen: Mapping[str, tuple[str, str]]) -> Bestand:
        (pad,) = MAP.glob("Regiowerkboek*.xlsx")
        uit = io.BytesIO()
        with zipfile.ZipFile(pad) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
            for naam in {*bron.namelist(), *delen}:
                inhoud = bron.read(naam).decode() if naam in bron.namelist() else ""
                anker, erbij = delen.get(naam, ("", ""))
                assert anker in inhoud
                doel.writestr(naam, inhoud.replace(anker, f"{erbij}{anker}", 1) if anker else inhoud + erbij)
        return Bestand("regio.xlsx", uit.getvalue())

    return change
