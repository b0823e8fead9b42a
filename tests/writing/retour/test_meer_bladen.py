"""A workbook with several invulbladen: each gemeente gets her own anew, and what does not count is not passed over."""

from tekenen import Cel, RawSheet, RawWorkbook

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.rules.herstel import collect_herstel
from writing.dump import load
from writing.retour.terugsturen import codes, merged, read, send_back, texts


def two_sheets(*namen: str) -> bytes:
    bladen = []
    for nummer, naam in enumerate(namen, 1):
        blad = RawSheet(f"Blad {nummer}", {"A1": Cel(f"Invulblad van {naam}")})
        blad.put_table(
            "| Nr | Actie | Status | Planning | Toelichting |"
            f"\n| 1.1.1 | Training voor bestuurders | voltooid | kwartaal {nummer} | |"
            f"\n| 1.1.2 | E-learning | bijna klar {nummer} | | |"
            f"\n| | Eigen acties | | | |\n| | Eigen {nummer} | gepland | | |",
            3,
        )
        bladen.append(blad)
    return RawWorkbook(bladen).bytes()


def test_of_several_invulbladen_in_a_workbook_each_gets_her_own(plan):
    inhoud = two_sheets("Boekel", "Uden")

    for wie, nummer in (("Boekel", 1), ("Uden", 2)):
        terug = send_back(plan, inhoud, "samen.xlsx", wie)

        assert terug.opnieuw == "er staat meer dan één invulblad in"
        gelezen = read(plan, terug.inhoud)
        assert (gelezen.gemeenten, gelezen.antwoorden["1.1.1"].planning) == ((wie,), f"kwartaal {nummer}")
        assert gelezen.antwoorden["1.1.2"].getypt == f"bijna klar {nummer}"
        assert [e.actie for e in gelezen.eigen_acties] == [f"Eigen {nummer}"]
        assert f"bijna klar {3 - nummer}" not in "\n".join(texts(terug.inhoud))


def loose(inhoud: bytes) -> list[tuple[str, ...]]:
    """Return what stands on `Losse teksten`, as texts."""
    rijen = load(inhoud)["Losse teksten"].iter_rows(min_row=3, values_only=True)
    return [tuple("" if waarde is None else str(waarde) for waarde in rij) for rij in rijen]


def test_of_two_sheets_of_one_gemeente_what_does_not_count_is_told(plan):
    terug = send_back(plan, two_sheets("Boekel", "Boekel"))

    assert Code.TWEE_BLADEN in codes(terug.herstel.bevindingen)
    assert loose(terug.inhoud) == [
        ("Blad 2 C4", "1.1.1", "voltooid, kwartaal 2"),
        ("Blad 2 C5", "1.1.2", "bijna klar 2"),
    ]
    gelezen = read(plan, terug.inhoud)
    assert gelezen.antwoorden["1.1.1"].planning == "kwartaal 1"
    assert [eigen.actie for eigen in gelezen.eigen_acties] == ["Eigen 1", "Eigen 2"]


def test_an_answer_that_gives_way_to_an_empty_cell_is_told(plan):
    """More stands on the first, which therefore counts; only the second answers 1.2.1."""
    bladen = []
    for nummer, regels in enumerate(
        (
            ("| 1.1.1 | Training voor bestuurders | voltooid | |", "| 1.1.2 | E-learning | voltooid | |"),
            ("| 1.2.1 | Kalender bijhouden | gepland | najaar |",),
        ),
        1,
    ):
        blad = RawSheet(f"Blad {nummer}", {"A1": Cel("Invulblad van Boekel")})
        blad.put_table("\n".join(("| Nr | Actie | Status | Planning |", *regels)), 3)
        bladen.append(blad)

    terug = send_back(plan, RawWorkbook(bladen).bytes())

    assert ("Blad 2 C4", "1.2.1", "gepland, najaar") in loose(terug.inhoud)
    assert not read(plan, terug.inhoud).antwoorden["1.2.1"].is_antwoord


def with_fuller(nummer: int, *erbij: RawSheet, **los: str) -> bytes:
    """Return two sheets of Boekel of which one answers more and so counts; `los` is a text on each, by its name."""
    bladen = []
    for n in (1, 2):
        blad = RawSheet(f"Blad {n}", {"A1": Cel("Invulblad van Boekel")})
        meer = "\n| 1.2.1 | Kalender bijhouden | voltooid | |" if n == nummer else ""
        blad.put_table(
            f"| Nr | Actie | Status | Planning |\n| 1.1.1 | Training voor bestuurders | gepland | 2019 |{meer}", 3
        )
        blad.put(4, [los.get(f"blad_{n}", "")], 8)
        bladen.append(blad)
    return RawWorkbook([*bladen, *erbij]).bytes()


def test_a_loose_text_on_the_sheet_that_does_not_count_is_kept_as_well(plan):
    inhoud = with_fuller(2, blad_1="bel ons over de kalender", blad_2="en mail ons")

    terug = send_back(plan, inhoud)

    assert [rij for rij in loose(terug.inhoud) if rij[0].endswith("H4")] == [
        ("Blad 1 H4", "1.1.1", "bel ons over de kalender"),
        ("Blad 2 H4", "1.1.1", "en mail ons"),
    ]


def test_a_sheet_of_notes_is_kept_whichever_sheet_counts(plan):
    for nummer in (1, 2):
        inhoud = with_fuller(nummer, RawSheet("Notities", {"A1": Cel("navragen bij de raad")}))

        assert "navragen bij de raad" in "\n".join(texts(send_back(plan, inhoud).inhoud)), nummer


def test_moments_on_a_sheet_that_does_not_count_go_along(plan):
    kalenders = []
    for nummer in (1, 2):
        blad = RawSheet(f"Communicatie {nummer}")
        blad.put_table(f"| Datum | Wat | Doelgroep | Kanaal |\n| {nummer}-3-2019 | Persbericht {nummer} | | brief |")
        kalenders.append(blad)

    terug = send_back(plan, with_fuller(1, *kalenders))

    assert [moment.wat for moment in read(plan, terug.inhoud).communicatie] == ["Persbericht 1", "Persbericht 2"]


LIJST = "| Nr | Status | Wie |\n| 1.1.1 | loopt | Jan |\n| 1.1.2 | klaar | Piet |"


def with_list(*namen: str, **hoe: str) -> bytes:
    """Return the invulbladen of these gemeenten, and a list of their own that looks like one."""
    bladen = []
    for naam in namen:
        blad = RawSheet(naam, {"A1": Cel(f"Invulblad van {naam}")})
        blad.put_table("| Nr | Actie | Status | Planning |\n| 1.1.1 | Training voor bestuurders | | |", 3)
        bladen.append(blad)
    lijst = RawSheet("Wie doet wat", {plaats: Cel(tekst) for plaats, tekst in hoe.items()})
    lijst.put_table(LIJST, 3)
    return RawWorkbook([*bladen, lijst]).bytes()


def test_a_list_of_hers_that_looks_like_an_invulblad_goes_along(plan):
    """Nothing on it says whose it is; but it stood in her workbook."""
    terug = send_back(plan, with_list("Boekel", A1="Onze verdeling"), "ingevuld.xlsx")

    (gemeld,) = (b for b in terug.herstel.bevindingen if b.code is Code.BLAD_NIET_GELEZEN)
    assert gemeld.plek.blad == "Wie doet wat"
    van_lijst = [(waar, tekst) for waar, _, tekst in loose(terug.inhoud) if waar.startswith("Wie doet wat")]
    assert van_lijst[0] == ("Wie doet wat A1", "Onze verdeling")
    assert {"loopt", "Jan", "klaar", "Piet"} <= {tekst for _, tekst in van_lijst}


def test_a_list_in_the_workbook_of_several_goes_along_with_the_first(plan):
    inhoud = with_list("Boekel", "Uden")

    assert "Jan" in "\n".join(texts(send_back(plan, inhoud, "samen.xlsx", "Boekel").inhoud))
    assert "Jan" not in "\n".join(texts(send_back(plan, inhoud, "samen.xlsx", "Uden").inhoud))


def test_of_an_unknown_list_in_another_file_of_the_same_name_she_hears_nothing(plan):
    """It is somebody else's."""
    een, ander = with_list("Boekel"), with_list("Uden", A1="Van Uden")
    te_doen = collect_herstel(merged(plan, ("a.xlsx", een), ("a.xlsx", ander)))

    assert [b for h in te_doen for b in h.bevindingen if b.code is Code.GEMEENTE_ONBEKEND] == []


def test_what_was_said_for_the_whole_kolom_and_does_not_count_goes_along_with_each(plan):
    bladen = []
    for naam, planning in (("Cuijk", "2018"), ("Grave", "2019"), ("heel CGM", "samen in 2020")):
        titel = naam if naam.startswith("heel") else f"Invulblad van {naam}"
        blad = RawSheet(naam, {"A1": Cel(titel)})
        blad.put_table(
            f"| Nr | Actie | Status | Planning |\n| 1.1.1 | Training voor bestuurders | gepland | {planning} |", 3
        )
        bladen.append(blad)
    inhoud = RawWorkbook(bladen).bytes()

    for wie in ("Cuijk", "Grave"):
        terug = send_back(plan, inhoud, "samen.xlsx", wie)

        (gemeld,) = (b for b in terug.herstel.bevindingen if b.code is Code.KOLOM_EN_GEMEENTE_VERSCHIL)
        assert gemeld.eigen_remedie == "Zet op jullie eigen blad wat het moet zijn."
        assert ("heel CGM C4", "1.1.1", "gepland, samen in 2020") in loose(terug.inhoud)
