"""The limits within which a file is read; each has its own sentence where it is reached.

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
"""Filled cells in a whole workbook; as many pieces of text and as many elements of any other part."""
XML_DIEPTE = 100
CEL_TEKENS = 32_767
"""Excel's own limit on the text of one cell."""
VERVOLG_TEKENS = 20_000_000
"""How much text the cells that lead to the same text on `Vervolg` may be together, once each is whole."""

ROMMEL_BYTES = 64 * 1024
"""How much a mail gateway may have put before or after the zip."""

KIND_SECONDEN = 20
KIND_BYTES = 1024 * MIB
"""What the process may take in which a file is read or decrypted by a library that can crash or never end."""

MELDINGEN_PER_SOORT = 500
"""Findings of one kind on one sheet that are told one by one; the rest is counted."""
