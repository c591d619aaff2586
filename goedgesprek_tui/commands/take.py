"""The one way in for what is typed: a command, a note, or an answer in the evaluation."""

from dataclasses import replace

from goedgesprek_tui.commands.acts import OFF_RECORD, labelled
from goedgesprek_tui.commands.answer import Answer, Call, Setting
from goedgesprek_tui.commands.table import COMMANDS, command_named
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.errors import Refused
from goedgesprek_tui.line import Line, read_counts, read_line, read_words
from goedgesprek_tui.models import NoteKind, PhaseRole, Session
from goedgesprek_tui.text import nearest, one_line
from goedgesprek_tui.topics import TopicList
from goedgesprek_tui.withdrawal import withdrawn


def take(conversation: Conversation, typed: str, setting: Setting) -> Answer:
    """Do what a typed line says: a command, a note, or an answer in the evaluation.

    What cannot be done comes back as a refused answer with one sentence; nothing is ever thrown away. When it
    changes what was exported before, the answer names those exports.
    """
    return _naming_exports(conversation.session, _taken(conversation, typed, setting))


def _taken(conversation: Conversation, typed: str, setting: Setting) -> Answer:
    line = read_line(typed, setting.topics.with_own(conversation.session.topics))
    try:
        if line.command:
            return _command(Call(conversation, line.text, setting), line.command)
        if conversation.off_record:
            return Answer(conversation, "Dit is niet bewaard. Weer vastleggen: /niet-vastleggen of F8.")
        return _evaluated(conversation, line) or _recorded(conversation, line, typed, setting)
    except Refused as refused:
        return Answer(conversation, str(refused), refused=True)


def _naming_exports(before: Session, answer: Answer) -> Answer:
    if ask := answer.ask:

        def when_yes(now: Conversation) -> Answer:
            return _naming_exports(now.session, ask.when_yes(now))

        return replace(answer, ask=replace(ask, when_yes=when_yes))
    out = withdrawn(before, answer.conversation.session)
    return replace(answer, message=f"{answer.message} {out}") if out else answer


def take_verbatim(conversation: Conversation, typed: str, setting: Setting) -> Answer:
    """Record a line as a quote exactly as it stands: no command, kind or topic is looked for."""
    text = one_line(typed)
    return _recorded(conversation, Line(text), typed, setting) if text.strip() else Answer(conversation)


def understood(conversation: Conversation, typed: str, setting: Setting) -> str:
    """Return what a half-typed line will be, for the end of the input line: its kind and its topics."""
    topics = setting.topics.with_own(conversation.session.topics)
    line = read_line(typed, topics)
    if line.command:
        return "opdracht"
    if conversation.off_record:
        return "wordt niet bewaard"
    answered = _answer_in_evaluation(conversation, line)
    if answered:
        return f"evaluatie: {answered}"
    return " · ".join([line.kind.value, *map(topics.name_of, line.topics)])


def _recorded(conversation: Conversation, line: Line, typed: str, setting: Setting) -> Answer:
    topics = setting.topics.with_own(conversation.session.topics)
    if not line.text:
        return _nothing_said(conversation, line, typed, topics)
    after = conversation.add(setting.new_id(), line)
    return Answer(after, _about_tags(line, after, topics), note=after.last, stored=True)


def _nothing_said(conversation: Conversation, line: Line, typed: str, topics: TopicList) -> Answer:
    if line.topics and conversation.last:
        note = conversation.last
        for topic in line.topics:
            if topic not in note.topics:
                conversation = conversation.relabel(note, topic, line.heading)
                note = conversation.note(note.number)
        return Answer(conversation, labelled(note, topics))
    if not typed.strip():
        return Answer(conversation)
    raise Refused("Er staat nog geen zin. Typ wat een ouder zegt, of haal de regel leeg met Ctrl+U.")


def _about_tags(line: Line, conversation: Conversation, topics: TopicList) -> str:
    if line.unknown:
        word = line.unknown[0]
        near = topics.nearest(word)
        hint = f" Bedoel je {near.name}? Typ /thema {near.id}." if near else ""
        return f"#{word} is geen thema en staat nog in de zin.{hint}"
    if line.surplus:
        return f"Een notitie heeft hoogstens drie thema's. #{line.surplus[0]} staat nog in de zin."
    return ""


def _evaluated(conversation: Conversation, line: Line) -> Answer | None:
    question = conversation.question
    said = _answer_in_evaluation(conversation, line)
    if not said or not question:
        return None
    tally = conversation.tally_of(question.text)
    counts = read_counts(line.text, question.choices)
    if counts:
        tally = tally.model_copy(update={"counts": counts})
    else:
        tally = tally.model_copy(update={"words": (*tally.words, *(read_words(line.text) or ()))})
    return Answer(conversation.tally(tally), f"In de evaluatie: {said}.")


def _answer_in_evaluation(conversation: Conversation, line: Line) -> str:
    question = conversation.question
    plain = line.kind is NoteKind.QUOTE and not line.topics and not line.command
    if not question or not plain or conversation.phase.role is not PhaseRole.EVALUATION:
        return ""
    counts = read_counts(line.text, question.choices)
    if counts:
        return ", ".join(f"{choice} {number}" for choice, number in counts)
    words = read_words(line.text) if question.wants_one_word and line.text else None
    return ", ".join(words or ())


def _command(call: Call, word: str) -> Answer:
    command = command_named(word)
    if not command:
        near = nearest(word, [command.name for command in COMMANDS])
        hint = f"Bedoel je /{near}?" if near else "Typ /help voor alle opdrachten."
        raise Refused(f"/{word} is geen opdracht. {hint} Een zin die met / begint: typ //.")
    if command.stands_alone and call.rest:
        raise Refused(f"Achter /{command.name} komt niets. Was dit een zin van een ouder? Haal de / weg.")
    if command.writes and call.rest and call.conversation.off_record:
        raise Refused(OFF_RECORD)
    return command.run(call)
