"""The list of what a report holds, as it is chosen from: a line for each theme and each part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.visual import Visual

from goedgesprek_tui.exports.gathered import Gathered, Said, Theme, is_verbatim, paraphrase
from goedgesprek_tui.models import NoteKind
from goedgesprek_tui.review.choice import Choice, Part
from goedgesprek_tui.settings import Settings
from goedgesprek_tui.text import count, shortened
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.hanging import Hanging

IN, OUT = "●", "○"
NOTHING = "nog niets geschreven"
SHORT = 60
TEXTS = {Part.INTRO: "intro", Part.NOT_SPOKEN: "not_spoken", Part.PASSED_ON: "passed_on"}
"""The parts that hold a text of the ambassador, and its field in `Choice`."""
CLOSING = {
    "wat_gebeurt_ermee": "Tot slot: wat er met dit verslag gebeurt",
    "ambassadeur_worden": "Tot slot: zelf ambassadeur worden",
    "vragen_aan": "Tot slot: vragen aan",
}
"""The closing lines, by their name in the settings."""


@dataclass(frozen=True)
class Item:
    """One line of the list: a theme, by the id of its topic, or a part; `text` names a text to write."""

    part: Part | None = None
    topic: str = ""
    text: str = ""


@dataclass(frozen=True)
class MarkedRow(Row):
    """A row: whether it goes along, what it is, and muted on the same line what is in it."""

    goes_along: bool = True

    def content(self) -> Visual:
        """Return the row as it is shown; the texts are data, never markup."""
        mark = Content.styled(*(f"{IN} ", "$primary") if self.goes_along else (f"{OUT} ", "$muted"))
        label = (self.label, "bold" if self.goes_along else "$muted")
        detail = (
            self.detail if self.goes_along else f"niet mee · {self.detail}" if self.detail else "niet mee"
        )
        return Hanging(mark, Content.assemble(label, (f"  {detail}" if detail else "", "$muted")))


def rows_of(whole: Gathered, choice: Choice, settings: Settings) -> list[MarkedRow]:
    """Return a row for each theme and part, in the order of the report; `whole` has nothing left out."""
    rows = [_text_row(Part.INTRO, whole, choice)]
    rows += [_theme_row(theme, choice) for theme in themes_of(whole, choice)]
    for part in Part:
        if part in TEXTS and part is not Part.INTRO:
            rows.append(_text_row(part, whole, choice))
        elif part is Part.CLOSING:
            rows += [_closing_row(name, label, choice, settings) for name, label in CLOSING.items()]
        elif part not in TEXTS and (detail := _inside(part, whole, choice)):
            rows.append(MarkedRow(part.value, Item(part), detail, goes_along=part not in choice.parts_out))
    return rows


def themes_of(whole: Gathered, choice: Choice) -> list[Theme]:
    """Return the themes as they are ordered in the report, those of one conversation last."""
    return sorted(
        (*whole.often, *whole.once), key=lambda one: (one in whole.once, choice.place(one.count.id))
    )


def note_rows(lines: Sequence[Said], choice: Choice) -> list[MarkedRow]:
    """Return a row for each note, what was paraphrased first, as in the report."""
    ordered = sorted(lines, key=lambda one: one.told.note.kind is not NoteKind.SIGNAL)
    return [_note_row(one, choice) for one in ordered]


def _note_row(one: Said, choice: Choice) -> MarkedRow:
    note = one.told.note
    said = f'Ouder: "{one.told.text}"' if is_verbatim(one) else one.told.text
    gist = paraphrase(one) if is_verbatim(one) else ""
    return MarkedRow(
        said, note.id, f"kern: {gist}" if gist else "", goes_along=note.id not in choice.notes_out
    )


def _theme_row(theme: Theme, choice: Choice) -> MarkedRow:
    talks = count(theme.count.sessions, "gesprek", "gesprekken")
    quotes = count(len(theme.quotes), "citaat", "citaten")
    signals = count(len(theme.signals), "signaal", "signalen")
    parts = [talks, *([signals] if theme.signals else []), *([quotes] if theme.quotes else [])]
    detail = " · ".join((*parts, *_out(theme.lines, choice)))
    along = theme.count.id not in choice.topics_out
    return MarkedRow(theme.heading, Item(topic=theme.count.id), detail, goes_along=along)


def _text_row(part: Part, whole: Gathered, choice: Choice) -> MarkedRow:
    written = shortened(getattr(choice, TEXTS[part]), SHORT)
    heard = _inside(part, whole, choice)
    detail = " · ".join(filter(None, (written, heard and f"{heard} uit jullie bijeenkomst"))) or NOTHING
    return MarkedRow(
        part.value, Item(part, text=TEXTS[part]), detail, goes_along=part not in choice.parts_out
    )


def _closing_row(name: str, label: str, choice: Choice, settings: Settings) -> MarkedRow:
    detail = shortened(getattr(settings, name), SHORT) or NOTHING
    along = Part.CLOSING not in choice.parts_out
    return MarkedRow(label, Item(Part.CLOSING, text=name), detail, goes_along=along)


def _inside(part: Part, whole: Gathered, choice: Choice) -> str:
    """Return what a part holds; empty when it would not be in the report."""
    lines = whole.parts.get(part, ())
    points = sum(len(session.left_over) for session in whole.sessions) if part is Part.LEFT_OVER else 0
    if lines or points:
        numbers = [count(points, "punt", "punten")] if points else []
        numbers += [count(len(lines), "notitie", "notities")] if lines else []
        return " · ".join((*numbers, *_out(lines, choice)))
    if part is Part.CHANGES and whole.compared:
        return "wat er veranderde"
    if part is Part.EVALUATION and (asked := sum(bool(session.tallies) for session in whole.sessions)):
        return f"antwoorden uit {count(asked, 'gesprek', 'gesprekken')}"
    problems = sum(bool(session.problem.text) for session in whole.sessions)
    return count(problems, "probleemzin", "probleemzinnen") if part is Part.PROBLEMS and problems else ""


def _out(lines: Sequence[Said], choice: Choice) -> Iterator[str]:
    if number := sum(one.told.note.id in choice.notes_out for one in lines):
        yield f"{number} weggelaten"
