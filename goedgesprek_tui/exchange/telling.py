"""What came of taking in conversations, in sentences: for the terminal and for the screen."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from goedgesprek_tui.describe import day
from goedgesprek_tui.exchange.conflict import Conflict
from goedgesprek_tui.exchange.differences import about, differences
from goedgesprek_tui.exchange.files import Refusal
from goedgesprek_tui.exchange.importing import Outcome, Taken
from goedgesprek_tui.exchange.reading import PassedBy
from goedgesprek_tui.text import count

WITHDRAWN = (
    "Bij je collega is {} of geldt nu nee: hier gaat dat nergens meer mee. Voorgoed wissen of toch houden: "
    "in het programma, bij Gesprekken, met i en hetzelfde bestand."
)

CHOOSE = (
    "Toch die van je collega nemen: in het programma, bij Gesprekken, met i en hetzelfde bestand. "
    "Bewaar tot dan {}: alleen daar staat de versie van je collega."
)


class Sum:
    """How many of each there were, as outcomes come by."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.new = self.more = self.same = self.refused = self.conflicts = self.others = 0

    def add(self, outcome: Outcome) -> None:
        """Count one more."""
        match outcome:
            case Taken():
                self.new += outcome.is_new
                self.more += outcome.changed and not outcome.is_new
                self.same += not outcome.changed
                self.conflicts += len(outcome.conflicts) + len(outcome.withdrawn)
            case Refusal():
                self.refused += 1
            case PassedBy():
                self.others += outcome.number

    def __str__(self) -> str:
        """Return it as one sentence, without what there was none of."""
        parts = [
            f"{count(self.new, 'gesprek', 'gesprekken')} nieuw",
            f"{self.more} aangevuld" if self.more else "",
            f"{self.same} {'was er' if self.same == 1 else 'waren er'} al" if self.same else "",
            f"{count(self.conflicts, 'verschil', 'verschillen')}" if self.conflicts else "",
            f"{self.refused} geweigerd" if self.refused else "",
            f"{count(self.others, 'ander bestand', 'andere bestanden')} overgeslagen" if self.others else "",
        ]
        said = ", ".join(part for part in parts if part)
        return f"{said[0].upper()}{said[1:]}."


def said(taken: Taken, today: date) -> str:
    """Return what became of a session, on one line."""
    what = "Nieuw" if taken.is_new else "Aangevuld" if taken.changed else "Was er al"
    by = [f"van {taken.ambassador}"] if taken.ambassador else []
    parts = [f"{what}: {day(taken.day, today)}", taken.title, *by, count(taken.notes, "notitie", "notities")]
    return f"{', '.join([*parts, *details(taken)])} ({taken.file})."


def details(taken: Taken) -> list[str]:
    """Return what changed in a session that was here, and what did not come in."""
    parts = []
    if taken.added and not taken.is_new:
        parts.append(f"{taken.added} erbij")
    if taken.updated:
        parts.append(f"{taken.updated} bijgewerkt")
    if taken.kept_out:
        parts.append(f"{taken.kept_out} hier gewist en niet teruggehaald")
    if taken.withdrawn:
        parts.append(f"{len(taken.withdrawn)} bij je collega ingetrokken of gewist")
    if taken.conflicts:
        parts.append(count(len(taken.conflicts), "verschil", "verschillen"))
    return parts


def told_conflicts(taken: Taken, name_of: Callable[[str], str]) -> Iterator[str]:
    """Give for each conflict what stands here and there, in lines, and where theirs can still be found."""
    for conflict in taken.conflicts:
        yield from told_conflict(conflict, name_of)
    if taken.conflicts:
        yield f"  {CHOOSE.format(taken.file)}"
    if taken.withdrawn:
        numbers = ", ".join(str(note.number) for note in taken.withdrawn)
        what = "notitie" if len(taken.withdrawn) == 1 else "de notities"
        yield f"  {WITHDRAWN.format(f'{what} {numbers} gewist')} {taken.already_in}".rstrip()


def told_conflict(conflict: Conflict, name_of: Callable[[str], str]) -> Iterator[str]:
    """Give what stands here and what stands there, field by field."""
    for one in differences(conflict, name_of):
        yield f"  Verschil in {about(conflict)}, {one.label}."
        yield f"    Hier staat, en blijft: {one.ours}"
        yield f"    Bij je collega staat: {one.theirs}"


def summed(outcomes: Iterable[Outcome]) -> Sum:
    """Return how many of each there are."""
    total = Sum()
    for outcome in outcomes:
        total.add(outcome)
    return total
