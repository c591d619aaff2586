"""Conversation scripts (leidraden): from a Markdown file with front matter to a `Script`.

A plain paragraph is advice to the ambassador, `>` is said aloud, `1.` is a question and a `-` under it a
Clean follow-up, in which `{X}` and `{Y}` stand for the parent's own words.
"""

import re
from collections.abc import Collection, Iterable

from goedgesprek_tui.faults import Fault, ScriptError
from goedgesprek_tui.front import Front, check_keys
from goedgesprek_tui.models import Phase, Question, Script, ScriptKind
from goedgesprek_tui.outline import Block, Item, Outline, Section, read_outline
from goedgesprek_tui.text import nearest, one_line

__all__ = ["Fault", "ScriptError", "check_braces", "parse_script"]

EXAMPLES = {
    "naam": "Praten over huiswerk",
    "duur": "60",
    "soort": "groepsgesprek",
    "voor": "Ambassadeurs met een groep van 6 tot 15 ouders",
    "aanspreekvorm": "je",
}
REQUIRED = ("naam", "duur", "soort")
HEADING = re.compile(r"(?P<title>.*\S)\s*\(\s*(?P<minutes>0*[1-9][0-9]{0,3})\s*min(?:\.|uten|uut)?\s*\)")
BRACES = re.compile(r"\{[^{}]*\}|[{}]")
NUMBER = re.compile(r"[0-9]{1,9}[.)]\s")
INWARD = re.compile(
    r"\bwaar\s+(?:\w+\s+){0,4}?(?:is|zijn|zit|zitten|voel\w*)\b"  # place
    r"|\bwaar\b.{0,200}\bvandaan\b|\bwaarvandaan\b"  # source
    r"|\bzoals\s+wat\b|\bals\s+wat\s*\?",  # metaphor
    re.IGNORECASE,
)


def parse_script(text: str, id: str) -> Script:
    """Return the script that a Markdown text holds; raise ScriptError with all that is wrong with it."""
    outline = read_outline(text)
    if outline.front:
        outline.faults += check_keys(outline.front, EXAMPLES, REQUIRED)
    kind = choice(outline, outline.front, "soort", tuple(ScriptKind))
    address = choice(outline, outline.front, "aanspreekvorm", ("je", "u"))
    minutes = _minutes(outline)
    intro = read_intro(outline)
    phases = [_phase(outline, section, kind) for section in outline.sections]
    _check_sum(outline, minutes, [phase.minutes for phase in phases if phase])
    outline.check()
    front = {key: value.text for key, value in outline.front.items()}
    return Script.model_validate(
        {
            "id": one_line(id),
            "name": front["naam"],
            "minutes": minutes,
            "kind": kind,
            "audience": front.get("voor", ""),
            "address": address or "je",
            "intro": intro,
            "phases": phases,
        }
    )


def read_intro(outline: Outline) -> str:
    """Return the paragraphs under the title, and note the blocks there that are something else."""
    for block in outline.intro:
        if block.kind != "paragraph":
            problem = "Boven de eerste kop met ## mag alleen een gewone alinea staan."
            outline.fault(block.line, problem, "Zet deze regel onder een kop met ##.")
    paragraphs = [block.items[0] for block in outline.intro if block.kind == "paragraph"]
    return "\n\n".join(_texts(outline, paragraphs))


def choice(outline: Outline, values: Front, key: str, options: tuple[str, ...]) -> str | None:
    """Return the value of a key that has a few; None, and a fault unless it is missing, for any other."""
    value = values.get(key)
    if not value or not value.text:
        return None
    if value.text in options:
        return value.text
    near = nearest(value.text, options)
    mend = f"Bedoel je '{near}'?" if near else f"Kies uit: {', '.join(options)}."
    outline.fault(value.line, f"Bij {key} kan '{value.text}' niet staan.", mend)
    return None


def check_braces(outline: Outline, item: Item, allowed: Collection[str] = ()) -> None:
    """Note every brace in a text that is not one of the allowed places for the parent's words."""
    for number, line in enumerate(item.lines, item.line):
        for brace in dict.fromkeys(BRACES.findall(line)):
            if brace in allowed:
                continue
            if brace in ("{X}", "{Y}"):
                mend = "Zet hem in een regel met - onder een vraag."
                outline.fault(number, f"{brace} mag alleen in een doorvraag.", mend)
            elif len(brace) == 1:
                mend = "Schrijf {X} of {Y}, of haal het teken weg."
                outline.fault(number, f"Er staat een losse {brace} in.", mend)
            else:
                outline.fault(
                    number, f"{brace} kennen we niet.", "Schrijf {X} of {Y}, of haal de accolades weg."
                )


def _minutes(outline: Outline) -> int | None:
    value = outline.front.get("duur")
    if not value or not value.text:
        return None
    if re.fullmatch(r"0*[1-9][0-9]{0,3}", value.text):
        return int(value.text)
    outline.fault(value.line, f"Bij duur kan '{value.text}' niet staan.", "Schrijf alleen minuten: duur: 60")
    return None


def _check_sum(outline: Outline, minutes: int | None, phases: list[int]) -> None:
    """Note when there are no phases, or when all have minutes that do not add up to those of the whole."""
    if not outline.sections:
        line = outline.title.line if outline.title else 1
        outline.fault(line, "Er staan geen fasen in.", "Geef elk deel een kop, zoals: ## Welkom (8 min)")
    elif minutes and len(phases) == len(outline.sections) and sum(phases) != minutes:
        problem = f"De fasen duren samen {sum(phases)} minuten, en bij duur staat {minutes}."
        mend = f"Schrijf duur: {sum(phases)}, of verander de minuten van de fasen."
        outline.fault(outline.front["duur"].line, problem, mend)


def _phase(outline: Outline, section: Section, kind: str | None) -> Phase | None:
    """Return a phase, or None when its heading has no minutes."""
    aloud: list[str] = []
    advice: list[str] = []
    questions: list[Question] = []
    for block in section.blocks:
        match block.kind:
            case "paragraph":
                advice += _texts(outline, block.items)
            case "quote":
                aloud += _texts(outline, block.items)
            case "numbered":
                questions += _questions(outline, block, len(questions), kind)
            case "bullets":
                mend = "Zet ze onder een regel met 1., en begin elke regel met drie spaties."
                outline.fault(block.line, "Deze streepjes staan niet onder een vraag.", mend)
    heading = HEADING.fullmatch(section.heading.text)
    check_braces(outline, section.heading)
    if not heading:
        problem = "Deze kop heeft geen naam met minuten erachter."
        outline.fault(section.heading.line, problem, "Schrijf hem zo: ## Welkom (8 min)")
        return None
    return Phase(
        title=heading["title"],
        minutes=int(heading["minutes"]),
        aloud=tuple(aloud),
        advice=tuple(advice),
        questions=tuple(questions),
    )


def _texts(outline: Outline, items: Iterable[Item]) -> list[str]:
    """Return the texts of paragraphs, and note a numbered line that Markdown took for more of the same."""
    texts = []
    for item in items:
        check_braces(outline, item)
        for number, line in enumerate(item.lines[1:], item.line + 1):
            if NUMBER.match(line):
                outline.fault(number, "Deze vraag zit aan de tekst vast.", "Zet er een lege regel boven.")
        texts.append(item.text)
    return [text for text in texts if text]


def _questions(outline: Outline, block: Block, asked: int, kind: str | None) -> list[Question]:
    """Return the questions of a list, which begins at 1 or goes on after those that were asked."""
    if block.start not in (1, asked + 1):
        outline.fault(block.line, f"De nummering begint hier bij {block.start}.", f"Begin bij {asked + 1}.")
    questions = []
    for item in block.items:
        follow_ups = tuple(_follow_up(outline, bullet, kind) for bullet in item.under)
        check_braces(outline, item)
        if item.text:
            questions.append(Question(text=item.text, follow_ups=follow_ups))
        else:
            outline.fault(item.line, "Deze vraag is leeg.", "Vul de vraag in, of haal het nummer weg.")
    return questions


def _follow_up(outline: Outline, item: Item, kind: str | None) -> str:
    check_braces(outline, item, ("{X}", "{Y}"))
    if not item.text:
        outline.fault(item.line, "Deze doorvraag is leeg.", "Vul de vraag in, of haal het streepje weg.")
    elif kind != ScriptKind.PRACTICE and INWARD.search(item.text):
        problem = "Vragen naar plaats, herkomst of beeld horen niet in een gesprek met ouders."
        mend = "Kies een andere doorvraag, zoals 'En is er nog iets over {X}?', of maak het een oefening."
        outline.fault(item.line, problem, mend)
    return item.text
