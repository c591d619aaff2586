"""Choosing what goes into a report on many conversations, in which order, and saving it."""

import asyncio
import threading
from collections.abc import Callable
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.checking import Checker
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exports.gathered import Gathered, Said, gathered
from goedgesprek_tui.exports.report import worded
from goedgesprek_tui.reporting import Made, keep_choice, kept_choice, said_of
from goedgesprek_tui.review.choice import Choice, Part
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.busy import WAIT
from goedgesprek_tui.screens.report_items import CLOSING, TEXTS, Item, rows_of, themes_of
from goedgesprek_tui.screens.report_notes import ReportNotesScreen
from goedgesprek_tui.screens.report_preview import ReportPreviewScreen
from goedgesprek_tui.screens.report_saving import NOTING, note_down, save_report
from goedgesprek_tui.screens.writing import WritingScreen
from goedgesprek_tui.settings import Settings, load_settings
from goedgesprek_tui.store.settings_file import keep_settings
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.choices import Choices
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

NOBODY = "In deze periode zijn er geen gesprekken om over te vertellen. Esc gaat terug."
POINTS = "Een punt per regel. Noem geen namen van ouders, kinderen of leraren."
WHOLE = "Dit gaat in zijn geheel mee of niet: dat kies je met de spatiebalk. Met B lees je het."
ALWAYS = "Dit staat onder elk verslag uit deze map. Het komt in instellingen.toml."
ON_PURPOSE = (
    f"Bijvoorbeeld: de coördinator. {ALWAYS} Een naam, nummer of adres mag hier staan; daar wordt bij het "
    "opslaan niet naar gezocht."
)
STILL = f"{NOTING}; een ogenblik nog."
NOT_A_THEME = "Alleen thema's kunnen omhoog en omlaag."
AT_THE_EDGE = "Verder kan dit thema niet; thema's uit één gesprek blijven onder de andere."
ALL_AGAIN = "Alles doet weer mee, in de gewone volgorde. Nog een keer Z zet terug wat je had gekozen."
AS_IT_WAS = "Teruggezet: wat je had gekozen."


class ReportScreen(Page[None]):
    """Shows what the report on a look back holds; every change is kept on the disk at once."""

    BINDINGS = [
        Binding("space", "mark", "mee/niet", id="verslag-mee", tooltip="Mee of niet mee"),
        Binding("o,O", "save", "opslaan", id="terugblik-opslaan", tooltip="Het verslag opslaan"),
        Binding("b,B", "look", "bekijken", id="verslag-bekijken", tooltip="Het verslag bekijken"),
        Binding("escape", "leave", "terug", id="verslag-klaar", tooltip="Terug naar de terugblik"),
        Binding("f1", "app.palette", show=False, id="verslag-meer", tooltip="Alles wat hier kan"),
        Binding("plus,shift+up", "move(-1)", show=False, id="thema-hoger", tooltip="Dit thema hoger"),
        Binding("minus,shift+down", "move(1)", show=False, id="thema-lager", tooltip="Dit thema lager"),
        Binding("z,Z", "all_again", show=False, id="verslag-alles", tooltip="Alles weer mee"),
    ]

    def __init__(self, desk: Desk, review: Review, checker: Checker) -> None:
        """Choose for the report on this look back; it is checked, and saved in the folder of the desk."""
        super().__init__()
        self.desk = desk
        self.review = review
        self.checker = checker
        self.choice = Choice()
        self.before: Choice | None = None
        self.settings = Settings()
        self.whole: Gathered | None = None
        self.saving = threading.Lock()
        self.unsaved: dict[str, Callable[[], object]] = {}
        self.noting = False

    def compose(self) -> ComposeResult:
        """Show which period it is, the list, and one sentence."""
        with Horizontal(classes="top two-sides"):
            yield Static(Content.styled(f"Verslag: {said_of(self.review.selection)}", "bold"), classes="left")
            yield Static(id="number", classes="right note")
        yield Choices()
        yield Static(WAIT, id="message")
        keys = keys_of(self.BINDINGS, ("Enter", "openen"))
        yield KeyLine((*keys, ("+-", "volgorde"), ("Z", "alles mee")))

    @work(exclusive=True, exit_on_error=False)
    async def on_mount(self) -> None:
        """Take the keys, and look beside the screen what there is and what was chosen before."""
        self.query_one(Choices).focus()
        said = await asyncio.to_thread(self._look)
        if self.whole:
            number = count(len(self.whole.sessions), "gesprek", "gesprekken")
            self.query_one("#number", Static).update(Content(number))
            self.say(said or (waiting_said(self.whole) if self.whole.sessions else NOBODY))
            self.refresh_view()

    def _look(self) -> str:
        """Read what was chosen and set, and gather everything; return what is wrong with a file."""
        wrong = []
        for read in (self._read_choice, self._read_settings):
            try:
                read()
            except UserError as error:
                wrong.append(str(error))
        self.whole = gathered(self.review)
        return " ".join(wrong)

    def _read_choice(self) -> None:
        self.choice = kept_choice(self.desk, self.review)

    def _read_settings(self) -> None:
        self.settings = load_settings(self.desk.folder)

    # --- what is shown ------------------------------------------------------------------------

    def refresh_view(self) -> None:
        """Show the list as it is now."""
        if self.whole and self.whole.sessions:
            self.query_one(Choices).show(rows_of(self.whole, self.choice, self.settings))

    def say(self, message: str, risk: bool = False) -> None:
        """Show one sentence; it stays until the next one."""
        if self.is_mounted:
            line = self.query_one("#message", Static)
            line.update(Content(message))
            line.set_class(risk, "risk")

    @property
    def chosen(self) -> Item | None:
        """The line that is selected."""
        row = self.query_one(Choices).chosen
        return row.value if row else None

    # --- choosing -----------------------------------------------------------------------------

    def keep(self, choice: Choice) -> None:
        """Take over a choice and keep it, beside the screen."""
        self.choice = choice
        self.store("", partial(keep_choice, self.desk, self.review, choice))

    def store(self, what: str, act: Callable[[], object]) -> None:
        """Put the choice ("") or a setting, by its name, on the disk: beside the screen, or when it ends."""
        self.unsaved[what] = act
        if self.app.is_running:
            self.refresh_view()
            self.store_beside()

    @work(exit_on_error=False)
    async def store_beside(self) -> None:
        """Put what was changed on the disk; say it when that fails."""
        try:
            await asyncio.to_thread(self._store)
        except UserError as error:
            self.say(str(error), risk=True)

    def _store(self) -> None:
        """Try all that is not on the disk; raise the last UserError."""
        failed = None
        with self.saving:
            for what, act in list(self.unsaved.items()):
                try:
                    act()
                except UserError as error:
                    failed = error
                else:
                    if self.unsaved[what] is act:
                        del self.unsaved[what]
        if failed:
            raise failed

    async def on_unmount(self) -> None:
        """When the program ends, try once more what is not on the disk; what fails is said after the end."""
        if not self.app.is_running:
            try:
                await asyncio.to_thread(self._store)
            except UserError as error:
                self.app.exit(return_code=self.app.return_code or 1, message=str(error))

    def action_mark(self) -> None:
        """Leave out what is selected, or take it in again."""
        item = self.chosen
        if item:
            self.say("")
            topic, part = item.topic, item.part
            self.keep(self.choice.with_part(part) if part else self.choice.with_topic(topic))

    def action_move(self, by: int) -> None:
        """Put the selected theme higher or lower."""
        item = self.chosen
        if not self.whole or not item:
            return
        if not item.topic:
            self.say(NOT_A_THEME)
            return
        ids = [theme.count.id for theme in themes_of(self.whole, self.choice)]
        to = ids.index(item.topic) + by
        border = len(self.whole.often)
        if not 0 <= to < len(ids) or (to < border) != (to - by < border):
            self.say(AT_THE_EDGE)
            return
        self.say("")
        self.keep(self.choice.swapped(item.topic, ids[to], ids))

    def action_all_again(self) -> None:
        """Take everything in again, as it is ranked."""
        if self.whole and self.choice != self.choice.with_all():
            self.before = self.choice
            self.keep(self.choice.with_all())
            self.say(ALL_AGAIN)
        elif self.whole and self.before:
            self.keep(self.before)
            self.say(AS_IT_WAS)

    # --- opening ------------------------------------------------------------------------------

    @on(Choices.Picked)
    def open(self, event: Choices.Picked) -> None:
        """Open what was chosen: a text to write, or the notes that stand there."""
        item: Item = event.row.value
        self.say("")
        if item.part is Part.CLOSING:
            self._write_closing(item.text)
        elif item.part in TEXTS:
            self._write(item.part, item.text)
        elif item.part and not self._lines(item):
            self.say(WHOLE)
        else:
            keep, lines = self.keep, self._lines(item)
            self.app.push_screen(ReportNotesScreen(event.row.label, lines, self.choice, keep))

    def _lines(self, item: Item) -> tuple[Said, ...]:
        if not self.whole:
            return ()
        if item.part:
            return self.whole.parts.get(item.part, ())
        return next((one.lines for one in self.whole.themes if one.count.id == item.topic), ())

    def _write(self, part: Part, name: str) -> None:
        def keep(text: str) -> None:
            self.keep(self.choice.model_copy(update={name: text}))

        self.app.push_screen(WritingScreen(part.value, getattr(self.choice, name), POINTS, keep))

    def _write_closing(self, name: str) -> None:
        def keep(text: str) -> None:
            self.settings = self.settings.model_copy(update={name: text})
            self.store(name, partial(keep_settings, self.desk.folder, {name: text}))

        about = ALWAYS if name == "wat_gebeurt_ermee" else ON_PURPOSE
        self.app.push_screen(WritingScreen(CLOSING[name], getattr(self.settings, name), about, keep))

    # --- the report ---------------------------------------------------------------------------

    @work(exclusive=True, group="look")
    async def action_look(self) -> None:
        """Show the report as it would be saved now."""
        if self.whole and self.whole.sessions:
            found = await asyncio.to_thread(partial(gathered, self.review, self.choice))
            document = await asyncio.to_thread(worded, found, self.settings)
            if self.is_active:
                self.app.push_screen(ReportPreviewScreen(document))

    @work(exclusive=True, group="report")
    async def action_save(self) -> None:
        """Save the report, after asking in which format and about names."""
        if self.noting:
            self.say(STILL)
        elif not self.whole or not self.whole.sessions:
            self.say(NOBODY)
        else:
            found = await asyncio.to_thread(partial(gathered, self.review, self.choice))
            made = await save_report(self, self.desk, found, self.settings, self.checker)
            if made:
                self.noting = True
                self.note_down(made)

    @work(group="note")
    async def note_down(self, made: Made) -> None:
        """Keep with each conversation that it is in a report, while keys go on."""
        try:
            await note_down(self, self.desk, made)
        finally:
            self.noting = False

    def action_leave(self) -> None:
        """Go back; not while conversations are held to be written to, for then nothing else could be."""
        if self.noting:
            self.say(STILL)
        else:
            self.dismiss()


def waiting_said(whole: Gathered) -> str:
    """Return how much is not in the report for want of a paraphrase; empty when nothing is."""
    if not whole.held_back:
        return ""
    said = count(whole.held_back, "zin mag", "zinnen mogen")
    return f"{said} alleen als kern mee, en die is nog niet geschreven: open het gesprek en typ /kern."
