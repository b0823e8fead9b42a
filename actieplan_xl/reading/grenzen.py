"""The limits within which a workbook is read, each with the words its refusal uses.

Measured on thousands of public workbooks: real ones stay far below, attacks do not.
"""

MIB = 1024 * 1024

BESTAND_BYTES = 50 * MIB
ZIP_ONDERDELEN = 5_000
UITGEPAKT_BYTES = 512 * MIB
ONDERDEEL_BYTES = 256 * MIB
VERHOUDING = 200
VERHOUDING_VANAF_BYTES = 1 * MIB
WERKBLADEN = 200
CELLEN = 2_000_000
XML_DIEPTE = 100
CEL_TEKENS = 32_767
"""Excel's own limit on the text of one cell."""

ROMMEL_BYTES = 64 * 1024
"""How much a mail gateway may have put before or after the zip."""

RIJEN, KOLOMMEN = 1_048_576, 16_384
