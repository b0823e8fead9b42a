"""Any workbook, opened safely: a file → sheets of cells with their value, colour and place. Knows nothing of plans.

What comes in is hostile until it is read: every step is bounded (`grenzen`), nothing is executed, nothing is unpacked
to disk, and what cannot be taken over is told rather than left out.
"""
