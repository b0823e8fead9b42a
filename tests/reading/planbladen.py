"""A planwerkboek as tables, to be read whole or spoiled. Row 1 of `Actieplan` is a title: the header is row 3."""

ACTIEPLAN = """
| Actieplan 2019 |

| Nr    | Wat?          | Voetnoot | Trekker | Geldt voor   | CGM            | Boekel   |
| 1     | Bewustwording |          |         |              |                |          |
| 1.1   | Training      |          |         |              |                |          |
| 1.1.1 | Bestuurders   | 1        | RIEC    |              | voltooid⏎2018  | 2019     |
| 1.1.2 | E-learning    |          |         | Boekel       | n.v.t.         |          |
| 2     | Informatie    |          |         |              |                |          |
| 2.1   | BIBOB         |          |         |              |                |          |
| 2.1.1 | Beleid        |          |         | CGM; Boekel  |                | groen    |

| Voetnoten |
| 1 | Liefst samen. |
"""
GEMEENTEN = """
| gemeente | cbs_code | kolom  | e-mail            |
| Cuijk    | GM1684   | CGM    |                   |
| Grave    | GM0786   | cgm    |                   |
| Boekel   | GM0755   | Boekel | info@voorbeeld.nl |
"""
PLAN = """
| naam                  | Actieplan 2019 |
| regio                 | Maas           |
| jaar                  | 2019           |
| peildatum             | 1 juni 2019    |
| uiterste inleverdatum | 17-5-2019      |
"""
TEKSTEN = """
| nr  | tekst    |
| 1.1 | Eerste.  |
| 1.1 | Tweede.  |
"""
ONTVANGERS = """
| rol          | e-mail           |
| Burgemeester | bm@voorbeeld.nl  |
"""
TABELLEN = {
    "Actieplan": ACTIEPLAN,
    "Gemeenten": GEMEENTEN,
    "Plan": PLAN,
    "Teksten": TEKSTEN,
    "Ontvangers": ONTVANGERS,
}


def without(*bladen: str) -> dict[str, str]:
    """Return the tables, some sheets left out."""
    return {naam: tekst for naam, tekst in TABELLEN.items() if naam not in bladen}
