"""What is scored of a search for personal data: how much was found, and how often it was wrong."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from cases import Case, cases

from goedgesprek_tui.privacy.find import find
from goedgesprek_tui.privacy.finding import Finding, Kind

Search = Callable[[str], list[Finding]]


@dataclass
class Score:
    """How a search did on a set of cases; a span counts as found when a finding of its kind overlaps it."""

    found: list[Case] = field(default_factory=list)
    sure: list[Case] = field(default_factory=list)
    missed: list[tuple[str, Case]] = field(default_factory=list)
    clean: int = 0
    alarms: list[tuple[str, Finding]] = field(default_factory=list)

    def recall(self, only: Callable[[Case], bool] = lambda span: True) -> float:
        """Return which share of the spans was found."""
        found, missed = [
            len(list(filter(only, spans))) for spans in (self.found, [s for _, s in self.missed])
        ]
        return found / (found + missed) if found + missed else 1.0

    @property
    def names(self) -> float:
        """The recall on names of people."""
        return self.recall(lambda span: span["kind"] == Kind.PERSON)

    @property
    def by_background(self) -> dict[str, float]:
        """The recall on the names of each background."""
        spans = [*self.found, *(span for _, span in self.missed)]
        backgrounds = sorted({span["background"] for span in spans if "background" in span})
        return {one: self.recall(lambda span, one=one: span.get("background") == one) for one in backgrounds}

    def alarms_per_100(self, certain: bool) -> float:
        """Return how many findings there were in a hundred texts without personal data."""
        return 100 * sum(alarm.certain is certain for _, alarm in self.alarms) / max(self.clean, 1)


def scored(rows: Sequence[Case], search: Search = find) -> Score:
    """Return how a search does on cases `{"text", "spans": [{"text", "kind", "start"}]}`."""
    score = Score()
    for row in rows:
        found = search(row["text"])
        if not row["spans"]:
            score.clean += 1
            score.alarms += [(row["text"], one) for one in found]
        for span in row["spans"]:
            hits = [one for one in found if _hits(span, one)]
            if hits:
                score.found.append(span)
                score.sure += [span] if any(one.certain for one in hits) else []
            else:
                score.missed.append((row["text"], span))
    return score


def backgrounds() -> list[Case]:
    """Return the same sentences with the names of each background in them."""
    (given,) = [cases("pii_backgrounds")]
    made = []
    for background, names in given["names"].items():  # type: ignore[call-overload]
        for sentence in given["sentences"]:  # type: ignore[call-overload]
            made.append(_filled(sentence, names, background))
    return made


def _filled(sentence: str, names: dict[str, list[str]], background: str) -> Case:
    texts: list[str] = []

    def fill(slot: re.Match[str]) -> str:
        key, form = slot["key"], slot["form"]
        name = names["surnames"]["abc".index(key)] if key in "abc" else names["given"][int(key)]
        texts.append(name.lower() if form == "l" else name)
        return _whose(name) if form == "s" else texts[-1]

    text = re.sub(r"\{(?P<key>\w+)(?::(?P<form>\w))?\}", fill, sentence)
    spans = [" ".join(texts)] if " ".join(texts) in text else texts
    found = [
        {"text": one, "kind": "persoon", "start": text.index(one), "background": background} for one in spans
    ]
    return {"text": text, "spans": found}


def _whose(name: str) -> str:
    return name + ("'s" if name[-1] in "aiouy" else "'" if name[-1] in "sxz" else "s")


def _hits(span: Case, one: Finding) -> bool:
    end = span["start"] + len(span["text"])
    return one.kind.value == span["kind"] and one.start < end and span["start"] < one.end


def report(score: Score) -> str:
    """Return the figures on a line, for whoever tunes the search."""
    per = {name: round(share, 2) for name, share in score.by_background.items() if share < 1}
    total = len(score.found) + len(score.missed)
    return (
        f"recall {score.recall():.3f} ({len(score.found)}/{total}), certain {len(score.sure)}, "
        f"names {score.names:.3f}, below 1: {per}; clean {score.clean}: "
        f"{score.alarms_per_100(True):.1f} certain and {score.alarms_per_100(False):.1f} weak per 100"
    )


if __name__ == "__main__":
    for name in ("dev", "clean", "held"):
        print(name, report(scored(cases(f"pii_{name}"))))
    print("backgrounds", report(scored(backgrounds())))
