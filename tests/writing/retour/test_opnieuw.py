"""When her own workbook will not do as a retour, though it could be added to: a new one, which says why."""

from dataclasses import replace

import pytest
from openpyxl.workbook import Workbook

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Bekend, Stand
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Status
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.rules.herstel import collect_herstel
from actieplan_xl.rules.samenvoeging import merge
from actieplan_xl.writing.invulblad import Antwoord
from actieplan_xl.writing.retour import build_retour, retour_name
from writing.dump import load
from writing.retour.bewerkt import edited
from writing.retour.terugsturen import Terug, drawn, findings, invulblad, points, read, said, send_back, stream

ANTWOORDEN = {"1.1.1": Antwoord("bijna klar", "2019"), "1.1.2": Antwoord("voltooid", "2018")}


def named_by_hand(plan: Plan, inhoud: bytes, wie: str, bekend: Bekend | None = None) -> tuple[Terug, str]:
    """Return the retour of a file that somebody named by hand, and the name that the retour gets."""
    vraag = Vraag(plan, gemeenten={"ingevuld.xlsx": wie})
    samen = merge(plan, read_inzendingen([stream(inhoud, "ingevuld.xlsx")], vraag))
    (herstel,) = collect_herstel(samen)
    gebouwd = build_retour(plan, herstel, Bestand("ingevuld.xlsx", inhoud), bekend or Bekend())
    return Terug(herstel, gebouwd), f"{retour_name(plan, herstel)}.xlsx"


def first_sentence(terug: Terug) -> str:
    return load(terug.inhoud)["Te herstellen"]["A3"].value


def test_who_filled_in_the_sheet_of_another_gets_one_of_her_own(plan):
    """Else the retour of Uden says it is Boekel's, and counts for Boekel when it comes back."""
    inhoud = invulblad(plan, antwoorden=ANTWOORDEN)

    terug, naam = named_by_hand(plan, inhoud, "Uden")

    assert terug.opnieuw == "het eigen bestand zegt dat het van Boekel is"
    assert f"al gaven: {terug.opnieuw}." in first_sentence(terug)
    gelezen = read(plan, terug.inhoud, naam)
    assert gelezen.gemeenten == ("Uden",)
    assert {nr: i.inhoud for nr, i in gelezen.antwoorden.items()} == {
        nr: i.inhoud for nr, i in read(plan, inhoud).antwoorden.items()
    }


def test_the_previous_states_on_it_are_hers_and_not_those_of_the_other(plan):
    inhoud = invulblad(plan, standen={"2.1.1": Stand(Status.VOLTOOID, "2017")}, antwoorden=ANTWOORDEN)
    van_uden = {"1.1.1": Stand(Status.GEPLAND, "2020")}

    terug, naam = named_by_hand(plan, inhoud, "Uden", Bekend(van_uden))

    assert read(plan, terug.inhoud, naam).standen == van_uden


def test_an_unchanged_that_said_nothing_says_nothing_among_her_own_previous_states(plan):
    inhoud = invulblad(plan, antwoorden={"1.1.1": Antwoord("ongewijzigd")})

    terug, naam = named_by_hand(plan, inhoud, "Uden", Bekend({"1.1.1": Stand(Status.VOLTOOID, "2017")}))

    assert read(plan, terug.inhoud, naam).antwoorden["1.1.1"].getypt == "ongewijzigd"


def test_one_sheet_that_was_named_for_a_whole_kolom_comes_back_for_the_whole_kolom(plan):
    inhoud = invulblad(plan, "Cuijk", antwoorden=ANTWOORDEN)

    terug, naam = named_by_hand(plan, inhoud, "CGM")

    assert terug.opnieuw == "het eigen bestand zegt dat het van Cuijk is"
    assert read(plan, terug.inhoud, naam).gemeenten == ("Cuijk", "Grave")


def test_who_is_named_as_the_sheet_itself_says_gets_her_own_workbook_back(plan):
    assert named_by_hand(plan, invulblad(plan, antwoorden=ANTWOORDEN), "Boekel")[0].opnieuw == ""


def delete_row(boek: Workbook) -> None:
    boek["Invulblad"].delete_rows(11)


def delete_column(boek: Workbook) -> None:
    boek["Invulblad"].delete_cols(3)


@pytest.mark.parametrize(
    ("doe", "waarom", "zin", "doen"),
    [
        (
            delete_row,
            "op het eigen blad ontbreekt de rij van 1.1.2",
            "In jullie bestand: 1.1.2 E-learning staat niet op het blad; daarop is dus geen antwoord.",
            "De rij staat er weer; kies een status uit de lijst.",
        ),
        (
            delete_column,
            "op het eigen blad ontbreekt de kolom Status",
            "In jullie bestand, Invulblad: de kolom 'Status' is er niet meer.",
            "De kolom staat er weer; vul in wat er hoort te staan.",
        ),
    ],
    ids=["een rij", "een kolom"],
)
def test_what_was_deleted_is_back_on_a_new_sheet_with_the_answers_that_were_given(plan, doe, waarom, zin, doen):
    """Whoever deleted it cannot put it back: nothing on her own sheet says where it was."""
    inhoud = edited(invulblad(plan, antwoorden=ANTWOORDEN), doe)

    terug = send_back(plan, inhoud)

    assert terug.opnieuw == waarom
    assert f"al gaven: {waarom}." in first_sentence(terug)
    assert (zin, doen) in [punt[3:] for punt in points(terug.inhoud)]
    nieuw = read(plan, terug.inhoud)
    assert set(nieuw.antwoorden) == {"1.1.1", "1.1.2", "1.2.1", "2.1.1"}
    assert {code for code, *_ in findings(plan, terug.inhoud)} & {Code.RIJ_WEG, Code.KOLOM_ONTBREEKT} == set()
    gezegd = {nr: i.inhoud[:3] for nr, i in read(plan, inhoud).antwoorden.items()}
    assert {nr: i.inhoud[:3] for nr, i in nieuw.antwoorden.items() if nr in gezegd} == gezegd


def test_of_several_deleted_rows_the_numbers_are_named(plan):
    tabel = """
        | Nr    | Actie                     | Status   | Planning | Toelichting |
        | 1.1.1 | Training voor bestuurders | voltooid |          |             |
    """

    assert send_back(plan, drawn(tabel)).opnieuw == "op het eigen blad ontbreken de rijen van 1.1.2, 1.2.1 en 2.1.1"


def unread(plan: Plan, code: Code, *anderen: tuple[str, bytes], bekend: Bekend | None = None) -> Terug:
    """Return the retour of Uden, whose file cannot be read because of `code`."""
    bestanden = [stream(b"%PDF-1.7", "Uden.xlsx"), *(stream(inhoud, naam) for naam, inhoud in anderen)]
    te_doen = collect_herstel(merge(plan, read_inzendingen(bestanden, Vraag(plan))))
    herstel = next(h for h in te_doen if h.wie == "Uden")
    waarom = tuple(replace(b, code=code, waarden={"soort": "iets"}) for b in herstel.waarom)
    return Terug(herstel, build_retour(plan, replace(herstel, waarom=waarom), None, bekend or Bekend()))


@pytest.mark.parametrize("code", [Code.BESTAND_WACHTWOORD, Code.WACHTWOORD_PAST_NIET, Code.BESTAND_ANDER_WACHTWOORD])
def test_who_sent_a_protected_file_reads_that_she_can_send_it_without_a_password(plan, code):
    zin = first_sentence(unread(plan, code))

    assert "Stuur het zonder wachtwoord, of vul het hier in. Dit is een nieuw blad." in zin
    assert "--wachtwoord" not in zin


STANDEN = {"1.1.1": Stand(Status.VOLTOOID, "2017")}


def test_that_the_previous_state_is_not_there_is_said_when_others_have_one(plan):
    boekel = ("Boekel.xlsx", invulblad(plan, standen=STANDEN, antwoorden=ANTWOORDEN))

    zonder = unread(plan, Code.BESTAND_LEEG, boekel)
    met = unread(plan, Code.BESTAND_LEEG, boekel, bekend=Bekend(STANDEN))
    niemand = unread(plan, Code.BESTAND_LEEG)

    assert "De vorige stand staat er niet bij, want die stond alleen in dat bestand." in first_sentence(zonder)
    assert zonder.opnieuw == "er was geen leesbaar bestand, en zonder --plan weten we de vorige stand niet"
    for een in (met, niemand):
        assert "vorige stand" not in first_sentence(een)
        assert een.opnieuw == "er was geen leesbaar bestand"


def test_a_new_sheet_says_everything_that_was_said_on_the_incomplete_one(plan):
    inhoud = edited(invulblad(plan, antwoorden=ANTWOORDEN), delete_row)
    (antwoorden, eigen, momenten) = said(read(plan, send_back(plan, inhoud).inhoud))[1:]

    assert antwoorden["1.1.1"][-2:] != ("", "")
    assert (eigen, momenten) == ([], [])


def test_what_stood_under_a_heading_that_was_typed_over_is_no_answer_on_the_new_sheet_either(plan):
    """There its column is called `Status` again, and the word would count though nobody put it there."""
    standen = {"1.1.2": Stand(Status.STRUCTUREEL, "elk jaar")}
    inhoud = invulblad(plan, standen=standen)

    def spoil(boek) -> None:
        blad = boek["Invulblad"]
        kop = next(cel for rij in blad.iter_rows() for cel in rij if cel.value == "Status")
        kop.value = "Stand van zaken"
        woorden = {"1.1.1": "voltooid", "1.1.2": "ongewijzigd", "1.2.1": "voltooid\nin mei"}
        for rij in range(kop.row + 1, blad.max_row):
            blad.cell(rij, kop.column).value = woorden.get(blad.cell(rij, 1).value)
        blad.delete_rows(next(r for r in range(kop.row, blad.max_row) if blad.cell(r, 1).value == "2.1.1"))

    gestuurd = edited(inhoud, spoil)
    terug = send_back(plan, gestuurd)

    assert terug.opnieuw
    for een in (gestuurd, terug.inhoud):
        assert not any(i.is_antwoord for i in read(plan, een).antwoorden.values())
    los = [rij[2].value for rij in load(terug.inhoud)["Losse teksten"].iter_rows(min_row=3)]
    assert {"Status: voltooid", "Status: ongewijzigd", "Status: voltooid\nin mei"} <= set(los)
