"""Rows of another gemeente, or the same once more, that were pasted on a sheet."""

import pytest
from tekenen import RawSheet, RawWorkbook, table

from actieplan_xl.domain.bevinding import Code, Ernst
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.status import Status
from actieplan_xl.reading.inzending import read_invulblad
from handen import BLAD, GEGEVEN, KOP, answers, at, hidden, rows, told
from handen.verstuurd import as_sent, beside, place_of


def pasted(doel: RawSheet, bron: RawSheet, lager: int) -> None:
    """Put all cells of a sheet on another one, so many rows lower."""
    for plaats, cel in bron.cellen.items():
        doel.cellen[f"{plaats[0]}{int(plaats[1:]) + lager}"] = cel


@pytest.fixture
def samen(bewaar, plan):
    """Read the sheet of Boekel with that of Uden below or above it; Uden answers 1.1.1 and 1.1.2, Boekel only 1.1.1."""

    def read(lager: int, hoger: int = 0, aanvulling: dict[str, str] | None = None):
        boek, uden = as_sent(plan), as_sent(plan, "Uden").sheets[0]
        blad = boek.sheets[0]
        blad.change({beside(blad, "1.1.1", "Status"): "voltooid"})
        uden.change(
            {
                beside(uden, "1.1.1", "Status"): "gepland",
                beside(uden, "1.1.2", "Status"): "wordt niet opgepakt",
                beside(uden, "1.1.2", "Toelichting"): "geen geld",
            }
        )
        eigen, blad.cellen, blad.na = RawSheet("", dict(blad.cellen)), {}, ""
        pasted(blad, eigen, hoger)
        pasted(blad, uden, lager)
        blad.change(aanvulling)
        return read_invulblad(bewaar(RawWorkbook(boek.sheets), "Boekel.xlsx"), plan)

    return read


@pytest.mark.parametrize(("lager", "hoger"), [(60, 0), (0, 60)], ids=["below", "above"])
def test_a_sheet_of_another_gemeente_that_was_pasted_on_it_is_told_and_never_counts(samen, lager, hoger):
    gelezen = samen(lager, hoger)

    gegeven = {nr: wat for nr, wat in answers(gelezen).items() if wat[0] is not Status.NIET_BEPAALD}
    assert gegeven == {"1.1.1": (Status.VOLTOOID, "")}
    assert gelezen.eigen_acties == ()
    van_uden = [b for b in gelezen.bevindingen if b.code is Code.RIJ_VAN_ANDER]
    assert [(b.nr, b.waarden["waarde"]) for b in van_uden if b.nr] == [
        ("1.1.1", "gepland"),
        ("1.1.2", "wordt niet opgepakt, geen geld"),
    ]
    assert "'Invulblad van Uden'" in van_uden[0].tekst
    assert "Invulblad van Uden" in at(gelezen, f"A{2 + lager}")


def test_an_eigen_actie_of_another_gemeente_is_told_and_is_none_of_ours(samen):
    gelezen = samen(60, aanvulling={"B90": "Buurtapp", "C90": "gepland"})

    assert gelezen.eigen_acties == ()
    assert "Buurtapp, gepland" in at(gelezen, "B90")


def test_the_same_sheet_pasted_once_more_says_twice_what_differs(lees, plan):
    gelezen = lees(
        rows("| 1.1.1 | | voltooid | | |", "| 1.1.2 | | | | |", "| Invulblad van Boekel | | | | |", KOP)
        + "| 1.1.1 | | gepland | | |\n| 1.1.2 | | gepland | | |",
        verborgen=hidden(plan),
    )

    assert answers(gelezen) == {"1.1.1": (Status.VOLTOOID, ""), "1.1.2": (Status.GEPLAND, "")}
    assert [(b.code, b.nr) for b in gelezen.bevindingen] == [
        (Code.RIJ_DUBBEL, "1.1.1"),
        (Code.RIJ_DUBBEL_LEEG, "1.1.2"),
    ]
    assert gelezen.eigen_acties == ()


def test_below_the_bare_name_of_another_gemeente_an_answer_never_counts(lees, plan):
    """A name may head a few acties of her own: those are kept."""
    onder = "| Uden | | | | |\n| 1.2.1 | | voltooid | 2018 | |\n| | Drones | gepland | | |\n| Boekel | | | | |"

    gelezen = lees(f"{BLAD}{onder}\n| 1.2.1 | | structureel | | |", verborgen=hidden(plan))

    assert answers(gelezen) == GEGEVEN | {"1.2.1": (Status.STRUCTUREEL, "")}
    assert "voltooid, 2018" in at(gelezen, "C12")
    assert "onder 'Uden' (A11)" in at(gelezen, "C12")
    assert ("Drones", "gepland") in {(e.actie, e.status) for e in gelezen.eigen_acties}


def test_a_colour_below_the_title_of_another_gemeente_is_told(lees, plan):
    tabel = f"{BLAD}| Invulblad van Uden | | | | |\n| 1.2.1 | | | | |"

    gelezen = lees(tabel, fills={"C12": "00B050"}, verborgen=hidden(plan))

    assert not gelezen.antwoorden["1.2.1"].is_antwoord
    assert "de kleur groen" in at(gelezen, "C12")


def test_a_note_over_the_text_of_an_actie_below_the_title_of_another_gemeente_is_told(lees, plan):
    tabel = f"{BLAD}| Invulblad van Uden | | | | |\n| 1.2.1 | doen we samen met Boekel | | | |"

    assert "doen we samen met Boekel" in at(lees(tabel, verborgen=hidden(plan)), "B12")


@pytest.mark.parametrize("van", ["Boekel", "Uden"])
def test_what_is_typed_beside_a_title_between_the_rows_is_told(lees, plan, van):
    gelezen = lees(f"{BLAD}| Invulblad van {van} | bel Jan | gepland | | |", verborgen=hidden(plan))

    alles = " ".join([*(e.actie for e in gelezen.eigen_acties), *(b.tekst for b in gelezen.bevindingen)])
    assert "bel Jan" in alles


def test_a_heading_of_her_own_is_told_where_only_a_copy_of_it_stands_below(lees):
    kop = "| Nr | Actie | Status | Planning | Toelichting | Wie |"

    gelezen = lees(f"{kop}\n| 1.1.1 | | voltooid | | | |\n{kop}")

    assert told(gelezen) == [(Code.CEL_BUITEN_TABEL, "F3")]


def test_a_word_that_stands_above_the_table_too_is_kept_where_it_is_typed(lees, plan):
    gelezen = lees(BLAD, cellen={"B2": "bel Jan", "B30": "bel Jan", "C1": "voltooid", "C31": "voltooid"})

    assert [(e.actie, e.status) for e in gelezen.eigen_acties] == [("bel Jan", ""), ("", "voltooid")]


def test_the_header_on_every_printed_page_is_no_row(bewaar, plan):
    """With all of its columns, also those that nobody fills in."""
    boek = as_sent(plan)
    blad = boek.sheets[0]
    koppen = next(waarden for waarden in table(KOP))
    rij = int(beside(blad, "1.1.1", "Nr")[1:]) + 40
    blad.put(rij, [*koppen[:2], *koppen[2:], "Controle"])

    gelezen = read_invulblad(bewaar(boek, "Boekel.xlsx"), plan)

    assert [code for code, _ in told(gelezen)] == [Code.NIETS_INGEVULD]
    assert gelezen.eigen_acties == ()


@pytest.mark.parametrize("hernoemd", [(), ("Status",), ("Status", "Planning")])
def test_a_list_of_her_own_beside_the_invulblad_is_told_and_never_counts(bewaar, plan, hernoemd):
    """It has numbers and statuses, and more of them than the invulblad itself."""
    boek = as_sent(plan)
    blad = boek.sheets[0]
    blad.change({beside(blad, "1.1.1", "Status"): "voltooid"})
    blad.change({place_of(blad, woord): f"{woord} van ons" for woord in hernoemd})
    lijst = RawSheet("Mijn lijst")
    lijst.put_table("| Nr | Status | Wie |\n| 1.1.1 | gepland | Jan |\n| 1.1.2 | voltooid | Piet |")

    gelezen = read_invulblad(bewaar(RawWorkbook([lijst, *boek.sheets]), "Boekel.xlsx"), plan)

    assert gelezen.antwoorden["1.1.1"].getypt or gelezen.antwoorden["1.1.1"].status is Status.VOLTOOID
    assert not gelezen.antwoorden["1.1.2"].is_antwoord
    [bevinding] = [b for b in gelezen.bevindingen if b.code not in (Code.KOLOM_HERNOEMD, Code.CEL_KOP_HERNOEMD)]
    assert (bevinding.code, bevinding.plek.blad) == (Code.BLAD_NIET_GELEZEN, "Mijn lijst")
    assert all(f"'{woord}'" in bevinding.tekst for woord in ("1.1.1", "gepland", "Jan", "voltooid", "Piet"))


def test_a_short_sheet_that_is_called_after_a_gemeente_is_an_invulblad(bewaar, plan):
    boek = as_sent(plan)
    uden = RawSheet("Uden")
    uden.put_table("| Nr | Status |\n| 1.1.1 | gepland |")

    gelezen = read_invulblad(bewaar(RawWorkbook([uden, *boek.sheets]), "antwoorden.xlsx"), plan)

    assert gelezen.gemeenten == ("Uden",)
    assert answers(gelezen) == {"1.1.1": (Status.GEPLAND, "")}


def test_what_came_along_around_the_table_of_another_gemeente_is_not_told_as_hers(bewaar, plan):
    """Her counter, legend and header, and what she was sent as her previous state: nobody typed that."""
    boek = as_sent(plan, standen={"1.1.1": Stand(Status.GEPLAND, "2017")})
    uden = as_sent(plan, "Uden", standen={"1.1.2": Stand(Status.STRUCTUREEL, "elk jaar")}).sheets[0]
    blad = boek.sheets[0]
    blad.change({beside(blad, "1.1.1", "Status"): "voltooid"})
    uden.change({beside(uden, "1.1.1", "Toelichting"): "zie mail"})
    pasted(blad, uden, 60)

    gelezen = read_invulblad(bewaar(boek, "Boekel.xlsx"), plan)

    van_uden = [b for b in gelezen.bevindingen if b.code is not Code.CEL_BUITEN_TABEL]
    assert [(b.code, b.nr) for b in van_uden] == [(Code.RIJ_VAN_ANDER, "1.1.1"), (Code.RIJ_VAN_ANDER, "1.1.2")]
    assert [b.waarden["waarde"] for b in gelezen.bevindingen if b.code is Code.CEL_BUITEN_TABEL] == [
        "Invulblad van Uden"
    ]
    assert gelezen.eigen_acties == ()


def test_what_stands_under_a_renamed_heading_below_the_title_of_another_gemeente_is_told_as_hers(lees, plan):
    """Putting the heading back does not make it an answer."""
    tabel = f"{BLAD.replace(' Planning ', ' Wanneer ')}| Invulblad van Uden | | | | |\n| 1.2.1 | | | mei | |"

    gelezen = lees(tabel, cellen={"H12": "bel Jan"}, verborgen=hidden(plan))

    assert [code for code, cel in told(gelezen) if cel[1:] == "12"] == [Code.RIJ_VAN_ANDER]
    assert "hier staat 'mei, bel Jan'" in at(gelezen, "D12")
    assert Code.CEL_KOP_HERNOEMD in {code for code, cel in told(gelezen) if cel == "D6"}


@pytest.mark.parametrize("wat", ["| | | voltooid | | |", "| | | | | doen we |", "| bel Jan | | | | |"])
def test_a_row_without_an_actie_below_the_title_of_another_gemeente_is_told(lees, plan, wat):
    """Also one word that may be a legend or an answer."""
    gelezen = lees(f"{BLAD}| Invulblad van Uden | | | | |\n{wat}", verborgen=hidden(plan))

    assert [code for code, cel in told(gelezen) if cel[1:] == "12"] == [Code.RIJ_VAN_ANDER]


def test_a_second_row_that_counts_for_an_empty_one_is_an_error(lees, plan):
    """Nobody knows whose rows they are that were pasted below the table."""
    gelezen = lees(f"{BLAD}| 1.2.1 | | voltooid | | |", verborgen=hidden(plan))

    [bevinding] = gelezen.bevindingen
    assert (bevinding.code, bevinding.ernst) == (Code.RIJ_DUBBEL_LEEG, Ernst.FOUT)
    assert "van wie dit antwoord is" in bevinding.remedie


@pytest.mark.parametrize("kolom", ["Nr", "Actie"])
@pytest.mark.parametrize(
    "titel", ["Antwoorden van Uden", "Dit is voor gemeente Uden:", "overgenomen van het blad van Uden"]
)
def test_below_a_heading_that_ends_in_another_gemeente_an_actie_once_more_is_hers(lees, plan, kolom, titel):
    """In somebody's own words, and nothing else on its row."""
    regel = f"| {titel} | | | | |" if kolom == "Nr" else f"| | {titel} | | | |"

    gelezen = lees(f"{BLAD}{regel}\n| 1.2.1 | | voltooid | | |", verborgen=hidden(plan))

    assert answers(gelezen) == GEGEVEN
    assert gelezen.eigen_acties == ()
    assert told(gelezen) == [(Code.CEL_BUITEN_TABEL, "A11" if kolom == "Nr" else "B11"), (Code.RIJ_VAN_ANDER, "C12")]
    assert f"onder '{titel}'" in at(gelezen, "C12")


def test_below_her_own_name_her_rows_begin_again(lees, plan):
    """A heading of her own ends what is of the other."""
    onder = "| Antwoorden van Uden | | | | |\n| 1.2.1 | | voltooid | | |\n| Antwoorden van Boekel | | | | |"

    gelezen = lees(f"{BLAD}{onder}\n| 1.2.1 | | structureel | | |", verborgen=hidden(plan))

    assert answers(gelezen) == GEGEVEN | {"1.2.1": (Status.STRUCTUREEL, "")}
    assert [code for code, cel in told(gelezen) if cel == "C12"] == [Code.RIJ_VAN_ANDER]


@pytest.mark.parametrize("eigen", ["Overleg met Uden", "Hulp voor Uden", "Bezoek van Uden"])
def test_an_eigen_actie_that_names_another_gemeente_turns_no_answer_of_hers_away(lees, plan, eigen):
    """Sorted between the acties it stands above rows that stand there once."""
    kop, *regels = BLAD.splitlines()
    tabel = "\n".join([kop, f"| | {eigen} | | | |", *regels, f"| | {eigen} | | | |", "| | Drones | gepland | | |"])

    gelezen = lees(tabel, verborgen=hidden(plan))

    assert answers(gelezen) == GEGEVEN
    assert [e.actie for e in gelezen.eigen_acties] == [eigen, eigen, "Drones"]
