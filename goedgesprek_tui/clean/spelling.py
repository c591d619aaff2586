"""How Dutch words change in writing when an ending comes on or off: `lief` lieve, `stom` stomme, `raar` rare.

Rules of spelling: Het Groene Boekje (Taalunie), "Leidraad".
"""

VOICED = {"f": "v", "s": "z"}
DEVOICED = {letter: plain for plain, letter in VOICED.items()}
VOWELS = "aeou"


def voiced(word: str) -> str:
    """Return a word with the last letter that it has before a vowel: `lief` gives `liev`."""
    return word[:-1] + VOICED.get(word[-1:], word[-1:])


def devoiced(word: str) -> str:
    """Return a word with the last letter that it has at its end: `bevriez` gives `bevries`."""
    return word[:-1] + DEVOICED.get(word[-1:], word[-1:])


def with_e(word: str) -> tuple[str, ...]:
    """Return how a word may be written with -e behind it; which of them is right, a dictionary tells."""
    if len(word) < 3:
        return (f"{word}e",) if word else ()
    soft = voiced(word)
    single = (soft[:-2] + soft[-1],) if word[-2] == word[-3] and word[-2] in VOWELS else ()
    return tuple(f"{one}e" for one in dict.fromkeys((*single, word, soft, word + word[-1])))
