"""What the live screen shows beside itself: lists to choose from, cards, help, the empty screen."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from goedgesprek_tui.asking import every, instead_of_questions
from goedgesprek_tui.clean.stretch import stretches
from goedgesprek_tui.clean.words import candidates
from goedgesprek_tui.commands.answer import Answer, Show
from goedgesprek_tui.folders import path_of
from goedgesprek_tui.line import tag_for
from goedgesprek_tui.models import Note, NoteKind, Session
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.pick import SEARCH, PickScreen, among
from goedgesprek_tui.text import fold, shortened
from goedgesprek_tui.topics import TopicList
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.recorder import Recorder

if TYPE_CHECKING:
    from goedgesprek_tui.screens.live import LiveScreen

KIND_DETAILS = {
    NoteKind.QUOTE: "wat één ouder zegt, letterlijk",
    NoteKind.SIGNAL: "wat je hoort, in jouw woorden",
    NoteKind.QUESTION: "wat een ouder wil weten",
    NoteKind.WISH: "wat een ouder graag wil",
    NoteKind.EXPECTATION: "wat ouders en school van elkaar verwachten",
    NoteKind.AGREEMENT: "wat je afspreekt",
    NoteKind.TIP: "van ouder aan ouder",
    NoteKind.EXPERIMENT: "een kleine proef, met een dag om terug te kijken",
    NoteKind.SOLUTION: "een vroege oplossing, voor de wachtlijst",
    NoteKind.REMARK: "van jou zelf, komt nooit in een verslag",
}
ON_DANGER = "onveilig"
CONSENTS = (Row("Ja, letterlijk", "ja"), Row("Alleen de kern", "kern"), Row("Nee", "nee"))


class Showing:
    """Opens the right screen for an answer, and takes what was chosen back to the line."""

    def __init__(self, live: "LiveScreen") -> None:
        """Show beside this screen."""
        self.live = live

    def show(self, answer: Answer) -> None:
        """Show what an answer asks for."""
        note = answer.note
        match answer.show:
            case Show.ALOUD:
                self.live.aloud = not self.live.aloud
            case Show.PHASES:
                self._pick("Naar welke fase?", among(self._phases()), "/fase {}")
            case Show.TOPICS if note:
                title = f"Welk thema hoort bij {note.short()}?"
                self._pick(title, self._by_name, f"/thema {note.number} {{}}")
            case Show.KINDS if note:
                rows = [Row(kind.value, kind.value, detail) for kind, detail in KIND_DETAILS.items()]
                self._pick(f"Wat is {note.short()}?", among(rows), f"/soort {note.number} {{}}")
            case Show.CONSENTS if note:
                self._pick(f"Mag {note.short()} mee?", among(CONSENTS), f"/toestemming {note.number} {{}}")
            case Show.WORDS if note:
                self._words(note)
            case Show.QUESTIONS if note:
                self._questions(note)
            case Show.CARDS:
                self._cards(answer.message)
            case Show.READ_BACK:
                from goedgesprek_tui.screens.read_back import ReadBackScreen

                self.live.app.push_screen(ReadBackScreen(self.live.talk))
            case Show.NAMES:
                from goedgesprek_tui.checking import Checker
                from goedgesprek_tui.screens.names import NamesScreen

                self.live.app.push_screen(NamesScreen(self.live.talk, Checker()))
            case Show.BLANK:
                from goedgesprek_tui.screens.blank import BlankScreen

                self.live.app.push_screen(BlankScreen())
            case Show.HELP:
                from goedgesprek_tui.screens.help import HelpScreen

                self.live.app.push_screen(HelpScreen())
            case Show.FOLDER:
                self._folder(answer.message)
            case Show.END:
                self.live.dismiss("stop")

    def topic_for_line(self) -> None:
        """Choose a topic for the line that is being typed."""

        def put(name: Any) -> None:
            found = self.live.talk.topics.find(name) if name else None
            if found:
                recorder = self.live.query_one(Recorder)
                recorder.put(f"{recorder.text.rstrip()} #{tag_for(found[0])}")

        line = shortened(self.live.query_one(Recorder).text, 40)
        self.live.app.push_screen(PickScreen(f"Welk thema hoort bij „{line}”?", self._by_name), put)

    def _pick(
        self, title: str, find: Callable[[str], Iterable[Row]], command: str, hint: str = SEARCH
    ) -> None:
        def chosen(value: Any) -> None:
            if value is not None:
                self.live.perform(command.format(value), from_line=False)

        self.live.app.push_screen(PickScreen(title, find, hint), chosen)

    def _words(self, note: Note) -> None:
        """Choose the words to ask on: one of those that stand out, or any of the note, or two stretches."""
        instead = instead_of_questions(note.text)
        if instead:
            self.live.say(instead)
            return
        title = f"Waarop wil je doorvragen? {note.short(120)}"
        hint = "of typ woorden uit de zin; twee stukken: oma / vol"
        command = f"/doorvragen {note.number} {{}}"
        self._pick(title, lambda typed: _word_rows(note, typed), command, hint)

    def _questions(self, note: Note) -> None:
        """Choose a question out of all on these words; it comes in the line, to be changed first."""

        def put(text: Any) -> None:
            if text:
                self.live.put_ready(lambda conversation, note: f"/gevraagd {text}", note)

        talk = self.live.talk
        purposes = {question.id: question.purpose for question in talk.setting.questions}
        asked = [asked.text for asked in talk.session.asked if asked.note == note.id]
        made = every(talk.conversation, talk.setting.questions)
        if not made:
            self.live.say(instead_of_questions(note.text) or "Op deze notitie past nu geen vraag.")
            return
        rows = [
            Row(one.text, one.text, "gevraagd" if one.text in asked else purposes.get(one.id, ""))
            for one in made
        ]
        self.live.app.push_screen(PickScreen(f"Wat vraag je? {note.short(120)}", among(rows)), put)

    def _folder(self, named: str) -> None:
        """Leave with the folder that was named, or else is asked, to go on in that one."""

        def chosen(path: str | None) -> None:
            if path:
                self.live.keep_draft()
                self.live.dismiss(path_of(path))

        if named:
            chosen(named)
        else:
            asked = AskScreen("In welke map wil je dit gesprek bewaren?", deed="deze map nemen")
            self.live.app.push_screen(asked, chosen)

    def _phases(self) -> list[Row]:
        session = self.live.talk.session
        return [
            Row(phase.title, at + 1, f"{phase.minutes} minuten{_been(session, at)}")
            for at, phase in enumerate(session.script.phases)
        ]

    def _by_name(self, typed: str) -> list[Row]:
        """Return the topics to choose from, each by its name: an id may read as an older name."""
        topics = self.live.talk.topics
        rows = topic_rows(topics, self.live.talk.session.shown, typed)
        return [replace(row, value=topics.name_of(row.value)) for row in rows]

    def _cards(self, wanted: str) -> None:
        """Choose a card and show it; the one that was named, or that fits what was heard, at once."""
        from goedgesprek_tui.screens.card import CardScreen

        def chosen(card: Any) -> None:
            if card:
                self.live.app.push_screen(CardScreen(card))

        cards = self.live.prompts.cards
        offer = self.live.offer
        wanted = fold(wanted or (ON_DANGER if offer and ON_DANGER in offer.instead else ""))
        named = [card for card in cards if wanted and wanted in fold(card.title)]
        if len(named) == 1:
            chosen(named[0])
            return
        rows = [Row(card.title, card, card.when) for card in named or cards]
        self.live.app.push_screen(PickScreen("Als het anders gaat", among(rows)), chosen)


def topic_rows(topics: TopicList, notes: Iterable[Note], typed: str) -> list[Row]:
    """Return the topics to choose from: first those of this talk, in an order that stays; then what fits.

    The last row makes a new topic of what is typed.
    """
    if not typed:
        used = dict.fromkeys(topic for note in notes for topic in note.topics)
        order = dict.fromkeys([*used, *(topic.id for topic in topics.topics)])
        return [Row(topics.name_of(topic), topic) for topic in order]
    found = [Row(topic.name, topic.id) for topic in topics.starting(typed)]
    return [*found, Row(f"Nieuw thema: {typed}", f"nieuw {typed}")]


def _been(session: Session, at: int) -> str:
    if at == session.phase:
        return ", hier ben je nu"
    return ", geweest" if at in session.visited else ""


def _word_rows(note: Note, typed: str) -> list[Row]:
    if not typed:
        return [Row(words, words) for words in candidates(note.text)]
    x, _, y = (part.strip() for part in typed.partition("/"))
    first = stretches(x, note.text)
    if not y:
        return [Row(words, words) for words in first]
    both = [f"{first[0]} / {words}" for words in stretches(y, note.text)] if first else []
    return [Row(words, words) for words in both]
