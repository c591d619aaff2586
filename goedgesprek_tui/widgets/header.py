"""The two lines at the top of the talk: what it is, whether it is kept, the time, and the phases."""

from textual import events
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.conversation import Conversation

WARNING_MINUTES = 2


class TalkHeader(Static):
    """Shows title, state and clock, and under it the phase bar with the minutes that are left."""

    conversation: Conversation | None = None
    state = Content()

    def show(self, conversation: Conversation, state: Content) -> None:
        """Show where the conversation is; `state` says whether words are kept."""
        self.conversation = conversation
        self.state = state
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the two lines out anew."""
        self._draw()

    def _draw(self) -> None:
        if not self.conversation or not self.size.width:
            return
        clock = Content.assemble(self.state, "     ", _clock(self.conversation))
        title = _title(self.conversation, self.size.width - clock.cell_length - 2)
        lines = [
            _spread(title, clock, self.size.width),
            _spread(_phases(self.conversation), time_left(self.conversation), self.size.width),
        ]
        content = Content("\n").join(lines)
        if content != self.content:
            self.update(content)


def time_left(conversation: Conversation) -> Content:
    """Return the minutes left for the phase, in words; coloured from two minutes before the end."""
    left = conversation.phase_left
    if left < 0:
        return Content.styled(f"{max(round(-left), 1)} min over tijd", "bold $secondary")
    if left <= WARNING_MINUTES:
        return Content.styled(f"nog {max(round(left), 1)} min", "bold $secondary")
    return Content.styled(f"nog {round(left)} min", "$muted")


def _title(conversation: Conversation, room: int) -> Content:
    """Return the title; when there is no room the name of the script is cut, and the place stays."""
    name, dot, where = conversation.session.title.partition(" · ")
    tail = Content(dot + where)
    return Content.assemble(Content(name).truncate(max(room - tail.cell_length, 12), ellipsis=True), tail)


def _clock(conversation: Conversation) -> Content:
    planned = conversation.session.script.minutes
    spent = _hours(int(conversation.minutes))
    return Content.assemble((spent, "bold"), (f" van {_hours(planned)}", "$muted"))


def _hours(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _phases(conversation: Conversation) -> Content:
    session = conversation.session
    parts: list[Content] = []
    for at, phase in enumerate(session.script.phases):
        if at == session.phase:
            parts.append(Content.styled(f"▶ {phase.title}", "bold $primary"))
        else:
            parts.append(Content.styled("✓" if at in session.visited else "·", "$primary"))
    place = f"   fase {session.phase + 1} van {len(session.script.phases)}"
    return Content.assemble(Content(" ").join(parts), (place, "$muted"))


def _spread(left: Content, right: Content, width: int) -> Content:
    room = max(width - right.cell_length - 2, 0)
    left = left.truncate(room, ellipsis=True)
    return Content.assemble(left, " " * max(width - left.cell_length - right.cell_length, 1), right)
