"""Vragen leren."""

from goedgesprek_tui.desk import Desk
from goedgesprek_tui.screens.base import Page


class CardsScreen(Page[None]):
    """Vragen leren."""

    def __init__(self, desk: Desk) -> None:
        """Practise with what lies on this desk."""
        super().__init__()
        self.desk = desk
