"""Reading a practice dialogue from a Markdown file: all that is wrong with it, each with line and mend.

A file has `## Standaard`, what the parent says to a question that fits nowhere, and a `## Knoop` for each of
her steps.
"""

import re
from collections.abc import Iterator

from goedgesprek_tui.exercises.dialogue import Dialogue, Reply, Rule, Step
from goedgesprek_tui.exercises.paths import Read, check_paths
from goedgesprek_tui.front import Front, Value, check_keys, collect
from goedgesprek_tui.models import ProKind
from goedgesprek_tui.outline import Item, Outline, Section, read_outline
from goedgesprek_tui.reference import filled, pair
from goedgesprek_tui.script import choice, read_intro
from goedgesprek_tui.text import fold, nearest, one_line

KIND = "oefengesprek"
QUESTIONS = tuple(
    "wat_voor nog_iets waar relatie wat_gebeurt_met zoals_wat wat_dan net_ervoor waar_vandaan wat_graag "
    "wat_nodig kan_het".split()
)
FRONT = {
    "naam": "Elke avond trekken",
    "soort": KIND,
    "ouder": "Samira",
    "thema": "huiswerk",
    "niveau": "1",
    "situatie": "Moeder van Yassin (10). Je spreekt haar bij de koffieochtend.",
    "begin": "begin",
}
NODE = {
    "zegt": "Huiswerk is bij ons elke avond trekken.",
    "pro": "P",
    "biedt": "trekken, huiswerk",
    "einde": "ja",
    "inzicht": "Samira gaat zelf eerst aan tafel zitten.",
}
RULE = re.compile(r"(?P<questions>[^()]+?)\s*\((?P<words>[^()]*)\)\s*->\s*(?P<to>\S.*)")
STEP = re.compile(r"knoop\s+(?P<id>\S+)", re.IGNORECASE)
ANY = "*"
RULE_FORM = "Schrijf hem zo: - wat_voor|nog_iets(trekken) -> touw"
REPLIES = {
    Reply.STRONG: "Tja. Als jij het zegt. || Zo simpel is het bij ons niet.",
    Reply.MILD: "Dat weet ik niet precies.",
    Reply.REPEAT: "Ja, zo gaat het bij ons.",
    Reply.FOREIGN: "Dat woord past niet zo bij wat ik bedoel.",
    Reply.NO_MATCH: "Daar gaat het mij nu niet om.",
    Reply.TWO: "Dat zijn twee vragen. Welke bedoel je?",
    Reply.TOLD: "Dat zei ik net al.",
    Reply.GREETED: "Hoi.",
    Reply.UNHEARD: "Sorry, wat zei je?",
    Reply.SILENT: "(Samira kijkt naar haar koffie en denkt na.)",
    Reply.CLOSED: "Ach ja. Ik zal het wel verkeerd doen.",
    Reply.OPEN: "Nou goed. Dan vertel ik het.",
    Reply.LEAVES: "Ik moet gaan. Yassin staat zo op het plein.",
}
IN_STEPS = (Reply.STRONG, Reply.MILD, Reply.REPEAT)
"""What a step may have a reply of its own to."""


def parse_dialogue(text: str, id: str = "") -> Dialogue:
    """Return the dialogue that a Markdown text holds; raise ScriptError with all that is wrong with it."""
    outline = read_outline(text)
    if outline.front:
        outline.faults += check_keys(outline.front, FRONT, FRONT)
    choice(outline, outline.front, "soort", (KIND,))
    level = choice(outline, outline.front, "niveau", ("1", "2", "3"))
    intro = read_intro(outline)
    replies = _standard(outline)
    steps = list(_steps(outline))
    if steps:
        check_paths(outline, outline.front.get("begin"), steps)
    else:
        outline.fault(1, "Er is geen knoop.", "Zet onder Standaard een kop zoals: ## Knoop begin")
    outline.check()
    front = {key: value.text for key, value in outline.front.items()}
    return Dialogue(
        id=one_line(id),
        name=front["naam"],
        parent=front["ouder"],
        topic=front["thema"],
        level=int(level or 1),
        situation=front["situatie"],
        intro=intro,
        begin=fold(front["begin"]),
        steps={one.step.id: one.step for one in steps},
        replies=replies,
    )


def _standard(outline: Outline) -> dict[Reply, tuple[str, ...]]:
    """Return the replies for everywhere; each must be there."""
    sections = [section for section in outline.sections if fold(section.heading.text) == "standaard"]
    if not sections:
        outline.fault(1, "De kop Standaard ontbreekt.", "Zet hem boven de knopen: ## Standaard")
        return {}
    values, _ = _lines(outline, sections[0])
    examples = {str(reply): text for reply, text in REPLIES.items()}
    line = sections[0].heading.line
    outline.faults += check_keys(values, examples, examples, line, "Zet onder Standaard een regel, zoals -")
    return {Reply(key): _turns(value) for key, value in values.items() if key in examples}


def _steps(outline: Outline) -> Iterator[Read]:
    """Give the steps, each with the lines it stands on."""
    seen: set[str] = set()
    for section in outline.sections:
        if fold(section.heading.text) == "standaard":
            continue
        found = STEP.fullmatch(section.heading.text)
        if not found:
            mend = "Noem hem Standaard, of Knoop met een naam uit één woord."
            outline.fault(section.heading.line, "Deze kop kennen we hier niet.", mend)
            continue
        id = fold(found["id"])
        if id in seen:
            outline.fault(section.heading.line, f"Knoop {id} is er al.", "Kies een andere naam.")
        seen.add(id)
        yield _step(outline, section, id)


def _step(outline: Outline, section: Section, id: str) -> Read:
    values, rules = _lines(outline, section)
    line, advice = section.heading.line, "Schrijf eronder een regel, zoals -"
    ends = "einde" in values
    required = ["zegt", "pro", "inzicht"] if ends else ["zegt", "pro", "biedt"]
    known = {**NODE, **{str(reply): REPLIES[reply] for reply in IN_STEPS}}
    outline.faults += check_keys(values, known, required, line, advice)
    pro = choice(outline, values, "pro", tuple(ProKind))
    choice(outline, values, "einde", ("ja",))
    if ends and rules:
        outline.fault(rules[0].line, "Aan het einde gaat het niet verder.", "Haal de regel of einde: ja weg.")
    offers = _words(values["biedt"].text) if "biedt" in values else ()
    read = [(rule, item.line) for item in rules if (rule := _rule(outline, item, offers))]
    step = Step(
        id=id,
        says=values["zegt"].text if "zegt" in values else "",
        pro=ProKind(pro or "other"),
        offers=offers,
        rules=tuple(rule for rule, _ in read),
        replies={reply: _turns(values[reply]) for reply in IN_STEPS if reply in values},
        insight=values["inzicht"].text if "inzicht" in values else "",
    )
    return Read(step, line, tuple(at for _, at in read), ends)


def _lines(outline: Outline, section: Section) -> tuple[Front, list[Item]]:
    """Return the lines `- key: value` under a heading, and those that are rules."""
    pairs: list[tuple[str, Value]] = []
    rules: list[Item] = []
    for block in section.blocks:
        if block.kind != "bullets":
            outline.fault(block.line, "Hier mogen alleen regels met een streepje staan.", "Zet er - voor.")
            continue
        for item in filled(outline, block):
            if "->" in item.text:
                rules.append(item)
            else:
                pairs.append(pair(item))
    values, faults = collect(pairs)
    outline.faults += faults
    return values, rules


def _rule(outline: Outline, item: Item, offers: tuple[str, ...]) -> Rule | None:
    found = RULE.fullmatch(item.text)
    if not found:
        outline.fault(item.line, "Deze regel is geen vraag met een pijl.", RULE_FORM)
        return None
    questions = [part.strip() for part in found["questions"].split("|")]
    for question in questions:
        if question not in QUESTIONS:
            near = nearest(question, QUESTIONS)
            mend = f"Bedoel je '{near}'?" if near else f"Kies uit: {', '.join(QUESTIONS)}."
            outline.fault(item.line, f"'{question}' is geen schone vraag.", mend)
    words = [part.strip() for part in found["words"].split("|") if part.strip() not in ("", ANY)]
    for word in words:
        if fold(word) not in map(fold, offers):
            mend = "Zet het erbij, of verander het hier; * is elk woord."
            outline.fault(item.line, f"'{word}' staat niet bij biedt.", mend)
    return Rule(questions=tuple(questions), words=tuple(words), to=fold(found["to"]))


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _turns(value: Value) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.text.split("||") if part.strip())
