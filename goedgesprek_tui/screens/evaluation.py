"""What parents thought of the talk: counts, words and remarks."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.evaluation import REMARKS, answered, evaluation_questions, field_of, understood
from goedgesprek_tui.screens.form import FormScreen
from goedgesprek_tui.talk import Talk
from goedgesprek_tui.widgets.form import Field
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

REMARK = "opmerking"


class EvaluationScreen(FormScreen):
    """Shows the questions of the evaluation with a line each, and how that line is understood."""

    BINDINGS = [
        Binding("ctrl+z", "undo", "terug", id="evaluatie-ongedaan", tooltip="Het laatste terugdraaien"),
        *FormScreen.BINDINGS,
    ]

    def __init__(self, talk: Talk) -> None:
        """Ask what the script asks."""
        super().__init__(talk)
        self.questions = {f"vraag-{at}": q for at, q in enumerate(evaluation_questions(talk.session.script))}

    def compose(self) -> ComposeResult:
        """Show each question with its line, and last the remarks with one to add."""
        yield Static(Content.styled("Evaluatie van de ouders", "bold"), classes="top")
        with VerticalScroll(classes="page", can_focus=False):
            for key, question in self.questions.items():
                yield Field(key, question.text, value=self.shown(key), above=True)
            yield Static(id="remarks")
            yield Field(REMARK, "", "typ een opmerking; Enter zet hem erbij", above=True)
        yield self.message_line()
        yield KeyLine(keys_of(self.BINDINGS, ("Enter", "volgende")))

    def on_mount(self) -> None:
        """Say what to type, and begin at the first question."""
        for field in self.query(Field):
            self.explain(field)
        self.query(Field).first().line.focus()

    def shown(self, key: str) -> str:
        """Return the line of what is stored for a question; that for a remark is empty."""
        question = self.questions.get(key)
        return field_of(question, self.talk.conversation.tally_of(question.text)) if question else ""

    def keep(self, key: str, text: str) -> bool:
        """Store the answers to a question, or add a remark."""
        question = self.questions.get(key)
        if question:
            tally = answered(question, self.talk.conversation.tally_of(question.text), text)
        else:
            tally = self.talk.conversation.tally_of(REMARKS)
            tally = tally.model_copy(update={"remarks": (*tally.remarks, text)})
        self.act(self.talk.conversation.tally(tally))
        return True

    def store(self) -> list[Field]:
        """Store what is typed; the line for a remark is ready for the next one."""
        left = super().store()
        remark = self.query(Field).last()
        if remark.stored:
            remark.put("")
        self.refresh_view()
        return left

    @on(Field.Entered)
    def entered(self, event: Field.Entered) -> None:
        """Store the line; a remark is followed by the next one, until the line stays empty."""
        event.prevent_default()
        more = event.field.key == REMARK and event.field.text
        self.store()
        if not more:
            self.go_on()

    @on(Field.Typed)
    def typed(self, event: Field.Typed) -> None:
        """Show how the line is understood."""
        self.explain(event.field)

    def explain(self, field: Field) -> None:
        """Say under a line how it is understood, or what to type in it."""
        question = self.questions.get(field.key)
        field.say(understood(question, field.text) if question else "")

    def action_undo(self) -> None:
        """Take back the last answer; a line that is being typed stays."""
        if self.undo() is None:
            return
        for field in self.query(Field):
            if not field.changed:
                field.put(self.shown(field.key))
        self.refresh_view()

    def refresh_view(self) -> None:
        """Show the remarks so far."""
        if not self.is_mounted:
            return
        remarks = self.talk.conversation.tally_of(REMARKS).remarks
        lines = [Content("Opmerkingen van ouders"), *(Content(f" · {remark}") for remark in remarks)]
        self.query_one("#remarks", Static).update(Content("\n").join(lines))
        super().refresh_view()
