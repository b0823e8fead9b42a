"""The task of sending: a draft to the driehoek+ with the regiowerkboek. Nothing is sent here."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from actieplan_xl.domain.bevinding import Bevinding, Code, by_weight, worth_telling
from actieplan_xl.domain.errors import GebruikError, VerzendError
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.words import PLANBLADEN
from actieplan_xl.reading.herkomst import Herkomstblad, read_herkomst
from actieplan_xl.reading.planwerkboek import from_werkboek
from actieplan_xl.reading.regiowerkboek import Regiowerkboek, from_regio, is_regiowerkboek
from actieplan_xl.reading.werkboek.bestand import Bestand, Bron, open_bestand
from actieplan_xl.reading.werkboek.beveiliging import Sleutelbos, Wachtwoord
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.rules.verzendbaar import HOUDT_TEGEN, tell_outdated
from actieplan_xl.tasks.paden import Pad, input_paths
from actieplan_xl.writing.opslag import Doel, check_target, file_name, make_folder, write_file

if TYPE_CHECKING:
    from actieplan_xl.sending.concept import Bijlage, Concept

_TOCH = "Er is geen concept gemaakt. Wil je het werkboek toch zo verzenden, geef dan --toch mee."


@dataclass(frozen=True)
class Verzending:
    """The draft that lies ready. `is_vergeleken` says whether the files of the round were looked at beside it."""

    pad: Path
    concept: "Concept"
    matrix: Matrix
    is_beveiligd: bool
    is_vergeleken: bool
    bevindingen: tuple[Bevinding, ...] = ()

    @property
    def has_aandachtspunten(self) -> bool:
        """Whether any finding is above *ter info*."""
        return bool(worth_telling(self.bevindingen))


@dataclass(frozen=True)
class _Regio:
    """The regiowerkboek: as it was given, what is behind its password if it has one, and what was read from it."""

    bestand: Bestand
    onbeveiligd: Bestand
    boek: Werkboek
    gelezen: Regiowerkboek
    herkomst: Herkomstblad | None

    @property
    def is_beveiligd(self) -> bool:
        return self.onbeveiligd is not self.bestand


def send_draft(
    werkboek: Bron,
    naar: Pad,
    *,
    invoer: Iterable[Bron] = (),
    wachtwoord: str = "",
    pdf: bool = False,
    tekst: Bron | None = None,
    toch: bool = False,
    overschrijven: bool = False,
    wachtwoorden: Iterable[Wachtwoord] = (),
) -> Verzending:
    """Put a mail to the `Ontvangers` in the folder `naar`, as a draft with the regiowerkboek in it.

    With `wachtwoord` the workbook goes along encrypted. `invoer` are the files of the round: none of them may be newer.
    `wachtwoorden` open a regiowerkboek that is protected already. Raises `VerzendError` when the workbook contradicts
    itself or is older than its input, unless `toch`; `GebruikError`, `PlanError` or `BestandError` for the rest.
    """
    from actieplan_xl.sending.concept import Concept, to_eml  # noqa: PLC0415  a merge writes no mail
    from actieplan_xl.sending.sjabloon import choose_sjabloon  # noqa: PLC0415
    from actieplan_xl.sending.versleuteling import check_password  # noqa: PLC0415
    from actieplan_xl.sending.verzending import (  # noqa: PLC0415
        EIGEN_TEKST,
        GATEN,
        find_adressen,
        make_waarden,
        read_veranderd,
    )

    bronnen = list(invoer)
    if wachtwoord:
        check_password(wachtwoord)
    sjabloon = choose_sjabloon(tekst, EIGEN_TEKST, GATEN)
    sleutels = Sleutelbos.make(wachtwoorden)
    regio = _read(werkboek, sleutels)
    if pdf and (wachtwoord or regio.is_beveiligd):
        raise GebruikError("Op een pdf zetten we geen wachtwoord, dus die zou open meegaan. Laat --pdf hier weg.")
    plan = regio.gelezen.matrix.plan
    nooit_over = input_paths([werkboek, *bronnen], tekst)
    doel = Doel(Path(naar) / f"Verzending {file_name(plan.gegevens.naam)}.eml", overschrijven, nooit_over)
    check_target(doel)
    bevindingen = [*_check(regio, bronnen, sleutels, toch=toch)]
    adressen, zonder_adres = find_adressen(plan, regio.bestand.naam)
    bijlagen = _make_bijlagen(regio, wachtwoord, pdf=pdf)
    is_beveiligd = bool(wachtwoord) or regio.is_beveiligd
    samen = Samenvoeging(regio.gelezen.matrix, (), regio.herkomst.bestanden if regio.herkomst else ())
    waarden = make_waarden(samen, read_veranderd(regio.boek), bijlagen, is_beveiligd=is_beveiligd)
    concept = Concept(adressen, *sjabloon.fill(waarden), bijlagen)
    make_folder(doel.pad.parent)
    geschreven = write_file(doel, to_eml(concept))
    alle = (*bevindingen, *zonder_adres, *geschreven.bevindingen)
    return Verzending(
        geschreven.pad,
        concept,
        regio.gelezen.matrix,
        is_beveiligd,
        bool(bronnen),
        by_weight(alle),
    )


def _read(werkboek: Bron, sleutels: Sleutelbos) -> _Regio:
    bestand = open_bestand(werkboek)
    boek = open_werkboek(bestand, sleutels)
    if not is_regiowerkboek(boek):
        raise bestand.weiger(Code.GEEN_REGIOWERKBOEK)
    gelezen = from_regio(boek, from_werkboek(boek))
    onbeveiligd = boek.binnen or bestand
    # What everybody opens is not protected, and goes out as what was inside.
    return _Regio(bestand if boek.is_beveiligd else onbeveiligd, onbeveiligd, boek, gelezen, read_herkomst(boek))


def _check(regio: _Regio, invoer: list[Bron], sleutels: Sleutelbos, *, toch: bool) -> list[Bevinding]:
    """Return what there is to tell; raise when it may not go out and nobody said that it must."""
    from actieplan_xl.writing.regiowerkboek.natelling import recount  # noqa: PLC0415

    bevindingen = [*regio.gelezen.bevindingen, *recount(regio.boek, regio.gelezen.matrix)]
    if regio.herkomst is not None and invoer:
        # Nobody is asked for the password of a file that may be a plan.
        bevindingen += tell_outdated(regio.bestand, regio.herkomst, invoer, Sleutelbos(list(sleutels.bekend)))
    tegen = [bevinding for bevinding in bevindingen if bevinding.code in HOUDT_TEGEN]
    if tegen and not toch:
        raise VerzendError(list(by_weight(tegen)), _TOCH)
    return bevindingen


def _make_bijlagen(regio: _Regio, wachtwoord: str, *, pdf: bool) -> "tuple[Bijlage, ...]":
    from actieplan_xl.sending.concept import PDF, Bijlage, media_type  # noqa: PLC0415
    from actieplan_xl.sending.versleuteling import encrypt  # noqa: PLC0415

    inhoud = encrypt(regio.onbeveiligd, wachtwoord) if wachtwoord else regio.bestand.inhoud
    bijlagen = [Bijlage(regio.bestand.naam, inhoud, media_type(regio.bestand.naam))]
    if pdf:
        from actieplan_xl.sending import kantoor, kopie  # noqa: PLC0415  only with a PDF

        gemaakt = kantoor.convert(kopie.make_copy(regio.bestand, None, PLANBLADEN), "pdf", regio.bestand.naam)
        bijlagen.append(Bijlage(f"{PurePosixPath(regio.bestand.naam).stem}.pdf", gemaakt, PDF))
    return tuple(bijlagen)
