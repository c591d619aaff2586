"""What there is to choose from for a triad: the one that was begun, and the forms, each with what it is."""

from collections.abc import Iterator
from datetime import datetime

from textual.content import Content

from goedgesprek_tui.describe import day
from goedgesprek_tui.exercises.observation import ObservationForm
from goedgesprek_tui.practice.triad import Stage, Triad
from goedgesprek_tui.practice.triad_pages import name
from goedgesprek_tui.prompts import Exercises
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.lines import Block


def rows_of(exercises: Exercises, kept: Triad | None, now: datetime) -> list[Row]:
    """Return the rows: first the triad that was begun, last the forms that cannot be used, with why."""
    rows = [Row("Verder met het drietal", kept, where(kept, now))] if kept else []
    rows += [Row(form.name, form, hint=f"{form.minutes:>2} + {form.after} min") for form in exercises.forms]
    rows += [
        Row(f"{broken.path.name} is niet te gebruiken", None, str(broken.faults[0]))
        for broken in exercises.broken
    ]
    return rows


def where(triad: Triad, now: datetime) -> str:
    """Return of whom a triad is, since when, and how far it came."""
    people = ", ".join(name(triad, person) for person in range(len(triad.people)))
    rounds = f"ronde {triad.step.round + 1} van {len(triad.rounds)}"
    before = triad.step.stage in (Stage.WELCOME, Stage.SETUP)
    after = triad.step.stage in (Stage.CLOSING, Stage.END)
    far = "nog voor de eerste ronde" if before else "bij het afsluiten" if after else rounds
    return f"{people} · {day(triad.started.date(), now.date())} {triad.started:%H:%M} · {far}"


def about_form(form: ObservationForm) -> Iterator[Block]:
    """Give what a form is for, and who does what."""
    yield Block("", Content(form.intro))
    yield Block("", Content())
    for role, lines in (
        ("verteller", form.speaker),
        ("vrager", form.questioner),
        ("kijker", form.observer),
    ):
        yield Block(f"{role:<11}", Content(" ".join(lines)))
