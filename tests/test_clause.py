import pytest

from goedgesprek_tui.clean.clause import read_clause

TURNED = """
ik voel me niet gehoord op school => je je niet gehoord voelt op school
ik heb het gevoel dat ik er alleen voor sta => je het gevoel hebt dat je er alleen voor staat
ik durf niks te zeggen tegen de juf => je niks durft te zeggen tegen de juf
wij hebben thuis elke avond ruzie over de telefoon => jullie thuis elke avond ruzie over de telefoon hebben
mijn dochter wordt gepest op het schoolplein => je dochter gepest wordt op het schoolplein
hij zit de hele dag te gamen op zijn kamer => hij de hele dag zit te gamen op zijn kamer
hij heeft geen vrienden in de klas => hij geen vrienden in de klas heeft
ze hebben mij nooit gebeld => ze jou nooit gebeld hebben
ik ben bang dat hij straks blijft zitten => je bang bent dat hij straks blijft zitten
dat maakt mij boos => dat jou boos maakt
daar word ik zo moe van => je daar zo moe van wordt
's ochtends krijg ik hem niet uit bed => je hem 's ochtends niet uit bed krijgt
op school zeggen ze dat het goed gaat => ze op school zeggen dat het goed gaat
ik trek het niet meer => je het niet meer trekt
het lukt mij niet om hem te helpen met rekenen => het jou niet lukt om hem te helpen met rekenen
er wordt niet geluisterd naar ouders => er niet geluisterd wordt naar ouders
ik heb geprobeerd met de mentor te praten => je geprobeerd hebt met de mentor te praten
niemand vertelt ons iets => niemand jullie iets vertelt
mijn man en ik zijn het nooit eens => je man en jij het nooit eens zijn
mijn zoon van acht kan nog niet lezen => je zoon van acht nog niet kan lezen
ik zie hem elke dag verdrietiger worden => je hem elke dag verdrietiger ziet worden
hun hebben geen tijd voor ons => hun geen tijd voor jullie hebben
ik doe mijn best => je je best doet
ik loop vast => je vastloopt
onze school is veel te groot => jullie school veel te groot is
ik ben het zat => je het zat bent
ik maak me zorgen over mijn zoon => je je zorgen maakt over je zoon
toen begon ze te huilen => ze toen begon te huilen
ik vind het moeilijk om hulp te vragen => je het moeilijk vindt om hulp te vragen
ik spreek de taal niet goed => je de taal niet goed spreekt
je wordt van het kastje naar de muur gestuurd => je van het kastje naar de muur gestuurd wordt
hij komt nooit op tijd thuis => hij nooit op tijd thuiskomt
ze trekt zich terug op haar kamer => ze zich terugtrekt op haar kamer
ik word er gek van => je er gek van wordt
wij voelen ons niet welkom => jullie je niet welkom voelen
ik heb ze dat al tien keer gevraagd => je ze dat al tien keer gevraagd hebt
de wachtlijst is een jaar => de wachtlijst een jaar is
ik had gehoopt dat het beter zou gaan => je gehoopt had dat het beter zou gaan
elke ochtend is het een gevecht => het elke ochtend een gevecht is
alles komt neer op mij => alles neerkomt op jou
ik sta met mijn rug tegen de muur => je met je rug tegen de muur staat
ik krijg er buikpijn van => je er buikpijn van krijgt
ze zegt nooit iets terug => ze nooit iets terugzegt
ik ben alleenstaande moeder => je alleenstaande moeder bent
da weet ik niet => je da niet weet
me zoontje eet niks => je zoontje niks eet
mijn buurvrouw haar dochter zit ook op die school => je buurvrouw haar dochter ook op die school zit
het is thuis oorlog => het thuis oorlog is
ik heb er geen woorden voor => je er geen woorden voor hebt
de meester schreeuwt tegen de kinderen => de meester tegen de kinderen schreeuwt
ik kom er niet doorheen => je er niet doorheen komt
we vechten voor elke minuut hulp => jullie voor elke minuut hulp vechten
hij vindt school stom => hij school stom vindt
alles moet via de computer => alles via de computer moet
ik begrijp dat systeem niet => je dat systeem niet begrijpt
vroeger was dat anders => dat vroeger anders was
hij moet van de meester in de gang zitten => hij van de meester in de gang moet zitten
ik schaam me voor mijn Nederlands => je je voor je Nederlands schaamt
ik kan mijn kind niet helpen met zijn huiswerk => je je kind niet kunt helpen met zijn huiswerk
hij is de hele dag boos => hij de hele dag boos is
het gaat mis met die jongen => het misgaat met die jongen
we krijgen geen antwoord op onze mails => jullie geen antwoord op jullie mails krijgen
mijn oudste zorgt voor de kleintjes => je oudste voor de kleintjes zorgt
ik heb nooit geleerd om te praten over gevoelens => je nooit geleerd hebt om te praten over gevoelens
Fatima durft niet alleen naar huis te fietsen => Fatima niet alleen naar huis durft te fietsen
ze hebben hem laten vallen => ze hem hebben laten vallen
ik zou het zo graag anders zien => je het zo graag anders zou zien
dat doet pijn => dat pijn doet
dat vind ik oneerlijk => je dat oneerlijk vindt
daar heb ik wakker van gelegen => je daar wakker van gelegen hebt
ik lig er 's nachts wakker van => je er 's nachts wakker van ligt
soms denk ik dat niemand luistert => je soms denkt dat niemand luistert
bij ons thuis wordt niet gepraat over school => bij jullie thuis niet gepraat wordt over school
op het vmbo gooien ze met stoelen => ze op het vmbo met stoelen gooien
ik voel mij een slechte moeder => je je een slechte moeder voelt
de gemeente stuurt ons van loket naar loket => de gemeente jullie van loket naar loket stuurt
hij slaat dicht als hij moet voorlezen => hij dichtslaat als hij moet voorlezen
mijn man vindt dat ik te zacht ben => je man vindt dat je te zacht bent
we doen het samen => jullie het samen doen
ons huis is te klein => jullie huis te klein is
onze kinderen spreken drie talen => jullie kinderen drie talen spreken
ik moest huilen => je moest huilen
ze kregen ruzie om niks => ze ruzie om niks kregen
hij zit niet lekker in zijn vel => hij niet lekker in zijn vel zit
mijn hoofd zit vol => je hoofd vol zit
ik wil dat hij gelukkig is => je wilt dat hij gelukkig is
"""
UNSAFE = (
    "de juf luistert wel maar ze doet er niks mee",
    "ik werk 's nachts en slaap overdag",
    "heb jij dat ook",
    "hij zei: ik kom niet",
    "ik ben moe, hij is boos",
    "wat een gedoe",
    "nooit",
    "",
    "moet ik nou alles zelf doen?",
    "ik snap het niet en dan word ik boos",
)


@pytest.mark.parametrize("line", TURNED.strip().splitlines())
def test_a_clause_is_said_back_with_its_verb_at_the_end(line: str) -> None:
    said, expected = line.split(" => ")
    clause = read_clause(said)
    assert clause
    assert clause.subordinate == expected


@pytest.mark.parametrize("said", UNSAFE)
def test_what_is_not_certain_is_not_turned(said: str) -> None:
    assert read_clause(said) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Maar ik slaap gewoon slecht hoor", "je gewoon slecht slaapt"),
        ("Fatima slaapt slecht.", "Fatima slecht slaapt"),
        ("Mijn Nederlands is niet goed", "je Nederlands niet goed is"),
        ("ze weer zin heeft in school", "ze weer zin heeft in school"),
        ("dat ik er alleen voor sta", "je er alleen voor staat"),
        ("loop ik vast", "je vastloopt"),
        ("valt zijn masker af", "zijn masker afvalt"),
    ],
)
def test_edges_names_and_order_of_the_stretch(said: str, expected: str) -> None:
    clause = read_clause(said)
    assert clause
    assert clause.subordinate == expected


def test_u_takes_uw_and_zich() -> None:
    clause = read_clause("ik schaam me voor mijn huis", "u")
    assert clause
    assert clause.subordinate == "u zich voor uw huis schaamt"
