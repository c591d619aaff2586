"""An empty screen, for when somebody looks along."""

from textual import events
from textual.screen import Screen


class BlankScreen(Screen[None]):
    """Shows nothing until a key is pressed."""

    def on_key(self, event: events.Key) -> None:
        """Go back to the talk; the key does nothing else."""
        event.stop()
        event.prevent_default()
        self.dismiss()
