"""`goedgesprek zoek`: the notes that were found, for people and for scripts."""

import json
from collections.abc import Sequence

from goedgesprek_tui.dates import dutch_date
from goedgesprek_tui.review.marks import Span
from goedgesprek_tui.review.search import Found, Hit
from goedgesprek_tui.text import one_line

BOLD, PLAIN = "\x1b[1m", "\x1b[0m"
DIGITS = 4


def as_json(found: Found) -> str:
    """Return the notes as a JSON list, best first, with English keys that do not change."""
    return json.dumps([_row(hit) for hit in found.hits], ensure_ascii=False, indent=1)


def as_text(found: Found, bold: bool = False) -> str:
    """Return for each note what was said, and under it where and when; the last line is how many there are.

    With `bold` what was looked for stands out. Otherwise nothing marks it: a sign would be read aloud.
    """
    if not found.asked:
        return "Er staan geen woorden in om op te zoeken."
    if not found.hits:
        return "Er is geen notitie gevonden. Probeer minder woorden, of een kortere vorm."
    blocks = ["\n".join(_lines(hit, bold)) for hit in found.hits]
    return "\n\n".join([*blocks, found.total])


def _row(hit: Hit) -> dict[str, object]:
    return {
        "session": hit.session.id,
        "id": hit.note.id,
        "text": hit.note.text,
        "topics": list(hit.note.topics),
        "score": round(hit.score, DIGITS),
    }


def _lines(hit: Hit, bold: bool) -> list[str]:
    gist = [f"kern: {_marked(hit.note.gist, hit.gist_spans, bold)}"] if hit.gist_spans else []
    return [_marked(hit.note.text, hit.spans, bold), *gist, _where(hit)]


def _where(hit: Hit) -> str:
    session, note = hit.session, hit.note
    day = dutch_date(session.started.date())
    return one_line(f"{day}, {session.title}, {note.kind.value}, notitie {note.number}")


def _marked(text: str, spans: Sequence[Span], bold: bool) -> str:
    """Return a text on one line, without what a terminal would obey but for our own bold."""
    parts, at = [], 0
    for start, end in spans if bold else ():
        parts += [one_line(text[at:start]), BOLD, one_line(text[start:end]), PLAIN]
        at = end
    return "".join([*parts, one_line(text[at:])])
