"""Observation forms: what an observer watches for in a round of a triad, and what each of the three does."""

import re

from goedgesprek_tui.front import check_keys
from goedgesprek_tui.models import Record
from goedgesprek_tui.outline import Outline, Section, read_outline
from goedgesprek_tui.reference import filled
from goedgesprek_tui.script import check_braces, choice, read_intro
from goedgesprek_tui.text import fold, nearest

KIND = "observatie"
FRONT = {"naam": "Maar twee vragen", "soort": KIND, "minuten": "10", "napraten": "5"}
REQUIRED = ("naam", "soort")
WATCH, QUESTIONS = "Waar let je op", "Vragen"
ROLES = ("Verteller", "Vrager", "Kijker")
HEADINGS = (*ROLES, QUESTIONS, WATCH)
MINUTES = re.compile(r"0*[1-9][0-9]?")
LONGEST = 60


class ObservationForm(Record):
    """One way to hold a round: what each of the three does, which questions may be asked, what to watch for.

    `minutes` is how long a round takes, `after` the talk about it; both are proposals.
    """

    name: str
    intro: str = ""
    minutes: int = 10
    after: int = 5
    speaker: tuple[str, ...] = ("Vertel over iets kleins van jezelf. Stoppen mag altijd.",)
    questioner: tuple[str, ...] = ("Vraag één ding tegelijk, met woorden van de verteller. En wacht.",)
    observer: tuple[str, ...] = ("Schrijf de vragen letterlijk op. Zeg niets, en vind er niets van.",)
    questions: tuple[str, ...] = ()
    watch: tuple[str, ...]


def parse_form(text: str) -> ObservationForm:
    """Return the observation form in a Markdown text; raise ScriptError with all that is wrong with it."""
    outline = read_outline(text)
    if outline.front:
        outline.faults += check_keys(outline.front, FRONT, REQUIRED)
    choice(outline, outline.front, "soort", (KIND,))
    minutes, after = _minutes(outline, "minuten"), _minutes(outline, "napraten")
    intro = read_intro(outline)
    lines = _sections(outline)
    if WATCH not in lines:
        line = outline.title.line if outline.title else 1
        mend = f"Zet er een kop ## {WATCH} in, met eronder regels die met - beginnen."
        outline.fault(line, "Er staat niet bij waar de kijker op let.", mend)
    outline.check()
    known = {
        "minutes": minutes,
        "after": after,
        "speaker": lines.get("Verteller"),
        "questioner": lines.get("Vrager"),
        "observer": lines.get("Kijker"),
        "questions": lines.get(QUESTIONS),
    }
    given = {key: value for key, value in known.items() if value is not None}
    return ObservationForm.model_validate(
        {"name": outline.front["naam"].text, "intro": intro, "watch": lines[WATCH], **given}
    )


def _minutes(outline: Outline, key: str) -> int | None:
    value = outline.front.get(key)
    if not value:
        return None
    if MINUTES.fullmatch(value.text) and int(value.text) <= LONGEST:
        return int(value.text)
    mend = f"Schrijf alleen minuten, van 1 tot {LONGEST}: {key}: {FRONT[key]}"
    outline.fault(value.line, f"Bij {key} kan '{value.text}' niet staan.", mend)
    return None


def _sections(outline: Outline) -> dict[str, tuple[str, ...]]:
    """Return the lines under each heading, by its name as we write it."""
    names = {fold(name): name for name in HEADINGS}
    found: dict[str, tuple[str, ...]] = {}
    for section in outline.sections:
        heading = section.heading
        name = names.get(fold(heading.text).rstrip("?"))
        if not name:
            near = nearest(heading.text, HEADINGS)
            mend = f"Bedoel je '{near}'?" if near else f"Kies uit: {', '.join(HEADINGS)}."
            outline.fault(heading.line, f"De kop '{heading.text}' kennen we niet.", mend)
        elif name in found:
            outline.fault(heading.line, f"De kop '{name}' staat er twee keer.", "Maak er één stuk van.")
        else:
            found[name] = _lines(outline, section, name)
    return found


def _lines(outline: Outline, section: Section, name: str) -> tuple[str, ...]:
    lines: list[str] = []
    usual, allowed = ("numbered", ("{X}", "{Y}")) if name == QUESTIONS else ("bullets", ())
    mark = "1." if name == QUESTIONS else "-"
    for block in section.blocks:
        if block.kind != usual:
            mend = f"Zet er {mark} voor, met een lege regel boven de eerste."
            outline.fault(block.line, f"Onder '{name}' hoort elke regel met {mark} te beginnen.", mend)
            continue
        for item in filled(outline, block):
            check_braces(outline, item, allowed)
            lines.append(item.text)
    if not section.blocks:
        mend = f"Zet eronder een regel met {mark}, of haal de kop weg."
        outline.fault(section.heading.line, f"Onder '{name}' staat niets.", mend)
    return tuple(lines)
