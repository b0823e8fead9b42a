"""`actieplan verzenden`: the draft that lies ready, what goes along, and when it refuses."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import msoffcrypto
import pytest
from click.testing import CliRunner, Result
from sending.post import attachments, body, read_draft
from tekenen.versleuteld import encrypted
from writing.dump import load

import actieplan_xl as ax
from actieplan_xl.cli import main, wachtwoorden
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.plan import Ontvanger, Plan
from actieplan_xl.sending import kantoor
from actieplan_xl.sending.concept import PDF
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from cli.kleinplan import ALLES, Invullen, Run

GEHEIM = "Geheim-en-lang"
EML = "post/Verzending Actieplan 2019.eml"
ONTVANGERS = (Ontvanger("burgemeester", "b@x.example"), Ontvanger("officier", "o@y.example; b@x.example"))


@pytest.fixture(autouse=True)
def no_password_around(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ACTIEPLAN_WACHTWOORD", raising=False)


@pytest.fixture
def plan(plan: Plan) -> Plan:
    """The small plan, with somebody to send it to and something to sign with."""
    gegevens = replace(plan.gegevens, rubricering="Intern gebruik", afzender="Sanne de Vries")
    return replace(plan, gegevens=gegevens, ontvangers=ONTVANGERS)


@pytest.fixture
def regio(run: Run, met_gaten: Path, tmp_path: Path) -> Path:
    """The regiowerkboek of a round with gaps: those are no reason to refuse."""
    run("samenvoegen", met_gaten, "--naar", "regio.xlsx")
    return tmp_path / "regio.xlsx"


@pytest.fixture
def typ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run `actieplan` with somebody at a terminal, who types these lines."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(wachtwoorden, "sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True)))

    def invoke(*woorden: object, regels: tuple[str, ...] = ()) -> Result:
        getypt = "".join(f"{regel}\n" for regel in regels)
        return CliRunner().invoke(main, [str(woord) for woord in woorden], input=getypt)

    return invoke


def said(resultaat: Result) -> str:
    """Return what is shown, however its lines are broken."""
    return " ".join(f"{resultaat.stdout} {resultaat.stderr}".split())


def change_sheet(pad: Path, nummer: int, patroon: str, nieuw: str) -> None:
    """Change the XML of a sheet, as a person's change in a spreadsheet program would leave it."""
    oud = pad.read_bytes()
    with zipfile.ZipFile(io.BytesIO(oud)) as bron, zipfile.ZipFile(pad, "w") as doel:
        for naam in bron.namelist():
            tekst = bron.read(naam).decode()
            if naam == f"xl/worksheets/sheet{nummer}.xml":
                tekst, keer = re.subn(patroon, nieuw, tekst, count=1)
                assert keer
            doel.writestr(naam, tekst)


def test_the_draft_is_for_all_ontvangers_with_the_workbook_as_it_is(run: Run, regio: Path, tmp_path: Path) -> None:
    """Everyone once, and the attachment is the file to the byte; the folder holds nothing else."""
    resultaat = run("verzenden", regio, "--naar", "post", "--invoer", "retour")

    assert (resultaat.exit_code, resultaat.stderr) == (0, "")
    mail = read_draft(tmp_path / EML)
    assert (mail["X-Unsent"], mail["To"], mail["From"]) == ("1", "b@x.example, o@y.example", None)
    assert mail["Subject"] == "Actieplan 2019, stand per 1 juni 2019 (Intern gebruik)"
    assert attachments(tmp_path / EML) == [("regio.xlsx", regio.read_bytes())]
    assert [pad.name for pad in (tmp_path / "post").iterdir()] == [Path(EML).name]
    assert max(map(len, resultaat.stdout.splitlines())) <= 80


def test_the_mail_says_in_short_what_the_summary_says(run: Run, regio: Path, tmp_path: Path) -> None:
    """The same counts and the same sentences as on the sheet Samenvatting, in lines that fit."""
    run("verzenden", regio, "--naar", "post")

    tekst = body(tmp_path / EML)
    assert "Van 9 gevraagde antwoorden zijn er 4 binnen; van 3 gemeenten is er 1" in tekst
    assert "Rubricering: Intern gebruik" in tekst
    assert max(map(len, tekst.splitlines())) <= 72
    op_blad = {" ".join(str(c.value).split()) for r in load(regio.read_bytes())["Samenvatting"].iter_rows() for c in r}
    punten = [" ".join(p.split()) for p in re.findall(r"^- (.*(?:\n  .*)*)", tekst, flags=re.MULTILINE)]
    assert len(punten) > 3
    assert {punt for punt in punten if not punt.startswith("regio.xlsx")} <= op_blad


def test_what_changed_since_the_previous_time_stands_in_the_mail(
    run: Run, regio: Path, invullen: Invullen, tmp_path: Path
) -> None:
    """In the sentence of the sheet Wijzigingen."""
    invullen("Boekel", ALLES)
    run("samenvoegen", "retour", "--vorige", regio, "--peildatum", "1-11-2019", "--naar", "nu.xlsx")
    zin = ax.compare_files(regio, tmp_path / "nu.xlsx").vergelijking.zin

    run("verzenden", "nu.xlsx", "--naar", "post")

    assert f"Veranderd sinds de vorige keer: - {zin}" in " ".join(body(tmp_path / EML).split())


def test_the_same_workbook_gives_the_same_draft(regio: Path, tmp_path: Path) -> None:
    """Without a password: that one has random salts."""
    een, twee = (ax.send_draft(regio, tmp_path / map_).pad.read_bytes() for map_ in ("een", "twee"))

    assert een == twee


def test_with_a_password_the_workbook_goes_along_encrypted(
    run: Run, regio: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody finds the password in the mail or on the screen."""
    monkeypatch.setenv("ACTIEPLAN_WACHTWOORD", GEHEIM)

    resultaat = run("verzenden", regio, "--naar", "post", "--wachtwoord")

    assert resultaat.exit_code == 0
    ((naam, inhoud),) = attachments(tmp_path / EML)
    bestand = msoffcrypto.OfficeFile(io.BytesIO(inhoud))
    bestand.load_key(password=GEHEIM, verify_password=True)
    uit = io.BytesIO()
    bestand.decrypt(uit)
    assert (naam, uit.getvalue()) == ("regio.xlsx", regio.read_bytes())
    assert GEHEIM not in said(resultaat) + body(tmp_path / EML)
    assert "per telefoon of op een andere manier, niet per mail" in said(resultaat)


def test_a_password_is_typed_twice_until_it_is_the_same(typ, regio: Path, tmp_path: Path) -> None:
    """Nothing of it is shown."""
    resultaat = typ("verzenden", regio, "--naar", "post", "--wachtwoord", regels=(GEHEIM, "typfout1", GEHEIM, GEHEIM))

    assert resultaat.exit_code == 0
    assert "Dat was twee keer iets anders." in said(resultaat)
    assert GEHEIM not in said(resultaat)
    ((_, inhoud),) = attachments(tmp_path / EML)
    (tmp_path / "terug.xlsx").write_bytes(inhoud)
    assert typ("tonen", "terug.xlsx", "--wachtwoord", regels=(GEHEIM,)).exit_code == 0


def test_a_password_that_stays_different_or_is_short_is_refused(typ, regio: Path, tmp_path: Path) -> None:
    """And then there is no draft."""
    steeds = typ("verzenden", regio, "--naar", "post", "--wachtwoord", regels=("a1", "b2") * 3)
    kort = typ("verzenden", regio, "--naar", "post", "--wachtwoord", regels=("k0rt", "k0rt"))

    assert (steeds.exit_code, kort.exit_code) == (2, 2)
    assert "Neem er een van ten minste 8 tekens" in said(kort)
    assert not (tmp_path / "post").exists()


def test_without_a_terminal_the_way_is_the_environment(run: Run, regio: Path) -> None:
    """As where a file is opened."""
    resultaat = run("verzenden", regio, "--naar", "post", "--wachtwoord")

    assert resultaat.exit_code == 2
    assert "Zet het in ACTIEPLAN_WACHTWOORD." in said(resultaat)


def test_a_workbook_that_is_protected_already_is_asked_for_and_goes_along_as_it_is(
    typ, regio: Path, tmp_path: Path
) -> None:
    """With another password when one is asked for; never open beside it, as a PDF."""
    open_ = regio.read_bytes()
    regio.write_bytes(encrypted("Oud-geheim", open_))

    zo = typ("verzenden", regio, "--naar", "post", regels=("Oud-geheim",))
    assert zo.exit_code == 0
    assert attachments(tmp_path / EML) == [("regio.xlsx", regio.read_bytes())]
    assert "met een wachtwoord erop" in said(zo)

    anders = ax.send_draft(regio, tmp_path / "p", wachtwoord=GEHEIM, wachtwoorden=["Oud-geheim"])
    assert ax.read_regiowerkboek(io.BytesIO(open_)).matrix == anders.matrix
    ((_, inhoud),) = attachments(anders.pad)
    assert len(inhoud) > len(open_)

    pdf = typ("verzenden", regio, "--naar", "q", "--pdf", regels=("Oud-geheim",))
    assert (pdf.exit_code, "Laat --pdf hier weg." in said(pdf)) == (2, True)


def test_what_opens_without_a_password_is_not_called_protected(run: Run, regio: Path, tmp_path: Path) -> None:
    """Excel's own password protects nothing: what was inside goes along, and nobody is told to pass a password on."""
    open_ = regio.read_bytes()
    regio.write_bytes(encrypted("VelvetSweatshop", open_))

    resultaat = run("verzenden", str(regio), "--naar", "post")

    assert "met een wachtwoord erop" not in said(resultaat)
    assert [inhoud for _, inhoud in attachments(tmp_path / EML)] == [open_]


def test_a_pdf_never_goes_along_with_a_workbook_behind_a_password(regio: Path, tmp_path: Path) -> None:
    """It would hold the same, open to anybody."""
    with pytest.raises(ax.GebruikError, match="open meegaan"):
        ax.send_draft(regio, tmp_path / "post", wachtwoord=GEHEIM, pdf=True)


def test_a_pdf_goes_along_when_it_is_asked_for(
    run: Run, regio: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under the name of the workbook."""
    monkeypatch.setattr(kantoor, "convert", lambda werkboek, soort, naam: b"%PDF-1.7")

    run("verzenden", regio, "--naar", "post", "--pdf")

    delen = list(read_draft(tmp_path / EML).iter_attachments())
    assert [(d.get_filename(), d.get_content_type()) for d in delen][1:] == [("regio.pdf", PDF)]
    assert "- regio.pdf, om te lezen of af te drukken" in body(tmp_path / EML)


def test_a_text_of_ones_own_is_filled_in(run: Run, regio: Path, tmp_path: Path) -> None:
    """With the holes where one wants them, or none."""
    (tmp_path / "brief.txt").write_bytes(
        "Onderwerp: Voor jou: {plan}\r\nBeste René,\r\n{bijlagen}\r\n".encode("cp1252")
    )

    run("verzenden", regio, "--naar", "post", "--tekst", "brief.txt")

    assert read_draft(tmp_path / EML)["Subject"] == "Voor jou: Actieplan 2019"
    assert body(tmp_path / EML) == "Beste René,\nIn de bijlage:\n- regio.xlsx, het hele werkboek\n"


def test_an_ontvanger_without_an_address_is_told_and_the_others_get_it(regio: Path, plan: Plan, tmp_path: Path) -> None:
    """By role, with what stands there."""
    ontvangers = (Ontvanger("politie", "zie lijst"), Ontvanger("RIEC", ""), Ontvanger("burgemeester", "b@x.example"))

    klaar = ax.send_draft(io.BytesIO(with_ontvangers(plan, regio, ontvangers)), tmp_path / "post")

    assert klaar.concept.aan == ("b@x.example",)
    assert {(b.code, b.waarden["rol"], b.waarden["waarde"]) for b in klaar.bevindingen} == {
        (Code.ONTVANGER_ZONDER_ADRES, rol, waarde)
        for rol, waarde in (("RIEC", "niets"), ("politie", "zie"), ("politie", "lijst"))
    }


def with_ontvangers(plan: Plan, regio: Path, ontvangers: tuple[Ontvanger, ...]) -> bytes:
    """Return the regiowerkboek of the same answers with other people to send it to."""
    ander = io.BytesIO(build_planwerkboek(replace(plan, ontvangers=ontvangers)))
    uit = regio.parent / "anders.xlsx"
    ax.merge_files([regio.parent / "retour"], plan=ander, naar=uit)
    return uit.read_bytes()


def test_without_anybody_to_send_it_to_the_draft_is_there_and_says_what_to_do(
    run: Run, regio: Path, plan: Plan, tmp_path: Path
) -> None:
    """It ends with 1: somebody has to put the addresses in."""
    regio.write_bytes(with_ontvangers(plan, regio, ()))

    resultaat = run("verzenden", regio, "--naar", "post")

    assert resultaat.exit_code == 1
    assert read_draft(tmp_path / EML)["To"] is None
    assert "Zet de adressen zelf in het concept" in said(resultaat)


def type_over_a_count(regio: Path) -> None:
    change_sheet(regio, 1, r'(<c r="A4"[^>]*>)<f>[^<]*</f><v>\d+</v>', r"\1<v>9</v>")


def type_over_the_matrix(regio: Path) -> None:
    """Where Boekel answered nothing it now says something."""
    rijen = load(regio.read_bytes())["Actieplan"].iter_rows()
    cel = next(rij for rij in rijen if str(rij[0].value) == "1.1.1")[-1].coordinate
    nieuw = rf'<c r="{cel}" s="\1" t="inlineStr"><is><t>voltooid</t></is></c>'
    change_sheet(regio, 2, rf'<c r="{cel}" s="(\d+)"[^>]*>.*?</c>', nieuw)


@pytest.mark.parametrize(
    ("knoei", "code"),
    [(type_over_a_count, Code.REGIO_TELT_ANDERS), (type_over_the_matrix, Code.MATRIX_AANGEPAST)],
)
def test_a_workbook_that_contradicts_itself_is_refused_unless_it_must_go(
    run: Run, regio: Path, tmp_path: Path, knoei: Callable[[Path], None], code: Code
) -> None:
    """With what to do instead."""
    knoei(regio)

    geweigerd = run("verzenden", regio, "--naar", "post")
    assert (geweigerd.exit_code, code in geweigerd.stderr) == (2, True)
    assert "geef dan --toch mee" in said(geweigerd)
    assert not (tmp_path / "post").exists()

    toch = run("verzenden", regio, "--naar", "post", "--toch")
    assert (toch.exit_code, code in toch.stdout) == (1, True)
    assert attachments(tmp_path / EML) == [("regio.xlsx", regio.read_bytes())]


def test_a_workbook_that_is_older_than_an_answer_is_refused(
    run: Run, regio: Path, invullen: Invullen, tmp_path: Path
) -> None:
    """A file that came later, and one that was saved again; what was merged is known, used or not."""
    invullen("Boekel", ALLES)
    invullen("Cuijk", {**ALLES, "1.1.1": "gepland"})

    resultaat = run("verzenden", regio, "--naar", "post", "--invoer", "retour")

    assert resultaat.exit_code == 2
    assert resultaat.stderr.count(Code.REGIO_OUDER_DAN_INVOER) == 2
    assert "Voeg opnieuw samen" in said(resultaat)
    assert "Grave.xlsx" not in said(resultaat)
    assert run("verzenden", regio, "--naar", "post", "--invoer", "retour", "--toch").exit_code == 1


def test_what_could_not_be_read_is_known_by_its_name(run: Run, met_gaten: Path) -> None:
    """A document that was there when the answers were merged was told then; one that came later may hold an answer."""
    (met_gaten / "Boekel.docx").write_bytes(b"PK")
    (met_gaten / "Boekel leeg.xlsx").touch()
    run("samenvoegen", met_gaten, "--naar", "regio.xlsx")
    assert run("verzenden", "regio.xlsx", "--naar", "post", "--invoer", met_gaten).exit_code == 0

    (met_gaten / "Boekel nagekomen.docx").write_bytes(b"PK")
    resultaat = run("verzenden", "regio.xlsx", "--naar", "anders", "--invoer", met_gaten)

    assert resultaat.exit_code == 2
    assert resultaat.stderr.count(Code.REGIO_OUDER_DAN_INVOER) == 1


def test_what_lies_beside_the_answers_is_no_newer_answer(run: Run, regio: Path, plan: Plan, tmp_path: Path) -> None:
    """The plan, the regiowerkboek itself, an earlier one, a note; the answers may come in a zip as well."""
    retour = tmp_path / "retour"
    with zipfile.ZipFile(tmp_path / "binnen.zip", "w") as zip_:
        for pad in retour.iterdir():
            zip_.write(pad, pad.name)
    (retour / "plan.xlsx").write_bytes(build_planwerkboek(plan))
    (retour / "regio.xlsx").write_bytes(regio.read_bytes())
    (retour / "vorige.xlsx").write_bytes(with_ontvangers(plan, regio, ()))
    (retour / "aantekening.txt").write_bytes(b"PK")

    assert run("verzenden", regio, "--naar", "post", "--invoer", "retour", "--invoer", "binnen.zip").exit_code == 0


def test_without_the_answers_it_says_that_nobody_looked(run: Run, regio: Path) -> None:
    """No guessing where they might be."""
    assert "is niet nagekeken" in said(run("verzenden", regio, "--naar", "post"))
    met = run("verzenden", regio, "--naar", "post", "--invoer", "retour", "--overschrijven")
    assert "nagekeken" not in said(met)


def test_what_is_there_is_not_written_over(run: Run, regio: Path, tmp_path: Path) -> None:
    """Somebody may have worked on the draft."""
    run("verzenden", regio, "--naar", "post")
    eerder = (tmp_path / EML).read_bytes()
    (tmp_path / EML).write_bytes(b"van mij")

    resultaat = run("verzenden", regio, "--naar", "post")

    assert (resultaat.exit_code, (tmp_path / EML).read_bytes()) == (2, b"van mij")
    assert run("verzenden", regio, "--naar", "post", "--overschrijven").exit_code == 0
    assert (tmp_path / EML).read_bytes() == eerder


@pytest.mark.usefixtures("planwerkboek")
def test_what_is_no_regiowerkboek_is_refused(run: Run) -> None:
    """A planwerkboek holds no answers to send."""
    resultaat = run("verzenden", "plan.xlsx", "--naar", "post")

    assert (resultaat.exit_code, Code.GEEN_REGIOWERKBOEK in resultaat.stderr) == (2, True)
