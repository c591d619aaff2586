"""Whether a dialogue can be walked: each arrow leads somewhere, each step to the end, each rule can apply."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goedgesprek_tui.exercises.dialogue import Rule, Step
from goedgesprek_tui.front import Value
from goedgesprek_tui.outline import Outline
from goedgesprek_tui.text import fold, nearest


@dataclass(frozen=True, slots=True)
class Read:
    """A step with its line in the file, those of its rules, and whether it is an end."""

    step: Step
    line: int
    rule_lines: tuple[int, ...]
    ends: bool


def check_paths(outline: Outline, begin: Value | None, read: Sequence[Read]) -> None:
    """Note each arrow to a step that is not there, each rule no question reaches, and each blind alley."""
    ids = {one.step.id for one in read}
    if begin and begin.text and fold(begin.text) not in ids:
        outline.fault(begin.line, f"Er is geen knoop '{begin.text}'.", _meant(begin.text, ids))
    whole = True
    for one in read:
        for rule, line in zip(one.step.rules, one.rule_lines, strict=True):
            if rule.to not in ids:
                whole = False
                outline.fault(line, f"Er is geen knoop '{rule.to}'.", _meant(rule.to, ids))
        for line in _never(one):
            problem = "Aan deze regel komt niemand toe: een regel erboven neemt alles al."
            outline.fault(line, problem, "Zet hem hoger, of haal hem weg.")
    if not any(one.ends for one in read):
        problem = "Dit gesprek heeft geen einde."
        outline.fault(read[-1].line, problem, "Zet onder de laatste knoop: - einde: ja en - inzicht:")
    elif whole:
        _check_walk(outline, fold(begin.text) if begin else "", read)


def _check_walk(outline: Outline, begin: str, read: Sequence[Read]) -> None:
    steps = {one.step.id: one.step for one in read}
    reached = _reach(
        {begin} & steps.keys(), {id: {rule.to for rule in step.rules} for id, step in steps.items()}
    )
    back: dict[str, set[str]] = {id: set() for id in steps}
    for id, step in steps.items():
        for rule in step.rules:
            back[rule.to].add(id)
    leads = _reach({one.step.id for one in read if one.ends}, back)
    for one in read:
        if one.step.id not in reached and begin in steps:
            mend = "Zet ergens een regel met een pijl naar deze knoop, of haal hem weg."
            outline.fault(one.line, f"Bij knoop {one.step.id} komt niemand.", mend)
        if one.step.id not in leads:
            mend = "Geef hem een regel met een pijl verder, zoals - nog_iets(*) -> …"
            outline.fault(one.line, f"Van knoop {one.step.id} kom je nooit bij het einde.", mend)


def _reach(begin: set[str], arrows: dict[str, set[str]]) -> set[str]:
    found, new = set(begin), set(begin)
    while new:
        new = {to for id in new for to in arrows[id]} - found
        found |= new
    return found


def _never(one: Read) -> Iterator[int]:
    """Give the lines of rules whose every question on every word is taken by rules above them."""
    taken: set[tuple[str, str]] = set()
    for rule, line in zip(one.step.rules, one.rule_lines, strict=True):
        asks = {(question, word) for question in rule.questions for word in _words_of(rule)}
        if all(ask in taken or (ask[0], "") in taken for ask in asks):
            yield line
        taken |= asks


def _words_of(rule: Rule) -> tuple[str, ...]:
    return tuple(map(fold, rule.words)) or ("",)


def _meant(name: str, ids: set[str]) -> str:
    near = nearest(name, ids)
    return f"Bedoel je '{near}'?" if near else f"Kies uit: {', '.join(sorted(ids))}."
