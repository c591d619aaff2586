"""After the talk, note by note: a topic for what has none, and a gist for what is held back."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from goedgesprek_tui.exports.consent import held_back
from goedgesprek_tui.models import Note
from goedgesprek_tui.reading import as_one_act, quoted
from goedgesprek_tui.screens.form import FormScreen
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.screens.saying import NOTHING
from goedgesprek_tui.screens.showing import topic_rows
from goedgesprek_tui.suggesting import Suggesting, because
from goedgesprek_tui.talk import Talk
from goedgesprek_tui.tasks import unlabelled
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.form import Field
from goedgesprek_tui.widgets.keys import KeyLine, keys_of


class LabelScreen(PickScreen):
    """Shows the quotes and signals without a topic one by one, with the topics to choose from."""

    BINDINGS = [
        Binding("pagedown", "step(1)", "later", id="thema-later", tooltip="Naar de volgende, zonder thema"),
        Binding("pageup", "step(-1)", show=False, id="thema-vorige", tooltip="Naar de vorige"),
        Binding("ctrl+z", "undo", "terug", id="thema-ongedaan", tooltip="Het laatste thema terugnemen"),
        Binding("escape", "dismiss(None)", "klaar", id="thema-klaar", tooltip="Stoppen met thema's geven"),
        *PickScreen.BINDINGS[1:],
    ]

    def __init__(self, talk: Talk, suggesting: Suggesting | None = None) -> None:
        """Walk through the notes that have no topic now; what is suggested stands first, once it is ready."""
        super().__init__("Thema's geven", self._topics)
        self.talk = talk
        self.suggesting = suggesting
        self.suggested: list[Row] = []
        self.before = talk.session.shown
        self.walk = unlabelled(talk.session)
        self.at = 0
        self.done: list[int] = []

    def on_mount(self) -> None:
        """Show the first note."""
        self.show_note()

    def _topics(self, typed: str) -> list[Row]:
        """Return the topics to choose from; one that was given here comes after those of before."""
        given = [note for at in self.done for note in self.talk.session.notes if note.id == self.walk[at].id]
        rows = topic_rows(self.talk.topics, [*self.before, *given], typed)
        first = [] if typed else self.suggested
        return [*first, *(row for row in rows if row.value not in {one.value for one in first})]

    def _suggestions(self, text: str) -> list[Row]:
        """Return the topics that may fit, each with the words that say so; one of another session is new."""
        if not self.suggesting:
            return []
        self.suggesting.follow(self.talk.session)
        rows = []
        for topic, words, _ in self.suggesting.suggest(text):
            name = self.suggesting.name_of(topic)
            here = self.talk.topics.find(name)
            value = here[0].id if here else f"nieuw {name}"
            rows.append(Row(name, value, because(words)))
        return rows

    @property
    def note(self) -> Note | None:
        """The note in sight, as it is now; None when there is none to label."""
        wanted = self.walk[self.at].id if self.walk else ""
        return next((note for note in self.talk.session.shown if note.id == wanted), None)

    def give(self, value: str) -> None:
        """Put the topic on the note, and go on; a new topic and its note are one act for undo."""
        note, before = self.note, self.talk.conversation
        if note:
            name = self.talk.topics.name_of(value)
            answer = self.talk.take(f"/thema {note.number} {name}")
            if answer.refused:
                self.show_note(answer.message)
                return
            self.talk.change(as_one_act(before, answer.conversation, f"thema van notitie {note.number}"))
            self.done.append(self.at)
        self.action_step(1)

    def action_step(self, by: int) -> None:
        """Go to the next note or back; after the last one the work is done."""
        self.at = max(self.at + by, 0)
        if self.at < len(self.walk):
            self.show_note()
        else:
            self.dismiss(None)

    def action_undo(self) -> None:
        """Take back the last topic that was given here."""
        if not self.done or not self.talk.conversation.past:
            self.show_note(NOTHING)
            return
        after, label = self.talk.conversation.undo()
        self.talk.change(after)
        self.at = self.done.pop()
        self.show_note(f"Teruggedraaid: {label}.")

    def show_note(self, message: str = "") -> None:
        """Show the note whole, how far it is, and the topics."""
        note = self.note
        self.suggested = self._suggestions(note.text) if note else []
        names = ", ".join(map(self.talk.topics.name_of, note.topics)) if note else ""
        where = f"Thema {self.at + 1} van {len(self.walk)}{f' · {names}' if names else ''}"
        said = quoted(note) if note else "Alle citaten en signalen hebben een thema."
        lines = Content.assemble((where if note else "", "$muted"), "\n\n", (said, "bold"))
        self.query_one(".heading", Static).update(Content.assemble(lines, f"\n{message}" if message else ""))
        self.query_one(Input).value = ""
        choices = self.query_one(Choices)
        choices.show(self._rows("") if note else [])
        choices.highlighted = 0 if note else None


class GistScreen(FormScreen):
    """Shows the quotes that are held back one by one, and asks for their gist."""

    BINDINGS = [
        Binding("pagedown", "step(1)", "later", id="kern-later", tooltip="Naar de volgende, zonder kern"),
        Binding("pageup", "step(-1)", show=False, id="kern-vorige", tooltip="Naar de vorige"),
        Binding("down", "look(3)", show=False, id="kern-omlaag", tooltip="Verder in een lange zin"),
        Binding("up", "look(-3)", show=False, id="kern-omhoog", tooltip="Terug in een lange zin"),
        Binding("ctrl+z", "undo", "terug", id="kern-ongedaan", tooltip="De laatste kern terugnemen"),
        *FormScreen.BINDINGS,
    ]

    def __init__(self, talk: Talk) -> None:
        """Walk through the quotes that are held back now."""
        super().__init__(talk)
        self.walk = held_back(talk.session)
        self.at = 0

    def compose(self) -> ComposeResult:
        """Show how far it is, the words of the parent, and the line for the gist."""
        yield Static(id="where", classes="top")
        with Vertical(classes="page"):
            with VerticalScroll(classes="whole", can_focus=False):
                yield Static(id="words", classes="heading")
            yield Field("gist", "Wat is de kern, in jouw woorden?", "zonder naam", above=True)
            yield self.message_line()
        yield KeyLine(keys_of(self.BINDINGS, ("Enter", "bewaren")))

    def on_mount(self) -> None:
        """Show the first quote."""
        self.show_note()
        self.query_one(Field).line.focus()

    @property
    def note(self) -> Note | None:
        """The quote in sight, as it is now; None when none is held back."""
        wanted = self.walk[self.at].id if self.walk else ""
        return next((note for note in self.talk.session.shown if note.id == wanted), None)

    def keep(self, key: str, text: str) -> bool:
        """Store the gist next to the words of the parent."""
        note = self.note
        if note:
            label = f"kern van notitie {note.number}"
            self.act(self.talk.conversation.change(note, label, gist=text), note.id)
        return True

    @on(Field.Entered)
    def entered(self, event: Field.Entered) -> None:
        """Store the gist and go on."""
        event.prevent_default()
        self.action_step(1)

    def action_step(self, by: int) -> None:
        """Store what is typed and go to the next quote or back; after the last one the work is done."""
        self.store()
        self.say("")
        self.at = max(self.at + by, 0)
        if self.at < len(self.walk):
            self.show_note()
        else:
            self.dismiss()

    def action_look(self, lines: int) -> None:
        """Scroll in a long quote."""
        self.query_one(".whole").scroll_relative(y=lines, animate=False, immediate=True)

    def action_undo(self) -> None:
        """Take back the last gist, and show its quote; a line that is being typed is kept."""
        about = self.undo()
        if about is not None:
            self.store()
            self.at = next(at for at, note in enumerate(self.walk) if note.id == about)
            self.show_note()

    def show_note(self) -> None:
        """Show the quote whole, and the gist it has."""
        note = self.note
        where = f"Kern {self.at + 1} van {len(self.walk)}" if note else ""
        said = quoted(note) if note else "Bij elk citaat dat het nodig heeft, staat een kern."
        self.query_one("#where", Static).update(Content.styled(where, "$muted"))
        self.query_one("#words", Static).update(Content.styled(said, "bold"))
        self.query_one(Field).put(note.gist if note else "")
