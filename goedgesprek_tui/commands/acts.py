"""What each command does; the words and keys for them stand in `table.py`."""

from collections.abc import Callable

from goedgesprek_tui.asking import PRO_NAMES, every, question_of, sound_of
from goedgesprek_tui.chosen import two_stretches
from goedgesprek_tui.commands.answer import NUMBER_IN_FRONT, Answer, Ask, Call, Show
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.errors import Refused
from goedgesprek_tui.line import kind_named
from goedgesprek_tui.models import Consent, Note, NoteKind, ProKind, Topic
from goedgesprek_tui.text import count, fold, nearest
from goedgesprek_tui.topics import TopicList

CONSENT_WORDS = {
    "ja": Consent.VERBATIM,
    "letterlijk": Consent.VERBATIM,
    "kern": Consent.GIST,
    "nee": Consent.NO,
}
KIND_WORDS = {ProKind.P: "moeilijk", ProKind.R: "minder", ProKind.O: "wens", ProKind.OTHER: "anders"}
CONSENT_SAID = {
    Consent.VERBATIM: "mag letterlijk mee",
    Consent.GIST: "gaat alleen in de kern mee",
    Consent.NO: "gaat niet mee en staat niet meer in beeld",
}

OFF_RECORD = "Er wordt nu niets vastgelegd. Weer vastleggen: /niet-vastleggen of F8."


def next_question(call: Call) -> Answer:
    """Go to the next question."""
    return Answer(call.conversation.step(1), show=Show.PLACE)


def previous_question(call: Call) -> Answer:
    """Go to the previous question."""
    return Answer(call.conversation.step(-1), show=Show.PLACE)


def phase(call: Call) -> Answer:
    """Go to a phase by its number or title; without either, show the phases."""
    if not call.rest:
        return Answer(call.conversation, show=Show.PHASES)
    if not call.rest.isdecimal():
        titles = [phase.title for phase in call.conversation.session.script.phases]
        near = nearest(call.rest, titles)
        if near is None:
            raise Refused("Typ achter /fase het nummer van een fase, bijvoorbeeld /fase 3.")
        return Answer(call.conversation.go(titles.index(near)), show=Show.PLACE)
    return Answer(call.conversation.go(int(call.rest[:6]) - 1), show=Show.PLACE)


def undo(call: Call) -> Answer:
    """Take back what was recorded last."""
    after, label = call.conversation.undo()
    return Answer(
        after, f"Teruggedraaid: {label}{_gone(call.conversation, after)}. Toch wel? ^Y of /opnieuw."
    )


def redo(call: Call) -> Answer:
    """Do again what was taken back."""
    after, label = call.conversation.redo()
    return Answer(after, f"Opnieuw gedaan: {label}{_gone(after, call.conversation)}.")


def topic(call: Call) -> Answer:
    """Put a topic on a note or take it off; `nieuw` makes one, `geen` takes all off."""
    note, name = call.numbered()
    if not name:
        return Answer(call.conversation, show=Show.TOPICS, note=note)
    if fold(name) == "geen":
        after = call.conversation.change(note, f"thema van notitie {note.number}", topics=(), heading="")
        return Answer(after, f"Notitie {note.number} heeft geen thema meer.")
    found = call.topics.find(name.lstrip("#"))
    if found:
        after = call.conversation.relabel(note, found[0].id, found[1])
        return Answer(after, labelled(after.note(note.number), call.topics))
    word, _, own = name.partition(" ")
    if fold(word) == "nieuw" and own.strip():
        return _own_topic(call, note, own.strip())
    near = call.topics.nearest(name)
    hint = f"Bedoel je {near.name}? " if near else ""
    raise Refused(f"{name} is geen thema. {hint}Zelf maken: /thema {note.number} nieuw {name}")


def _own_topic(call: Call, note: Note, name: str) -> Answer:
    if call.conversation.off_record:
        raise Refused(OFF_RECORD)
    found = call.topics.find(name)
    topic = found[0] if found else Topic(id=call.setting.new_id(), name=name)
    after = call.conversation if found else call.conversation.own_topic(topic)
    after = after.relabel(note, topic.id)
    return Answer(after, labelled(after.note(note.number), call.topics.with_own((topic,))))


def labelled(note: Note, topics: TopicList) -> str:
    """Say under which topics a note stands now."""
    names = ", ".join(map(topics.name_of, note.topics))
    return f"Notitie {note.number}: {names or 'geen thema'}."


def kind(call: Call) -> Answer:
    """Make a note a note of another kind."""
    note, name = call.numbered()
    if not name:
        return Answer(call.conversation, show=Show.KINDS, note=note)
    kind = kind_named(name.rstrip(":"))
    if not kind:
        near = nearest(name, [kind.value for kind in NoteKind])
        kinds = ", ".join(kind.value for kind in NoteKind)
        raise Refused(f"{name} is geen soort. " + (f"Bedoel je {near}?" if near else f"Dit kan: {kinds}."))
    after = call.conversation.change(note, f"soort van notitie {note.number}", kind=kind)
    return Answer(after, f"Notitie {note.number} is nu: {kind}.")


def edit(call: Call) -> Answer:
    """Change the words of a note."""
    note, text = call.numbered()
    if not text:
        raise Refused(f"Typ achter /wijzig {note.number} hoe de zin moet worden.")
    after = call.conversation.change(note, f"zin van notitie {note.number}", text=text)
    return Answer(after, f"Notitie {note.number} is veranderd.")


def gist(call: Call) -> Answer:
    """Write the paraphrase of a note, next to its words."""
    note, text = call.numbered()
    if not text:
        raise Refused(f"Typ achter /kern {note.number} de kern, in je eigen woorden.")
    after = call.conversation.change(note, f"kern van notitie {note.number}", gist=text)
    return Answer(after, f"De kern van notitie {note.number} is bewaard, naast de woorden van de ouder.")


def erase(call: Call) -> Answer:
    """Erase a note for good, after asking."""
    if not NUMBER_IN_FRONT.fullmatch(call.rest):
        raise Refused("Typ achter /wis het nummer van de notitie, bijvoorbeeld /wis 3.")
    note, _ = call.numbered()

    def erase(conversation: Conversation) -> Answer:
        return Answer(conversation.erase(note), f"Notitie {note.number} is voorgoed gewist.", erased=True)

    question = f"Notitie {note.number} voorgoed wissen: {note.short()}? Dit kan niet terug. Typ ja en Enter."
    return Answer(call.conversation, ask=Ask(question, erase))


def consent(call: Call) -> Answer:
    """Keep what may be used of a note, or (`alle`) what is usual here."""
    all_of_them, _, word = call.rest.partition(" ")
    if fold(all_of_them) == "alle":
        return _usual_consent(call, word)
    note, word = call.numbered()
    if not word:
        return Answer(call.conversation, show=Show.CONSENTS, note=note)
    consent = _consent_named(word)
    after = call.conversation.consent(note, consent)
    message = f"Notitie {note.number} {CONSENT_SAID[consent]}."
    if consent is Consent.GIST and note.kind is NoteKind.QUOTE and not note.gist:
        message += f" Schrijf de kern met /kern {note.number}."
    return Answer(after, message, erased=after.session.erased != call.conversation.session.erased)


def _usual_consent(call: Call, word: str) -> Answer:
    consent = _consent_named(word)
    after = call.conversation.usual_consent(consent)
    usual = "letterlijk" if consent is Consent.VERBATIM else "alleen de kern"
    return Answer(after, f"Afgesproken voor dit gesprek: {usual}. Per zin mag het anders.")


def _consent_named(word: str) -> Consent:
    consent = CONSENT_WORDS.get(fold(word))
    if not consent:
        raise Refused("Typ ja (letterlijk), kern of nee. Bijvoorbeeld: /toestemming 3 kern.")
    return consent


def follow_ups(call: Call) -> Answer:
    """Choose the words of a note to ask on; `x / y` chooses two stretches."""
    note, words = call.numbered()
    if not words:
        return Answer(call.conversation, show=Show.WORDS, note=note)
    x, y = two_stretches(words)
    return Answer(call.conversation.choose(note, x, y), show=Show.FOLLOW_UPS, note=note)


def asked(call: Call) -> Answer:
    """Keep a question as it was really asked, in words of one's own; without words, show what there is."""
    offer = call.offer
    if not offer:
        raise Refused("Er is hier nu niets om op door te vragen. Typ eerst wat een ouder zegt.")
    if not call.rest:
        return Answer(call.conversation, offer.instead, show=Show.QUESTIONS, note=offer.note)
    made = (*offer.follow_ups, *every(call.conversation, call.setting.questions))
    one = question_of(call.rest, made)
    after = call.conversation.ask(offer.note, one.id, one.text, one.words)
    return Answer(after, "Gevraagd. Typ het antwoord; het komt bij deze vraag te staan.")


def sounds_like(call: Call) -> Answer:
    """Overrule what a note sounds like; without a name, take the next of the four."""
    note, name = call.numbered()
    kinds = list(ProKind)
    kind = next((kind for kind, word in KIND_WORDS.items() if fold(name) == word), None)
    if name and not kind:
        raise Refused(f"Typ achter /klinkt: {', '.join(KIND_WORDS.values())}.")
    kind = kind or kinds[(kinds.index(sound_of(note).kind) + 1) % len(kinds)]
    after = call.conversation.change(note, f"hoe notitie {note.number} klinkt", sounds=kind)
    return Answer(after, f"Notitie {note.number} klinkt nu als {PRO_NAMES[kind]}.")


def problem(call: Call) -> Answer:
    """Write the problem sentence, say yes or no to it, or show it."""
    said = fold(call.rest.rstrip("."))
    if said in ("ja", "nee"):
        after = call.conversation.confirm_problem(said == "ja")
        waiting = sum(note.kind is NoteKind.SOLUTION for note in after.session.shown)
        opened = f"De wachtlijst is open: {count(waiting, 'idee', 'ideeën')}."
        return Answer(after, opened if said == "ja" else "De wachtlijst is weer dicht.")
    if not call.rest:
        problem = call.conversation.session.problem
        if not problem.text:
            raise Refused("Typ achter /probleem de zin, in de woorden van de ouders.")
        agreed = "iedereen zei ja" if problem.confirmed else "nog niet bevestigd: /probleem ja"
        return Answer(call.conversation, f"Probleemzin ({agreed}): {problem.text}")
    message = "De probleemzin is bewaard. Zegt iedereen ja? Typ dan /probleem ja."
    return Answer(call.conversation.problem(call.rest), message)


def off_record(call: Call) -> Answer:
    """Stop writing down, or begin again."""
    after = call.conversation.toggle_off_record()
    off = "Vanaf nu wordt niets bewaard, tot je weer F8 of /niet-vastleggen kiest."
    if after.off_record:
        return Answer(after, off, erased=True)
    return Answer(after, "Er wordt weer vastgelegd.")


def pause(call: Call) -> Answer:
    """Stop the clock, or let it go on."""
    after = call.conversation.pause()
    return Answer(
        after, "De klok staat stil. Verder: /pauze of F7." if after.session.paused else "De klok loopt."
    )


def end(call: Call) -> Answer:
    """End the conversation."""
    after = call.conversation.end(call.setting.now())
    notes = count(len(after.session.shown), "notitie", "notities")
    return Answer(after, f"Het gesprek is afgerond: {notes}, alles bewaard.", show=Show.END, erased=True)


def shows(show: Show) -> Callable[[Call], Answer]:
    """Return the act of a command that only shows something."""
    return lambda call: Answer(call.conversation, call.rest, show=show)


def on_last(word: str, said: Callable[[Note], str]) -> Callable[[Conversation, Note | None], str]:
    """Return what makes the line that a key puts ready: the command, the note, what stands there."""

    def start(conversation: Conversation, note: Note | None) -> str:
        note = note or conversation.note(None)
        return f"/{word} {note.number} {said(note)}"

    return start


def _gone(before: Conversation, after: Conversation) -> str:
    left = {note.id for note in after.session.shown}
    return "".join(f", {note.short()}" for note in before.session.shown if note.id not in left)
