"""Files behind a password: which passwords are tried, who is asked and how often, and that no password leaks."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from tekenen import pack
from tekenen.versleuteld import BLAD, GEHEIM, PLANNING, encrypted, locked

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.inzending import Vraag, read_invulblad, read_inzendingen
from actieplan_xl.reading.ronde import read_ronde
from actieplan_xl.reading.werkboek import grenzen, kind, kindproces
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.beveiliging import STANDAARD, Sleutelbos, unlock
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.writing.invulblad import build_invulblad


def refused(bestand: Bestand, sleutels: Sleutelbos | None = None) -> BestandError:
    with pytest.raises(BestandError) as gevangen:
        open_werkboek(bestand, sleutels)
    return gevangen.value


class Vrager:
    """Gives answers one by one and keeps what it was asked."""

    def __init__(self, *antwoorden: str) -> None:
        self.antwoorden = list(antwoorden)
        self.gevraagd: list[tuple[str, int]] = []

    def __call__(self, naam: str, keer: int) -> str:
        self.gevraagd.append((naam, keer))
        return self.antwoorden.pop(0)


def test_the_password_of_excel_itself_is_tried_first_and_nobody_is_asked():
    vrager = Vrager()

    boek = open_werkboek(locked(STANDAARD), Sleutelbos.make([GEHEIM, vrager]))

    assert boek.sheets[0].text(4, 3) == PLANNING
    assert (boek.bestand, vrager.gevraagd) == (locked(STANDAARD), [])
    assert [(b.code, b.waarden) for b in boek.meldingen] == [
        (Code.ONTSLEUTELD, {"waarmee": "het wachtwoord dat Excel zelf gebruikt"})
    ]


def test_a_file_that_is_opened_keeps_the_name_and_the_hash_it_was_sent_with():
    boek = open_werkboek(locked(), Sleutelbos.make(["fout", GEHEIM]))

    assert boek.bestand.sha256 == locked().sha256
    assert [b.waarden for b in boek.meldingen] == [{"waarmee": "het opgegeven wachtwoord"}]


def test_without_a_password_the_refusal_says_how_to_give_one():
    error = refused(locked())

    assert error.bevinding.code is Code.BESTAND_WACHTWOORD
    assert "Geef --wachtwoord mee" in str(error)


def test_a_password_that_does_not_fit_is_told_apart_from_none():
    assert refused(locked(), Sleutelbos.make(["fout"])).bevinding.code is Code.WACHTWOORD_PAST_NIET
    assert refused(locked(), Sleutelbos.make(["", ""])).bevinding.code is Code.BESTAND_WACHTWOORD


def test_who_can_be_asked_is_asked_at_most_three_times():
    vrager = Vrager("een", "twee", "drie", GEHEIM)

    error = refused(locked(), Sleutelbos.make([vrager]))

    assert error.bevinding.code is Code.WACHTWOORD_PAST_NIET
    assert vrager.gevraagd == [("Boekel.xlsx", 0), ("Boekel.xlsx", 1), ("Boekel.xlsx", 2)]


def test_the_third_time_may_be_right():
    vrager = Vrager("een", "twee", GEHEIM)

    assert unlock(locked(), Sleutelbos.make([vrager])) == (BLAD, GEHEIM)


@pytest.mark.parametrize(
    ("antwoorden", "code"),
    [(("",), Code.BESTAND_WACHTWOORD), (("fout", ""), Code.WACHTWOORD_PAST_NIET)],
)
def test_saying_nothing_passes_the_file_over_for_good(antwoorden, code):
    vrager = Vrager(*antwoorden)
    sleutels = Sleutelbos.make([vrager])

    for _ in range(2):
        assert refused(locked(), sleutels).bevinding.code is code

    assert len(vrager.gevraagd) == len(antwoorden)


@pytest.mark.parametrize(
    ("antwoorden", "code"),
    [
        (("een", "twee", "drie"), Code.WACHTWOORD_PAST_NIET),
        (("",), Code.BESTAND_WACHTWOORD),
        (("een", ""), Code.WACHTWOORD_PAST_NIET),
    ],
)
def test_a_round_that_reads_its_files_twice_asks_no_more_than_once(bewaar, plan, antwoorden, code):
    """The plan comes with Uden, after Boekel was looked at: then all files are read again."""
    bewaar(encrypted(), "map/Boekel.xlsx")
    pad = bewaar(build_invulblad(plan, plan.find_gemeenten("Uden")[0]), "map/Uden.xlsx")
    vrager = Vrager(*antwoorden, GEHEIM, GEHEIM, GEHEIM)

    ronde = read_ronde([pad.parent], Vraag, sleutels=Sleutelbos.make([vrager]))

    assert [(i.gemeenten, i.is_onleesbaar) for i in ronde.inzendingen] == [(("Boekel",), True), (("Uden",), False)]
    assert ronde.inzendingen[0].bevindingen[0].code is code
    assert len(vrager.gevraagd) == len(antwoorden)


def test_a_password_that_was_typed_is_known_for_the_files_after_it():
    vrager = Vrager("fout", GEHEIM)
    sleutels = Sleutelbos.make(["ander", vrager])

    assert [unlock(locked(naam=naam), sleutels)[1] for naam in ("a.xlsx", "b.xlsx")] == [GEHEIM, GEHEIM]
    assert vrager.gevraagd == [("a.xlsx", 0), ("a.xlsx", 1)]
    assert sleutels.bekend == ["ander", GEHEIM]


def test_files_with_different_passwords_are_read_in_one_round_also_from_a_zip(bewaar, plan):
    leden = {"Boekel.xlsx": encrypted("een"), "Uden.xlsx": encrypted("twee"), "Grave.xlsx": BLAD}
    retour = bewaar(pack(leden), "retour.zip")
    vrager = Vrager("een", "")

    gelezen = {
        i.herkomst.bestand: i for i in read_inzendingen([retour], Vraag(plan), sleutels=Sleutelbos.make([vrager]))
    }

    assert vrager.gevraagd == [("Boekel.xlsx", 0), ("Uden.xlsx", 0)]
    assert gelezen["Boekel.xlsx"].antwoorden["1.1.1"].planning == PLANNING
    assert (gelezen["Uden.xlsx"].is_onleesbaar, gelezen["Uden.xlsx"].gemeenten) == (True, ("Uden",))
    assert gelezen["Uden.xlsx"].bevindingen[0].code is Code.WACHTWOORD_PAST_NIET
    assert gelezen["Grave.xlsx"].is_onleesbaar is False


def test_of_several_passwords_that_are_known_each_file_takes_its_own(bewaar, plan):
    for naam, wachtwoord in (("Boekel", "een"), ("Uden", "twee")):
        pad = bewaar(encrypted(wachtwoord), f"map/{naam}.xlsx")

    gelezen = read_inzendingen([pad.parent], Vraag(plan), sleutels=Sleutelbos.make(["twee", "een"]))

    assert [(i.herkomst.bestand, i.is_onleesbaar) for i in gelezen] == [("Boekel.xlsx", False), ("Uden.xlsx", False)]


def test_one_invulblad_is_read_with_its_password(bewaar, plan):
    pad = bewaar(encrypted(), "Boekel.xlsx")

    gelezen = read_invulblad(pad, plan, wachtwoord=GEHEIM)

    assert gelezen.antwoorden["1.1.1"].planning == PLANNING
    assert GEHEIM not in repr(gelezen)
    assert read_invulblad(pad, plan, wachtwoord=lambda *_: GEHEIM) == gelezen
    with pytest.raises(BestandError):
        read_invulblad(pad, plan)


def test_decrypting_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(grenzen, "KIND_SECONDEN", 0.001)

    assert refused(locked()).bevinding.code is Code.BESTAND_KOST_TE_VEEL


def test_where_the_extra_is_not_installed_the_refusal_says_how_to_install_it(tmp_path, monkeypatch):
    (tmp_path / "msoffcrypto.py").write_text("raise ImportError")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    vrager = Vrager()

    error = refused(locked(STANDAARD), Sleutelbos.make([GEHEIM, vrager]))

    assert error.bevinding.code is Code.WACHTWOORD_ZONDER_UITBREIDING
    assert "pip install 'actieplan_xl[wachtwoord]'" in str(error)
    assert vrager.gevraagd == []
    monkeypatch.setitem(sys.modules, "msoffcrypto", None)
    assert kind.decrypt(encrypted(), [GEHEIM]) == ({"fout": kind.GEEN_UITBREIDING}, b"")


def test_a_password_goes_to_the_child_by_its_pipe_alone(monkeypatch):
    gestart: list[tuple[Any, dict[str, Any]]] = []

    class Popen(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            gestart.append((args, kwargs))
            super().__init__(*args, **kwargs)

    monkeypatch.setenv("ACTIEPLAN_WACHTWOORD", GEHEIM)
    monkeypatch.setattr(kindproces.subprocess, "Popen", Popen)

    assert unlock(locked(), Sleutelbos.make([GEHEIM]))[1] == GEHEIM

    ((args, kwargs),) = gestart
    assert GEHEIM not in repr(args)
    assert GEHEIM not in json.dumps(kwargs["env"], ensure_ascii=False)
    assert "ACTIEPLAN_WACHTWOORD" not in kwargs["env"]


def test_a_password_is_never_in_what_is_told():
    error = refused(locked(), Sleutelbos.make(["heel-geheim", Vrager("ook-geheim", "")]))

    assert "geheim" not in f"{error} {error!r} {error.bevinding.to_dict()} {error.bevinding.waarden}"
