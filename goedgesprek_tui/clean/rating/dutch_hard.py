"""What gives away in Dutch that a question leads strongly; see `Signal` for the signs."""

from goedgesprek_tui.clean.rating.signals import Signal

HARD = (
    Signal(
        "own_experience",
        r"""
        <bij mij|bij ons|bij mijn>
        ik (had|heb|ken|herken) THAT (ook|zelf|precies|heel|wel|goed)
        dat (had|heb|herken|ken) ik
        ik (ook|zelf)
        ^MINE (?!school)KIN NEW
        <MINE (?!school)KIN> (\S+ ){0,3}(dat|het|zoiets|precies) (\S+ ){0,2}(ook|zelfde|niet|nooit|wel)
        <MINE (?!school)KIN> (\S+ ){1,4}ook
        (had|heeft|deed|was|vond) <MINE (?!school)KIN> (\S+ ){0,3}ook
        <MINE (?!school)KIN> (\S+ ){0,3}(hetzelfde|precies zo|net zo)
        ik weet (precies |goed )?hoe (dat|het) (is|voelt)
        <toen ik> NEW
        """,
    ),
    Signal(
        "blame",
        r"""
        ^waarom \S+ YOU ~ (niet|geen|nooit) NEW
        ^waarom (HAVE|had|hadden|AM|was) YOU ~ (niet|geen|nooit)
        ^waarom (?P<new>\S+) YOU ~ niet
        ^hoe (kon|konden) YOU (?!dat weten)NEW
        ^hoe (CAN|kon|konden) YOU ((dan|nou|dat|het) )*(nou|toch)
        ^had(den)? YOU ~ (niet|moeten|kunnen)
        !YOU had(den)? ~ (moeten|kunnen)
        eigen schuld
        """,
    ),
    Signal(
        "advice",
        r"""
        ^YOU (CAN|MUST|mag|mogen) NEW
        !YOU COULD ~ kunnen ~ NEW
        ^COULD (\S+ ){1,8}<moeten>( \S+){0,4}$
        ^COULD (?P<guess>(\S+ ){1,8}moeten( \S+){0,4})$
        =^YOU CAN ~ <ook|zelf|altijd|gewoon|gerust> \S.*
        !YOU COULD (eens|ook|beter|toch|gewoon|misschien) NEW
        misschien (MUST|CAN|COULD|helpt) (YOU )?NEW
        ^(MUST|CAN|COULD) YOU ~ (niet|eens|gewoon|toch|beter) NEW
        ^CAN YOU NEW
        ^HAVE YOU ((er|daar|dat|het) )?(wel )?(?!ook last )EVER NEW
        ^HAVE YOU ~ <geprobeerd|overwogen|aangevraagd|gebeld|gemaild|voorgesteld>
        ^HAVE YOU ~ (gedacht|nagedacht)
        ^heeft u ~ (gedacht|nagedacht)
        ^HAVE YOU ~ al ~ <gezegd|verteld|gevraagd|besproken>
        ^HAVE YOU ~ <gezegd|gevraagd|verteld> (dat|of|om)
        ^HAVE YOU (?P<new>(\S+ ){0,6}\S*(ge\S+(?<!hede)(?<!inge)(?<!ekke)(d|t|n)|besproken|overlegd|verteld))
        ^AM YOU (wel )?EVER NEW
        ^AM YOU (?P<new>(\S+ ){0,6}(geweest|gegaan|gestapt|langsgegaan))
        waarom (?!(HAVE|had|hadden|AM|was) )\S+ YOU ~ (niet|geen) ((nou|dan|toch) )?SIMPLY NEW
        waarom (dan )?niet NEW
        ^COULD ~ <helpen|schelen|werken>
        ^COULD (?P<new>(\S+ ){1,8}ABLE(?! (dat|zijn|komen|kloppen|vertellen|zeggen))( \S+){0,2})$
        ^COULD (?P<new>(\S+ ){1,8}USEFUL zijn( voor \S+( \S+)?)?)$
        hoe (zou|lijkt) (het|dat|je|jullie|u) ~ (als|dat|wanneer) (er )?(ik|we|wij|iemand) \S.*
        hoe (zou|lijkt) (het|dat|je|jullie|u) ~ (als|wanneer) YOU NEW
        hoe (zou|lijkt) (het|dat|je|jullie|u) ~ om NEW
        wat (COULD|FIND) YOU ervan ~ (als|om) \S.*
        (helpt|scheelt|werkt) (het|dat) (niet )?(als|om|wanneer)
        (zou|is) THAT ((niet|misschien|niks|niets) )?(iets|wat|een idee|een optie)( zijn)?( voor .*)?$
        (een|geen) (goed |ander )?idee (zijn|om|als|voor)
        als ik (jou|je|u|jullie) was
        in (jouw|jullie|uw) plaats
        ik zou (?!(je|u|jullie|graag|wel willen|willen) )NEW
        ^(wat als|stel dat) YOU NEW
        het is ((misschien|vaak|wel) )?(beter|goed|handig|slim|verstandig|belangrijk) (om|dat|als|voor)
        het beste (is|CAN|zou)
        YOU CAN (maar )?beter
        probeer (eens|het|om|gewoon|maar|dan|toch|anders|eerst)
        (mijn|een|goede) (advies|tip)
        (raad|adviseer|zou) (ik )?(je|jullie|u) (aan|aanraden|adviseren)
        ^(?!(neem|ga) ((gerust|rustig|maar|even) )*(de tijd|verder|door)( |$))ORDER ~ NEW
        !^(?P<new>(?!(vertel|zeg|denk) )\S+ (eens|gewoon) \S.*)
        ^(ken|kent|kennen|wist|wisten) YOU NEW
        ^weten? YOU ((al|ook|wel) )?dat NEW
        ^(zullen we|zal ik|zullen wij) NEW
        YOU (hoeft|hoeven|MUST) ~ (niet|geen) NEW
        maak (je|u|jullie) ((maar|toch) )?geen zorgen
        """,
    ),
    Signal(
        "interpreted_feeling",
        r"""
        !YOU FEEL (je|u|jullie) NEW
        ^FEEL (YOU|hij|ze|zij|het|dat) ((je|u|jullie|zich) )?NEW
        FEEL (je|zich|u|jullie) (\S+ )?<alleen|goed|slecht>
        !(dat|het) (maakt|maakte|geeft|doet) (YOU|hem|haar) NEW
        !YOU (baalt|schaamt|ergert|haat|mist|verlangt|baalde|schaamde|ergerde) NEW
        !YOU (bent|was) er ((helemaal|echt|wel) )*(klaar|zat|moe|ziek) NEW
        ^<mis|mist|missen|miste|baal|baalt|balen|haat|verlang|verlangt> YOU (?!(\S+ )?(iets|wat)( |$))\S.*
        ^FIND YOU (het|dat) ~ <SAD|eng> (om|dat|als|wanneer) NEW
        ten einde raad
        ^<bang|boos|verdrietig|jaloers|onzeker|moe> (dat|om|van|voor)
        """,
    ),
    Signal(
        "interpretation",
        r"""
        (?<!waar )(komt|kwam) THAT ~ (door|doordat|omdat)
        (komt|kwam) THAT ~ van NEW
        (?<!waar )(ligt|lag) THAT ~ aan
        (?<!waar )het (ligt|komt) ~ (aan|door|doordat|omdat)
        !(is|was) THAT ~ (omdat|doordat|vanwege|door) NEW
        !(omdat|doordat|vanwege) NEW
        heeft THAT ~ te maken met NEW
        ^COULD (?!OFFER)(het|dat|dit|hij|ie|ze|zij|die) NEW
        ^COULD (?!OFFER)((de|het|een|die) \S+|(je|jouw|uw|jullie|zijn|haar|hun) KIN) NEW
        ^COULD (?!OFFER)(?=.* (zijn|liggen|komen|hebben)( |$))(het|dat|dit) ~ AS_CAUSE GUESS
        ?^(is|was|zijn|waren) (?!er )(\S+ ){1,3}(dan|dus) (de|het|een|jouw|zijn|haar) NEW
        (kan|zou|kon) (het|dat) ~ (zijn|kloppen|kunnen|komen)( (zijn|kloppen|komen))? (dat|door)
        !(dus|eigenlijk) ((eigenlijk|in feite) )?(YOU|THEY|FEEL) NEW
        =^dus NEW
        =(oftewel|kortom|dat betekent dat|(we|wij) (weten|zien) ~ (allebei|allemaal|beiden)) NEW
        (zijn we|we zijn|wij zijn|zijn wij) het ((er|daar|hier|dus|al|erover|daarover|hierover) )*eens
        (bedoel|bedoelt|bedoelen) YOU (?!met )~ (dat|te zeggen) \S.*
        ^(bedoel|bedoelt|bedoelen) YOU (?!met )NEW
        !(?<!wat )YOU <bedoelt|bedoelen|bedoel>
        !(?<!wat )YOU (bedoelt|bedoelen|bedoel) NEW
        <ik (denk|geloof|vermoed|vind) dat>(?! ik)
        volgens <mij>
        naar mijn mening
        ik (denk|vermoed|geloof|vind|merk|hoor|zie|voel|proef|(krijg|heb) het idee) (wel )?(dat|een|aan) NEW
        (lijkt|klinkt) (erop|alsof|wel|als)
        zo te horen
        <blijkbaar|kennelijk|waarschijnlijk|vermoedelijk|vast|stiekem|eigenlijk gewoon>
        ?<misschien|soms|toevallig|wellicht> NEW
        !^(misschien|wellicht) NEW
        met andere woorden
        de (reden|oorzaak) is
        eigenlijk WANT YOU
        """,
    ),
    Signal(
        "evaluation",
        r"""
        ^((heel|echt|zo|ja|dat (is|was|HAVE YOU)|HAVE YOU) )*GOOD PRAISED
        =^YOU (\S+ ){1,5}?<(hartstikke|harstikke|heel|echt|best|ontzettend|super|zo|erg) GOOD>
        ^wat ((toch|ontzettend|enorm|heel|echt|een) )*GOOD(e)?(?! (is|was|zijn|gaat|ging|FIND|aan|er))
        ^((wel|heel|echt|dat (is|was|klinkt)) )*GOOD (dat|zeg|hoor|van|voor|gedaan|idee|maar|zo|om te horen)
        ^((heel |ja )?(mooi|fijn|knap|super|prima|top|geweldig|leuk|tof|gaaf))( ,|$)
        ^(heel goed|goed zo|goed gedaan)( ,|$)
        gefeliciteerd
        """,
        variant="compliment",
    ),
    Signal(
        "evaluation",
        r"""
        ^wat ((toch|ontzettend|enorm|heel|echt) )*SAD(e)?(?! (is|was|zijn|gaat|ging|FIND|aan|er))
        ^wat een ((nare|vervelende|heftige|zware|moeilijke|lastige) )?TROUBLE
        ^((wel|heel|echt|ach|och|dat (is|was|klinkt)) )*SAD (dat|zeg|hoor|van|voor|om te horen)
        (dat|het) (klinkt|lijkt me|lijkt mij|moet) (\S+ ){0,3}SAD( (zijn|geweest|zeg|hoor|voor YOU))*$
        ^(ach|och|ai|pff+|jeetje|jee|poeh|oei)( (jeetje|jee|nee|toch|wat|gut))?( ,|$)
        """,
        variant="sympathy",
    ),
    Signal(
        "evaluation",
        r"""
        ik (snap|begrijp) (dat|het|YOU|wel|heel)(?! niet)
        (dat|het) (snap|begrijp|geloof) ik(?! niet)
        """,
        variant="understanding",
    ),
    Signal(
        "evaluation",
        r"""
        ^wat ((toch|ontzettend|enorm|heel|echt|een) )*ODD(e)?(?! (is|was|zijn|gaat|ging|FIND|aan|er))
        ^wat een (?!voor)\S+
        ^((wel|heel|echt|dat (is|was|klinkt)) )*ODD (dat|zeg|hoor|van|voor|gedaan|idee|maar|zo|om te horen)
        ^((heel |ja )?(jammer|terecht|logisch))( ,|$)
        !\S+ (is|was|lijkt me|lijkt mij|vind ik) (toch|wel|ook|best|echt|zo|veel) NEW
        (dat|het) (klinkt|lijkt me|lijkt mij|moet) ~ NEW
        (dat|het) vind ik(?! niet)
        YOU HAVE ((helemaal|groot|wel) )?gelijk
        !^(?!(\S+ ){0,3}FIND YOU )(\S+ )*<genoeg|voldoende|onvoldoende|te weinig|te veel|teveel>
        weer eens
        zie je (nou )?wel
        !\S+ ~ <juist|wel degelijk>
        (mag|kan|hoort|kon) (toch|natuurlijk|echt) niet
        FIND YOU (ook|niet|ook niet) dat
        meen je (dat|niet)
        ^echt( waar)?$
        !(dat |je )?overdrijf
        !(doet|doen|deed|deden) ~ (zijn|haar|hun|je|jullie|uw) <best>
        !(zijn|haar|hun|je|jullie|uw) <best> ~ (doet|doen|deed|deden|gedaan)
        !<(komt|loopt|gaat) ((vast|wel|heus|echt|allemaal|vanzelf|zeker|weer) )+(goed|over|voorbij|in orde)>
        !(dat|het) valt ((best|wel|reuze|heus|vast|echt|nog|toch|ook) )+<mee>
        !(dat|het) hoort (er )?((nu eenmaal|gewoon|ook|een beetje) )*<erbij|bij>
        !(dat|het) <geeft ((toch|helemaal|echt) )*(niks|niets|niet)>
        !\S+ (bedoelt|bedoelen|bedoelde|bedoelden) het ((ook|vast|alleen) )*<goed|niet zo|niet verkeerd>
        =<heus|echt wel|nu eenmaal|nou eenmaal|ook maar (een mens|mensen)>
        =(\S+ )+(?P<new>helpt|helpen|werkt|werken) ((toch|ook|dus|echt|meestal) )*(niet|niks|niets|averechts)
        =(\S+ )+<heeft ((toch|echt) )?geen (zin|nut)>
        """,
    ),
    Signal(
        "either_or",
        r"""
        !^(?P<new>((?!WHETHER )\S+ ){1,60}of (?!niet( |$)|zo$|wel( |$)|twee |drie )\S.*)
        ?^((?!WHETHER )\S+ ){1,60}<of> (?!OPEN_END|(niet|zo|wel)( |$))\S.*
        ^(wat|welke?|hoe|wie)( \S+){0,8} , (?P<new>(\S+ ){1,12}of (?!zo$)\S.*)
        """,
    ),
    Signal(
        "negative_question",
        r"""
        ^(FIND|denk|denken|denkt|geloof) YOU (ook )?(niet|geen)
        ^(is|was) THAT ((dan|eigenlijk) )?(niet|geen) (zo|gewoon|NEW)
        ^(COULD|WANT) YOU ~ (niet|geen) NEW
        ?\S+ ~ <niet|geen|nooit|niks|niets>
        """,
    ),
    Signal(
        "tag_question",
        r"""
        (\S+ )+[, (toch|he|niet|ja|nee|wel|zeker|nietwaar|of)]$
        (\S+ )+[toch|toch (ook|wel|niet)|he|nietwaar|niet waar]$
        (\S+ )+[of niet|of niet soms|niet soms|of wel|is het niet|zeker( niet| wel)?]$
        is ~ <toch> NEW
        =^\S+ ((?!SUBORDINATE )\S+ )*(?<!\ben )(?<!\bmaar )(?<!\bof )(?<!\bdus )(?<!, )<toch> \S.*
        =^(?!(\S+ ){0,3}(KNOW (ik|YOU)|(ik|YOU) KNOW) )(\S+ )+(?<!, )[zeker] (?!(te )?(weten|van) )\S.*
        """,
    ),
)
