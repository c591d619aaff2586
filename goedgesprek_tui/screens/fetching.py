"""Conversations of colleagues coming in: what came of each, and what differs looked at one by one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from goedgesprek_tui.describe import day
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exchange.conflict import Conflict
from goedgesprek_tui.exchange.differences import differences
from goedgesprek_tui.exchange.files import Refusal
from goedgesprek_tui.exchange.importing import Outcome, Taken, erase, keep, settle, take_in
from goedgesprek_tui.exchange.telling import details, summed
from goedgesprek_tui.models import Consent, Note
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.busy import undisturbed
from goedgesprek_tui.screens.difference import DifferenceScreen
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

ASKED = "Welke gesprekken wil je ophalen?"
WHERE = (
    "Typ waar ze staan, of sleep ze in dit venster: een bestand met een gesprek, een volledige kopie "
    "(json of jsonl), een map of een zip. Wat je al hebt, wordt nooit overschreven."
)
BUSY = "Even geduld…"
STOPPED = "Nog niet alles is bekeken; daar is blijven staan wat er bij ons stond. Haal het nog eens op met i."
SEEN = "Alle verschillen zijn bekeken, en wat je koos is bewaard."
STEP = 20
OURS = Row("Die van ons houden", "ours")
THEIRS = Row("Die van je collega nemen", "theirs")
HIDDEN = Row("Verborgen laten", "ours", "het gaat nergens mee; de woorden staan nog op deze computer")
AWAY = Row("Ook hier voorgoed wissen", "erase", "dit kan niet terug")
STILL = Row("Toch houden", "keep", "alleen als je zeker weet dat de ouder het goedvindt")


class FetchScreen(Page[str]):
    """Fetches conversations and shows what came of each; gives a sentence for the list of conversations."""

    BINDINGS = [
        Binding("enter", "compare", "verder", id="ophalen-verder", tooltip="Verschillen bekijken, of klaar"),
        Binding("escape", "leave", "klaar", id="ophalen-klaar", tooltip="Terug naar de gesprekken"),
    ]

    def __init__(self, desk: Desk, paths: Sequence[Path]) -> None:
        """Fetch what is found at these paths into the folder of the desk."""
        super().__init__()
        self.desk = desk
        self.paths = paths
        self.outcomes: list[Outcome] = []
        self.is_done = False

    def compose(self) -> ComposeResult:
        """Show how far it is; what came of it follows."""
        yield Static(Content.styled("Gesprekken ophalen", "bold"), classes="top")
        with VerticalScroll(classes="page"):
            yield Static(BUSY, id="came")
        yield Static(id="message")
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "schuiven")))

    def on_mount(self) -> None:
        """Begin."""
        self.query_one(VerticalScroll).focus()
        self.fetch()

    @work(thread=True, exclusive=True)
    def fetch(self) -> None:
        """Take everything in, beside the screen; it stops between two conversations when the program ends."""
        worker = get_current_worker()
        problem = ""
        try:
            for outcome in take_in(self.desk, self.paths, lambda: not worker.is_cancelled):
                self.outcomes.append(outcome)
                if len(self.outcomes) % STEP == 0 and not worker.is_cancelled:
                    self.app.call_from_thread(self.show_progress, len(self.outcomes))
        except UserError as error:
            problem = str(error)
        if not worker.is_cancelled:
            self.app.call_from_thread(self.show, problem)

    def show_progress(self, number: int) -> None:
        """Show how many were read."""
        self.query_one("#came", Static).update(f"{BUSY} {count(number, 'gesprek', 'gesprekken')} gelezen")

    def show(self, problem: str) -> None:
        """Show what came of it."""
        self.is_done = True
        total = Content.styled(problem or str(summed(self.outcomes)), "bold")
        told = _told(self.outcomes, lambda taken: day(taken.day, self.desk.setting.now().date()))
        self.query_one("#came", Static).update(Content("\n\n").join([total, *told]))
        self._say(self._to_compare())

    def _to_compare(self) -> str:
        number = len(list(_questions(self.outcomes)))
        what = count(number, "verschil", "verschillen")
        return f"Enter: {what} bekijken. Tot je kiest, blijft staan wat er bij ons staat." if number else ""

    def action_leave(self) -> None:
        """Go back, once everything was read."""
        if self.is_done:
            self.dismiss(str(summed(self.outcomes)))

    @work(exclusive=True, group="compare")
    async def action_compare(self) -> None:
        """Look at what differs, one by one; every choice is stored at once. Without any, go back."""
        questions = list(_questions(self.outcomes))
        if not self.is_done:
            return
        said = SEEN if questions else str(summed(self.outcomes))
        for at, (taken, about) in enumerate(questions, start=1):
            title = f"Verschil {at} van {len(questions)} · {taken.title}, {self._day(taken)}"
            asked = DifferenceScreen(title, self._both(about, taken.already_in), _rows(about))
            choice = await self.app.push_screen_wait(asked)
            if choice is None:
                said = STOPPED
                break
            try:
                said = await self._settle(taken.id, about, choice) or said
            except UserError as error:
                self._say(str(error))
                return
        self.dismiss(said)

    async def _settle(self, id_: str, about: Conflict | Note, choice: str) -> str:
        """Store a choice; return what there is to know of it."""
        store = self.desk.store
        if isinstance(about, Conflict):
            if choice == "theirs":
                await undisturbed(self.app, partial(settle, store, id_, about), quiet=True)
        elif choice == "erase":
            return await undisturbed(self.app, partial(erase, store, id_, [about]), quiet=True)
        elif choice == "keep":
            await undisturbed(self.app, partial(keep, store, id_, about), quiet=True)
        return ""

    def _day(self, taken: Taken) -> str:
        return day(taken.day, self.desk.setting.now().date())

    def _both(self, about: Conflict | Note, already_in: str) -> Content:
        """Return both versions, or the note that was withdrawn."""
        if isinstance(about, Note):
            said = "Je collega heeft deze notitie gewist, of de ouder zei nee. Hier staat nog:"
            where = (f"\n\n{already_in}", "$muted") if already_in else ""
            return Content.assemble((said, "$muted"), f"\n\n{about.number}  {about.text}", where)
        lines = []
        number = f"Notitie {about.note.number}, " if about.note else ""
        if about.note and "text" not in about.ours:
            lines.append(Content.assemble((f"Notitie {about.note.number}  ", "$muted"), about.note.text))
            number = ""
        for one in differences(about, self.desk.prompts.topics.name_of):
            label = f"{number}{one.label}" if number else f"{one.label[0].upper()}{one.label[1:]}"
            lines.append(
                Content.assemble(
                    (label, "bold $secondary"),
                    ("\nvan ons          ", "$muted"),
                    one.ours,
                    ("\nvan je collega   ", "$muted"),
                    one.theirs,
                )
            )
        return Content("\n\n").join(lines)

    def _say(self, message: str) -> None:
        self.query_one("#message", Static).update(Content(message))


def _questions(outcomes: Iterable[Outcome]) -> Iterator[tuple[Taken, Conflict | Note]]:
    """Give what there is to choose: first what was withdrawn, then what differs."""
    for taken in outcomes:
        if isinstance(taken, Taken):
            yield from ((taken, note) for note in taken.withdrawn)
            yield from ((taken, conflict) for conflict in taken.conflicts)


def _rows(about: Conflict | Note) -> list[Row]:
    if isinstance(about, Conflict):
        return [OURS, THEIRS]
    return [HIDDEN, AWAY, *([STILL] if about.consent is not Consent.NO else [])]


def _told(outcomes: Iterable[Outcome], when: Callable[[Taken], str]) -> Iterator[Content]:
    """Give a part for what was refused and why, what was filled in, what is new, and what was here."""
    parts: dict[str, list[str]] = {"Geweigerd": [], "Aangevuld": [], "Nieuw": [], "Was er al": []}
    for one in outcomes:
        if isinstance(one, Taken):
            what = "Nieuw" if one.is_new else "Aangevuld" if one.changed else "Was er al"
            by = [f"van {one.ambassador}"] if one.ambassador else []
            notes = count(one.notes, "notitie", "notities")
            parts[what].append(", ".join([one.title, when(one), *by, notes, *details(one)]))
        elif isinstance(one, Refusal):
            parts["Geweigerd"].append(str(one))
    for heading, lines in parts.items():
        if lines:
            yield Content("\n").join([Content.styled(heading, "bold $secondary"), *map(Content, lines)])
