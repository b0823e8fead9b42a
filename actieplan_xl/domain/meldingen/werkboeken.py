"""Sentences about a file that was read: what its format does not show, what hangs beside its cells, what is hidden."""

from actieplan_xl.domain.codes import Code, Ernst
from actieplan_xl.domain.meldingen.melding import Melding

_L, _I = Ernst.LET_OP, Ernst.TER_INFO

MELDINGEN: dict[Code, Melding] = {
    # the file itself
    Code.EXTENSIE_ANDERS: Melding(
        _I, "de naam eindigt op .{achter}, maar het is een .{soort}; gewoon gelezen.", "Je hoeft niets te doen."
    ),
    Code.FORMAAT_BEPERKT: Melding(
        _L,
        "dit is {soort}; kleuren, doorgehaalde tekst en koppelingen zien we daarin niet, en van opmerkingen alleen "
        "dat ze er zijn.",
        "Vraag om een .xlsx als er met een kleur, een streep of in een opmerking is geantwoord.",
    ),
    Code.ONTSLEUTELD: Melding(
        _I, "dit bestand was beveiligd; het is geopend met {waarmee}.", "Je hoeft niets te doen."
    ),
    Code.WERKBOEK_HERPAKT: Melding(
        _L,
        "in dit werkboek ontbreekt de lijst van onderdelen; de werkbladen zijn aan hun gewone naam herkend.",
        "Kijk of alle werkbladen er zijn.",
    ),
    Code.STIJLEN_KAPOT: Melding(
        _L,
        "de opmaak van dit werkboek is niet te lezen; kleuren en datums zijn daarom niet herkend.",
        "Vraag om het werkboek in Excel te openen en opnieuw op te slaan als er kleuren of datums in staan.",
    ),
    Code.STUURTEKENS: Melding(
        _L,
        "in onderdeel {deel} stonden onzichtbare stuurtekens ({aantal}); die zijn weggelaten.",
        "Kijk of de teksten nog kloppen.",
    ),
    Code.TEKENS_VERVANGEN: Melding(
        _L,
        "hier stonden tekens die geen werkblad kan bevatten; ze zijn vervangen door �.",
        "Kijk of de tekst nog klopt.",
    ),
    Code.VERBORGEN_KAPOT: Melding(
        _L,
        "het verborgen werkblad is beschadigd: {wat} is daar niet te lezen.",
        "Kijk of de antwoorden bij de goede acties staan, of geef het planwerkboek mee met --plan.",
    ),
    # what hangs beside the cells
    Code.MACROS: Melding(
        _L,
        "dit werkboek bevat macro's; die zijn niet uitgevoerd en gaan niet mee.",
        "Vraag waar ze voor zijn; een invulblad heeft ze niet nodig.",
        "Een invulblad heeft ze niet nodig; typ een antwoord dat ervan afhangt als gewone tekst.",
    ),
    Code.MACROBLAD: Melding(
        _L,
        "dit werkblad bestaat uit macro's; het is niet gelezen en gaat niet mee.",
        "Vraag waar het voor is; een invulblad heeft het niet nodig.",
    ),
    Code.EXTERNE_KOPPELING: Melding(
        _L,
        "dit werkboek verwijst naar andere bestanden ({aantal}); die zijn niet geopend.",
        "Kijk of er antwoorden zijn die daarvan afhangen.",
    ),
    Code.OPMERKING_NIET_GELEZEN: Melding(
        _L,
        "hier staat een opmerking: '{waarde}'; die is niet overgenomen.",
        "Zet wat van belang is bij Planning of Toelichting.",
        "Zet wat van belang is bij Planning of Toelichting, en haal de opmerking dan weg.",
    ),
    Code.TEKSTVAK_NIET_GELEZEN: Melding(
        _L,
        "hier staat een tekstvak: '{waarde}'; dat is niet overgenomen.",
        "Zet wat van belang is bij Planning of Toelichting.",
        "Zet wat van belang is bij Planning of Toelichting, en haal het tekstvak dan weg.",
    ),
    Code.LOS_VOORWERP: Melding(
        _L, "los van de cellen: {wat}; wat daarin staat is niet gelezen.", "Kijk of er een antwoord in staat."
    ),
    Code.AANHANG_KAPOT: Melding(
        _L,
        "opmerkingen of tekeningen op dit werkblad zijn niet te lezen ({onderdeel}).",
        "Vraag of er een antwoord in stond.",
    ),
    # sheets, rows and columns that people do not see, or did not mean
    Code.BLAD_NIET_GELEZEN: Melding(
        _L,
        "dit werkblad hoort niet bij het invulblad en is niet gelezen ({aantal}, {bereik}): {begin}.",
        "Zet wat van belang is op het invulblad zelf.",
        "Zet wat van belang is op het invulblad zelf, en haal dit werkblad dan weg.",
    ),
    Code.BLAD_VERBORGEN: Melding(
        _L,
        "dit werkblad is verborgen, maar er staan antwoorden op; die zijn gelezen.",
        "Kijk of het blad nog geldt, en haal het anders weg.",
    ),
    Code.RIJEN_VERBORGEN: Melding(
        _I,
        "{rijen} verborgen, door een filter of met de hand; wat er staat is gewoon gelezen.",
        "Je hoeft niets te doen als dat klopt.",
    ),
    Code.KOLOM_VERBORGEN: Melding(
        _I, "de kolom '{kop}' is verborgen; wat er staat is gewoon gelezen.", "Je hoeft niets te doen als dat klopt."
    ),
    Code.NIETS_INGEVULD: Melding(
        _L,
        "op dit blad is bij geen enkele actie iets ingevuld; de antwoorden zijn zoals het blad is verstuurd.",
        "Vraag {naam} om het ingevulde invulblad.",
    ),
    Code.MEER_BEVINDINGEN: Melding(
        _L,
        "en nog {aantal} keer hetzelfde op dit werkblad ({code}).",
        "Kijk op het werkblad zelf; herstel eerst wat hierboven staat.",
    ),
}
