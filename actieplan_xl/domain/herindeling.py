"""What becomes of gemeenten in a herindeling, beside what the regiowerkboek says of it itself."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opvolger:
    """The gemeente that goes on for a former one, with what is known of it."""

    naam: str
    cbs_code: str = ""
    e_mail: str = ""


Herindeling = Mapping[str, Opvolger]
"""By name of the former gemeente, as it was typed."""
