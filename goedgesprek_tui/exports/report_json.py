"""The report as JSON for programs: the same texts as people read, by consent, and the figures."""

import json
from collections.abc import Iterable
from typing import Any

from goedgesprek_tui.exports.consent import Told
from goedgesprek_tui.exports.evaluated import together
from goedgesprek_tui.exports.figures import rounded
from goedgesprek_tui.exports.gathered import Gathered, Said, Theme, is_verbatim, paraphrase
from goedgesprek_tui.models import Session
from goedgesprek_tui.review.choice import Part
from goedgesprek_tui.review.counting import groups_in, places_in
from goedgesprek_tui.settings import Settings

LISTS = {
    "wishes": Part.WISHES,
    "questions": Part.QUESTIONS,
    "answered": Part.ANSWERED,
    "expectations": Part.EXPECTATIONS,
    "tips": Part.TIPS,
    "solutions": Part.PROBLEMS,
    "experiments": Part.EXPERIMENTS,
    "agreements": Part.AGREEMENTS,
    "still_open": Part.LEFT_OVER,
}
TEXTS = {"intro": Part.INTRO, "not_spoken": Part.NOT_SPOKEN, "passed_on": Part.PASSED_ON}


def report_json(found: Gathered, settings: Settings) -> str:
    """Return the report as a JSON object; topics as they are ordered in the report, settings as typed.

    `parents` is rounded, over the conversations of which it is known; null when it never was.
    """
    selection, days = found.review.selection, [session.started.date() for session in found.sessions]
    start, end = selection.start or min(days, default=None), selection.end or max(days, default=None)
    known = [session.parents for session in found.sessions if session.parents is not None]
    whole = {
        "sessions": len(found.sessions),
        "from": start and start.isoformat(),
        "to": end and end.isoformat(),
        "groups": groups_in(found.sessions),
        "places": places_in(found.sessions),
        "parents": rounded(sum(known)) if known else None,
        "topics": [_topic(theme, found) for theme in found.themes],
        **_parts(found),
        "evaluation": _evaluation(found.sessions) if _is_in(Part.EVALUATION, found) else [],
        "closing": _closing(settings) if Part.CLOSING in found.parts else {},
        "held_back": found.held_back,
        "refused": found.refused,
    }
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _topic(theme: Theme, found: Gathered) -> dict[str, Any]:
    compared = found.compared.get(theme.count.id)
    return {
        "id": theme.count.id,
        "name": theme.count.name,
        "heading": theme.heading,
        "sessions": theme.count.sessions,
        "groups": theme.count.groups,
        "places": theme.count.places,
        "notes": len(theme.count.heard),
        "before": compared.before if compared else None,
        **_lines(theme.lines),
    }


def _lines(lines: Iterable[Said]) -> dict[str, list[str]]:
    lines = tuple(lines)
    return {
        "signals": [text for one in lines if (text := paraphrase(one))],
        "quotes": [one.told.text for one in lines if is_verbatim(one)],
    }


def _parts(found: Gathered) -> dict[str, Any]:
    texts = {
        "intro": found.choice.intro,
        "not_spoken": found.choice.not_spoken,
        "passed_on": found.choice.passed_on,
    }
    return {
        "without_topic": _lines(found.parts.get(Part.UNLABELLED, ())),
        "goes_well": _lines(found.parts.get(Part.GOOD, ())),
        "gone": [one.name for one in found.compared.values() if not one.now],
        **{name: [_point(one.told) for one in found.parts.get(part, ())] for name, part in LISTS.items()},
        "problems": _problems(found),
        "left_over": _left_over(found),
        **{name: _own(texts[name], part, found) for name, part in TEXTS.items()},
    }


def _own(text: str, part: Part, found: Gathered) -> list[str]:
    """Return the points of the ambassador herself, and those of a meeting; none when it was left out."""
    if not _is_in(part, found):
        return []
    points = [line.strip() for line in text.splitlines() if line.strip()]
    return [*points, *(one.told.text for one in found.parts[part])]


def _problems(found: Gathered) -> list[dict[str, Any]]:
    problems = [session.problem for session in found.sessions if session.problem.text]
    shown = problems if _is_in(Part.PROBLEMS, found) else []
    return [{"text": one.text, "confirmed": one.confirmed} for one in shown]


def _left_over(found: Gathered) -> list[str]:
    sessions = found.sessions if _is_in(Part.LEFT_OVER, found) else ()
    return [text for session in sessions for text in session.left_over]


def _point(one: Told) -> dict[str, Any]:
    note = one.note
    return {
        "kind": note.kind,
        "text": one.text,
        "topics": list(note.topics),
        "of": note.expected_of,
        "who": note.who,
        "due": note.due and note.due.isoformat(),
        "sign": note.sign,
        "outcome": note.outcome,
    }


def _closing(settings: Settings) -> dict[str, str]:
    return {
        "what_happens": settings.wat_gebeurt_ermee,
        "join": settings.ambassadeur_worden,
        "ask": settings.vragen_aan,
    }


def _evaluation(sessions: tuple[Session, ...]) -> list[dict[str, Any]]:
    return [
        {
            "question": one.question,
            "sessions": len(one.sessions),
            "counts": dict(one.counted()),
            "words": dict(one.said()),
            "remarks": one.remarks,
        }
        for one in together(sessions)
    ]


def _is_in(part: Part, found: Gathered) -> bool:
    """Whether a part of the conversations as a whole is in this report."""
    return part in found.parts and not found.topic
