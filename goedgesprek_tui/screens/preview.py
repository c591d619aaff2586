"""The summary as others will read it, and saving it in one of the formats."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static

from goedgesprek_tui.checking import Checker
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exporting import export
from goedgesprek_tui.exports.consent import told
from goedgesprek_tui.exports.formats import BACKUPS, EXPORTS
from goedgesprek_tui.folders import shown
from goedgesprek_tui.reading import answers
from goedgesprek_tui.screens.busy import undisturbed
from goedgesprek_tui.screens.names import LOOKING, NamesScreen
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.screens.saying import SayingScreen
from goedgesprek_tui.spots import people_read
from goedgesprek_tui.talk import Talk
from goedgesprek_tui.tasks import held_back_said, unlabelled_said
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

if TYPE_CHECKING:
    from goedgesprek_tui.desk import Desk

FORMATS = {
    "md": "samenvatting, om te lezen en door te geven",
    "html": "samenvatting als pagina, om te printen of als pdf op te slaan",
    "docx": "samenvatting voor Word of LibreOffice",
    "json": "volledige kopie met alles erin, ook wat niet mee mag",
    "jsonl": "volledige kopie, een regel per notitie, ook wat niet mee mag",
}
NOT_SAVED = "Er is niets opgeslagen: je ging naar een ander scherm terwijl er nog werd gezocht naar namen."


class PreviewScreen(SayingScreen[None]):
    """Shows the summary as it would be saved now, and saves it."""

    BINDINGS = [
        Binding("o,O", "save('md')", "opslaan", id="verslag-opslaan", tooltip="De samenvatting opslaan"),
        Binding("f,F", "choose", "ander formaat", id="verslag-formaat", tooltip="Een ander formaat"),
        Binding("escape", "dismiss", "terug", id="verslag-terug", tooltip="Terug naar het nawerk"),
    ]

    def __init__(self, talk: Talk, desk: "Desk", checker: Checker | None = None, message: str = "") -> None:
        """Show the summary of this talk, and a sentence; it is saved in the folder of the desk."""
        super().__init__(talk)
        self.checker = checker or Checker()
        self.message = message
        self.desk = desk

    def compose(self) -> ComposeResult:
        """Show what is not in it yet, the summary, and one sentence."""
        self.text = self._summary()
        yield Static(Content.styled(self._lacking(), "$muted"), classes="top")
        with VerticalScroll(classes="page"):
            yield Markdown(self.text, parser_factory=_parser, open_links=False)
        yield self.message_line()
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "schuiven")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(VerticalScroll).focus()
        self.show_message()

    @work(exclusive=True)
    async def action_save(self, name: str) -> None:
        """Save it, and say where."""
        if name not in BACKUPS:
            choice = await asks_about_names(self, self.checker)
            if choice == "nakijken":
                self.app.push_screen(NamesScreen(self.talk, self.checker))
            if choice != "opslaan":
                return
        await save(self, self.desk, name)

    def action_choose(self) -> None:
        """Choose in which format to save it."""

        def take(name: str | None) -> None:
            if name:
                self.action_save(name)

        rows = [Row(name, name, FORMATS.get(name, "")) for name in EXPORTS]
        self.app.push_screen(PickScreen("In welk formaat wil je het gesprek opslaan?", among(rows)), take)

    def refresh_view(self) -> None:
        """Show the summary as it is now, and whether words are at risk."""
        if not self.is_mounted:
            return
        self.show_message()
        self.query_one(".top", Static).update(Content.styled(self._lacking(), "$muted"))
        before, self.text = self.text, self._summary()
        if self.text != before:
            self.query_one(Markdown).update(self.text)

    def _summary(self) -> str:
        return b"".join(EXPORTS["md"].write([self.talk.session], self.desk.prompts.topics)).decode()

    def _lacking(self) -> str:
        session = self.talk.session
        waiting = answers(session).waiting
        unread = f"{count(waiting, 'zin', 'zinnen')} nog niet voorgelezen" if waiting else ""
        parts = (unread, held_back_said(session), unlabelled_said(session))
        return "; ".join(part for part in parts if part) or "Alles wat mee mag, staat erin."


async def asks_about_names(screen: SayingScreen[Any], checker: Checker) -> str | None:
    """Ask once when names may still stand in what people will read; return `opslaan`, `nakijken` or None.

    It never asks over another screen that was opened while it was searched.
    """
    screen.say(LOOKING)
    found = len(people_read(await asyncio.to_thread(checker.open, screen.talk.session)))
    screen.say("" if screen.is_active else NOT_SAVED)
    if not found or not screen.is_active:
        return "opslaan" if screen.is_active else None
    number = count(found, "naam of ander gegeven is", "namen en andere gegevens zijn")
    rows = [
        Row("Eerst nakijken", "nakijken", "je kiest per zin wat er komt te staan"),
        Row("Toch opslaan", "opslaan"),
    ]
    title = f"{number} nog niet nagekeken."
    choice: str | None = await screen.app.push_screen_wait(PickScreen(title, among(rows)))
    return choice


async def save(screen: SayingScreen[Any], desk: "Desk", name: str) -> None:
    """Save the talk of a screen in a format, and say there where and how many notes; or why not.

    That it went there is kept with the talk; nothing comes between the two.
    """
    talk = screen.talk
    session = talk.session
    screen.say("Bezig met opslaan…")
    try:
        made = await undisturbed(screen.app, partial(export, desk, [session], name), quiet=True)
    except UserError as error:
        screen.say(str(error))
        return
    talk.change(talk.conversation.with_exports((*talk.session.exports, made.sessions[0].exports[-1])))
    whole = name in BACKUPS
    number = sum(not note.removed for note in session.notes) if whole else len(told(session))
    where = f"Opgeslagen, met {count(number, 'notitie', 'notities')}: {shown(made.path) if made.path else ''}"
    screen.say(f"{where}\n{made.notice}" if whole else where)


def _parser() -> MarkdownIt:
    """Return a reader that makes nothing more of a text than what we write: no links, no HTML."""
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["link", "image", "autolink"])
