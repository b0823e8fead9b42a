"""Sentences about the plan itself."""

from actieplan_xl.domain.codes import Code, Ernst
from actieplan_xl.domain.meldingen.melding import Melding

_F, _L, _I = Ernst.FOUT, Ernst.LET_OP, Ernst.TER_INFO

MELDINGEN: dict[Code, Melding] = {
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
    Code.PLAN_TEKST_ANDERS: Melding(
        _L,
        "onder {nr} staat in de matrix de tekst '{waarde}' en op Teksten een andere; die van Teksten telt.",
        "Pas het werkblad Teksten aan als de matrix gelijk heeft.",
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
    Code.PLAN_UITSTEL_ZONDER_DATUM: Melding(
        _L,
        "bij '{kop}' van {naam} staat {waarde}, en dat is geen datum; {naam} heeft dus geen uitstel.",
        "Schrijf een datum, zoals 17-5-2019, of haal weg wat er staat.",
    ),
    Code.PLAN_INLEVERDATUM_VOORBIJ: Melding(
        _L,
        "op elk invulblad staat {datum} als uiterste inleverdatum, en die was van de ronde met peildatum {peildatum}.",
        "Verander op het werkblad Plan de uiterste inleverdatum en de peildatum, en vraag opnieuw uit.",
    ),
    Code.PLAN_ZONDER_NAAM: Melding(_F, "het plan heeft geen naam.", "Vul op het werkblad Plan bij 'naam' iets in."),
    Code.PLAN_AFSPRAAK_ONBEKEND: Melding(
        _L, "'{waarde}' bij '{naam}' is geen ja of nee; gelezen als '{geldt}'.", "Schrijf er ja of nee."
    ),
    Code.PLAN_ZONDER_JAREN: Melding(
        _L,
        "'{afspraak}' staat aan, maar bij 'jaar' staat geen jaartal; van geen planning wordt het nagekeken.",
        "Vul op het werkblad Plan bij 'jaar' een of meer jaartallen in, zoals 2019 of 2019-2022.",
    ),
    Code.PLAN_ZONDER_VORIGE_STAND: Melding(
        _L,
        "van {naam} is geen vorige stand bekend, van andere gemeenten wel; haar invulblad begint leeg.",
        "Kwam er de vorige ronde niets van {naam}? Zet haar laatste stand dan eerst in het plan (in een regiowerkboek "
        "op het werkblad Gegevens) en vraag opnieuw uit.",
    ),
    Code.PLAN_DEELS_ZONDER_VORIGE_STAND: Melding(
        _L,
        "van {naam} is bij {nummers} geen vorige stand bekend; daar begint haar invulblad leeg.",
        "Weet je haar laatste stand, zet die dan eerst in het plan (in een regiowerkboek op het werkblad Gegevens) en "
        "vraag opnieuw uit; anders vult {naam} het zelf in.",
    ),
    Code.PLAN_VORIGE_STAND_PAST_NIET: Melding(
        _L,
        "op Vorige stand staan rijen van {waarde}, en dat staat niet in dit plan; ze tellen niet als vorige stand.",
        "Heb je het uit het plan gehaald, dan hoef je niets te doen. Heet het nu anders, verander het dan ook op "
        "Vorige stand.",
    ),
    Code.PLAN_VORIGE_STAND_ONLEESBAAR: Melding(
        _L,
        "'{waarde}' is geen status; deze rij telt niet als vorige stand.",
        "Zet een status uit de lijst neer: {keuzes}.",
    ),
    Code.PLAN_VORIGE_STAND_ANDERS: Melding(
        _L,
        "bij {nr} staat in de matrix '{waarde}' en op Vorige stand '{ander}'; voor {kolom} telt de matrix.",
        "Moet Vorige stand tellen, maak de cel in de matrix dan leeg.",
    ),
    Code.PLAN_BLAD_NIET_GELEZEN: Melding(
        _L,
        "dit werkblad heeft geen kopregel met {koppen} en is niet gelezen.",
        "Zet die woorden terug boven de rijen. Is het een werkblad van jezelf, geef het dan een andere naam.",
    ),
    Code.PLAN_NR_AFGESLOTEN: Melding(
        _L,
        "nummer {nr} is van een actie die is afgesloten ('{waarde}'), en hier staat een andere.",
        "Geef de nieuwe actie een nummer dat nog niet gebruikt is, zodat de twee uit elkaar te houden zijn.",
    ),
    Code.PLAN_GEGEVENS_PAST_NIET: Melding(
        _L,
        "deze rij van Gegevens ({waarde}) past bij geen gemeente en actie van het plan en telt niet als vorige stand.",
        "Is een gemeente of actie hernoemd, verander het dan ook op Gegevens.",
    ),
    Code.PLAN_GEGEVENS_ONLEESBAAR: Melding(
        _L,
        "'{waarde}' is geen status; deze rij is niet als vorige stand overgenomen.",
        "Zet een status uit de leeswijzer neer.",
    ),
    # beside the previous round
    Code.GEEN_REGIOWERKBOEK: Melding(
        _F, "dit is geen regiowerkboek.", "Geef het regiowerkboek (.xlsx) dat 'actieplan samenvoegen' maakte."
    ),
    Code.VORIGE_ANDER_PLAN: Melding(
        _F,
        "het vorige regiowerkboek is van een ander plan ('{ander}'): het heeft geen gemeente of geen actie gemeen met "
        "'{plan}'. Er is niet mee vergeleken.",
        "Geef bij --vorige het regiowerkboek dat de vorige keer van dit plan is gemaakt. Is het dat, en heten na een "
        "herindeling alle gemeenten anders, zet dan in dat werkboek op het werkblad Gemeenten wie hun '{kop}' is.",
    ),
    Code.VORIGE_LIJKT_ANDER_PLAN: Melding(
        _L,
        "het vorige regiowerkboek heet '{ander}' en dit plan '{plan}'; van de acties van nu stonden er toen {aantal} "
        "van de {van} in.",
        "Kijk of het goede werkboek als het vorige is gegeven.",
    ),
    Code.VORIGE_NIET_EERDER: Melding(
        _L,
        "het vorige regiowerkboek heeft peildatum {toen}; dat is niet eerder dan die van nu, {nu}.",
        "Kijk of je het goede werkboek gaf bij --vorige, en zeg met --peildatum de dag van nu.",
    ),
    Code.VERGELIJKING_ANDER_PLAN: Melding(
        _F,
        "dit is van een ander plan ('{ander}'): het heeft geen gemeente of geen actie gemeen met '{plan}'.",
        "Geef twee regiowerkboeken van hetzelfde plan. Heten na een herindeling alle gemeenten anders, zet dan in het "
        "oude werkboek op het werkblad Gemeenten wie hun 'opvolger' is.",
    ),
    Code.VERGELIJKING_OMGEKEERD: Melding(
        _L,
        "dit werkboek heeft peildatum {toen}; dat is niet eerder dan die van het andere, {nu}.",
        "Geef het oudste werkboek als eerste. Klopt de volgorde, kijk dan de peildatum na op het werkblad Plan.",
    ),
    Code.BLAD_VAN_VORIGE_RONDE: Melding(
        _F,
        "dit is het blad van de vorige ronde: dezelfde antwoorden van {naam} telden al op {toen}. Voor deze ronde is "
        "er van {naam} nog niets.",
        "Vraag {naam} om het nieuwe invulblad, ook als er niets is veranderd; tot dan blijven de antwoorden van {toen} "
        "staan.",
        "Vul het nieuwe invulblad in en stuur dat; is er niets veranderd, kies daar 'ongewijzigd'.",
    ),
    Code.BLAD_VAN_EERDERE_RONDE: Melding(
        _L,
        "dit invulblad is van een eerdere ronde: het is gemaakt voordat de stand van {toen} bekend was.",
        "Vraag {naam} of deze antwoorden voor nu gelden, of vraag om het nieuwe invulblad; ze tellen wel mee.",
        "Vul het nieuwe invulblad in en stuur dat, of laat weten dat deze antwoorden voor nu gelden.",
    ),
    Code.NIETS_NIEUWS: Melding(
        _L,
        "dit bestand telde ook al op {toen}; van {naam} is er sindsdien niets nieuws.",
        "Is dit een tussenstand van dezelfde ronde, dan hoef je niets te doen; vraag anders om het nieuwe invulblad.",
    ),
    Code.VORIGE_ZONDER_OPVOLGER: Melding(
        _L,
        "{naam} stond in het vorige regiowerkboek en staat niet in dit plan; haar antwoorden van toen gelden als niet "
        "meer gevraagd.",
        "Is {naam} opgegaan in een andere gemeente, zet die dan in dat werkboek op het werkblad Gemeenten in een kolom "
        "'{kop}' en voeg opnieuw samen; anders hoef je niets te doen.",
    ),
    Code.VORIGE_OPVOLGER_ONBEKEND: Melding(
        _L,
        "{naam} staat niet in dit plan, en haar opvolger '{opvolger}' ook niet; haar antwoorden van toen gelden als "
        "niet meer gevraagd.",
        "Schrijf bij '{kop}' de naam van de gemeente zoals die in het plan van nu staat, en voeg opnieuw samen.",
    ),
}
