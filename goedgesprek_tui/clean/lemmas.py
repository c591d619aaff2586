"""The dictionary form of a Dutch word, by simplemma: loaded once, in about a quarter of a second."""

from functools import lru_cache

DUTCH = "nl"


_read = False


def load() -> None:
    """Read the dictionary now, so that no later call has to wait for it; it may be done in a thread."""
    global _read
    lemma("praat")
    _read = True


def loaded() -> bool:
    """Return whether the dictionary was read, so that no call has to wait."""
    return _read


@lru_cache(maxsize=8192)
def lemma(word: str) -> str:
    """Return the dictionary form of a word in small letters, or the word itself when it is unknown."""
    from simplemma import lemmatize  # 50 ms to import, 250 to read: never before the first paint

    return lemmatize(word, lang=DUTCH).lower().replace("_", "") if word else ""  # `op_nemen`


@lru_cache(maxsize=8192)
def known(word: str) -> bool:
    """Return whether a word in small letters stands in the dictionary as it is."""
    from simplemma import is_known

    return is_known(word, lang=DUTCH) if word else False
