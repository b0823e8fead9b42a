"""The container of old Office files and of encrypted new ones: which streams are in it, and their bytes.

Only the directory and the chains of sectors are understood (MS-CFB §2); every step stays within the file.
"""

import struct

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek.bestand import Bestand

KENMERK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EINDE = 0xFFFFFFFA
"""From here on a sector number means: no sector."""
_INGANG = 128
_STROOM, _WORTEL = 2, 5


class Ole:
    """The streams of one file by name. Raises `BestandError` when the container is damaged."""

    def __init__(self, bestand: Bestand):
        self.bestand = bestand
        self.inhoud = bestand.inhoud
        try:
            self._open()
        except (struct.error, IndexError) as error:
            raise self._damaged() from error

    def _open(self) -> None:
        kop = self.inhoud[:512]
        self.omvang = 1 << min(struct.unpack_from("<H", kop, 30)[0], 20)
        self.klein = 1 << min(struct.unpack_from("<H", kop, 32)[0], 20)
        self.grens, mini, _, difat, aantal_difat = struct.unpack_from("<IIIII", kop, 56)
        self._fat = self._read_fat(list(struct.unpack_from("<109I", kop, 76)), difat, aantal_difat)
        self._ingangen: dict[str, tuple[int, int, int]] = {}
        for ingang in _slices(self._chain(struct.unpack_from("<I", kop, 48)[0]), _INGANG):
            lengte, soort = struct.unpack_from("<HB", ingang, 64)
            naam = ingang[: max(min(lengte, 64) - 2, 0)].decode("utf-16-le", "replace")
            begin, omvang = struct.unpack_from("<IQ", ingang, 116)
            if soort:
                self._ingangen.setdefault(naam, (soort, begin, omvang))
        wortel = next((i for i in self._ingangen.values() if i[0] == _WORTEL), (_WORTEL, _EINDE, 0))
        self._mini = self._chain(wortel[1])
        self._minifat = _numbers(self._chain(mini))

    @property
    def namen(self) -> list[str]:
        """The names of all streams and storages."""
        return list(self._ingangen)

    def read(self, naam: str) -> bytes:
        """Return the bytes of a stream. KeyError when there is none."""
        _, begin, omvang = self._ingangen[naam]
        if omvang >= self.grens:
            return self._chain(begin)[:omvang]
        delen: list[bytes] = []
        while begin < _EINDE and len(delen) * self.klein < omvang:
            delen.append(self._mini[begin * self.klein : (begin + 1) * self.klein])
            begin = self._minifat[begin] if begin < len(self._minifat) else _EINDE
        return b"".join(delen)[:omvang]

    def _read_fat(self, sectoren: list[int], volgende: int, aantal: int) -> list[int]:
        """Put the table of sectors together: 109 of its own sectors stand in the header, the rest in a chain."""
        hoogste = len(self.inhoud) // self.omvang + 1
        for _ in range(min(aantal, hoogste)):
            if volgende >= _EINDE:
                break
            *verder, volgende = _numbers(self._sector(volgende))
            sectoren += verder
        gebruikt = [nummer for nummer in sectoren if nummer < hoogste]
        return [nummer for sector in gebruikt[:hoogste] for nummer in _numbers(self._sector(sector))]

    def _sector(self, nummer: int) -> bytes:
        begin = (nummer + 1) * self.omvang
        return self.inhoud[begin : begin + self.omvang]

    def _chain(self, nummer: int) -> bytes:
        delen: list[bytes] = []
        while nummer < _EINDE:
            # A chain that is longer than the file runs in a circle.
            if len(delen) > len(self._fat):
                raise self._damaged()
            delen.append(self._sector(nummer))
            nummer = self._fat[nummer]
        return b"".join(delen)

    def _damaged(self) -> BestandError:
        return self.bestand.weiger(Code.BESTAND_BESCHADIGD, onderdeel="de inhoudsopgave")


def _numbers(inhoud: bytes) -> list[int]:
    aantal = len(inhoud) // 4
    return list(struct.unpack_from(f"<{aantal}I", inhoud))


def _slices(inhoud: bytes, lengte: int) -> list[bytes]:
    return [inhoud[begin : begin + lengte] for begin in range(0, len(inhoud) - lengte + 1, lengte)]
