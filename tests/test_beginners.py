"""What beginners type to a simulated parent and no dialogue foresaw: what she does, and how it is rated.

The cases were written by somebody who had not seen the rules: twenty a parent, and ten more later. Each
has the levels one can defend and the reactions that would be natural.
"""

import json
from collections import deque
from dataclasses import replace
from pathlib import Path

import pytest

from goedgesprek_tui.clean.rating.rate import rate
from goedgesprek_tui.exercises.dialogue import Dialogue, Reply
from goedgesprek_tui.practice.meeting import Exchange, Meeting
from goedgesprek_tui.prompts import load_exercises

HERE = Path(__file__).parent / "cases"
DIALOGUES = {one.id.partition("-")[2]: one for one in load_exercises().dialogues}
FITS = {
    None: "answer",
    Reply.TOLD: "answer",
    Reply.REPEAT: "repeat",
    Reply.MILD: "flat",
    Reply.STRONG: "defensive",
    Reply.FOREIGN: "foreign_word",
    Reply.NO_MATCH: "aside",
    Reply.SILENT: "silent",
    Reply.GREETED: "greet",
    Reply.UNHEARD: "what",
    Reply.TWO: "one_at_a_time",
}
NEXT = "En wat gebeurt er dan?"


def at(dialogue: Dialogue, step: str) -> Meeting:
    """A talk that has come to this step by the shortest way."""
    ways = {dialogue.begin: (dialogue.begin,)}
    waiting = deque(ways)
    while step not in ways:
        here = waiting.popleft()
        for rule in dialogue.steps[here].rules:
            if rule.to not in ways:
                ways[rule.to] = (*ways[here], rule.to)
                waiting.append(rule.to)
    made = [
        Exchange(NEXT, rate(["Zo."], NEXT), "wat_dan", (), None, dialogue.steps[id].says, id)
        for id in ways[step][1:]
    ]
    return replace(Meeting(dialogue), exchanges=tuple(made))


@pytest.mark.parametrize(("name", "number"), [("beginners", 120), ("beginners_more", 60)])
def test_beginners_are_rated_and_answered_as_a_person_would(name: str, number: int) -> None:
    cases = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    rated = answered = 0
    for case in cases:
        before = at(DIALOGUES[case["parent"]], case["node"])
        after = before.ask(case["typed"])
        made = after.exchanges[-1] if after is not before else None
        rated += (made.rating.level if made else "none") in case["level_ok"]
        answered += (FITS[made.reply] if made else "silent") in case["fits"]
    assert len(cases) == number
    assert rated / number >= 0.92
    assert answered / number >= 0.92
