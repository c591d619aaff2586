"""Putting a parent's own words into a question, with the grammar that Dutch needs and only that.

What is not sure goes down a ladder: a clause that was turned, a chunk as it was said, and last the words
between quotation marks, which can never be wrong. Forms of the questions: Sullivan & Rees, Clean Language.
"""

import re
from collections.abc import Callable, Sequence

from goedgesprek_tui.clean.stretch import Stretch

SLOT = re.compile(r"\{([XY])\}")
KIND_OF = re.compile(r"\bwat voor \{X\}(?P<verb> (?:is|zijn) (?:dat|die)(?: \{X\})?)?", re.IGNORECASE)
IN_FRONT = re.compile(r"(?P<word>[\w'’]+)[\s„“\"']*$")
CLAUSE_BEHIND = frozenset(
    "wanneer als toen zodat opdat voordat nadat dat omdat terwijl zolang totdat".split()
)
CHUNK_BEHIND = frozenset(["wanneer", "als", "toen"])
NOUN_BEHIND = frozenset("over voor met tussen van bij in aan naar en door tegen uit op zonder na".split())
SINGULAR_VERBS = {"is": "zijn", "komt": "komen", "zou": "zouden", "kan": "kunnen"}
NOT_OF_THE_PAST = re.compile(r"\b(?:zodat|nodig|kan|graag)\b", re.IGNORECASE)
"""What is asked of now or later, so that no clause told in the past stands in it."""
WORDLESS = "…"


def fill(form: str, x: Stretch | None, y: Stretch | None = None) -> str | None:
    """Return a form of a question with the words in its slots; None when they do not fit there.

    A slot without words becomes an ellipsis. Only pronouns, `is` or `zijn`, and articles change with them.
    """
    if x is None or not SLOT.search(form):
        return SLOT.sub(WORDLESS, form)
    text = _kind_of(form, x)
    if text is not None and "kan {X}" in text:
        text = _can(text, x)
    told = [words.clause for words in (x, y) if words and words.clause and words.clause.past]
    if text is not None and told:
        text = _in_past(text, once=any(clause.once for clause in told))
    while text is not None and (slot := SLOT.search(text)):
        text = _put(text, slot, x if slot[1] == "X" else y)
    return text


def fill_quoted(form: str, x: Stretch, y: Stretch | None = None) -> str | None:
    """Return a form with the words between quotation marks; None where even that cannot be said."""
    if KIND_OF.search(form) or "kan {X}" in form:
        return None
    quoted = {"X": x.quoted, "Y": y.quoted if y else WORDLESS}
    return SLOT.sub(lambda slot: quoted[slot[1]], form)


def best_form(forms: Sequence[str], x: Stretch, y: Stretch | None = None) -> str | None:
    """Return the first form that these words fit, else one without a slot, else one that quotes them.

    None when the question cannot be asked on these words. A form with {Y} is left out when there is no y.
    """
    wanted = [form for form in forms if bool(y) == ("{Y}" in form) or not SLOT.search(form)]
    if x.clause and x.clause.past:
        wanted = [form for form in wanted if not NOT_OF_THE_PAST.search(form) or is_open(form)]
    slotted = [form for form in wanted if SLOT.search(form)]
    if y and not slotted:
        return None
    ways: tuple[tuple[Sequence[str], Callable[..., str | None]], ...] = (
        (slotted, fill),
        ([form for form in wanted if form not in slotted and _stands_for(form)], fill),
        (slotted, fill_quoted),
        ([form for form in wanted if not slotted and is_open(form)], fill),
    )
    filled = (way(form, x, y) for some, way in (ways[1:] if x.is_unreal else ways) for form in some)
    return next((text for text in filled if text), None)


def addressed(form: str, address: str) -> str:
    """Return a question of ours, written with je, as it is put to someone who is addressed with u."""
    return re.sub(r"\bje\b", "u", form) if address == "u" else form


def is_open(form: str) -> bool:
    """Return whether a form can be asked without words, and points back at none: what one would like."""
    return not SLOT.search(form) and "graag" in form


def skeleton(form: str) -> str:
    """Return what two wordings of a question have in common: small letters, no punctuation, no `en`."""
    words = re.findall(r"\{[XY]\}|[\w]+", form.lower().replace("{x}", "{X}").replace("{y}", "{Y}"))
    return " ".join(words[1:] if words[:1] == ["en"] else words)


def _stands_for(form: str) -> bool:
    """Return whether a form without a slot points back at the words: `kan dat`."""
    return "kan dat" in form.lower()


def _kind_of(form: str, x: Stretch) -> str | None:
    """Fill `wat voor {X} is dat`: no article, and is or zijn by number."""
    found = KIND_OF.search(form)
    if not found:
        return form
    bare = x.bare
    if bare is None:
        return None
    plural = x.noun.plural if x.noun else False
    verb = found["verb"] or ""
    pointed = x.noun.pointed if "{X}" in verb and x.noun and not x.noun.adjectives else None
    number = "zijn" if plural else "is"
    if verb:
        verb = f" {number} {pointed or 'dat'}" if plural is not None else ""
    start, end = found.span()
    front = form[start : start + len("wat voor ")]
    return form[:start] + front + bare + verb + form[end:]


def _in_past(text: str, once: bool) -> str:
    """Return a form as it goes on from something told in the past: `toen …, wat gebeurde er toen`."""
    if once:
        text = text.replace("wanneer", "toen").replace("gebeurt er dan", "gebeurt er toen")
    return text.replace("gebeurt er", "gebeurde er")


def _can(text: str, x: Stretch) -> str | None:
    """Fill `kan {X}` with a clause, its subject behind kan: `kunnen jullie samen eten`."""
    if not x.clause or not x.clause.can:
        return None
    return text.replace("kan {X}", x.clause.can, 1)


def _put(text: str, slot: re.Match[str], words: Stretch | None) -> str | None:
    front, behind = text[: slot.start()], text[slot.end() :]
    if words is None:
        return f"{front}{WORDLESS}{behind}"
    found = IN_FRONT.search(front)
    word = found["word"].lower() if found else ""
    plural = bool(words.noun and words.noun.plural)
    if word in CLAUSE_BEHIND:
        put = words.clause.subordinate if words.clause else None
        if put and word == "toen":
            put = re.sub(r"\btoen ", "", put, count=1)
        if put is None and word in CHUNK_BEHIND and words.is_chunk:
            put = words.plain
    elif behind.startswith(" zoals wat"):
        put = words.clause.nominal or None if words.clause else words.plain if words.is_chunk else None
        front = re.sub(r"\bis $", "zijn ", front) if plural else front
    elif word in NOUN_BEHIND or behind.startswith((", dat is", " vandaan")) or word in SINGULAR_VERBS:
        put = words.definite if word == "over" or not words.clause else None
        if plural and word in SINGULAR_VERBS:
            front = front[: found.start("word")] + SINGULAR_VERBS[word] + front[found.end("word") :]  # type: ignore[union-attr]
    else:
        put = words.plain if words.is_chunk else None
    return None if put is None else f"{front}{put}{behind}"
