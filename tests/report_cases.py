"""What the tests of the report share: small conversations, and the lines that stand under each heading."""

from datetime import UTC, datetime

from goedgesprek_tui.exports.document import Aside, Bullet, Chart, Document, Heading, Paragraph, Quote, Table
from goedgesprek_tui.exports.report import USED
from goedgesprek_tui.models import Consent, Note, NoteKind, Phase, Script, ScriptKind, Session, Topic
from goedgesprek_tui.review.selection import Selection
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.topics import TopicList

TOPICS = TopicList(
    (
        Topic(id="eten", name="Eten en drinken op school", also=("Overblijven",)),
        Topic(id="fiets", name="Fietsen naar school"),
        Topic(id="gym", name="Bewegen"),
    )
)
NUMBERS = tuple(f"{start}{n} zin" for n in range(10) for start in ("", "Over "))
SPRING = Selection(datetime(2026, 1, 1).date(), datetime(2026, 6, 30).date())


def script(kind: ScriptKind = ScriptKind.GROUP) -> Script:
    return Script(
        id="plein", name="Op het plein", minutes=45, kind=kind, phases=(Phase(title="Nu", minutes=45),)
    )


def note(id: str, text: str, *topics: str, kind: NoteKind = NoteKind.QUOTE, **changes: object) -> Note:
    known = {"id": id, "number": 1, "text": text, "kind": kind, "topics": topics}
    return Note.model_validate({**known, **changes})


def signal(id: str, text: str, *topics: str, **changes: object) -> Note:
    return note(id, text, *topics, kind=NoteKind.SIGNAL, **changes)


def session(id: str, *notes: Note, month: int = 3, year: int = 2026, **changes: object) -> Session:
    known = {
        "id": id,
        "started": datetime(year, month, 12, 9, 30, tzinfo=UTC),
        "script": script(),
        "consent": Consent.VERBATIM,
        "place_kind": "ouderkamer",
        "place": "De Wilg",
        "group": f"groep {id}",
        "parents": 9,
        "notes": [one.model_copy(update={"number": at}) for at, one in enumerate(notes, start=1)],
        "last_number": len(notes),
    }
    return Session.model_validate({**known, **changes})


def review(*sessions: Session, selection: Selection = SPRING) -> Review:
    return Review(sessions, TOPICS, selection)


def sections(document: Document) -> dict[str, list[str]]:
    """Return the lines under each heading; those of one point or row are joined by ` / `.

    The last lines, on what was used and what was not, stand under `slot`.
    """
    found: dict[str, list[str]] = {}
    lines = found.setdefault("", [])
    for block in document.blocks:
        match block:
            case Heading(_, text):
                assert text not in found
                lines = found.setdefault(text, [])
            case Paragraph(text):
                lines = found.setdefault("slot", []) if text.startswith(NUMBERS) else lines
                lines.append(text)
            case Aside(text):
                lines = found.setdefault("slot", []) if text == USED else lines
                lines.append(f"*{text}*")
            case Quote():
                lines.append(str(block))
            case Bullet(text, under):
                lines.append(" / ".join(map(str, (text, *under))))
            case Table(_, rows):
                lines.extend(" / ".join(row) for row in rows)
            case Chart(_, _, bars):
                lines.extend(f"{label}: {now} ({before})" for label, now, before in bars)
    return found
