"""The steps of a triad in which something is told and filled in, line by line."""

from collections.abc import Iterable, Iterator

from textual import events, on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from goedgesprek_tui.practice.triad import Stage
from goedgesprek_tui.practice.triad_pages import OPENED, Ask, Page, hint, meant, page
from goedgesprek_tui.screens.triad_step import StepScreen
from goedgesprek_tui.widgets.form import Field
from goedgesprek_tui.widgets.lines import Block, Lines


class FieldsScreen(StepScreen):
    """Asks what a step asks; a hint under a line is a hint and no more."""

    BINDINGS = [
        Binding("enter", "next", show=False, priority=True, id="volgende", tooltip="De volgende regel"),
        *StepScreen.BINDINGS,
    ]

    @property
    def page(self) -> Page:
        """What this step asks."""
        return page(self.running.triad, self.step)

    @property
    def keys(self) -> list[tuple[str, str]]:
        """Enter goes to the next line."""
        return [("Enter", "volgende regel")]

    def body(self) -> Iterable[Widget]:
        """Give what to do, what was said before, and the lines, which stay in sight."""
        about = Static(Content("\n".join(self.page.about)), classes="heading")
        if self.page.recalled:
            yield VerticalScroll(about, Lines(), classes="page recalled", can_focus=False)
            yield VerticalScroll(*self.lines(), can_focus=False)
        else:
            yield VerticalScroll(about, *self.lines(), classes="page", can_focus=False)

    def lines(self) -> Iterator[Widget]:
        """Give the lines to fill in, under the headings of their parts."""
        part = ""
        for ask in self.page.asks:
            if ask.part != part:
                part = ask.part
                yield Static(Content.styled(part, "bold $primary"))
            yield self.field(ask)

    def field(self, ask: Ask) -> Field:
        """Return the line of what is asked, as far as it was filled in."""
        value = self.running.triad.text(ask.key, self.step)
        return Field(ask.key, ask.label, ask.example, value, above=not ask.part)

    def on_mount(self) -> None:
        """Begin at the first line."""
        super().on_mount()
        if self.page.recalled:
            self.query_one(Lines).show(Content(), self.recalled())
        for field in self.query(Field):
            self.explain(field)
        self.query(Field).first().line.focus()

    def recalled(self) -> Iterator[Block]:
        """Give what was said before: questions with their numbers, or answers under what was asked."""
        for label, text in self.page.recalled:
            if self.step.stage is Stage.SPEAKER:
                yield Block(f"{label:>3}  ", Content(text))
            else:
                yield Block("", Content.styled(label, "$muted"))
                yield Block("", Content(f"„{text}”"))

    @on(Field.Typed)
    def typed(self, event: Field.Typed) -> None:
        """Give a hint at what is typed, and keep it soon."""
        self.explain(event.field)
        self.keep_soon()

    def explain(self, field: Field) -> None:
        """Show under a line what there is to say of it."""
        ask = next(ask for ask in self.page.asks if ask.key == field.key)
        if ask.key == OPENED:
            found = meant(self.running.triad, self.step, field.text)
            field.say(found if found != field.text else "")
        else:
            field.say(hint(ask, field.text))

    def action_next(self) -> None:
        """Go on to the next line, before a next key can come; after the last one to the next step."""
        if self.focused is self.query(Field).last().line:
            self.call_later(self.action_step, 1)
        else:
            self.focus_next()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Keep a line when it is left."""
        self.keep_now()

    def take(self) -> None:
        """Take the lines that were changed."""
        for field in self.query(Field):
            if field.changed:
                self.running.triad = self.running.triad.filled_in(field.key, field.text)
                field.stored = field.text
