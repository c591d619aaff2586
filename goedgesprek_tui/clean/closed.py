"""The closed word classes of Dutch: the little words that a sentence hangs on."""

NOMINATIVE = frozenset("ik 'k ikke ikzelf hij ie we wij zij jij ge hunnie hullie zullie".split())
"""Pronouns that can only be a subject."""

OTHER_SUBJECTS = frozenset(
    "ze je u het 't jullie er men dat dit die deze hun iedereen niemand iemand alles niks niets iets".split()
)
"""Pronouns that can be a subject, and something else as well."""

SUBJECTS = NOMINATIVE | OTHER_SUBJECTS
PLURAL_SUBJECTS = frozenset("we wij jullie hun hunnie hullie zullie".split())
EITHER_NUMBER = frozenset("ze zij er dat dit die deze".split())

WEAK = frozenset("het 't hem 'm ze me mij zich er je".split())
"""Pronouns that come before an adverb: `wanneer je hem 's ochtends niet ziet`."""

ARTICLES = frozenset("een één 'n de het 't".split())
POSSESSIVES = frozenset("mijn m'n mn me onze ons jouw je uw zijn z'n haar d'r hun jullie".split())
DEMONSTRATIVES = frozenset("die dat deze dit zo'n zulke zulk".split())
QUANTIFIERS = frozenset(
    """
    geen veel weinig meer minder genoeg zoveel evenveel teveel alle al elk elke ieder iedere enkele sommige
    wat allerlei verschillende twee drie vier vijf zes zeven acht negen tien beide
    """.split()
)
DETERMINERS = ARTICLES | POSSESSIVES | DEMONSTRATIVES | QUANTIFIERS | frozenset("welk welke".split())

PREPOSITIONS = frozenset(
    """
    aan achter behalve bij binnen boven buiten door in langs met na naar naast om onder op over per rond
    rondom sinds tegen tegenover tijdens tot tussen uit van vanaf vanuit via volgens voor wegens zonder
    """.split()
)
ADVERBS = frozenset(
    """
    thuis dan daar hier nu soms vaak altijd straks morgen gisteren vandaag vroeger eerst daarna daarom
    daardoor toch ook misschien gelukkig helaas toen later ergens nergens overal steeds meestal tegenwoordig
    ineens opeens plotseling intussen ondertussen inmiddels zo anders eindelijk nooit laatst onlangs
    inderdaad natuurlijk blijkbaar zelf dus buiten binnen vooral verder eigenlijk
    """.split()
)
TIME_NOUNS = frozenset(
    """
    dag dagen week weken maand jaar jaren avond avonden ochtend ochtenden middag nacht keer tijd uur minuut
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag weekend vakantie
    """.split()
)
TIME_FRONTS = frozenset(
    "sommige veel elke iedere ieder elk vorige volgende deze dit de het heel hele laatste 's".split()
)

WITH_PREPOSITION = frozenset(
    place + preposition
    for place in "er daar hier waar".split()
    for preposition in """
    aan achter af bij door heen in langs mee na naar naast om onder op over tegen toe tussen tussenin uit van
    vanaf voor
    """.split()
)
"""Words that stand for a preposition with a thing: `erbij`, `daarmee`."""

SUBORDINATORS = frozenset(
    """
    omdat doordat zodat zoals als wanneer terwijl voordat nadat totdat alsof hoewel tenzij zolang zodra hoe
    waarom waar wie waardoor waarbij waarin waarmee waarop waarvan waarover
    """.split()
)
SOMETIMES_SUBORDINATORS = frozenset("dat die of wat toen sinds".split())
COORDINATORS = frozenset("en maar of want dus".split())
CLAUSE_OPENERS = frozenset("dat als omdat wanneer toen doordat zodra zodat terwijl alsof".split())

NEVER_VERBS = (
    SUBJECTS
    | DETERMINERS
    | PREPOSITIONS
    | ADVERBS
    | COORDINATORS
    | SUBORDINATORS
    | frozenset("niet al weer hem 'm hen zich elkaar mekaar".split())
) - {"zijn"}

CONTRACTED = frozenset("da's das tis kweenie weetje isser wasser".split())
"""Words that hold a subject and its verb in one."""

CONNECTORS = frozenset("maar en ja nee nou dus want eigenlijk gewoon ach tja hè he kijk o oh".split())
FILLERS = frozenset("hoor hè he eigenlijk gewoon dus ofzo enzo zeg en want of".split())
FILLER_PHRASES = (("zeg", "maar"), ("of", "zo"), ("en", "zo"), ("weet", "je"), ("weet", "je", "wel"))
