"""Asking on: the clean questions that fit what was just said, made of exactly those words."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from goedgesprek_tui.clean.fill import SLOT, addressed, best_form, skeleton
from goedgesprek_tui.clean.pro import Pro, ProKind, order_after, pro_of
from goedgesprek_tui.clean.pronouns import Address
from goedgesprek_tui.clean.stretch import Stretch
from goedgesprek_tui.clean.tokens import low_words, tokens
from goedgesprek_tui.clean.wished import wished_in
from goedgesprek_tui.clean.words import candidates, clause_of, harm_in
from goedgesprek_tui.conversation import Choice, Conversation
from goedgesprek_tui.models import Note, NoteKind, ScriptKind, Session
from goedgesprek_tui.reference import CleanQuestion

NEVER_ASKED_ON = (NoteKind.SOLUTION, NoteKind.REMARK, NoteKind.AGREEMENT, NoteKind.EXPERIMENT)
ON_CLAUSES = frozenset("wat_dan wat_graag net_ervoor wat_nodig kan_het wat_gebeurt_met".split())
ON_TWO = frozenset(["relatie", "wat_gebeurt_met"])
WISHES = (ProKind.O, ProKind.R)
DENIALS = frozenset("niet geen nooit niks niets niemand nergens zonder nauwelijks".split())
SHORT = 8
AT_FIRST = 3
AT_MOST = 5

PRO_NAMES = {
    ProKind.P: "iets moeilijks",
    ProKind.R: "minder of weg",
    ProKind.O: "een wens",
    ProKind.OTHER: "iets anders",
}
"""How a kind is named to the ambassador; never to the parent (Lawley and Tompkins)."""


def pro_said(pro: Pro, most: int = 3) -> str:
    """Return what a note sounds like, with the first of the words by which it was heard."""
    heard = ", ".join(f"„{signal.words}”" for signal in pro.signals[:most])
    return f"{PRO_NAMES[pro.kind]} ({heard})" if heard else PRO_NAMES[pro.kind]


def harm_warning(word: str, card: str) -> str:
    """Return what there is to say in place of questions when danger was heard; `card` opens the card."""
    return f"„{word}” kan over onveiligheid gaan. Vraag hier niet op door; {card} zegt wat je wel doet."


class FollowUp(NamedTuple):
    """A clean question, filled: its id in `prompts/vragen.md`, how it is said, and on which words."""

    id: str
    text: str
    words: str


class Offer(NamedTuple):
    """What there is to ask on a note: the words in sight, what the note sounds like, the questions.

    With `harm`, the word of violence or danger that was heard, there are none.
    """

    note: Note
    words: str
    pro: Pro
    follow_ups: tuple[FollowUp, ...] = ()
    harm: str = ""


def offer(conversation: Conversation, questions: Sequence[CleanQuestion]) -> Offer | None:
    """Return what to ask now: on the words that were chosen, else on the last note; None before a note.

    A question that the script gives at this place is always among them; the order is that of the kind.
    """
    choice = _choice(conversation)
    if not choice:
        return None
    note, session = choice.note, conversation.session
    heard = pro_of(note.text)
    pro = Pro(choice.kind, ()) if choice.kind else heard
    harm = "" if choice.x else harm_in(note.text) or ""
    words = f"{choice.x} / {choice.y}" if choice.y else choice.x
    if harm:
        return Offer(note, "", pro, harm=harm)
    asker = _Asker(note.text, session.script.address, choice.x, choice.y, pro.kind)
    own = conversation.question.follow_ups if conversation.question else ()
    fitting = suited(questions, session, own)
    order = order_after(pro.kind, _asked_before(session, note))
    filled: list[FollowUp] = []
    for question in sorted(fitting, key=lambda question: order.index(question.id)):
        is_own = any(form in question.forms for form in own)
        if len(filled) < AT_FIRST or is_own or question.id in ON_TWO and choice.y:
            forms = [form for form in own if form in question.forms]
            filled += asker.ask(question, forms)
    return Offer(note, words or asker.chunk, pro, tuple(filled[:AT_MOST])) if filled else None


def all_on(
    said: str, words: str, questions: Sequence[CleanQuestion], address: Address = "je"
) -> tuple[FollowUp, ...]:
    """Return every question that can be asked on words of what was said; `x / y` are two stretches.

    Without words, each question is on those that suit it.
    """
    x, _, y = (part.strip() for part in words.partition(" / "))
    kind = pro_of(said).kind
    asker = _Asker(said, address, x, y, kind)
    order = order_after(kind)
    in_order = sorted(
        (question for question in questions if question.id in order), key=lambda q: order.index(q.id)
    )
    return tuple(filled for question in in_order for filled in asker.ask(question))


def all_now(conversation: Conversation, questions: Sequence[CleanQuestion]) -> tuple[FollowUp, ...]:
    """Return every question that can be asked now: on the words that were chosen, else on the last note."""
    choice = _choice(conversation)
    if not choice:
        return ()
    session = conversation.session
    words = f"{choice.x} / {choice.y}" if choice.y else choice.x
    return all_on(choice.note.text, words, suited(questions, session), session.script.address)


def question_of(text: str, words: str, made: Sequence[FollowUp]) -> FollowUp:
    """Return a question as it was really asked, with the id of the offered one that it comes closest to."""
    by_text = {skeleton(one.text): one for one in made}
    close = get_close_matches(skeleton(text), by_text, n=1)
    best = by_text[close[0]] if close else FollowUp("", "", words)
    return best._replace(text=text)


class _Asker:
    """Fills questions on one note: on the words that were chosen, else on those that suit each question.

    Then a clause goes into the questions of sequence and wish. Where there is none, and the words were said
    with a `niet` or `geen` beside them, these are asked without words: `wifi` is not what was missed.
    """

    def __init__(self, said: str, address: Address, x: str, y: str, kind: ProKind) -> None:
        self.chosen, self.kind = bool(x), kind
        self.address = address
        found = () if x else candidates(said)
        chunks = [words for words in found if not Stretch(words, said).clause]
        self.chunk = x or next(iter([*chunks, *found]), "") or _whole(said)
        self.x = Stretch(self.chunk, said, address)
        self.y = Stretch(y, said, address) if y else None
        self.denied = not DENIALS.isdisjoint(low_words(said))
        clause = wished_in(said) if kind in WISHES else clause_of(said)
        self.whole = None if x or not clause else Stretch(clause, said, address)

    def ask(self, question: CleanQuestion, first: Sequence[str] = ()) -> list[FollowUp]:
        """Return the question filled, in a list; an empty one when it cannot be asked on these words."""
        x, y = self._words_for(question), self.y if question.id in ON_TWO else None
        if not x.text or (question.id == "relatie" and not y):
            return []
        forms = [addressed(form, self.address) for form in (*first, *question.forms)]
        wordless = next((form for form in forms if not SLOT.search(form)), None)
        bare = self.denied and not self.chosen and not x.clause and x is self.x
        unreal = x is self.whole and self.kind in WISHES and bool(x.clause and x.clause.past)
        if question.id in ON_CLAUSES and wordless and (bare or unreal or not (x.clause or x.is_chunk)):
            return [FollowUp(question.id, wordless, "")]
        text = best_form(forms, x, y)
        words = f"{x.text} / {y.text}" if y else x.text
        return [FollowUp(question.id, text, words)] if text else []

    def _words_for(self, question: CleanQuestion) -> Stretch:
        whole = self.whole
        return whole if whole and question.id in ON_CLAUSES and (whole.clause or whole.is_chunk) else self.x


def _whole(said: str) -> str:
    """Return all that was said, when it is short and no question: better quoted than not asked on."""
    words = tokens(said)
    if not 0 < len(words) <= SHORT or "?" in said:
        return ""
    return said[words[0].start : words[-1].end]


def _choice(conversation: Conversation) -> Choice | None:
    chosen = conversation.chosen
    if chosen and chosen.note in conversation.session.shown:
        return chosen
    last = conversation.last
    return Choice(last) if last and last.kind not in NEVER_ASKED_ON else None


def suited(
    questions: Sequence[CleanQuestion], session: Session, own: Sequence[str] = ()
) -> list[CleanQuestion]:
    """Return the questions for this talk: in a group those that suit one, and the forms the script gives."""
    practice = session.script.kind is ScriptKind.PRACTICE
    return [
        question
        for question in questions
        if practice or question.in_groups or any(form in question.forms for form in own)
    ]


def _asked_before(session: Session, note: Note) -> list[str]:
    """Return the questions on the notes that led to this one: one line of asking on, in order."""
    notes = {one.id: one for one in session.notes}
    line = {note.id}
    while note.follows in notes and note.follows not in line:
        note = notes[note.follows]
        line.add(note.id)
    return [asked.question for asked in session.asked if asked.note in line and asked.question]
