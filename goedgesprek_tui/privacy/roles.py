"""The words that say what somebody is to the speaker or the school, and what can stand in place of a name."""

CHILD = "naam kind"
PARENT = "naam ouder"
SOMEBODY = "naam"

CHILDREN = frozenset(
    """
    zoon zoontje dochter dochtertje kind kindje kleinzoon kleindochter jongste oudste middelste tweeling
    tweelingbroer tweelingzus baby peuter kleuter puber leerling leerlinge klasgenoot klasgenootje klasgenoten
    broer broers broertje broertjes zus zusje zusjes zussen vriendje vriendjes vriendinnetje vriendinnetjes
    jongen jongens meisje meisjes neefje nichtje buurjongen buurmeisje stiefzoon stiefdochter pleegkind
    pleegzoon pleegdochter zoons dochters kinderen
    """.split()
)
PARENTS = frozenset(
    """
    moeder vader mama papa ouders ouder man vrouw echtgenoot echtgenote ex ex-man ex-vrouw partner stiefmoeder
    stiefvader pleegmoeder pleegvader
    """.split()
)
RELATIVES = frozenset(
    """
    oma opa tante oom neef nicht vriend vriendin vrienden vriendinnen collega schoonmoeder schoonvader
    schoonzus zwager buurvrouw buurman buren oppas
    """.split()
)
TITLES = frozenset("meneer mevrouw mijnheer dhr mevr mw heer familie fam dokter dr drs prof imam hr".split())
STAFF = {
    "juf": "juf",
    "juffrouw": "juf",
    "juffie": "juf",
    "juffen": "juf",
    "lerares": "juf",
    "meester": "meester",
    "meesters": "meester",
} | {
    word: word
    for word in """
    mentor leraar leerkracht docent docente directeur directrice rector conrector teamleider ib'er coach
    conciërge conciërges stagiair stagiaire invaller gymleraar gymjuf begeleider onderwijsassistent tolk
    logopedist logopediste orthopedagoog psycholoog brugfunctionaris coördinator leerplichtambtenaar
    zorgcoördinator locatieleider adjunct adjunct-directeur overblijfmoeder voorzitter wethouder kinderarts
    huisarts dominee pastoor taaljuf vakjuf taalcoach
    """.split()
}
FOLDED = {"conciërge": "concierge", "conciërges": "concierges", "coördinator": "coordinator"}
STAFF |= {plain: STAFF[word] for word, plain in FOLDED.items()} | {"zorgcoordinator": "zorgcoördinator"}

KIN = CHILDREN | PARENTS | RELATIVES
ALL = KIN | TITLES | STAFF.keys()
OF_WHOM = (
    KIN
    | STAFF.keys()
    | frozenset("verjaardag klas rapport verhaal feestje kamer tas stem plek huis naam".split())
)
"""Words before `van` and a name: `de moeder van Ali`."""

PERSON_VERBS = frozenset(
    """
    zei zegt zeggen vindt vond denkt dacht durft durfde huilt huilde lacht lachte snapt snapte slaapt sliep
    vertelt vertelde vroeg vraagt riep roept wilde wil weet wist praat praatte luistert luisterde belde belt
    speelt speelde zit zat leest las voelt voelde schrok schrikt haalt haalde brengt bracht werkt werkte woont
    woonde heet heette kwam komt ging gaat heeft had mag mocht moet moest kan kon krijgt kreeg blijft bleef
    verstaat begrijpt begreep wordt werd schreeuwt schreeuwde slaat sloeg staat stond loopt liep helpt hielp
    """.split()
)
SPEAKING = frozenset(
    """
    zei zegt vindt vond denkt dacht durft durfde huilt huilde lacht lachte snapt snapte slaapt sliep vertelt
    vertelde riep roept weet wist praat praatte luistert schrok schrikt verstaat begrijpt begreep schreeuwt
    """.split()
)
"""Verbs that hardly ever have an app, a brand or a school as their subject."""


def replaced_by(role: str) -> str:
    """Return what can stand in place of a name behind this word, without the brackets."""
    if role in CHILDREN:
        return CHILD
    if role in PARENTS:
        return PARENT
    return STAFF.get(role, SOMEBODY)
