"""The order of files never matters, and nothing that anyone answered is lost without a word (contract §3)."""

import io
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.correctie import Correctie
from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Invulling, Plek
from actieplan_xl.domain.inzending import Herkomst, Inzending
from actieplan_xl.domain.matrix import places
from actieplan_xl.domain.status import ANTWOORDEN, Reden, Status
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.rules.samenvoeging import merge
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek

NRS = ("1.1.1", "1.1.2", "1.2.1")
WIE = st.sampled_from([("Cuijk",), ("Grave",), ("Cuijk", "Grave"), ("Boekel",), ("Uden",)])


@st.composite
def inzendingen(draw: st.DrawFn) -> list[Inzending]:
    """Up to six files; moments, names and answers collide on purpose, contents never are the same."""
    return [draw(_inzending(f"sha-{nummer}")) for nummer in range(draw(st.integers(0, 6)))]


@st.composite
def _inzending(draw: st.DrawFn, sha: str) -> Inzending:
    namen = draw(WIE)
    bestand = draw(st.sampled_from(["a.xlsx", "b.xlsx", "A.xlsx"]))
    herkomst = Herkomst(
        bestand, sha, draw(st.sampled_from(["", "2019-05-01T10:00:00Z", "2019-05-02T10:00:00Z"])), namen
    )
    if draw(st.integers(0, 4)) == 0:
        bevinding = Bevinding(Code.BESTAND_LEEG, Plek(bestand), namen[0])
        return Inzending(herkomst, namen, is_onleesbaar=True, bevindingen=(bevinding,))
    gevuld = {nr: draw(_invulling(namen[0], nr, bestand)) for nr in NRS if draw(st.booleans())}
    acties = draw(st.lists(st.sampled_from("xy"), max_size=2))
    eigen = tuple(EigenActie(namen[0], actie, plek=Plek(bestand)) for actie in acties)
    moment = Communicatiemoment(namen[0], draw(st.sampled_from("xy")), "wat", plek=Plek(bestand))
    return Inzending(herkomst, namen, "CGM", antwoorden=gevuld, eigen_acties=eigen, communicatie=(moment,))


@st.composite
def _invulling(draw: st.DrawFn, gemeente: str, nr: str, bestand: str) -> Invulling:
    status = draw(st.sampled_from([*ANTWOORDEN, Status.NIET_BEPAALD]))
    reden = Reden.NIET_HERKEND if status is Status.NIET_BEPAALD else None
    getypt = draw(st.sampled_from(["", "bijna klar"])) if reden else ""
    plek = Plek(bestand, "Invulblad", f"C{NRS.index(nr) + 6}")
    return Invulling(gemeente, nr, status, draw(st.sampled_from(["", "2019"])), "", reden, getypt, plek)


@st.composite
def correcties(draw: st.DrawFn) -> list[Inzending]:
    """Up to three lists of the coördinator, with days before, of and after those of the files."""
    correctie = st.builds(
        Correctie,
        st.sampled_from(["Cuijk", "Boekel", "Uden"]),
        st.sampled_from(NRS),
        st.sampled_from(ANTWOORDEN),
        st.sampled_from(["", "2019"]),
        st.sampled_from(["Gebeld.", "Gemaild."]),
        st.just("rol"),
        st.sampled_from(["2019-04-30", "2019-05-01", "2019-05-02", "2019-05-03"]),
        st.builds(
            Plek, st.sampled_from(["lijst.xlsx", "a.xlsx"]), st.just("Correcties"), st.sampled_from(["C2", "C3"])
        ),
    )
    lijsten = draw(st.lists(st.lists(correctie, max_size=4), max_size=3))
    return [
        Inzending(Herkomst("lijst.xlsx", f"lijst-{n}", is_correctielijst=True), (), correcties=tuple(rijen))
        for n, rijen in enumerate(lijsten)
    ]


@settings(max_examples=100, deadline=None)
@given(inzendingen(), correcties())
def test_neither_a_correctie_nor_what_it_replaces_is_lost_without_a_word(plan, gegeven, lijsten):
    """What a gemeente said stands in the matrix or in a finding about her; so does what the coördinator wrote."""
    uit, zonder = merge(plan, [*gegeven, *lijsten]), merge(plan, gegeven)

    told = {(b.gemeente, b.nr, str(b)) for b in uit.bevindingen}
    for was, nu in zip(zonder.matrix.invullingen, uit.matrix.invullingen, strict=True):
        if was != nu:
            assert nu.is_antwoord
            assert nu.toelichting.startswith("Correctie door rol op ")
            over_haar = " ".join(zin for naam, nr, zin in told if (naam, nr) == (nu.gemeente, nu.nr))
            delen = (str(was.status) if was.is_antwoord else was.getypt, was.planning)
            assert all(deel in over_haar for deel in delen)
    zinnen = {(nr, zin) for _, nr, zin in told}
    for correctie in (c for lijst in lijsten for c in lijst.correcties):
        assert any(nr == correctie.nr and correctie.gemeente in zin and correctie.tekst in zin for nr, zin in zinnen)
    assert {u.correctie for u in uit.correcties} == {c for lijst in lijsten for c in lijst.correcties}


@settings(max_examples=100, deadline=None)
@given(inzendingen(), correcties(), st.randoms(use_true_random=False))
def test_the_order_of_files_never_matters_beside_correcties_either(plan, gegeven, lijsten, toeval):
    """Nor that of the lists."""
    alles = [*gegeven, *lijsten]

    assert merge(plan, toeval.sample(alles, len(alles))) == merge(plan, alles)


@settings(max_examples=60, deadline=None)
@given(inzendingen(), st.randoms(use_true_random=False))
def test_the_order_of_files_never_matters(plan, gegeven, toeval):
    geschud = toeval.sample(gegeven, len(gegeven))

    assert merge(plan, geschud) == merge(plan, gegeven)


@settings(max_examples=60, deadline=None)
@given(inzendingen())
def test_every_place_has_one_answer_that_somebody_gave_or_none(plan, gegeven):
    matrix = merge(plan, gegeven).matrix

    assert [(i.gemeente, i.nr) for i in matrix.invullingen] == [(g.naam, a.nr) for g, a in places(plan)]
    for invulling in matrix.invullingen:
        bronnen = [i for i in gegeven if invulling.gemeente in i.gemeenten and not i.is_onleesbaar]
        gezegd = {b.antwoorden[invulling.nr].inhoud for b in bronnen if invulling.nr in b.antwoorden}
        assert invulling.inhoud in gezegd or invulling.reden in (Reden.GEEN_BESTAND, Reden.ONLEESBAAR, Reden.LEEG)
        assert (invulling.reden is Reden.GEEN_BESTAND) == (not any(invulling.gemeente in i.gemeenten for i in gegeven))


@settings(max_examples=60, deadline=None)
@given(inzendingen())
def test_an_answer_that_does_not_count_is_always_told(plan, gegeven):
    uit = merge(plan, gegeven)

    told = {(b.gemeente, b.nr, b.plek.bestand) for b in uit.bevindingen}
    for inzending in gegeven:
        for naam in inzending.gemeenten:
            for nr, gezegd in inzending.antwoorden.items():
                telt = uit.matrix.invulling(naam, nr)
                assert gezegd.inhoud == telt.inhoud or (naam, nr, inzending.herkomst.bestand) in told


@settings(max_examples=60, deadline=None)
@given(inzendingen())
def test_each_file_is_accounted_for(plan, gegeven):
    uit = merge(plan, gegeven)

    assert sorted(h.sha256 for h in uit.herkomst) == sorted(i.herkomst.sha256 for i in gegeven)
    assert all(h.is_gebruikt or h.reden or h.sha256 in _unreadable(gegeven) for h in uit.herkomst)
    assert {e.actie for i in gegeven for e in i.eigen_acties} == {e.actie for e in uit.matrix.eigen_acties}


def _unreadable(gegeven: list[Inzending]) -> set[str]:
    """Files whose reader gives the reason; those of this test come without one."""
    return {i.herkomst.sha256 for i in gegeven if i.is_onleesbaar}


@settings(max_examples=8, deadline=None)
@given(toeval=st.randoms(use_true_random=False))
def test_the_same_files_in_another_order_give_the_same_bytes(plan, toeval):
    stromen = []
    for dag, gemeente in enumerate((*plan.gemeenten, plan.gemeenten[0]), 1):
        gevuld = Vulling({"1.1.1": Antwoord("voltooid", str(dag))})
        stroom = io.BytesIO(build_invulblad(plan, gemeente, vulling=gevuld, opgeslagen=datetime(2019, 5, dag)))
        stroom.name = f"{gemeente.naam} {dag}.xlsx"
        stromen.append(stroom)

    uit = []
    for volgorde in (stromen, toeval.sample(stromen, len(stromen))):
        for stroom in volgorde:
            stroom.seek(0)
        uit.append(build_regiowerkboek(merge(plan, read_inzendingen(volgorde, Vraag(plan)))))

    assert uit[0] == uit[1]
