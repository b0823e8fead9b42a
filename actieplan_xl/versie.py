"""The version of the library, in the one place that packaging and `Herkomst` both read."""

VERSIE = "0.1.0"

MAKER = f"actieplan_xl {VERSIE}"
"""What a regiowerkboek says that it was made with."""
