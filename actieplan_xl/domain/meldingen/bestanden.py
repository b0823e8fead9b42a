"""Sentences about files: unusable, something else, several of one sender, and writing a result."""

from actieplan_xl.domain.codes import Code, Ernst
from actieplan_xl.domain.meldingen.melding import Melding

_F, _L, _I = Ernst.FOUT, Ernst.LET_OP, Ernst.TER_INFO
_ZONDER_WACHTWOORD = "Stuur het zonder wachtwoord, of vul het hier in."

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
    Code.BESTAND_WACHTWOORD: Melding(
        _F,
        "dit bestand is beveiligd met een wachtwoord.",
        "Geef --wachtwoord mee om het te openen, of vraag om een versie zonder wachtwoord.",
        _ZONDER_WACHTWOORD,
    ),
    Code.BESTAND_ANDER_WACHTWOORD: Melding(
        _F,
        "dit is {soort} met een wachtwoord; dat kunnen we niet openen.",
        "Open het zelf met het wachtwoord en sla de inhoud zonder wachtwoord op, of vraag om een versie zonder.",
        _ZONDER_WACHTWOORD,
    ),
    Code.WACHTWOORD_PAST_NIET: Melding(
        _F,
        "het wachtwoord past niet op dit bestand.",
        "Kijk of het goed is getypt, of vraag om een versie zonder wachtwoord.",
        _ZONDER_WACHTWOORD,
    ),
    Code.WACHTWOORD_ZONDER_UITBREIDING: Melding(
        _F,
        "dit bestand is beveiligd met een wachtwoord; wat nodig is om het te openen, is niet geïnstalleerd.",
        "Installeer het met pip install 'actieplan_xl[wachtwoord]', of vraag om een versie zonder wachtwoord.",
        _ZONDER_WACHTWOORD,
    ),
    Code.BESTAND_LABEL: Melding(
        _F,
        "dit bestand heeft een label met versleuteling; alleen de organisatie van de afzender kan het openen.",
        "Vraag om een versie zonder dat label.",
        "Stuur het zonder dat label, of vul het hier in.",
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
    Code.BESTAND_ZONDER_WERKBLAD: Melding(
        _F,
        "er zit geen werkblad met gegevens in, alleen grafieken of macro's.",
        "Kijk of de goede bijlage is meegestuurd.",
    ),
    Code.BLAD_ONTBREEKT: Melding(
        _F,
        "het werkblad '{naam}' staat in de lijst van werkbladen, maar ontbreekt zelf.",
        "Vraag de afzender om het werkboek te openen, na te kijken en opnieuw te sturen.",
    ),
    Code.BESTAND_KOST_TE_VEEL: Melding(
        _F,
        "dit bestand is niet geopend: het lezen kost te veel tijd of geheugen.",
        "Vraag de afzender om het op te slaan als Excel-werkmap (.xlsx), zonder bijlagen en extra werkbladen.",
    ),
    Code.BESTAND_NIET_HELEMAAL: Melding(
        _F,
        "dit bestand is niet gebruikt, omdat niet elke cel te lezen is ({naam}).",
        "Open het, sla het op als Excel-werkmap (.xlsx) en gebruik dat bestand.",
    ),
    Code.BESTAND_GEEN_HULP: Melding(
        _F,
        "dit formaat kan op deze computer niet worden gelezen.",
        "Open het, sla het op als Excel-werkmap (.xlsx) en gebruik dat bestand.",
    ),
    Code.BESTAND_VERANDERT: Melding(
        _F,
        "dit bestand veranderde terwijl het werd gelezen.",
        "Wacht tot het helemaal is opgeslagen of gesynchroniseerd en probeer het opnieuw.",
    ),
    Code.BESTAND_ELDERS: Melding(
        _F,
        "dit is een koppeling naar iets buiten deze map; het is niet gelezen.",
        "Zet het bestand zelf in de map, of geef het apart op.",
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
    Code.KOPREGEL_WEG: Melding(
        _F,
        "dit was het invulblad van {naam}, maar de rij met de koppen (Nr, Actie, Status …) staat er niet meer in.",
        "Zet die rij terug boven de acties, of neem de antwoorden over in een nieuw invulblad.",
    ),
    Code.GEEN_PLAN: Melding(
        _F,
        "in dit bestand zit geen plan (het verborgen werkblad is weg of beschadigd).",
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
    Code.SUBMAP_NIET_GELEZEN: Melding(
        _L,
        "in deze map {wat}; een map in de map wordt niet gelezen.",
        "Geef die map er apart bij op als het antwoorden zijn, of zet hem ergens anders.",
    ),
    Code.NOG_OPEN: Melding(
        _I,
        "overgeslagen: een hulpbestand van Excel; misschien heeft iemand het werkboek nog open.",
        "Sluit het werkboek en voer de opdracht nog eens uit als er iets ontbreekt.",
    ),
    Code.GEMEENTE_ONBEKEND: Melding(
        _F,
        "van welke gemeente dit is, valt niet vast te stellen.",
        'Zeg het erbij met --gemeente "NAAM={bestand}".',
        "Zet wat van belang is op het invulblad zelf, en haal dit werkblad dan weg.",
    ),
    Code.GEMEENTE_AFGELEID: Melding(
        _L, "gelezen als het blad van {naam}, omdat {waaruit} dat zegt.", "Kijk of dat klopt."
    ),
    Code.NAAM_BOTST: Melding(
        _L,
        "het blad is van {naam}, maar de naam van het bestand noemt {ander}; gelezen als het blad van {naam}.",
        'Kijk van wie de antwoorden zijn; zijn ze van {ander}, zeg dat dan met --gemeente "{ander}={bestand}".',
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
    Code.KEUZE_ONBEKEND: Melding(
        _F,
        "bij 'Voor wie geldt dit blad?' staat '{waarde}'; dat is niet te begrijpen, dus alleen gelezen voor {naam}.",
        "Vraag voor wie het blad bedoeld is; '{heel}' geldt voor allemaal.",
        "Kies uit de lijst voor wie dit blad geldt; '{heel}' geldt voor allemaal.",
    ),
    Code.ANDER_PLAN: Melding(
        _F,
        "dit blad is gemaakt voor een ander plan ({ander}); de rijen die overeenkomen, tellen mee.",
        "Vraag om het blad van dit plan, en haal dit weg als het een oud blad is.",
    ),
    Code.ANDERE_VERSIE: Melding(
        _L,
        "dit blad is gemaakt met een andere versie van het plan.",
        "De rijen die overeenkomen tellen mee; kijk of er acties bij zijn gekomen of veranderd.",
    ),
    # several files
    Code.TWEE_BLADEN: Melding(
        _L,
        "in dit werkboek staan twee bladen voor {naam}; voor {naam} telt '{telt}', dit blad niet.",
        "Kijk of dat het goede blad is, en haal het andere weg als het voor niemand meer geldt.",
    ),
    Code.TWEE_BESTANDEN: Melding(
        _L,
        "van {naam} zijn er twee bestanden; het laatst opgeslagen telt ({telt}).",
        "Kijk of dat het goede bestand is, en haal het andere weg.",
    ),
    Code.TWEE_BESTANDEN_ONZEKER: Melding(
        _F,
        "van {naam} zijn er twee bestanden; niet vast te stellen is welk het laatst is opgeslagen, {telt} telt.",
        "Vraag {naam} welk bestand moet tellen, en haal het andere weg.",
    ),
    Code.TWEE_BESTANDEN_ANDER_PLAN: Melding(
        _F,
        "van {naam} zijn er twee bestanden; {telt}, het laatst opgeslagen, telt maar is voor een ander plan gemaakt.",
        "Haal {telt} weg als dat een oud blad is; dan telt dit bestand.",
    ),
    Code.TWEE_BESTANDEN_GELIJK: Melding(
        _I,
        "van {naam} zijn er twee bestanden met dezelfde antwoorden ({telt} telt).",
        "Je hoeft niets te doen.",
    ),
    Code.TWEE_BESTANDEN_VERSCHIL: Melding(
        _L,
        "bij {nr} staat hier {hier}; {telt} staat {daar}, en dat telt.",
        "Vraag {naam} wat het moet zijn.",
        "Zet daar wat het moet zijn.",
    ),
    Code.ANTWOORD_AANGEVULD: Melding(
        _I,
        "bij {nr} staat hier niets; {telt} staat {daar}, en dat telt.",
        "Je hoeft niets te doen als dat klopt.",
    ),
    Code.BESTAND_HERSTELD: Melding(
        _I,
        "van dit bestand is een herstelde versie binnen ({telt}); die gaat voor, wanneer ze ook zijn opgeslagen.",
        "Je hoeft niets te doen.",
    ),
    Code.ANTWOORD_HERSTELD: Melding(
        _I,
        "bij {nr} stond hier {hier}; {telt}, de herstelde versie, staat {daar}.",
        "Je hoeft niets te doen als dat klopt.",
    ),
    Code.EIGEN_TEKST_VERVALLEN: Melding(
        _L,
        "hier stond '{waarde}'; in de herstelde versie ({telt}) staat dat er niet meer.",
        "Je hoeft niets te doen als dat zo bedoeld is.",
    ),
    Code.KOLOM_EN_GEMEENTE_VERSCHIL: Melding(
        _L,
        "bij {nr} staat op het blad van {kolom} {hier} en op dat van {naam} zelf {daar}; dat laatste telt.",
        "Vraag {naam} wat het moet zijn.",
        "Zet op jullie eigen blad wat het moet zijn.",
    ),
    Code.ANTWOORD_WIJKT_VOOR_LEEG: Melding(
        _F,
        "bij {nr} staat hier {hier}, maar {telt} {niets}, en dat {wat} telt: {nr} is oranje.",
        "Vraag {naam} wat het moet zijn, of haal het {wat} weg dat niet moet tellen.",
        "Zet daar wat het moet zijn.",
    ),
    Code.KOLOM_ONEENS: Melding(
        _L,
        "bij {nr} zijn de gemeenten van {kolom} het niet eens over {waarover}: {wie}.",
        "Vraag of het één antwoord kan worden; tot dan noemt de matrix wie wat zegt{tot_dan}.",
    ),
    Code.MATRIX_AANGEPAST: Melding(
        _L,
        "bij {nr} van {kolom} staat in de matrix '{waarde}' en in Gegevens '{ander}'; Gegevens telt.",
        "Pas Gegevens aan als de matrix gelijk heeft.",
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
