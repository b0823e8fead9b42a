"""Errors that stop a command; each carries a Dutch sentence that says what to do.

ActieplanError
├── PlanError      the plan itself cannot be used
├── BestandError   a file cannot be read or written
├── GebruikError   the request makes no sense
└── VerzendError   a regiowerkboek may not go out as it is

A file of a gemeente that cannot be read does not stop a merge: the reader raises `BestandError`, and the merge
turns it into a `Bevinding` and goes on with the other files.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from actieplan_xl.domain.bevinding import Bevinding

_HOOGSTENS_GEZEGD = 10


class ActieplanError(Exception):
    """Root of everything this library raises on purpose."""


class PlanError(ActieplanError):
    """The plan cannot be used. `bevindingen` holds every problem found, not just the first."""

    def __init__(self, bevindingen: "list[Bevinding]"):
        self.bevindingen = list(bevindingen)
        super().__init__("\n".join(str(bevinding) for bevinding in self.bevindingen))


class BestandError(ActieplanError):
    """A file cannot be read or written. `bevinding` says which, why and what to do."""

    def __init__(self, bevinding: "Bevinding"):
        self.bevinding = bevinding
        super().__init__(str(bevinding))


class GebruikError(ActieplanError):
    """The request makes no sense; the text is the sentence for the user."""


class VerzendError(ActieplanError):
    """A regiowerkboek may not go out as it is. `bevindingen` holds everything that is against it."""

    def __init__(self, bevindingen: "list[Bevinding]", slot: str):
        self.bevindingen = list(bevindingen)
        getoond = [str(bevinding) for bevinding in self.bevindingen[:_HOOGSTENS_GEZEGD]]
        over = len(self.bevindingen) - len(getoond)
        super().__init__("\n".join([*getoond, *([f"En nog {over} van zulke meldingen."] if over else []), slot]))
