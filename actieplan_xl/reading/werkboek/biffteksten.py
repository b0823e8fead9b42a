"""The shared texts of an .xls, as far as to know which of them hold anything (MS-XLS §2.5.293)."""

import contextlib
import struct
from collections.abc import Sequence

_BREED, _MET_KLANK, _MET_OPMAAK = 1, 4, 8


def find_filled(delen: Sequence[bytes]) -> list[bool]:
    """Return for each text whether it holds anything, as far as the parts of the table can be followed."""
    gevuld: list[bool] = []
    loper = _Loper(delen)
    # What lies beyond the point where it cannot be followed counts as filled, which is the safe side.
    with contextlib.suppress(IndexError, struct.error):
        gevuld.extend(_pass_text(loper) for _ in range(loper.take("<II")[1]))
    return gevuld


def _pass_text(loper: "_Loper") -> bool:
    """Pass over one text; return whether it holds anything."""
    lengte, hoe = loper.take("<HB")
    stukken = loper.take("<H")[0] if hoe & _MET_OPMAAK else 0
    klank = loper.take("<I")[0] if hoe & _MET_KLANK else 0
    loper.skip_characters(lengte, hoe & _BREED)
    loper.skip(4 * stukken + klank)
    return bool(lengte)


class _Loper:
    """A place in a table that is continued over several records."""

    def __init__(self, delen: Sequence[bytes]):
        self.delen = delen
        self.deel = self.plaats = 0

    @property
    def over(self) -> int:
        """How many bytes are left in this record."""
        return len(self.delen[self.deel]) - self.plaats

    def take(self, vorm: str) -> tuple[int, ...]:
        """Return numbers; these never stand on both sides of the end of a record."""
        if not self.over:
            self._go_on()
        waarden: tuple[int, ...] = struct.unpack_from(vorm, self.delen[self.deel], self.plaats)
        self.plaats += struct.calcsize(vorm)
        return waarden

    def skip(self, aantal: int) -> None:
        """Pass over bytes."""
        while aantal > self.over:
            aantal -= self.over
            self._go_on()
        self.plaats += aantal

    def skip_characters(self, aantal: int, breed: int) -> None:
        """Pass over characters of one or two bytes; a record that goes on with them says again which."""
        while aantal * (1 + breed) > self.over:
            aantal -= self.over // (1 + breed)
            self._go_on()
            breed = self.take("<B")[0] & _BREED
        self.plaats += aantal * (1 + breed)

    def _go_on(self) -> None:
        self.deel += 1
        self.plaats = 0
        _ = self.delen[self.deel]  # IndexError at the end
