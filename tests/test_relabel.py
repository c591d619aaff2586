"""Topics changed in a session: what changes with them, what never does, and how it is taken back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from conftest import NOON, SCRIPT, TOPICS
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exports.markdown import to_markdown
from goedgesprek_tui.exports.summary import summary
from goedgesprek_tui.history import without
from goedgesprek_tui.models import Consent, Note, Session, Topic
from goedgesprek_tui.review.relabel import (
    LONGEST_NAME,
    Change,
    Merge,
    Rename,
    Split,
    Target,
    applied,
    extent,
    labels_of,
    named,
    renaming,
    taken_back,
    target,
    topic_name,
)
from goedgesprek_tui.review.together import own_topics, together

IDS = ["huiswerk", "mbo", "eigen-1", "eigen-2", "weg"]
OWN = Topic(id="eigen-1", name="Wachten bij het hek")
SAME_IN_OTHER = Topic(id="eigen-2", name="wachten bij het HEK")
HEADED = Note(id="a", number=1, text="Elke avond.", topics=("huiswerk",), heading="Lesjes")


def session(*notes: Note, topics: tuple[Topic, ...] = (), id: str = "s", days: int = 0) -> Session:
    started = NOON + timedelta(days=days)
    return Session(
        id=id, started=started, script=SCRIPT, notes=notes, topics=topics, consent=Consent.VERBATIM
    )


def on(*topics: str, id: str = "n1", number: int = 1, text: str = "Elke dag.", heading: str = "") -> Note:
    return Note(id=id, number=number, text=text, topics=topics, heading=heading)


def printed(one: Session) -> str:
    return to_markdown(summary(one, TOPICS))


def rename(*sessions: Session, id: str, name: str) -> Rename:
    return renaming(together(TOPICS, sessions), id, name)


def merge(*sessions: Session, id: str, into: str) -> Merge:
    shared = together(TOPICS, sessions)
    return Merge(shared.ids(id), target(shared, TOPICS, into))


def new(id: str, name: str) -> Target:
    return Target(Topic(id=id, name=name), frozenset({id}), own=True)


ids = st.sampled_from(IDS)
topics = st.builds(Topic, id=ids, name=st.sampled_from(["Huiswerk", "Hek", "hek", "Mbo"]))
sessions = st.builds(
    lambda labels, own: session(
        *(
            Note(id=f"n{at}", number=at, text=f"zin {at}", topics=tuple(found), heading=heading, removed=gone)
            for at, (found, heading, gone) in enumerate(labels, start=1)
        ),
        topics=tuple({topic.id: topic for topic in own}.values()),
    ),
    st.lists(
        st.tuples(st.lists(ids, max_size=3), st.sampled_from(["", "Lesjes"]), st.booleans()), max_size=5
    ),
    st.lists(topics, max_size=3),
)


@st.composite
def changes(draw: Callable[[st.SearchStrategy[object]], object], seen: Session) -> Change:
    shared = together(TOPICS, [seen])
    one = draw(ids)
    assert isinstance(one, str)
    others = [id for id in IDS if shared.of(id) != shared.of(one)]
    into = draw(
        st.sampled_from([new("nieuw", "Iets nieuws"), *(target(shared, TOPICS, id) for id in others)])
    )
    assert isinstance(into, Target)
    notes = draw(st.frozensets(st.sampled_from(["n1", "n2", "n3"])))
    made = (
        renaming(shared, one, "Leren thuis"),
        Merge(shared.ids(one), into),
        Split(shared.ids(one), into, notes),
    )  # type: ignore[arg-type]
    change = draw(st.sampled_from(made))
    assert isinstance(change, Rename | Merge | Split)
    return change


@given(st.data())
def test_only_labels_change_and_all_of_it_is_taken_back(data: st.DataObject) -> None:
    before = data.draw(sessions)
    change = data.draw(changes(before))
    after = applied(change, before)
    bare = {"topics": (), "heading": ""}
    assert [n.model_copy(update=bare) for n in after.notes] == [
        n.model_copy(update=bare) for n in before.notes
    ]
    labels = {"topics": (), "notes": ()}
    assert after.model_copy(update=labels) == before.model_copy(update=labels)
    assert all(len(note.topics) <= 3 for note in after.notes)
    assert applied(change, after) is after
    back, kept = taken_back(labels_of(before, after), after)
    assert (back, kept) == (before, 0)
    assert taken_back(labels_of(before, after), back) == (back, 0)


@given(st.data())
def test_after_it_no_note_that_was_meant_stands_under_the_old_topic_and_no_other_lost_it(
    data: st.DataObject,
) -> None:
    before = data.draw(sessions)
    change = data.draw(changes(before))
    after = applied(change, before)
    old = change.ids - {change.topic.id} if isinstance(change, Rename) else change.ids
    for was, note in zip(before.notes, after.notes, strict=True):
        meant = not isinstance(change, Split) or note.id in change.notes
        assert not (meant and old & set(note.topics))
        assert meant or note is was
        assert set(note.topics) - old >= set(was.topics) - change.ids
        assert bool(note.topics) == bool(was.topics)
    known = {topic.id for topic in after.topics}
    used = {topic for note in after.notes for topic in note.topics}
    assert {topic.id for topic in before.topics} & used <= known


def test_a_new_name_is_printed_and_the_old_one_still_finds_the_topic() -> None:
    before = session(on("huiswerk"))
    after = applied(rename(before, id="huiswerk", name="Leren thuis"), before)
    assert after.notes == before.notes
    assert "### Leren thuis" in printed(after)
    known = TOPICS.with_own(after.topics)
    assert [topic.name for topic in known if topic.id == "huiswerk"] == ["Leren thuis"]
    assert known.find("huiswerk") == known.find("Huiswerk")
    again = applied(rename(after, id="huiswerk", name="Thuiswerk"), after)
    assert TOPICS.with_own(again.topics).find("leren thuis") == (again.topics[0], "Leren thuis")
    assert again.topics[0].also == ("Huiswerk", "Leren thuis")


def test_a_topic_keeps_its_new_name_when_the_only_note_under_it_is_erased() -> None:
    before = session(on("huiswerk"), on("eigen-1", id="b", number=2), topics=(OWN,))
    renamed = applied(rename(before, id="huiswerk", name="Leren thuis"), before)
    after = without(without(renamed, "n1"), "b")
    assert [topic.name for topic in after.topics] == ["Leren thuis"]


def test_a_name_of_before_that_comes_back_is_no_other_name_as_well() -> None:
    before = session(on("eigen-1"), topics=(OWN.model_copy(update={"also": ("Bij het hek",)}),))
    after = applied(rename(before, id="eigen-1", name="bij het hek"), before)
    assert after.topics == (Topic(id="eigen-1", name="bij het hek", also=(OWN.name,)),)


def test_what_parents_called_it_stays_over_a_topic_that_gets_another_name() -> None:
    before = session(HEADED)
    after = applied(rename(before, id="huiswerk", name="Leren thuis"), before)
    assert "### Lesjes" in printed(after)


def test_a_new_name_makes_own_topics_of_one_name_one_topic() -> None:
    one = session(on("eigen-1"), topics=(OWN,))
    other = session(on("eigen-2", "mbo"), topics=(SAME_IN_OTHER,), id="s2")
    change = rename(one, other, id="eigen-2", name="Bij het hek")
    after = [applied(change, each) for each in (one, other)]
    assert {each.topics for each in after} == {(change.topic,)}
    assert [each.notes[0].topics for each in after] == [("eigen-1",), ("eigen-1", "mbo")]


def test_a_topic_that_is_known_but_not_used_gets_the_new_name_as_well() -> None:
    unused = session(on("mbo"), topics=(OWN,))
    assert applied(rename(unused, id="eigen-1", name="Hek"), unused).topics[0].name == "Hek"
    elsewhere = session(on("mbo"))
    assert applied(rename(unused, id="eigen-1", name="Hek"), elsewhere) is elsewhere


def test_a_merged_note_never_prints_under_the_older_name_of_what_it_left() -> None:
    before = session(HEADED, on("mbo", "huiswerk", id="b", number=2, heading="Roc"))
    after = applied(merge(before, id="huiswerk", into="veiligheid-pesten"), before)
    assert "### Veiligheid en pesten" in printed(after)
    assert "Lesjes" not in printed(after)
    assert after.notes[1].heading == "Roc"
    assert after.notes[1].topics == ("mbo", "veiligheid-pesten")


def test_merging_never_gives_a_note_a_topic_twice() -> None:
    before = session(on("huiswerk", "mbo", "weg"))
    after = applied(merge(before, id="huiswerk", into="mbo"), before)
    assert after.notes[0].topics == ("mbo", "weg")


def test_an_own_topic_that_was_merged_leaves_and_the_other_own_one_comes() -> None:
    one, other = session(on("huiswerk")), session(on("eigen-1"), topics=(OWN,), id="s2")
    into_own = merge(one, other, id="huiswerk", into="eigen-1")
    assert applied(into_own, one).topics == (OWN,)
    assert applied(into_own, other) is other
    into_ours = merge(one, other, id="eigen-1", into="mbo")
    assert applied(into_ours, other).topics == ()
    assert applied(into_ours, one) is one


def test_a_session_that_knows_the_other_topic_by_an_id_of_its_own_keeps_that() -> None:
    known = session(on("huiswerk"), on("eigen-2", id="b", number=2), topics=(SAME_IN_OTHER,))
    newer = session(on("eigen-1"), topics=(OWN,), id="s2", days=1)
    after = applied(merge(known, newer, id="huiswerk", into="eigen-1"), known)
    assert [note.topics for note in after.notes] == [("eigen-2",), ("eigen-2",)]
    assert [topic.id for topic in after.topics] == ["eigen-2"]


def test_a_split_moves_the_chosen_notes_and_keeps_the_topic_that_others_have() -> None:
    before = session(on("eigen-1"), on("eigen-1", id="b", number=2), topics=(OWN,))
    split = Split(frozenset({"eigen-1"}), new("hek", "Hek op slot"), frozenset({"b"}))
    after = applied(split, before)
    assert [note.topics for note in after.notes] == [("eigen-1",), ("hek",)]
    assert [topic.name for topic in after.topics] == [OWN.name, "Hek op slot"]
    rest = applied(Split(split.ids, split.into, frozenset({"n1"})), after)
    assert [topic.name for topic in rest.topics] == ["Hek op slot"]


def test_how_many_notes_get_another_label_leaves_out_what_is_no_longer_in_sight() -> None:
    gone = on("huiswerk", id="b", number=2).model_copy(update={"removed": True})
    one, other = session(on("huiswerk"), gone), session(on("mbo"), id="s2")
    change = merge(one, other, id="huiswerk", into="mbo")
    assert extent([(each, applied(change, each)) for each in (one, other)]) == (1, 1)


def test_taking_back_leaves_what_was_changed_by_hand_since() -> None:
    before = session(on("eigen-1"), on("eigen-1", id="b", number=2), HEADED, topics=(OWN,))
    after = applied(merge(before, id="eigen-1", into="mbo"), before)
    mine = Topic(id="x", name="Van mij")
    labelled, edited, other = after.notes
    labelled = labelled.model_copy(update={"topics": ("x",)})
    edited = edited.model_copy(update={"text": "Anders gezegd."})
    since = after.model_copy(update={"notes": (labelled, edited, other), "topics": (mine,)})
    back, kept = taken_back(labels_of(before, after), since)
    assert kept == 1
    assert [note.topics for note in back.notes] == [("x",), ("eigen-1",), ("huiswerk",)]
    assert back.notes[1].text == "Anders gezegd."
    assert {topic.id for topic in back.topics} == {"eigen-1", "x"}


def test_taking_back_leaves_a_topic_that_a_note_got_by_hand_since() -> None:
    before = session(on("huiswerk"), on("mbo", id="b", number=2))
    after = applied(Split(frozenset({"huiswerk"}), new("hek", "Hek"), frozenset({"n1"})), before)
    by_hand = after.notes[1].model_copy(update={"topics": ("hek",)})
    since = after.model_copy(update={"notes": (after.notes[0], by_hand)})
    back, kept = taken_back(labels_of(before, after), since)
    assert kept == 0
    assert [note.topics for note in back.notes] == [("huiswerk",), ("hek",)]
    assert [topic.name for topic in back.topics] == ["Hek"]


def test_what_is_kept_for_undo_holds_no_words() -> None:
    before = session(HEADED)
    after = applied(merge(before, id="huiswerk", into="mbo"), before)
    assert HEADED.text not in repr(labels_of(before, after))


@pytest.mark.parametrize("name", ["", "  ", "-", "Geen", "x" * (LONGEST_NAME + 1)])
def test_what_can_be_no_name_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(UserError, match=r"\w+ .*[;,] "):
        topic_name(name)


def test_only_the_name_that_a_topic_bears_now_is_taken() -> None:
    shared = together(TOPICS, ())
    found = named(shared, "MBO")
    assert found
    assert found.id == "mbo"
    assert named(shared, "eindtoets") is None


def test_a_next_conversation_knows_own_and_renamed_topics_that_are_used() -> None:
    renamed = Topic(id="huiswerk", name="Leren thuis", also=("Huiswerk",))
    refused = on("weg", id="b", number=2).model_copy(update={"consent": Consent.NO})
    unused, gone = Topic(id="y", name="Nooit gebruikt"), Topic(id="weg", name="Van wie nee zei")
    first = session(on("eigen-1"), refused, topics=(OWN, unused, gone))
    second = session(on("huiswerk", "eigen-2"), topics=(renamed, SAME_IN_OTHER), id="s2", days=1)
    third = session(on("mbo", "huiswerk"), id="s3", days=2)
    assert own_topics(TOPICS, iter([first, second, third])) == (renamed, OWN)
    assert own_topics(TOPICS, [third]) == ()


def test_undo_brings_no_topic_back_of_which_the_note_was_erased_since() -> None:
    own = Topic(id="eigen-1", name="Vader van Sem drinkt")
    before = session(Note(id="a", number=1, text="Sem", topics=("eigen-1",)), topics=(own,))
    homework = next(topic for topic in TOPICS if topic.id == "huiswerk")
    change = Merge(frozenset({"eigen-1"}), Target(homework, frozenset({"huiswerk"}), own=False))
    after = applied(change, before)
    labels = labels_of(before, after)
    assert taken_back(labels, after)[0].topics == (own,)
    assert taken_back(labels, without(after, "a"))[0].topics == ()
