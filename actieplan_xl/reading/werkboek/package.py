"""The zip that a workbook is, and its parts: bounded, nothing unpacked to disk, nothing read twice.

Names are compared without regard to capitals and with `\\` for `/`, as the OPC rules and old export tools do.
A name that stands twice is an attack (a virus scanner sees one, a reader the other) and is refused.
"""

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.bestand import Bestand

_SCHADE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError)
_BROK = 1 << 20
_VERSLEUTELD = 0x1
_KOP = struct.Struct("<4s2xH18xHH")
"""What precedes a part: its mark, flags, and how long its name and what follows that are."""
_GEWONE_VLAGGEN = 0x80E
"""How hard it was packed, sizes that follow the part, and names in UTF-8."""


class Package:
    """The parts of one workbook. Every method raises only `BestandError`.

    `ontdaan` counts, by part, the control characters that had to be left out to read it.
    """

    def __init__(self, bestand: Bestand):
        self.bestand = bestand
        self.ontdaan: dict[str, int] = {}
        self.cellen = 0
        self._uitgepakt = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(bestand.inhoud))
        except _SCHADE as error:
            raise _broken_zip(bestand) from error
        self._delen = self._index()

    def _index(self) -> dict[str, zipfile.ZipInfo]:
        infos = self._zip.infolist()
        if len(infos) > grenzen.ZIP_ONDERDELEN:
            raise self.bestand.weiger(
                Code.BESTAND_TE_GROOT, wat="het aantal onderdelen", grens=f"{grenzen.ZIP_ONDERDELEN}"
            )
        if sum(info.compress_size for info in infos) > len(self.bestand.inhoud):
            raise self.bestand.weiger(Code.BESTAND_ONVEILIG, waarom="onderdelen overlappen elkaar")
        delen: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            if info.is_dir():
                continue
            naam = plain(info.filename)
            if naam in delen:
                raise self.bestand.weiger(
                    Code.BESTAND_ONVEILIG, waarom=f"het bevat het onderdeel {info.filename} twee keer"
                )
            delen[naam] = info
        return delen

    def __contains__(self, naam: str) -> bool:
        return plain(naam) in self._delen

    def names(self) -> list[str]:
        """Return the names of all parts, in lower case."""
        return list(self._delen)

    def info(self, naam: str) -> zipfile.ZipInfo:
        """Return what the zip says of a part. KeyError when there is none."""
        return self._delen[plain(naam)]

    def read(self, naam: str) -> bytes:
        """Return a part, unpacked."""
        info = self._delen.get(plain(naam))
        inhoud = self._unpack_at_once(info) if info and info.file_size <= _BROK else None
        return b"".join(self.chunks(naam)) if inhoud is None else inhoud

    def _unpack_at_once(self, info: zipfile.ZipInfo) -> bytes | None:
        """Return a small part that is packed in the ordinary way and is in every respect what the zip says of it.

        For such a part the zip module takes longer to set out than to unpack. None for any other: then the zip module
        is to say what is wrong with it.
        """
        begin = info.header_offset
        kop = self.bestand.inhoud[begin : begin + _KOP.size]
        if info.compress_type != zipfile.ZIP_DEFLATED or len(kop) < _KOP.size:
            return None
        kenmerk, vlaggen, naamlengte, extra = _KOP.unpack(kop)
        begin += _KOP.size
        naam = self.bestand.inhoud[begin : begin + naamlengte]
        is_gewoon = kenmerk == b"PK\x03\x04" and not (vlaggen | info.flag_bits) & ~_GEWONE_VLAGGEN
        if not is_gewoon or naam != info.orig_filename.encode():
            return None
        begin += naamlengte + extra
        uitpakker = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            inhoud = uitpakker.decompress(self.bestand.inhoud[begin : begin + info.compress_size], info.file_size + 1)
        except zlib.error:
            return None
        if not uitpakker.eof or len(inhoud) != info.file_size or zlib.crc32(inhoud) != info.CRC:
            return None
        self._uitgepakt += len(inhoud)
        self._check_bounds(len(inhoud), info)
        return inhoud

    def chunks(self, naam: str) -> Iterator[bytes]:
        """Yield a part, unpacked, in pieces of a bounded size.

        The real bytes are counted, whatever the zip says of itself.
        """
        info = self._delen.get(plain(naam))
        if info is None:
            raise self.broken(naam)
        if info.flag_bits & _VERSLEUTELD:
            raise self.bestand.weiger(Code.BESTAND_ANDER_WACHTWOORD, soort="een zip")
        try:
            yield from self._unpack(info)
        except NotImplementedError as error:
            raise self.bestand.weiger(
                Code.BESTAND_BESCHADIGD, onderdeel=f"de manier van inpakken van {naam}"
            ) from error
        except _SCHADE as error:
            raise self.broken(naam) from error

    def _unpack(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        omvang = 0
        with self._zip.open(info) as stroom:
            while brok := stroom.read(_BROK):
                omvang += len(brok)
                self._uitgepakt += len(brok)
                self._check_bounds(omvang, info)
                yield brok

    def _check_bounds(self, omvang: int, info: zipfile.ZipInfo) -> None:
        if omvang > grenzen.ONDERDEEL_BYTES or self._uitgepakt > grenzen.UITGEPAKT_BYTES:
            grens = grenzen.ONDERDEEL_BYTES if omvang > grenzen.ONDERDEEL_BYTES else grenzen.UITGEPAKT_BYTES
            raise self.bestand.weiger(
                Code.BESTAND_TE_GROOT, wat="de uitgepakte omvang", grens=f"{grens // grenzen.MIB} MB"
            )
        if omvang > grenzen.VERHOUDING_VANAF_BYTES and omvang > grenzen.VERHOUDING * max(info.compress_size, 1):
            raise self.bestand.weiger(
                Code.BESTAND_TE_GROOT,
                wat="de verhouding tussen uitgepakt en ingepakt",
                grens=f"{grenzen.VERHOUDING} op 1",
            )

    def broken(self, naam: str) -> BestandError:
        """Return the refusal for a part that is missing or cannot be read; the caller raises it."""
        return self.bestand.weiger(Code.BESTAND_BESCHADIGD, onderdeel=f"onderdeel {naam}")


def plain(naam: str) -> str:
    """Return the name of a part for comparing: no leading slash or dot, forward slashes, lower case."""
    return re.sub(r"^(\.?/)+", "", naam.replace("\\", "/")).lower()


def _broken_zip(bestand: Bestand) -> BestandError:
    """A zip without its end was cut off on the way; anything else is damage."""
    if b"PK\x05\x06" not in bestand.inhoud[-grenzen.ROMMEL_BYTES - 22 :]:
        return bestand.weiger(Code.BESTAND_AFGEKAPT)
    return bestand.weiger(Code.BESTAND_BESCHADIGD, onderdeel="de inhoudsopgave")
