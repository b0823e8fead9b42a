"""Every sentence that a finding or refusal can say, each with how serious it is and what to do about it.

Three parts (stijl): where comes from the `Plek`; `wat` says what is the matter; `doe` what to do. All messages
of a kind stand together. Holes are named after what fills them.
"""

from typing import NamedTuple

from actieplan_xl.domain.codes import Code, Ernst


class Melding(NamedTuple):
    """A sentence: how serious, what is the matter, and what to do."""

    ernst: Ernst
    wat: str
    doe: str


_F, _L, _I = Ernst.FOUT, Ernst.LET_OP, Ernst.TER_INFO

MELDINGEN: dict[Code, Melding] = {
    # a file cannot be used at all
    Code.BESTAND_NIET_GEVONDEN: Melding(
        _F, "dit bestand of deze map is er niet.", "Kijk of de naam en de map kloppen."
    ),
    Code.BESTAND_LEEG: Melding(
        _F,
        "dit bestand is leeg (0 bytes).",
        "Staat het nog in de cloud, open het dan eerst één keer; of laat het opnieuw sturen.",
    ),
    Code.BESTAND_GEEN_WERKMAP: Melding(
        _F,
        "dit is geen Excel-bestand.",
        "Kijk of dit het goede bestand is. Kwam het zo van een gemeente, vraag dan om het ingevulde invulblad (.xlsx).",
    ),
    Code.BESTAND_ANDERE_SOORT: Melding(
        _F,
        "dit is {soort}, geen Excel-werkmap.",
        "Kijk of dit het goede bestand is. Kwam het zo van een gemeente, vraag dan om het ingevulde invulblad (.xlsx).",
    ),
    Code.BESTAND_ANDER_FORMAAT: Melding(
        _F,
        "dit is {soort}; dat formaat kunnen we niet lezen.",
        "Open het, sla het op als Excel-werkmap (.xlsx) en gebruik dat bestand.",
    ),
    Code.BESTAND_WACHTWOORD: Melding(
        _F,
        "dit bestand is beveiligd met een wachtwoord.",
        "Vraag om een versie zonder wachtwoord.",
    ),
    Code.BESTAND_AFGEKAPT: Melding(
        _F,
        "dit bestand is niet compleet binnengekomen (het einde ontbreekt).",
        "Laat het opnieuw sturen.",
    ),
    Code.BESTAND_BESCHADIGD: Melding(
        _F,
        "dit bestand is beschadigd: {onderdeel} is niet te lezen.",
        "Open het in Excel, laat Excel het herstellen, sla het op en probeer het opnieuw.",
    ),
    Code.BESTAND_ONVEILIG: Melding(
        _F,
        "dit bestand is uit voorzorg niet geopend: {waarom}.",
        "Vraag de afzender om het werkboek opnieuw in Excel op te slaan.",
    ),
    Code.BESTAND_TE_GROOT: Melding(
        _F,
        "dit bestand is niet geopend: {wat} is meer dan de grens van {grens}.",
        "Vraag om het invulblad zonder bijlagen, afbeeldingen en extra werkbladen.",
    ),
    Code.BESTAND_NIET_LEESBAAR: Melding(
        _F,
        "dit bestand kan niet worden gelezen ({waarom}).",
        "Kijk of je het mag openen en of het een gewoon bestand is: geef hier het bestand zelf, niet de map.",
    ),
    # a file is not what was asked for
    Code.GEEN_INVULBLAD: Melding(
        _F,
        "er staat geen invulblad in (geen kopregel met Nr en Status gevonden).",
        "Kijk of de goede bijlage is meegestuurd.",
    ),
    Code.GEEN_PLAN: Melding(
        _F,
        "in dit bestand zit geen plan (het verborgen werkblad is weg).",
        "Geef het planwerkboek mee met --plan.",
    ),
    Code.DOCUMENT_NIET_GELEZEN: Melding(
        _L,
        "dit is {soort} en is niet gelezen; misschien staat er een antwoord in.",
        "Kijk wat erin staat en vraag om het ingevulde invulblad (.xlsx).",
    ),
    Code.NIETS_TE_TONEN: Melding(
        _F, "hierin staat geen matrix.", "Kies een regiowerkboek, een planwerkboek of een ingevuld invulblad."
    ),
    Code.OVERGESLAGEN: Melding(_I, "overgeslagen: {waarom}.", "Je hoeft niets te doen als dat klopt."),
    Code.NOG_OPEN: Melding(
        _I,
        "overgeslagen: een hulpbestand van Excel; misschien heeft iemand het werkboek nog open.",
        "Sluit het werkboek en voer de opdracht nog eens uit als er iets ontbreekt.",
    ),
    Code.GEMEENTE_ONBEKEND: Melding(
        _F,
        "van welke gemeente dit is, valt niet vast te stellen.",
        'Zeg het erbij met --gemeente "NAAM={bestand}".',
    ),
    Code.GEMEENTE_AFGELEID: Melding(
        _L, "gelezen als het blad van {naam}, omdat {waaruit} dat zegt.", "Kijk of dat klopt."
    ),
    Code.GEMEENTE_MET_DE_HAND: Melding(
        _L,
        "met --gemeente gelezen als het blad van {naam}; zelf zegt het dat het van {ander} is.",
        "Kijk of dat klopt.",
    ),
    Code.HOORT_BIJ_ANDER_PLAN: Melding(
        _F,
        "dit blad is van {naam}, voor een ander plan ({ander}); {naam} staat niet in dit plan.",
        "Haal het bestand weg, of geef met --plan het plan waar het bij hoort.",
    ),
    Code.ANDER_PLAN: Melding(
        _L,
        "dit blad is gemaakt voor een ander plan ({ander}).",
        "De rijen die overeenkomen tellen mee; vraag om het blad van dit plan.",
    ),
    Code.ANDERE_VERSIE: Melding(
        _L,
        "dit blad is gemaakt met een andere versie van het plan.",
        "De rijen die overeenkomen tellen mee; kijk of er acties bij zijn gekomen of veranderd.",
    ),
    # what is missing
    Code.GEEN_BESTAND: Melding(
        _L,
        "van {naam} is geen bestand ontvangen; {aantal} zijn oranje.",
        "Vraag {naam} om het ingevulde invulblad.",
    ),
    Code.GEEN_ANTWOORD: Melding(_L, "nog geen antwoord op {nr} {actie}.", "Kies een status uit de lijst."),
    # an answer
    Code.STATUS_ONBEKEND: Melding(_F, "status '{waarde}' kennen we niet.", "Kies uit de lijst{bedoel_je}"),
    Code.STATUS_GEEN_ANTWOORD: Melding(
        _F, "'{waarde}' is geen status die je kunt kiezen.", "Kies uit de lijst: {keuzes}."
    ),
    Code.STATUS_UIT_KLEUR: Melding(
        _L,
        "er staat geen status; de cel is {kleur} gekleurd en dus gelezen als '{status}'.",
        "Kijk of dat klopt; kies anders een status uit de lijst.",
    ),
    Code.STATUS_UIT_SPELLING: Melding(
        _I, "'{waarde}' is gelezen als '{status}'.", "Je hoeft niets te doen als dat klopt."
    ),
    Code.STATUS_UIT_PLANNING: Melding(
        _L,
        "bij Planning staat een status; gelezen als '{status}'.",
        "Zet de status in de kolom Status en de planning bij Planning.",
    ),
    Code.PLANNING_LIJKT_STATUS: Melding(
        _L,
        "bij Planning staat '{waarde}', dat lijkt op een status; gelezen als planning, dus 'gepland'.",
        "Kies een status uit de lijst als er iets anders is bedoeld.",
    ),
    Code.PLANNING_ZEGT_NIETS: Melding(
        _L,
        "er staat geen status, en bij Planning alleen '{waarde}'; dat telt niet als antwoord.",
        "Kies een status uit de lijst; gaan jullie het niet doen, kies dan 'wordt niet opgepakt'.",
    ),
    Code.ALLEEN_TOELICHTING: Melding(
        _L,
        "bij {nr} staat alleen een toelichting ('{waarde}'), geen status of planning; dat telt niet als antwoord.",
        "Kies een status uit de lijst.",
    ),
    Code.ONGEWIJZIGD_ZONDER_VORIGE: Melding(
        _F,
        "'{waarde}' gekozen, maar van {nr} is geen vorige stand bekend.",
        "Kies een status uit de lijst.",
    ),
    Code.ONGEWIJZIGD_MET_PLANNING: Melding(
        _L,
        "'ongewijzigd' met een andere planning dan de vorige ('{vorige}'); de nieuwe planning telt.",
        "Kijk of dat klopt.",
    ),
    Code.CEL_FOUTWAARDE: Melding(
        _F, "er staat een foutwaarde ({waarde}); die telt niet als antwoord.", "Vul de cel opnieuw in."
    ),
    Code.CEL_NIET_BEREKEND: Melding(
        _F,
        "er staat een formule die nog niet is uitgerekend.",
        "Open het werkboek in Excel, sla het op en stuur het opnieuw.",
    ),
    Code.CEL_ONGELDIG: Melding(_F, "de inhoud van deze cel is ongeldig ('{waarde}').", "Vul de cel opnieuw in."),
    Code.CEL_DUBBEL: Melding(
        _F,
        "deze cel staat twee keer in het bestand; hier staat ook '{waarde}', en dat telt niet.",
        "Open het werkboek in Excel, kijk wat er moet staan en sla het op.",
    ),
    Code.CEL_BUITEN_TABEL: Melding(
        _L,
        "hier staat '{waarde}', buiten de tabel; dat is niet overgenomen.",
        "Zet wat van belang is bij Planning of Toelichting.",
    ),
    Code.TEKST_TE_LANG: Melding(
        _F,
        "deze tekst telt {lengte} tekens; in een cel passen er {grens}.",
        "Maak de tekst korter of zet hem in een bijlage.",
    ),
    Code.TEKST_OPGESCHOOND: Melding(
        _L,
        "in deze tekst stonden tekens die een werkboek niet kan bewaren; ze zijn vervangen door �.",
        "Kijk of de tekst nog klopt.",
    ),
    # rows and columns
    Code.NR_UIT_TEKST: Melding(
        _L,
        "nummer '{waarde}' past niet bij deze actie; aan de tekst herkend als {nr}.",
        "Kijk of dat klopt.",
    ),
    Code.NR_BOTST: Melding(
        _L,
        "bij {nr} staat de tekst van een andere actie ({ander}); het nummer telt.",
        "Kijk of het antwoord bij de goede actie staat.",
    ),
    Code.ACTIE_TEKST_ANDERS: Melding(
        _L,
        "de tekst van {nr} is hier '{waarde}'; in het plan staat '{tekst}'.",
        "Kijk of het antwoord nog bij deze actie hoort.",
    ),
    Code.RIJ_ONBEKEND: Melding(
        _L,
        "deze rij staat niet in het plan ('{waarde}'); bewaard bij de eigen acties.",
        "Kijk of het een eigen actie is of bij een actie van het plan hoort.",
    ),
    Code.RIJ_NIET_VAN_TOEPASSING: Melding(
        _L,
        "{nr} geldt niet voor {naam}; wat er staat is bewaard bij de eigen acties.",
        "Kijk of de actie toch voor deze gemeente bedoeld is.",
    ),
    Code.RIJ_DUBBEL: Melding(
        _F,
        "{nr} staat twee keer op het blad met een verschillend antwoord; {telt} telt, hier staat '{waarde}'.",
        "Kies het goede antwoord en haal de andere rij weg.",
    ),
    Code.RIJ_WEG: Melding(_L, "{nr} {actie} staat niet meer op het blad.", "Vul het invulblad van nu in."),
    Code.KOLOM_ONTBREEKT: Melding(
        _F,
        "de kolom '{kop}' is er niet meer.",
        "Zet de kolom terug of gebruik een nieuw invulblad.",
    ),
    Code.KOLOM_ONBEKEND: Melding(
        _L,
        "de kolom '{kop}' hoort niet bij het invulblad; hier staat '{waarde}'.",
        "Zet wat van belang is bij Planning of Toelichting.",
    ),
    # several files
    Code.TWEE_BESTANDEN: Melding(
        _L,
        "van {naam} zijn er twee bestanden; het laatst opgeslagen telt ({telt}).",
        "Kijk of dat het goede bestand is, en haal het andere weg.",
    ),
    Code.TWEE_BESTANDEN_GELIJK: Melding(
        _I,
        "van {naam} zijn er twee bestanden met dezelfde antwoorden ({telt} telt).",
        "Je hoeft niets te doen.",
    ),
    Code.TWEE_BESTANDEN_VERSCHIL: Melding(
        _L,
        "bij {nr} staat hier '{waarde}' en in {telt} '{ander}'; dat laatste telt.",
        "Vraag {naam} wat het moet zijn.",
    ),
    Code.KOLOM_EN_GEMEENTE_VERSCHIL: Melding(
        _L,
        "bij {nr} zegt het blad van {kolom} '{waarde}' en dat van {naam} zelf '{ander}'; dat laatste telt.",
        "Vraag {naam} wat het moet zijn.",
    ),
    Code.ANTWOORD_WIJKT_VOOR_LEEG: Melding(
        _F,
        "bij {nr} staat hier '{waarde}', maar in {telt} is niets ingevuld, en dat bestand telt: {nr} is oranje.",
        "Vraag {naam} wat het moet zijn, of haal het bestand weg dat niet moet tellen.",
    ),
    Code.KOLOM_ONEENS: Melding(
        _L,
        "bij {nr} zijn de gemeenten van {kolom} het niet eens: {wie}.",
        "Vraag of het één antwoord kan worden; tot dan toont de matrix de minst afgeronde status.",
    ),
    Code.MATRIX_AANGEPAST: Melding(
        _L,
        "bij {nr} van {kolom} staat in de matrix '{waarde}' en in Gegevens '{ander}'; Gegevens telt.",
        "Pas Gegevens aan als de matrix gelijk heeft.",
    ),
    # the plan
    Code.PLAN_IS_INVULBLAD: Melding(
        _F, "dit is een invulblad, geen planwerkboek.", "Geef het planwerkboek of het regiowerkboek."
    ),
    Code.PLAN_WERKBLAD_ONTBREEKT: Melding(
        _F, "het werkblad '{werkblad}' ontbreekt.", "Voeg het toe, of begin met 'actieplan nieuw'."
    ),
    Code.PLAN_KOP_ONTBREEKT: Melding(
        _F,
        "geen kopregel gevonden met {koppen}.",
        "Zet boven de acties een rij met die woorden.",
    ),
    Code.PLAN_KOLOM_ONTBREEKT: Melding(
        _F, "de kolom '{kop}' ontbreekt.", "Voeg een kolom toe met dat woord in de kopregel."
    ),
    Code.PLAN_KOLOM_DUBBEL: Melding(_F, "de kolom '{kop}' staat er twee keer.", "Geef elke kolom een eigen naam."),
    Code.PLAN_NR_ONGELDIG: Melding(
        _F,
        "'{waarde}' is geen nummer van een hoofdlijn (1), thema (1.1) of actie (1.1.1).",
        "Verbeter het nummer; maakte Excel er een datum van, zet de cel dan op Tekst.",
    ),
    Code.PLAN_NR_ONTBREEKT: Melding(
        _F,
        "hier ontbreekt het nummer (bij '{waarde}').",
        "Geef de regel een nummer, of haal hem weg; voetnoten horen onder de kop 'Voetnoten'.",
    ),
    Code.PLAN_NR_DUBBEL: Melding(
        _F, "nummer {nr} staat er twee keer; eerder in {eerder}.", "Geef elke regel een eigen nummer."
    ),
    Code.PLAN_NR_ZONDER_OUDER: Melding(
        _F,
        "{nr} staat niet onder {ouder}.",
        "Zet {nr} onder zijn eigen hoofdlijn en thema, of verbeter het nummer.",
    ),
    Code.PLAN_ZONDER_TEKST: Melding(_F, "bij {nr} staat geen tekst.", "Zet in de kolom 'Wat?' waar het om gaat."),
    Code.PLAN_THEMA_LEEG: Melding(
        _F, "thema {nr} heeft geen acties.", "Zet er een actie onder ({nr}.1), of haal het thema weg."
    ),
    Code.PLAN_ZONDER_ACTIES: Melding(
        _F, "er staat nog geen enkele actie in het plan.", "Zet onder elk thema acties, genummerd als 1.1.1."
    ),
    Code.PLAN_KOLOM_ZONDER_GEMEENTE: Melding(
        _F,
        "bij kolom '{kolom}' hoort geen gemeente.",
        "Zet op het werkblad Gemeenten een gemeente met kolom '{kolom}'.",
    ),
    Code.PLAN_GEMEENTE_DUBBEL: Melding(
        _F, "gemeente '{naam}' staat er twee keer; eerder in {eerder}.", "Haal een van de twee weg."
    ),
    Code.PLAN_GEMEENTE_ZONDER_NAAM: Melding(_F, "hier ontbreekt de {wat}.", "Vul de {wat} in."),
    Code.PLAN_GEMEENTE_KOLOM_ONBEKEND: Melding(
        _F,
        "kolom '{kolom}' van {naam} staat niet in de matrix.",
        "Neem de naam van een kolom over van het werkblad Actieplan: {kolommen}.",
    ),
    Code.PLAN_GELDT_VOOR_ONBEKEND: Melding(
        _F,
        "'{waarde}' bij 'Geldt voor' is geen kolom van de matrix.",
        "Kies uit: {kolommen}; leeg betekent alle.",
    ),
    Code.PLAN_TEKST_ZONDER_REGEL: Melding(
        _F,
        "'{waarde}' is geen nummer van een regel in de matrix.",
        "Neem het nummer over van het werkblad Actieplan.",
    ),
    Code.PLAN_VOETNOOT_ONTBREEKT: Melding(
        _L,
        "voetnoot {waarde} bij {nr} staat niet onder de matrix.",
        "Zet hem onder de kop 'Voetnoten', met zijn nummer ervoor.",
    ),
    Code.PLAN_VOORBEELDTEKST: Melding(
        _L, "bij {nr} staat nog de voorbeeldtekst '{waarde}'.", "Schrijf op waar het om gaat."
    ),
    Code.PLAN_DATUM_ONBEKEND: Melding(
        _L, "'{waarde}' bij {naam} is geen datum.", "Schrijf een datum, zoals 17-5-2019."
    ),
    Code.PLAN_ZONDER_NAAM: Melding(_F, "het plan heeft geen naam.", "Vul op het werkblad Plan bij 'naam' iets in."),
    Code.PLAN_GEGEVENS_ONLEESBAAR: Melding(
        _L,
        "'{waarde}' is geen status; deze rij is niet als vorige stand overgenomen.",
        "Zet een status uit de leeswijzer neer.",
    ),
    # writing
    Code.DOEL_BESTAAT: Melding(
        _F,
        "dit bestand bestaat al.",
        "Kies een andere naam of map, of geef --overschrijven mee.",
    ),
    Code.DOEL_IS_INVOER: Melding(
        _F,
        "dit bestand is ook invoer; die wordt nooit overschreven.",
        "Kies een andere naam.",
    ),
    Code.DOEL_NIET_SCHRIJFBAAR: Melding(
        _F,
        "schrijven lukt niet ({waarom}).",
        "Kijk of de map bestaat, of je er mag schrijven en of er ruimte is, of kies een andere plek.",
    ),
    Code.DOEL_WAS_OPEN: Melding(
        _L,
        "dit bestand staat open in een ander programma; opgeslagen als {nieuw}.",
        "Sluit het bestand als je het de volgende keer wilt vervangen.",
    ),
}


def bedoel_je(voorstel: str) -> str:
    """Return the end of a remedy: a question when there is something to propose, else a full stop."""
    return f"; bedoel je '{voorstel}'?" if voorstel else "."
