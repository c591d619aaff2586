"""Sessions in a sentence, for home and lists: nobody has to decode a label."""

from datetime import date, datetime, timedelta

from goedgesprek_tui.dates import MONTHS, WEEKDAYS
from goedgesprek_tui.models import Session
from goedgesprek_tui.text import count, shortened

DUE_LENGTH = 40


def day(when: date, today: date) -> str:
    """Return a day as people say it: vandaag, gisteren, `donderdag 26 november`, with a year if needed."""
    if when == today:
        return "vandaag"
    if when == today - timedelta(days=1):
        return "gisteren"
    said = f"{WEEKDAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]}"
    return said if when.year == today.year else f"{said} {when.year}"


def in_a_sentence(session: Session, now: datetime) -> str:
    """Return when a session was, how far it came, how many notes it has, and from where it was fetched.

    Of one without a script only the day is known.
    """
    hour = f" {session.started:%H:%M}" if session.script.id else ""
    when = f"{day(session.started.date(), now.date())}{hour}"
    notes = count(len(session.shown), "notitie", "notities")
    if session.ended:
        fetched = f", opgehaald uit {session.origin}" if session.origin else ""
        return f"{when}, afgerond, {notes}{fetched}"
    place = f"fase {session.phase + 1} van {len(session.script.phases)}"
    return f"{when}, {place}, {notes}, alles bewaard"


def open_rows(sessions: list[Session], now: datetime, hidden: bool) -> list[tuple[str, str, str]]:
    """Return for each open session what it is called at home, its id, and how far it came.

    `hidden` leaves the title out: on a shared laptop others see this screen as well.
    """
    return [
        (
            "Verder met het open gesprek" if hidden else f"Verder met {session.title}",
            session.id,
            in_a_sentence(session, now),
        )
        for session in sessions
        if not session.ended
    ]


def due_lines(sessions: list[Session], today: date, hidden: bool = False) -> list[str]:
    """Return what is due to be looked back on, the oldest first: what it was, cut to a line, and since when.

    `hidden` gives only how many there are.
    """
    if hidden:
        number = sum(len(session.due(today)) for session in sessions)
        return [count(number, "afspraak of proef", "afspraken en proeven")] if number else []
    found = sorted(
        ((note.due, note.text) for session in sessions for note in session.due(today) if note.due),
        key=lambda pair: pair[0],
    )
    return [f"{shortened(text, DUE_LENGTH)} · {day(when, today)}" for when, text in found]
