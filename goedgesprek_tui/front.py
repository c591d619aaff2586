"""The front matter of a Markdown file: the block between two lines `---`, with a key and a value a line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goedgesprek_tui.faults import Fault
from goedgesprek_tui.text import nearest, one_line

MAX_LENGTH = 1_000
SHAPE = 'Schrijf op elke regel een woord, een dubbele punt en de waarde, zoals naam: "Gesprek: deel 1".'


@dataclass(frozen=True, slots=True)
class Value:
    """What stands after a key, as it was typed, and its line in the file."""

    text: str
    line: int


Front = dict[str, Value]


def read_front(content: str) -> tuple[Front, list[Fault]]:
    """Return the keys with their values, and what is wrong with the block.

    The events of YAML are enough, and safer than a loader: a value stays the text that was typed
    (`naam: Nee` is a name), every key has its line, and no alias or nesting can blow up.
    """
    import yaml

    if len(content) > MAX_LENGTH:
        return {}, [Fault(1, "Het blok bovenaan is te lang.", "Laat alleen de woorden staan die erin horen.")]
    try:
        events = list(yaml.parse(content, Loader=yaml.SafeLoader))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        return {}, [Fault(mark.line + 2 if mark else 1, "Het blok bovenaan is hier niet te lezen.", SHAPE)]
    inside = events[3:-3]
    scalars = [event for event in inside if isinstance(event, yaml.ScalarEvent)]
    odd = next((event for event in inside if event not in scalars), None)
    if odd or len(events) < 6 or not isinstance(events[2], yaml.MappingStartEvent):
        problem = "In het blok bovenaan hoort op elke regel een woord met een waarde."
        return {}, [Fault(_line(odd) if odd else 2, problem, SHAPE)]
    keys, values = scalars[::2], scalars[1::2]
    return collect(
        (key.value, Value(one_line(value.value).strip(), _line(key)))
        for key, value in zip(keys, values, strict=True)
    )


def collect(pairs: Iterable[tuple[str, Value]]) -> tuple[Front, list[Fault]]:
    """Return keys with their values, and a fault for each key that comes back."""
    front: Front = {}
    faults = []
    for key, value in pairs:
        if key in front:
            faults.append(Fault(value.line, f"'{key}' staat er twee keer.", "Haal een van de regels weg."))
        front[key] = value
    return front, faults


def check_keys(
    front: Front,
    examples: Mapping[str, str],
    required: Iterable[str],
    line: int = 1,
    advice: str = "Schrijf in het blok bovenaan een regel, zoals",
) -> list[Fault]:
    """Return a fault for each key that is not in the examples, and for each that is missing or empty.

    `line` is where a missing key is missed; `advice` comes before the example of what to write.
    """
    faults = []
    meant = set()
    for key, value in front.items():
        if key not in examples:
            near = nearest(key, examples)
            meant.add(near)
            mend = f"Bedoel je '{near}'?" if near else f"Haal de regel weg; wel mag {', '.join(examples)}."
            faults.append(Fault(value.line, f"'{key}' kennen we niet.", mend))
    for key in [key for key in required if key not in meant]:
        mend = f"{advice} {key}: {examples[key]}"
        if key not in front:
            faults.append(Fault(line, f"'{key}' ontbreekt.", mend))
        elif not front[key].text:
            faults.append(Fault(front[key].line, f"Achter '{key}' staat niets.", mend))
    return faults


def _line(event: object) -> int:
    """Return the line in the file: the block begins on its second line."""
    return int(event.start_mark.line) + 2  # type: ignore[attr-defined]
