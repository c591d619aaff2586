"""Before the rounds of a triad: what is going to happen, and who does what in the round that comes."""

from collections.abc import Iterable, Iterator

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from goedgesprek_tui.clean.fill import WORDLESS
from goedgesprek_tui.practice.triad_pages import name
from goedgesprek_tui.screens.triad_step import StepScreen
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.form import Field, Options
from goedgesprek_tui.widgets.lines import Block, Lines

ASK_FIRST = "Vraag {}: mag het letterlijk, of liever de kern? Geen antwoord is: de kern."


class WelcomeScreen(StepScreen):
    """Says what the three are going to do, and what they agree on."""

    @property
    def heading(self) -> str:
        """What this step is called."""
        return "Welkom"

    def body(self) -> Iterable[Widget]:
        """Give what is going to happen, and the agreements."""
        yield VerticalScroll(Lines(), classes="page below")

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self.query_one(Lines).show(Content(), self.blocks())
        self.query_one(VerticalScroll).focus()

    def blocks(self) -> Iterator[Block]:
        """Give the lines."""
        triad = self.running.triad
        rounds = count(len(triad.rounds), "ronde", "rondes")
        going = (
            "Eerst drie vragen vooraf, aan ieder van jullie.",
            f"Dan {rounds} van {triad.minutes} min, elk met {triad.after} min napraten.",
            "Na elke ronde wisselen jullie van rol.",
            "Tot slot lees je terug wat je vooraf zei, en wat je meeneemt.",
        )
        agreed = (
            "Kies iets kleins van jezelf om over te vertellen, nooit het verhaal van een ouder.",
            "Vertel niet meer dan je wilt. Stoppen mag altijd.",
            "Wat je hoort, blijft in jullie drietal.",
            "De kijker schrijft zinnen op om terug te lezen. Aan het eind wissen jullie alles, tenzij "
            "jullie iets willen bewaren.",
            "Het hoeft niet meteen goed te gaan.",
        )
        yield from headed("Zo gaat het", going)
        yield Block("", Content())
        yield from headed("Dit spreken jullie af", agreed)
        yield Block("", Content())
        yield from headed("Eén laptop", ("De laptop gaat steeds naar wie er kijkt en schrijft.",))


class ReadyScreen(StepScreen):
    """Shows who does what in this round, and asks what it is going to be about."""

    onward = "start de ronde"

    @property
    def heading(self) -> str:
        """Which round this is."""
        return f"Ronde {self.step.round + 1} van {len(self.running.triad.rounds)}"

    @property
    def keys(self) -> list[tuple[str, str]]:
        """Enter goes to the next line."""
        return [("Enter", "volgende")]

    def body(self) -> Iterable[Widget]:
        """Give the roles, and under them the lines."""
        speaker = name(self.running.triad, self.running.triad.roles(self.step.round).speaker)
        yield VerticalScroll(Lines(), classes="page below", can_focus=False)
        rows = (
            Row("alleen de kern, een paar woorden per antwoord", False),
            Row(f"letterlijk, zoals {speaker} het zegt", True),
        )
        yield Vertical(
            Field(
                "onderwerp", "Onderwerp", f"een paar woorden van {speaker}", self.running.triad.round.topic
            ),
            Options("opschrijven", "Opschrijven", rows),
            classes="asked",
        )

    def on_mount(self) -> None:
        """Begin at the topic."""
        super().on_mount()
        minutes = f"{self.running.triad.minutes} min, dan {self.running.triad.after} min napraten"
        self.query_one("#time", Static).update(Content.styled(minutes, "$muted"))
        self.query_one(Lines).show(Content(), self.blocks())
        self.query_one(Options).put(self.running.triad.round.verbatim)
        self.query_one(Field).line.focus()

    def blocks(self) -> Iterator[Block]:
        """Give who does what, and which questions there are."""
        triad = self.running.triad
        roles, form = triad.roles(self.step.round), triad.form
        first, *others = (name(triad, observer) for observer in roles.observers)
        watching = f"{first} kijkt en schrijft op deze laptop" + "".join(
            f"; {one} kijkt mee" for one in others
        )
        yield from headed(f"{name(triad, roles.speaker)} vertelt", form.speaker)
        yield from headed(f"{name(triad, roles.questioner)} vraagt", form.questioner)
        yield from headed(watching, form.observer)
        if form.questions:
            yield from headed(
                f"Deze vragen mogen; {WORDLESS} is een woord van de verteller", map(shown, form.questions)
            )

    @on(Field.Typed)
    def typed(self) -> None:
        """Keep what is typed, soon."""
        self.keep_soon()

    @on(Field.Entered)
    def entered(self) -> None:
        """Go on to how it may be written down."""
        self.keep_now()
        self.say(
            ASK_FIRST.format(name(self.running.triad, self.running.triad.roles(self.step.round).speaker))
        )
        self.query_one(Options).choices.focus()

    @on(Options.Chosen)
    def chosen(self) -> None:
        """Begin the round."""
        self.action_step(1)

    def take(self) -> None:
        """Take the topic and how it may be written down."""
        field = self.query_one(Field)
        verbatim = bool(self.query_one(Options).value)
        now = self.running.triad.round
        if (field.text, verbatim) != (now.topic, now.verbatim):
            self.running.triad = self.running.triad.in_round(topic=field.text, verbatim=verbatim)


def headed(heading: str, lines: Iterable[str]) -> Iterator[Block]:
    """Give lines under a heading."""
    yield Block("", Content.styled(heading, "bold $primary"))
    yield from (Block("· ", Content(line)) for line in lines)


def shown(question: str) -> str:
    """Return a question with dots where the words of the speaker come."""
    return question.replace("{X}", WORDLESS).replace("{Y}", WORDLESS)
