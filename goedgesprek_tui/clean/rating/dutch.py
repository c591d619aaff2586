"""Dutch, as the rating knows it: the frames of the clean questions in all their wordings, and small words.

After Sullivan & Rees, "Clean Language", and Oskam & Sinnige, "Clean Language" (in Dutch).
"""

from goedgesprek_tui.clean.lemmas import known
from goedgesprek_tui.clean.rating.dutch_hard import HARD
from goedgesprek_tui.clean.rating.dutch_names import NAMES
from goedgesprek_tui.clean.rating.dutch_polite import POLITE
from goedgesprek_tui.clean.rating.dutch_soft import SOFT
from goedgesprek_tui.clean.rating.forms import dutch
from goedgesprek_tui.clean.rating.frames import Core, Frames
from goedgesprek_tui.clean.rating.language import Language, any_of
from goedgesprek_tui.clean.rating.signals import Signals

YOU = any_of("je jij jou jullie u")
THAT = any_of("dat die dit deze")
BE = any_of("is zijn was waren")
CAN = any_of("kan kun kunt kunnen kon konden")
WOULD = any_of("zou zouden")
NEEDS = any_of("moet moest moeten")
JUST = any_of("net vlak kort direct juist")
SO_THAT = any_of("zodat opdat om voor dat")
HAPPENS = rf"{any_of('gebeurt gebeurde gebeuren gebeurden')} er( {any_of('dan toen nu precies verder')})?"
TO_HAPPEN = r"dat er( dan)? (gebeurt|gebeurde|zou gebeuren|gebeuren zou)"
NO_QUESTION_OF_ITS_OWN = rf"(?!({BE}|{YOU}|heb|hebt|heeft|had|krijgt?|hij|ze|zij|er|het|we) )\S+"
LEAD = (
    r"(en|maar|dus|oke|ok|okay|ja|nee|h?mm*|m?hm+|aha|ah|o|oh|nou|dan|he|even"
    r"|dank (je|u) wel|dank (je|u)|dankjewel|bedankt)( ,)? "
)

CORES = (
    Core("wat_voor", rf"wat voor( een)? {{X}} {BE} ({THAT}|het)( {{Y}})?"),
    Core("wat_voor", rf"wat {BE} {THAT} voor( een)? {{X}}"),
    Core("wat_voor", rf"wat voor( een)?(?P<bare>( {NO_QUESTION_OF_ITS_OWN}){{1,4}})", strict=True),
    Core("nog_iets", r"(is|was) er( dan| verder)? nog (iets|wat)( anders)?( over {X})?"),
    Core("nog_iets", r"(verder )?nog iets( anders)? over {X}"),
    Core("waar", rf"waar( precies| ergens)? {BE} {{X}}", strict=True),
    Core("relatie", r"(is|bestaat|was) er( dan| ook| misschien)?( een| enig)? (relatie|verband) tussen {X}"),
    Core("wat_gebeurt_met", rf"wat {HAPPENS}( dan)? met {{X}}"),
    Core("zoals_wat", rf"({THAT} {BE} )?{{X}}( ,)?( {THAT})?( {BE})?( {THAT})? zoals wat"),
    Core("zoals_wat", rf"{BE} ({THAT} )?{{X}} zoals wat"),
    Core("zoals_wat", rf"{THAT} {BE} zoals wat"),
    Core("net_ervoor", rf"wat {HAPPENS}( {JUST})? (er)?voor(dat| dat)? {{X}}"),
    Core("net_ervoor", rf"wat {HAPPENS} {JUST} (daar|er)voor"),
    Core("wat_dan", rf"wat {HAPPENS}( (daarna|vervolgens|dan))?"),
    Core("wat_dan", rf"wat {HAPPENS} na(dat)? {{X}}"),
    Core("waar_vandaan", r"waar (komt|komen|kwam|kwamen) {X} vandaan"),
    Core("waar_vandaan", rf"waar ({WOULD}|{CAN}) {{X}} vandaan ({CAN} )?komen"),
    Core(
        "wat_graag",
        rf"wat {WOULD} (je|jij|u|jullie)( dan| nu)?( graag| het liefste?| liefst)? willen {TO_HAPPEN}"
        r"( (met|rond|rondom|bij|over|in|op) {X})?",
    ),
    Core("wat_graag_ander", rf"wat {WOULD} {{X}} (dan )?(graag )?willen {TO_HAPPEN}"),
    Core("wat_nodig", rf"wat {NEEDS} er( dan| nog)? gebeuren( ({SO_THAT}|voordat) {{X}})?"),
    Core("wat_nodig", rf"wat {BE} er( dan)? nodig( {SO_THAT} {{X}})?"),
    Core("wat_nodig", rf"wat {BE} (er )?(voor {{X}}|ervoor|daarvoor) nodig( {SO_THAT} {{Y}})?"),
    Core("kan_het", r"(kan|kon) (dat|het|dit)( dan| ook)?( gebeuren)?"),
    Core("kan_het", rf"{CAN} (?!.* of ){{X}}", strict=True),
)

BEFORE = any_of(
    "aan achter bij binnen boven buiten door in langs met na naar naast om onder op over per sinds "
    "tegen tot tussen uit van vanaf vanuit volgens voor zonder"
)
NO_VERB = any_of(
    "af als dan dank dat die daar dus en er hier net nu of omdat soms terwijl toen voordat want wanneer "
    "zoals zodra misschien eigenlijk eerst altijd nooit je jij u jullie hij ze zij ik we het de een "
    "maar ja nee nou oke ok okay ach tja"
)
VERB = any_of(
    "is was zijn waren ben bent heb hebt heeft hebben had hadden word wordt kan kun kunt kunnen kon "
    "zou zouden wil wilt willen wilde moet moeten moest mag mogen zal zullen doe doet doen deed ga "
    "gaat gaan komt kwam vind vindt vinden vond voel voelt denk denkt denken weet wist hoor hoort zie "
    "ziet ken kent krijg krijgt laat ligt lijkt klopt helpt hoef hoeft"
)
SUBJECT = any_of(
    "je jij u jullie hij ze zij er het de een die dat deze we ik iemand niemand alles alle jouw uw zijn haar"
)
ASKING = (
    rf"wat|hoe|hoezo|waar\S*|wie|wiens|welke?|wanneer(?! {SUBJECT})|waarom|vanwaar|tot hoe|vertel"
    r"|hoeveel|hoelang|hoever|hoevaak"
)

SMALL = any_of(
    "er daar het dat hier nu nou even liever je jullie u verder eigenlijk over dan maar alleen gewoon "
    "alsjeblieft graag hoor nog eens voor ,"
)
REQUESTS = (
    r"(\S+ ){0,2}liever (\S+ ){0,2}(niet|geen vragen|niks|niets)( \S+){0,2}$",
    r"stop( |$)(even|maar|met|alsjeblieft|nou|eens|er|$)",
    r"(\S+ ){0,4}geen vragen( meer)?( stellen| alsjeblieft)?( ,|$)",
    rf"({SMALL} )*ik (wil|wou|zeg|praat|vertel) ({SMALL} )*(niet|niks|niets)"
    rf"( (meer|over|erover|daarover|praten|zeggen|vertellen|hebben|kwijt|{SMALL}))*$",
    rf"(kan|kun|kunt|wil|wilt) {YOU} ({SMALL} )*(stoppen|ophouden)( {SMALL})*$",
    rf"({SMALL} )*(heb|praat|wil) ik ({SMALL} )*niet( (meer|over|praten|hebben|zeggen))*$",
    rf"(hou|houd) ({SMALL} )*(mee )?op( |$)",
    rf"laat (me|mij)( {SMALL})*( (met rust|uitpraten|uitspreken|nadenken|denken|bijkomen))?( {SMALL})*$",
    rf"(mag|kan) ik ({SMALL} )*(uitpraten|uitspreken|afmaken)( {SMALL})*$",
    rf"vraag (me |mij )?({SMALL} )*(niet|niks|niets)( (op|meer|naar|{SMALL}))*( door)?$",
    rf"({SMALL} )*niet( \S+)? (doorvragen|verdervragen)( {SMALL})*$",
    rf"ik was ({SMALL} )*niet (klaar|uitgepraat)( {SMALL})*$",
    rf"genoeg (vragen|gevraagd)( {SMALL})*$",
    rf"laten we het ({SMALL} )*(iets|ergens) anders( {SMALL})* (hebben|praten)( {SMALL})*$",
    rf"ik wil ({SMALL} )*niet dat (je|jij|u|jullie) (\S+ )?(doorvraagt|vraagt|doorvragen|vragen)( {SMALL})*$",
    rf"((nu|nou|even|liever|vandaag|maar) )+niet( {SMALL})*$",
    rf"val (me|mij) ({SMALL} )*niet in de rede( {SMALL})*$",
    r"laat maar( zitten)?$",
    rf"ik (wil|wou) ({SMALL} )*(luisteren|stil zijn)( |$)",
    r"(\S+ ){0,4}een ander onderwerp",
)

LOADED = (
    r"(?:rot(?!t|eer|ere|ond|or|gan[sz]|steen|sten|stuk|sluit|swand|sblok)|kut(?!t)|klote|klere|flut(?!t)"
    r"|stom(?!m|p|er|en|a)|nep(?!p|t)|tering|snert)(?P<rest>.{3,})"
)
"""A word with a curse in front; but no *rotonde*, *stomp* or *kutter*."""

PARTICLES = (
    "aan achter af bij binnen boven buiten dicht door fijn goed hard in klaar kwijt langs leeg lief "
    "los mee mis na neer om omver onder op open over rond samen stil tegen terug thuis toe tussen uit "
    "vast vol voor voorbij vrij weg weer"
).split()

DUTCH = Language(
    lists="rating",
    keys=dutch,
    known=known,
    frames=Frames(
        lead=LEAD,
        link="wanneer|als|toen|zodra|nadat|terwijl|telkens wanneer|telkens als",
        rest="precies|dan|toen|eigenlijk|nou|nu|voor (jou|je|u|jullie)|volgens (jou|u|jullie)",
        cores=CORES,
    ),
    signals=Signals(lead=LEAD, names=NAMES, table=(*HARD, *SOFT)),
    you=YOU,
    open=rf"({BEFORE} )?({ASKING})",
    closed=rf"({VERB}|(?!({BEFORE}|{NO_VERB}) )\S+ (je|jij|u|jullie|hij|ie|ze|zij|er|het|we)) \S.*",
    asking=r"wat|hoe|wie|wiens|waar\S*|welke?|hoezo|hoeveel|zoals|bijvoorbeeld|namelijk",
    intro=rf"als ik ({YOU}|het|dat|hem|haar)( (nu|nou))? (goed|juist|zo|wel)"
    r" (begrijp|snap|hoor|versta|heb|begrepen heb|gehoord heb|verstaan heb|hoor praten)",
    second="(en|of) (wat|hoe|wie|waarom|waar|welke?)",
    between="tussen",
    requests=REQUESTS,
    denials=frozenset("niet geen nooit niks niets nee zonder niemand nergens".split()),
    category=frozenset("soort soorten type types categorie".split()),
    again=frozenset("weer alweer opnieuw".split()),
    more=frozenset({"meer"}),
    always=frozenset("altijd nooit iedereen niemand steeds telkens constant voortdurend overal".split()),
    own=frozenset({"ik"}),
    un="on",
    degrees=frozenset("te zo veel".split()),
    polite=POLITE,
    confused={"gebeurd": "gebeurt", "noch": "nog", "ander": "anders", "wanner": "wanneer"},
    loaded=LOADED,
    particles=tuple(sorted(PARTICLES, key=len, reverse=True)),
)
