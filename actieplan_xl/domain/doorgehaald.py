"""A line through a text, said in words: those stay with the text wherever it goes, the line does not."""

from actieplan_xl.domain.words import DOORGEHAALD

_HEEL, _BEGIN, _EIND = f" ({DOORGEHAALD})", f" ({DOORGEHAALD}: '", "')"


def with_strike(tekst: str, door: str) -> str:
    """Return a text with what was struck out of it behind it; said once, however often it is read.

    >>> with_strike("2018", "2018"), with_strike("zomer 2019", "zomer")
    ('2018 (doorgehaald)', "zomer 2019 (doorgehaald: 'zomer')")
    """
    if not door or tekst.endswith(_HEEL):
        return tekst
    if door.split() == tekst.split():
        return f"{tekst}{_HEEL}"
    erbij = f"{_BEGIN}{door}{_EIND}"
    return tekst if tekst.endswith(erbij) else f"{tekst}{erbij}"


def read_strike(tekst: str) -> tuple[str, str]:
    """Return a text without those words, and what of it was struck out."""
    if tekst.endswith(_HEEL):
        kaal = tekst.removesuffix(_HEEL)
        return kaal, kaal
    begin = tekst.rfind(_BEGIN) if tekst.endswith(_EIND) else -1
    return (tekst, "") if begin < 0 else (tekst[:begin], tekst[begin + len(_BEGIN) : -len(_EIND)])


def still_stands(tekst: str) -> str:
    """Return what of a text was not struck out; several pieces are looked for word by word."""
    kaal, door = read_strike(tekst)
    delen, vanaf = [], 0
    for stuk in [door] if door in kaal else door.split():
        plaats = kaal.find(stuk, vanaf)
        if stuk and plaats >= 0:
            delen.append(kaal[vanaf:plaats])
            vanaf = plaats + len(stuk)
    return " ".join([*delen, kaal[vanaf:]]).strip()
