"""A retour that is set up anew: the same answers, all there is to mend, and every text that stood beside the cells."""

import io
import random
from collections.abc import Callable

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from tekenen import Cel, table
from tekenen.ods import draw_ods
from tekenen.xls import draw_xls
from tekenen.xlsb import draw_xlsb

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Stand
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.reading.verborgen import read_verborgen
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.writing.invulblad import Antwoord
from writing.dump import load, parts
from writing.retour.bewerkt import edited
from writing.retour.terugsturen import (
    TABEL,
    added,
    codes,
    comments,
    drawn,
    findings,
    hung,
    invulblad,
    points,
    read,
    said,
    send_back,
    texts,
)

PLAATJE = {"xl/media/image1.png": b"PNG"}
"""Enough to make openpyxl unfit."""

ANKER = "<xdr:from><xdr:col>6</xdr:col><xdr:row>2</xdr:row></xdr:from>"


def drawing(binnen: str) -> dict[str, bytes]:
    tekening = f'<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:twoCellAnchor>{ANKER}{binnen}</xdr:twoCellAnchor></xdr:wsDr>'
    return {"xl/drawings/drawing1.xml": tekening.encode(), **hung(("drawing", "../drawings/drawing1.xml"))}


def textbox(tekst: str) -> dict[str, bytes]:
    return drawing(f"<xdr:sp><xdr:txBody><a:p><a:r><a:t>{tekst}</a:t></a:r></a:p></xdr:txBody></xdr:sp>")


GESPREK = (
    '<ThreadedComments><threadedComment ref="C4"><text>Wie pakt dit op?</text></threadedComment></ThreadedComments>'
)
VINKJES = '<xml xmlns:x="x"><x:ClientData ObjectType="Checkbox"/><x:ClientData ObjectType="Checkbox"/></xml>'
KOPPELING = {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}
SOORTEN = {
    "tekstvak": (textbox("Bel ons even"), "er staan tekstvakken, afbeeldingen of grafieken in", "Bel ons even"),
    "afbeelding": (drawing("<xdr:pic/>"), "er staan tekstvakken, afbeeldingen of grafieken in", "1 afbeelding"),
    "grafiek": (
        drawing("<xdr:graphicFrame/>"),
        "er staan tekstvakken, afbeeldingen of grafieken in",
        "1 grafiek of diagram",
    ),
    "gesprek": (
        {
            "xl/threadedComments/threadedComment1.xml": GESPREK.encode(),
            **hung(("threadedComment", "../threadedComments/threadedComment1.xml")),
        },
        "er staan gesprekken in",
        "Wie pakt dit op?",
    ),
    "knoppen": (
        {"xl/drawings/vmlDrawing1.vml": VINKJES.encode(), **hung(("vmlDrawing", "../drawings/vmlDrawing1.vml"))},
        "er staan knoppen of selectievakjes in",
        "2 knoppen of selectievakjes",
    ),
    "macro": ({"xl/vbaProject.bin": b"macro"}, "er staan macro's in", "bevat macro's"),
    "ingesloten": ({"xl/embeddings/a.docx": b"x"}, "er zijn bestanden in ingesloten", "1 ingesloten bestand"),
    "koppeling": (KOPPELING, "er staan koppelingen naar andere bestanden in", "verwijst naar andere bestanden (1)"),
    "onbekend": ({"xl/slicers/slicer1.xml": b"<slicer/>"}, "er zit iets in dat we niet kennen", ""),
}


@pytest.mark.parametrize("soort", SOORTEN)
def test_what_would_be_dropped_is_told_on_a_new_invulblad_with_the_same_answers(plan, soort):
    extra, waarom, tekst = SOORTEN[soort]
    inhoud = drawn(extra=extra)

    terug = send_back(plan, inhoud)

    assert terug.opnieuw == waarom
    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))
    assert any(tekst in zin for *_, zin, _ in points(terug.inhoud))
    assert f"zonder iets te verliezen ({waarom})" in load(terug.inhoud)["Te herstellen"]["A3"].value
    # Nothing of hers that cannot be vouched for travels on.
    assert not set(extra.values()) & set(parts(terug.inhoud).values())


def padded(inhoud: bytes) -> bytes:
    """Encryption spoils packages that are too small: fill up with what cannot be packed."""
    return added(inhoud, {"docProps/vulling.xml": random.Random(1).randbytes(6000)})


def encrypted(inhoud: bytes) -> bytes:
    uit = io.BytesIO()
    OOXMLFile(io.BytesIO(padded(inhoud))).encrypt("VelvetSweatshop", uit)
    return uit.getvalue()


CELLEN = {(1, 1): "Invulblad van Boekel"} | {
    (rij, kolom): waarde for rij, regel in enumerate(table(TABEL), 3) for kolom, waarde in enumerate(regel, 1) if waarde
}


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("Boekel.ods", draw_ods(TABEL)),
        ("Boekel.xls", draw_xls(CELLEN)),
        ("Boekel.xlsb", draw_xlsb(CELLEN)),
        ("Boekel.xlsx", encrypted(drawn())),
    ],
    ids=["ods", "xls", "xlsb", "versleuteld"],
)
def test_another_format_comes_back_as_an_xlsx_with_the_same_answers(plan, naam, inhoud):
    terug = send_back(plan, inhoud, naam)

    was_beveiligd = naam == "Boekel.xlsx"
    assert terug.opnieuw == (
        "het was beveiligd; dit nieuwe blad is dat niet" if was_beveiligd else "het is geen gewone .xlsx"
    )
    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud, naam))
    assert read(plan, terug.inhoud).antwoorden["1.1.1"].planning == "=1+1"


def test_texts_that_look_like_formulas_stay_texts(plan):
    blad = load(send_back(plan, drawn(extra=PLAATJE)).inhoud)["Invulblad"]

    gevonden = {cel.value: cel.data_type for rij in blad.iter_rows() for cel in rij if cel.value in ("=1+1", "@iemand")}
    assert gevonden == {"=1+1": "s", "@iemand": "s"}


def test_every_cell_to_mend_is_marked_where_it_now_stands(plan):
    terug = send_back(plan, drawn(extra=PLAATJE))

    blad = load(terug.inhoud)["Invulblad"]
    gemarkeerd = {blad.cell(int(plaats[1:]), 1).value: tekst for plaats, tekst in comments(terug.inhoud).items()}
    assert set(gemarkeerd) == {"1.1.1", "1.2.1"}
    assert gemarkeerd["1.1.1"].startswith(
        "Te herstellen:\nIn jullie bestand, Invulblad C4: status 'bijna klar' kennen we niet."
    )
    assert gemarkeerd["1.2.1"].startswith("Te herstellen:\nNog geen antwoord op 1.2.1 Kalender bijhouden.")


def test_eigen_acties_and_moments_go_along(plan):
    eigen = [EigenActie("Boekel", "Eigen", "9.9.9", "loopt", "=2", "- ja"), EigenActie("Boekel", "", "", "", "", "x")]
    momenten = [Communicatiemoment("Boekel", "1-3-2019", "Persbericht", "inwoners", "brief", "lokaal", "@pers")]
    inhoud = added(invulblad(plan, eigen_acties=eigen, communicatie=momenten), PLAATJE)

    gelezen = read(plan, send_back(plan, inhoud).inhoud)

    assert said(gelezen) == said(read(plan, inhoud))
    assert [e.actie for e in gelezen.eigen_acties] == ["Eigen", ""]
    assert [m.wat for m in gelezen.communicatie] == ["Persbericht"]


def test_who_answered_for_the_whole_kolom_still_does(plan):
    antwoorden = {"1.1.1": Antwoord("voltooid", "2018"), "1.1.2": Antwoord("bijna klar")}
    inhoud = added(invulblad(plan, "Cuijk", antwoorden=antwoorden, voor_kolom=True), PLAATJE)

    terug = send_back(plan, inhoud, "CGM.xlsx", "CGM")

    assert terug.herstel.is_voor_kolom
    assert read(plan, terug.inhoud, "CGM.xlsx").gemeenten == ("Cuijk", "Grave")
    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))


def test_previous_states_go_along_and_ongewijzigd_means_the_same(plan):
    standen = {"1.1.1": Stand(Status.VOLTOOID, "2018"), "1.1.2": Stand(Status.STRUCTUREEL, "elk jaar")}
    antwoorden = {"1.1.1": Antwoord("ongewijzigd"), "1.2.1": Antwoord("ongewijzigd")}
    inhoud = added(invulblad(plan, standen=standen, antwoorden=antwoorden), PLAATJE)

    terug = send_back(plan, inhoud)

    assert codes(terug.herstel.bevindingen).count(Code.ONGEWIJZIGD_ZONDER_VORIGE) == 1
    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))
    assert read_verborgen(open_werkboek(Bestand("a.xlsx", terug.inhoud))).standen == standen
    assert "Vorige stand" in texts(terug.inhoud)


def test_a_planning_whose_status_column_is_gone_does_not_become_an_answer(plan):
    zonder = "| Nr | Actie | Planning | Toelichting |\n| 1.1.1 | Training voor bestuurders | 2019 | |"
    inhoud = drawn(zonder, extra=PLAATJE)

    gelezen = read(plan, send_back(plan, inhoud).inhoud).antwoorden["1.1.1"]

    assert (gelezen.status, gelezen.reden, gelezen.planning) == (Status.NIET_BEPAALD, Reden.NIET_HERKEND, "2019")


def test_a_planning_that_says_nothing_still_says_nothing(plan):
    inhoud = added(
        invulblad(plan, antwoorden={"1.1.1": Antwoord("", "-"), "1.1.2": Antwoord("", "", "alleen dit")}), PLAATJE
    )

    terug = send_back(plan, inhoud)

    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))
    assert findings(plan, terug.inhoud) == findings(plan, inhoud)


def test_a_colour_given_by_hand_comes_back_as_the_word_it_was_read_as(plan):
    inhoud = drawn(extra=PLAATJE, fills={"C6": "00B050"})

    terug = send_back(plan, inhoud)

    assert Code.STATUS_UIT_KLEUR in codes(terug.herstel.bevindingen)
    assert read(plan, terug.inhoud).antwoorden["1.2.1"].status is Status.VOLTOOID


LANG = f"begin {'lang ' * 8000}einde"
"""More than a cell holds."""

TE_LANG = {
    "status": {"C5": Cel(LANG)},
    "planning": {"D5": Cel(LANG)},
    "toelichting": {"E5": Cel(LANG)},
    "eigen actie": {"B8": Cel(LANG)},
    "allemaal": {plaats: Cel(f"{plaats} {LANG}") for plaats in ("C4", "D4", "E4", "D5", "B8", "D8")},
}


@pytest.mark.parametrize("welke", TE_LANG)
def test_a_text_that_no_cell_can_hold_is_carried_on_and_comes_back_whole(plan, welke):
    inhoud = drawn(extra=PLAATJE, cellen=TE_LANG[welke])

    terug = send_back(plan, inhoud)
    nog_eens = send_back(plan, terug.inhoud)

    assert load(terug.inhoud).sheetnames[-2:] == ["Vervolg", "_actieplan"]
    assert (terug.opnieuw, nog_eens.opnieuw) == ("er staan afbeeldingen in", "")
    for een in (terug, nog_eens):
        assert said(read(plan, een.inhoud)) == said(read(plan, inhoud))
        assert "Vervolg" not in [blad for _, blad, _, _ in findings(plan, een.inhoud)]
    assert LANG in str(said(read(plan, nog_eens.inhoud)))


def test_a_moment_that_no_cell_can_hold_is_carried_on_and_comes_back_whole(plan):
    kalender = f"| Datum | Wat | Toelichting |\n| 1-3-2019 | Persbericht | {LANG} |"
    inhoud = drawn(extra=PLAATJE, communicatie=kalender)

    assert said(read(plan, send_back(plan, inhoud).inhoud)) == said(read(plan, inhoud))


def carried(plan) -> bytes:
    """Return a new invulblad with a planning at D11 that goes on on `Vervolg`."""
    return send_back(plan, drawn(extra=PLAATJE, cellen={"D5": Cel(LANG)})).inhoud


def changed(inhoud: bytes, doe: Callable[[str], str]) -> bytes:
    def change(boek) -> None:
        boek["Invulblad"]["D11"].value = doe(boek["Invulblad"]["D11"].value)

    return edited(inhoud, change)


def told_on_vervolg(plan, inhoud: bytes) -> list[tuple[Code, str, str]]:
    gemeld = [b for b in read(plan, inhoud).bevindingen if b.plek.blad == "Vervolg"]
    return [(b.code, b.plek.cel, b.waarden["waarde"]) for b in gemeld]


def test_what_is_typed_behind_a_text_that_is_carried_on_does_not_cost_the_rest_of_it(plan):
    """The cell shows its beginning and where to read on; whoever adds a word there did not take the rest away."""
    inhoud = changed(carried(plan), lambda tekst: f"{tekst} en meer")

    assert read(plan, inhoud).antwoorden["1.1.2"].planning == f"{LANG} en meer"
    assert told_on_vervolg(plan, inhoud) == []


@pytest.mark.parametrize("doe", [lambda tekst: f"NB: {tekst}", lambda tekst: "najaar 2019"], ids=["anders", "weg"])
def test_what_no_longer_has_its_beginning_is_never_put_behind_another_but_told(plan, doe):
    inhoud = changed(carried(plan), doe)
    getypt = doe(load(carried(plan))["Invulblad"]["D11"].value)

    terug = send_back(plan, inhoud)
    nieuw = send_back(plan, added(inhoud, PLAATJE))

    assert terug.opnieuw == ""
    for een in (inhoud, terug.inhoud):
        assert read(plan, een).antwoorden["1.1.2"].planning == getypt
        assert told_on_vervolg(plan, een) == [(Code.CEL_BUITEN_TABEL, "B2", LANG)]
    assert read(plan, nieuw.inhoud).antwoorden["1.1.2"].planning == getypt
    los = [b for b in read(plan, nieuw.inhoud).bevindingen if b.plek.blad == "Losse teksten"]
    assert [(b.plek.cel, b.waarden["waarde"]) for b in los] == [("C3", LANG)]


def test_a_text_is_carried_on_whatever_happened_to_the_heading_and_the_name_of_its_sheet(plan):
    def behead(boek) -> None:
        boek["Vervolg"].delete_rows(1)
        boek["Vervolg"].title = "Vervolg (2)"

    inhoud = edited(carried(plan), behead)

    assert read(plan, inhoud).antwoorden["1.1.2"].planning == LANG


def test_what_she_adds_on_vervolg_is_read_in_the_text_and_told_beside_it(plan):
    def add(boek) -> None:
        boek["Vervolg"]["B4"].value += " en nog dit"
        boek["Vervolg"]["C2"] = "voor wie?"

    inhoud = edited(carried(plan), add)

    assert read(plan, inhoud).antwoorden["1.1.2"].planning == f"{LANG} en nog dit"
    assert told_on_vervolg(plan, inhoud) == [(Code.CEL_BUITEN_TABEL, "C2", "voor wie?")]


def test_a_sheet_of_her_own_that_is_called_vervolg_is_told_as_a_whole(plan):
    def add(boek) -> None:
        boek.create_sheet("Vervolg").append([2019, "wij doen mee"])

    inhoud = edited(invulblad(plan), add)

    (gemeld,) = (wat for wat in findings(plan, inhoud) if wat[1] == "Vervolg")
    assert (gemeld[0], "'2019'; 'wij doen mee'" in gemeld[3]) == (Code.BLAD_NIET_GELEZEN, True)
