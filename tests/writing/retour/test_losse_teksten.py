"""What a gemeente typed where nobody reads it goes along on a new invulblad, in full, until she takes it away."""

import pytest
from tekenen import Cel, RawSheet, RawWorkbook, pack

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Bekend
from actieplan_xl.writing.retour import build_retour
from actieplan_xl.writing.retour.losse_teksten import UITLEG
from writing.dump import load
from writing.retour.bewerkt import edited
from writing.retour.terugsturen import (
    TABEL,
    VERBORGEN,
    added,
    codes,
    drawn,
    findings,
    hung,
    invulblad,
    points,
    read,
    said,
    send_back,
    swapped,
)

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PLAATJE = {"xl/media/image1.png": b"PNG"}
"""Enough to make openpyxl unfit."""

ONDER = "| 9.9.9 | Onze eigen actie          | gepland    | 2020        |                 |"
TEKSTVAK = (
    '<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:twoCellAnchor><xdr:from><xdr:col>6</xdr:col><xdr:row>2</xdr:row>'
    "</xdr:from><xdr:sp><xdr:txBody><a:p><a:r><a:t>Bel ons even</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    "</xdr:twoCellAnchor></xdr:wsDr>"
)
OPMERKING = (
    "<comments><authors><author>Jan</author></authors><commentList>"
    '<comment ref="C4" authorId="0"><text><t>Navragen bij de raad</t></text></comment></commentList></comments>'
)


def loose(inhoud: bytes) -> list[tuple[str, ...]]:
    """Return what stands on `Losse teksten`, as texts."""
    rijen = load(inhoud)["Losse teksten"].iter_rows(min_row=3, values_only=True)
    return [tuple("" if waarde is None else str(waarde) for waarde in rij) for rij in rijen]


def told_again(plan, inhoud: bytes) -> list[tuple[str, str]]:
    """Return the cells of `Losse teksten` that are told as standing outside the table, with what is said of them."""
    return [
        (cel, tekst)
        for code, blad, cel, tekst in findings(plan, inhoud)
        if (code, blad) == (Code.CEL_BUITEN_TABEL, "Losse teksten")
    ]


def said_of(tekst: str) -> str:
    return f"hier staat '{tekst}', buiten de tabel; dat is niet overgenomen."


def with_sheets(*bladen: RawSheet) -> bytes:
    tabel = RawSheet("Invulblad", {"A1": Cel("Invulblad van Boekel")})
    tabel.put_table(TABEL, 3)
    return pack({**RawWorkbook([tabel, *bladen]).delen(), **PLAATJE})


SOORTEN = {
    "naast de tabel": (drawn(extra=PLAATJE, cellen={"H4": "bel ons"}), ("Invulblad H4", "1.1.1", "bel ons")),
    "ver naast de tabel": (drawn(extra=PLAATJE, cellen={"XFD7": "ver"}), ("Invulblad XFD7", "2.1.1", "ver")),
    "ver onder de tabel": (drawn(extra=PLAATJE, cellen={"H900": "diep"}), ("Invulblad H900", "", "diep")),
    "boven de tabel": (
        drawn(extra=PLAATJE, cellen={"E1": "let op"}, verborgen=VERBORGEN),
        ("Invulblad E1", "", "let op"),
    ),
    "een eigen kolom": (
        drawn(extra=PLAATJE, cellen={"F3": "Wie", "F5": "Jan doet dit"}),
        ("Invulblad F5", "1.1.2", "Wie: Jan doet dit"),
    ),
    "naast de kalender": (
        drawn(extra=PLAATJE, communicatie="| Datum | Wat |\n| 1-3-2019 | Pers | wie belt? |"),
        ("Communicatie C2", "", "wie belt?"),
    ),
    "een opmerking": (
        drawn(extra={**PLAATJE, "xl/comments1.xml": OPMERKING.encode(), **hung(("comments", "../comments1.xml"))}),
        ("Invulblad C4", "1.1.1", "Navragen bij de raad"),
    ),
    "een tekstvak": (
        drawn(extra={"xl/drawings/drawing1.xml": TEKSTVAK.encode(), **hung(("drawing", "../drawings/drawing1.xml"))}),
        ("Invulblad G3", "", "Bel ons even"),
    ),
    "een eigen werkblad": (
        with_sheets(RawSheet("Notities", {"B2": Cel("wie belt?")})),
        ("Notities B2", "", "wie belt?"),
    ),
    "de tekst van een actie, veranderd": (
        drawn(TABEL.replace("E-learning                ", "E-learning voor de griffie"), extra=PLAATJE),
        ("Invulblad B5", "1.1.2", "E-learning voor de griffie"),
    ),
    "een nummer dat niet past": (
        drawn(TABEL.replace("| 1.1.2 |", "| 1.1.2 Jan |"), extra=PLAATJE),
        ("Invulblad A5", "1.1.2", "1.1.2 Jan"),
    ),
    "een tekst onder de status": (
        drawn(extra=PLAATJE, cellen={"C5": Cel("voltooid\nmaar nog niet betaald")}),
        ("Invulblad C5", "1.1.2", "maar nog niet betaald"),
    ),
    "een foutwaarde als planning": (
        drawn(extra=PLAATJE, cellen={"D5": Cel("#N/A", t="e")}),
        ("Invulblad D5", "1.1.2", "#N/A"),
    ),
    "waar een koppeling heen gaat": (
        swapped(
            drawn(extra={**PLAATJE, **hung(("hyperlink", "https://voorbeeld.nl/plan"), extern=True)}),
            "xl/worksheets/sheet1.xml",
            "</sheetData>",
            f'</sheetData><hyperlinks><hyperlink ref="E7" r:id="rHang1" xmlns:r="{_REL}"/></hyperlinks>',
        ),
        ("Invulblad E7", "2.1.1", "https://voorbeeld.nl/plan"),
    ),
    "een cel die twee keer bestaat": (
        swapped(
            drawn(extra=PLAATJE),
            "xl/worksheets/sheet1.xml",
            "</row></sheetData>",
            '<c r="C8" t="inlineStr"><is><t>doen we al</t></is></c></row></sheetData>',
        ),
        ("Invulblad C8", "", "doen we al"),
    ),
    "een rij die twee keer bestaat": (
        drawn(TABEL.replace(ONDER, "| 1.1.2 | E-learning | gepland | 2020 | |"), extra=PLAATJE),
        ("Invulblad C8", "1.1.2", "gepland, 2020"),
    ),
}


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_text_that_is_in_no_answer_goes_along_with_where_it_stood(plan, soort):
    inhoud, rij = SOORTEN[soort]

    terug = send_back(plan, inhoud)

    assert terug.opnieuw != ""
    assert loose(terug.inhoud) == [rij]
    assert load(terug.inhoud).sheetnames[-2:] == ["Losse teksten", "_actieplan"]
    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))


@pytest.mark.parametrize("soort", SOORTEN)
def test_it_is_told_again_every_time_until_it_is_taken_away(plan, soort):
    inhoud, (*_, tekst) = SOORTEN[soort]
    gezegd = said(read(plan, inhoud))

    eerste = send_back(plan, inhoud)
    tweede = send_back(plan, eerste.inhoud)

    for terug in (eerste, tweede):
        assert told_again(plan, terug.inhoud) == [("C3", said_of(tekst))]
        assert said(read(plan, terug.inhoud)) == gezegd
    assert ("", "", "Losse teksten C3") in [punt[:3] for punt in points(tweede.inhoud)]

    weg = edited(tweede.inhoud, lambda boek: boek.remove(boek["Losse teksten"]))

    assert "Losse teksten" not in [blad for _, blad, _, _ in findings(plan, weg)]
    assert said(read(plan, weg)) == gezegd


def test_the_sheet_explains_itself_and_leaves_her_free(plan):
    blad = load(send_back(plan, SOORTEN["naast de tabel"][0]).inhoud)["Losse teksten"]

    assert blad["A1"].value == UITLEG
    assert [cel.value for cel in blad[2]] == ["Waar stond het?", "Nr", "Wat staat er?"]
    assert not blad.protection.sheet
    assert not blad["C3"].protection.locked
    assert blad.freeze_panes == "A3"


def test_loose_texts_that_look_like_formulas_stay_texts(plan):
    blad = load(send_back(plan, drawn(extra=PLAATJE, cellen={"H4": "=1+1", "H5": "@jan"})).inhoud)["Losse teksten"]

    assert [(blad[f"C{rij}"].value, blad[f"C{rij}"].data_type) for rij in (3, 4)] == [("=1+1", "s"), ("@jan", "s")]
    assert [cel for rij in blad.iter_rows() for cel in rij if cel.hyperlink] == []


def test_without_loose_texts_or_in_her_own_workbook_there_is_no_such_sheet(plan):
    zonder, eigen = drawn(extra=PLAATJE), drawn(cellen={"H4": "bel ons"})

    assert "Losse teksten" not in load(send_back(plan, zonder).inhoud).sheetnames
    assert "Losse teksten" not in load(send_back(plan, eigen).inhoud).sheetnames


def test_what_she_adds_on_the_sheet_is_told_as_well(plan):
    heen = send_back(plan, SOORTEN["naast de tabel"][0]).inhoud

    def note(boek) -> None:
        boek["Losse teksten"]["C4"] = "en nog iets"

    assert told_again(plan, edited(heen, note)) == [("C3", said_of("bel ons")), ("C4", said_of("en nog iets"))]


def test_set_up_anew_once_more_the_texts_do_not_pile_up(plan):
    eerste = send_back(plan, drawn(extra=PLAATJE, cellen={"H4": "bel ons", "H5": "mail ons"}))

    tweede = send_back(plan, added(eerste.inhoud, PLAATJE))

    assert [rij[2] for rij in loose(eerste.inhoud)] == ["bel ons", "mail ons"]
    assert loose(tweede.inhoud) == [("Losse teksten C3", "", "bel ons"), ("Losse teksten C4", "", "mail ons")]


@pytest.mark.parametrize("tekst", ["voltooid", "gepland", "Toelichting", "Kalender bijhouden", "Invulblad van Boekel"])
def test_a_loose_text_that_we_might_have_written_ourselves_is_told_again_too(plan, tekst):
    """An answer one column too far is most likely a word of ours."""
    terug = send_back(plan, added(invulblad(plan), PLAATJE))
    inhoud = added(edited(terug.inhoud, lambda boek: boek["Invulblad"].cell(10, 12, tekst)), PLAATJE)
    assert (Code.CEL_BUITEN_TABEL, "Invulblad", "L10", said_of(tekst)) in findings(plan, inhoud)

    nog_eens = send_back(plan, inhoud)

    assert loose(nog_eens.inhoud) == [("Invulblad L10", "1.1.1", tekst)]
    assert told_again(plan, nog_eens.inhoud) == [("C3", said_of(tekst))]


def test_a_text_beside_the_table_is_kept_to_its_end(plan):
    lang = f"begin {'lang ' * 5000}einde"

    assert loose(send_back(plan, drawn(extra=PLAATJE, cellen={"H4": Cel(lang)})).inhoud)[0][2] == lang


def test_every_cell_of_a_sheet_of_her_own_has_a_row_of_its_own(plan):
    """A text that stands in one cell with all others can be copied to no answer."""
    notities = RawSheet("Notities", {"B2": Cel("een"), "B3": Cel("'twee'")})

    assert loose(send_back(plan, with_sheets(notities)).inhoud) == [
        ("Notities B2", "", "een"),
        ("Notities B3", "", "'twee'"),
    ]


def test_what_the_answer_holds_already_is_no_loose_text(plan):
    """Under a status without a planning it became the planning; an error value at `Status` is kept as typed."""
    inhoud = drawn(extra=PLAATJE, cellen={"C6": Cel("voltooid\nin het najaar"), "C5": Cel("#N/A", t="e")})

    terug = send_back(plan, inhoud)

    assert Code.STATUS_MET_TEKST in codes(terug.herstel.bevindingen)
    assert "Losse teksten" not in load(terug.inhoud).sheetnames
    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))


def test_every_cell_of_a_sheet_of_her_own_is_kept(plan):
    """However much there is on it: two hundred cells of fifty characters are more than a sentence holds."""
    notities = RawSheet("Notities", {f"A{n}": Cel(f"notitie {n} over {'iets van belang ' * 3}") for n in range(1, 201)})

    samen = "\n".join(tekst for *_, tekst in loose(send_back(plan, with_sheets(notities)).inhoud))

    assert [n for n in range(1, 201) if f"notitie {n} over" not in samen] == []


VEEL = {f"{letter}{rij}": f"los {letter}{rij}" for letter in "HIJKLMNOPQRS" for rij in range(4, 54)}
"""More texts beside the table than are told one by one."""


def test_more_loose_texts_than_are_told_one_by_one_are_all_kept_time_and_again(plan):
    inhoud = drawn(extra=PLAATJE, cellen=VEEL)

    eerste = send_back(plan, inhoud)
    tweede = send_back(plan, added(eerste.inhoud, PLAATJE))

    for terug in (eerste, tweede):
        assert Code.MEER_BEVINDINGEN in codes(terug.herstel.bevindingen)
        assert {tekst for *_, tekst in loose(terug.inhoud)} == set(VEEL.values())
        assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))
    assert ("Invulblad H4", "1.1.1", "los H4") in loose(eerste.inhoud)


def test_more_comments_than_are_told_one_by_one_are_all_kept(plan):
    aantal = 600
    lijst = "".join(
        f'<comment ref="{letter}{rij}" authorId="0"><text><t>zeg {letter}{rij}</t></text></comment>'
        for letter in "HIJKLMNOPQRS"
        for rij in range(4, 54)
    )
    alles = f"<comments><authors><author>Jan</author></authors><commentList>{lijst}</commentList></comments>"
    delen = {**PLAATJE, "xl/comments1.xml": alles.encode(), **hung(("comments", "../comments1.xml"))}

    terug = send_back(plan, drawn(extra=delen))

    assert Code.MEER_BEVINDINGEN in codes(terug.herstel.bevindingen)
    gevonden = loose(terug.inhoud)
    assert len({tekst for *_, tekst in gevonden if tekst.startswith("zeg ")}) == len(gevonden) == aantal
    assert ("Invulblad S53", "", "zeg S53") in gevonden
    assert ("Invulblad S4", "1.1.1", "zeg S4") in gevonden


def test_where_the_file_is_gone_how_many_more_there_were_stays_told(plan):
    herstel = send_back(plan, drawn(extra=PLAATJE, cellen=VEEL)).herstel

    terug = build_retour(plan, herstel, None, Bekend())

    teksten = [tekst for *_, tekst in loose(terug.inhoud)]
    assert len(teksten) == 501
    assert teksten[-1] == "En nog 100 keer hetzelfde op dit werkblad (CEL_BUITEN_TABEL)."
    assert Code.MEER_BEVINDINGEN in [code for code, *_ in findings(plan, terug.inhoud)]


def test_on_a_sheet_that_does_not_count_the_more_are_kept_as_well(plan):
    bladen = []
    for nummer, regels in (
        (1, ""),
        (2, "\n| 1.1.2 | E-learning | voltooid | |"),
    ):
        blad = RawSheet(f"Blad {nummer}", {"A1": Cel("Invulblad van Boekel")})
        blad.put_table(
            f"| Nr | Actie | Status | Planning |\n| 1.1.1 | Training voor bestuurders | gepland | |{regels}", 3
        )
        bladen.append(blad)
    for plaats, tekst in VEEL.items():
        bladen[0].cellen[plaats] = Cel(tekst)

    terug = send_back(plan, RawWorkbook(bladen).bytes())

    assert terug.herstel.inzending.blad == "Blad 2"
    assert set(VEEL.values()) <= {tekst for *_, tekst in loose(terug.inhoud)}


def test_that_nothing_was_answered_on_a_sheet_that_does_not_count_is_no_text_of_hers(plan):
    bladen = []
    for nummer, antwoord in ((1, ""), (2, "gepland")):
        blad = RawSheet(f"Blad {nummer}", {"A1": Cel("Invulblad van Boekel")})
        blad.put_table(
            "| Nr | Actie | Status | Planning |\n| 1.1.1 | Training voor bestuurders | voltooid | |"
            f"\n| 1.1.2 | E-learning | {antwoord} | |",
            3,
        )
        bladen.append(blad)

    terug = send_back(plan, RawWorkbook(bladen).bytes())

    assert Code.TWEE_BLADEN in codes(terug.herstel.bevindingen)
    assert "Losse teksten" not in load(terug.inhoud).sheetnames


@pytest.mark.parametrize("plaats", ["F5", "E6"])
def test_an_answer_that_is_typed_on_te_herstellen_is_told_time_and_again(plan, plaats):
    """Whoever unlocks the sheet answers where she reads the question."""
    heen = send_back(plan, invulblad(plan)).inhoud

    def answer(boek) -> None:
        boek["Te herstellen"][plaats] = "voltooid"

    inhoud = edited(heen, answer)
    eigen = send_back(plan, inhoud)
    nieuw = send_back(plan, added(inhoud, PLAATJE))

    assert (eigen.opnieuw, nieuw.opnieuw) == ("", "er staan afbeeldingen in")
    for een in (inhoud, eigen.inhoud):
        assert (Code.CEL_BUITEN_TABEL, plaats, said_of("voltooid")) in [
            (code, cel, tekst) for code, blad, cel, tekst in findings(plan, een) if blad == "Te herstellen"
        ]
    assert loose(nieuw.inhoud) == [(f"Te herstellen {plaats}", "", "voltooid")]


def test_a_sheet_that_was_renamed_or_lost_its_headings_still_tells_every_text(plan):
    heen = send_back(plan, drawn(extra=PLAATJE, cellen={"H4": "voltooid"})).inhoud

    def rename(boek) -> None:
        boek["Losse teksten"].title = "Bekeken"

    def behead(boek) -> None:
        boek["Losse teksten"].delete_rows(2)

    assert ("Bekeken", "C3", said_of("voltooid")) in [wat[1:] for wat in findings(plan, edited(heen, rename))]
    gemeld = [wat[1:] for wat in findings(plan, edited(heen, behead)) if wat[1] == "Losse teksten"]
    assert gemeld == [("Losse teksten", "C2", said_of("voltooid"))]


def test_a_loose_text_that_no_cell_can_hold_is_still_whole_in_the_next_new_invulblad(plan):
    lang = f"begin {'lang ' * 8000}einde"
    eerste = send_back(plan, drawn(extra=PLAATJE, cellen={"H4": Cel(lang)}))
    assert "Vervolg" in load(eerste.inhoud).sheetnames

    tweede = send_back(plan, added(eerste.inhoud, PLAATJE))

    teksten = [str(cel.value) for blad in load(tweede.inhoud) for rij in blad.iter_rows() for cel in rij if cel.value]
    assert [tekst for tekst in teksten if tekst.endswith("einde")] != []
    for terug in (eerste, tweede):
        (gemeld,) = (b for b in read(plan, terug.inhoud).bevindingen if b.code is Code.CEL_BUITEN_TABEL)
        assert (gemeld.plek.blad, gemeld.plek.cel, gemeld.waarden["waarde"]) == ("Losse teksten", "C3", lang)
