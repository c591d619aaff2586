"""Cases: sentences of parents, with what a trained person accepts; `pii_`: what is personal in them.

`held` were never looked at while the rules were made, only scored; all others were.
"""

import json
import re
from pathlib import Path
from typing import Any

Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    """Return the cases of a file."""
    loaded: list[Case] = json.loads((Path(__file__).parent / f"{name}.json").read_text("utf-8"))
    return loaded


def normalised(sentence: str) -> str:
    """Return a sentence without what does not count: case, punctuation, quotation marks, `en` in front."""
    words = re.sub(r"[.,?!:;\"'„“”‘’«»–—-]", " ", sentence.lower()).split()
    return " ".join(words[1:] if words[:1] == ["en"] else words)
