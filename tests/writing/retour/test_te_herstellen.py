"""The sheet `Te herstellen`: what there is to mend, in the order in which one does it, each with a way to its cell."""

from dataclasses import replace

import pytest
from openpyxl.comments import Comment
from tekenen import Cel, RawSheet, RawWorkbook

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import NERGENS, Plek
from actieplan_xl.writing.retour.te_herstellen import own_place
from writing.dump import load
from writing.retour.bewerkt import edited
from writing.retour.punten import KALENDER, TRAINING, ZET, leeg, macros, onbekend, opmerking, rows, sheet_of
from writing.retour.terugsturen import BLAD, TABEL, added, drawn, hung, invulblad, points, send_back, swapped


def test_each_finding_has_a_row_under_a_heading_that_counts(plan):
    rijen = rows(sheet_of(plan, leeg(), leeg("C7", "2.1.1"), onbekend(), opmerking(), macros()))

    kies, zet = "Kies een status uit de lijst.", f"{ZET}, en haal de opmerking dan weg."
    hier = "Hier staat een opmerking: 'bellen'; die is niet overgenomen."
    macro = "Dit werkboek bevat macro's; die zijn niet uitgevoerd en gaan niet mee."
    typ = "Een invulblad heeft ze niet nodig; typ een antwoord dat ervan afhangt als gewone tekst."
    assert rijen == [
        ("Hier ontbreekt nog een antwoord (2)", None, None, None, None),
        ("1.2.1", KALENDER, ("'Invulblad'!C6", "Invulblad C6"), "Nog geen antwoord op 1.2.1 Kalender.", kies),
        ("2.1.1", "BIBOB-beleid", ("'Invulblad'!C7", "Invulblad C7"), "Nog geen antwoord op 2.1.1 Kalender.", kies),
        ("Dit begrijpen we niet (1)", None, None, None, None),
        ("1.1.1", TRAINING, ("'Invulblad'!C4", "Invulblad C4"), "Status 'klar' kennen we niet.", "Kies uit de lijst."),
        ("Kijk dit nog even na (2)", None, None, None, None),
        ("", "", ("'Invulblad'!C4", "Invulblad C4"), hier, zet),
        ("", "", "", macro, typ),
    ]


def test_the_text_of_an_actie_is_that_of_the_plan(plan):
    """An actie that the plan does not have, such as one of her own, has none."""
    rijen = rows(sheet_of(plan, leeg(), leeg("C9", "9.9.9"), replace(opmerking(), nr="1.1.2")))

    assert [rij[:2] for rij in rijen if rij[2]] == [("1.2.1", KALENDER), ("9.9.9", ""), ("1.1.2", "E-learning")]


@pytest.mark.parametrize(
    ("vooraf", "waar"),
    [("", ""), ("Dit is een nieuw blad.", "In jullie bestand, Invulblad C4: ")],
)
def test_on_a_new_invulblad_a_sentence_says_where_in_the_old_file_that_stood(plan, vooraf, waar):
    """But not of a missing answer: that is missing here as well."""
    blad = Bevinding(Code.LOS_VOORWERP, Plek("Boekel.xlsx", "Notities"), "Boekel", waarden={"wat": "1 knop"})

    zinnen = [rij[3] for rij in rows(sheet_of(plan, leeg(), onbekend(), blad, macros(), vooraf=vooraf)) if rij[3]]

    assert zinnen == [
        "Nog geen antwoord op 1.2.1 Kalender.",
        f"{waar}status 'klar' kennen we niet." if vooraf else "Status 'klar' kennen we niet.",
        f"{'In jullie bestand, Notities: los' if vooraf else 'Los'} van de cellen: 1 knop; wat daarin staat is niet "
        "gelezen.",
        "Dit werkboek bevat macro's; die zijn niet uitgevoerd en gaan niet mee.",
    ]


def test_every_finding_says_what_to_do(plan):
    terug = send_back(plan, drawn())

    punten = [punt for punt in points(terug.inhoud) if punt[3]]
    assert len(punten) == len(terug.herstel.bevindingen) == 3
    assert all(doe.strip() for *_, doe in punten)


def test_what_she_reads_is_something_she_can_do_herself(plan):
    """Whoever reads this is the one who filled it in: there is nobody to ask."""
    inhoud = drawn(
        cellen={"D5": Cel("2018", t="str", formule='WEBSERVICE("http://x.nl")')},
        extra={"xl/vbaProject.bin": b"macro", "xl/externalLinks/externalLink1.xml": b"<externalLink/>"},
    )

    terug = send_back(plan, inhoud)

    assert {Code.FORMULE_NAAR_BUITEN, Code.MACROS, Code.EXTERNE_KOPPELING} <= {
        bevinding.code for bevinding in terug.herstel.bevindingen
    }
    assert [doe for *_, doe in points(terug.inhoud) if doe.startswith("Vraag")] == []


@pytest.mark.parametrize(
    ("blad", "doel"),
    [
        ("Per gemeente", "'Per gemeente'!C4"),
        ("Blad 'twee'", "'Blad ''twee'''!C4"),
        ("A1", "'A1'!C4"),
        ("=x", "'=x'!C4"),
        ("Één & <twee>", "'Één & <twee>'!C4"),
    ],
)
def test_a_link_leads_to_its_cell_whatever_the_sheet_is_called(plan, blad, doel):
    tabel = RawSheet(blad, {"A1": Cel("Invulblad van Boekel")})
    tabel.put_table(TABEL, 3)

    terug = send_back(plan, RawWorkbook([tabel]).bytes())

    assert terug.opnieuw == ""
    boek = load(terug.inhoud)
    (cel,) = (c for c in boek["Te herstellen"]["C"] if c.hyperlink and c.hyperlink.location.endswith("!C4"))
    assert (cel.hyperlink.location, cel.value, cel.data_type) == (doel, f"{blad} C4", "s")
    assert boek[blad]["C4"].value == "bijna klar"


def test_on_a_new_invulblad_a_link_leads_to_where_the_actie_now_stands(plan):
    boek = load(send_back(plan, drawn(extra={"xl/media/a.png": b"x"})).inhoud)

    naar = {
        rij[0].value: boek["Invulblad"][rij[2].hyperlink.location.split("!")[1]]
        for rij in boek["Te herstellen"].iter_rows(min_row=5)
        if rij[2].hyperlink
    }
    assert list(naar) == ["1.2.1", "1.1.1"]
    assert all(boek["Invulblad"].cell(cel.row, 1).value == nr for nr, cel in naar.items())
    assert (naar["1.2.1"].value, naar["1.1.1"].value) == (None, "bijna klar")


def test_what_is_in_no_cell_names_its_sheet_or_nothing(plan):
    blad = Bevinding(Code.LOS_VOORWERP, Plek("Boekel.xlsx", "Communicatie"), "Boekel", waarden={"wat": "1 afbeelding"})

    rijen = rows(sheet_of(plan, blad, macros(), replace(leeg(), plek=NERGENS)))

    assert [rij[2] for rij in rijen] == [None, "Communicatie", "", None, ""]


@pytest.mark.parametrize("cel", ["", "C", "4", "C0", "kaas"])
def test_an_address_that_is_none_leads_nowhere(cel):
    assert own_place(leeg(cel)) is None


def test_a_cell_of_no_sheet_leads_nowhere():
    assert own_place(leeg(blad="")) is None
    assert own_place(leeg()) == ("Invulblad", (6, 3))


def test_a_finding_that_is_very_long_says_that_it_goes_on_and_keeps_its_remedy(plan):
    *_, zin, doe = rows(sheet_of(plan, opmerking("lang " * 3000)))[1]

    assert zin.startswith("Hier staat een opmerking: 'lang lang")
    assert (len(zin), zin[-1]) == (8_000, "…")
    assert doe == f"{ZET}, en haal de opmerking dan weg."


def test_a_finding_that_just_fits_is_said_whole(plan):
    rond = len(opmerking("").tekst)

    zin = rows(sheet_of(plan, opmerking("x" * (8_000 - rond))))[1][3]

    assert (len(zin), zin[-25:]) == (8_000, " die is niet overgenomen.")


def test_a_text_that_begins_as_a_formula_stays_a_text(plan):
    tabel = RawSheet("=1+1", {"A1": Cel("Invulblad van Boekel")})
    tabel.put_table(TABEL.replace("bijna klar", "=2+2"), 3)

    blad = load(send_back(plan, RawWorkbook([tabel]).bytes()).inhoud)["Te herstellen"]

    assert {cel.data_type for rij in blad.iter_rows() for cel in rij if cel.value is not None} == {"s"}
    assert "=1+1 C4" in [cel.value for cel in blad["C"]]


@pytest.mark.parametrize("is_nieuw", [False, True])
def test_the_sheet_is_first_locked_and_prints_on_a_page_wide_with_its_header_repeated(plan, is_nieuw):
    inhoud = added(invulblad(plan), {"xl/media/a.png": b"x"} if is_nieuw else {})

    terug = send_back(plan, inhoud)

    assert bool(terug.opnieuw) is is_nieuw
    boek = load(terug.inhoud)
    blad = boek["Te herstellen"]
    assert boek.sheetnames[0] == "Te herstellen"
    assert boek.active.title == "Te herstellen"
    assert blad.protection.sheet and not blad.protection.password
    assert (blad["A1"].value, blad["A2"].value) == ("Te herstellen", "Actieplan 2019  ·  Boekel")
    assert [cel.value for cel in blad[4]] == ["Nr", "Actie", "Ga naar", "Wat is er?", "Wat doe je?"]
    assert blad.freeze_panes == "A5"
    assert (blad.page_setup.orientation, blad.page_setup.fitToHeight) == ("landscape", 0)
    assert blad.sheet_properties.pageSetUpPr.fitToPage
    assert blad.print_title_rows == "$4:$4"
    assert (blad.oddHeader.left.text, blad.oddFooter.left.text) == ("Actieplan 2019", "Te herstellen Boekel")
    assert [blad.column_dimensions[letter].width for letter in "ABCDE"] == pytest.approx([8, 30, 18, 52, 44], abs=1)


def test_what_hangs_on_a_cell_says_which_actie_it_is_about(plan):
    """A comment or a link knows its cell only; whoever reads of it wants to know at which actie."""
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    inhoud = drawn(extra=hung(("hyperlink", "https://voorbeeld.nl/plan"), extern=True))
    link = f'<hyperlinks><hyperlink ref="E7" r:id="rHang1" xmlns:r="{rels}"/></hyperlinks>'
    inhoud = swapped(inhoud, BLAD, "</sheetData>", f"</sheetData>{link}")

    def note(boek) -> None:
        boek["Invulblad"]["B5"].comment = Comment("navragen", "Jan")
        boek["Invulblad"]["H30"].comment = Comment("en dit", "Jan")

    inhoud = edited(inhoud, note)

    for een in (inhoud, added(inhoud, {"xl/media/a.png": b"x"})):
        punten = {punt[3].partition(": ")[2]: punt[:2] for punt in points(send_back(plan, een).inhoud)}
        bij = {tekst: waar for zin, waar in punten.items() for tekst in ("navragen", "en dit") if tekst in zin}
        assert bij == {"navragen": ("1.1.2", "E-learning"), "en dit": ("", "")}
        gekoppeld = [punt[:2] for punt in points(send_back(plan, een).inhoud) if "voorbeeld.nl/plan" in punt[3]]
        assert gekoppeld == [("2.1.1", "BIBOB-beleid")]
