"""How answers are merged: each sentence of contract §3."""

from dataclasses import replace

import pytest

from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst
from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Invulling, Plek
from actieplan_xl.domain.inzending import Herkomst, Inzending
from actieplan_xl.domain.matrix import places
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge

VOLTOOID, GEPLAND = Status.VOLTOOID, Status.GEPLAND


def sent(
    naam: str, *namen: str, opgeslagen: str = "", status: Status = VOLTOOID, planning: str = "", **overig
) -> Inzending:
    """Return a file that answers 1.1.1 for these gemeenten, read at C6."""
    antwoord = Invulling(namen[0], "1.1.1", status, planning, plek=Plek(naam, "Invulblad", "C6"))
    overig = {"antwoorden": {"1.1.1": antwoord}, "kolom": "CGM", **overig}
    return Inzending(Herkomst(naam, f"sha-{naam}", opgeslagen, namen), namen, **overig)


def unreadable(naam: str, *namen: str) -> Inzending:
    bevinding = Bevinding(Code.BESTAND_WACHTWOORD, Plek(naam), namen[0])
    herkomst = Herkomst(naam, f"sha-{naam}", gemeenten=namen, reden="dit bestand is beveiligd met een wachtwoord")
    return Inzending(herkomst, namen, is_onleesbaar=True, bevindingen=(bevinding,))


def told(samenvoeging: Samenvoeging, *codes: Code) -> list[Bevinding]:
    return [b for b in samenvoeging.bevindingen if b.code in codes]


def answer(samenvoeging: Samenvoeging, gemeente: str, nr: str = "1.1.1") -> tuple[Status, str, Reden | None]:
    invulling = samenvoeging.matrix.invulling(gemeente, nr)
    return invulling.status, invulling.planning, invulling.reden


def test_every_place_has_exactly_one_answer_whatever_came_in(plan):
    uit = merge(plan, [sent("a.xlsx", "Uden"), sent("b.xlsx", "Uden"), sent("c.xlsx", "Cuijk", "Grave")])

    assert [(i.gemeente, i.nr) for i in uit.matrix.invullingen] == [(g.naam, a.nr) for g, a in places(plan)]


def test_without_a_file_a_gemeente_is_oranje_and_told_once(plan):
    uit = merge(plan, [])

    assert {i.reden for i in uit.matrix.invullingen} == {Reden.GEEN_BESTAND}
    assert [b.gemeente for b in uit.bevindingen] == ["Boekel", "Cuijk", "Grave", "Uden"]
    assert {b.code for b in uit.bevindingen} == {Code.GEEN_BESTAND}
    assert "van Uden is geen bestand ontvangen; 4 acties zijn oranje." in str(uit.bevindingen[-1])


def test_an_actie_that_a_file_does_not_speak_of_is_leeg_and_told(plan):
    uit = merge(plan, [sent("Uden.xlsx", "Uden")])

    assert answer(uit, "Uden") == (VOLTOOID, "", None)
    assert answer(uit, "Uden", "1.1.2") == (Status.NIET_BEPAALD, "", Reden.LEEG)
    assert [b.nr for b in told(uit, Code.RIJ_WEG)] == ["1.1.2", "1.2.1", "2.1.1"]
    assert "1.1.2 E-learning staat niet op het blad" in str(told(uit, Code.RIJ_WEG)[0])


def test_a_file_for_a_kolom_counts_for_all_its_gemeenten(plan):
    uit = merge(plan, [sent("CGM.xlsx", "Cuijk", "Grave")])

    assert answer(uit, "Cuijk") == answer(uit, "Grave") == (VOLTOOID, "", None)
    assert uit.matrix.invulling("Grave", "1.1.1").gemeente == "Grave"
    assert uit.herkomst[0].gemeenten == ("Cuijk", "Grave")
    assert uit.herkomst[0].is_gebruikt


def test_an_own_file_goes_before_one_for_the_kolom_however_old(plan):
    uit = merge(
        plan,
        [
            sent("CGM.xlsx", "Cuijk", "Grave", opgeslagen="2019-05-01"),
            sent("Cuijk.xlsx", "Cuijk", opgeslagen="2018-01-01", status=GEPLAND, planning="2020"),
        ],
    )

    assert answer(uit, "Cuijk") == (GEPLAND, "2020", None)
    assert answer(uit, "Grave") == (VOLTOOID, "", None)
    [bevinding] = told(uit, Code.KOLOM_EN_GEMEENTE_VERSCHIL)
    assert (bevinding.gemeente, bevinding.nr, bevinding.plek) == ("Cuijk", "1.1.1", Plek("CGM.xlsx", "Invulblad", "C6"))
    assert "op het blad van CGM 'voltooid' en op dat van Cuijk zelf 'gepland, 2020'" in bevinding.tekst


def test_an_own_file_that_says_the_same_as_the_kolom_is_no_finding(plan):
    uit = merge(plan, [sent("CGM.xlsx", "Cuijk", "Grave"), sent("Cuijk.xlsx", "Cuijk")])

    assert told(uit, Code.KOLOM_EN_GEMEENTE_VERSCHIL, Code.TWEE_BESTANDEN, Code.TWEE_BESTANDEN_VERSCHIL) == []


def test_an_own_file_left_empty_still_goes_first_and_what_the_kolom_said_is_told(plan):
    leeg = sent("Cuijk.xlsx", "Cuijk", antwoorden={})

    uit = merge(plan, [sent("CGM.xlsx", "Cuijk", "Grave"), leeg])

    assert answer(uit, "Cuijk") == (Status.NIET_BEPAALD, "", Reden.LEEG)
    (bevinding,) = told(uit, Code.ANTWOORD_WIJKT_VOOR_LEEG)
    assert bevinding.ernst is Ernst.FOUT
    assert "staat hier 'voltooid', maar in Cuijk.xlsx is niets ingevuld" in str(bevinding)


def test_a_kolom_file_that_counts_for_nobody_says_why(plan):
    uit = merge(plan, [sent("CGM.xlsx", "Cuijk", "Grave"), sent("C.xlsx", "Cuijk"), sent("G.xlsx", "Grave")])

    herkomst = {h.bestand: h for h in uit.herkomst}
    assert not herkomst["CGM.xlsx"].is_gebruikt
    assert herkomst["CGM.xlsx"].reden == "de gemeenten stuurden een eigen bestand"
    assert herkomst["C.xlsx"].is_gebruikt


def test_of_two_files_the_one_last_saved_counts_never_a_mix(plan):
    vroeg = sent("a.xlsx", "Uden", opgeslagen="2019-05-02T10:00:00Z", planning="2018")
    vroeg = replace(vroeg, antwoorden={**vroeg.antwoorden, "1.2.1": Invulling("Uden", "1.2.1", GEPLAND, "ooit")})
    laat = sent("b.xlsx", "Uden", opgeslagen="2019-05-10T09:00:00Z", status=GEPLAND, planning="2019")

    uit = merge(plan, [laat, vroeg])

    assert answer(uit, "Uden") == (GEPLAND, "2019", None)
    assert answer(uit, "Uden", "1.2.1") == (Status.NIET_BEPAALD, "", Reden.LEEG)
    herkomst = {h.bestand: h for h in uit.herkomst}
    assert (herkomst["b.xlsx"].is_gebruikt, herkomst["a.xlsx"].is_gebruikt) == (True, False)
    assert herkomst["a.xlsx"].reden == "er is een later opgeslagen bestand"


def test_each_cell_in_which_two_files_differ_is_a_finding_with_both_values(plan):
    vroeg = sent("a.xlsx", "Uden", opgeslagen="1", planning="2018")
    vroeg = replace(vroeg, antwoorden={**vroeg.antwoorden, "1.2.1": Invulling("Uden", "1.2.1", GEPLAND, "ooit")})
    laat = sent("b.xlsx", "Uden", opgeslagen="2", status=GEPLAND, planning="2019")

    uit = merge(plan, [laat, vroeg])

    assert [(b.plek.bestand, b.gemeente) for b in told(uit, Code.TWEE_BESTANDEN)] == [("a.xlsx", "Uden")]
    verschillen = {b.nr: b.tekst for b in told(uit, Code.TWEE_BESTANDEN_VERSCHIL)}
    assert verschillen == {
        "1.1.1": "bij 1.1.1 staat hier 'voltooid, 2018'; in b.xlsx staat 'gepland, 2019', en dat telt.",
    }
    (weg,) = told(uit, Code.ANTWOORD_WIJKT_VOOR_LEEG)
    assert (weg.nr, "'gepland, ooit', maar in b.xlsx is niets ingevuld" in weg.tekst) == ("1.2.1", True)


def test_what_only_the_file_that_counts_answers_asks_nothing_of_anyone(plan):
    """It was filled in later: told, for every cell in which two files differ is, but there is nothing to do."""
    vroeg = sent("a.xlsx", "Uden", opgeslagen="1", antwoorden={})
    laat = sent("b.xlsx", "Uden", opgeslagen="2")
    laat = replace(laat, antwoorden={**laat.antwoorden, "1.2.1": Invulling("Uden", "1.2.1", GEPLAND, "ooit")})

    uit = merge(plan, [laat, vroeg])

    assert told(uit, Code.TWEE_BESTANDEN_VERSCHIL, Code.TWEE_BESTANDEN_GELIJK, Code.ANTWOORD_WIJKT_VOOR_LEEG) == []
    aangevuld = told(uit, Code.ANTWOORD_AANGEVULD)
    assert [(b.nr, b.ernst) for b in aangevuld] == [("1.1.1", Ernst.TER_INFO), ("1.2.1", Ernst.TER_INFO)]
    assert aangevuld[1].tekst == "bij 1.2.1 staat hier niets; in b.xlsx staat 'gepland, ooit', en dat telt."


@pytest.mark.parametrize(("laat", "vroeg"), [("", ""), ("2019-05-01", ""), ("2019-05-01", "2019-05-01")])
def test_of_two_files_whose_order_cannot_be_known_that_is_told_as_a_fout(plan, laat, vroeg):
    """An old .xls does not say when it was saved, and when it was put on this disk says nothing."""
    een, ander = sent("a.xlsx", "Uden", opgeslagen=laat), sent("b.xlsx", "Uden", opgeslagen=vroeg, status=GEPLAND)

    uit = merge(plan, [een, ander])

    [bevinding] = told(uit, Code.TWEE_BESTANDEN, Code.TWEE_BESTANDEN_ONZEKER)
    assert (bevinding.code, bevinding.ernst) == (Code.TWEE_BESTANDEN_ONZEKER, Ernst.FOUT)
    [telt] = [h.bestand for h in uit.herkomst if h.is_gebruikt]
    [reden] = [h.reden for h in uit.herkomst if not h.is_gebruikt]
    assert f"niet vast te stellen is welk het laatst is opgeslagen, {telt} telt." in bevinding.tekst
    assert reden == f"{telt} telt; welk van de twee het laatst is opgeslagen, is niet vast te stellen"


def test_two_sheets_in_one_workbook_are_told_in_words_for_sheets(plan):
    """The sheet of Cuijk alone counts for her; that of CGM in the same workbook still counts for Grave."""
    heel = sent("CGM.xlsx", "Cuijk", "Grave", blad="Heel CGM")
    eigen = sent("CGM.xlsx", "Cuijk", blad="Invulblad", plaats=1, antwoorden={})

    uit = merge(plan, [heel, eigen])

    [bladen] = told(uit, Code.TWEE_BLADEN)
    assert bladen.tekst == "in dit werkboek staan twee bladen voor Cuijk; voor Cuijk telt 'Invulblad', dit blad niet."
    [wijkt] = told(uit, Code.ANTWOORD_WIJKT_VOOR_LEEG)
    assert "maar op het werkblad 'Invulblad' is niets ingevuld, en dat werkblad telt" in wijkt.tekst
    assert "haal het werkblad weg" in wijkt.remedie


def test_an_answer_that_gives_way_to_a_word_nobody_knows_is_not_said_to_give_way_to_nothing(plan):
    """Something was typed there, only it is no answer."""
    onbekend = Invulling("Uden", "1.1.1", Status.NIET_BEPAALD, reden=Reden.NIET_HERKEND, getypt="bijna klar")

    uit = merge(
        plan,
        [
            sent("a.xlsx", "Uden", opgeslagen="1"),
            sent("b.xlsx", "Uden", opgeslagen="2", antwoorden={"1.1.1": onbekend}),
        ],
    )

    [wijkt] = told(uit, Code.ANTWOORD_WIJKT_VOOR_LEEG)
    assert "maar in b.xlsx staat 'bijna klar', geen antwoord, en dat bestand telt" in wijkt.tekst


@pytest.mark.parametrize("veld", ["planning", "toelichting", "getypt"])
def test_any_difference_between_two_files_is_told(plan, veld):
    basis = Invulling("Uden", "1.1.1", Status.NIET_BEPAALD, "x", "x", Reden.NIET_HERKEND, "x")
    een, ander = (sent(naam, "Uden", opgeslagen=naam) for naam in ("a", "b"))

    uit = merge(
        plan,
        [
            replace(een, antwoorden={"1.1.1": basis}),
            replace(ander, antwoorden={"1.1.1": replace(basis, **{veld: "y"})}),
        ],
    )

    assert [b.nr for b in told(uit, Code.TWEE_BESTANDEN_VERSCHIL)] == ["1.1.1"]


def test_two_files_that_say_the_same_are_told_once(plan):
    uit = merge(plan, [sent("a.xlsx", "Uden", opgeslagen="1"), sent("b.xlsx", "Uden", opgeslagen="2")])

    assert len(told(uit, Code.TWEE_BESTANDEN_GELIJK)) == 1
    assert told(uit, Code.TWEE_BESTANDEN) == told(uit, Code.TWEE_BESTANDEN_VERSCHIL) == []


def test_two_files_for_a_kolom_are_two_files_too(plan):
    uit = merge(
        plan,
        [
            sent("a.xlsx", "Cuijk", "Grave", opgeslagen="1"),
            sent("b.xlsx", "Cuijk", "Grave", opgeslagen="2", status=GEPLAND),
        ],
    )

    assert answer(uit, "Cuijk") == answer(uit, "Grave") == (GEPLAND, "", None)
    assert {b.gemeente for b in told(uit, Code.TWEE_BESTANDEN_VERSCHIL)} == {"Cuijk", "Grave"}


def test_a_file_that_cannot_be_read_leaves_its_gemeente_oranje_and_the_merge_goes_on(plan):
    uit = merge(plan, [unreadable("Uden.xlsx", "Uden"), sent("Boekel.xlsx", "Boekel")])

    assert {i.reden for i in uit.matrix.invullingen if i.gemeente == "Uden"} == {Reden.ONLEESBAAR}
    assert answer(uit, "Boekel") == (VOLTOOID, "", None)
    assert [b.code for b in uit.bevindingen if b.gemeente == "Uden"] == [Code.BESTAND_WACHTWOORD]


def test_a_file_that_cannot_be_read_never_hides_one_that_can(plan):
    uit = merge(plan, [unreadable("Uden (2).xlsx", "Uden"), sent("Uden.xlsx", "Uden")])

    assert answer(uit, "Uden") == (VOLTOOID, "", None)
    assert [b.code for b in told(uit, Code.BESTAND_WACHTWOORD)] == [Code.BESTAND_WACHTWOORD]


def test_a_kolom_file_that_cannot_be_read_makes_all_its_gemeenten_onleesbaar(plan):
    uit = merge(plan, [unreadable("CGM.xlsx", "Cuijk", "Grave")])

    assert (answer(uit, "Cuijk")[2], answer(uit, "Grave")[2]) == (Reden.ONLEESBAAR, Reden.ONLEESBAAR)


def test_gemeenten_of_a_kolom_that_differ_are_told_with_who_said_what(plan):
    uit = merge(plan, [sent("C.xlsx", "Cuijk", planning="2018"), sent("G.xlsx", "Grave", status=GEPLAND)])

    assert uit.matrix.cellen["1.1.1", "CGM"].status is GEPLAND
    [bevinding] = told(uit, Code.KOLOM_ONEENS)
    assert (bevinding.gemeente, bevinding.nr) == ("CGM", "1.1.1")
    assert "Cuijk zegt 'voltooid, 2018'; Grave zegt 'gepland'" in bevinding.tekst


def test_where_only_the_planning_differs_nothing_is_said_of_a_less_settled_status(plan):
    """All say it is done; what is left to settle is when."""
    een, ander = sent("C.xlsx", "Cuijk", planning="2018"), sent("G.xlsx", "Grave", planning="2019")

    [bevinding] = told(merge(plan, [een, ander]), Code.KOLOM_ONEENS)

    assert "het niet eens over de planning: " in bevinding.tekst
    assert bevinding.remedie.endswith("tot dan noemt de matrix wie wat zegt.")


def test_a_gemeente_that_did_not_answer_is_told_as_missing_not_as_differing(plan):
    uit = merge(plan, [sent("C.xlsx", "Cuijk")])

    assert told(uit, Code.KOLOM_ONEENS) == []
    assert uit.matrix.cellen["1.1.1", "CGM"].status is Status.NIET_BEPAALD


def test_eigen_acties_and_moments_are_kept_from_every_file_each_once(plan):
    drones, bel = (EigenActie("Uden", actie, plek=Plek("a", "b", "B9")) for actie in ("Drones", "Buurtapp"))
    maart, ooit, mei = (
        Communicatiemoment("Uden", "x", wat, sorteerdatum=iso)
        for wat, iso in (("m", "2019-03-01"), ("o", ""), ("n", "2019-05-01"))
    )
    een = sent("a.xlsx", "Uden", opgeslagen="1", eigen_acties=(drones,), communicatie=(ooit, mei))
    ander = sent("b.xlsx", "Uden", opgeslagen="2", eigen_acties=(drones, bel), communicatie=(maart, mei))

    matrix = merge(plan, [een, ander]).matrix

    assert sorted(e.actie for e in matrix.eigen_acties) == ["Buurtapp", "Drones"]
    assert [m.wat for m in matrix.communicatie] == ["m", "n", "o"]


def test_the_most_serious_finding_comes_first(plan):
    uit = merge(plan, [unreadable("Uden.xlsx", "Uden")])

    assert uit.bevindingen[0].code is Code.BESTAND_WACHTWOORD
    assert list(uit.bevindingen) == sorted(uit.bevindingen, key=lambda b: b.sorteersleutel)


def test_each_file_offered_is_accounted_for(plan):
    vreemd = Inzending(Herkomst("plan.xlsx", "sha", reden="dit is een planwerkboek"), ())

    uit = merge(plan, [vreemd, unreadable("Uden.xlsx", "Uden"), sent("Boekel.xlsx", "Boekel")])

    assert [(h.bestand, h.is_gebruikt, bool(h.reden)) for h in uit.herkomst] == [
        ("Boekel.xlsx", True, False),
        ("Uden.xlsx", False, True),
        ("plan.xlsx", False, True),
    ]
