"""What changed since the previous regiowerkboek: each kind of change, and across a herindeling."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Invulling
from actieplan_xl.domain.matrix import Matrix, places
from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Kolom, Plan, Plangegevens, Thema
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.rules.vergelijking import Plansoort, Soort, Vergelijking, compare
from actieplan_xl.rules.vorige import tell_previous

Antwoorden = Mapping[tuple[str, str], tuple[Status, str]]
TRAINING, LEREN = Actie("1.1.1", "Training voor raadsleden"), Actie("1.1.2", "E-learning")
GEPLAND, VOLTOOID, STRUCTUREEL = Status.GEPLAND, Status.VOLTOOID, Status.STRUCTUREEL

VAN_2019 = {
    "Cuijk": ("CGM", "Land van Cuijk"),
    "Grave": ("CGM", "Land van Cuijk"),
    "Mill en Sint Hubert": ("CGM", "Land van Cuijk"),
    "Sint Anthonis": ("Sint Anthonis", "Land van Cuijk"),
    "Boxmeer": ("Boxmeer", "land van cuijk"),
    "Boekel": ("Boekel", ""),
    "Uden": ("Uden", "Maashorst"),
    "Landerd": ("Landerd", "Maashorst"),
}
"""The eight gemeenten of 2019 with their kolom, and what they became in 2022."""


def make_plan(*acties: Actie, gemeenten: Mapping[str, tuple[str, str]], peildatum: str = "2019-05-01") -> Plan:
    per_kolom: dict[str, list[Gemeente]] = {}
    for naam, (kolom, opvolger) in gemeenten.items():
        per_kolom.setdefault(kolom, []).append(Gemeente(naam, kolom, opvolger=opvolger))
    lijn = Hoofdlijn("1", "Lijn", (Thema("1.1", "Thema", acties),))
    kolommen = tuple(Kolom(naam, tuple(van)) for naam, van in per_kolom.items())
    return Plan(Plangegevens("Actieplan", peildatum=peildatum), kolommen, (lijn,))


def make_matrix(plan: Plan, antwoorden: Antwoorden) -> Matrix:
    """Return a matrix with these answers by (gemeente, nr); all else is oranje."""
    leeg = (Status.NIET_BEPAALD, "")
    invullingen = []
    for gemeente, actie in places(plan):
        status, planning = antwoorden.get((gemeente.naam, actie.nr), leeg)
        reden = Reden.LEEG if status is Status.NIET_BEPAALD else None
        invullingen.append(Invulling(gemeente.naam, actie.nr, status, planning, reden=reden))
    return Matrix(plan, tuple(invullingen))


TWEE = {"Boekel": ("Boekel", ""), "Uden": ("Uden", "")}


def changed(toen: Antwoorden, nu: Antwoorden) -> Vergelijking:
    eerst, later = (make_plan(TRAINING, LEREN, gemeenten=TWEE, peildatum=dag) for dag in ("2019-05-01", "2019-11-01"))
    return compare(make_matrix(eerst, toen), make_matrix(later, nu))


@pytest.mark.parametrize(
    ("toen", "nu", "soort"),
    [
        (None, (GEPLAND, "2019"), Soort.BEANTWOORD),
        (None, (VOLTOOID, ""), Soort.BEANTWOORD),
        ((GEPLAND, "2019"), (VOLTOOID, ""), Soort.VOLTOOID),
        ((VOLTOOID, ""), (GEPLAND, "2020"), Soort.STATUS),
        ((GEPLAND, "2019"), (STRUCTUREEL, "2019"), Soort.STRUCTUREEL),
        ((VOLTOOID, ""), (Status.NIET_OPGEPAKT, ""), Soort.INGETROKKEN),
        ((GEPLAND, "2019"), (GEPLAND, "2020"), Soort.PLANNING),
        ((GEPLAND, "2019"), None, Soort.ORANJE),
    ],
)
def test_each_kind_of_change_has_its_own_word(toen, nu, soort):
    """What was oranje and is answered counts as new, also when it is finished at once."""
    plaats = ("Boekel", "1.1.1")

    (wijziging,) = changed({plaats: toen} if toen else {}, {plaats: nu} if nu else {}).wijzigingen

    assert (wijziging.soort, wijziging.gemeente, wijziging.actie) == (soort, "Boekel", TRAINING)


def test_the_sentence_counts_what_changed_and_says_when_nothing_did():
    """Only the kinds that occur are named, answers first."""
    boekel, uden, leren = ("Boekel", "1.1.1"), ("Uden", "1.1.1"), ("Uden", "1.1.2")
    toen = {uden: (GEPLAND, ""), leren: (GEPLAND, "")}

    assert changed(toen, {boekel: (GEPLAND, ""), uden: (VOLTOOID, "")}).zin == (
        "Sinds 1 mei 2019: 1 antwoord nieuw, 1 voltooid, 1 oranje geworden."
    )
    assert changed(toen, toen).zin == "Sinds 1 mei 2019 is er niets veranderd."


def test_an_actie_that_moved_to_another_number_is_compared_by_its_text():
    """The answer went along: only the number is told."""
    oud = make_plan(TRAINING, LEREN, gemeenten=TWEE)
    nieuw = make_plan(Actie("1.1.1", "Een nieuwe actie"), Actie("1.1.2", TRAINING.tekst), gemeenten=TWEE)
    toen = make_matrix(oud, {("Boekel", "1.1.1"): (VOLTOOID, "2018"), ("Boekel", "1.1.2"): (GEPLAND, "")})
    nu = make_matrix(nieuw, {("Boekel", "1.1.2"): (VOLTOOID, "2018")})

    gevonden = compare(toen, nu)

    assert [(w.soort, w.actie.nr) for w in gevonden.planwijzigingen if w.actie] == [
        (Plansoort.ACTIE_NIEUW, "1.1.1"),
        (Plansoort.ACTIE_NR, "1.1.2"),
        (Plansoort.ACTIE_VERVALLEN, "1.1.2"),
    ]
    assert [(w.soort, w.gemeente, w.actie.tekst) for w in gevonden.wijzigingen] == [
        (Soort.GEVRAAGD, "Boekel", "Een nieuwe actie"),
        (Soort.GEVRAAGD, "Uden", "Een nieuwe actie"),
        (Soort.NIET_GEVRAAGD, "Boekel", "E-learning"),
        (Soort.NIET_GEVRAAGD, "Uden", "E-learning"),
    ]


def test_another_wording_under_the_same_number_is_the_same_actie():
    """The reader sees that the question was put in other words."""
    oud = make_plan(TRAINING, gemeenten=TWEE)
    nieuw = make_plan(Actie("1.1.1", "Training voor de raad"), gemeenten=TWEE)

    gevonden = compare(make_matrix(oud, {}), make_matrix(nieuw, {}))

    assert [(w.soort, w.was, w.nu) for w in gevonden.planwijzigingen] == [
        (Plansoort.ACTIE_TEKST, "Training voor raadsleden", "Training voor de raad")
    ]
    assert gevonden.wijzigingen == ()


def test_an_answer_to_what_is_no_longer_asked_is_told():
    """The actie still is in the plan, and no longer meant for Uden."""
    oud = make_plan(TRAINING, gemeenten=TWEE)
    nieuw = make_plan(replace(TRAINING, geldt_voor=("Boekel",)), gemeenten=TWEE)

    (wijziging,) = compare(make_matrix(oud, {("Uden", "1.1.1"): (VOLTOOID, "")}), make_matrix(nieuw, {})).wijzigingen

    assert (wijziging.soort, wijziging.gemeente, wijziging.nu) == (Soort.NIET_GEVRAAGD, "Uden", None)


VAN_2022 = {"Land van Cuijk": ("Land van Cuijk", ""), "Boekel": ("Boekel", ""), "Maashorst": ("Maashorst", "")}


def test_across_the_herindeling_every_former_gemeente_is_beside_the_one_it_became():
    """Eight gemeenten became three: each of the eight is told what it said, and what is said for it now."""
    toen = make_matrix(
        make_plan(TRAINING, gemeenten=VAN_2019),
        {(naam, "1.1.1"): (GEPLAND, "2019") for naam in VAN_2019} | {("Landerd", "1.1.1"): (VOLTOOID, "2018")},
    )
    nu = make_matrix(
        make_plan(TRAINING, gemeenten=VAN_2022, peildatum="2022-05-01"),
        {(naam, "1.1.1"): (VOLTOOID, "2018") for naam in VAN_2022},
    )

    gevonden = compare(toen, nu)

    assert [(w.gemeente, w.soort, w.nu.gemeente) for w in gevonden.wijzigingen if w.nu] == [
        ("Cuijk", Soort.VOLTOOID, "Land van Cuijk"),
        ("Grave", Soort.VOLTOOID, "Land van Cuijk"),
        ("Mill en Sint Hubert", Soort.VOLTOOID, "Land van Cuijk"),
        ("Sint Anthonis", Soort.VOLTOOID, "Land van Cuijk"),
        ("Boxmeer", Soort.VOLTOOID, "Land van Cuijk"),
        ("Boekel", Soort.VOLTOOID, "Boekel"),
        ("Uden", Soort.VOLTOOID, "Maashorst"),
    ]
    assert len(gevonden.wijzigingen) == 7
    assert [(w.was, w.nu) for w in gevonden.planwijzigingen] == [
        *((naam, "Land van Cuijk") for naam in ("Cuijk", "Grave", "Mill en Sint Hubert", "Sint Anthonis", "Boxmeer")),
        *((naam, "Maashorst") for naam in ("Uden", "Landerd")),
    ]
    assert {w.soort for w in gevonden.planwijzigingen} == {Plansoort.GEMEENTE_OPGEGAAN}
    assert tell_previous(toen, nu, "vorige.xlsx") == []


def test_a_gemeente_that_nobody_follows_is_told_with_its_answers():
    """Without an opvolger, or with one the plan does not know: the finding says what to fill in where."""
    gemeenten = {"Uden": ("Uden", ""), "Landerd": ("Landerd", "Masshorst"), "Boekel": ("Boekel", "")}
    toen = make_matrix(make_plan(TRAINING, gemeenten=gemeenten), {("Uden", "1.1.1"): (VOLTOOID, "")})
    nu = make_matrix(make_plan(TRAINING, gemeenten=VAN_2022, peildatum="2022-05-01"), {})

    gevonden = compare(toen, nu)
    bevindingen = tell_previous(toen, nu, "vorige.xlsx")

    assert (Soort.NIET_GEVRAAGD, "Uden") in [(w.soort, w.gemeente) for w in gevonden.wijzigingen]
    assert [(w.soort, w.was or w.nu) for w in gevonden.planwijzigingen] == [
        (Plansoort.GEMEENTE_NIEUW, "Land van Cuijk"),
        (Plansoort.GEMEENTE_NIEUW, "Maashorst"),
        (Plansoort.GEMEENTE_VERVALLEN, "Uden"),
        (Plansoort.GEMEENTE_VERVALLEN, "Landerd"),
    ]
    assert [b.code for b in bevindingen] == [Code.VORIGE_ZONDER_OPVOLGER, Code.VORIGE_OPVOLGER_ONBEKEND]
    assert "'Masshorst'" in bevindingen[1].tekst


def test_an_answer_of_now_is_counted_once_however_many_former_gemeenten_it_stands_beside():
    """Two became one: the matrix holds two answers, and so does the sentence; the list has all four rows."""
    oud = make_plan(TRAINING, LEREN, gemeenten={"Uden": ("Uden", "Maashorst"), "Landerd": ("Landerd", "Maashorst")})
    nieuw = make_plan(TRAINING, LEREN, gemeenten={"Maashorst": ("Maashorst", "")}, peildatum="2022-05-01")
    nu = make_matrix(nieuw, {("Maashorst", nr): (VOLTOOID, "") for nr in ("1.1.1", "1.1.2")})

    gevonden = compare(make_matrix(oud, {}), nu)

    assert len(gevonden.wijzigingen) == 4
    assert gevonden.zin == "Sinds 1 mei 2019: 2 antwoorden nieuw, 2 gemeenten gaan verder als een andere."


@pytest.mark.parametrize(("laatste", "bekend"), [("Meierijstad", True), ("Veghel", False)])
def test_an_opvolger_that_went_on_as_another_itself_is_followed(laatste, bekend):
    """Two steps within one previous workbook; two that name each other lead nowhere, and that is told."""
    oud = make_plan(TRAINING, gemeenten={"Veghel": ("Veghel", "Uden"), "Uden": ("Uden", laatste)})
    nieuw = make_plan(TRAINING, gemeenten={"Meierijstad": ("Meierijstad", "")}, peildatum="2022-05-01")
    toen, nu = make_matrix(oud, {("Veghel", "1.1.1"): (GEPLAND, "")}), make_matrix(nieuw, {})

    assert [(w.gemeente, w.nu is not None) for w in compare(toen, nu).wijzigingen if w.was and w.was.is_antwoord] == [
        ("Veghel", bekend)
    ]
    assert [b.code for b in tell_previous(toen, nu, "v.xlsx")] == [Code.VORIGE_OPVOLGER_ONBEKEND] * (0 if bekend else 2)


def test_other_names_another_trekker_and_another_kolom_are_told():
    """A plan that was tidied up between two rounds changes no answer, and is not silent."""
    oud = make_plan(TRAINING, LEREN, gemeenten=TWEE)
    acties = (replace(TRAINING, trekker="Taskforce"), LEREN)
    lijnen = (Hoofdlijn("1", "Andere lijn", (Thema("1.1", "Ander thema", acties),)),)
    nieuw = replace(make_plan(*acties, gemeenten=dict.fromkeys(TWEE, ("Samen", ""))), hoofdlijnen=lijnen)

    gevonden = compare(make_matrix(oud, {}), make_matrix(nieuw, {}))

    assert [(w.soort, w.nr or w.gemeente or w.actie.nr, w.was, w.nu) for w in gevonden.planwijzigingen] == [
        (Plansoort.HOOFDLIJN_NAAM, "1", "Lijn", "Andere lijn"),
        (Plansoort.THEMA_NAAM, "1.1", "Thema", "Ander thema"),
        (Plansoort.ACTIE_TREKKER, "1.1.1", "", "Taskforce"),
        (Plansoort.GEMEENTE_KOLOM, "Boekel", "Boekel", "Samen"),
        (Plansoort.GEMEENTE_KOLOM, "Uden", "Uden", "Samen"),
    ]
    assert gevonden.wijzigingen == ()


def test_an_actie_with_another_number_and_other_signs_is_told_of_both():
    """The text was recognised all the same; nobody should find the other wording by chance."""
    oud = make_plan(Actie("1.1.1", "Training (raad)"), LEREN, gemeenten=TWEE)
    nieuw = make_plan(Actie("1.1.1", LEREN.tekst), Actie("1.1.2", "training raad"), gemeenten=TWEE)

    gevonden = compare(make_matrix(oud, {}), make_matrix(nieuw, {}))

    assert [(w.soort, w.was, w.nu) for w in gevonden.planwijzigingen if w.actie and w.actie.nr == "1.1.2"] == [
        (Plansoort.ACTIE_NR, "1.1.1", "1.1.2"),
        (Plansoort.ACTIE_TEKST, "Training (raad)", "training raad"),
    ]


def test_what_matters_most_comes_first_and_who_turned_oranje_stands_together():
    """By kind, then in the order of the plan; of who sent nothing all acties under one another."""
    nrs = ("1.1.1", "1.1.2")
    gemeenten = {naam: (naam, "") for naam in ("Boekel", "Uden", "Landerd")}
    oud = make_plan(TRAINING, LEREN, gemeenten=gemeenten)
    nieuw = make_plan(TRAINING, LEREN, gemeenten=gemeenten, peildatum="2019-11-01")
    toen = make_matrix(oud, {(naam, nr): (GEPLAND, "2019") for naam in gemeenten for nr in nrs})
    nu = make_matrix(nieuw, {("Landerd", "1.1.1"): (GEPLAND, "2020"), ("Landerd", "1.1.2"): (Status.NIET_OPGEPAKT, "")})

    assert [(w.soort, w.gemeente, w.actie.nr) for w in compare(toen, nu).naar_belang] == [
        (Soort.INGETROKKEN, "Landerd", "1.1.2"),
        (Soort.ORANJE, "Boekel", "1.1.1"),
        (Soort.ORANJE, "Boekel", "1.1.2"),
        (Soort.ORANJE, "Uden", "1.1.1"),
        (Soort.ORANJE, "Uden", "1.1.2"),
        (Soort.PLANNING, "Landerd", "1.1.1"),
    ]


@pytest.mark.parametrize("peildatum", ["2019-05-01", "2020-01-01"])
def test_a_previous_regiowerkboek_that_is_not_earlier_is_told(peildatum):
    """Perhaps the two were swapped, or nobody changed the peildatum of the plan."""
    toen, nu = (make_matrix(make_plan(TRAINING, gemeenten=TWEE, peildatum=d), {}) for d in (peildatum, "2019-05-01"))

    (bevinding,) = tell_previous(toen, nu, "vorige.xlsx")

    assert (bevinding.code, bevinding.plek.bestand) == (Code.VORIGE_NIET_EERDER, "vorige.xlsx")
    assert compare(toen, nu).zin.startswith("Let op: het vorige regiowerkboek (1 ")
    assert compare(toen, nu).zin.endswith("is niet eerder dan dit. Vergeleken daarmee is er niets veranderd.")
