"""The version of the library, in the one place that packaging and `Herkomst` both read."""

VERSIE = "0.1.0"
