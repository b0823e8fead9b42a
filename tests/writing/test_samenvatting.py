"""The page for who has five minutes: what it says in words, what it leaves out, and that it stays one page."""

from dataclasses import replace
from typing import Any

import pytest

from actieplan_xl.domain.inzending import Herkomst
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Kolom, Plan
from actieplan_xl.domain.reeks import extend, measure
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.rules.vergelijking import compare
from actieplan_xl.writing.drawing import row_heights
from actieplan_xl.writing.planbladen import MatrixLayout
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek
from actieplan_xl.writing.regiowerkboek.gegevens import GegevensLayout
from actieplan_xl.writing.regiowerkboek.opvallend import find_besluiten, find_opvallend
from actieplan_xl.writing.regiowerkboek.samenvatting import build_samenvatting
from actieplan_xl.writing.sheet import Formula, Sheet
from writing.dump import load, parts
from writing.ronden import make_round


def build(samenvoeging: Samenvoeging) -> Sheet:
    matrix = samenvoeging.matrix
    return build_samenvatting(samenvoeging, MatrixLayout(matrix.plan), GegevensLayout(matrix))


def value(sheet: Sheet, rij: int, kolom: int) -> Any:
    inhoud = sheet.cells[rij, kolom].value if (rij, kolom) in sheet.cells else None
    return inhoud.value if isinstance(inhoud, Formula) else inhoud


def row_of(sheet: Sheet, eerste: str) -> list[Any]:
    """Return the first seven values of the row that begins with this text."""
    rij = next(rij for (rij, kolom) in sheet.cells if kolom == 1 and value(sheet, rij, 1) == eerste)
    return [value(sheet, rij, kolom) for kolom in range(1, 8)]


def texts(sheet: Sheet) -> list[str]:
    return [cel.value for cel in sheet.cells.values() if isinstance(cel.value, str) and cel.value]


def test_the_figures_on_top_add_up_to_all_answers(samenvoeging: Samenvoeging) -> None:
    """How many are in, how many gemeenten are complete, and how often each status was given."""
    sheet = build(samenvoeging)

    cijfers = [cel.value.value for (rij, _), cel in sheet.cells.items() if rij == 4 and isinstance(cel.value, Formula)]
    assert cijfers == [72, 0, 21, 11, 37, 3, 16]
    assert cijfers[0] == sum(cijfers[2:6])
    assert sum(cijfers[2:]) == len(samenvoeging.matrix.invullingen)


@pytest.mark.parametrize(
    ("peildatum", "inleverdatum", "zin"),
    [
        ("2019-06-01", "2019-05-17", ", sinds de uiterste inleverdatum van 17 mei 2019."),
        ("2019-05-01", "2019-05-17", "; uiterste inleverdatum: 17 mei 2019."),
        ("", "half mei", "; uiterste inleverdatum: half mei."),
        ("2019-06-01", "", "."),
    ],
)
def test_who_sent_nothing_is_named_and_since_when(peildatum: str, inleverdatum: str, zin: str) -> None:
    """Since the deadline, when that has passed; else the deadline itself, as far as the plan has one."""
    ronde = make_round(
        3, 2, lambda g, _: Status.GEPLAND if g == "G3" else Reden.GEEN_BESTAND, peildatum=peildatum,
        inleverdatum=inleverdatum,
    )  # fmt: skip

    assert find_opvallend(ronde)[0] == f"Van G1 en G2 is geen bestand ontvangen{zin}"


def test_when_nobody_sent_anything_no_names_are_listed() -> None:
    """A list of all gemeenten says less than one word."""
    zinnen = find_opvallend(make_round(9, 1, lambda *_: Reden.GEEN_BESTAND))

    assert zinnen == ["Van geen enkele gemeente is een bestand ontvangen."]


def test_who_is_not_complete_is_named_with_when_the_file_was_last_saved() -> None:
    """Those with most to do first; a file that does not say when it was saved gets no date."""
    ronde = make_round(3, 2, lambda g, nr: Reden.LEEG if g == "G1" or (g, nr) == ("G3", "1.1.1") else Status.GEPLAND)
    ronde = replace(ronde, herkomst=(Herkomst("c.xlsx", "", "2019-05-06T09:30:00Z", ("G3",), is_gebruikt=True),))

    assert "Wel een bestand, nog niet compleet: G1 (2 open) en G3 (1 open, opgeslagen 6 mei 2019)." in find_opvallend(
        ronde
    )


def test_a_complete_round_says_so() -> None:
    """Nobody is missing and nothing is to be decided."""
    ronde = make_round(2, 2, lambda *_: Status.VOLTOOID)

    assert find_opvallend(ronde) == ["Alle gemeenten zijn compleet."]
    assert find_besluiten(ronde.matrix) == [
        "Niets: elke actie is ergens beantwoord en geen gemeente liet er een liggen."
    ]
    assert "Alles is beantwoord." in texts(build(ronde))


def test_the_acties_about_which_the_region_differs_most_are_named_with_their_counts() -> None:
    """Those with most different statuses first. That one is ready and another has it planned is no difference that
    matters, nor is a missing answer."""
    standen = {
        "1.1.1": [Status.GEPLAND] * 4,
        "1.1.2": [Status.GEPLAND, Status.GEPLAND, Status.GEPLAND, Status.VOLTOOID],
        "1.1.3": [Status.GEPLAND, Status.GEPLAND, Status.VOLTOOID, Status.VOLTOOID],
        "1.1.4": [Status.GEPLAND, Status.STRUCTUREEL, Status.VOLTOOID, Reden.LEEG],
        "1.1.5": [Status.GEPLAND, Status.GEPLAND, Status.GEPLAND, Reden.LEEG],
        "1.1.6": [Status.NIET_OPGEPAKT, Status.VOLTOOID, Status.VOLTOOID, Status.VOLTOOID],
        "1.1.7": [Status.NIET_OPGEPAKT, Status.GEPLAND, Status.GEPLAND, Status.GEPLAND],
    }
    ronde = make_round(4, 7, lambda g, nr: standen[nr][int(g[1:]) - 1])

    assert [zin for zin in find_opvallend(ronde) if zin.startswith("Verschilt")] == [
        "Verschilt veel: 1.1.4 Actie 4: 1× structureel, 1× voltooid, 1× gepland.",
        "Verschilt veel: 1.1.6 Actie 6: 3× voltooid, 1× wordt niet opgepakt.",
    ]


def test_what_most_gemeenten_do_not_take_up_and_what_nobody_answered_asks_a_decision() -> None:
    """What nobody does comes first. Text that we did not recognise is no answer, and is not called silence either."""

    def antwoord(gemeente: str, nr: str) -> Status | Reden:
        if nr == "1.1.5":
            return Reden.LEEG
        if nr == "1.1.6":
            return Reden.NIET_HERKEND if gemeente == "G1" else Reden.LEEG
        return Status.NIET_OPGEPAKT if int(gemeente[1:]) < int(nr[-1]) else Status.GEPLAND

    besluiten = find_besluiten(make_round(3, 6, antwoord).matrix)

    assert besluiten == [
        "1.1.4 Actie 4: wordt door niemand opgepakt (G1, G2 en G3).",
        "1.1.3 Actie 3: wordt niet opgepakt door 2 van de 3 (G1 en G2).",
        "1.1.2 Actie 2: wordt niet opgepakt door 1 van de 3 (G1).",
        "Pakt veel niet op: G1 (3 van de 6 acties).",
        "1.1.5 Actie 5: nergens beantwoord.",
        "1.1.6 Actie 6: nergens een antwoord dat we herkennen.",
    ]


def test_while_everything_is_oranje_nobody_is_told_that_nothing_asks_a_decision() -> None:
    """Words that were not recognised, or no file at all: no actie was answered anywhere."""
    onbekend = make_round(2, 1, lambda *_: Reden.NIET_HERKEND).matrix
    stil = make_round(2, 6, lambda *_: Reden.GEEN_BESTAND).matrix

    assert find_besluiten(onbekend) == ["1.1.1 Actie 1: nergens een antwoord dat we herkennen."]
    assert find_besluiten(stil) == [
        *(f"1.1.{nr} Actie {nr}: nergens beantwoord." for nr in range(1, 5)),
        "En nog 2 acties zonder een antwoord dat telt.",
    ]


def test_while_a_gemeente_sent_nothing_it_is_said_that_this_is_about_what_is_in() -> None:
    """She may still refuse something."""
    matrix = make_round(2, 2, lambda g, _: Status.GEPLAND if g == "G1" else Reden.GEEN_BESTAND).matrix

    assert find_besluiten(matrix) == [
        "Nog niets: 2 antwoorden ontbreken nog. In wat er wel is, is elke actie ergens beantwoord en blijft er geen "
        "liggen."
    ]


def with_reasons(ronde: Samenvoeging, redenen: dict[tuple[str, str], str]) -> Matrix:
    """Return the matrix with these toelichtingen, by (gemeente, nr)."""
    matrix = ronde.matrix
    toegelicht = {
        (i.gemeente, i.nr): replace(i, toelichting=redenen.get((i.gemeente, i.nr), "")) for i in matrix.invullingen
    }
    return Matrix.build(matrix.plan, toegelicht)


def test_behind_an_actie_that_is_not_taken_up_stands_why() -> None:
    """In the words of who refuses it, each reason once and shortened; without a reason there stands nothing."""
    ronde = make_round(4, 3, lambda g, nr: Status.NIET_OPGEPAKT if int(g[1:]) <= int(nr[-1]) else Status.GEPLAND)
    lang = "Dit past niet bij wat wij hier met de politie en de woningcorporaties hebben afgesproken."
    redenen = {
        ("G1", "1.1.3"): "Geen capaciteit", ("G2", "1.1.3"): lang, ("G3", "1.1.3"): "geen capaciteit",
        ("G2", "1.1.2"): "geen\ngeld",
    }  # fmt: skip

    zinnen = find_besluiten(with_reasons(ronde, redenen))

    assert zinnen[:3] == [
        "1.1.3 Actie 3: wordt niet opgepakt door 3 van de 4 (G1, G2 en G3). Waarom: “Geen capaciteit” (G1 en G3) en "
        "“Dit past niet bij wat wij hier met de politie en de woningc…” (G2).",
        "1.1.2 Actie 2: wordt niet opgepakt door 2 van de 4 (G1 en G2). Waarom: “geen geld” (G2).",
        "1.1.1 Actie 1: wordt niet opgepakt door 1 van de 4 (G1).",
    ]


def test_an_actie_that_nobody_does_comes_before_one_that_more_gemeenten_refuse() -> None:
    """Refused by one, and no answer from anyone else: as it stands now nobody takes it up."""

    def antwoord(gemeente: str, nr: str) -> Status | Reden:
        if nr == "1.1.2":
            return Status.NIET_OPGEPAKT if gemeente == "G1" else Reden.LEEG
        return Status.NIET_OPGEPAKT if gemeente in ("G1", "G2") else Status.GEPLAND

    assert find_besluiten(make_round(3, 2, antwoord).matrix) == [
        "1.1.2 Actie 2: wordt nog door niemand opgepakt: niet door 1 van de 3 (G1), en de rest gaf geen bruikbaar "
        "antwoord.",
        "1.1.1 Actie 1: wordt niet opgepakt door 2 van de 3 (G1 en G2).",
    ]


def test_who_does_not_take_up_half_of_its_acties_is_named_in_one_sentence() -> None:
    """From three acties on: one of two is no case of its own."""

    def antwoord(gemeente: str, nr: str) -> Status:
        hoeveel = {"G1": 3, "G2": 6, "G3": 2}[gemeente]
        return Status.NIET_OPGEPAKT if int(nr[-1]) <= hoeveel else Status.GEPLAND

    zinnen = find_besluiten(make_round(3, 6, antwoord).matrix)

    assert "Pakt veel niet op: G2 (alle 6 acties) en G1 (3 van de 6 acties)." in zinnen


def test_the_column_of_decisions_never_grows_longer_than_the_page_has_room_for() -> None:
    """Acties refused, acties unanswered and a gemeente that refuses most: ten lines, as many as there ever were."""

    def antwoord(gemeente: str, nr: str) -> Status | Reden:
        return Status.NIET_OPGEPAKT if int(nr.split(".")[2]) <= 12 else Reden.LEEG

    assert len(find_besluiten(make_round(3, 24, antwoord).matrix)) == 10


def test_a_day_on_which_all_files_were_saved_is_said_once() -> None:
    """The same date behind every name hides the names."""
    ronde = make_round(2, 2, lambda *_: Reden.LEEG)
    herkomst = tuple(Herkomst(f"{g}.xlsx", "", "2026-11-24T09:30:00Z", (g,), is_gebruikt=True) for g in ("G1", "G2"))

    assert find_opvallend(replace(ronde, herkomst=herkomst))[1] == (
        "Wel een bestand, opgeslagen 24 november 2026, nog niet compleet: G1 (2 open) en G2 (2 open)."
    )


def test_a_long_oranje_list_is_cut_and_says_how_many_more() -> None:
    """The acties that most gemeenten left open stand first; nothing is left out without a word."""
    ronde = make_round(9, 20, lambda g, nr: Reden.LEEG if int(g[1:]) <= int(nr.split(".")[2]) % 10 else Status.GEPLAND)
    woorden = texts(build(ronde))

    plek = woorden.index("Nog geen antwoord (oranje)")
    assert woorden[plek + 2 : plek + 6] == [
        "1.1.9 Actie 9", "alle gemeenten", "1.1.19 Actie 19", "alle gemeenten",
    ]  # fmt: skip
    assert woorden[-1] == ("En nog 10 acties zonder antwoord van een of meer gemeenten; zie Per gemeente en Gegevens.")


def test_what_changed_stands_beside_the_series_once_there_are_two_points() -> None:
    """Without a previous regiowerkboek that part is left out."""
    eerst = make_round(2, 2, lambda *_: Status.GEPLAND)
    nu = make_round(2, 2, lambda *_: Status.VOLTOOID)
    toen = replace(measure(eerst.matrix), peildatum="2018-12-01")
    nu = replace(nu, vergelijking=compare(eerst.matrix, nu.matrix), reeks=extend([toen], measure(nu.matrix)))

    assert "Veranderd sinds de vorige keer" not in texts(build(eerst))
    sheet = build(nu)
    woorden = texts(sheet)
    assert woorden[woorden.index("Veranderd sinds de vorige keer") + 1] == nu.vergelijking.zin
    [verloop] = [grafiek for grafiek in sheet.grafieken if grafiek.soort == "lijn"]
    assert {str(reeks.categorieen) for reeks in verloop.reeksen} == {"='Wijzigingen'!$A$6:$A$7"}


def test_the_remark_of_the_plan_is_not_taken_for_a_change() -> None:
    """It stands above that heading, not under it."""
    nu = make_round(2, 2, lambda *_: Status.GEPLAND, opmerking="Voorbeeld.")
    woorden = texts(build(replace(nu, vergelijking=compare(nu.matrix, nu.matrix))))

    assert woorden.index("Voorbeeld.") < woorden.index("Veranderd sinds de vorige keer")


def test_a_long_rubricering_is_shown_whole(samenvoeging: Samenvoeging) -> None:
    """Half of "niet openbaar" says the opposite; so the words wrap and their row grows."""
    plan = samenvoeging.matrix.plan
    lang = "Niet openbaar: alleen voor de leden van de driehoek+ en hun plaatsvervangers, tot nader bericht"
    gegevens = replace(plan.gegevens, rubricering=lang)
    matrix = replace(samenvoeging.matrix, plan=replace(plan, gegevens=gegevens))

    gewoon, groot = (row_heights(build(ronde))[1] for ronde in (samenvoeging, replace(samenvoeging, matrix=matrix)))

    assert groot > gewoon


def test_long_names_leave_room_for_the_bars(samenvoeging: Samenvoeging) -> None:
    """The hoofdlijnen of the example have long names, its kolommen short ones."""
    per_kolom, per_hoofdlijn = build(samenvoeging).grafieken

    assert (per_kolom.deel_voor_namen, 0 < per_hoofdlijn.deel_voor_namen < 0.4) == (0, True)
    getekend = [inhoud for naam, inhoud in sorted(parts(build_regiowerkboek(samenvoeging)).items()) if "/chart" in naam]
    assert [b"<c:manualLayout>" in deel for deel in getekend] == [False, True]


def test_status_per_hoofdlijn_counts_the_answers_of_the_gemeenten(samenvoeging: Samenvoeging) -> None:
    """A hoofdlijn without acties says so; the totals are those on top of the page."""
    sheet = build(samenvoeging)

    assert row_of(sheet, "Alle hoofdlijnen") == ["Alle hoofdlijnen", 21, 11, 37, 3, 16, 88]
    leeg = [tekst for tekst in texts(sheet) if tekst.startswith("2 ") and tekst.endswith("(geen acties)")]
    assert [row_of(sheet, naam)[1:] for naam in leeg] == [[0, 0, 0, 0, 0, 0]]


def test_of_many_kolommen_the_least_complete_are_shown_and_the_rest_in_one_row() -> None:
    """Table and chart stay readable, and the totals still count every cell of the matrix."""
    ronde = make_round(30, 4, lambda g, nr: Reden.LEEG if int(g[1:]) > 18 and nr == "1.1.1" else Status.GEPLAND)
    sheet = build(ronde)

    assert row_of(sheet, "G19") == ["G19", 0, 0, 3, 0, 1, 4]
    assert "G1" not in texts(sheet)
    assert row_of(sheet, "Overige 20 kolommen") == ["Overige 20 kolommen", 0, 0, 78, 0, 2, 80]
    assert row_of(sheet, "Alle kolommen") == ["Alle kolommen", 0, 0, 108, 0, 12, 120]
    per_kolom = sheet.grafieken[0].reeksen[0].categorieen.bereik
    assert per_kolom.tot_rij - per_kolom.rij == 10


def test_up_to_twenty_kolommen_are_all_shown() -> None:
    """In the order of the plan."""
    sheet = build(make_round(20, 1, lambda *_: Status.GEPLAND))

    assert [tekst for tekst in texts(sheet) if tekst in {f"G{nr}" for nr in range(1, 21)}] == [
        f"G{nr}" for nr in range(1, 21)
    ]


def test_a_name_that_holds_an_invisible_sign_makes_a_file_that_opens(voorbeeldplan: Plan) -> None:
    """In a chart a name stands as it is; there a control character would spoil the file."""
    kolom = voorbeeldplan.kolommen[-1]
    naam = "Lan\x01derd <b>&"
    anders = Kolom(naam, tuple(replace(gemeente, kolom=naam) for gemeente in kolom.gemeenten))
    plan = replace(voorbeeldplan, kolommen=(*voorbeeldplan.kolommen[:-1], anders))

    (grafiek, _) = load(build_regiowerkboek(merge(plan, [])))["Samenvatting"]._charts

    namen = [punt.v for punt in grafiek.series[0].cat.strRef.strCache.pt]
    assert namen[-1] == "Lan⟨U+0001⟩derd <b>&"


def test_the_page_is_one_page_whatever_stands_on_it(samenvoeging: Samenvoeging) -> None:
    """On A4, upright: so wide that its letters can be read there; on A3 the same page is larger."""
    for ronde in (samenvoeging, make_round(30, 30, lambda *_: Reden.LEEG)):
        opmaak = build(ronde).print
        assert (opmaak.is_een_pagina, opmaak.liggend, opmaak.papier) == (True, False, 9)
        assert build(ronde).laatste_rij < 60


def test_the_page_fits_the_screen_of_a_laptop() -> None:
    """At full size: a column of one character is seven pixels wide and has five of white."""
    breedtes = build(make_round(2, 2, lambda *_: Reden.LEEG)).breedtes

    assert sum(7 * breed + 5 for breed in breedtes.values()) < 1280
