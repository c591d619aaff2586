"""The questions of a written talk with how clean each is; a trainer may see it otherwise, and save that."""

from collections.abc import Callable, Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.worker import get_current_worker

from goedgesprek_tui.clean.rating.levels import Level
from goedgesprek_tui.clean.transcript import Asked, Transcript
from goedgesprek_tui.dates import dutch_date
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exports.files import free_name, write_whole
from goedgesprek_tui.exports.markdown import to_markdown
from goedgesprek_tui.folders import exports_folder, shown
from goedgesprek_tui.practice.judged import Judged, judge
from goedgesprek_tui.practice.judged_file import judged_document
from goedgesprek_tui.practice.overruling import Overrule, Overruling
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.busy import undisturbed
from goedgesprek_tui.screens.judged_question import QuestionScreen
from goedgesprek_tui.screens.judged_rows import about_blocks, judged_row, totals
from goedgesprek_tui.text import count, shortened
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.widgets.lines import Lines

UNCERTAIN = "Een schatting, uit de woorden alleen. Zie jij het anders? Kies dan 1-5."
AT_ONCE = 20
"""How many questions are rated before they are shown."""
NOTHING_DONE = "Op dit scherm is niets om terug te draaien."
NOT_YET = "Deze vraag wordt nog bekeken; probeer het zo nog eens."
SAME = "Dat is wat het programma ook zegt."
PLACEHOLDER = "in één regel; leeg mag ook"
LONGEST = 300


class JudgedScreen(Page[None]):
    """Shows a talk; `keep` gets what the trainer gave at each change, and once it is saved."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-high")]
    BINDINGS = [
        Binding("s,S", "save", "opslaan", id="oordeel-opslaan", tooltip="Opslaan, met alles wat hier staat"),
        Binding("delete", "take_back", "intrekken", id="oordeel-weg", tooltip="Jouw oordeel intrekken"),
        Binding("ctrl+z", "undo", "terug", id="oordeel-ongedaan", tooltip="Het laatste hier terugdraaien"),
        Binding("escape", "dismiss", "tekst", id="terug", tooltip="Terug naar de tekst"),
        *(
            Binding(str(key), f"give({key})", show=False, id=f"oordeel-{key}", tooltip=f"Jij: {level.label}")
            for key, level in enumerate(Level, start=1)
        ),
        Binding("f1", "app.palette", "meer", id="meer", tooltip="Alles wat hier kan"),
    ]

    def __init__(
        self,
        desk: Desk,
        name: str,
        transcript: Transcript,
        overruling: Overruling,
        keep: Callable[[Overruling], None],
    ) -> None:
        """Judge this talk; `name` is what its file is called, empty when it was pasted."""
        super().__init__()
        self.desk = desk
        self.source = name
        self.transcript = transcript
        self.overruling = overruling
        self.keep = keep
        self.found: list[Judged] = []

    @property
    def questions(self) -> Sequence[Asked]:
        """The questions of the talk."""
        return self.transcript.questions

    def compose(self) -> ComposeResult:
        """Show the totals, the questions, and what there is to say of the selected one."""
        title = Content.assemble(("Beoordelen", "bold"), f" · {self.source}" if self.source else "")
        number = count(len(self.questions), "vraag", "vragen")
        with Horizontal(classes="two-sides"):
            yield Static(title, classes="left")
            yield Static(Content.styled(number, "$muted"), classes="right")
        yield Static(id="totals")
        yield Choices(self._row(at) for at in range(len(self.questions)))
        with VerticalScroll(id="about-question", can_focus=False):
            yield Lines()
        yield Static(id="message")
        yield KeyLine(keys_of(self.BINDINGS, ("1-5", "jouw oordeel"), ("Enter", "alles")))

    def on_mount(self) -> None:
        """Take the keys, and rate the questions beside them."""
        self.query_one(Choices).focus()
        self._show_totals()
        self.say("Even geduld, de vragen worden bekeken.")
        self.rate()

    # --- rating, beside the event loop ----------------------------------------------------------

    @work(thread=True, exclusive=True, group="rate")
    def rate(self) -> None:
        """Rate the questions, and show them some at a time."""
        worker = get_current_worker()
        made: list[Judged] = []
        for number, one in enumerate(judge(self.questions, self.desk.prompts.questions), start=1):
            if worker.is_cancelled:
                return
            made.append(one)
            if len(made) == AT_ONCE or number == len(self.questions):
                self.app.call_from_thread(self.take, made)
                made = []

    def take(self, made: Sequence[Judged]) -> None:
        """Show the levels of the next questions."""
        if not self.is_mounted:
            return
        first = len(self.found)
        self.found += made
        choices = self.query_one(Choices)
        for at in range(first, len(self.found)):
            choices.put_at(at, self._row(at))
        self._show_totals()
        self.show_about()
        done, total = len(self.found), len(self.questions)
        self.say(f"{done} van {total} vragen bekeken" if done < total else self._said_at_first())

    def _said_at_first(self) -> str:
        first, *more = self.transcript.notices or (UNCERTAIN,)
        return f"{first} En nog {count(len(more), 'opmerking', 'opmerkingen')}." if more else first

    # --- showing --------------------------------------------------------------------------------

    @on(OptionList.OptionHighlighted)
    def show_about(self) -> None:
        """Show what there is to say of the selected question."""
        at = self._at
        if at is not None:
            self.query_one(Lines).show(Content(), about_blocks(*self._about(at)))
            self.query_one("#about-question").scroll_home(animate=False)

    @on(Choices.Picked)
    def show_whole(self) -> None:
        """Show all there is to say of the selected question."""
        at = self._at
        if at is not None:
            title = f"Vraag {at + 1} van {len(self.questions)}"
            self.app.push_screen(QuestionScreen(title, about_blocks(*self._about(at), whole=True)))

    def say(self, message: str) -> None:
        """Show one sentence."""
        self.query_one("#message", Static).update(Content(message))

    def _about(self, at: int) -> tuple[Asked, Asked | None, Judged | None, Overrule | None]:
        before = self.questions[at - 1] if at else None
        one = self.found[at] if at < len(self.found) else None
        return self.questions[at], before, one, self.overruling.given.get(at)

    def _row(self, at: int) -> Row:
        return judged_row(at, self.questions[at], self.found, self.overruling)

    def _show_totals(self) -> None:
        self.query_one("#totals", Static).update(totals(self.found, self.overruling))

    @property
    def _at(self) -> int | None:
        return self.query_one(Choices).highlighted

    # --- what the trainer gives -----------------------------------------------------------------

    @work(exclusive=True, group="give")
    async def action_give(self, key: int) -> None:
        """Give a level to the selected question, after asking why; the program's own takes hers back."""
        at, level = self._at, tuple(Level)[key - 1]
        if at is None or at >= len(self.found):
            self.say(NOT_YET)
            return
        given = self.overruling.given.get(at)
        if level is self.found[at].rating.level:
            self.action_take_back() if given else self.say(SAME)
            return
        title, about = f"Waarom {level.label}?", shortened(self.questions[at].question, LONGEST)
        asked = AskScreen(title, given.why if given else "", f"{about}\n", PLACEHOLDER)
        why = await self.app.push_screen_wait(asked)
        if why is not None:
            self._change(self.overruling.give(at, Overrule(level, why)))
            self.say(f"Jouw oordeel bij vraag {at + 1}: {level.label}. S slaat alles op.")

    def action_take_back(self) -> None:
        """Let the program's level count again for the selected question."""
        at = self._at
        if at is None or at not in self.overruling.given:
            self.say("Bij deze vraag gaf je geen ander oordeel.")
            return
        self._change(self.overruling.take_back(at))
        self.say(f"Ingetrokken: bij vraag {at + 1} telt weer wat het programma zegt.")

    def action_undo(self) -> None:
        """Take back the last thing that was given or taken back here, and show its question."""
        about = self.overruling.about
        if about is None:
            self.say(NOTHING_DONE)
            return
        self.query_one(Choices).highlighted = about
        self._change(self.overruling.undo())
        self.say(f"Teruggedraaid: jouw oordeel bij vraag {about + 1}.")

    def _change(self, overruling: Overruling) -> None:
        """Go on with another overruling; it differs in the selected question only."""
        self.overruling = overruling
        self.keep(overruling)
        if self._at is not None:
            self.query_one(Choices).put(self._row(self._at))
        self._show_totals()
        self.show_about()

    # --- saving ---------------------------------------------------------------------------------

    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        """Save the talk for the trainer, in the folder for exports, and say where."""
        if len(self.found) < len(self.questions):
            self.say("Nog niet alle vragen zijn bekeken; probeer het zo nog eens.")
            return
        try:
            said = await undisturbed(self.app, self._save, quiet=True)
        except UserError as error:
            self.say(str(error))
            return
        self.overruling = self.overruling.was_saved()
        self.keep(self.overruling)
        self.say(said)

    def _save(self) -> str:
        """Write the file, and return what to say of it."""
        today = self.desk.setting.now().date()
        facts = [("Beoordeeld op", dutch_date(today))] + [("Bestand", self.source)] * bool(self.source)
        turns, given = self.transcript.turns, self.overruling.given
        document = judged_document(turns, self.found, given, tuple(facts))
        path = free_name(exports_folder(self.desk.folder), f"{today.isoformat()} beoordeeld gesprek", ".md")
        write_whole(path, [to_markdown(document).encode()])
        clear = " De uitvoer is niet versleuteld." if self.desk.store.key.is_there else ""
        return f"Opgeslagen: {shown(path)}{clear}"
