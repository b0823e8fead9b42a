"""Reminding: for whoever still owes an answer a draft of a mail, with her own invulblad or retour attached."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from actieplan_xl.domain.bevinding import Bevinding, Code, by_weight, worth_telling
from actieplan_xl.domain.datum import whole_datum
from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.domain.plan import Gemeente, Plan
from actieplan_xl.reading.inzending import Voortgang
from actieplan_xl.reading.werkboek.bestand import Bron
from actieplan_xl.reading.werkboek.beveiliging import Wachtwoord
from actieplan_xl.rules.volledigheid import Telling, count_answers
from actieplan_xl.tasks.paden import Pad, check_folder, input_paths
from actieplan_xl.tasks.ronde import Gelezenronde, Leesopdracht, hold_all, read_round
from actieplan_xl.writing.opslag import (
    Doel,
    check_target,
    file_name,
    make_folder,
    unique_names,
    write_file,
    write_files,
)


@dataclass(frozen=True)
class Herinnermail:
    """A draft that was made: for whom, how far each of them is, to which addresses, and what is attached."""

    tellingen: tuple[Telling, ...]
    aan: tuple[str, ...]
    pad: Path
    bijlagen: tuple[str, ...]

    @property
    def gemeenten(self) -> tuple[str, ...]:
        """Who is asked in it."""
        return tuple(telling.gemeente for telling in self.tellingen)


@dataclass(frozen=True)
class Herinnerd:
    """What reminding came to. `bevindingen` are what to look at before anything is sent.

    `eerdere` stood in the folder before and were not made again: whoever is done needs no reminder.
    """

    plan: Plan
    mails: tuple[Herinnermail, ...]
    compleet: tuple[str, ...]
    uitstel: tuple[Gemeente, ...]
    bevindingen: tuple[Bevinding, ...] = ()
    eerdere: tuple[Path, ...] = ()
    kent_uitstel: bool = True
    """Whether there was a planwerkboek to say who has uitstel; the plan inside an invulblad does not."""

    @property
    def has_aandachtspunten(self) -> bool:
        """Whether any finding is above *ter info*; that somebody owes an answer is none."""
        return bool(worth_telling(self.bevindingen))


def remind(
    invoer: Iterable[Bron],
    naar: Pad,
    plan: Bron | None = None,
    gemeenten: Mapping[str, str] | None = None,
    voortgang: Voortgang | None = None,
    *,
    tekst: Bron | None = None,
    vandaag: str = "",
    wachtwoorden: Iterable[Wachtwoord] = (),
    overschrijven: bool = False,
) -> Herinnerd:
    """Write a draft of a mail for everyone who still owes an answer and has no uitstel; nothing is sent.

    `tekst` is a text file to use instead of our own; `vandaag` is a date, and without it today. With `plan` the folder
    may still be empty, and only then uitstel is known. Raises `BestandError` for a text that cannot be used.
    """
    from actieplan_xl.sending.concept import to_eml  # noqa: PLC0415  no other task sends mail
    from actieplan_xl.sending.herinnering import EIGEN_TEKST, GATEN, draft_name  # noqa: PLC0415
    from actieplan_xl.sending.sjabloon import choose_sjabloon  # noqa: PLC0415
    from actieplan_xl.tasks.herinnermails import Bijlagen, draft, group_by_address, tell_addresses  # noqa: PLC0415

    sjabloon = choose_sjabloon(tekst, EIGEN_TEKST, GATEN)
    dag, map_, bronnen = _day(vandaag), Path(naar), hold_all(tuple(invoer))
    check_folder(bronnen, map_, "--naar")
    met_plan = plan is not None
    opdracht = Leesopdracht(bronnen, plan, gemeenten or {}, voortgang, tuple(wachtwoorden), "", None, dag, met_plan)
    ronde = read_round(opdracht)
    wie = {gemeente.naam: gemeente for gemeente in ronde.vraag.plan.gemeenten}
    tellingen = count_answers(ronde.samenvoeging.matrix)
    open_ = [telling for telling in tellingen if telling.open]
    uitstel = [wie[telling.gemeente] for telling in open_ if wie[telling.gemeente].has_uitstel(dag)]
    vragen = [telling for telling in open_ if wie[telling.gemeente] not in uitstel]
    groepen = group_by_address(vragen, wie)
    namen = unique_names(file_name(draft_name(groep)) for groep in groepen)
    doelen = [Doel(map_ / f"{naam}.eml", overschrijven, input_paths(bronnen, plan, tekst)) for naam in namen]
    for doel in doelen:
        check_target(doel)
    bijlagen = Bijlagen(opdracht, ronde, [wie[telling.gemeente] for telling in vragen])
    concepten = [draft(ronde, sjabloon, groep, wie, dag, bijlagen) for groep in groepen]
    if groepen:
        make_folder(map_)
    geschreven = write_files(zip(doelen, map(to_eml, concepten), strict=True))
    bevindingen = [*_to_look_at(ronde, {gemeente.naam for gemeente in uitstel}), *bijlagen.bevindingen]
    bevindingen += [bevinding for waar in geschreven for bevinding in waar.bevindingen]
    mails: list[Herinnermail] = []
    for groep, concept, waar in zip(groepen, concepten, geschreven, strict=True):
        mails.append(Herinnermail(tuple(groep), concept.aan, waar.pad, tuple(b.naam for b in concept.bijlagen)))
        bevindingen += tell_addresses(concept, waar.pad.name, [wie[telling.gemeente] for telling in groep])
    nu = {mail.pad.name for mail in mails}
    return Herinnerd(
        ronde.vraag.plan,
        tuple(mails),
        tuple(telling.gemeente for telling in tellingen if telling.is_volledig),
        tuple(uitstel),
        by_weight(bevindingen),
        tuple(sorted(pad for pad in map_.glob("Herinnering *.eml") if pad.name not in nu)),
        met_plan,
    )


def _day(vandaag: str) -> str:
    """Return the day as ISO; without one it is today."""
    dag = whole_datum(vandaag) if vandaag else date.today()
    if dag is None:
        raise GebruikError(f"'{vandaag}' is geen datum. Schrijf bijvoorbeeld 1-6-2019.")
    return dag.isoformat()


def write_example_text(doel: Pad) -> Path:
    """Write our own text of a reminder, to change it, and return where.

    What is there already is never replaced: it may be the text that somebody changed. Raises `GebruikError` then.
    """
    from actieplan_xl.sending.herinnering import EIGEN_TEKST  # noqa: PLC0415  as above
    from actieplan_xl.sending.sjabloon import own_text  # noqa: PLC0415

    pad = Path(doel)
    if pad.exists():
        raise GebruikError(f"'{pad}' is er al, misschien met een tekst van jou erin. Kies een andere naam.")
    return write_file(Doel(pad), own_text(EIGEN_TEKST)).pad


def _to_look_at(ronde: Gelezenronde, uitgesteld: set[str]) -> list[Bevinding]:
    """What came in and belongs to nobody yet, or is no invulblad: who is asked may have answered in it.

    What is the matter with the file of who gets a mail stands in that mail. Who has uitstel gets none.
    """
    plan = ronde.vraag.plan
    namen = {naam for kolom in plan.kolommen for naam in (kolom.naam, *(g.naam for g in kolom.gemeenten))} - uitgesteld
    return [
        bevinding
        for bevinding in worth_telling(ronde.samenvoeging.bevindingen)
        if (bevinding.gemeente not in namen or bevinding.code is Code.DOCUMENT_NIET_GELEZEN)
        and bevinding.code not in (Code.GEEN_BESTAND, Code.GEEN_ANTWOORD)
    ]
