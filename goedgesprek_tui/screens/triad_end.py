"""The end of a triad: save what was written down, or wipe it all."""

from collections.abc import Iterable

from textual import on, work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exports.files import free_name, write_whole
from goedgesprek_tui.exports.markdown import to_markdown
from goedgesprek_tui.folders import exports_folder, shown
from goedgesprek_tui.practice.triad_document import triad_document
from goedgesprek_tui.screens.busy import undisturbed
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.screens.triad_step import StepScreen
from goedgesprek_tui.store.errors import NotStored
from goedgesprek_tui.triads import RunningTriad
from goedgesprek_tui.widgets.choices import Choices, Row

ASKED = "Mag er iets blijven staan als voorbeeld, of wissen jullie alles?"
WIPE, SAVE = "wissen", "opslaan"
ROWS = (
    Row("Alles wissen", WIPE, "er blijft niets van jullie drietal op deze laptop"),
    Row(
        "Opslaan om te bewaren",
        SAVE,
        "als tekstbestand, met jullie namen en woorden; alleen als iedereen dat goed vindt",
    ),
)
SURE = (Row("Nog niet wissen", False), Row("Alles wissen", True, "dit kan niet terug"))
WIPED = "Alles van jullie drietal is gewist."
SAVED = "Opgeslagen: {}"
NOT_ENCRYPTED = "Dit bestand is niet versleuteld."
REST_STAYS = "{} Maar het drietal zelf is nog niet gewist. {}"


class EndScreen(StepScreen):
    """Asks what may stay; gives what to say of it once that is done."""

    onward = ""

    def __init__(self, running: RunningTriad, desk: Desk, message: str = "") -> None:
        """End this triad; it is saved in the folder of the desk."""
        super().__init__(running, message)
        self.desk = desk

    @property
    def heading(self) -> str:
        """What this step is called."""
        return "Tot slot"

    def body(self) -> Iterable[Widget]:
        """Give the question, and the two answers."""
        yield Static(Content(ASKED), classes="heading")
        yield Choices(ROWS, spaced=True)

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the list."""
        return [("↑↓", "kiezen"), ("Enter", "doen")]

    def on_mount(self) -> None:
        """Take the keys."""
        super().on_mount()
        self.query_one(Choices).focus()

    def action_step(self, by: int) -> None:
        """Go back; there is nothing after this."""
        if by < 0:
            super().action_step(by)
        else:
            self.say("Kies met Enter: wissen of opslaan.")

    @on(Choices.Picked)
    def chosen(self, event: Choices.Picked) -> None:
        """Do what was chosen."""
        if event.row.value == WIPE:
            self.wipe()
        else:
            self.save()

    @work(exclusive=True)
    async def wipe(self) -> None:
        """Wipe it all, after asking once."""
        title = "Alles wissen wat jullie opschreven?"
        if not await self.app.push_screen_wait(PickScreen(title, among(SURE))):
            return
        try:
            await undisturbed(self.app, lambda: self.running.wipe(others=True), quiet=True)
        except UserError as error:
            self.say(str(error))
            return
        self.leave_with(WIPED)

    @work(exclusive=True)
    async def save(self) -> None:
        """Save it as Markdown, and wipe what was kept of it here."""
        self.say("Bezig met opslaan…")
        try:
            said = await undisturbed(self.app, self._saved, quiet=True)
        except UserError as error:
            self.say(str(error))
            return
        self.leave_with(said)

    def _saved(self) -> str:
        """Write the file, wipe the rest, and return what to say; raises UserError when it is not written."""
        triad = self.running.triad
        stem = f"{triad.started.date().isoformat()} drietal"
        path = free_name(exports_folder(self.desk.folder), stem, ".md")
        write_whole(path, [to_markdown(triad_document(triad)).encode("utf-8", "replace")])
        said = SAVED.format(shown(path))
        said = f"{said}\n{NOT_ENCRYPTED}" if self.desk.store.key.is_there else said
        try:
            self.running.wipe(others=False)
        except NotStored as error:
            return REST_STAYS.format(said, error)
        return said
