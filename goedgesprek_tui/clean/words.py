"""Choosing the words of a note that can be asked on: exactly what was said, best first."""

import re

WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
IN_FRONT = frozenset("de het een geen mijn m'n onze ons hun haar zijn die dat deze dit".split())
FUNCTION_WORDS = IN_FRONT | frozenset(
    """
    aan al alle alleen als altijd ander andere anders behalve ben bent bij bijna bovendien daar daarna
    daarom dan denk denken denkt doe doen doet door dus echt eens eigenlijk elk elkaar elke en er even ga gaan
    gaat gewoon goed graag had hadden heb hebben hebt heeft heel hem hen hier hij hoe hoor hoort iedere
    iedereen iemand iets ik in is ja je jij jou jouw jullie kan kom komen komt krijg krijgen krijgt kun
    kunnen kunt laat maar maken maakt me mee meer met mezelf mij minder misschien moet moeten mogen mag
    na naar nee net niemand niet niets nog nooit nou nu of om omdat ons onder ook op over pas per soms
    steeds straks te tegen terug toch toe toen tot tussen u uit uw vaak van vanaf veel verder vind
    vinden vindt volgens voor voordat vooral waar waarom wanneer want waren was wat we weer weet weten
    wel welke wie wij wil willen word worden wordt wou zal ze zeg zeggen zegt zei zelf zich zie zien
    ziet zij zo zoals zodat zou zouden zullen zonder
    """.split()
)
MAX_CANDIDATES = 9


def candidates(text: str) -> tuple[str, ...]:
    """Return stretches of the text to ask on, best first: what stands last comes first, with its article.

    Names are not known here; the words themselves are never changed.
    """
    words = list(WORD.finditer(text))
    found = [_with_article(text, words, at) for at, word in enumerate(words) if _has_content(word[0])]
    return tuple(dict.fromkeys(reversed(found)))[:MAX_CANDIDATES]


def occurs(words: str, text: str) -> str | None:
    """Return the words as they stand in the text, whatever case they were typed in; None if they do not."""
    found = re.search(re.escape(words.strip()), text, re.IGNORECASE) if words.strip() else None
    return found[0] if found else None


def _has_content(word: str) -> bool:
    return len(word) > 2 and word.casefold() not in FUNCTION_WORDS


def _with_article(text: str, words: list[re.Match[str]], at: int) -> str:
    before = words[at - 1] if at else None
    start = before.start() if before and before[0].casefold() in IN_FRONT else words[at].start()
    return text[start : words[at].end()]
