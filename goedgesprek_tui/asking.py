"""Asking on: the clean questions that fit what was just said, made of exactly those words."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from goedgesprek_tui.chosen import Choice, two_stretches
from goedgesprek_tui.clean.clauses import clause_of
from goedgesprek_tui.clean.closed import PREPOSITIONS
from goedgesprek_tui.clean.fill import SLOT, addressed, best_form, is_open, skeleton
from goedgesprek_tui.clean.harm import harm_in
from goedgesprek_tui.clean.pro import Pro, order_after, pro_of
from goedgesprek_tui.clean.pronouns import Address
from goedgesprek_tui.clean.rating.dutch import DUTCH
from goedgesprek_tui.clean.rating.echo import Spoken
from goedgesprek_tui.clean.stretch import Stretch
from goedgesprek_tui.clean.tokens import low_words, occurs, tokens
from goedgesprek_tui.clean.wished import wished_in
from goedgesprek_tui.clean.words import candidates
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.models import Note, NoteKind, PhaseRole, ProKind, ScriptKind, Session
from goedgesprek_tui.reference import CleanQuestion

NEVER_ASKED_ON = (NoteKind.SOLUTION, NoteKind.REMARK, NoteKind.AGREEMENT, NoteKind.EXPERIMENT)
ON_CLAUSES = frozenset("wat_dan wat_graag net_ervoor wat_nodig kan_het wat_gebeurt_met".split())
ON_TWO = frozenset(["relatie", "wat_gebeurt_met"])
ON_WISHES = frozenset(["wat_nodig", "kan_het"])
WISHES = (ProKind.O, ProKind.R)
SHORT = 8
AT_FIRST = 3
AT_MOST = 4
LAST = 2000
"""Characters at the end of a note that are read; nobody says more before a question is asked."""

PRO_NAMES = {
    ProKind.P: "iets moeilijks",
    ProKind.R: "minder of weg",
    ProKind.O: "een wens",
    ProKind.OTHER: "iets anders",
}
"""How a kind is named to the ambassador; never to the parent (Lawley and Tompkins)."""
REST = "Deze ouder wil er nu niet over praten. Vraag niet door; dan hoeft het niet."


class FollowUp(NamedTuple):
    """A clean question, filled: its id in `prompts/vragen.md`, how it is said, and on which words.

    The id is empty for a question of the script's or the ambassador's own.
    """

    id: str
    text: str
    words: str


class Offer(NamedTuple):
    """What there is to ask on a note: the words that were chosen, what it sounds like, the questions.

    `instead` is what there is to say in their place, when danger was heard or nobody wants to be asked.
    """

    note: Note
    words: str
    pro: Pro
    follow_ups: tuple[FollowUp, ...] = ()
    instead: str = ""


def pro_said(pro: Pro, most: int = 3) -> str:
    """Return what a note sounds like, with the first of the words by which it was heard."""
    heard = ", ".join(f"„{signal.words}”" for signal in pro.signals[:most])
    return f"{PRO_NAMES[pro.kind]} ({heard})" if heard else PRO_NAMES[pro.kind]


def instead_of_questions(said: str) -> str:
    """Return what there is to say when nothing may be asked on these words; empty when one may ask."""
    harm = harm_in(said)
    if harm:
        heard = f"„{harm}” kan over onveiligheid gaan."
        return f"{heard} Vraag hier niet op door; /kaart onveilig zegt wat je wel doet."
    return REST if Spoken(DUTCH, [said], "").asked_for_rest else ""


def offer(conversation: Conversation, questions: Sequence[CleanQuestion]) -> Offer | None:
    """Return what to ask now: on the words that were chosen, else on the last note that can be asked on.

    None where nothing is asked: before a note, or at a place of the script where other things are done.
    The questions of the script at this place are always among them; the order is that of the kind.
    """
    note, choice = _note_and_choice(conversation)
    if not note or not (conversation.chosen or note.phase == conversation.phase.title):
        return None
    pro = sound_of(note)
    instead = instead_of_questions(note.text[-LAST:])
    if instead:
        return Offer(note, "", pro, instead=instead)
    if not _is_time_to_ask(conversation):
        return None
    own = conversation.question.follow_ups if conversation.question else ()
    made = [*_made(conversation.session, note, choice, questions, own)]
    if choice.y:
        made.sort(key=lambda one: one.id not in ON_TWO)
    first = made[:AT_FIRST]
    scripted = [one for one in made if one.id == "" or one.id in _ids(questions, own)]
    kept = [one for one in made if one in first or one in scripted]
    most = max(AT_MOST, len(scripted))
    while len(kept) > most:
        kept.remove(next(one for one in reversed(kept) if one not in scripted))
    return Offer(note, choice.words, pro, tuple(kept)) if kept else None


def every(conversation: Conversation, questions: Sequence[CleanQuestion]) -> tuple[FollowUp, ...]:
    """Return all that can be asked now, in the same order; none where nothing may be asked."""
    note, choice = _note_and_choice(conversation)
    if not note or instead_of_questions(note.text[-LAST:]):
        return ()
    return tuple(_made(conversation.session, note, choice, questions))


def all_on(
    said: str, words: str, questions: Sequence[CleanQuestion], address: Address = "je"
) -> tuple[FollowUp, ...]:
    """Return every question that can be asked on words of what was said; `x / y` are two stretches.

    Without words, each question is on those that suit it. None when nothing may be asked.
    """
    if instead_of_questions(said):
        return ()
    x, y = two_stretches(words)
    kind = pro_of(said).kind
    asker = _Asker(said, address, Choice("", x, y), kind, literal=bool(x))
    return tuple(made for one in _in_order(questions, order_after(kind)) for made in asker.ask(one))


def sound_of(note: Note) -> Pro:
    """Return what a note sounds like: as the ambassador said, as it was written down, or as it is heard."""
    heard = pro_of(note.text[-LAST:])
    if note.sounds:
        return heard if note.sounds is heard.kind else Pro(note.sounds, ())
    wished = note.kind is NoteKind.WISH and heard.kind is not ProKind.R
    return Pro(ProKind.O, heard.signals if heard.kind is ProKind.O else ()) if wished else heard


def question_of(text: str, made: Sequence[FollowUp]) -> FollowUp:
    """Return a question as it was really asked, with the id of the offered one that it comes closest to."""
    by_text = {skeleton(one.text): one for one in made}
    close = get_close_matches(skeleton(text), by_text, n=1)
    best = by_text[close[0]] if close else FollowUp("", "", "")
    stands = all(occurs(part, text) for part in best.words.split(" / "))
    return FollowUp(best.id, text, best.words if stands or text == best.text else "")


def suited(questions: Sequence[CleanQuestion], session: Session) -> list[CleanQuestion]:
    """Return the questions for this talk: all in practice, in a group of parents those that suit one."""
    practice = session.script.kind is ScriptKind.PRACTICE
    return [question for question in questions if practice or question.in_groups]


def _made(
    session: Session,
    note: Note,
    choice: Choice,
    questions: Sequence[CleanQuestion],
    own: Sequence[str] = (),
) -> Iterator[FollowUp]:
    """Give what can be asked on a note, best first; forms of the script's own that are no other's last."""
    said, kind = note.text[-LAST:], sound_of(note).kind
    asker = _Asker(said, session.script.address, choice, kind)
    if kind is ProKind.OTHER and not asker.x.text:
        return
    of_script = [question for question in questions if question.id in _ids(questions, own)]
    fitting = [question for question in questions if question in suited(questions, session) + of_script]
    for question in _in_order(fitting, order_after(kind, _asked_before(session, note))):
        yield from asker.ask(question, [form for form in own if form in question.forms])
    for form in own:
        if not any(form in question.forms for question in questions):
            yield from asker.ask_own(form)


def _in_order(questions: Sequence[CleanQuestion], order: Sequence[str]) -> list[CleanQuestion]:
    place = {id: at for at, id in enumerate(order)}
    return sorted(questions, key=lambda question: place.get(question.id, len(place)))


def _ids(questions: Sequence[CleanQuestion], own: Sequence[str]) -> set[str]:
    return {question.id for question in questions if any(form in question.forms for form in own)}


class _Asker:
    """Fills questions on one note: on the words that were chosen, else on those that suit each question.

    A question of sequence or wish takes a clause: the one that holds the chosen words, the last one, or what
    was wished. Where none can be turned it is asked without words, if it can be: `En wat gebeurt er dan?`
    When `literal`, all questions are on the chosen words and no others.
    """

    def __init__(
        self, said: str, address: Address, choice: Choice, kind: ProKind, literal: bool = False
    ) -> None:
        self.address, self.kind, self.chosen, self.literal = address, kind, bool(choice.x), literal
        found = () if choice.x else candidates(said)
        chunks = [words for words in found if not Stretch(words, said).clause]
        self.x = Stretch(choice.x or next(iter([*chunks, *found]), "") or _whole(said), said, address)
        self.y = Stretch(choice.y, said, address) if choice.y else None
        clause = wished_in(said) if kind in WISHES else clause_of(said)
        holds_it = bool(clause) and (not choice.x or occurs(choice.x, clause or "") is not None)
        self.whole = Stretch(clause, said, address) if clause and holds_it else None

    def ask(self, question: CleanQuestion, first: Sequence[str] = ()) -> list[FollowUp]:
        """Return the question filled, in a list; an empty one when it cannot be asked on these words."""
        forms = [addressed(form, self.address) for form in (*first, *question.forms)]
        y = self.y if question.id in ON_TWO else None
        x = self._words_for(question)
        if not self.literal and question.id in ON_WISHES and self.kind not in WISHES:
            return []
        if not x or not x.text or (question.id == "relatie" and not y) or self._is_placed(question, x):
            return self._wordless(question, forms)
        text = best_form(forms, x, y)
        words = f"{x.text} / {y.text}" if y else x.text
        words = "" if text in forms and is_open(text) else words
        return [FollowUp(question.id, text, words)] if text else []

    def ask_own(self, form: str) -> list[FollowUp]:
        """Return a form that is none of the clean questions, filled, in a list."""
        text = best_form([form], self.x, self.y) if self.x.text else None
        return [FollowUp("", text, self.x.text)] if text else []

    def _words_for(self, question: CleanQuestion) -> Stretch | None:
        """Return the words for a question; None when it is better asked without."""
        if question.id not in ON_CLAUSES or self.literal or (self.chosen and self.x.clause):
            return self.x
        if question.id == "wat_gebeurt_met":
            return self.whole if self.whole and self.whole.clause else self.x
        whole = self.whole
        if whole and (whole.clause or (whole.is_chunk and question.id in ON_WISHES)):
            unreal = bool(whole.clause and whole.clause.past)
            told_before = unreal and (self.kind in WISHES or question.id == "wat_graag")
            return None if told_before else whole
        return self.x if question.id in ("net_ervoor", *ON_WISHES) and self.kind is not ProKind.R else None

    def _is_placed(self, question: CleanQuestion, x: Stretch) -> bool:
        """Return whether words that begin with a preposition would stand behind `wat voor`."""
        words = low_words(x.text)
        begins = len(words) > 1 and words[0] in PREPOSITIONS
        return question.id == "wat_voor" and not self.chosen and begins

    def _wordless(self, question: CleanQuestion, forms: Sequence[str]) -> list[FollowUp]:
        wordless = next((form for form in forms if not SLOT.search(form)), None)
        asks = wordless and question.id in ON_CLAUSES - {"wat_gebeurt_met"}
        return [FollowUp(question.id, wordless, "")] if wordless and asks else []


def _whole(said: str) -> str:
    """Return all that was said, when it is short and no question: better quoted than not asked on."""
    words = tokens(said)
    if not 0 < len(words) <= SHORT or "?" in said:
        return ""
    return said[words[0].start : words[-1].end]


def _note_and_choice(conversation: Conversation) -> tuple[Note | None, Choice]:
    chosen = conversation.chosen
    shown = {note.id: note for note in conversation.session.shown}
    if chosen and chosen.note in shown:
        return shown[chosen.note], chosen
    askable = [note for note in shown.values() if note.kind not in NEVER_ASKED_ON]
    return (askable[-1], Choice(askable[-1].id)) if askable else (None, Choice(""))


def _is_time_to_ask(conversation: Conversation) -> bool:
    """Return whether this is a place of the script for asking on."""
    role, question = conversation.phase.role, conversation.question
    if role is PhaseRole.READ_BACK or conversation.off_record:
        return False
    if role is PhaseRole.CONTRACT and question and question.asks_consent:
        return False
    return not (role is PhaseRole.EVALUATION and question and (question.choices or question.wants_one_word))


def _asked_before(session: Session, note: Note) -> list[str]:
    """Return the questions that led to a note: one line of asking on, in order, without those on itself."""
    notes = {one.id: one for one in session.notes}
    line: set[str] = set()
    while note.follows in notes and note.follows not in line:
        note = notes[note.follows]
        line.add(note.id)
    return [asked.question for asked in session.asked if asked.note in line and asked.question]
