"""The summary as others will read it, and saving it in one of the formats."""

import asyncio
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static

from goedgesprek_tui.checking import Checker
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exporting import export, render
from goedgesprek_tui.exports.consent import told
from goedgesprek_tui.exports.formats import BACKUPS, EXPORTS
from goedgesprek_tui.folders import shown
from goedgesprek_tui.models import Session
from goedgesprek_tui.reading import answers
from goedgesprek_tui.screens.names import NamesScreen
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.screens.saying import SayingScreen
from goedgesprek_tui.talk import Talk
from goedgesprek_tui.tasks import held_back_said, unlabelled_said
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

if TYPE_CHECKING:
    from goedgesprek_tui.desk import Desk

FORMATS = {
    "md": "samenvatting, om te lezen en door te geven",
    "json": "volledige kopie met alles erin, ook wat niet mee mag",
    "jsonl": "volledige kopie, een regel per notitie, ook wat niet mee mag",
}


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
        session = self.talk.session
        waiting = answers(session).waiting
        unread = f"{count(waiting, 'zin', 'zinnen')} nog niet voorgelezen" if waiting else ""
        parts = (unread, held_back_said(session), unlabelled_said(session))
        lacking = "; ".join(part for part in parts if part)
        yield Static(Content.styled(lacking or "Alles wat mee mag, staat erin.", "$muted"), classes="top")
        with VerticalScroll(classes="page"):
            text = render(self.desk, [self.talk.session], "md").text
            yield Markdown(text, parser_factory=_parser, open_links=False)
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
            choice = await asks_about_names(self.app, self.talk.session, self.checker)
            if choice == "nakijken":
                self.app.push_screen(NamesScreen(self.talk, self.checker))
            if choice != "opslaan":
                return
        self.say("Bezig met opslaan…")
        self.say(await saved(self.desk, self.talk, name))

    def action_choose(self) -> None:
        """Choose in which format to save it."""

        def take(name: str | None) -> None:
            if name:
                self.action_save(name)

        rows = [Row(name, name, FORMATS.get(name, "")) for name in EXPORTS]
        self.app.push_screen(PickScreen("In welk formaat wil je het gesprek opslaan?", among(rows)), take)

    def refresh_view(self) -> None:
        """Show whether words are at risk."""
        if self.is_mounted:
            self.show_message()


async def asks_about_names(app: App[Any], session: Session, checker: Checker) -> str | None:
    """Ask once when names may still stand in what people will read; return `opslaan`, `nakijken` or None."""
    found = len(await asyncio.to_thread(checker.open, session))
    if not found:
        return "opslaan"
    number = count(found, "naam of ander gegeven is", "namen en andere gegevens zijn")
    rows = [
        Row("Eerst nakijken", "nakijken", "je kiest per zin wat er komt te staan"),
        Row("Toch opslaan", "opslaan"),
    ]
    title = f"{number} nog niet nagekeken."
    choice: str | None = await app.push_screen_wait(PickScreen(title, among(rows)))
    return choice


async def saved(desk: "Desk", talk: Talk, name: str) -> str:
    """Save a talk in a format, beside the event loop, and say where and how many notes; or why not.

    That it went there is kept with the talk.
    """
    session = talk.session
    try:
        made = await asyncio.to_thread(export, desk, [session], name)
    except UserError as error:
        return str(error)
    talk.change(talk.conversation.with_exports(made.sessions[0].exports))
    whole = name in BACKUPS
    number = sum(not note.removed for note in session.notes) if whole else len(told(session))
    where = f"Opgeslagen, met {count(number, 'notitie', 'notities')}: {shown(made.path) if made.path else ''}"
    return f"{where}\n{made.notice}" if whole else where


def _parser() -> MarkdownIt:
    """Return a reader that makes nothing more of a text than what we write: no links, no HTML."""
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["link", "image", "autolink"])
