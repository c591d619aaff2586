"""Choosing from a list, and asking for a line: what can be read stays where it is."""

from pathlib import Path

from stage import Stage, a_session
from textual.widgets import Input

from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.widgets.choices import Choices, Row


async def test_a_list_that_becomes_short_leaves_the_text_where_it_was(tmp_path: Path) -> None:
    rows = [Row(f"Rij {number} [lacht]", number) for number in range(50)]
    app = Stage(tmp_path, a_session(), lambda talk, desk: PickScreen("Welke rij?", among(rows)))
    async with app.run_test(size=(80, 24)) as pilot:
        choices = app.screen.query_one(Choices)
        assert choices.show_vertical_scrollbar
        before = choices.scrollable_content_region.width
        app.screen.query_one(Input).value = "rij 44"
        await pilot.pause()
        assert not choices.show_vertical_scrollbar
        assert choices.scrollable_content_region.width == before
