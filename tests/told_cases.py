"""Sessions for the formats that tell people of notes: texts that break files, and notes that stay out."""

from datetime import UTC, datetime, timedelta
from typing import Any

from conftest import SCRIPT
from hypothesis import strategies as st

from goedgesprek_tui.exports.formats import EXPORTS
from goedgesprek_tui.models import Consent, Note, NoteKind, Session, Topic
from goedgesprek_tui.text import one_line
from goedgesprek_tui.topics import TopicList

TOPICS = TopicList(
    (
        Topic(id="huiswerk", name="Huiswerk", description="Thuis leren; hulp daarbij"),
        Topic(id="mbo", name="Mbo"),
    )
)
OWN = (
    Topic(id="5b1e", name="De speelplaats"),
    Topic(id="6c2f", name="Rust | ruimte"),
    Topic(id="7d30", name="=Geld"),
)
HOSTILE = (
    "Hij leest al. 😀 En zij ook 👩‍👩‍👧!",
    "Hij leest al.",
    "Hij leest al.",
    '=HYPERLINK("http://example.invalid";"klik")',
    "+31 is geen som",
    "- ja",
    "@thuis is het +/- goed",
    "＝1+1",
    "\u00a0 =1+1",
    "'=1+1",
    "'t Is fijn dat je vraagt",
    "''t Is dubbel",
    "\tmet een tab",
    "sep=;",
    'Zij zei: "nee", en toen; niets',
    "Eerst lezen,\ndan rekenen.",
    "regel\u2028regel\u2029regel",
    "groep knikt <allemaal> & lacht &amp; &#0; ]]> <!--",
    "Franc\u0327aise of franc\u0327ois, en ï of i\u0308",
    "w" * 90,
    "%00 \\x00 \\0 \ufeff _x0000_",
    "huis|school | thuis",
    "[lacht] [/b] *ster* _lijn_",
    "  spaties  ",
    "'\u00a0-1",
)
PEOPLE = ("md", "xlsx", "csv", "csv-nl", "qdpx")


def session_of(*notes: Note, id: str = "s", days: int = 0, **changes: Any) -> Session:
    known: dict[str, Any] = {
        "id": id,
        "started": datetime(2026, 9, 15, 7, 30, tzinfo=UTC) + timedelta(days=days),
        "script": SCRIPT,
        "place_kind": "ouderkamer",
        "place": "De Linde",
        "group": "koffieochtend",
        "parents": 8,
        "ambassador": "Fatima",
        "consent": Consent.VERBATIM,
        "notes": notes,
        "topics": OWN,
    }
    return Session.model_validate({**known, **changes})


def note(number: int, text: str, id: str = "", **changes: Any) -> Note:
    known = {"id": id or f"n-{number}", "number": number, "text": text, "time": number * 1.5}
    return Note.model_validate({**known, **changes})


def hostile() -> Session:
    """Return a session with all hostile texts, by turns without a topic and with up to three."""
    topics = ("huiswerk", "6c2f", "7d30")
    return session_of(
        *(
            note(
                number,
                text,
                topics=topics[: number % 4],
                phase=("Welkom", "=Wat leeft er")[number > 5],
            )
            for number, text in enumerate(HOSTILE, start=1)
        ),
        group="=koffie; \u201cochtend\u201d",
        place='De "Linde" / zuid: 1.b',
    )


def consented() -> Session:
    """Return a session in which notes stay out, or are told by their gist, and one with names taken out."""
    return session_of(
        note(1, "Dit mag zo.", consent=Consent.VERBATIM),
        note(2, "Geheim van Xantrie.", gist="Er is een zorg."),
        note(3, "Geheim zonder kern."),
        note(4, "Geheim, zei ik.", consent=Consent.NO),
        note(5, "Geheime opmerking.", kind=NoteKind.REMARK, consent=Consent.VERBATIM),
        note(6, "Geheim en weg.", removed=True),
        note(7, "Ouders willen bellen.", kind=NoteKind.SIGNAL, topics=("mbo",)),
        note(8, "Geheime Xantrie durft.", masked="Mijn kind durft.", consent=Consent.VERBATIM),
        consent=Consent.GIST,
    )


TOLD = {
    "n-1": "Dit mag zo.",
    "n-2": "Er is een zorg.",
    "n-7": "Ouders willen bellen.",
    "n-8": "Mijn kind durft.",
}
"""What may be told of `consented`."""


def written(name: str, *sessions: Session, topics: TopicList = TOPICS) -> bytes:
    return b"".join(EXPORTS[name].write(iter(sessions), topics))


def _notes(session: str) -> st.SearchStrategy[tuple[Note, ...]]:
    texts = st.text(min_size=1, max_size=40) | st.sampled_from(HOSTILE)
    ids = st.sampled_from(["huiswerk", "mbo", "5b1e", "6c2f", "7d30", "onbekend", "Mbo", "x|y"])
    one = st.fixed_dictionaries(
        {
            "text": texts.map(one_line).filter(bool),
            "kind": st.sampled_from(NoteKind),
            "gist": st.just("") | texts.map(one_line),
            "consent": st.none() | st.sampled_from(Consent),
            "topics": st.lists(ids, max_size=3, unique=True).map(tuple),
            "phase": st.sampled_from(["", "Welkom", "Wat | leeft\ner"]),
            "time": st.floats(0, 200),
        }
    )
    numbered = st.lists(one, max_size=6).map(enumerate)
    return numbered.map(lambda found: tuple(note(n + 1, id=f"{session}-{n}", **known) for n, known in found))


SESSIONS = st.integers(0, 3).flatmap(
    lambda number: st.tuples(*map(_notes, map(str, range(number)))).flatmap(
        lambda all_notes: st.tuples(
            *(
                st.builds(
                    session_of,
                    *map(st.just, notes),
                    id=st.just(f"s-{at}"),
                    days=st.just(at),
                    consent=st.sampled_from([Consent.VERBATIM, Consent.GIST]),
                    place=st.text(max_size=20).map(one_line),
                    group=st.text(max_size=20).map(one_line),
                    parents=st.none() | st.integers(0, 99),
                    topics=st.sampled_from([(), OWN, (Topic(id=f"own-{at}", name="HUISWERK"), *OWN)]),
                    ambassador=st.sampled_from(["", "Fatima", "Noor"]),
                )
                for at, notes in enumerate(all_notes)
            )
        )
    )
)
"""Up to three sessions, in order, with notes of every kind and consent."""
