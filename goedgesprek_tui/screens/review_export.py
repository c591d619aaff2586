"""Exporting all conversations of a look back at once: as a table, as documents, or as a copy."""

from textual.app import App

from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exporting import export, remember
from goedgesprek_tui.exports.formats import EXPORTS
from goedgesprek_tui.folders import shown
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.screens.busy import undisturbed
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.screens.preview import FORMATS
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.choices import Row


async def export_picked(app: App[None], desk: Desk, review: Review) -> str:
    """Ask in which format, export the conversations that are looked at, and return what to say of it."""
    number = count(len(review.picked), "gesprek", "gesprekken")
    rows = [Row(name, name, FORMATS.get(name, "")) for name in EXPORTS]
    title = f"{number} exporteren. In welk formaat?"
    name = await app.push_screen_wait(PickScreen(title, among(rows)))
    if not name:
        return ""
    try:
        return await undisturbed(app, lambda: _exported(desk, review, name))
    except UserError as error:
        return str(error)


def _exported(desk: Desk, review: Review, name: str) -> str:
    """Write the file, keep with each conversation that it went there, and return what to say."""
    made = export(desk, review.picked, name)
    parts = [f"Opgeslagen: {shown(made.path)}", made.notice]
    try:
        remember(desk.store, made.noted)
    except UserError as error:
        parts.append(f"Niet bij elk gesprek is bewaard dat het hierin staat: {error}")
    return "\n".join(filter(None, parts))
