"""After the talk: what there is to do, how it stands, and the ways out."""

from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from goedgesprek_tui.checking import Checker
from goedgesprek_tui.exports.consent import held_back
from goedgesprek_tui.folders import names_cache
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.screens.saying import SayingScreen
from goedgesprek_tui.suggesting import Suggesting
from goedgesprek_tui.talk import Talk
from goedgesprek_tui.tasks import Do, held_back_said, tasks, unlabelled
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

if TYPE_CHECKING:
    from goedgesprek_tui.desk import Desk

NO_TOPICS = "Alle citaten en signalen hebben een thema."
SAVE_ANYWAY = (
    Row("Eerst de kern schrijven", "kern"),
    Row("Zo opslaan", "opslaan", "de citaten zonder kern staan er dan niet in"),
)


class WrapUpScreen(SayingScreen[str]):
    """Shows the work after a talk; gives `verder` to go on with the talk, or `klaar`."""

    BINDINGS = [Binding("escape", "dismiss('klaar')", "klaar", id="nawerk-klaar", tooltip="Naar het begin")]

    def __init__(self, talk: Talk, desk: "Desk") -> None:
        """Show the work after this talk; exports go to the folder of the desk."""
        super().__init__(talk)
        self.desk = desk
        self.checker = Checker(names_cache())
        self.suggesting = Suggesting(desk)
        self.opened: Do | None = None

    def compose(self) -> ComposeResult:
        """Show what was held, the tasks, and one sentence."""
        yield Static(id="state", classes="top")
        yield Choices(self.rows(), id="tasks")
        yield self.message_line()
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "kiezen"), ("Enter", "openen")))

    def on_unmount(self) -> None:
        """End the search for names."""
        self.checker.close()

    def on_mount(self) -> None:
        """Take the keys, and make ready what suggests topics."""
        self.query_one(Choices).focus()
        if unlabelled(self.talk.session):
            self.read_suggestions()

    @work(thread=True, exit_on_error=False)
    def read_suggestions(self) -> None:
        """Read what suggests topics, beside the screen."""
        self.suggesting.read()

    def rows(self) -> list[Row]:
        """Return a row for each task."""
        today = self.talk.setting.now().date()
        return [Row(task.label, task.do, task.detail) for task in tasks(self.talk.session, today)]

    @on(Choices.Picked)
    def chosen(self, event: Choices.Picked) -> None:
        """Do the task that was chosen."""
        self.say("")
        if self.is_active:
            self.do(event.row.value)

    def do(self, task: Do) -> None:
        """Open the screen of a task, save the summary, or go."""
        match task:
            case Do.GO_ON:
                self.dismiss("verder")
            case Do.READY:
                self.dismiss("klaar")
            case Do.SAVE:
                self.save()
            case Do.TOPICS if not unlabelled(self.talk.session):
                self.say(NO_TOPICS)
            case _:
                self.opened = task
                self.app.push_screen(_screen(task, self.talk, self.desk, self.checker, self.suggesting))

    @work(exclusive=True)
    async def save(self) -> None:
        """Save the summary; what stays out of it is put in front of her first."""
        from goedgesprek_tui.screens import preview

        if held_back(self.talk.session):
            title = f"{held_back_said(self.talk.session)}."
            choice = await self.app.push_screen_wait(PickScreen(title, among(SAVE_ANYWAY)))
            if choice == "kern":
                self.do(Do.GISTS)
            if choice != "opslaan":
                return
        choice = await preview.asks_about_names(self, self.checker)
        if choice == "nakijken":
            self.do(Do.NAMES)
        if choice == "opslaan":
            await preview.save(self, self.desk, "md")

    def refresh_view(self) -> None:
        """Show how the tasks stand; after one was opened the next is selected."""
        if not self.is_mounted:
            return
        choices = self.query_one(Choices)
        after = self.after(self.opened) if self.opened else None
        self.opened = None
        choices.show(self.rows())
        if after is not None:
            choices.highlighted = [row.value for row in choices.rows].index(after)
        kept = "alles bewaard" if self.talk.all_safe else "wordt nog bewaard"
        kept = "niet alles is bewaard" if self.talk.failure else kept
        notes = count(len(self.talk.session.shown), "notitie", "notities")
        lines = ((self.talk.session.title, "bold"), "\n", (f"Afgerond: {notes}, {kept}.", "$muted"))
        self.query_one("#state", Static).update(Content.assemble(*lines))
        self.show_message()

    def after(self, task: Do) -> Do:
        """Return the task below this one, as the list stands now."""
        return next(row.value for row in self.rows() if isinstance(row.value, Do) and row.value > task)


def _screen(task: Do, talk: Talk, desk: "Desk", checker: Checker, suggesting: Suggesting) -> Screen[Any]:
    from goedgesprek_tui.screens import (
        agreements,
        evaluation,
        facts,
        labelling,
        names,
        preview,
        read_back,
        reflection,
    )

    screens: dict[Do, Any] = {
        Do.READ_BACK: read_back.ReadBackScreen,
        Do.EVALUATION: evaluation.EvaluationScreen,
        Do.AGREEMENTS: agreements.AgreementsScreen,
        Do.GISTS: labelling.GistScreen,
        Do.FACTS: facts.FactsScreen,
        Do.REFLECTION: reflection.ReflectionScreen,
    }
    if task is Do.TOPICS:
        return labelling.LabelScreen(talk, suggesting)
    if task is Do.NAMES:
        return names.NamesScreen(talk, checker)
    return preview.PreviewScreen(talk, desk, checker) if task is Do.PREVIEW else screens[task](talk)
