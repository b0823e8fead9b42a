"""`remind`: drafts with real files, read back by parsers that know nothing of how they were made."""

import email
import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from tekenen import draw_invulblad

from actieplan_xl import BestandError, GebruikError, Herinnerd, Plan, Status, check, distribute, remind
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.plan import Gemeente, Kolom
from actieplan_xl.reading.inzending import read_invulblad
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.planwerkboek import build_planwerkboek

NRS = ("1.1.1", "1.1.2", "1.2.1", "2.1.1")
CGM = "plan@cgm.example"
Zet = Callable[..., Path]
Herinner = Callable[..., Herinnerd]


@pytest.fixture
def plan(plan: Plan) -> Plan:
    """CGM has one address for both its gemeenten, Uden an address with letters of all kinds beside it."""
    adressen = {"Cuijk": CGM, "Grave": CGM.upper(), "Boekel": "boekel@voorbeeld.nl", "Uden": "info@uden.example"}

    def with_address(gemeente: Gemeente) -> Gemeente:
        return replace(gemeente, e_mail=adressen[gemeente.naam])

    kolommen = tuple(Kolom(k.naam, tuple(map(with_address, k.gemeenten))) for k in plan.kolommen)
    return replace(plan, kolommen=kolommen)


@pytest.fixture
def zet(plan: Plan, tmp_path: Path) -> Zet:
    """Put the invulblad of a gemeente in a folder, everything done but for the numbers that are given."""

    def put(naam: str, voor_kolom: bool = False, standen: dict[str, Stand] | None = None, **anders: str) -> Path:
        antwoorden = dict.fromkeys(NRS, Antwoord("voltooid", "2018", "al gedaan"))
        antwoorden |= {".".join(nr[1:]): Antwoord(status) for nr, status in anders.items()}
        vulling = Vulling(antwoorden, voor_kolom=voor_kolom)
        pad = tmp_path / "binnen" / f"{naam}.xlsx"
        pad.parent.mkdir(parents=True, exist_ok=True)
        gemeente = plan.find_gemeenten(naam)[0]
        pad.write_bytes(build_invulblad(plan, gemeente, standen, vulling, opgeslagen=datetime(2019, 5, 1)))
        return pad

    return put


@pytest.fixture
def herinner(tmp_path: Path) -> Herinner:
    """Remind of what is in the folder, on a day of June 2019."""

    def run(dag: int = 1, **keuzes: object) -> Herinnerd:
        return remind([tmp_path / "binnen"], tmp_path / "her", vandaag=f"2019-06-{dag:02}", **keuzes)  # type: ignore[arg-type]

    return run


def read(pad: Path) -> EmailMessage:
    """Parse a draft, and let nothing be wrong with it."""
    mail = email.message_from_bytes(pad.read_bytes(), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert not mail.defects
    return mail


def attachments(pad: Path) -> dict[str, bytes]:
    return {str(deel.get_filename()): deel.get_payload(decode=True) for deel in read(pad).iter_attachments()}  # type: ignore[misc]


def body(pad: Path) -> str:
    deel = read(pad).get_body(("plain",))
    assert deel is not None
    return str(deel.get_content()).replace("\r\n", "\n")


def test_only_who_owes_something_gets_a_draft(zet: Zet, herinner: Herinner, tmp_path: Path) -> None:
    """Not sent, without a sender; it says how many of how many, when it was due and what day it is."""
    for naam in ("Cuijk", "Grave", "Uden"):
        zet(naam)
    zet("Boekel", n121="", n111="bijna klar")

    gemaakt = herinner()

    assert [pad.name for pad in (tmp_path / "her").iterdir()] == ["Herinnering Boekel.eml"]
    (mail,) = gemaakt.mails
    assert (mail.gemeenten, mail.aan, mail.tellingen[0].open) == (
        ("Boekel",),
        ("boekel@voorbeeld.nl",),
        ("1.1.1", "1.2.1"),
    )
    assert gemaakt.compleet == ("Cuijk", "Grave", "Uden")
    assert (gemaakt.bevindingen, gemaakt.has_aandachtspunten) == ((), False)
    gelezen = read(mail.pad)
    assert (gelezen["X-Unsent"], gelezen["To"], gelezen["From"], gelezen["Date"]) == ("1", mail.aan[0], None, None)
    assert gelezen["Subject"].strip() == "Herinnering Actieplan 2019: nog 2 van 4 antwoorden van Boekel"
    tekst = body(mail.pad)
    assert "nog 2 van de 4 antwoorden" in tekst
    assert "- 1.2.1  Kalender bijhouden\n" in tekst
    assert "“bijna klar” herkennen we niet" in tekst
    assert "1.1.2" not in tekst
    assert "De uiterste inleverdatum is 15 mei 2019.\nDat is 17 dagen geleden." in tekst
    assert "Vandaag is het zaterdag 1 juni 2019." in tekst


def test_the_attachment_is_the_retour_that_controleren_gives(
    zet: Zet, herinner: Herinner, plan: Plan, tmp_path: Path
) -> None:
    """Byte for byte, with what she answered already."""
    zet("Boekel", n121="")
    (mail, *_) = (m for m in herinner().mails if m.gemeenten == ("Boekel",))
    (retour,) = check([tmp_path / "binnen"], retour=tmp_path / "terug").retour

    ((naam, inhoud),) = attachments(mail.pad).items()

    assert (naam, inhoud) == (retour.pad.name, retour.pad.read_bytes())
    gelezen = read_invulblad(io.BytesIO(inhoud), plan)
    assert gelezen.antwoorden["1.1.1"].inhoud == (Status.VOLTOOID, "2018", "al gedaan", "")
    assert not gelezen.antwoorden["1.2.1"].is_antwoord


@pytest.mark.parametrize("peildatum", ["2019-06-01", ""])
def test_who_sent_nothing_gets_her_invulblad_as_it_was_handed_out(
    zet: Zet, herinner: Herinner, plan: Plan, tmp_path: Path, peildatum: str
) -> None:
    """With the previous state that the plan knows, and no other day in it than the plan has."""
    zet("Boekel")
    pad = tmp_path / "plan.xlsx"
    van = replace(plan, gegevens=replace(plan.gegevens, peildatum=peildatum))
    pad.write_bytes(build_planwerkboek(van, {"Uden": {"1.1.1": Stand(Status.STRUCTUREEL, "elk jaar")}}))
    uitgevraagd = {blad.name: blad.read_bytes() for blad in distribute(pad, tmp_path / "uit").paden}

    gemaakt = herinner(plan=pad)

    (uden,) = (mail for mail in gemaakt.mails if mail.gemeenten == ("Uden",))
    naam = "Invulblad Actieplan 2019 - Uden.xlsx"
    assert attachments(uden.pad) == {naam: uitgevraagd[naam]}
    assert "We kregen nog geen ingevuld invulblad." in body(uden.pad)


def test_a_kolom_with_one_address_gets_one_mail(zet: Zet, herinner: Herinner) -> None:
    """With the list and the attachment of each; capitals do not make it another address."""
    zet("Grave", n112="")
    zet("Boekel")
    zet("Uden")

    (mail,) = herinner().mails

    assert (mail.pad.name, mail.gemeenten, mail.aan) == ("Herinnering CGM.eml", ("Cuijk", "Grave"), (CGM,))
    assert mail.bijlagen == ("Invulblad Actieplan 2019 - Cuijk.xlsx", "Retour Actieplan 2019 - Grave.xlsx")
    assert "Cuijk (nog 3 van 3)" in body(mail.pad)
    assert "Grave (nog 1 van 3)\n- 1.1.2  E-learning" in body(mail.pad)


def test_one_file_for_a_kolom_goes_along_once(zet: Zet, herinner: Herinner) -> None:
    """It speaks for both; who of the two is asked makes no difference."""
    zet("CGM", voor_kolom=True, n112="")
    zet("Boekel")
    zet("Uden")

    (mail,) = herinner().mails

    assert mail.gemeenten == ("Cuijk", "Grave")
    assert len(mail.bijlagen) == 1


def test_a_file_that_could_not_be_read_is_no_silence(zet: Zet, herinner: Herinner, tmp_path: Path) -> None:
    """She reads that it came, and in the attachment why it was of no use; one file for a kolom is of both."""
    zet("Boekel")
    zet("Uden")
    (tmp_path / "binnen" / "CGM.xlsx").write_bytes(b"PK\x03\x04 half een bestand")

    (mail,) = herinner().mails

    assert mail.bijlagen == ("Retour Actieplan 2019 - CGM.xlsx",)
    assert body(mail.pad).count("dat konden we niet lezen") == 2
    assert "We kregen nog geen" not in body(mail.pad)


def test_gemeenten_of_a_kolom_with_their_own_address_each_get_their_own_mail(
    zet: Zet, herinner: Herinner, plan: Plan, tmp_path: Path
) -> None:
    """Also when one file spoke for both: then each gets that one back."""
    zet("CGM", voor_kolom=True, n112="")
    zet("Boekel")
    zet("Uden")
    cuijk, grave = plan.kolommen[0].gemeenten
    apart = Kolom("CGM", (cuijk, replace(grave, e_mail="grave@voorbeeld.nl")))
    pad = tmp_path / "plan.xlsx"
    pad.write_bytes(build_planwerkboek(replace(plan, kolommen=(apart, *plan.kolommen[1:]))))

    eerste, tweede = herinner(plan=pad).mails

    assert (eerste.gemeenten, tweede.gemeenten, tweede.aan) == (("Cuijk",), ("Grave",), ("grave@voorbeeld.nl",))
    assert attachments(eerste.pad) == attachments(tweede.pad)


def test_who_has_uitstel_is_not_asked_before_it_is_over(
    zet: Zet, herinner: Herinner, plan: Plan, tmp_path: Path
) -> None:
    """The day that counts is today, not the peildatum of the plan."""
    zet("Boekel")
    zet("Cuijk")
    zet("Grave")
    uden = replace(plan.kolommen[-1].gemeenten[0], uitstel_tot="2019-06-10", uitstel_reden="ziekte")
    pad = tmp_path / "plan.xlsx"
    pad.write_bytes(build_planwerkboek(replace(plan, kolommen=(*plan.kolommen[:-1], Kolom("Uden", (uden,))))))

    op_tijd, te_laat = herinner(10, plan=pad), herinner(11, plan=pad)

    assert ([g.naam for g in op_tijd.uitstel], op_tijd.mails) == (["Uden"], ())
    assert [mail.gemeenten for mail in te_laat.mails] == [("Uden",)]
    assert te_laat.uitstel == ()


def test_uitstel_hides_no_file_that_cannot_be_read(zet: Zet, herinner: Herinner, plan: Plan, tmp_path: Path) -> None:
    """She is not reminded, but what came in is told: nobody else would."""
    for naam in ("Boekel", "Cuijk", "Grave"):
        zet(naam)
    (tmp_path / "binnen" / "Uden.xlsx").write_bytes(zet("Uden").read_bytes()[:3000])
    uden = replace(plan.kolommen[-1].gemeenten[0], uitstel_tot="2019-06-10")
    pad = tmp_path / "plan.xlsx"
    pad.write_bytes(build_planwerkboek(replace(plan, kolommen=(*plan.kolommen[:-1], Kolom("Uden", (uden,))))))

    herinnerd = herinner(10, plan=pad)

    assert herinnerd.mails == ()
    assert {bevinding.plek.bestand for bevinding in herinnerd.bevindingen} == {"Uden.xlsx"}
    assert herinnerd.has_aandachtspunten


def test_without_a_usable_address_the_draft_is_made_without_a_receiver(
    zet: Zet, herinner: Herinner, plan: Plan, tmp_path: Path
) -> None:
    """And it is told, with what was written there."""
    zet("Boekel")
    zet("Cuijk")
    zet("Grave")
    uden = replace(plan.kolommen[-1].gemeenten[0], e_mail="bel maar even")
    pad = tmp_path / "plan.xlsx"
    pad.write_bytes(build_planwerkboek(replace(plan, kolommen=(*plan.kolommen[:-1], Kolom("Uden", (uden,))))))

    gemaakt = herinner(plan=pad)

    assert gemaakt.has_aandachtspunten
    assert Code.HERINNERING_ZONDER_ADRES in {b.code for b in gemaakt.bevindingen}
    assert read(gemaakt.mails[0].pad)["To"] is None


def test_without_a_plan_it_is_told_whose_previous_state_is_not_known(zet: Zet, herinner: Herinner) -> None:
    """It stands in the planwerkboek only; the others were sent theirs."""
    zet("Boekel", standen={"1.1.1": Stand(Status.GEPLAND, "2018")})

    gevonden = [b for b in herinner().bevindingen if b.code is Code.HERINNERING_ZONDER_VORIGE_STAND]

    assert [(b.plek.bestand, b.waarden["naam"]) for b in gevonden] == [
        ("Herinnering CGM.eml", "Cuijk en Grave"),
        ("Herinnering Uden.eml", "Uden"),
    ]


def test_a_file_of_which_nobody_knows_whose_it_is_is_told_before_anyone_is_asked(
    zet: Zet, herinner: Herinner, tmp_path: Path
) -> None:
    """It may be the answer of whoever would get a reminder."""
    zet("Boekel")
    tabel = """
        | Nr    | Actie                     | Status   | Planning |
        | 1.1.1 | Training voor bestuurders | voltooid | 2018     |
    """
    (tmp_path / "binnen" / "van een collega.xlsx").write_bytes(draw_invulblad(tabel, titel="Ons plan").bytes())

    assert Code.GEMEENTE_ONBEKEND in {b.code for b in herinner().bevindingen}


def test_with_a_plan_everyone_can_be_reminded_before_anything_came_in(
    herinner: Herinner, plan: Plan, tmp_path: Path
) -> None:
    """Without one there is nothing to go by."""
    (tmp_path / "binnen").mkdir()
    pad = tmp_path / "plan.xlsx"
    pad.write_bytes(build_planwerkboek(plan))

    assert [mail.gemeenten for mail in herinner(plan=pad).mails] == [("Cuijk", "Grave"), ("Boekel",), ("Uden",)]
    with pytest.raises(GebruikError):
        herinner()


def test_a_draft_is_never_replaced_unasked_and_an_older_one_is_named(
    zet: Zet, herinner: Herinner, tmp_path: Path
) -> None:
    """All of them or none; whoever is done since is not asked again by accident."""
    zet("Boekel", n121="")
    eerste = herinner()
    assert len(eerste.mails) == 3

    with pytest.raises(BestandError):
        herinner()
    zet("Boekel")
    tweede = herinner(overschrijven=True)

    assert [pad.name for pad in tweede.eerdere] == ["Herinnering Boekel.eml"]


def test_the_same_round_on_the_same_day_gives_the_same_bytes(zet: Zet, tmp_path: Path) -> None:
    """Whenever it is made."""
    zet("Boekel", n121="")
    mappen = [tmp_path / "een", tmp_path / "twee"]

    for map_ in mappen:
        remind([tmp_path / "binnen"], map_, vandaag="2019-06-01")

    een, twee = ({pad.name: pad.read_bytes() for pad in map_.iterdir()} for map_ in mappen)
    assert een == twee


def test_a_day_that_is_none_is_refused(zet: Zet, tmp_path: Path) -> None:
    """Whoever calls it from Python gets an error of ours too."""
    zet("Boekel", n121="")

    with pytest.raises(GebruikError, match="'morgen' is geen datum"):
        remind([tmp_path / "binnen"], tmp_path / "her", vandaag="morgen")


def test_drafts_do_not_go_among_the_answers(zet: Zet, tmp_path: Path) -> None:
    """There the next round would take them for letters of gemeenten."""
    zet("Boekel", n121="")

    with pytest.raises(GebruikError, match="Kies voor --naar een andere map"):
        remind([tmp_path / "binnen"], tmp_path / "binnen")


def test_ripmime_takes_the_same_attachments_out_of_a_draft(zet: Zet, herinner: Herinner, tmp_path: Path) -> None:
    """A parser of another make."""
    if not (ripmime := shutil.which("ripmime")):
        pytest.skip("ripmime is er niet (apt-get install ripmime)")
    zet("Grave", n112="")
    (mail, *_) = herinner().mails

    subprocess.run([ripmime, "-i", str(mail.pad), "-d", str(tmp_path / "uit")], check=True, capture_output=True)

    assert {pad.name: pad.read_bytes() for pad in (tmp_path / "uit").glob("*.xlsx")} == attachments(mail.pad)
