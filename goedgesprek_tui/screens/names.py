"""Looking over for names what people will read: one finding at a time, in its whole sentence."""

import asyncio
from functools import partial
from typing import Any

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.checking import Checker
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.exports.consent import told
from goedgesprek_tui.models import Consent, Note, NoteKind, Session
from goedgesprek_tui.privacy.proposals import Proposal
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.busy import undisturbed
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.screens.saying import SayingScreen
from goedgesprek_tui.spots import Open, is_name, left_standing, replaced, spots
from goedgesprek_tui.talk import Talk
from goedgesprek_tui.text import count, fold
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.withdrawal import withdrawn

LOOKING = "Even zoeken…"
NOTHING = "Niets gevonden. Dat is geen garantie."
READ_ON = "Het programma mist namen. Lees de citaten zelf nog één keer."
NO_NOTE = "Dit is geen notitie; wijzig het zelf met w, of laat het staan met l."
NEVER = "Een burgerservicenummer mag niet blijven staan: vervang het met Enter, of wis de notitie met Del."
PROTECTED = "De wet beschermt dit extra."
AS_GIST = "alleen de kern gaat mee, in jouw woorden"
DECISIONS = ("take", "replace", "leave", "edit", "gist", "erase", "undo", "skip")
MOST = 5
LINES_A_KEY = 3


class NamesScreen(SayingScreen[None]):
    """Shows what may be personal, with a replacement to take, change or refuse; nothing goes by itself.

    While it is searched what is in sight may have been decided on already, so nothing can be decided then.
    """

    BINDINGS = [
        Binding("enter", "take", "nemen", id="namen-nemen", tooltip="Het eerste voorstel nemen"),
        Binding("v,V", "replace(1)", show=False, id="namen-vervangen", tooltip="Vervang de woorden"),
        Binding("l,L", "leave", "laat staan", id="namen-laten", tooltip="Dit mag blijven staan"),
        Binding("w,W", "edit", "wijzigen", id="namen-wijzigen", tooltip="Schrijf de zin zelf anders"),
        Binding("k,K", "gist", "de kern", id="namen-kern", tooltip="Alleen de kern mag mee"),
        Binding("delete", "erase", "wissen", id="namen-wissen", tooltip="Wis deze notitie voorgoed"),
        Binding("escape", "dismiss", "klaar", id="namen-klaar", tooltip="Terug"),
        Binding("ctrl+z", "undo", "terugdraaien", id="namen-ongedaan", tooltip="Het laatste terugdraaien"),
        Binding("s,S", "skip", show=False, id="namen-overslaan", tooltip="Laat alle misschiens staan"),
        *(
            Binding(str(n), f"replace({n})", show=False, id=f"namen-{n}", tooltip=f"Voorstel {n} nemen")
            for n in range(1, MOST + 1)
        ),
        Binding("right,pagedown", "step(1)", show=False, id="namen-volgende", tooltip="De volgende"),
        Binding("left,pageup", "step(-1)", show=False, id="namen-vorige", tooltip="De vorige"),
        Binding("down", "look(1)", show=False, id="namen-omlaag", tooltip="Verder lezen"),
        Binding("up", "look(-1)", show=False, id="namen-omhoog", tooltip="Terug lezen"),
    ]

    def __init__(self, talk: Talk, checker: Checker) -> None:
        """Look this conversation over."""
        super().__init__(talk)
        self.checker = checker
        self.found: list[Open] = []
        self.found_any = False
        self.looked = False
        self.searching = False
        self.searched: tuple[Any, ...] = ()
        self.at = 0

    @property
    def one(self) -> Open | None:
        """The finding in sight; None on the last page."""
        return self.found[self.at] if self.at < len(self.found) else None

    @property
    def offered(self) -> tuple[Proposal, ...]:
        """What can come in place of the finding in sight, the best first."""
        return self.one.proposals()[:MOST] if self.one else ()

    @property
    def note(self) -> Note | None:
        """The note that the finding in sight stands in."""
        key = self.one.spot.note if self.one else ""
        return next((note for note in self.talk.session.notes if note.id == key), None)

    @property
    def better_as_gist(self) -> bool:
        """Whether the first proposal is the gist: for what the law protects most, in words of a parent."""
        special = self.one is not None and self.one.finding.special
        return special and self.note is not None and self.note.kind is not NoteKind.REMARK

    def compose(self) -> ComposeResult:
        """Lay out: how far it is, the sentence, why, what can come instead, the keys."""
        yield Static(id="where", classes="top")
        with VerticalScroll(classes="page", can_focus=False):
            yield Static(LOOKING, id="said")
        yield self.message_line()
        yield KeyLine(keys_of(self.BINDINGS))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Decide only on what was found in the conversation as it is now."""
        return not (self.searching and action in DECISIONS)

    def search(self) -> None:
        """Look over what is there now; the place in the list stays."""
        self.searching = True
        self.searched = _read(self.talk.session)
        self.refresh_view()
        self._search(self.talk.session)

    @work(exclusive=True)
    async def _search(self, session: Session) -> None:
        self.found = await asyncio.to_thread(self.checker.open, session)
        self.found_any = self.found_any or bool(self.found)
        self.looked = True
        self.searching = False
        self.at = min(self.at, len(self.found))
        self.refresh_view()

    # --- what is decided ----------------------------------------------------------------------

    def action_take(self) -> None:
        """Take what is proposed first; on the last page: ready."""
        if self.better_as_gist:
            self.action_gist()
        elif self.one:
            self.action_replace(1)
        elif self.looked:
            self.dismiss()

    def action_replace(self, number: int) -> None:
        """Take a replacement; a name that stands elsewhere as well can go there too."""
        one = self.one
        if not one or number > len(self.offered):
            return
        proposal = self.offered[number - 1]
        name = one.words if is_name(one.finding) else ""
        self.decide(replaced(self.talk.conversation, one.spot, proposal.applied(one.spot.text), name), one)
        same = [other for other in self.found if other is not one and fold(other.words) == fold(one.words)]
        if same:
            self._offer_everywhere(one, same)

    def _offer_everywhere(self, one: Open, same: list[Open]) -> None:
        labels = list(dict.fromkeys(other.spot.label for other in same))
        more = [f"en nog {len(labels) - MOST}"] if len(labels) > MOST else []
        places = ", ".join([*labels[:MOST], *more])
        rows = [Row("Alleen hier", False), Row("Overal vervangen", True, places)]
        title = f"„{one.words}” staat nog op {count(len(same), 'plek', 'plekken')}."

        def take(everywhere: bool | None) -> None:
            if everywhere:
                self.replace_everywhere(one)

        self.app.push_screen(PickScreen(title, among(rows)), take)

    @work(exclusive=True, group="everywhere")
    async def replace_everywhere(self, one: Open) -> None:
        """Take the best proposal wherever these words were found, in the conversation as it is by then."""
        done = False
        while not done:
            before = self.talk.conversation
            after = await undisturbed(self.app, partial(self.checker.everywhere, before, one.words), True)
            done = self.talk.session is before.session
        self.decide(after, one)

    def action_leave(self) -> None:
        """Let the words stand; they are not asked again."""
        if self.one and not self.one.may_stay:
            self.say(NEVER)
        elif self.one:
            self.decide(left_standing(self.talk.conversation, [self.one]), self.one)

    def action_skip(self) -> None:
        """Let all stand that only may be a name."""
        weak = [one for one in self.found if not one.finding.certain]
        if weak:
            self.decide(left_standing(self.talk.conversation, weak), weak[0])
            self.say(f"{count(len(weak), 'misschien', 'misschiens')} overgeslagen. ^Z haalt ze terug.")

    def action_edit(self) -> None:
        """Change the sentence by hand."""
        one = self.one
        if not one:
            return

        def take(text: str | None) -> None:
            if text and text != one.spot.text:
                self.decide(replaced(self.talk.conversation, one.spot, text), one)

        self.app.push_screen(AskScreen("Hoe moet het er staan?", one.spot.text, one.spot.text), take)

    def action_gist(self) -> None:
        """Let only the gist of the note go along; one that has none is asked for it at once."""
        note, one = self.note, self.one
        if not note or not one:
            self.say(NO_NOTE)
            return

        def take(gist: str | None) -> None:
            if gist:
                label = f"kern van notitie {note.number}"
                after = self.talk.conversation.change(note, label, gist=gist, consent=Consent.GIST)
                self.decide(after, one)

        self.app.push_screen(
            AskScreen(
                "Wat is de kern, in jouw woorden?", note.gist, note.text, command=f"/kern {note.number}"
            ),
            take,
        )

    def action_erase(self) -> None:
        """Erase the note for good, after asking."""
        note = self.note
        if note:
            title = "Deze notitie voorgoed wissen?"
            said = "De notitie is gewist."
            self.ask_to_erase(note, title, lambda: self.talk.conversation.erase(note), said)
        elif self.one:
            self.say(NO_NOTE)

    def action_undo(self) -> None:
        """Take back what was decided last."""
        self.undo()
        self.search()

    def decide(self, after: Conversation, one: Open) -> None:
        """Keep what was decided, and look again."""
        self.say(withdrawn(self.talk.session, after.session))
        self.act(after, one.spot.key)
        self.search()

    # --- what is shown ------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """Go to the next finding or the one before."""
        self.at = min(max(self.at + by, 0), len(self.found))
        self.say("")
        self.refresh_view()

    def action_look(self, by: int) -> None:
        """Scroll in a long text."""
        self.query_one(VerticalScroll).scroll_relative(y=by * LINES_A_KEY, animate=False, immediate=True)

    def on_screen_resume(self) -> None:
        """Look, and look again when another screen changed or erased the note."""
        if self.searched != _read(self.talk.session):
            self.search()

    def refresh_view(self) -> None:
        """Show the finding in sight, or the last page."""
        if not self.is_mounted or not self.looked:
            return
        where = Content.assemble(("Nakijken op namen", "bold"), (f" · {self._how_far()}", "$muted"))
        self.query_one("#where", Static).update(where)
        self.query_one("#said", Static).update(self._finding(self.one) if self.one else self._last_page())
        self.show_message()

    def _how_far(self) -> str:
        if self.searching:
            return LOOKING
        if not self.found:
            return "alles gezien"
        certain = sum(one.finding.certain for one in self.found)
        left = f"{certain} zeker, {len(self.found) - certain} misschien"
        return f"{self.at + 1} van {len(self.found)}   {left}" if self.one else f"nog open: {left}"

    def _finding(self, one: Open) -> Content:
        text, finding = one.spot.text, one.finding
        sure = "" if finding.certain else "Misschien: "
        special = f" {PROTECTED}" if finding.special else ""
        return Content.assemble(
            (one.spot.label, "$muted"),
            "\n\n",
            (text[: finding.start], "bold"),
            (f"[{one.words}]", "bold reverse"),
            (text[finding.end :], "bold"),
            "\n\n",
            f"{sure}„{one.words}” {finding.reason}.{special}",
            "\n\n",
            Content("\n").join(self._offers(text)),
        )

    def _offers(self, text: str) -> list[Content]:
        gist = [Content.assemble(("k ", "$primary"), f" {AS_GIST}")] if self.better_as_gist else []
        offers = [
            Content.assemble((f"{number} ", "$primary"), f" … {offer.shown(text)} …")
            for number, offer in enumerate(self.offered, start=1)
        ]
        first, *rest = [*gist, *offers]
        weak = sum(not one.finding.certain for one in self.found)
        if self.one and not self.one.finding.certain and weak > 1:
            rest.append(Content.assemble(("s ", "$primary"), f" alle {weak} misschiens laten staan"))
        return [Content.assemble(first, ("  Enter", "$muted")), *rest]

    def _last_page(self) -> Content:
        first = "" if self.found_any else f"{NOTHING}\n"
        quotes = (f"„{one.text}”" if one.verbatim else one.text for one in told(self.talk.session))
        return Content.assemble(
            f"{first}{READ_ON}",
            "\n\n",
            ("\n".join(quotes), "bold"),
            "\n\n",
            (self.checker.notice, "$muted"),
        )


def _read(session: Session) -> tuple[Any, ...]:
    """Return what a search reads of a session; a clock that went on is none of it."""
    return spots(session), session.names, session.left
