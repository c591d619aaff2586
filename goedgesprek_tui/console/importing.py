"""`goedgesprek importeer`: conversations of colleagues taken in, and what became of each."""

from collections.abc import Iterable
from pathlib import Path

from goedgesprek_tui.console.streams import complain
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.exchange.files import Refusal
from goedgesprek_tui.exchange.importing import Taken, take_in
from goedgesprek_tui.exchange.telling import Sum, said, told_conflicts
from goedgesprek_tui.text import one_line


def import_all(desk: Desk, paths: Iterable[Path]) -> int:
    """Take in all that is found at these paths and say what came of it; return 1 when something was refused.

    Both versions of what differs are shown; ours stays.
    """
    total = Sum()
    today = desk.setting.now().date()
    for outcome in take_in(desk, paths):
        total.add(outcome)
        if isinstance(outcome, Refusal):
            complain(f"Geweigerd: {outcome}")
        elif isinstance(outcome, Taken):
            print(one_line(said(outcome, today)))
            for line in told_conflicts(outcome, desk.prompts.topics.name_of):
                print(one_line(line))
    print(total)
    return 1 if total.refused else 0
