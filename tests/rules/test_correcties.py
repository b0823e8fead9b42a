"""What the coördinator changed beside what a gemeente said: the last word counts, and neither is lost."""

from dataclasses import replace
from itertools import permutations

import pytest

from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst
from actieplan_xl.domain.correctie import Correctie
from actieplan_xl.domain.invulling import Invulling, Plek
from actieplan_xl.domain.inzending import Herkomst, Inzending
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.rules.herstel import collect_herstel
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.rules.volledigheid import count_answers

VOOR, ZELFDE, NA = "2019-06-01T09:00:00Z", "2019-06-03T09:00:00Z", "2019-06-05T09:00:00Z"


def changed(
    gemeente: str = "Boekel",
    status: Status = Status.VOLTOOID,
    planning: str = "mei",
    wanneer: str = "2019-06-03",
    cel: str = "C2",
) -> Correctie:
    plek = Plek("lijst.xlsx", "Correcties", cel)
    return Correctie(gemeente, "1.1.1", status, planning, "Gebeld.", "programmaleider", wanneer, plek)


def listed(*correcties: Correctie, bestand: str = "lijst.xlsx") -> Inzending:
    return Inzending(Herkomst(bestand, f"sha-{bestand}", is_correctielijst=True), (), correcties=correcties)


def sent(
    opgeslagen: str, *, status: Status = Status.GEPLAND, getypt: str = "", bestand: str = "Boekel.xlsx"
) -> Inzending:
    """Return a file of Boekel that answers 1.1.1 with 2019."""
    reden = Reden.NIET_HERKEND if status is Status.NIET_BEPAALD else None
    plek = Plek(bestand, "Invulblad", "D6")
    antwoord = Invulling("Boekel", "1.1.1", status, "2019", "Eerst overleg.", reden, getypt, plek)
    return Inzending(
        Herkomst(bestand, f"sha-{bestand}", opgeslagen, ("Boekel",)),
        ("Boekel",),
        "Boekel",
        antwoorden={"1.1.1": antwoord},
    )


def said(uit: Samenvoeging, gemeente: str = "Boekel") -> Invulling:
    gevonden = uit.matrix.invulling(gemeente, "1.1.1")
    assert gevonden is not None
    return gevonden


def told(uit: Samenvoeging, code: Code) -> list[Bevinding]:
    return [b for b in uit.bevindingen if b.code is code]


def test_a_correctie_stands_in_the_matrix_and_says_of_itself_that_it_is_one(plan):
    """With her own toelichting behind it, in her name."""
    uit = merge(plan, [sent(VOOR), listed(changed())])

    assert said(uit) == Invulling(
        "Boekel",
        "1.1.1",
        Status.VOLTOOID,
        "mei",
        "Correctie door programmaleider op 3 juni 2019: Gebeld.\nToelichting van Boekel zelf: Eerst overleg.",
        plek=Plek("lijst.xlsx", "Correcties", "C2"),
    )


def test_what_she_said_herself_is_in_the_finding(plan):
    """Nothing she typed is lost."""
    (bevinding,) = told(merge(plan, [sent(VOOR), listed(changed())]), Code.CORRECTIE_TOEGEPAST)

    assert (bevinding.ernst, bevinding.gemeente, bevinding.nr) == (Ernst.TER_INFO, "Boekel", "1.1.1")
    assert bevinding.tekst == (
        "bij 1.1.1 is van Boekel ontvangen: 'gepland, 2019, Eerst overleg.'. Op 3 juni 2019 gewijzigd in "
        "'voltooid, mei' door programmaleider: Gebeld."
    )


def test_what_she_sent_after_the_call_counts(plan):
    """And the correctie is told as overtaken."""
    uit = merge(plan, [sent(NA), listed(changed())])

    assert said(uit).status is Status.GEPLAND
    (bevinding,) = told(uit, Code.CORRECTIE_ACHTERHAALD)
    assert bevinding.ernst is Ernst.LET_OP
    assert "haar bestand is van later en zegt 'gepland, 2019, Eerst overleg.'" in bevinding.tekst
    assert [(u.telt, u.waarom_niet) for u in uit.correcties] == [(False, "haar bestand is van later")]


@pytest.mark.parametrize(("opgeslagen", "twijfel"), [("", "zegt niet wanneer"), (ZELFDE, "van dezelfde dag")])
def test_where_nobody_can_tell_which_came_last_the_correctie_counts_with_a_warning(plan, opgeslagen, twijfel):
    """The coördinator knows what the gemeente said last."""
    uit = merge(plan, [sent(opgeslagen), listed(changed())])

    assert said(uit).status is Status.VOLTOOID
    assert twijfel in told(uit, Code.CORRECTIE_ONZEKER)[0].tekst


def test_a_later_file_that_leaves_the_actie_open_does_not_undo_the_call(plan):
    """An empty cell is no answer; a word nobody knows is none either, but she did type it."""
    leeg = replace(sent(NA), antwoorden={})
    onbekend = sent(NA, status=Status.NIET_BEPAALD, getypt="bijna klar")

    assert told(merge(plan, [leeg, listed(changed())]), Code.CORRECTIE_TOEGEPAST)
    uit = merge(plan, [onbekend, listed(changed())])
    assert said(uit).status is Status.VOLTOOID
    assert "'bijna klar, 2019, Eerst overleg.'" in told(uit, Code.CORRECTIE_ONZEKER)[0].tekst


def test_a_retour_in_which_this_answer_did_not_change_does_not_undo_the_call(plan):
    """She mended something else: her older file, from before the call, said the same."""
    retour = replace(sent(NA, bestand="Retour.xlsx"), retour_van=frozenset({"sha-Boekel.xlsx"}))

    uit = merge(plan, [sent(VOOR), retour, listed(changed())])

    assert said(uit).status is Status.VOLTOOID
    assert "zegt het hier hetzelfde als voor die dag" in told(uit, Code.CORRECTIE_ONZEKER)[0].tekst


def test_where_she_says_the_same_herself_it_is_her_own_answer(plan):
    """Whenever she sent it."""
    zelf = sent(VOOR)
    zelfde = changed(status=Status.GEPLAND, planning="2019")

    uit = merge(plan, [zelf, listed(zelfde)])

    assert said(uit) == zelf.antwoorden["1.1.1"]
    assert told(uit, Code.CORRECTIE_ZEGT_HETZELFDE)


def test_who_sent_nothing_has_that_one_answer_and_is_still_missing(plan):
    """One answer by phone does not hide that a gemeente never sent her file."""
    uit = merge(plan, [sent(VOOR), listed(changed("Uden"))])

    telling = next(t for t in count_answers(uit.matrix) if t.gemeente == "Uden")
    assert (telling.beantwoord, telling.reden) == (1, Reden.GEEN_BESTAND)
    (bevinding,) = (b for b in told(uit, Code.GEEN_BESTAND) if b.gemeente == "Uden")
    assert "3 acties zijn oranje" in bevinding.tekst


def test_a_list_never_speaks_for_a_gemeente(plan):
    """When her own file was saved stays that of her own file."""
    uit = merge(plan, [sent(VOOR), listed(changed())])

    assert uit.gebruikt["Boekel"].bestand == "Boekel.xlsx"
    assert "Uden" not in uit.gebruikt
    lijst = next(h for h in uit.herkomst if h.bestand == "lijst.xlsx")
    assert (lijst.is_gebruikt, lijst.gemeenten) == (True, ("Boekel",))


def test_a_list_of_which_nothing_counts_says_so(plan):
    """As any other file that is not used."""
    uit = merge(plan, [sent(NA), listed(changed())])

    lijst = next(h for h in uit.herkomst if h.bestand == "lijst.xlsx")
    assert (lijst.is_gebruikt, lijst.reden) == (False, "er staat geen correctie in die telt")


def test_of_two_correcties_the_later_counts_and_the_other_is_told(plan):
    """Wherever they stand."""
    later = changed(status=Status.NIET_OPGEPAKT, planning="", wanneer="2019-06-04", cel="C3")

    uit = merge(plan, [listed(changed(), bestand="a.xlsx"), listed(later, bestand="b.xlsx")])

    assert said(uit).status is Status.NIET_OPGEPAKT
    (bevinding,) = told(uit, Code.CORRECTIE_VERVANGEN)
    assert "'voltooid, mei'" in bevinding.tekst
    assert "staat er een van 4 juni 2019" in bevinding.tekst
    assert [u.telt for u in uit.correcties] == [True, False]


def test_two_that_differ_on_one_day_count_neither_and_are_a_fout(plan):
    """Nobody can tell which was meant; what the gemeente said stays."""
    ander = changed(status=Status.NIET_OPGEPAKT, cel="C3")

    uit = merge(plan, [sent(VOOR), listed(changed(), ander)])

    assert said(uit).status is Status.GEPLAND
    assert [(b.ernst, b.plek.cel, b.gemeente) for b in told(uit, Code.CORRECTIES_BOTSEN)] == [
        (Ernst.FOUT, "C2", ""),
        (Ernst.FOUT, "C3", ""),
    ]
    assert {u.telt for u in uit.correcties} == {False}


def test_one_that_is_written_down_twice_counts_once(plan):
    """In the plan and in a file beside it, say."""
    uit = merge(plan, [listed(changed()), listed(changed(cel="C9"))])

    assert said(uit).status is Status.VOLTOOID
    assert [u.telt for u in uit.correcties] == [True, False]


def test_the_order_of_files_never_matters(plan):
    """Nor that of rows."""
    rijen = [changed(), changed("Uden", cel="C3"), changed(wanneer="2019-06-02", planning="april", cel="C4")]
    bestanden = [sent(VOOR), *(listed(rij, bestand=f"{n}.xlsx") for n, rij in enumerate(rijen))]

    uitkomsten = [merge(plan, volgorde) for volgorde in permutations(bestanden)]

    assert all(uit == uitkomsten[0] for uit in uitkomsten)


def test_a_cell_that_was_not_understood_is_settled_by_a_call(plan):
    """Nobody has to mend it any more; what stood there is in the finding of the correctie."""
    onbekend = sent(VOOR, status=Status.NIET_BEPAALD, getypt="bijna klar")
    wat = Bevinding(
        Code.STATUS_ONBEKEND,
        onbekend.antwoorden["1.1.1"].plek,
        "Boekel",
        "1.1.1",
        {"waarde": "bijna klar", "bedoel_je": "."},
    )
    met_fout = replace(onbekend, bevindingen=(wat,))

    assert told(merge(plan, [met_fout]), Code.STATUS_ONBEKEND)
    uit = merge(plan, [met_fout, listed(changed())])
    assert not told(uit, Code.STATUS_ONBEKEND)
    assert "'bijna klar, 2019, Eerst overleg.'" in told(uit, Code.CORRECTIE_TOEGEPAST)[0].tekst


def test_a_retour_says_what_was_changed_where_there_is_something_else_to_mend(plan):
    """At her own cell: sent back as it was, her old answer would be her last word."""
    (herstel,) = collect_herstel(merge(plan, [sent(VOOR), listed(changed())]))

    (bevinding,) = (b for b in herstel.bevindingen if b.code is Code.CORRECTIE_OP_JE_BLAD)
    assert str(bevinding.plek) == "Boekel.xlsx › Invulblad › D6"
    assert "Op 3 juni 2019 is dat bij ons gewijzigd in 'voltooid, mei': Gebeld." in bevinding.tekst


def test_a_correctie_alone_is_no_reason_to_send_anything_back(plan):
    """She said it herself, by phone."""
    heel = sent(VOOR)
    alles = {nr: replace(heel.antwoorden["1.1.1"], nr=nr) for nr in plan.actie_op_nr}

    assert collect_herstel(merge(plan, [replace(heel, antwoorden=alles), listed(changed())])) == []


def test_a_fout_in_the_list_makes_nobody_a_retour(plan):
    """Who sent nothing still has the invulblad that was sent to her."""
    botsend = (changed("Uden"), changed("Uden", Status.GEPLAND, cel="C3"))

    assert [h.wie for h in collect_herstel(merge(plan, [sent(VOOR), listed(*botsend)]))] == ["Boekel"]


def test_a_retour_for_a_whole_kolom_tells_only_what_was_changed_for_all_of_it(plan):
    """Who differs from it has no cell of her own on that sheet."""
    cgm = sent(VOOR, bestand="CGM.xlsx")
    cgm = replace(cgm, gemeenten=("Cuijk", "Grave"), kolom="CGM")
    alleen, allen = listed(changed("Cuijk")), listed(changed("Cuijk"), changed("Grave"))

    terug = [collect_herstel(merge(plan, [cgm, lijst])) for lijst in (alleen, allen)]

    codes = [[b.code for herstel in een for b in herstel.bevindingen] for een in terug]
    assert [een.count(Code.CORRECTIE_OP_JE_BLAD) for een in codes] == [0, 1]
