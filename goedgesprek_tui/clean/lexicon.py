"""The word lists of `lists/`: what has to be known of single Dutch words."""

from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the entries of `lists/<name>.txt`: words or phrases in small letters.

    Entries stand behind each other with commas, or each on its own line; behind # stands a remark.
    """
    text = files(__package__).joinpath("lists", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0] for line in text.splitlines())
    return frozenset(entry for line in lines for part in line.split(",") if (entry := part.strip()))
