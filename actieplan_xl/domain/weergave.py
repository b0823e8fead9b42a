"""How a text that somebody typed is shown inside a sentence of ours: on one line, harmless, and not endless."""

import unicodedata

# Long enough for what fits in a cell twice: a finding keeps what was typed; only a screen shortens it.
_LANGSTE = 15_000
# Characters that are invisible or turn the reading direction: show where they are instead of obeying them.
_ONZICHTBAAR = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def visible(tekst: str, langste: int = _LANGSTE) -> str:
    """Return `tekst` on one line, invisible and direction-turning characters made visible, cut off with an ellipsis."""
    if not tekst.isprintable():
        tekst = "".join(_show(teken) for teken in tekst)
    tekst = " ".join(tekst.split())
    return tekst if len(tekst) <= langste else f"{tekst[: langste - 1]}…"


def _show(teken: str) -> str:
    if teken in "\n\r\t":
        return " "
    return f"⟨U+{ord(teken):04X}⟩" if unicodedata.category(teken) in _ONZICHTBAAR else teken
