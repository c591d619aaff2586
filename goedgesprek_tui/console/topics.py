"""`goedgesprek themas`: the topic list, or the topics suggested for texts on standard input."""

from goedgesprek_tui.console.json_lines import answered
from goedgesprek_tui.review.suggest import Suggester
from goedgesprek_tui.topics import TopicList


def as_json(line: str, suggester: Suggester) -> str:
    """Return the answer to one line of JSON: `{"id", "text"}` gives `{"id", "topics"}`, best first.

    Raise LineError when it cannot be answered.
    """
    return answered(line, lambda text: {"topics": [one.topic for one in suggester.suggest(text)]})


def as_text(topics: TopicList) -> str:
    """Return the topic list for a reader: each name with its id, what it is about, and its other names."""
    return "\n\n".join(
        "\n".join(
            [
                f"{topic.name} ({topic.id})",
                *([f"  {topic.description}"] if topic.description else []),
                *([f"  ook: {', '.join(topic.also)}"] if topic.also else []),
            ]
        )
        for topic in topics
    )
