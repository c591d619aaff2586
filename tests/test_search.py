from datetime import UTC, date, datetime

import pytest
from conftest import TOPICS
from hypothesis import given
from hypothesis import strategies as st
from stage import a_session

from goedgesprek_tui.models import Consent, Note, NoteKind, Session, Topic
from goedgesprek_tui.review.marks import Marks, excerpt
from goedgesprek_tui.review.query import days_said
from goedgesprek_tui.review.search import MOST, Index

TODAY = date(2026, 3, 20)


def notes(*texts: str, **all_of: object) -> list[Note]:
    values = [{"id": f"n{at}", "number": at, "text": text} for at, text in enumerate(texts, start=1)]
    return [Note.model_validate({**value, **all_of}) for value in values]


def hits(typed: str, *sessions: Session, typing: bool = False) -> list[str]:
    found = Index(TOPICS, sessions).find(typed, TODAY, typing)
    return [hit.note.text for hit in found.hits]


PLAYGROUND = a_session(
    *notes(
        "Hij wordt gepest op het plein", "Het plein is leeg", "Pesterijen in de pauze", "Café één is dicht"
    )
)


def test_every_form_of_a_word_is_found() -> None:
    assert set(hits("pest", PLAYGROUND)) == {"Hij wordt gepest op het plein", "Pesterijen in de pauze"}


def test_all_words_must_be_there() -> None:
    assert hits("plein pesten", PLAYGROUND) == ["Hij wordt gepest op het plein"]
    assert hits("plein giraffe", PLAYGROUND) == []


def test_accents_and_case_are_optional() -> None:
    assert hits("CAFE een", PLAYGROUND) == ["Café één is dicht"]


def test_the_last_word_is_a_beginning_only_while_typing() -> None:
    assert hits("ple", PLAYGROUND) == []
    assert len(hits("ple", PLAYGROUND, typing=True)) == 2
    assert hits("ple ", PLAYGROUND, typing=True) == []
    assert len(hits("ple*", PLAYGROUND)) == 2


@pytest.mark.parametrize("typed", ['"Op het plein"', "„op het plein”", "‘op het plein’", "«op hét plein»"])
def test_a_phrase_stands_there_just_so(typed: str) -> None:
    assert hits(typed, PLAYGROUND) == ["Hij wordt gepest op het plein"]
    assert hits(typed.replace(" het", "").replace(" hét", ""), PLAYGROUND) == []


def test_a_phrase_is_found_while_it_is_being_typed() -> None:
    assert hits('"op het pl', PLAYGROUND, typing=True) == ["Hij wordt gepest op het plein"]


def test_a_phrase_does_not_run_on_from_the_text_into_the_gist() -> None:
    session = a_session(*notes("Het gaat goed", gist="School bevalt"))
    assert hits('"goed school"', session) == []
    assert hits('"school bevalt"', session) == ["Het gaat goed"]


def test_what_people_get_in_place_of_the_text_is_searched_too() -> None:
    assert hits("leerling", a_session(*notes("Sem is moe", masked="Een leerling is moe"))) == ["Sem is moe"]


def test_removed_and_refused_notes_are_never_found() -> None:
    session = a_session(*notes("geheim", removed=True), *notes("geheim", consent=Consent.NO))
    assert hits("geheim", session) == []


def test_an_erased_note_leaves_no_word_in_the_index() -> None:
    index = Index(TOPICS, [a_session(*notes("zwijgzaam geheimpje", "blijft staan", topics=("mbo",)))])
    index.find("geh", TODAY, typing=True)
    index.put(a_session(*notes("blijft staan")))
    assert index.find("zwijgzaam", TODAY).notes == 0
    assert "geheim" not in repr(vars(index))
    assert "mbo" not in repr(index._labels)
    index.drop("s-1")
    assert len(index) == 0
    assert "blijf" not in repr(vars(index))


def test_a_session_put_in_again_is_found_once() -> None:
    index = Index(TOPICS, [PLAYGROUND])
    index.put(PLAYGROUND)
    found = index.find("plein", TODAY)
    assert (found.notes, found.sessions) == (2, 1)


def test_a_rare_word_counts_for_more_and_the_form_that_was_typed_too() -> None:
    many = a_session(*notes("school school", "school giraffe", "school", "school zebra"))
    index = Index(TOPICS, [many])
    assert index.find("school zebra", TODAY).hits[0].score > index.find("school", TODAY).hits[0].score
    assert hits("pesten", a_session(*notes("gepest", "pesten")))[0] == "pesten"


def test_words_side_by_side_go_before_words_apart() -> None:
    session = a_session(*notes("bang voor een toets", "een toets is vaak bang", "bang is hij, toets of niet"))
    assert hits("een toets bang", session)[0] != "bang is hij, toets of niet"
    apart = a_session(*notes("mijn school mag niet blij", "mag mijn blij school niet"))
    assert hits("blij school", apart)[0] == "mag mijn blij school niet"


def test_of_equal_hits_the_newest_is_first() -> None:
    older = a_session(*notes("moe vroeger"), id="a", started=datetime(2025, 1, 5, tzinfo=UTC))
    newer = a_session(*notes("moe gisteren"), id="b", started=datetime(2026, 1, 5, tzinfo=UTC))
    assert hits("moe", newer, older) == ["moe gisteren", "moe vroeger"]


def test_the_number_is_told_of_all_and_the_hits_are_cut() -> None:
    found = Index(TOPICS, [a_session(*notes(*["moe"] * (MOST + 5)))]).find("moe", TODAY)
    assert (len(found.hits), found.notes, found.sessions) == (MOST, MOST + 5, 1)
    assert found.total == f"{MOST + 5} notities in 1 gesprek"


def labelled(*topics: str) -> Session:
    return a_session(*notes("met thema", topics=topics), *notes("zonder thema"))


@pytest.mark.parametrize("typed", ["thema:pesten", "#pesten", "thema:veiligheid-en-pesten", "Thema:VEILIG"])
def test_a_topic_is_meant_by_its_name_or_a_beginning(typed: str) -> None:
    assert hits(typed, labelled("veiligheid-pesten")) == ["met thema"]


def test_a_topic_is_meant_by_an_older_name_and_one_of_her_own_by_hers() -> None:
    assert hits("thema:eindtoets", labelled("schooladvies-doorstroomtoets")) == ["met thema"]
    own = labelled("x-1").model_copy(update={"topics": (Topic(id="x-1", name="Overblijven"),)})
    assert hits("#overblijven thema", own) == ["met thema"]


def test_a_tag_that_names_no_topic_is_a_word_and_a_sentence_says_so() -> None:
    found = Index(TOPICS, [PLAYGROUND]).find("#plein", TODAY)
    assert found.notes == 2
    assert found.said == ("Er is geen thema „plein”; er is op het woord gezocht.",)


def test_place_kind_and_day_narrow_and_count_together() -> None:
    linde = a_session(*notes("meer gym", kind=NoteKind.WISH), place="De Linde", area="Noord")
    other = a_session(
        *notes("gym is leuk"), id="b", place="De Beuk", started=datetime(2025, 11, 2, tzinfo=UTC)
    )
    for typed in ("gym plek:linde", "soort:wens", "soort:w", "plek:noord", "sinds:maart", "van:1-3-2026 gym"):
        assert hits(typed, linde, other) == ["meer gym"], typed
    for typed in ("gym tot:2025", "tot:november", 'van:"1 november 2025" tot:2-11-2025', "plek:beuk"):
        assert hits(typed, linde, other) == ["gym is leuk"], typed
    assert hits("plek:beuk sinds:maart", linde, other) == []


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("maart", date(2026, 3, 1), date(2026, 3, 31)),
        ("april", date(2025, 4, 1), date(2025, 4, 30)),
        ("mrt-2024", date(2024, 3, 1), date(2024, 3, 31)),
        ("december 2025", date(2025, 12, 1), date(2025, 12, 31)),
        ("20-3", date(2026, 3, 20), date(2026, 3, 20)),
        ("21-3", date(2025, 3, 21), date(2025, 3, 21)),
        ("1-maart-2026", date(2026, 3, 1), date(2026, 3, 1)),
        ("2026-03-01", date(2026, 3, 1), date(2026, 3, 1)),
    ],
)
def test_days_months_and_years(typed: str, first: date, last: date) -> None:
    assert days_said(typed, TODAY) == (first, last)


@pytest.mark.parametrize("typed", ["31-2-2026", "morgen", "m", "20260", "99-99", "-"])
def test_what_is_no_day(typed: str) -> None:
    assert days_said(typed, TODAY) is None


def test_an_unknown_filter_is_words_and_a_sentence_says_so() -> None:
    found = Index(TOPICS, [PLAYGROUND]).find("plaatsje:plein", TODAY)
    assert found.notes == 0
    assert "„plaatsje:” is geen filter" in found.said[0]
    assert hits("het:plein", PLAYGROUND) == hits("het plein", PLAYGROUND)


@pytest.mark.parametrize("typed", ["", "  ", '"', "thema:", "…", "#", "*", "🙂"])
def test_nothing_is_found_for_nothing(typed: str) -> None:
    found = Index(TOPICS, [PLAYGROUND]).find(typed, TODAY, typing=True)
    assert not found.asked
    assert not found.hits


ODD = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="\"„”‘’«»:#*- '’éĳ3pestham", max_size=40),
    st.lists(st.sampled_from(["thema:", "#", '"op', "van:", "tot:3-", "soort:w", "plek:", "pest", ":"])).map(
        "".join
    ),
)


@given(ODD, ODD, st.booleans())
def test_no_query_and_no_note_is_too_strange(typed: str, text: str, typing: bool) -> None:
    index = Index(TOPICS, [a_session(*notes(text or "x"))])
    for hit in index.find(typed, TODAY, typing).hits:
        ends = [at for span in hit.spans for at in span]
        assert ends == sorted(ends)
        assert not ends or (ends[0] >= 0 and ends[-1] <= len(hit.note.text))
    index.drop("s-1")
    assert not index._words
    assert not index._same


@given(st.text(min_size=1, max_size=60))
def test_a_text_finds_itself(text: str) -> None:
    session = a_session(*notes(text))
    typed = " ".join(text.replace('"', " ").replace(":", " ").replace("#", " ").split())
    found = Index(TOPICS, [session]).find(typed, TODAY)
    assert found.hits or not found.asked or any(quote in text for quote in "„“«‘")


def test_a_hit_is_marked_in_the_text_and_the_gist() -> None:
    (hit,) = Index(TOPICS, [a_session(*notes("Hij is gepest!", gist="Pesten, dus"))]).find("pest", TODAY).hits
    assert [hit.note.text[a:b] for a, b in hit.spans] == ["gepest"]
    assert [hit.note.gist[a:b] for a, b in hit.gist_spans] == ["Pesten"]


def test_an_excerpt_is_around_the_hit_and_its_marks_move_along() -> None:
    text = f"{'en toen ' * 60}werd hij gepest op het plein {'en toen ' * 60}"
    spans = Marks(frozenset({"gepest"})).spans(text)
    cut, moved = excerpt(text, spans, 80)
    assert [cut[a:b] for a, b in moved] == ["gepest"]
    assert len(cut) <= 80
    assert cut.startswith(("…en ", "…toen "))
    assert cut.endswith("…")


@given(st.text(max_size=300), st.integers(0, 290), st.integers(1, 9), st.integers(20, 80))
def test_an_excerpt_always_holds_its_first_hit(text: str, start: int, size: int, length: int) -> None:
    spans = [(start, start + size)] if start + size <= len(text) else []
    cut, moved = excerpt(text, spans, length)
    assert len(cut) <= max(length, 2)
    assert [cut[a:b] for a, b in moved] == [text[a:b] for a, b in spans]
