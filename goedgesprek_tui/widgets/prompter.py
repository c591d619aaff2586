"""What the facilitator looks at: the question, and under it what helps with it now."""

import re
from collections.abc import Iterable, Iterator

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.asking import Offer, pro_said
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.models import Consent, NoteKind, PhaseRole, ProKind, Question
from goedgesprek_tui.text import count, shortened

LONGEST_WORDS = 24
EDGE = 2
INDENT = "   "
NARROWEST = 20
KIND_HINTS = (
    (
        re.compile(r"spreken we|afsprek|wie doet"),
        "begin met a: voor een afspraak; wie en wanneer vul je na F12 in",
    ),
    (re.compile(r"\btips?\b"), "begin met t: voor een tip"),
    (re.compile(r"\bverwacht"), "begin met vw: voor een verwachting"),
    (re.compile(r"graag willen"), "begin met w: voor een wens"),
    (re.compile(r"proberen we"), "begin met e: voor een proef; wanneer jullie terugkijken vul je na F12 in"),
)


class Prompter(VerticalScroll, can_focus=False):
    """Shows the question in sight with its follow-ups, or what to say aloud in this phase."""

    def compose(self) -> Iterator[Static]:
        """Show three texts: the question, what helps with it now, and what to say aloud."""
        yield Static(id="question")
        yield Static(id="help")
        yield Static(id="spoken")

    shown: tuple[Conversation, bool, Offer | None] | None = None

    def show(self, conversation: Conversation, aloud: bool, offer: Offer | None = None) -> None:
        """Show the place where the conversation is; `aloud` shows what to say and the advice in its place.

        `offer` is what there is to ask on.
        """
        self.shown = conversation, aloud, offer
        width = self.scrollable_content_region.width - EDGE
        new_phase = not _heard_here(conversation) and conversation.session.question == 0
        self._put("question", [] if aloud else _question(conversation))
        self._put("help", [] if aloud else _help(conversation, offer, width))
        self._put("spoken", _spoken(conversation, advice=aloud) if aloud or new_phase else [])

    def on_resize(self) -> None:
        """Break the lines of the follow-ups anew, once this layout is done: it drops what is asked in it."""
        self.call_after_refresh(self.show_again)

    def show_again(self) -> None:
        """Show the same in the room that there is now."""
        if self.shown:
            self.show(*self.shown)

    @property
    def has_more(self) -> bool:
        """Whether there is more to read below."""
        return self.max_scroll_y > self.scroll_offset.y

    def _put(self, part: str, lines: Iterable[Content]) -> None:
        content = Content("\n").join(list(lines))
        static = self.query_one(f"#{part}", Static)
        if not (isinstance(static.content, Content) and static.content.is_same(content)):
            static.update(content)
            static.display = bool(content)
            self.scroll_home(animate=False)


def _question(conversation: Conversation) -> Iterator[Content]:
    question = conversation.question
    if question:
        number = conversation.session.question + 1
        yield Content.styled(f"Vraag {number} van {len(conversation.phase.questions)}", "$muted")
        yield Content.styled(question.text, "bold")
    else:
        yield Content.styled(conversation.phase.title, "bold")


def _help(conversation: Conversation, offer: Offer | None, width: int) -> Iterator[Content]:
    question, role = conversation.question, conversation.phase.role
    if offer and offer.instead:
        yield Content.styled(offer.instead, "bold $secondary")
    if question and role is PhaseRole.CONTRACT and question.asks_consent:
        yield from _consent(conversation)
    elif question and role is PhaseRole.EVALUATION and (question.choices or question.wants_one_word):
        yield from _evaluation(conversation, question)
    elif role is PhaseRole.READ_BACK:
        yield _labelled("F6 leest de notities één voor één voor, en vraagt of het klopt en mee mag")
    elif role is PhaseRole.PROBLEM or (conversation.session.problem.text and _solutions(conversation)):
        yield from _problem(conversation)
        yield from _follow_ups(conversation, offer, width)
    else:
        yield from _kind_hint(question)
        yield from _follow_ups(conversation, offer, width)


def _kind_hint(question: Question | None) -> Iterator[Content]:
    """Say how a line becomes a wish, a tip, an agreement, under a question that asks for one."""
    said = question.text.casefold() if question else ""
    for words, hint in KIND_HINTS:
        if words.search(said):
            yield _labelled(hint)
            return


def _follow_ups(conversation: Conversation, offer: Offer | None, width: int) -> Iterator[Content]:
    if not offer or offer.instead:
        return
    words = shortened(offer.words, LONGEST_WORDS)
    on = Content.assemble(("  op  ", "$muted"), (words, "bold $secondary")) if words else Content()
    heard = offer.pro.kind is not ProKind.OTHER
    label = "   " if words else "   klinkt als "
    sounds = f"{label}{pro_said(offer.pro, most=1)} · ^B anders" if heard else ""
    yield Content.assemble(("doorvragen", "$muted"), on, (sounds, "$muted"))
    asked = [asked.text for asked in conversation.session.asked if asked.note == offer.note.id]
    for number, follow_up in enumerate(offer.follow_ups, start=1):
        yield _numbered(f"{number}  ", follow_up.text, follow_up.text in asked, width)
    offered = [follow_up.text for follow_up in offer.follow_ups]
    yield from (_numbered(INDENT, text, True, width) for text in asked if text not in offered)


def _numbered(number: str, text: str, asked: bool, width: int) -> Content:
    done = Content.styled("  ✓ gevraagd", "$muted") if asked else Content()
    lines = Content.assemble(text, done).wrap(max(width, NARROWEST) - len(INDENT))
    return Content.assemble((number, "$primary"), Content(f"\n{INDENT}").join(lines))


def _consent(conversation: Conversation) -> Iterator[Content]:
    usual = conversation.session.consent
    yield _labelled("wat zegt de groep? Typ 1 of 2 en Enter; hoor je niets, dan de kern")
    for number, consent, text in (
        (1, Consent.VERBATIM, "Letterlijk mag"),
        (2, Consent.GIST, "Alleen de kern"),
    ):
        here = Content.styled("  ✓ zo staat het nu", "$muted") if usual is consent else Content()
        yield Content.assemble((f"{number}  ", "$primary"), text, here)


def _evaluation(conversation: Conversation, question: Question) -> Iterator[Content]:
    tally = conversation.tally_of(question.text)
    if question.choices:
        numbers = " ".join("7210000"[: len(question.choices)])
        yield _labelled("tel de handen en typ de aantallen, bijvoorbeeld ", Content(numbers))
        yield Content(", ".join(question.choices))
    else:
        yield _labelled("typ de woorden die je hoort, met een komma ertussen")
    said = [f"{choice} {number}" for choice, number in tally.counts] + list(tally.words)
    if said:
        yield _labelled("genoteerd  ", Content.styled(", ".join(said), "bold"))


def _problem(conversation: Conversation) -> Iterator[Content]:
    problem = conversation.session.problem
    if not problem.text:
        yield _labelled("schrijf de probleemzin met ^N, of typ /probleem en de zin")
    else:
        agreed = "iedereen zei ja" if problem.confirmed else "zegt iedereen ja? Typ /probleem ja"
        yield _labelled("probleemzin  ", Content.styled(problem.text, "bold $secondary"))
        yield _labelled(agreed)
    solutions = _solutions(conversation)
    if solutions and problem.confirmed:
        yield _labelled("wachtlijst")
        for text in solutions:
            yield Content(f"   {text}")
    elif solutions:
        yield _labelled(f"wachtlijst: {count(len(solutions), 'idee', 'ideeën')}, open na het ja op de zin")


def _solutions(conversation: Conversation) -> list[str]:
    return [note.text for note in conversation.session.shown if note.kind is NoteKind.SOLUTION]


def _spoken(conversation: Conversation, advice: bool) -> Iterator[Content]:
    phase = conversation.phase
    if phase.aloud:
        yield Content.styled("Zeg" if advice else "Zeg eerst   Tab toont ook tips voor jou", "$muted")
        yield from _apart(Content(text) for text in phase.aloud)
    if advice and phase.advice:
        yield Content.styled("\nVoor jou" if phase.aloud else "Voor jou", "$muted")
        yield from _apart(Content.styled(text, "$muted") for text in phase.advice)
    if advice and not phase.aloud and not phase.advice:
        yield Content.styled("Bij deze fase staat niets om voor te lezen.", "$muted")


def _apart(paragraphs: Iterable[Content]) -> Iterator[Content]:
    for at, paragraph in enumerate(paragraphs):
        if at:
            yield Content()
        yield paragraph


def _heard_here(conversation: Conversation) -> bool:
    last = conversation.last
    return bool(last and last.phase == conversation.phase.title)


def _labelled(label: str, value: Content | None = None) -> Content:
    return Content.assemble((label, "$muted"), value or Content())
