"""What somebody wants, out of the sentence that says so: `ik wil dat we samen eten`, `ik wil meer rust`."""

from collections.abc import Sequence

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.clause import strip_edges
from goedgesprek_tui.clean.nouns import is_noun, is_plural
from goedgesprek_tui.clean.tokens import Token, tokens

WISHING = frozenset(
    """
    wil willen wilde wilden wou wouden zou zouden hoop hopen wens wensen liefst fijn mooi droom verlang
    verlangen graag gun
    """.split()
)
WANTING = frozenset("wil willen wou wilde wilden".split())
WOULD = frozenset(["zou", "zouden"])
AROUND = frozenset("graag gewoon liefst het alleen maar echt zo heel eigenlijk ook wel eens liever".split())
SPEAKERS = frozenset("ik we wij".split())
GOOD = frozenset("fijn mooi blij goed heerlijk geweldig schelen helpen prettig top".split())
DENIED = frozenset("niet nooit geen voorkomen vermijden".split())
DENIAL_REACH = 3
REACH = 6
LONGEST = 8
ENDS = frozenset('.,;:!?…"“”„()')


def wished_in(text: str) -> str | None:
    """Return what is wished for, as it stands in the text: the clause behind `dat`, or what follows `ik wil`.

    The last wish of a turn is taken; None when there is none of at most a few words.
    """
    words = tokens(text)
    for at in range(len(words) - 2, 0, -1):
        low = words[at].low
        before = [word.low for word in words[max(at - REACH, 0) : at]]
        if low in ("dat", "als") and _wishes(before, low) and _is_subject(words[at + 1]):
            denied = not DENIED.isdisjoint(before[-DENIAL_REACH:])
            return None if denied else _stretch(text, _sentence(text, words[at + 1 :]))
        mine = {words[at - 1].low, words[at + 1].low} & SPEAKERS
        if (low in WANTING and words[at - 1].low in SPEAKERS and words[at + 1].low != "dat") or (
            low in WOULD and mine and _gladly(words[max(at - 2, 0) :])
        ):
            wished = _sentence(text, words[at + 1 :])
            while wished and wished[0].low in AROUND | mine:
                wished = wished[1:]
            wished = strip_edges(wished)
            return _stretch(text, wished) if wished and len(wished) <= LONGEST else None
    return None


def _gladly(words: Sequence[Token]) -> bool:
    """Return whether what follows `ik zou` is a deed that one would like: `graag eens met haar praten`."""
    low = [word.low for word in words]
    return bool({"graag", "liefst"} & set(low)) and {"willen", "dat", "als"}.isdisjoint(low)


def _wishes(before: Sequence[str], opener: str) -> bool:
    """Return whether the words before `dat` are a wish, or those before `als` say what would be good."""
    if opener == "als":
        return not {"zou", "zouden"}.isdisjoint(before) and not GOOD.isdisjoint(before)
    return not WISHING.isdisjoint(before)


def _is_subject(word: Token) -> bool:
    known_subject = word.low in closed.SUBJECTS | closed.DETERMINERS or is_plural(word.low) is True
    return known_subject or word.text[:1].isupper() or bool(is_noun(word.low))


def _sentence(text: str, words: Sequence[Token]) -> Sequence[Token]:
    """Return the words up to the end of their sentence or part of it."""
    for at in range(1, len(words)):
        if not ENDS.isdisjoint(text[words[at - 1].end : words[at].start]):
            return words[:at]
    return words


def _stretch(text: str, words: Sequence[Token]) -> str:
    return text[words[0].start : words[-1].end]
