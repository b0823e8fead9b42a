"""Nothing that anyone typed is ever lost without a word, wherever it was typed and whatever was done to the sheet."""

import io
from dataclasses import replace

from handen.verstuurd import as_sent, beside
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from soorten.proef import Verloop
from tekenen import Cel

from actieplan_xl import tasks
from actieplan_xl.domain.bevinding import Code, Ernst
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import ANTWOORDEN, Status
from actieplan_xl.domain.words import Koppen
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.rules.samenvoeging import merge
from actieplan_xl.rules.volledigheid import count_answers
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek

from .handgrepen import GREPEN, STORING, ZONDER_SCHADE, Greep, Handen, Typing

WIE = st.sampled_from(["Boekel", "Cuijk"])
STANDEN = {"1.1.1": Stand(Status.STRUCTUREEL, "elk jaar"), "1.1.2": Stand(Status.GEPLAND, "2018")}
MET_STANDEN = st.sampled_from([STANDEN, {}])
VERBORGEN = "_actieplan"


def typed(vorm: str, blad: int, rij: int, kolom: int) -> list[Greep]:
    return [Typing(blad, (rij, kolom), None, vorm, "tekst")]


def sent(plan: Plan, wie: str, standen: dict[str, Stand], grepen: list[Greep], zonder: str = "") -> Handen:
    """Return an invulblad that went through many hands; `zonder` is a sheet that was thrown away first."""
    handen = Handen.take(as_sent(plan, wie, standen))
    handen.bladen = [blad for blad in handen.bladen if blad.naam != zonder]
    for greep in grepen:
        greep.do(handen)
    return handen


def outcome(plan: Plan, handen: Handen, wie: str) -> Verloop:
    stroom = io.BytesIO(handen.draw().bytes())
    stroom.name = f"{wie}.xlsx"
    samen = merge(plan, read_inzendingen([stroom], Vraag(plan)))
    return Verloop(tasks.Uitkomst(samen, count_answers(samen.matrix)), ())


def lost(handen: Handen, verloop: Verloop, alles: str) -> list[str]:
    """Return what is found nowhere. A file that is refused is told as a whole: nobody takes it for an answer."""
    bevindingen = verloop.uitkomst.bevindingen
    if any(b.code in (Code.GEEN_INVULBLAD, Code.KOPREGEL_WEG) for b in bevindingen):
        assert not any(i.is_antwoord for i in verloop.uitkomst.matrix.invullingen)
        assert any(b.ernst is Ernst.FOUT for b in bevindingen)
        return []
    return [f"{token} op {blad}" for token, blad in handen.tokens() if token not in alles]


def all_cells(inhoud: bytes) -> str:
    boek = open_werkboek(Bestand("regio.xlsx", inhoud))
    return "\n".join(tekst for sheet in boek.sheets for _, tekst in sheet.texts())


@settings(max_examples=150, deadline=None)
@given(WIE, MET_STANDEN, GREPEN)
@example("Boekel", {}, typed("{}", 0, 7, 9))  # right of the headings, with nothing below
@example("Boekel", {}, typed("{}", 1, 4, 9))  # the same on Communicatie
@example("Boekel", {}, typed("Alleen {}", 0, 2, 3))
@example("Boekel", {}, typed("→ {}", 0, 10, 6))  # under Controle
@example("Boekel", {}, typed("{}", 0, 8, 1))  # over the number of a hoofdlijn
@example("Cuijk", {}, typed("✓ Alles is ingevuld. {}", 0, 4, 3))
def test_what_is_typed_anywhere_on_an_invulblad_is_found_in_the_outcome(plan, wie, standen, grepen):
    handen = sent(plan, wie, standen, grepen)
    verloop = outcome(plan, handen, wie)

    assert lost(handen, verloop, verloop.all_texts()) == []


@settings(max_examples=80, deadline=None)
@given(WIE, GREPEN)
@example("Boekel", typed("{} groeten van Boekel", 0, 2, 3))
@example("Boekel", typed("Zo kleurt een antwoord {}", 0, 2, 3))
@example("Boekel", typed("{}", 0, 11, 2))  # over the text of an actie
@example("Boekel", typed("Eigen acties {}", 0, 17, 2))  # over the heading of the eigen acties
@example("Boekel", typed("{}", 1, 2, 3))  # above the calendar
@example("Boekel", typed("{}", 2, 20, 3))  # on the Leeswijzer
def test_the_same_goes_for_an_invulblad_that_lost_its_hidden_sheet(plan, wie, grepen):
    # What stands under `Vorige stand` cannot be told from our own then.
    grepen = [greep for greep in grepen if not (isinstance(greep, Typing) and greep.vorm == Koppen.VORIGE_STAND)]
    handen = sent(plan, wie, {}, grepen, zonder=VERBORGEN)
    verloop = outcome(plan, handen, wie)

    assert lost(handen, verloop, verloop.all_texts()) == []


def other_plans(plan: Plan) -> list[Plan]:
    """Return plans that ask nearly the same: another name, other words, a thema less, an actie for others only."""
    eerste, *rest = plan.hoofdlijnen
    training, *themas = eerste.themas
    anders = tuple(replace(actie, tekst=f"{actie.tekst} (nieuw)", geldt_voor=("Uden",)) for actie in training.acties)
    return [
        replace(plan, gegevens=replace(plan.gegevens, naam="Actieplan 2020", jaar="2020")),
        replace(plan, hoofdlijnen=(replace(eerste, themas=(replace(training, acties=anders), *themas)), *rest)),
        replace(plan, hoofdlijnen=(replace(eerste, themas=(training,)), *rest)),
    ]


@settings(max_examples=80, deadline=None)
@given(WIE, MET_STANDEN, GREPEN, st.integers(0, 2))
def test_the_same_goes_for_an_invulblad_of_another_plan(plan, wie, standen, grepen, welk):
    handen = sent(plan, wie, standen, grepen)
    verloop = outcome(other_plans(plan)[welk], handen, wie)

    assert lost(handen, verloop, verloop.all_texts()) == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 12), st.integers(1, 6)), min_size=1, max_size=4, unique=True))
@example([(1, 3)])
@example([(9, 1), (9, 2)])
def test_the_same_goes_for_what_is_typed_in_free_cells_of_the_hidden_sheet(plan, plaatsen):
    handen = sent(plan, "Boekel", {}, [])
    verborgen = next(blad for blad in handen.bladen if blad.naam == VERBORGEN)
    for plaats in plaatsen:
        if plaats not in verborgen.cellen:
            handen.type(verborgen, plaats, "{}", "tekst")
    verloop = outcome(plan, handen, "Boekel")

    assert lost(handen, verloop, verloop.all_texts()) == []


@settings(max_examples=25, deadline=None)
@given(WIE, MET_STANDEN, GREPEN)
@example("Boekel", {}, typed("{}", 0, 7, 9))
def test_what_is_typed_is_found_in_the_regiowerkboek_as_well(plan, wie, standen, grepen):
    handen = sent(plan, wie, standen, grepen)
    verloop = outcome(plan, handen, wie)

    assert lost(handen, verloop, all_cells(build_regiowerkboek(verloop.uitkomst.samenvoeging))) == []


ONZE_WOORDEN = (
    "voltooid",
    "gepland",
    "structureel",
    "wordt niet opgepakt",
    "ongewijzigd",
    "1.1.1",
    "2.1.1",
    "1",
    *STORING,
)
"""What an answer is made of, and what we write ourselves: typed where it does not belong it looks like ours."""


def said_in_all(verloop: Verloop) -> tuple[object, ...]:
    """Return all that a round says: the answers, what was added to them, and every finding with its place."""
    matrix = verloop.uitkomst.matrix
    bevindingen = sorted(str(bevinding) for bevinding in verloop.uitkomst.bevindingen)
    return matrix.invullingen, matrix.eigen_acties, matrix.communicatie, bevindingen


ONDER_DE_KOP = st.tuples(st.just(0), st.integers(9, 30), st.integers(3, 12))
OP_EEN_ANDER_BLAD = st.tuples(st.integers(1, 2), st.integers(1, 30), st.integers(1, 12))


@settings(max_examples=150, deadline=None)
@given(WIE, MET_STANDEN, ONDER_DE_KOP | OP_EEN_ANDER_BLAD, st.data())
def test_a_word_of_ours_in_an_empty_cell_makes_a_difference(plan, wie, standen, waar, data):
    """Or it would be gone without anybody having said so."""
    blad, plaats = waar[0], waar[1:]
    zonder, met = sent(plan, wie, standen, []), sent(plan, wie, standen, [])
    doel = met.pick(blad)
    assume(plaats not in doel.cellen)
    van_ons = sorted({cel.waarde for cel in doel.cellen.values() if cel.waarde and not cel.formule})
    doel.cellen[plaats] = Cel(data.draw(st.sampled_from([*ONZE_WOORDEN, *van_ons])))

    assert said_in_all(outcome(plan, met, wie)) != said_in_all(outcome(plan, zonder, wie))


BEKEND = {
    "voltooid": Status.VOLTOOID,
    " Gepland. ": Status.GEPLAND,
    "STRUCTUREEL": Status.STRUCTUREEL,
    "wordt niet opgepakt": Status.NIET_OPGEPAKT,
    "groen": Status.VOLTOOID,
    "doorlopend": Status.STRUCTUREEL,
}
VOOR = st.sampled_from(["niet ", "nog niet ", "on", "half ", "geen ", "☐ ", "≠", "👎 ", "zou graag ", ""])
NA = st.sampled_from(["?", " ?", "\n?", " nee", ", structureel", " 50%", " не", " ❌", " of niet", ""])
WOORD = st.sampled_from([str(status) for status in ANTWOORDEN])
TWIJFEL = st.tuples(VOOR, WOORD, NA).filter(lambda delen: delen[0] or delen[2]).map("".join)
"""A word we know with something before or behind it that may turn it round."""

GETYPT = st.sampled_from([*BEKEND, "", "", "x", "ja", "nee", "idem", "done", "☑", "2019", "wordt opgepakt"]) | TWIJFEL
GEEN_PLANNING = ("-", "nee", "n.v.t.", "nvt", "wordt niet opgepakt, geen geld", "pakken we niet op")
WANNEER = st.sampled_from(["", "", "najaar 2019", "2018-2019", *GEEN_PLANNING])


@settings(max_examples=150, deadline=None)
@given(
    st.fixed_dictionaries(dict.fromkeys(("1.1.1", "1.1.2", "1.2.1", "2.1.1"), st.tuples(GETYPT, WANNEER))),
    st.lists(ZONDER_SCHADE, max_size=8),
)
@example({"1.1.1": ("voltooid?", "")}, [])
@example({"1.1.1": ("☐ voltooid", "2019")}, [])
@example({"1.1.1": ("", "nee")}, [])
@example({"1.1.1": ("", "wordt niet opgepakt, geen geld")}, [])
def test_an_actie_whose_status_is_none_we_know_is_oranje_or_told(plan, gegeven, grepen):
    boek = as_sent(plan)
    for nr, antwoord in gegeven.items():
        for kop, tekst in zip(("Status", "Planning"), antwoord, strict=True):
            boek.sheets[0].change({beside(boek.sheets[0], nr, kop): tekst})
    handen = Handen.take(boek)
    for greep in grepen:
        greep.do(handen)
    verloop = outcome(plan, handen, "Boekel")

    alles = verloop.all_texts()

    for nr, (getypt, wanneer) in gegeven.items():
        gelezen = verloop.uitkomst.matrix.invulling("Boekel", nr)
        assert [
            deel for deel in (*getypt.strip().split("\n"), wanneer) if deel not in alles and getypt not in BEKEND
        ] == []
        if getypt in BEKEND:
            assert (gelezen.status, gelezen.planning) == (BEKEND[getypt], wanneer)
        elif getypt:
            told = [b for b in verloop.bevindingen if b.nr == nr and b.plek.cel and b.ernst is not Ernst.TER_INFO]
            assert not gelezen.is_antwoord or told, f"{getypt} is gelezen als {gelezen.status}"
        elif wanneer in ("", *GEEN_PLANNING):
            assert not gelezen.is_antwoord, f"{wanneer} is gelezen als {gelezen.status}"
        else:
            assert (gelezen.status, gelezen.planning) == (Status.GEPLAND, wanneer)
