"""The word lists of `lists/`: names, words that are no names, schools, what the law protects most.

Which list a name comes from never leaves this module: it would be a guess at where somebody comes from.
"""

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

SPELLINGS = (
    ("sch", "s"),
    ("tsj", "s"),
    ("tch", "s"),
    ("sh", "s"),
    ("ch", "s"),
    ("sj", "s"),
    ("dj", "j"),
    ("dzj", "j"),
    ("zh", "j"),
    ("kh", "g"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("ck", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("ou", "u"),
    ("oe", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ie", "i"),
    ("ei", "ai"),
    ("y", "i"),
    ("ij", "i"),
    ("e", "a"),
    ("o", "u"),
    ("'", ""),
    ("-", ""),
)
"""How one name is spelled in several ways in Latin letters: `Youssef`, `Yusuf`, `Joesoef`."""
SHORTEST_SOUND = 4
SPECIAL_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ə": "e", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys("’‘`´ʼ", "'")
)


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Return a word as it is compared: small letters without accents, a straight apostrophe."""
    plain = unicodedata.normalize("NFKD", word.lower().translate(SPECIAL_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the entries of `lists/<name>.txt`, folded; a line that begins with # is a remark."""
    text = files(__package__).joinpath("lists", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(fold(entry) for line in lines for part in line.split(",") if (entry := part.strip()))


@cache
def given_names() -> frozenset[str]:
    """Return the given names of all lists together."""
    return _all_of("names_")


@cache
def surnames() -> frozenset[str]:
    """Return the surnames of all lists together."""
    return _all_of("surnames_")


def sounds_given(word: str) -> bool:
    """Return whether a folded word is a given name in another spelling: `mohammad`, `aïsha`."""
    sound = _sound(word)
    return len(sound) >= SHORTEST_SOUND and sound in _sounds()


@lru_cache(maxsize=8192)
def is_two_syllables(word: str) -> bool:
    """Return whether a folded word is two of the syllables that some given names are made of."""
    parts = word_list("syllables")
    cuts = range(2, len(word) - 1) if len(word) >= SHORTEST_SOUND + 1 else ()
    return any(word[:cut] in parts and word[cut:] in parts for cut in cuts)


@cache
def _sounds() -> frozenset[str]:
    return frozenset(_sound(name) for name in given_names() if len(name) >= SHORTEST_SOUND)


@lru_cache(maxsize=32768)
def _sound(word: str) -> str:
    for written, heard in SPELLINGS:
        word = word.replace(written, heard)
    once = "".join(letter for at, letter in enumerate(word) if not at or letter != word[at - 1])
    return once.removesuffix("h").replace("ai", "i")


@cache
def never_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the words that are never names: under the first word of each, the whole as a row of words."""
    rows = sorted((tuple(phrase.split()) for phrase in word_list("never_names")), key=len, reverse=True)
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in rows:
        found[row[0]] = (*found.get(row[0], ()), row)
    return found


def _all_of(beginning: str) -> frozenset[str]:
    names = (path.name for path in files(__package__).joinpath("lists").iterdir())
    parts = (word_list(name.removesuffix(".txt")) for name in names if name.startswith(beginning))
    return frozenset().union(*parts)
