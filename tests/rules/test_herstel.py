"""Who gets what back to mend: every finding about an answer goes to whoever filled it in, and to nobody else."""

import io
from datetime import datetime

import pytest
from tekenen import Cel, RawSheet, RawWorkbook, draw_invulblad

from actieplan_xl.domain.bevinding import Code, Ernst
from actieplan_xl.domain.inzending import Herkomst, Inzending
from actieplan_xl.domain.plan import Plan
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.rules.herstel import Herstel, collect_herstel, herstel_of
from actieplan_xl.rules.samenvoeging import merge
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad

NRS = ("1.1.1", "1.1.2", "1.2.1", "2.1.1")
KLAAR = dict.fromkeys(NRS, Antwoord("voltooid", "2018"))


def blad(plan: Plan, naam: str, bestand: str = "", dag: int = 1, voor_kolom: bool = False, **anders: str) -> io.BytesIO:
    """Return an invulblad in which everything is done, but for the numbers that are given: `n112="x"`."""
    antwoorden = {**KLAAR, **{".".join(nr[1:]): Antwoord(status) for nr, status in anders.items()}}
    inhoud = build_invulblad(
        plan,
        plan.find_gemeenten(naam)[0],
        None,
        Vulling(antwoorden, voor_kolom=voor_kolom),
        opgeslagen=datetime(2019, 5, dag),
    )
    return stream(inhoud, bestand or f"{naam}.xlsx")


def stream(inhoud: bytes, naam: str) -> io.BytesIO:
    stroom = io.BytesIO(inhoud)
    stroom.name = naam
    return stroom


def collected(plan: Plan, *bestanden: io.BytesIO) -> dict[str, Herstel]:
    return {h.wie: h for h in collect_herstel(merge(plan, read_inzendingen(bestanden, Vraag(plan))))}


def told(herstel: Herstel) -> list[tuple[Code, str, str]]:
    return [(b.code, b.plek.cel, b.nr) for b in herstel.bevindingen]


def test_who_is_done_has_nothing_to_mend(plan):
    assert collected(plan, *(blad(plan, g.naam) for g in plan.gemeenten)) == {}


def test_what_is_only_ter_info_is_nothing_to_mend(plan):
    te_doen = collected(plan, blad(plan, "Boekel", n111="afgerond"))

    assert "Boekel" not in te_doen


def test_they_stand_in_the_order_of_the_plan(plan):
    bestanden = [blad(plan, naam, n111="") for naam in ("Uden", "Boekel", "Grave", "Cuijk")]

    te_doen = collected(plan, *bestanden)

    assert list(te_doen) == ["Cuijk", "Grave", "Boekel", "Uden"]
    assert [h.gemeente.naam for h in te_doen.values()] == ["Cuijk", "Grave", "Boekel", "Uden"]


def test_missing_answers_come_first_then_what_is_wrong_then_what_to_look_at(plan):
    tabel = """
        | Nr    | Actie                     | Status     | Planning | Toelichting |
        | 1.1.1 | Training voor bestuurders | bijna klar | 2018     | |
        | 1.1.2 | E-learning                |            |          | alleen dit |
        | 1.2.1 | Kalender bijhouden        |            | -        | |
        | 2.1.1 | BIBOB-beleid              |            |          | |
    """
    boek = draw_invulblad(tabel, cellen={"H4": "los"}, fills={"C7": "00B050"})

    boekel = collected(plan, stream(boek.bytes(), "Boekel.xlsx"))["Boekel"]

    assert told(boekel) == [
        (Code.ALLEEN_TOELICHTING, "C5", "1.1.2"),
        (Code.PLANNING_ZEGT_NIETS, "D6", "1.2.1"),
        (Code.STATUS_ONBEKEND, "C4", "1.1.1"),
        (Code.CEL_BUITEN_TABEL, "H4", "1.1.1"),
        (Code.STATUS_UIT_KLEUR, "C7", "2.1.1"),
    ]


def test_rows_that_are_gone_are_told_though_they_are_in_no_cell(plan):
    tabel = "| Nr | Actie | Status | Planning | Toelichting |\n| 1.1.1 | Training voor bestuurders | voltooid | | |"

    boekel = collected(plan, stream(draw_invulblad(tabel).bytes(), "Boekel.xlsx"))["Boekel"]

    assert told(boekel) == [(Code.RIJ_WEG, "", nr) for nr in NRS[1:]]


def test_who_sent_nothing_still_has_the_invulblad_that_was_sent_to_her(plan):
    assert set(collected(plan, blad(plan, "Boekel", n111=""))) == {"Boekel"}


def test_whoever_sent_something_can_be_given_it_back(plan):
    """With nothing to tell her as well: a fresh invulblad would lose what she answered. Who sent nothing gets none."""
    samenvoeging = merge(
        plan, read_inzendingen([blad(plan, "Boekel"), blad(plan, "CGM", voor_kolom=True)], Vraag(plan))
    )
    cuijk, grave, boekel, uden = plan.gemeenten

    van_boekel = herstel_of(samenvoeging, [], boekel)

    assert van_boekel is not None
    assert (van_boekel.inzending, van_boekel.bevindingen) == (samenvoeging.telt["Boekel"], ())
    assert {herstel_of(samenvoeging, [], g).wie for g in (cuijk, grave)} == {"CGM"}
    assert herstel_of(samenvoeging, collect_herstel(samenvoeging), uden) is None


@pytest.mark.parametrize(("naam", "nrs"), [("Uden", NRS), ("Grave", NRS[:3])])
def test_whose_file_could_not_be_read_is_told_why_and_has_to_do_all_that_applies(plan, naam, nrs):
    herstel = collected(plan, blad(plan, "Boekel"), stream(b"%PDF-1.7", f"{naam}.xlsx"))[naam]

    assert (herstel.inzending, herstel.is_voor_kolom, herstel.gemeente.naam) == (None, False, naam)
    assert [(b.code, b.plek.bestand) for b in herstel.waarom] == [(Code.BESTAND_ANDERE_SOORT, f"{naam}.xlsx")]
    assert told(herstel) == [(Code.GEEN_ANTWOORD, "", nr) for nr in nrs]
    assert {b.gemeente for b in herstel.bevindingen} == {naam}
    assert (herstel.eigen_acties, herstel.communicatie) == ((), ())


def test_of_a_file_for_a_kolom_that_could_not_be_read_somebody_is_told(plan):
    """Its gemeenten are onleesbaar: none of them sent nothing. One file came, so one goes back."""
    te_doen = collected(plan, blad(plan, "Boekel"), stream(b"%PDF-1.7", "CGM.xlsx"))

    assert list(te_doen) == ["CGM"]
    cgm = te_doen["CGM"]
    assert (cgm.inzending, cgm.gemeente.naam) == (None, "Cuijk")
    assert [(b.code, b.plek.bestand) for b in cgm.waarom] == [(Code.BESTAND_ANDERE_SOORT, "CGM.xlsx")]
    assert told(cgm) == [(Code.GEEN_ANTWOORD, "", nr) for nr in NRS[:3]]


def test_beside_a_broken_file_for_her_kolom_her_own_speaks_for_her(plan):
    te_doen = collected(plan, blad(plan, "Cuijk", n111=""), stream(b"%PDF-1.7", "CGM.xlsx"))

    assert list(te_doen) == ["Cuijk", "Grave"]
    assert told(te_doen["Cuijk"]) == [(Code.GEEN_ANTWOORD, "C11", "1.1.1")]
    assert [b.plek.bestand for b in te_doen["Grave"].waarom] == ["CGM.xlsx"]


def test_one_whose_own_file_is_broken_too_is_told_of_her_own(plan):
    te_doen = collected(plan, stream(b"%PDF-1.7", "Grave.xlsx"), stream(b"%PDF-1.7", "CGM.xlsx"), blad(plan, "Boekel"))

    assert {wie: [b.plek.bestand for b in h.waarom] for wie, h in te_doen.items()} == {
        "Grave": ["Grave.xlsx"],
        "Cuijk": ["CGM.xlsx"],
    }


def test_beside_a_file_that_can_be_read_a_broken_one_is_not_hers_to_mend(plan):
    boekel = collected(plan, blad(plan, "Boekel", n111=""), stream(b"%PDF-1.7", "Boekel oud.xlsx"))["Boekel"]

    assert told(boekel) == [(Code.GEEN_ANTWOORD, "C10", "1.1.1")]


def test_a_file_for_a_whole_kolom_is_told_each_empty_cell_once(plan):
    te_doen = collected(plan, blad(plan, "Cuijk", voor_kolom=True, n112="", n121="bijna klar"))

    assert set(te_doen) == {"CGM"}
    cgm = te_doen["CGM"]
    assert told(cgm) == [(Code.GEEN_ANTWOORD, "C12", "1.1.2"), (Code.STATUS_ONBEKEND, "C14", "1.2.1")]
    assert (cgm.is_voor_kolom, cgm.gemeente.naam) == (True, "Cuijk")


def test_who_answers_for_herself_beside_her_kolom_gets_her_own(plan):
    te_doen = collected(plan, blad(plan, "Cuijk", "CGM.xlsx", voor_kolom=True, n112=""), blad(plan, "Grave", n121=""))

    assert told(te_doen["CGM"]) == [(Code.GEEN_ANTWOORD, "C12", "1.1.2")]
    assert told(te_doen["Grave"]) == [(Code.GEEN_ANTWOORD, "C14", "1.2.1"), (Code.ELDERS_ANTWOORD, "C14", "1.2.1")]


def test_of_two_files_only_the_one_that_counts_is_mended(plan):
    oud = blad(plan, "Boekel", "Boekel oud.xlsx", dag=1, n111="bijna klar", n112="klar")
    nieuw = blad(plan, "Boekel", "Boekel nieuw.xlsx", dag=2, n112="")

    boekel = collected(plan, oud, nieuw)["Boekel"]

    assert boekel.inzending.herkomst.bestand == "Boekel nieuw.xlsx"
    assert told(boekel) == [(Code.GEEN_ANTWOORD, "C11", "1.1.2")]


def test_two_files_of_the_same_name_are_two_files(plan):
    """From two folders, or two mails: a finding of the one is not to be mended in the other."""
    oud = blad(plan, "Boekel", dag=1, n111="bijna klar")
    nieuw = blad(plan, "Boekel", dag=2, n112="")

    boekel = collected(plan, oud, nieuw)["Boekel"]

    assert boekel.inzending.antwoorden["1.1.1"].is_antwoord
    assert told(boekel) == [(Code.GEEN_ANTWOORD, "C11", "1.1.2"), (Code.ELDERS_ANTWOORD, "C11", "1.1.2")]


def test_files_of_the_same_name_of_two_gemeenten_stay_apart(plan):
    te_doen = collected(
        plan, blad(plan, "Boekel", "Invulblad.xlsx", n111=""), blad(plan, "Uden", "Invulblad.xlsx", n112="bijna klar")
    )

    assert told(te_doen["Boekel"]) == [(Code.GEEN_ANTWOORD, "C10", "1.1.1")]
    assert told(te_doen["Uden"]) == [(Code.STATUS_ONBEKEND, "C11", "1.1.2")]


def test_several_invulbladen_in_a_workbook_each_get_what_is_theirs(plan):
    bladen = []
    for naam, status in (("Boekel", "bijna klar"), ("Uden", "")):
        sheet = RawSheet(naam, {"A1": Cel(f"Invulblad van {naam}")})
        regels = "\n".join(f"| {actie.nr} | {actie.tekst} | {status or 'voltooid'} | |" for actie in plan.acties)
        sheet.put_table(f"| Nr | Actie | Status | Toelichting |\n{regels}", 3)
        bladen.append(sheet)

    te_doen = collected(plan, stream(RawWorkbook(bladen).bytes(), "samen.xlsx"))

    assert {b.plek.blad for b in te_doen["Boekel"].bevindingen} == {"Boekel"}
    assert {b.code for b in te_doen["Boekel"].bevindingen} == {Code.STATUS_ONBEKEND, Code.KOLOM_ONTBREEKT}
    assert {(b.code, b.plek.blad) for b in te_doen["Uden"].bevindingen} == {(Code.KOLOM_ONTBREEKT, "Uden")}


def test_what_is_for_the_coordinator_is_not_hers(plan):
    """Another plan, a name that clashes, two files: nothing that a gemeente can mend in a cell."""
    oud = blad(plan, "Boekel", "Uden oud.xlsx", dag=1, n111="", n112="gepland")
    nieuw = blad(plan, "Boekel", "Uden.xlsx", dag=2, n111="")

    samen = merge(plan, read_inzendingen([oud, nieuw], Vraag(plan)))
    boekel = next(h for h in collect_herstel(samen) if h.wie == "Boekel")

    assert {b.code for b in samen.bevindingen if b.gemeente == "Boekel"} > {Code.NAAM_BOTST, Code.TWEE_BESTANDEN}
    assert told(boekel) == [(Code.GEEN_ANTWOORD, "C10", "1.1.1")]


def test_more_of_the_same_than_is_told_one_by_one_is_told_as_a_number(plan):
    cellen = {f"{letter}{rij}": "los" for letter in "HIJKLMNOPQRS" for rij in range(4, 54)}
    tabel = "| Nr | Actie | Status | Planning | Toelichting |\n| 1.1.1 | Training voor bestuurders | voltooid | | |"
    boek = draw_invulblad(tabel, cellen=cellen)

    boekel = collected(plan, stream(boek.bytes(), "Boekel.xlsx"))["Boekel"]

    assert [b.code for b in boekel.bevindingen].count(Code.CEL_BUITEN_TABEL) == 500
    (meer,) = (b for b in boekel.bevindingen if b.code is Code.MEER_BEVINDINGEN)
    assert (meer.waarden["aantal"], meer.plek.blad) == (100, "Invulblad")


@pytest.mark.parametrize("soort", ["Boekel.xls", "Boekel.xlsx"])
def test_nothing_is_told_twice(plan, soort):
    boekel = collected(plan, blad(plan, "Boekel", soort, n111="bijna klar", n112=""))["Boekel"]

    assert len(told(boekel)) == len(set(told(boekel))) == 2
    assert all(b.ernst is not Ernst.TER_INFO for b in boekel.bevindingen)


def test_a_sender_speaks_for_a_kolom_only_when_its_file_does(plan):
    boekel = plan.find_gemeenten("Boekel")[0]
    inzending = Inzending(Herkomst("a.xlsx"), ("Cuijk", "Grave"), "CGM")

    assert Herstel("CGM", plan.gemeenten[0], inzending, ()).is_voor_kolom
    assert not Herstel("Boekel", boekel, Inzending(Herkomst("a.xlsx"), ("Boekel",), "Boekel"), ()).is_voor_kolom


def own_sheet(naam: str, nummer: int, *regels: str) -> RawSheet:
    """Return a sheet of Boekel with an eigen actie of its own, and one that stands on each of them."""
    sheet = RawSheet(naam, {"A1": Cel("Invulblad van Boekel")})
    eigen = ("| | Eigen acties | | |", f"| | Alleen op {nummer} | gepland | |", "| | Op allebei | gepland | 2020 |")
    sheet.put_table("\n".join(("| Nr | Actie | Status | Planning |", *regels, *eigen)), 3)
    return sheet


def calendar(naam: str, *regels: str) -> RawSheet:
    sheet = RawSheet(naam)
    sheet.put_table("\n".join(("| Datum | Wat | Kanaal |", *regels)))
    return sheet


def two_sheets() -> RawWorkbook:
    return RawWorkbook(
        [
            own_sheet(
                "Eerste",
                1,
                "| 1.1.1 | Training voor bestuurders | gepland | 2019 |",
                "| 1.1.2 | E-learning | voltooid | |",
            ),
            own_sheet("Tweede", 2, "| 1.1.1 | Training voor bestuurders | voltooid | |"),
            calendar("Kalender", "| 1-3-2019 | Persbericht | brief |"),
        ]
    )


def test_what_another_sheet_of_hers_says_otherwise_is_hers_to_mend(plan):
    boekel = collected(plan, stream(two_sheets().bytes(), "Boekel.xlsx"))["Boekel"]

    elders = {(b.code, b.plek.blad, b.plek.cel, b.nr) for b in boekel.bevindingen if b.plek.blad == "Tweede"}
    assert elders == {
        (Code.TWEE_BLADEN, "Tweede", "", ""),
        (Code.TWEE_BESTANDEN_VERSCHIL, "Tweede", "C4", "1.1.1"),
    }
    assert boekel.inzending.blad == "Eerste"


def test_what_is_in_no_answer_on_a_sheet_that_does_not_count_is_hers_and_only_from_the_same_workbook(plan):
    def two_with_notes(moment: str, los: str) -> io.BytesIO:
        boek = two_sheets()
        boek.sheets[1].put(4, [los], 8)
        boek.opgeslagen = moment
        return stream(boek.bytes(), "Boekel.xlsx")

    oud, nieuw = two_with_notes("2019-05-01T10:00:00Z", "oud"), two_with_notes("2019-05-02T10:00:00Z", "nieuw")

    boekel = collected(plan, oud, nieuw)["Boekel"]

    los = [
        (b.plek.blad, b.plek.cel, b.waarden["waarde"]) for b in boekel.bevindingen if b.code is Code.CEL_BUITEN_TABEL
    ]
    assert los == [("Tweede", "H4", "nieuw")]
    assert [inzending.blad for inzending in boekel.naast] == ["Tweede"]


def test_of_another_file_she_hears_only_what_she_answered_there_and_not_here(plan):
    """Where both answer and differ, the coördinator asks which it is: here is nothing to mend."""
    oud = blad(plan, "Boekel", "een.xlsx", dag=1, n111="gepland")
    nieuw = blad(plan, "Boekel", "twee.xlsx", dag=2, n112="", n121="bijna klar")

    boekel = collected(plan, oud, nieuw)["Boekel"]

    assert told(boekel) == [
        (Code.GEEN_ANTWOORD, "C11", "1.1.2"),
        (Code.STATUS_ONBEKEND, "C13", "1.2.1"),
        (Code.ELDERS_ANTWOORD, "C11", "1.1.2"),
        (Code.ELDERS_ANTWOORD, "C13", "1.2.1"),
    ]
    (gezegd, _) = (b for b in boekel.bevindingen if b.code is Code.ELDERS_ANTWOORD)
    assert gezegd.tekst == (
        "in een ander bestand (een.xlsx) stond bij 1.1.2 'voltooid, 2018'; dat telt niet, want dit bestand telt."
    )


def test_eigen_acties_and_moments_of_every_sheet_of_hers_go_along_each_once(plan):
    boekel = collected(plan, stream(two_sheets().bytes(), "Boekel.xlsx"))["Boekel"]

    assert [eigen.actie for eigen in boekel.eigen_acties] == ["Alleen op 1", "Op allebei", "Alleen op 2"]
    assert [moment.wat for moment in boekel.communicatie] == ["Persbericht"]


def test_eigen_acties_of_another_file_do_not_go_along(plan):
    oud = RawWorkbook([own_sheet("Blad", 1)], opgeslagen="2019-05-01T10:00:00Z").bytes()
    nieuw = RawWorkbook([own_sheet("Blad", 2)], opgeslagen="2019-05-02T10:00:00Z").bytes()

    boekel = collected(plan, stream(oud, "Boekel 1.xlsx"), stream(nieuw, "Boekel 2.xlsx"))["Boekel"]

    assert [eigen.actie for eigen in boekel.eigen_acties] == ["Alleen op 2", "Op allebei"]
