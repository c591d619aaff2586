"""What a typed line means: a command, a note with its kind and topics, or an answer in the evaluation."""

import re
from dataclasses import dataclass

from goedgesprek_tui.models import MAX_TOPICS, NoteKind, Topic
from goedgesprek_tui.text import fold, one_line
from goedgesprek_tui.topics import TopicList

SHORT_FORMS = {
    "c": NoteKind.QUOTE,
    "s": NoteKind.SIGNAL,
    "v": NoteKind.QUESTION,
    "w": NoteKind.WISH,
    "vw": NoteKind.EXPECTATION,
    "a": NoteKind.AGREEMENT,
    "t": NoteKind.TIP,
    "e": NoteKind.EXPERIMENT,
    "o": NoteKind.SOLUTION,
    "n": NoteKind.REMARK,
}
KIND = re.compile(r"(?P<name>\w+)\s*:\s*(?P<rest>.*)", re.DOTALL)
TAG = re.compile(r"(?<!\S)#(?P<word>\w[\w'’-]*)")
NUMBERS = re.compile(r"\d{1,4}(?:[\s,;/]+\d{1,4})*")
LABEL_FIRST = re.compile(r"(?P<label>[^\d,;:=]+?)\s*[:=]?\s*(?P<number>\d{1,4})")
NUMBER_FIRST = re.compile(r"(?P<number>\d{1,4})\s*x?\s+(?P<label>[^\d,;]+)")
AROUND_WORD = re.compile(r"\A[\s.!]+|[\s.!]+\Z")
MAX_WORDS_OF_ONE_WORD = 2
LONGEST_COUNTS = 120


@dataclass(frozen=True)
class Line:
    """A typed line as it is understood.

    `command` is the word after the slash, "" for a note; `text` is then what comes behind it. `topics` are
    ids; `heading` is the older name of the first one when that was typed. `unknown` are the #words that
    name no topic and `surplus` those above the three that a note can have: both stay in the text.
    """

    text: str
    kind: NoteKind = NoteKind.QUOTE
    topics: tuple[str, ...] = ()
    heading: str = ""
    command: str = ""
    unknown: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()


def read_line(typed: str, topics: TopicList) -> Line:
    """Return what a typed line means; its text is cleaned, and empty when nothing of it would be stored."""
    text = one_line(typed).strip()
    if text.startswith("//"):
        return Line(text[1:])
    if is_command(text):
        word, _, rest = text[1:].partition(" ")
        return Line(rest.strip(), command=word or "/")
    kind, text = _kind_in_front(text)
    return _Tags(topics).read(text, kind)


def is_command(typed: str) -> bool:
    """Return whether a line is a command, or the beginning of one; // begins a sentence."""
    return typed.startswith("/") and not typed.startswith("//")


def tag_for(topic: Topic) -> str:
    """Return what is typed behind a # for a topic: its name, hyphens for spaces; else its id."""
    tag = fold(topic.name).replace(" ", "-")
    return tag if TAG.fullmatch(f"#{tag}") else topic.id


def kind_named(name: str) -> NoteKind | None:
    """Return the kind with this name or short form."""
    word = name.casefold()
    return SHORT_FORMS.get(word) or next((kind for kind in NoteKind if kind.value == word), None)


def read_counts(text: str, choices: tuple[str, ...]) -> tuple[tuple[str, int], ...] | None:
    """Return a count per answer from `7 2 0`, `7 2`, `ja 7, beetje 2` or `7 ja, 2 nee`; else None.

    Bare numbers are for the answers in their order; one number alone could be anything and is no count.
    """
    text = " ".join(text.split())
    if not choices or len(text) > LONGEST_COUNTS:
        return None
    if NUMBERS.fullmatch(text):
        numbers = [int(number) for number in re.findall(r"\d+", text)]
        return tuple(zip(choices, numbers, strict=False)) if 2 <= len(numbers) <= len(choices) else None
    for pattern in (LABEL_FIRST, NUMBER_FIRST):
        counts = _labelled(text, choices, pattern)
        if counts:
            return counts
    return None


def read_words(text: str) -> tuple[str, ...] | None:
    """Return the single words of `fijn, te kort, gezellig`; None for a line that holds a sentence."""
    words = tuple(word for piece in pieces(text) if (word := AROUND_WORD.sub("", piece)))
    short = all(len(word.split()) <= MAX_WORDS_OF_ONE_WORD for word in words)
    return words if words and short else None


def pieces(text: str) -> list[str]:
    """Return what stands between commas and the like."""
    return [piece.strip() for piece in re.split(r"[,;/]", text) if piece.strip()]


def _kind_in_front(text: str) -> tuple[NoteKind, str]:
    found = KIND.fullmatch(text)
    kind = kind_named(found["name"]) if found else None
    return (kind, found["rest"].strip()) if found and kind else (NoteKind.QUOTE, text)


class _Tags:
    """Reads the #words of one line."""

    def __init__(self, topics: TopicList) -> None:
        self.topics = topics
        self.ids: list[str] = []
        self.heading = ""
        self.unknown: list[str] = []
        self.surplus: list[str] = []

    def read(self, text: str, kind: NoteKind) -> Line:
        taken = [tag for tag in TAG.finditer(text) if self._take(tag["word"])]
        start = _edge(taken, text)
        backwards = [tag for tag in reversed(taken) if tag.start() >= start]
        end = _edge(backwards, text, from_end=True)
        inside = text[start:end]
        for tag in backwards:
            if tag.end() <= end:
                at = tag.start() - start
                inside = inside[:at] + inside[at + 1 :]
        return Line(
            inside.strip(),
            kind,
            tuple(self.ids),
            self.heading,
            unknown=tuple(self.unknown),
            surplus=tuple(self.surplus),
        )

    def _take(self, word: str) -> bool:
        found = self.topics.find(word)
        if not found:
            self.unknown += [word] if word not in self.unknown else []
            return False
        topic, heading = found
        if topic.id in self.ids:
            return True
        if len(self.ids) == MAX_TOPICS:
            self.surplus += [word] if word not in self.surplus else []
            return False
        if not self.ids:
            self.heading = heading
        self.ids.append(topic.id)
        return True


def _edge(tags: list[re.Match[str]], text: str, from_end: bool = False) -> int:
    """Return how far the tags go that stand together at the start, or at the end, of the text."""
    edge = len(text) if from_end else 0
    for tag in tags:
        between = text[tag.end() : edge] if from_end else text[edge : tag.start()]
        if between.strip() or not re.match(r"\s|$", text[tag.end() :]):
            break
        edge = tag.start() if from_end else tag.end()
    return edge


def _labelled(
    text: str, choices: tuple[str, ...], pattern: re.Pattern[str]
) -> tuple[tuple[str, int], ...] | None:
    counts: dict[str, int] = {}
    rest = text
    while rest := rest.lstrip(" ,;"):
        found = pattern.match(rest)
        choice = _choice(found["label"], choices) if found else None
        if not found or not choice or choice in counts:
            return None
        counts[choice] = int(found["number"])
        rest = rest[found.end() :]
    return tuple((choice, counts[choice]) for choice in choices if choice in counts)


def _choice(label: str, choices: tuple[str, ...]) -> str | None:
    typed = fold(label).removeprefix("en ")
    if not typed:
        return None
    for choice in choices:
        name = fold(choice)
        if name == typed or typed in name.split():
            return choice
    return None
