"""What gives away in Dutch that a question leads mildly; see `Signal` for the signs."""

from goedgesprek_tui.clean.rating.signals import Signal

SOFT = (
    Signal(
        "why",
        r"""
        [waarom|hoezo|vanwaar]
        [hoe komt] THAT( .*)?
        [waardoor|waaraan] (komt|kwam|ligt|lag)
        [waar (komt|kwam|ligt|lag) ~ (door|aan)]
        [waar ~ (door|aan) (komt|kwam|ligt|lag)]
        [hoe kan] het dat
        wat (is|was|zijn) ~ [reden|oorzaak|redenen|oorzaken]
        om welke [reden]
        """,
    ),
    Signal(
        "solution_push",
        """
        hoe (GO|CAN|COULD|WANT) YOU ~ <oplossen|aanpakken|doen|aan|ervoor|voorkomen|veranderen|verbeteren>
        hoe (GO|CAN|COULD|WANT) YOU ~ <verder|regelen|bereiken|helpen>
        hoe (pak|pakken|los|lossen|zorg|zorgen|voorkom|voorkomen) YOU ~ <aan|op|voor|ervoor|dat>
        hoe GO YOU ~ (om|mee)
        wat GO YOU ~ (doen|zeggen|veranderen|proberen|aanpakken)
        wat CAN YOU ~ (doen|proberen|veranderen|verbeteren|zeggen)
        wat COULD YOU ~ (doen|proberen|veranderen|verbeteren)
        wat (doe|doet|doen) YOU (eraan|daaraan|daar aan|er aan|daartegen|om)
        wat HAVE YOU ~ gedaan (om|aan|zodat)
        wat HAVE YOU ~ (er|daar|eraan|daaraan)( aan)? gedaan
        wat HAVE YOU ~ <geprobeerd|ondernomen>
        <oplossing|oplossingen|plan|aanpak|actie|vervolgstap|stap|stappen|doel>
        hoe (nu|moet het|gaat het nu) verder
        """,
    ),
    Signal(
        "presupposition",
        """
        hoe ?lang ~ <al>
        hoe ?lang <speelt|duurt|bestaat>
        """,
        presumed="het al een tijd duurt",
    ),
    Signal(
        "presupposition",
        """
        sinds (wanneer|hoe)
        wanneer (begon|begonnen|is ~ begonnen)
        hoe is (dat|het) (zo )?begonnen
        """,
        presumed="het op een moment begon",
    ),
    Signal(
        "presupposition", "<weer|alweer|opnieuw|nog steeds|nog altijd>", presumed="het vaker was of nog zo is"
    ),
    Signal("presupposition", "voor het eerst", presumed="er meer keren waren"),
    Signal(
        "presupposition",
        "(wat|wie) ~ <helpt|hielp|helpen|geholpen|steunt|steunen|ondersteunt|werkt|bijstaat>",
        presumed="er iets of iemand is die helpt",
    ),
    Signal(
        "presupposition", "wat <maakt|maakte|veroorzaakt|veroorzaakte|zorgt>", presumed="er een oorzaak is"
    ),
    Signal(
        "presupposition",
        r"""
        wat (mis|mist|missen|miste) YOU
        wat <ontbreekt|ontbrak>
        wat <houdt> YOU (\S+ )?tegen
        """,
        presumed="er iets ontbreekt of tegenhoudt",
    ),
    Signal(
        "presupposition",
        "wat (ging|gaat|liep|loopt|is) er ~ <mis|fout|verkeerd|goed|beter|misgegaan>",
        presumed="er iets goed of fout gaat",
    ),
    Signal(
        "presupposition",
        "<veranderen|verbeteren|anders moeten|verandering|verbetering>",
        presumed="er iets moet veranderen",
    ),
    Signal(
        "presupposition",
        r"""
        hoe zou (het|dat) (\S+ )?zijn (als|om|wanneer|zonder)
        wat zou er (dan )?gebeuren (als|wanneer)
        ^stel dat NEW
        """,
        presumed="het ook anders kan",
    ),
    Signal("nog_meer", "<nog meer|nog iets meer>\n^[wat nog]( meer)?"),
    Signal(
        "generalisation",
        """
        <altijd|nooit|iedereen|niemand|steeds|telkens|constant|voortdurend|overal|nergens|continu>
        <(elke|iedere) (keer|dag|nacht|avond|ochtend|middag|week|maand|les)>
        """,
    ),
    Signal(
        "third_party",
        r"""
        (wat|hoe) (vindt|denkt|voelt|ervaart|beleeft|wenst|hoopt) (?!u( |$)|(er|dat|het) )\S+
        (wat|hoe) verwacht (?!(er|dat|het) )(?!YOU( |$)(?!KIN))\S+
        (wat|hoe) (vond|dacht|voelde|wilde|wil|ervoer) (?!(YOU|er|dat|het|die)( |$))\S+
        (wat|hoe) (vonden|denken|dachten|vinden|voelen|voelden|willen|wilden) (?!(YOU|er|dat|het)( |$))\S+
        (wat|hoe) (FIND|dacht|voelde|wilde|denken|willen) (je|jouw|jullie|uw) KIN
        wat (zegt|zei|zeggen|zeiden) (?!YOU )\S+ ~ (ervan|erover|daarvan|daarover|hiervan|hierover)
        (wat|hoe) COULD (?!(YOU|er|het|dat|dit|dan)( |$))\S+ ~ (willen|vinden|denken|zeggen|voelen)
        hoe (is|was) THAT ((dan|toen) )?voor (?!(YOU|ons|mij|jezelf)($| (?!KIN)))\S+
        (gaat|ging) er (in|door) (hem|haar|hen|ze|de)
        (wat|hoe|wie|waar\S*) (denk|denkt|denken|dacht|vermoed) YOU dat (?!(YOU|NOBODY) )\S+ ~ MINDED
        """,
    ),
    Signal(
        "third_party",
        r"""
        wat (doet|doen|deed|deden) (?!(YOU|NOBODY) )(?P<guess>(THE )?(andere )?\S+) ~ ABOUT_IT
        wat (heeft|hebben|had|hadden) (?!(YOU|NOBODY) )(?P<guess>(THE )?(andere )?\S+) ~ gedaan
        """,
        variant="deeds",
    ),
    Signal(
        "scale",
        r"""
        hoe (?!COUNTED )\S+ (is|was|waren|AM|FIND|FEEL|wordt|werd|maak)
        op (een )?schaal
        van (een|1|nul|0) tot( en met)? (tien|10|vijf|5|honderd|100)
        (welk|een) (rapport)?cijfer (geef|zou|geven|tussen|van)
        (in|tot) (op )?(welke mate|welke hoogte|hoeverre)
        hoe ?veel <last|moeite|pijn|stress|zorgen>
        """,
    ),
    Signal(
        "feeling_frame",
        r"""
        (hoe|wat) <FEEL>
        ^<FEEL>
        wat (doet|deed) (THAT|die|zoiets) ~ met
        wat FIND YOU (\S+ )?(van|daar|daarvan|ervan|er|hiervan|over)
        hoe FIND YOU THAT
        wat (denk|denken|dacht|denkt) YOU (daar|er|daarvan|ervan|dan|toen|erover)
        hoe (was|is) THAT ((dan|toen|nu) )?voor YOU(?! KIN)
        hoe <ervaar|ervaart|ervaren|beleef|beleeft|ervoer>
        wat <raakt|raakte|ontroert>
        wat gaat er ~ (door|in) YOU
        hoe zit YOU (erin|daarin|erbij)
        """,
    ),
    Signal(
        "closed_suggestion",
        r"""
        ?NEW
        ?<wel eens|weleens>
        ?^(weet|weten) YOU <zeker>
        ?<te (lang|kort|laat|vroeg|oud|jong|groot|klein|snel|vaak)>
        ^FIND YOU (ook )?dat (THEY|een|deze|YOU|jouw|ik|we|wij|iedereen|iemand|school) \S.*
        ^FIND YOU ~ <erg|genoeg|voldoende|onvoldoende|te weinig|te veel|teveel>
        ^COULD YOU (?!.*(vertellen|zeggen|uitleggen|delen|graag))(\S+ ){0,6}(willen|kunnen|moeten)( \S+)*
        ^WANT YOU liever \S.*
        ^WANT YOU (?!.*(vertellen|zeggen|uitleggen|delen|luisteren|stoppen))\S.*
        """,
    ),
)
