"""Two versions of one session laid beside each other: what comes in, what stays, and what is shown."""

from datetime import date, timedelta
from functools import reduce
from typing import Any

import pytest
from conftest import NOON, SCRIPT
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.exchange.arriving import arrived
from goedgesprek_tui.exchange.differences import about, differences
from goedgesprek_tui.exchange.door import bare_script
from goedgesprek_tui.exchange.merging import merge, taken
from goedgesprek_tui.exports.consent import told
from goedgesprek_tui.history import without
from goedgesprek_tui.models import (
    Asked,
    Consent,
    Exported,
    LeftStanding,
    Note,
    NoteKind,
    Problem,
    Session,
    Tally,
    Topic,
)
from goedgesprek_tui.retention import kept_only

OWN = Topic(id="5b1e", name="De speelplaats")


def a_note(number: int, text: str = "Hij leest graag.", **changes: object) -> Note:
    return Note.model_validate({"id": f"n{number}", "number": number, "text": text, **changes})


def a_session(*notes: Note, **changes: object) -> Session:
    last = max((note.number for note in notes), default=0)
    known = {"id": "s", "started": NOON, "script": SCRIPT, "notes": notes, "last_number": last}
    return Session.model_validate({**known, **changes})


def changed(session: Session, **changes: Any) -> Session:
    """Return the session with its first note changed."""
    first, *others = session.notes
    return session.model_copy(update={"notes": (first.model_copy(update=changes), *others)})


def texts(session: Session) -> list[str]:
    return [note.text for note in session.notes]


# --- notes -----------------------------------------------------------------------------------------


def test_new_notes_come_behind_ours_in_order_of_time_with_numbers_of_their_own() -> None:
    ours = a_session(a_note(1), a_note(2, "Van ons.", id="van-ons", time=9.0))
    theirs = a_session(a_note(1), a_note(2, "Later.", time=3.0), a_note(3, "Eerst.", time=2.0))
    merged = merge(ours, theirs)
    assert texts(merged.session) == ["Hij leest graag.", "Van ons.", "Eerst.", "Later."]
    assert [note.number for note in merged.session.notes] == [1, 2, 3, 4]
    assert (merged.session.last_number, len(merged.added), merged.conflicts) == (4, 2, ())


@pytest.mark.parametrize(
    "filled",
    [
        {"gist": "Lezen gaat goed."},
        {"masked": "[kind] leest graag."},
        {"topics": ("huiswerk",), "heading": "Thuis"},
        {"outcome": "Gelukt."},
        {"due": date(2026, 4, 1)},
        {"consent": Consent.VERBATIM},
        {"consent": Consent.GIST},
    ],
)
def test_what_only_one_side_filled_in_is_kept_whichever_side_that_is(filled: dict[str, Any]) -> None:
    bare, full = a_session(a_note(1)), a_session(a_note(1, **filled))
    for ours, theirs in ((bare, full), (full, bare)):
        merged = merge(ours, theirs)
        assert merged.session == full
        assert merged.conflicts == ()
        assert merged.updated == (ours is bare)


@pytest.mark.parametrize(
    ("mine", "other", "label"),
    [
        ({"text": "Zo."}, {"text": "Anders."}, "de zin"),
        ({"gist": "Zo."}, {"gist": "Anders."}, "de kern"),
        ({"topics": ("mbo",)}, {"topics": ("huiswerk",)}, "het thema"),
        ({"kind": NoteKind.WISH}, {"kind": NoteKind.QUOTE}, "de soort"),
        ({"due": date(2026, 4, 1)}, {"due": date(2026, 5, 1)}, "de dag om terug te kijken"),
        ({"consent": Consent.GIST}, {"consent": Consent.VERBATIM}, "de toestemming"),
    ],
)
def test_what_both_did_differently_stays_ours_and_theirs_is_shown_and_can_be_taken(
    mine: dict[str, Any], other: dict[str, Any], label: str
) -> None:
    ours, theirs = a_session(a_note(1, **mine)), a_session(a_note(1, **other))
    merged = merge(ours, theirs)
    (conflict,) = merged.conflicts
    assert merged.session == ours
    assert about(conflict) == "notitie 1"
    assert [one.label for one in differences(conflict, str)] == [label]
    after = taken(merged.session, conflict)
    assert after == theirs
    assert merge(after, theirs).conflicts == ()


def test_a_replaced_wording_never_comes_beside_other_words() -> None:
    ours = a_session(a_note(1, "Juf Ans helpt hem."))
    theirs = a_session(a_note(1, "Meester Jan helpt hem.", masked="[meester] helpt hem.", gist="Er is hulp."))
    merged = merge(ours, theirs)
    assert (merged.session.notes[0].masked, merged.session.notes[0].gist) == ("", "")
    assert set(merged.conflicts[0].theirs) == {"text", "masked", "gist"}


def test_a_topic_of_their_own_comes_with_the_note_that_has_it() -> None:
    theirs = a_session(a_note(1, topics=("5b1e",)), topics=(OWN, Topic(id="los", name="Van niets")))
    assert merge(a_session(a_note(1)), theirs).session.topics == (OWN,)
    ours = a_session(a_note(1, topics=("mbo",)))
    merged = merge(ours, theirs)
    assert merged.session.topics == ()
    (difference, *_) = differences(merged.conflicts[0], str)
    assert (difference.ours, difference.theirs) == ("mbo", "De speelplaats")
    assert taken(merged.session, merged.conflicts[0]).topics == (OWN,)


# --- what parents said no to ------------------------------------------------------------------------


def test_what_was_erased_or_taken_away_here_does_not_come_back_nor_its_questions() -> None:
    asked = Asked(text="En wat voor leest is dat?", words="leest", note="n1")
    theirs = a_session(
        a_note(1, "Hij leest elke Kerst."),
        a_note(2, "Ja.", follows="n1", clean_question="En wat voor Kerst?"),
        a_note(3, "Weg."),
        asked=[asked],
        names=["Kerst"],
    )
    ours = a_session(a_note(3, "Weg.", removed=True), erased=["n1"])
    merged = merge(ours, theirs)
    assert texts(merged.session) == ["Weg.", "Ja."]
    assert "Kerst" not in merged.session.model_dump_json()
    assert merged.kept_out == 1


@pytest.mark.parametrize("how", ["erased", "refused"])
def test_a_withdrawal_there_hides_the_note_here_at_once_and_erases_nothing(how: str) -> None:
    ours = a_session(a_note(1, consent=Consent.VERBATIM), a_note(2, "Blijft.", consent=Consent.VERBATIM))
    theirs = without(ours, "n1") if how == "erased" else changed(ours, consent=Consent.NO)
    merged = merge(ours, theirs)
    assert [one.text for one in told(merged.session)] == ["Blijft."]
    assert (merged.withdrawn, merged.session.erased) == ((ours.notes[0],), ())
    assert merge(merged.session, theirs).session == merged.session


def test_a_stricter_consent_there_holds_here_too_and_a_wider_one_is_only_shown() -> None:
    wide, narrow = (a_session(a_note(1, consent=one)) for one in (Consent.VERBATIM, Consent.GIST))
    assert merge(wide, narrow).session == merge(narrow, wide).session == narrow
    assert [len(merge(*pair).conflicts) for pair in ((wide, narrow), (narrow, wide))] == [0, 1]


def test_a_note_to_which_parents_said_no_there_does_not_come_in_and_is_counted_once() -> None:
    theirs = a_session(a_note(1), a_note(2, "Nee.", consent=Consent.NO))
    for session in (merge(a_session(a_note(1)), theirs).session, arrived(theirs, "x")):
        assert texts(session) == ["Hij leest graag."]
        assert (session.withheld, session.erased) == (1, ("n2",))
        assert merge(session, theirs).session.withheld == 1


def test_a_new_note_may_not_be_used_for_more_than_where_it_came_from() -> None:
    ours = a_session(consent=Consent.VERBATIM)
    theirs = a_session(a_note(1), consent=Consent.GIST)
    merged = merge(ours, theirs)
    assert merged.session.consent_of(merged.session.notes[0]) is Consent.GIST
    assert merged.session.consent is Consent.VERBATIM
    assert [one.ours for one in merged.conflicts] == [{"consent": Consent.VERBATIM}]
    assert merge(merged.session, theirs).session == merged.session


def test_a_version_that_was_tidied_takes_nothing_away_and_brings_nothing_back() -> None:
    raw = a_session(
        a_note(1, "Ruw.", gist="De kern."),
        a_note(2, "Zonder kern."),
        a_note(3, "Letterlijk.", consent=Consent.VERBATIM),
        a_note(4, "Zelf.", kind=NoteKind.REMARK),
    )
    tidied = kept_only(raw, NOON)
    here = merge(raw, tidied)
    assert (here.session.notes, here.conflicts, here.withdrawn) == (raw.notes, (), ())
    there = merge(tidied, raw)
    assert (there.session, there.conflicts, there.kept_out) == (tidied, (), 2)


# --- all else ---------------------------------------------------------------------------------------


def test_facts_are_filled_in_and_what_differs_is_shown() -> None:
    ours = a_session(place="De Brug", parents=4, left_over=["Gym"])
    theirs = a_session(
        place="De Linde",
        parents=4,
        group="koffie",
        reflection="Rustig.",
        problem=Problem(text="Te druk.", confirmed=True),
        tallies=[Tally(question="Hoe?", words=("fijn",))],
    )
    merged = merge(ours, theirs)
    assert (merged.session.group, merged.session.reflection) == ("koffie", "Rustig.")
    assert (merged.session.problem, merged.session.tallies) == (theirs.problem, theirs.tallies)
    assert [one.theirs for one in merged.conflicts] == [{"place": "De Linde"}]
    assert taken(merged.session, merged.conflicts[0]).place == "De Linde"
    assert merge(merged.session, ours).session == merged.session


def test_another_problem_sentence_or_answer_is_shown_and_can_be_taken() -> None:
    ours = a_session(problem=Problem(text="Druk."), tallies=[Tally(question="Hoe?", words=("fijn",))])
    theirs = a_session(problem=Problem(text="Stil."), tallies=[Tally(question="Hoe?", words=("lang",))])
    merged = merge(ours, theirs)
    assert merged.session == ours
    after = reduce(taken, merged.conflicts, merged.session)
    assert (after.problem.text, after.problem.versions) == ("Stil.", ("Druk.",))
    assert after.tallies == theirs.tallies
    said = [differences(one, str)[0] for one in merged.conflicts]
    assert [(one.ours, one.theirs) for one in said] == [
        ("Druk. (nog geen ja)", "Stil. (nog geen ja)"),
        ("Hoe? fijn", "Hoe? lang"),
    ]


def test_decisions_on_words_come_along_only_for_the_same_words() -> None:
    left = [LeftStanding(spot=f"n{n}.text.0", words="Ans") for n in (1, 2, 3)]
    theirs = a_session(a_note(1, "Ans."), a_note(2, "Ans?"), a_note(3, "Ans!"), left=left, names=["Bo"])
    merged = merge(a_session(a_note(1, "Ans."), a_note(2, "Juf Ans?")), theirs)
    assert [one.spot for one in merged.session.left] == ["n1.text.0", "n3.text.0"]
    assert merged.session.names == ("Bo",)


def test_their_exports_are_named_but_never_taken_for_files_of_ours() -> None:
    theirs = a_session(exports=[Exported(when=NOON.date(), format="md", file="verslag.md")])
    once = merge(a_session(), theirs).session
    assert [one.file for one in once.exports] == ["elders/verslag.md"]
    assert merge(once, theirs).session == once
    assert merge(theirs, once).session == theirs
    assert [one.file for one in arrived(theirs, "x").exports] == ["elders/verslag.md"]
    for named in ("./verslag.md", "/home/ons/uitvoer/verslag.md", "..\\verslag.md"):
        hostile = theirs.model_copy(
            update={"exports": (theirs.exports[0].model_copy(update={"file": named}),)}
        )
        assert [one.file for one in arrived(hostile, "x").exports] == ["elders/verslag.md"]


def test_a_session_of_which_only_notes_were_known_gets_its_script_and_day_later() -> None:
    whole = a_session(a_note(1, phase="Wat leeft er"), place="De Brug")
    bare = whole.model_copy(
        update={"script": bare_script(whole.notes), "place": "", "started": NOON.replace(hour=0)}
    )
    assert merge(bare, whole).session == whole
    assert merge(whole, bare).session == whole
    more = bare.model_copy(update={"notes": (*bare.notes, a_note(2, phase="Einde"))})
    assert [phase.title for phase in merge(bare, more).session.script.phases] == ["Wat leeft er", "Einde"]


def test_an_open_session_comes_in_as_ended_and_without_what_was_half_typed() -> None:
    theirs = a_session(draft="half", off_record=True, paused=True, seconds=[60.0])
    here = arrived(theirs, "van-fatima.zip, 3 maart 2026")
    assert (here.draft, here.off_record, here.paused) == ("", False, False)
    assert here.ended == NOON + timedelta(minutes=1)
    assert here.origin == "van-fatima.zip, 3 maart 2026"
    assert merge(here, theirs).session == here


def test_an_open_session_of_ours_stays_open_with_its_half_typed_line() -> None:
    ours = a_session(draft="half")
    theirs = a_session(a_note(1), ended=NOON, draft="anders", origin="ergens")
    merged = merge(ours, theirs).session
    assert (merged.ended, merged.draft, merged.origin, len(merged.notes)) == (None, "half", "", 1)


def test_two_different_sessions_are_never_merged() -> None:
    with pytest.raises(ValueError, match="different"):
        merge(a_session(), a_session(id="ander"))


# --- whatever they hold -----------------------------------------------------------------------------

WORDS = st.sampled_from(["Hij leest.", "Meer gym.", "Juf Ans helpt.", "[lacht]"])
ANY_NOTE = {
    "text": WORDS,
    "gist": st.sampled_from(["", "Lezen.", "Gym."]),
    "masked": st.sampled_from(["", "[juf] helpt."]),
    "kind": st.sampled_from([NoteKind.QUOTE, NoteKind.WISH, NoteKind.REMARK]),
    "consent": st.sampled_from([None, *Consent]),
    "topics": st.sampled_from([(), ("mbo",), ("5b1e",), ("5b1e", "mbo")]),
    "time": st.sampled_from([0.0, 1.0, 2.5]),
    "outcome": st.sampled_from(["", "Gelukt."]),
    "removed": st.booleans(),
}


@st.composite
def versions(draw: st.DrawFn) -> Session:
    ids = draw(st.lists(st.sampled_from("abcdef"), unique=True, max_size=6))
    notes = [
        Note(id=id_, number=at, **{k: draw(v) for k, v in ANY_NOTE.items()}) for at, id_ in enumerate(ids, 1)
    ]
    erased = draw(st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=3))
    session = a_session(
        *notes,
        place=draw(st.sampled_from(["", "De Brug", "De Linde"])),
        consent=draw(st.sampled_from([Consent.GIST, Consent.VERBATIM])),
        erased=[id_ for id_ in erased if id_ not in ids],
        topics=(OWN,),
        draft=draw(st.sampled_from(["", "half"])),
        problem=Problem(text=draw(st.sampled_from(["", "Druk.", "Stil."]))),
        names=draw(st.sampled_from([(), ("Ans",)])),
        last_number=len(ids) + draw(st.integers(0, 2)),
    )
    return kept_only(session, NOON) if draw(st.integers(0, 5)) == 0 else session


@given(versions())
def test_a_session_merged_with_itself_is_itself(session: Session) -> None:
    merged = merge(session, session)
    assert (merged.session, merged.added, merged.conflicts, merged.withdrawn) == (session, (), (), ())
    here = arrived(session, "x")
    assert merge(here, session).session == here


@given(versions(), versions())
def test_a_second_time_changes_nothing(ours: Session, theirs: Session) -> None:
    once = merge(ours, theirs).session
    again = merge(once, theirs)
    assert (again.session, again.added) == (once, ())


@given(versions(), versions())
def test_no_note_is_lost_but_what_was_erased_refused_or_taken_away(ours: Session, theirs: Session) -> None:
    merged = merge(ours, theirs)
    after = {note.id: note for note in merged.session.notes}
    assert list(after)[: len(ours.notes)] == [note.id for note in ours.notes]
    assert all(after[note.id].text == note.text for note in ours.notes)
    numbers = [note.number for note in merged.session.notes]
    assert numbers == sorted(set(numbers))
    missing = [note for note in theirs.shown if note.id not in after]
    assert len(missing) == merged.kept_out
    if not ours.kept_only:
        assert all(note.id in ours.erased for note in missing)


@given(versions(), versions())
def test_nothing_is_used_for_more_than_both_said(ours: Session, theirs: Session) -> None:
    after = merge(ours, theirs).session
    allowed = {note.id: ours.consent_of(note) for note in ours.notes}
    said = {
        note.id: note.consent or (None if note.id in allowed else theirs.consent) for note in theirs.notes
    }
    order = [Consent.VERBATIM, Consent.GIST, Consent.NO]
    for note in after.notes:
        now = order.index(after.consent_of(note))
        own = next((one.consent for one in ours.notes if one.id == note.id), None)
        assert (
            now >= max((order.index(one) for one in (own, said.get(note.id)) if one), default=0)
            or note.removed
        )


@given(versions(), versions(), versions())
def test_the_order_of_two_files_makes_no_difference_unless_they_contradict(
    ours: Session, one: Session, two: Session
) -> None:
    first, second = merge(ours, one), merge(ours, two)
    this, that = merge(first.session, two), merge(second.session, one)
    if any(each.kept_only for each in (ours, one, two)):
        return  # tidied before or after makes a difference: here nothing is tidied by itself
    assert {n.id for n in this.session.shown} == {n.id for n in that.session.shown}
    if not any(each.conflicts for each in (first, second, this, that)):
        assert _contents(this.session) == _contents(that.session)


def _contents(session: Session) -> tuple[object, ...]:
    notes = {n.id: n.model_copy(update={"number": 1}) for n in session.shown}
    return notes, session.place, session.problem, {*session.names}, {*session.topics}
