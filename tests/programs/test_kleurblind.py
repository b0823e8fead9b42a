"""Printed pages as the colour-blind see them and as a grey printer prints them: the statuses stay apart.

Everything is measured in the pixels that LibreOffice and poppler made of our workbook, each turned into what that eye
sees.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

import pytest
from kleurleer import ZICHT, contrast, see
from writing.voorbeeld import INGEVULD, facts

from actieplan_xl.domain import palet
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.palet import Grafiekverf, Verf
from actieplan_xl.domain.status import Kleur, Status
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek
from programs.drukwerk import Drukwerk, Pagina, Woord
from programs.kantoor import Kantoor, Werk

VERWARRING = 1.25
"""Two tones that differ less in lightness than this may look the same to someone."""
LEESBAAR = 4.5
"""WCAG 2.1 AA for text."""
EVEN_DONKER = Grafiekverf("6B6B00", "FFFFFF", "6B6B00")
EFFEN = palet.GRAFIEKVERF[Kleur.ROOD]._replace(patroon="", streep="")
TE_LICHT = Verf("C6E0B4", "9CBF8A", "4E8F2E")
"""In a bar a groen as dark as the blauw beside it and a rood without stripes; in a cell a word that fades away."""


class Druk(NamedTuple):
    """A workbook in print, with the tones it was painted in."""

    matrix: Matrix
    drukwerk: Drukwerk
    grafiekverf: Mapping[Kleur, Grafiekverf]

    @property
    def grafieken(self) -> Pagina:
        return self.drukwerk.paginas[0]

    @property
    def actieplan(self) -> Pagina:
        return next(pagina for pagina in self.drukwerk.paginas if pagina.find("Wat?"))


class Cel(NamedTuple):
    """A cell of the printed matrix: its status, its first word, the fill beside it and the colours within."""

    status: Status
    woord: Woord
    vlak: str
    pixels: set[str]


@pytest.fixture(scope="module")
def gedrukt(kantoor: Kantoor, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Druk]:
    """The example in print: as it is, and painted in two tones that are wrong."""
    map_ = tmp_path_factory.mktemp("kleurblind")
    plan = facts.make_plan()
    samenvoeging = merge(plan, read_inzendingen([INGEVULD], Vraag(plan)))
    # Of the rood without stripes it is not told: that must be seen on paper.
    verven = {"goed": dict(palet.GRAFIEKVERF), "fout": palet.GRAFIEKVERF | {Kleur.GROEN: EVEN_DONKER}}
    (map_ / "goed.xlsx").write_bytes(build_regiowerkboek(samenvoeging))
    (map_ / "fout.xlsx").write_bytes(build_wrong(samenvoeging))
    kantoor.do(Werk(map_ / f"{naam}.xlsx", pdf=map_ / f"{naam}.pdf") for naam in verven)
    return {naam: Druk(samenvoeging.matrix, Drukwerk(map_ / f"{naam}.pdf"), verf) for naam, verf in verven.items()}


def build_wrong(samenvoeging: Samenvoeging) -> bytes:
    """Return the regiowerkboek in tones in which nobody can tell groen."""
    with pytest.MonkeyPatch.context() as anders:
        anders.setitem(palet.GRAFIEKVERF, Kleur.GROEN, EVEN_DONKER)
        anders.setitem(palet.GRAFIEKVERF, Kleur.ROOD, EFFEN)
        anders.setitem(palet.STATUSVERF, Kleur.GROEN, TE_LICHT)
        return build_regiowerkboek(samenvoeging)


def cells(druk: Druk) -> Iterator[Cel]:
    """Yield every cell of the printed matrix that says something."""
    pagina = druk.actieplan
    (anker,) = pagina.find("Wat?")
    for (nr, kolom), cel in druk.matrix.cellen.items():
        if not cel.tekst or cel.status is None:
            continue
        (kop,) = (w for w in pagina.find(kolom.split()[0]) if abs(w.midden - anker.midden) < 3)
        (rij,) = (w for w in pagina.find(nr) if w.x1 < anker.x1)
        onder = [w for w in pagina.find(cel.tekst.split()[0]) if abs(w.x1 - kop.x1) < 6 and w.y1 > anker.y2]
        woord = min(onder, key=lambda w: abs(w.midden - rij.midden))
        yield Cel(cel.status, woord, pagina.pixel(woord.x1 - 2, woord.midden), pagina.pixels_of(woord))


def unreadable(druk: Druk, oog: str) -> set[Status]:
    """Return the statuses of which a word cannot be read on its fill."""
    return {
        cel.status
        for cel in cells(druk)
        if max(contrast(see(cel.vlak, oog), see(pixel, oog)) for pixel in cel.pixels) < LEESBAAR
    }


def shown(druk: Druk) -> set[Kleur]:
    """Return the statuses that have bars in the charts, by their tones on paper."""
    return {kleur for kleur, verf in druk.grafiekverf.items() if druk.grafieken.colours[verf.vlak] > 1_000}


def confused(druk: Druk, oog: str) -> set[tuple[Kleur, Kleur]]:
    """Return which two statuses have bars that look the same: as light as each other, and neither with stripes."""
    gezien = {kleur: see(druk.grafiekverf[kleur].vlak, oog) for kleur in shown(druk)}
    return {
        (een, ander)
        for een, ander in combinations(sorted(gezien), 2)
        if contrast(gezien[een], gezien[ander]) < VERWARRING
        and not any(has_stripes(druk, kleur, oog) for kleur in (een, ander))
    }


def has_stripes(druk: Druk, kleur: Kleur, oog: str) -> bool:
    """Whether the bars of a status are striped on paper, and this eye sees that.

    At the size of a page a stripe is a line of pixels between the tone and what it is striped with.
    """
    verf = druk.grafiekverf[kleur]
    if not verf.patroon:
        return False
    # The edge of a letter has such colours too, but few pixels of each.
    strepen = [pixel for pixel, aantal in druk.grafieken.colours.items() if aantal > 200]
    return any(
        is_between(pixel, verf.streep, verf.vlak) and contrast(see(verf.vlak, oog), see(pixel, oog)) >= VERWARRING
        for pixel in set(strepen) - palet.EIGEN_KLEUREN
    )


def is_between(rgb: str, donker: str, licht: str) -> bool:
    return all(donker[deel] <= rgb[deel] <= licht[deel] for deel in (slice(0, 2), slice(2, 4), slice(4, 6)))


def test_every_status_is_printed_in_the_matrix_and_in_a_chart(gedrukt: dict[str, Druk]) -> None:
    """Else there would be nothing to measure."""
    druk = gedrukt["goed"]

    assert {cel.status for cel in cells(druk)} == set(Status)
    assert shown(druk) == set(Kleur)


@pytest.mark.parametrize("oog", ZICHT)
def test_the_bars_of_the_statuses_stay_apart_in_print(gedrukt: dict[str, Druk], oog: str) -> None:
    """By how light their pixels are, or by the stripes in one of them."""
    assert confused(gedrukt["goed"], oog) == set()


@pytest.mark.parametrize("oog", ZICHT)
def test_the_word_in_every_cell_can_be_read_in_print(gedrukt: dict[str, Druk], oog: str) -> None:
    """Its ink keeps 4.5 to 1 against the fill around it."""
    assert unreadable(gedrukt["goed"], oog) == set()


@pytest.mark.parametrize("oog", ZICHT)
def test_where_two_fills_look_alike_their_words_tell_them_apart(gedrukt: dict[str, Druk], oog: str) -> None:
    """Each cell begins with the word of its own status; `gepland` alone has none, and says no other's."""
    gedrukte = list(cells(gedrukt["goed"]))
    vlakken = {cel.status: see(cel.vlak, oog) for cel in gedrukte}
    alike = {
        status
        for paar in combinations(vlakken, 2)
        if contrast(vlakken[paar[0]], vlakken[paar[1]]) < VERWARRING
        for status in paar
    }
    eerste = {status: str(status).split()[0] for status in Status}

    assert alike, "anders waren de woorden niet nodig"
    for cel in gedrukte:
        if cel.status in alike and cel.status is not Status.GEPLAND:
            assert cel.woord.tekst == eerste[cel.status]
        if cel.status is Status.GEPLAND:
            assert cel.woord.tekst not in eerste.values()


@pytest.mark.parametrize("oog", ["grijs", "deuteranopie"])
def test_in_a_wrong_tone_the_proofs_above_fail(gedrukt: dict[str, Druk], oog: str) -> None:
    """A groen as dark as its neighbour, a rood without stripes, and words in a light ink."""
    assert confused(gedrukt["fout"], oog) == {(Kleur.BLAUW, Kleur.GROEN), (Kleur.GEEN, Kleur.ROOD)}
    assert unreadable(gedrukt["fout"], oog) == {Status.VOLTOOID}
