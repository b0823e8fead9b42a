"""What eyes and printers do with a colour: how light it is (WCAG 2.1), and how the colour-blind see it."""

PROTANOPIE = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
DEUTERANOPIE = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
TRITANOPIE = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))
"""Machado, Oliveira and Fernandes (2009), for those who lack one of the three kinds of cones altogether."""

GEWOON = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
_LICHTHEID = (0.2126, 0.7152, 0.0722)
OGEN = {"gewoon": GEWOON, "protanopie": PROTANOPIE, "deuteranopie": DEUTERANOPIE, "tritanopie": TRITANOPIE}

GRIJS = "grijs"
ZICHT = (*OGEN, GRIJS)

Matrix = tuple[tuple[float, float, float], ...]


def luminance(rgb: str, oog: Matrix = GEWOON) -> float:
    """Return how light a colour is to an eye, from 0 to 1; that of `GEWOON` is what a grey printer prints."""
    licht = [_linear(int(rgb[plaats : plaats + 2], 16) / 255) for plaats in (0, 2, 4)]
    gezien = [sum(deel * waarde for deel, waarde in zip(rij, licht, strict=True)) for rij in oog]
    return sum(deel * min(max(waarde, 0.0), 1.0) for deel, waarde in zip(_LICHTHEID, gezien, strict=True))


def contrast(een: str, ander: str, oog: Matrix = GEWOON) -> float:
    """Return the contrast between two colours, from 1 to 21."""
    hoog, laag = sorted((luminance(een, oog), luminance(ander, oog)), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)


def _linear(deel: float) -> float:
    return float(deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4)


def see(rgb: str, oog: str) -> str:
    """Return a colour as an eye sees it; what is `GRIJS` comes from a grey printer."""
    if oog == GRIJS:
        return _code([luminance(rgb)] * 3)
    licht = [_linear(int(rgb[plaats : plaats + 2], 16) / 255) for plaats in (0, 2, 4)]
    return _code([sum(deel * waarde for deel, waarde in zip(rij, licht, strict=True)) for rij in OGEN[oog]])


def _code(licht: list[float]) -> str:
    return "".join(f"{round(255 * _curved(min(max(deel, 0.0), 1.0))):02X}" for deel in licht)


def _curved(deel: float) -> float:
    return float(deel * 12.92 if deel <= 0.0031308 else 1.055 * deel ** (1 / 2.4) - 0.055)
