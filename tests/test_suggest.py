import json
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest
from conftest import NOON, SCRIPT
from hypothesis import given, settings
from hypothesis import strategies as st
from program import run

from goedgesprek_tui.clean.tokens import tokens
from goedgesprek_tui.models import Note, ScriptKind, Session, Topic
from goedgesprek_tui.prompts import load_prompts
from goedgesprek_tui.review.suggest import Suggester, from_sessions
from goedgesprek_tui.suggesting import because
from goedgesprek_tui.topics import TopicList

CASES = Path(__file__).parent / "cases"
TOPICS = load_prompts().topics
GARDEN = Topic(id="9f1c", name="Schooltuin")
GROWN = tuple(
    """De sla die ze zelf zaaide, at ze ineens wel op.
Ze komt met zwarte nagels thuis, want ze hebben aardappels gerooid.
Wie geeft de tomaten water als iedereen zes weken weg is?
Hij weet nu dat een wortel onder de grond groeit.
In de moestuin achter het lokaal is hij de rust zelve.
Mijn dochter nam een courgette mee zo groot als haar arm.
Op woensdag schoffelen ze met drie opa's uit de straat.
De kas is kapot gewaaid en niemand maakt hem.
Hij heeft radijsjes geplukt en aan de hele straat uitgedeeld.
Ik wil best komen wieden, als ik maar weet wanneer.
De kippen naast de bedden krijgen onze schillen.
Ze houdt een schriftje bij van wat er opkomt.
Mijn zoon zaait nu ook bonen op ons balkon.
Er liggen naaktslakken op de sla, dat vindt ze vies.
De compost stinkt, maar ze scheppen er graag in.
Het onkruid staat tot mijn knieën sinds de zomer.
Voor de oogst maken ze soep met de kookmoeder.
Hij wil tuinman worden sinds ze daar met bollen werken.
Zonnebloemen, wel drie meter, en die heeft zij geplant.
De gieters zijn op, ze lopen nu met flesjes.
Er is een bed per klas, met een bordje met de namen.
Ze hebben een egel gevonden onder de bladeren bij de bonenstaken.
Van de pompoenen maken ze lampionnen in november.
Hij eet thuis nu peterselie, dat had ik nooit gedacht.
De tuin is haar lievelingsvak, zegt ze.
Met laarzen in de modder staan, dat doet hem goed.
Aardbeien proeven waar je zelf voor gezorgd hebt, dat is wat.
Ze leert er geduld van, zo'n plantje komt niet sneller als je eraan trekt.
De regenton loopt over en niemand die hem leegt.
De plantjes stonden in de vensterbank en moesten daarna naar buiten.""".splitlines()
)
NEW = (
    "Ze heeft sla gezaaid en komt elke dag kijken of er al iets opkomt.",
    "In de vakantie gaan de planten dood, want niemand geeft ze water.",
    "Hij mocht de tomaten plukken en liep te glimmen.",
    "Er staat alleen nog onkruid in die bedden.",
    "Met haar handen in de grond wroeten, daar wordt ze rustig van.",
    "Wij hebben thuis nu ook een moestuin, door hem.",
)


@pytest.fixture
def suggester() -> Suggester:
    return Suggester(TOPICS)


@dataclass(frozen=True)
class Scores:
    """How many of the cases went how; no sentence of them is printed."""

    fit: int
    among_three: float
    first: float
    wrongly_nothing: float
    rightly_nothing: float


def scored(suggester: Suggester, name: str) -> Scores:
    cases = json.loads((CASES / f"topics_{name}.json").read_text("utf-8"))
    answers = [(case["topics"], ids(suggester, case["text"])) for case in cases]
    fit = [(right, given) for right, given in answers if right]
    none = [given for right, given in answers if not right]
    return Scores(
        len(fit),
        sum(bool(set(right) & set(given)) for right, given in fit) / len(fit),
        sum(given[:1] != [] and given[0] in right for right, given in fit) / len(fit),
        sum(not given for _, given in fit) / len(fit),
        sum(not given for given in none) / len(none),
    )


def ids(suggester: Suggester, text: str) -> list[str]:
    return [one.topic for one in suggester.suggest(text)]


def session(id: str, notes: Iterable[tuple[str, tuple[str, ...]]], **changes: object) -> Session:
    made = [Note(id=f"{id}-{n}", number=n, text=t, topics=of) for n, (t, of) in enumerate(notes, start=1)]
    known = {"id": id, "started": NOON, "script": SCRIPT, "notes": made, "last_number": len(made)}
    return Session.model_validate({**known, **changes})


def test_on_sentences_that_nobody_wrote_keywords_for_most_topics_are_found(suggester: Suggester) -> None:
    dev, held = scored(suggester, "dev"), scored(suggester, "held")
    assert (dev.fit, held.fit) == (51, 51)
    assert dev.among_three >= 0.84
    assert held.among_three >= 0.8
    assert dev.first >= 0.7
    assert held.first >= 0.7
    assert dev.wrongly_nothing <= 0.1
    assert held.wrongly_nothing <= 0.17
    assert dev.rightly_nothing >= 0.85
    assert held.rightly_nothing >= 0.5


def test_the_words_that_caused_it_come_along_as_they_stand(suggester: Suggester) -> None:
    (first, *_) = suggester.suggest("Ze moest NABLIJVEN om haar pet.")
    assert first.topic == "regels-in-school"
    assert "NABLIJVEN" in first.words
    assert set(first.words) <= {"NABLIJVEN", "haar", "pet", "moest"}


@pytest.mark.parametrize(
    "text", ["", "  ", "…", "Lekkere koffie!", "Mag het raam even open?", "xqzw vrrp", "Dag!"]
)
def test_where_nothing_fits_nothing_is_suggested(suggester: Suggester, text: str) -> None:
    assert suggester.suggest(text) == ()


@given(st.text(max_size=400) | st.lists(st.sampled_from(["pesten", "juf", "’t", "é", "app"])).map(" ".join))
@settings(max_examples=100)
def test_any_text_gets_an_answer_with_its_own_words(text: str) -> None:
    suggester = Suggester(TOPICS)
    suggester.teach("n", text, ("huiswerk",))
    found = suggester.suggest(text)
    stand = {token.text for token in tokens(text)}
    assert len(found) <= 3
    assert len({one.topic for one in found}) == len(found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    for one in found:
        assert TOPICS.get(one.topic)
        assert one.words
        assert set(one.words) <= stand
    suggester.teach("n", text, ())
    assert suggester.suggest(text) == Suggester(TOPICS).suggest(text)


def test_a_very_long_text_takes_no_longer_than_its_beginning(suggester: Suggester) -> None:
    assert "veiligheid-pesten" in ids(suggester, "gepest " * 100_000)


def test_a_topic_of_ones_own_is_suggested_once_notes_stand_under_it(suggester: Suggester) -> None:
    notes = [(text, (GARDEN.id,)) for text in GROWN]
    assert not any(GARDEN.id in ids(suggester, text) for text in NEW)
    suggester.follow(session("s", notes, topics=(GARDEN,)))
    assert sum(GARDEN.id in ids(suggester, text) for text in NEW) >= len(NEW) - 1
    assert GARDEN.id not in ids(suggester, "Ze moest nablijven om haar pet.")


def test_her_own_way_of_putting_notes_under_topics_is_learned_and_little_else_changes() -> None:
    """Four topics of hers differ from ours; of every other sentence she agrees with the invented list."""
    hers = {
        "huiswerk": "cijfers-prestatiedruk",
        "regels-in-school": "sociaal-contract",
        "opvang-werk": GARDEN.id,
        "schooltijden-vakanties": GARDEN.id,
    }
    cases = json.loads((CASES / "topics_dev.json").read_text("utf-8"))
    asked = [(case["text"], case["topics"][0]) for case in cases if case["topics"]]
    said = files("goedgesprek_tui.review").joinpath("lists", "said.txt").read_text("utf-8").splitlines()
    chosen = [line.split("\t") for line in said if "\t" in line][::8]
    suggester = Suggester(TOPICS)
    suggester.name(GARDEN)
    changed = [text for text, topic in asked if topic in hers]
    right = [hers[topic] for _, topic in asked if topic in hers]
    before = sum(want in ids(suggester, text) for text, want in zip(changed, right, strict=True))
    rest = [(text, topic) for text, topic in asked if topic not in hers]
    rest_before = sum(want in ids(suggester, text) for text, want in rest)
    for number, (of, text) in enumerate(chosen):
        first = of.split()[0]
        suggester.teach(str(number), text, (hers.get(first, first),))
    assert len(chosen) > 200
    assert sum(want in ids(suggester, t) for t, want in zip(changed, right, strict=True)) >= before + 3
    assert sum(want in ids(suggester, text) for text, want in rest) >= rest_before - 2


def test_one_name_in_two_conversations_is_one_topic(suggester: Suggester) -> None:
    other = Topic(id="77aa", name="schooltuin")
    suggester.follow(session("s", [(GROWN[0], (GARDEN.id,))], topics=(GARDEN,)))
    suggester.follow(session("t", [(text, (other.id,)) for text in GROWN[1:]], topics=(other,)))
    found = [one for text in NEW for one in ids(suggester, text)]
    assert GARDEN.id in found
    assert other.id not in found


def test_what_was_learned_from_a_note_goes_with_the_note(suggester: Suggester) -> None:
    text = "De sleutelbos van de kaboutergrot."
    assert suggester.suggest(text) == ()
    talk = session("s", [(text, ("huiswerk",))])
    suggester.follow(talk)
    assert ids(suggester, text)[:1] == ["huiswerk"]
    suggester.follow(talk.model_copy(update={"notes": (), "erased": ("s-1",)}))
    assert suggester.suggest(text) == ()
    assert suggester._habits == {}
    assert "kaboutergrot" not in repr(vars(suggester)) + repr(vars(suggester._own))


def test_a_correction_takes_the_place_of_what_was_chosen(suggester: Suggester) -> None:
    text = "De sleutelbos van de kaboutergrot."
    suggester.teach("n", text, ("huiswerk",))
    suggester.teach("n", text, ("mbo",))
    assert ids(suggester, text)[:1] == ["mbo"]


def test_practice_teaches_nothing() -> None:
    text = "De sleutelbos van de kaboutergrot."
    practice = SCRIPT.model_copy(update={"kind": ScriptKind.PRACTICE})
    assert not ids(from_sessions(TOPICS, [session("s", [(text, ("mbo",))], script=practice)]), text)
    assert ids(from_sessions(TOPICS, [session("s", [(text, ("mbo",))])]), text)[:1] == ["mbo"]


def test_a_list_without_the_topics_that_we_know_suggests_only_its_own() -> None:
    suggester = Suggester(TopicList(()))
    suggester.name(GARDEN)
    assert suggester.suggest("Hij wordt gepest op het plein.") == ()
    assert ids(suggester, "De schooltuin staat droog.") == [GARDEN.id]


# --- the command --------------------------------------------------------------------------------


def test_lines_of_json_get_topics_and_a_bad_line_is_told_while_it_goes_on() -> None:
    lines = ('{"id": 1, "text": "Ze moest nablijven om haar pet."}', "geen json", '{"id": "b", "text": ""}')
    ran = run("themas", "--json", typed="\n".join(lines))
    first, second = (json.loads(line) for line in ran.out.splitlines())
    assert first["id"] == 1
    assert first["topics"][0] == "regels-in-school"
    assert second == {"id": "b", "topics": []}
    assert ran.status == 1
    assert ran.complaint.startswith("Regel 2 is niet beantwoord: dit is geen JSON")


def test_without_json_the_list_is_shown() -> None:
    ran = run("themas")
    assert ran.status == 0
    assert [f"{topic.name} ({topic.id})" in ran.out for topic in TOPICS] == [True] * len(TOPICS.topics)


def test_the_words_that_caused_a_suggestion_take_one_line() -> None:
    assert because(["pesten", "plein"]) == "om: pesten, plein"
    said = because(["pesten", "schoolpleinpestkop" * 5])
    assert said.startswith("om: pesten, schoolplein")
    assert said.endswith("…")
    assert len(said) <= 70
