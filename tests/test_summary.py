from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goedgesprek_tui.exports.document import Bullet, Document, Heading, Paragraph, Table
from goedgesprek_tui.exports.markdown import to_markdown
from goedgesprek_tui.exports.summary import dutch_date, held_back, summary
from goedgesprek_tui.models import (
    Consent,
    Note,
    NoteKind,
    Phase,
    Problem,
    Script,
    ScriptKind,
    Session,
    Tally,
    Topic,
)
from goedgesprek_tui.topics import TopicList

GOLDEN = Path(__file__).parent / "fixtures" / "samenvatting.md"
SCRIPT = Script(
    id="plein",
    name="Koffie op het plein",
    minutes=45,
    kind=ScriptKind.GROUP,
    phases=(Phase(title="Nu", minutes=45),),
)
TOPICS = TopicList(
    (
        Topic(id="eten", name="Eten en drinken op school", also=("Overblijven",)),
        Topic(id="verkeer", name="Verkeer rond de school"),
    )
)


def a_session(*notes: Note, **changes: object) -> Session:
    started = datetime(2026, 5, 21, 8, 45, tzinfo=UTC)
    known = {"id": "s-1", "started": started, "script": SCRIPT, "consent": Consent.VERBATIM, "notes": notes}
    return Session.model_validate({**known, **changes})


def a_note(number: int, text: str, **changes: object) -> Note:
    return Note.model_validate({"id": f"n{number}", "number": number, "text": text, **changes})


def sections(document: Document) -> dict[str, list[str]]:
    """Return the lines under each heading; those of one point or row are joined by ` / `."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for block in document.blocks:
        match block:
            case Heading(_, text):
                lines = found.setdefault(text, [])
            case Paragraph(text):
                lines.append(text)
            case Bullet(text, under):
                lines.append(" / ".join(map(str, (text, *under))))
            case Table(_, rows):
                lines.extend(" / ".join(row) for row in rows)
    return found


def told_in(*notes: Note, **changes: object) -> dict[str, list[str]]:
    return sections(summary(a_session(*notes, **changes), TOPICS))


KERN, NEE, JA = Consent.GIST, Consent.NO, Consent.VERBATIM
SIGNAL, WISH, EXPECTATION = NoteKind.SIGNAL, NoteKind.WISH, NoteKind.EXPECTATION

TALK = (
    a_note(1, "Hij vertelt aan tafel over de moestuin.", positive=True),
    a_note(2, "Ik durf haar niet alleen te laten oversteken.", topics=["verkeer"]),
    a_note(
        3,
        "Dan staat alles stil en toetert iedereen.",
        follows="n2",
        clean_question="En wanneer je haar niet alleen laat oversteken, wat gebeurt er dan?",
    ),
    a_note(4, "Meerdere ouders vinden de stoep te vol.", kind=SIGNAL, topics=["verkeer"], consent=KERN),
    a_note(
        5,
        "Een kwartier eten, dat lukt de mijne nooit.",
        topics=["eten"],
        heading="Overblijven",
        consent=KERN,
        gist="Een ouder vindt de tijd om te eten te kort.",
    ),
    a_note(
        6, "Zij ruilt haar brood.", topics=["eten"], heading="Overblijven", gist="Kinderen ruilen hun eten."
    ),
    a_note(7, "Het is hier een bijenkorf."),
)
OTHER_KINDS = (
    a_note(8, "Wie bepaalt de schooltijden?", kind=NoteKind.QUESTION),
    a_note(9, "Een klaar-over bij het zebrapad", kind=WISH, topics=["verkeer"]),
    a_note(10, "Ouders willen graag een overdekte plek.", kind=WISH, consent=KERN),
    a_note(11, "Zeg het op tijd als er een uitje is.", kind=EXPECTATION, expected_of="school"),
    a_note(12, "Breng je kind op tijd.", kind=EXPECTATION, expected_of="ouders"),
    a_note(13, "Bel ook eens voor iets leuks.", kind=EXPECTATION),
    a_note(14, "Fiets de route op zondag een keer samen.", kind=NoteKind.TIP),
    a_note(15, "De straat afsluiten.", kind=NoteKind.SOLUTION),
    a_note(
        16,
        "Twee weken lopend naar school met een groepje.",
        kind=NoteKind.EXPERIMENT,
        who="zes ouders",
        sign="er minder auto's op de stoep staan",
        due=date(2026, 6, 18),
        outcome="Vier ouders gaan door",
    ),
    a_note(
        17,
        "De ambassadeur vraagt de gemeente om een telling.",
        kind=NoteKind.AGREEMENT,
        who="de ambassadeur",
        due=date(2026, 6, 1),
    ),
)
NOT_TOLD = (
    a_note(18, "Ik praatte te veel.", kind=NoteKind.REMARK),
    a_note(19, "Dat mag niemand weten.", consent=NEE),
    a_note(20, "Dat was een vergissing.", removed=True),
    a_note(21, "Mijn eigen woorden, liever niet zo.", consent=KERN),
)
WHOLE = a_session(
    *TALK,
    *OTHER_KINDS,
    *NOT_TOLD,
    place_kind="buurthuis",
    place="De Wissel",
    area="wijk Havenzicht",
    group="inloop op donderdag",
    parents=11,
    first_time=3,
    seconds=(1500.0, 1210.0),
    problem=Problem(text="Om half negen is er voor kinderen geen veilige weg naar binnen."),
    left_over=("De gymtijden.",),
    tallies=(
        Tally(
            question="Was er tijd genoeg: ja, net aan of nee?", counts=(("ja", 8), ("net aan", 3), ("nee", 0))
        ),
        Tally(
            question="Hoe was het, in één woord?", words=("warm", "druk"), remarks=("Volgende keer thee.",)
        ),
        Tally(question="Kom je weer: ja of nee?", counts=(("ja", 0),)),
    ),
)


def test_a_whole_conversation_reads_as_the_example() -> None:
    assert to_markdown(summary(WHOLE, TOPICS)) == GOLDEN.read_text(encoding="utf-8")


def test_of_an_empty_conversation_only_the_facts_and_the_explanation_are_told() -> None:
    document = summary(a_session(), TOPICS)
    assert document.facts == (("Datum", "21 mei 2026"), ("Leidraad", "Koffie op het plein"))
    assert list(sections(document)) == ["Over dit verslag"]


@pytest.mark.parametrize(("month", "name"), [(1, "januari"), (3, "maart"), (8, "augustus"), (12, "december")])
def test_dates_are_written_out_in_dutch(month: int, name: str) -> None:
    assert dutch_date(date(2026, month, 9)) == f"9 {name} 2026"


def test_topics_stand_in_order_of_first_mention_and_signals_before_quotes() -> None:
    found = told_in(
        a_note(1, "een", topics=["verkeer"]),
        a_note(2, "twee", topics=["eten"]),
        a_note(3, "drie"),
        a_note(4, "vier", topics=["verkeer", "eten"], kind=SIGNAL),
    )
    assert list(found)[:4] == [
        "Waar het over ging",
        "Verkeer rond de school",
        "Eten en drinken op school",
        "Zonder thema",
    ]
    assert found["Verkeer rond de school"] == ["vier", 'Ouder: "een"']


def test_a_heading_is_the_older_name_only_when_all_notes_under_it_bear_it() -> None:
    older = a_note(1, "een", topics=["eten"], heading="Overblijven")
    assert "Overblijven" in told_in(older)
    assert "Eten en drinken op school" in told_in(older, a_note(2, "twee", topics=["eten"]))


def test_a_topic_of_the_session_itself_gives_its_heading() -> None:
    own = Topic(id="9f2c", name="De moestuin")
    assert told_in(a_note(1, "een", topics=["9f2c"]), topics=(own,))["De moestuin"] == ['Ouder: "een"']


def test_answers_stand_under_the_quote_that_was_asked_on() -> None:
    found = told_in(
        a_note(1, "een", kind=SIGNAL),
        a_note(2, "twee", follows="n1"),
        a_note(3, "drie", follows="n1", clean_question="En is er nog iets?"),
        a_note(4, "vier", follows="n2", clean_question="En wat voor twee?"),
    )
    lines = ["een", 'Ouder: "twee"', "Gevraagd: En wat voor twee?", 'Ouder: "vier"']
    assert found["Zonder thema"] == [" / ".join([*lines, "Gevraagd: En is er nog iets?", 'Ouder: "drie"'])]


def test_an_answer_with_another_topic_stands_under_its_own_heading() -> None:
    asked = {"follows": "n1", "clean_question": "En wat voor een?"}
    found = told_in(a_note(1, "een", topics=["eten"]), a_note(2, "twee", topics=["verkeer"], **asked))
    assert found["Verkeer rond de school"] == ['Ouder: "twee"']


def test_a_question_made_of_words_that_may_not_be_told_is_left_out() -> None:
    asked = {"follows": "n1", "clean_question": "En wat voor geheim is dat?"}
    for hidden in (a_note(1, "geheim", consent=KERN, gist="iets"), a_note(1, "geheim", consent=NEE)):
        told = to_markdown(summary(a_session(hidden, a_note(2, "twee", **asked)), TOPICS))
        assert "geheim" not in told
        assert "twee" in told


def test_a_question_of_her_own_with_words_of_another_note_that_was_refused_is_left_out() -> None:
    asked = {"follows": "n2", "clean_question": "En als de vader van Sem drinkt, wat voor zorgen zijn dat?"}
    refused = a_note(1, "De vader van Sem drinkt.", consent=NEE)
    told = to_markdown(summary(a_session(refused, a_note(2, "zorgen"), a_note(3, "slecht", **asked)), TOPICS))
    assert "Sem" not in told
    assert "slecht" in told
    allowed = refused.model_copy(update={"consent": None})
    whole = to_markdown(
        summary(a_session(allowed, a_note(2, "zorgen"), a_note(3, "slecht", **asked)), TOPICS)
    )
    assert "Gevraagd: En als de vader van Sem drinkt" in whole


def test_two_thousand_answers_in_a_row_are_told() -> None:
    chain = [a_note(n, f"w{n}", follows=f"n{n - 1}") for n in range(1, 2001)]
    assert len(told_in(*chain)["Zonder thema"][0].split(" / ")) == 2000


def test_only_words_that_may_be_told_literally_stand_in_quotation_marks() -> None:
    wish = a_note(1, "meer gym", kind=WISH)
    assert told_in(wish)["Wensen"] == ['"meer gym"']
    assert told_in(wish, consent=KERN)["Wensen"] == ["meer gym"]
    assert told_in(wish.model_copy(update={"gist": "bewegen"}), consent=KERN)["Wensen"] == ["bewegen"]


def test_a_confirmed_problem_sentence_opens_the_waiting_list() -> None:
    found = told_in(
        a_note(1, "een groepsapp", kind=NoteKind.SOLUTION), problem=Problem(text="Niks.", confirmed=True)
    )
    assert found["Probleemzin"] == ["Niks. / Iedereen zei ja op deze zin."]
    assert found["Wachtlijst"] == ["een groepsapp"]


def test_the_number_of_quotes_held_back_is_told() -> None:
    session = a_session(a_note(1, "een"), a_note(2, "twee"), a_note(3, "drie", gist="kern"), consent=KERN)
    assert [note.id for note in held_back(session)] == ["n1", "n2"]
    about = sections(summary(session, TOPICS))["Over dit verslag"]
    assert "2 zinnen staan er niet in, omdat de kern nog ontbreekt." in about


def test_nothing_that_people_should_not_see_is_in_the_summary() -> None:
    session = WHOLE.model_copy(
        update={"ambassador": "Ambassadeur 4", "reflection": "Zelf rustiger.", "draft": "Nog niet af"}
    )
    told = to_markdown(summary(session, TOPICS))
    for hidden in (
        "s-1",
        "n21",
        "8:45",
        "08:45",
        "Ambassadeur 4",
        "rustiger",
        "Nog niet af",
        *(n.text for n in NOT_TOLD),
    ):
        assert hidden not in told


NUMBERS = st.integers(1, 12)
ANY_NOTE = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(NoteKind),
        "consent": st.sampled_from([None, *Consent]),
        "has_gist": st.booleans(),
        "topics": st.lists(st.sampled_from(["eten", "verkeer", "onbekend"]), unique=True),
        "positive": st.booleans(),
        "removed": st.booleans(),
        "follows": st.none() | NUMBERS,
        "expected_of": st.sampled_from([None, "school", "ouders"]),
    }
)


def drawn(number: int, given: dict[str, object]) -> Note:
    """Return a note with texts by which it can be found: `woord7.` and so on."""
    given = dict(given)
    gist, follows = given.pop("has_gist"), given.pop("follows")
    texts = {"gist": f"kern{number}." if gist else "", "clean_question": f"vraag{number}."}
    return a_note(number, f"woord{number}.", follows=f"n{follows}" if follows else "", **texts, **given)


@settings(deadline=None)
@given(st.lists(ANY_NOTE, max_size=12), st.sampled_from([JA, KERN]))
def test_every_note_is_told_once_and_no_more_of_it_than_was_consented_to(
    given_notes: list[dict[str, object]], usual: Consent
) -> None:
    notes = [drawn(number, given) for number, given in enumerate(given_notes, 1)]
    session = a_session(*notes, consent=usual)
    told = str(summary(session, TOPICS))
    for note in notes:
        consent = session.consent_of(note)
        quote, hidden = note.kind is NoteKind.QUOTE, note.removed or note.kind is NoteKind.REMARK
        words = not hidden and (consent is JA or (consent is KERN and not quote and not note.gist))
        gist = not hidden and (consent is KERN or (consent is JA and quote))
        assert told.count(note.text) == words
        assert told.count(f"kern{note.number}.") == (gist and bool(note.gist))
        assert told.count(note.clean_question) <= (words or gist)
        if note.clean_question in told:
            assert notes[int(note.follows[1:]) - 1].text in told
