"""Names by the words before them: `juf`, `mijn zoon`, `heet`, `de moeder van`."""

from goedgesprek_tui.privacy import roles
from goedgesprek_tui.privacy.seen import Seen, Sentences

CALLED = frozenset("heet heten heette genaamd genoemd bijnaam roepnaam".split())
NAMING = frozenset("noem noemt noemen noemde noemden".split())
NAMED = frozenset("hij ze zij hem haar ook dus eigenlijk is mij me hen ik nu gewoon 'm 'r".split())
"""Words that can stand between `heet` and a name."""
WHOSE_CHILD = frozenset(
    "onze ons mijn m'n mn zijn z'n zn haar d'r dr hun je jullie jouw uw de het dat die".split()
)
CALLED_BY_NAME = frozenset("juf juffrouw juffie meester".split())
MOST_BETWEEN = 4
SHORTEST_UNKNOWN = 3


def by_cue(here: Sentences, at: int) -> Seen | None:
    """Return what a word is taken for by the words right before it; None when they say nothing."""
    if not at or here.apart(at):
        return _behind_a_comma(here, at)
    return _called(here, at) or _behind_a_role(here, at) or _of_whom(here, at)


def _called(here: Sentences, at: int) -> Seen | None:
    """Return a name behind `heet`, `genaamd`, `ze noemen hem`."""
    cue, word = at - 1, here.said[at]
    while at - cue < MOST_BETWEEN and cue > 0 and here.said[cue].fold in NAMED and not here.apart(cue):
        cue -= 1
    before = here.said[cue].fold
    if before not in CALLED and not (before in NAMING and cue < at - 1):
        return None
    if here.can_be_name(at) and (word.capital or word.sure or not word.dutch):
        child = any(one.fold in roles.CHILDREN for one in here.said[max(0, cue - 3) : cue])
        return Seen(f"staat na „{here.said[cue].text}”", role=roles.CHILD if child else "")
    return None


def _behind_a_role(here: Sentences, at: int) -> Seen | None:
    """Return a name behind `juf`, `meneer van der`, `mijn zoon`."""
    start = here.before_prefixes(at)
    cue, word = here.said[start - 1], here.said[at]
    role = cue.fold if cue.fold in roles.ALL else cue.fold.removesuffix("s")
    if not start or role not in roles.ALL:
        return None
    if not here.can_be_name(at) and not (role in roles.TITLES and word.capital and not word.little):
        return None
    found = Seen(f"staat na „{cue.text}”", role=roles.replaced_by(role), start=start)
    if start < at:
        low = role in roles.TITLES and (word.surname or not word.dutch)
        van = role not in roles.TITLES and here.said[start].fold == "van" and start + 1 == at
        return found if (word.capital or low) and not van else None
    if _fits_role(here, at, role):
        return found
    return Seen(found.reason, certain=False, role=found.role) if _may_fit_role(here, at) else None


def _fits_role(here: Sentences, at: int, role: str) -> bool:
    """Return whether the word right behind a role is certainly a name."""
    word, after = here.said[at], here.after(at)
    if word.sure or (word.capital and (word.given or word.surname)):
        return True
    if word.capital:
        a_word = role in roles.KIN or word.says_of_one or at in here.never
        return not word.dutch or not a_word
    if role in roles.KIN and here.before(at - 1) not in WHOSE_CHILD:
        return False
    followed = bool(after and after.says_of_one)
    if word.given:
        return followed and not word.says_of_one
    if word.dutch or len(word.fold) < SHORTEST_UNKNOWN:
        return False
    return followed or (role in CALLED_BY_NAME and not word.fold.endswith("t"))


def _may_fit_role(here: Sentences, at: int) -> bool:
    word = here.said[at]
    if word.capital:
        return not word.says_of_one
    return not word.dutch and len(word.fold) > SHORTEST_UNKNOWN and not word.fold.endswith("t")


def _of_whom(here: Sentences, at: int) -> Seen | None:
    """Return a name behind `de moeder van`."""
    if at < 2 or here.said[at - 1].fold != "van" or here.said[at - 2].fold not in roles.OF_WHOM:
        return None
    word = here.said[at]
    if not here.can_be_name(at) or here.apart(at - 1):
        return None
    reason = f"staat na „{here.said[at - 2].text} van”"
    if word.sure or (word.capital and (word.given or word.surname or not word.dutch)):
        return Seen(reason, role=roles.CHILD)
    if word.capital or (not word.dutch and len(word.fold) > SHORTEST_UNKNOWN):
        return Seen(reason, certain=False, role=roles.CHILD)
    return None


def _behind_a_comma(here: Sentences, at: int) -> Seen | None:
    """Return a name that says who was meant: `haar leerkracht, Dineke, begint`."""
    if not at or here.said[at].gap.strip() not in (",", "(", ":", "-", "–"):
        return None
    word, cue = here.said[at], here.said[at - 1]
    if cue.fold not in roles.ALL or not word.capital or not here.can_be_name(at):
        return None
    if word.given or word.surname or not word.dutch:
        return Seen(f"staat na „{cue.text}”", role=roles.replaced_by(cue.fold))
    return None
