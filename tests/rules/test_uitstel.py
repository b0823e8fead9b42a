"""Uitstel in a round: what would be missing is not late, and everything else stays what it is."""

import io
from dataclasses import replace

import pytest
from writing.dump import load

from actieplan_xl.domain.bevinding import Code, Ernst
from actieplan_xl.domain.invulling import Invulling, Plek
from actieplan_xl.domain.inzending import Herkomst, Inzending
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.domain.words import Bladen
from actieplan_xl.reading.planwerkboek import read_planwerkboek
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.rules.volledigheid import count_answers
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek

NRS = ("1.1.1", "1.1.2", "1.2.1", "2.1.1")


@pytest.fixture
def met_uitstel(plan: Plan) -> Plan:
    """Uden has uitstel until a month after the peildatum."""
    (uden,) = plan.kolommen[-1].gemeenten
    uden = replace(uden, uitstel_tot="2019-07-01", uitstel_reden="herindeling")
    return replace(plan, kolommen=(*plan.kolommen[:-1], replace(plan.kolommen[-1], gemeenten=(uden,))))


def sent(**redenen: Reden) -> Inzending:
    """What Uden sent: all done, but for the actie of these redenen."""
    antwoorden = {}
    for nr in NRS:
        plek = Plek("Uden.xlsx", "Invulblad", "D4")
        reden = redenen.get(f"n{nr.replace('.', '')}")
        status = Status.NIET_BEPAALD if reden else Status.VOLTOOID
        antwoorden[nr] = Invulling("Uden", nr, status, reden=reden, plek=plek)
    herkomst = Herkomst("Uden.xlsx", "a" * 64, "2019-05-01T00:00:00Z")
    return Inzending(herkomst, gemeenten=("Uden",), antwoorden=antwoorden)


def redenen(samenvoeging: Samenvoeging) -> list[Reden | None]:
    """The redenen of Uden, in the order of the plan."""
    return [i.reden for i in samenvoeging.matrix.invullingen if i.gemeente == "Uden"]


def test_who_sent_nothing_and_has_uitstel_is_told_once_and_only_for_the_record(met_uitstel: Plan) -> None:
    """With until when and why, and nobody is asked to go after her."""
    samenvoeging = merge(met_uitstel, [])

    assert redenen(samenvoeging) == [Reden.UITSTEL] * 4
    (bevinding,) = (b for b in samenvoeging.bevindingen if b.gemeente == "Uden")
    assert (bevinding.code, bevinding.ernst) == (Code.UITSTEL, Ernst.TER_INFO)
    assert bevinding.tekst == "Uden heeft uitstel tot 1 juli 2019 (herindeling); 4 acties zijn nog oranje."


def test_after_its_day_uitstel_is_over(met_uitstel: Plan) -> None:
    """Then she is late as anybody else."""
    later = replace(met_uitstel, gegevens=replace(met_uitstel.gegevens, peildatum="2019-07-02"))

    assert redenen(merge(later, [])) == [Reden.GEEN_BESTAND] * 4


def test_uitstel_hides_nothing_that_was_not_understood(met_uitstel: Plan) -> None:
    """Only what is empty waits; a word nobody knows, or a file nobody can read, is to be mended now."""
    samenvoeging = merge(met_uitstel, [sent(n111=Reden.LEEG, n112=Reden.NIET_HERKEND)])

    assert redenen(samenvoeging) == [Reden.UITSTEL, Reden.NIET_HERKEND, None, None]
    assert count_answers(samenvoeging.matrix)[-1].reden is None
    onleesbaar = replace(sent(), is_onleesbaar=True)
    assert redenen(merge(met_uitstel, [onleesbaar])) == [Reden.ONLEESBAAR] * 4


def test_who_is_half_done_and_has_uitstel_counts_as_such(met_uitstel: Plan) -> None:
    """What she answered counts; for the rest nobody is after her."""
    telling = count_answers(merge(met_uitstel, [sent(n111=Reden.LEEG)]).matrix)[-1]

    assert (telling.beantwoord, telling.open, telling.reden) == (3, ("1.1.1",), Reden.UITSTEL)


def test_what_stands_beside_an_open_answer_is_told_in_spite_of_uitstel(met_uitstel: Plan) -> None:
    """A toelichting without a status is in no answer."""
    half = sent(n111=Reden.LEEG)
    toegelicht = {**half.antwoorden, "1.1.1": replace(half.antwoorden["1.1.1"], toelichting="volgt in juli")}

    codes = {b.code for b in merge(met_uitstel, [replace(half, antwoorden=toegelicht)]).bevindingen}

    assert {Code.UITSTEL, Code.ALLEEN_TOELICHTING} <= codes


def test_uitstel_comes_back_from_a_regiowerkboek(met_uitstel: Plan) -> None:
    """The reden in Gegevens, and who has it on Gemeenten; the matrix still says the same."""
    samenvoeging = merge(met_uitstel, [sent(n111=Reden.LEEG)])
    inhoud = build_regiowerkboek(samenvoeging)

    gelezen = read_regiowerkboek(io.BytesIO(inhoud))

    assert gelezen.matrix.plan == met_uitstel
    assert gelezen.matrix.invullingen == samenvoeging.matrix.invullingen
    assert not [b for b in gelezen.bevindingen if b.code is Code.MATRIX_AANGEPAST]


def test_a_regiowerkboek_says_who_has_uitstel_wherever_it_says_who_is_late(met_uitstel: Plan) -> None:
    """On the first page, in the matrix and per gemeente."""
    boek = load(build_regiowerkboek(merge(met_uitstel, [])))

    def texts(blad: str) -> str:
        return "\n".join(str(cel.value) for rij in boek[blad].iter_rows() for cel in rij if cel.value)

    assert "Uden heeft uitstel tot 1 juli 2019 (herindeling)." in texts(Bladen.SAMENVATTING)
    assert "Van Cuijk, Grave en Boekel is geen bestand ontvangen" in texts(Bladen.SAMENVATTING)
    assert "niet nader bepaald\nheeft uitstel" in texts(Bladen.ACTIEPLAN)
    assert "uitstel tot 1 juli 2019 (herindeling)" in texts(Bladen.PER_GEMEENTE)


def test_the_columns_for_uitstel_are_in_every_planwerkboek(plan: Plan, met_uitstel: Plan) -> None:
    """There the coördinator registers it; in a regiowerkboek they stand when there is any."""

    def koppen(inhoud: bytes) -> list[str]:
        return [cel.value for cel in load(inhoud)[Bladen.GEMEENTEN][1] if cel.value]

    assert koppen(build_planwerkboek(plan))[-2:] == ["uitstel tot", "reden"]
    assert "uitstel tot" not in koppen(build_regiowerkboek(merge(plan, [])))
    assert "uitstel tot" in koppen(build_regiowerkboek(merge(met_uitstel, [])))
    assert read_planwerkboek(io.BytesIO(build_planwerkboek(met_uitstel))).plan == met_uitstel
