"""The summary of one conversation for the people who were there, within what they consented to."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import zip_longest

from goedgesprek_tui.dates import dutch_date
from goedgesprek_tui.exports.consent import Told, held_back, told
from goedgesprek_tui.exports.document import Block, Bullet, Document, Heading, Paragraph, Table
from goedgesprek_tui.exports.threads import bullets, by_topic, threads, topic_of
from goedgesprek_tui.models import CHOICES, Note, NoteKind, Problem, Question, Session, Tally
from goedgesprek_tui.text import count
from goedgesprek_tui.topics import TopicList

__all__ = ["dutch_date", "held_back", "summary"]

Section = tuple[str, Iterable[Block]]

TALK = frozenset({NoteKind.QUOTE, NoteKind.SIGNAL})
SPOKEN = frozenset({NoteKind.QUESTION, NoteKind.WISH, NoteKind.TIP})
EXPECTATIONS = ("Ouders verwachten van school", "School mag van ouders verwachten")


def summary(session: Session, topics: TopicList) -> Document:
    """Return the summary of a session; every note that may be told stands in it once."""
    name = topics.with_own(session.topics).name_of
    sections = (*_note_sections(session, name), *_session_sections(session))
    return Document("Samenvatting Goed Gesprek", tuple(_facts(session)), tuple(_blocks(sections)))


def _facts(session: Session) -> Iterator[tuple[str, str]]:
    place = " ".join(part for part in (session.place_kind, session.place) if part)
    minutes = round(session.spent / 60)
    facts = {
        "Datum": dutch_date(session.started.date()),
        "Plek": ", ".join(part for part in (place, session.area) if part),
        "Groep": session.group,
        "Ouders": _parents(session),
        "Leidraad": session.script.name + (f" ({count(minutes, 'minuut', 'minuten')})" if minutes else ""),
    }
    return ((label, value) for label, value in facts.items() if value)


def _parents(session: Session) -> str:
    if session.parents is None:
        return ""
    first_time = f" (voor het eerst: {session.first_time})" if session.first_time is not None else ""
    return f"{session.parents}{first_time}"


def _blocks(sections: Iterable[Section]) -> Iterator[Block]:
    for title, found in sections:
        if blocks := tuple(found):
            yield Heading(2, title)
            yield from blocks


def _note_sections(session: Session, name: Callable[[str], str]) -> Iterator[Section]:
    notes = told(session)

    def points(kind: NoteKind) -> list[Bullet]:
        return [_point(one, name) for one in notes if one.note.kind is kind]

    talk = threads(one for one in notes if one.note.kind in TALK)
    yield "Wat goed gaat", bullets(thread for thread in talk if _goes_well(thread[0]))
    yield "Waar het over ging", by_topic((thread for thread in talk if not _goes_well(thread[0])), name)
    yield "Vragen van ouders", points(NoteKind.QUESTION)
    yield "Wensen", points(NoteKind.WISH)
    yield "Verwachtingen over en weer", _expectations(notes, name)
    yield "Tips van ouder aan ouder", points(NoteKind.TIP)
    yield "Probleemzin", _problem(session.problem)
    unconfirmed = "" if session.problem.confirmed else " (probleemzin nog niet bevestigd)"
    yield f"Wachtlijst{unconfirmed}", points(NoteKind.SOLUTION)
    yield "Proef", points(NoteKind.EXPERIMENT)
    yield "Afspraken", points(NoteKind.AGREEMENT)


def _session_sections(session: Session) -> Iterator[Section]:
    yield "Blijven liggen", map(Bullet, session.left_over)
    yield "Evaluatie", (_answers(tally) for tally in session.tallies if was_answered(tally))
    yield "Over dit verslag", map(Paragraph, _about(session))


def _goes_well(one: Told) -> bool:
    return one.note.positive and not topic_of(one)


def _point(one: Told, name: Callable[[str], str]) -> Bullet:
    return Bullet(with_topics(one, name), tuple(details(one.note)))


def with_topics(one: Told, name: Callable[[str], str]) -> str:
    """Return the text of a note with the names of its topics; as a quote when a parent said it so."""
    text = quoted(one)
    topics = ", ".join(map(name, one.note.topics))
    return f"{text} ({topics})" if topics else text


def quoted(one: Told) -> str:
    """Return the text of a note, between quotation marks when a parent said it so."""
    return f'"{one.text}"' if one.verbatim and one.note.kind in SPOKEN else one.text


def details(note: Note) -> Iterator[str]:
    """Return a sentence for each thing that is known of an agreement or experiment, and its outcome."""
    if note.who:
        yield f"Wie: {sentence(note.who)}"
    if note.sign:
        yield f"Het helpt als: {sentence(note.sign)}"
    if note.due:
        when = "Terugkijken op" if note.kind is NoteKind.EXPERIMENT else "Wanneer:"
        yield f"{when} {dutch_date(note.due)}."
    if note.outcome:
        yield f"Uitkomst: {sentence(note.outcome)}"


def sentence(text: str) -> str:
    """Return text with a full stop, unless it ends like a sentence."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _expectations(notes: Sequence[Told], name: Callable[[str], str]) -> Iterator[Table]:
    found = [one for one in notes if one.note.kind is NoteKind.EXPECTATION]
    of_parents = [with_topics(one, name) for one in found if one.note.expected_of == "ouders"]
    of_school = [with_topics(one, name) for one in found if one.note.expected_of != "ouders"]
    if found:
        yield Table(EXPECTATIONS, tuple(zip_longest(of_school, of_parents, fillvalue="")))


def _problem(problem: Problem) -> Iterator[Bullet]:
    if problem.text:
        who = "Iedereen" if problem.confirmed else "Nog niet iedereen"
        yield Bullet(problem.text, (f"{who} zei ja op deze zin.",))


def was_answered(tally: Tally) -> bool:
    """Whether anything was answered to a question of the evaluation."""
    return bool(tally.words or tally.remarks or any(number for _, number in tally.counts))


def _answers(tally: Tally) -> Bullet:
    one_word = Question(text=tally.question).wants_one_word
    question = "In één woord:" if one_word else CHOICES.sub("?", tally.question)
    counts = ", ".join(f"{answer} {number}" for answer, number in tally.counts if number)
    counted = f"{counts[:1].upper()}{counts[1:]}." if counts else ""
    answers = (question, counted, ", ".join(tally.words))
    return Bullet(" ".join(part for part in answers if part), tally.remarks)


def _about(session: Session) -> Iterator[str]:
    erased = dutch_date(session.started.date() + timedelta(weeks=session.keep_weeks))
    yield "Ouders konden per uitspraak kiezen: letterlijk, alleen de kern, of niet. We noemen geen namen."
    yield f"De ambassadeur verwijdert de ruwe aantekeningen uiterlijk op {erased}."
    yield "Dit verslag gaat naar de groep en naar de mensen die namens ouders met scholen praten."
    if held := len(held_back(session)):
        verb = "staat" if held == 1 else "staan"
        yield f"{count(held, 'zin', 'zinnen')} {verb} er niet in, omdat de kern nog ontbreekt."
    yield "Wil je toch iets laten weghalen? Zeg het tegen de ambassadeur."
