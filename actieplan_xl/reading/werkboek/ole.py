"""The container of old Office files and of encrypted new ones: which streams are in it, and their bytes.

Only the directory and the chains of sectors are understood (MS-CFB §2); every step stays within the file.
"""

import struct
from itertools import islice

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
        except (struct.error, IndexError, ValueError) as error:
            raise self._damaged() from error

    def _open(self) -> None:
        kop = self.inhoud[:512]
        maat, kleine_maat = struct.unpack_from("<HH", kop, 30)
        if maat not in (9, 12) or kleine_maat != 6:
            raise self._damaged()
        self.omvang, self.klein = 1 << maat, 1 << kleine_maat
        self.grens, mini, _, difat, aantal_difat = struct.unpack_from("<IIIII", kop, 56)
        self._fat = self._read_fat(list(struct.unpack_from("<109I", kop, 76)), difat, aantal_difat)
        self._ingangen: dict[str, tuple[int, int, int]] = {}
        self._dieper: set[str] = set()
        self._read_directory(_slices(self._chain(struct.unpack_from("<I", kop, 48)[0]), _INGANG))
        wortel = next((i for i in self._ingangen.values() if i[0] == _WORTEL), (_WORTEL, _EINDE, 0))
        self._mini = self._chain(wortel[1])
        self._minifat = _numbers(self._chain(mini))

    def _read_directory(self, map_: list[bytes]) -> None:
        boven = _find_top(map_)
        for nummer, ingang in enumerate(map_):
            lengte, soort = struct.unpack_from("<HB", ingang, 64)
            naam = ingang[: max(min(lengte, 64) - 2, 0)].decode("utf-16-le", "replace")
            begin, omvang = struct.unpack_from("<IQ", ingang, 116)
            if not soort or naam in self._ingangen:
                continue
            # With small sectors only the lower half counts: old programs left anything in the upper one.
            self._ingangen[naam] = (soort, begin, omvang & 0xFFFFFFFF if self.omvang == 512 else omvang)
            if boven and nummer not in boven and soort != _WORTEL:
                self._dieper.add(naam)

    @property
    def namen(self) -> list[str]:
        """The names of all streams and storages."""
        return list(self._ingangen)

    def is_deeper(self, naam: str) -> bool:
        """Whether the first stream of that name lies inside something else: an embedded document."""
        return naam in self._dieper

    def read(self, naam: str) -> bytes:
        """Return the bytes of a stream. KeyError when there is none; `BestandError` when it is not all there."""
        _, begin, omvang = self._ingangen[naam]
        try:
            stroom = self._chain(begin) if omvang >= self.grens else self._small(begin, omvang)
        except IndexError as error:
            raise self._damaged() from error
        if len(stroom) < omvang:
            raise self._damaged()
        return stroom[:omvang]

    def _small(self, nummer: int, omvang: int) -> bytes:
        delen: list[bytes] = []
        while nummer < _EINDE and len(delen) * self.klein < omvang:
            # A chain that is longer than all small sectors together runs in a circle.
            if len(delen) * self.klein >= len(self._mini):
                raise self._damaged()
            delen.append(self._mini[nummer * self.klein : (nummer + 1) * self.klein])
            nummer = self._minifat[nummer]
        return b"".join(delen)

    def _read_fat(self, sectoren: list[int], volgende: int, aantal: int) -> list[int]:
        """Put the table of sectors together: 109 of its own sectors stand in the header, the rest in a chain."""
        hoogste = len(self.inhoud) // self.omvang + 1
        for _ in range(min(aantal, hoogste)):
            if volgende >= _EINDE:
                break
            *verder, volgende = _numbers(self._sector(volgende))
            sectoren += verder
        gebruikt = [nummer for nummer in sectoren if nummer < hoogste]
        nummers = (nummer for sector in gebruikt[:hoogste] for nummer in _numbers(self._sector(sector)))
        return list(islice(nummers, hoogste))

    def _sector(self, nummer: int) -> bytes:
        begin = (nummer + 1) * self.omvang
        if begin >= len(self.inhoud):
            raise self._damaged()
        return self.inhoud[begin : begin + self.omvang]

    def _chain(self, nummer: int) -> bytes:
        delen: list[bytes] = []
        while nummer < _EINDE:
            # A chain that is longer than the file runs in a circle.
            if len(delen) * self.omvang > len(self.inhoud):
                raise self._damaged()
            delen.append(self._sector(nummer))
            nummer = self._fat[nummer]
        return b"".join(delen)

    def _damaged(self) -> BestandError:
        return self.bestand.weiger(Code.BESTAND_BESCHADIGD, onderdeel="de inhoudsopgave")


def _find_top(map_: list[bytes]) -> set[int]:
    """Return the places of what lies directly in the root; nothing when the directory does not say."""
    kinderen = [struct.unpack_from("<I", ingang, 76)[0] for ingang in map_ if ingang[66] == _WORTEL][:1]
    boven: set[int] = set()
    while kinderen:
        nummer = kinderen.pop()
        if nummer < len(map_) and nummer not in boven:
            boven.add(nummer)
            kinderen += struct.unpack_from("<II", map_[nummer], 68)
    return boven


def _numbers(inhoud: bytes) -> list[int]:
    aantal = len(inhoud) // 4
    return list(struct.unpack_from(f"<{aantal}I", inhoud))


def _slices(inhoud: bytes, lengte: int) -> list[bytes]:
    return [inhoud[begin : begin + lengte] for begin in range(0, len(inhoud) - lengte + 1, lengte)]
