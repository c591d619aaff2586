"""Quotes and signals in the order they are read: under their topic, and after what they were an answer to."""

from collections.abc import Callable, Iterable, Iterator

from goedgesprek_tui.exports.consent import Told
from goedgesprek_tui.exports.document import Bullet, Heading, Quote
from goedgesprek_tui.models import NoteKind

Thread = tuple[Told, ...]
"""A quote or signal, followed by what was told when it was asked on."""


def threads(told: Iterable[Told]) -> list[Thread]:
    """Put every note after the earlier one it follows, in the order in which the threads began.

    A note with another topic of its own than the one it follows begins a thread, so that it stands under
    its own heading.
    """
    topics: dict[str, str] = {}
    answers: dict[str, list[Told]] = {}
    roots = []
    for one in told:
        note, topic = one.note, topic_of(one)
        if note.follows in topics and topic in ("", topics[note.follows]):
            topics[note.id] = topics[note.follows]
            answers.setdefault(note.follows, []).append(one)
        else:
            topics[note.id] = topic
            roots.append(one)
    return [tuple(_walk(root, answers)) for root in roots]


def topic_of(one: Told) -> str:
    """Return the id of the topic a note stands under, or an empty string."""
    return one.note.topics[0] if one.note.topics else ""


def by_topic(found: Iterable[Thread], name: Callable[[str], str]) -> Iterator[Heading | Bullet]:
    """Return threads under a heading per topic, in order of first mention; those without a topic come last.

    A heading is the older name of the topic when all notes under it bear that.
    """
    groups: dict[str, list[Thread]] = {}
    for thread in found:
        groups.setdefault(topic_of(thread[0]), []).append(thread)
    for topic in sorted(groups, key=lambda topic: topic == ""):
        group = groups[topic]
        shared = shared_heading(one for thread in group for one in thread)
        yield Heading(3, (shared or name(topic)) if topic else "Zonder thema")
        yield from bullets(group)


def bullets(found: Iterable[Thread]) -> Iterator[Bullet]:
    """Return each thread as one point of a list; those that begin with a signal come first."""
    return map(_bullet, sorted(found, key=lambda thread: thread[0].note.kind is not NoteKind.SIGNAL))


def _walk(root: Told, answers: dict[str, list[Told]]) -> Iterator[Told]:
    waiting = [root]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(reversed(answers.get(one.note.id, [])))


def shared_heading(group: Iterable[Told]) -> str:
    """Return the older name of a topic that all notes under it bear; empty when they do not share one."""
    names = {one.note.heading for one in group if one.note.topics}
    shared = names.pop() if len(names) == 1 else ""
    return shared[:1].upper() + shared[1:]


def _bullet(thread: Thread) -> Bullet:
    seen = {one.note.id: one for one in thread}
    lines: list[str | Quote] = []
    for one in thread:
        asked_on = seen.get(one.note.follows)
        if one.note.clean_question and asked_on and asked_on.as_typed:
            lines.append(f"Gevraagd: {one.note.clean_question}")
        lines.extend(_lines(one))
    return Bullet(lines[0], tuple(lines[1:]))


def _lines(one: Told) -> list[str | Quote]:
    if one.note.kind is not NoteKind.QUOTE or not one.verbatim:
        return [one.text]
    words = Quote(one.text)
    return [one.note.gist, words] if one.note.gist else [words]
