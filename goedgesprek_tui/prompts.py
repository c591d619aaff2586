"""All that is spoken: our scripts, cards, topics and questions from `prompts`, and the user's own scripts."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from goedgesprek_tui.exercises.card_set import CardSet, parse_card_set
from goedgesprek_tui.exercises.dialogue import Dialogue
from goedgesprek_tui.exercises.dialogue_file import parse_dialogue
from goedgesprek_tui.exercises.observation import ObservationForm, parse_form
from goedgesprek_tui.faults import MAX_SIZE, Fault, ScriptError, decode
from goedgesprek_tui.models import Script, ScriptKind
from goedgesprek_tui.outline import read_outline
from goedgesprek_tui.reference import Card, CleanQuestion, parse_cards, parse_questions, parse_topics
from goedgesprek_tui.script import parse_script
from goedgesprek_tui.text import fold, nearest
from goedgesprek_tui.topics import TopicList

PARSERS: dict[str, Callable[[str], object]] = {
    "kaarten": parse_cards,
    "oefengesprek": parse_dialogue,
    "observatie": parse_form,
    "themas": parse_topics,
    "vragen": parse_questions,
    "vragenset": parse_card_set,
}
"""The parsers of files that are no script, by their name or by `soort` in the front matter."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that was left out, and what is wrong with it."""

    path: Path
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Prompts:
    """What there is to say: our scripts first, then the user's own; `broken` are the files left out."""

    scripts: tuple[Script, ...] = ()
    topics: TopicList = TopicList()
    cards: tuple[Card, ...] = ()
    questions: tuple[CleanQuestion, ...] = ()
    broken: tuple[Broken, ...] = ()

    def script(self, name: str) -> Script:
        """Return the script of a path, or of a file name without `.md` or its beginning if only one fits.

        Raise LookupError with one sentence for the user when there is none, or the file has a fault.
        """
        path = Path(name)
        if _is_file(path) and (path.suffix or len(path.parts) > 1):
            return _script_at(path)
        wanted = fold(name.removesuffix(".md"))
        starts = [script for script in self.scripts if wanted and fold(script.id).startswith(wanted)]
        exact = [script for script in starts if fold(script.id) == wanted]
        if len(exact or starts) == 1:
            return (exact or starts)[0]
        if starts:
            names = ", ".join(script.id for script in starts)
            raise LookupError(f"Met '{name}' begint meer dan één leidraad: {names}.")
        raise LookupError(self._why_not(name, wanted))

    def _why_not(self, name: str, wanted: str) -> str:
        for broken in self.broken:
            if fold(broken.path.stem) == wanted:
                return _has_faults(broken.path, broken.faults)
        ids = [script.id for script in self.scripts]
        near = nearest(name, ids) or next((id for id in ids if wanted and wanted in fold(id)), None)
        hint = f"bedoel je '{near}'?" if near else f"kies uit: {', '.join(ids)}."
        return f"Er is geen leidraad '{name}'; {hint}"


@dataclass(frozen=True)
class Exercises:
    """What there is to practise with: ours first, then the trainers' own; `broken` are the files left out."""

    dialogues: tuple[Dialogue, ...] = ()
    card_sets: tuple[CardSet, ...] = ()
    forms: tuple[ObservationForm, ...] = ()
    broken: tuple[Broken, ...] = ()


def prompts_folder() -> Path:
    """Return the folder of what is spoken: inside the package when installed, else that of the checkout."""
    package = Path(__file__).parent
    installed = package / "prompts"
    return installed if installed.is_dir() else package.parent / "prompts"


def load_prompts(own: Path | None = None) -> Prompts:
    """Return all that is spoken, with the scripts of the user's own folder on top; never raises.

    An own script takes the place of ours with the same file name, unless it has a fault.
    """
    folder = prompts_folder()
    broken: list[Broken] = []
    scripts: dict[str, Script] = {}
    for path in [*_markdown_files(folder / "leidraden", broken), *_markdown_files(own, broken)]:
        if script := _load(path, broken, partial(parse_script, id=path.stem)):
            scripts[path.stem] = script
    return Prompts(
        scripts=tuple(scripts.values()),
        topics=TopicList(_load(folder / "themas.md", broken, parse_topics) or ()),
        cards=_load(folder / "kaarten.md", broken, parse_cards) or (),
        questions=_load(folder / "vragen.md", broken, parse_questions) or (),
        broken=tuple(broken),
    )


def load_exercises(own: Path | None = None) -> Exercises:
    """Return all exercises, with those of the trainer's own folder on top; never raises.

    An own file takes the place of ours with the same name, unless it has a fault.
    """
    broken: list[Broken] = []
    found: dict[str, object] = {}
    ours = prompts_folder() / "oefeningen"
    for path in [*_markdown_files(ours, broken), *_markdown_files(own, broken)]:
        if exercise := _load(path, broken, partial(_parse_exercise, id=path.stem)):
            found[path.stem] = exercise
    return Exercises(
        dialogues=tuple(one for one in found.values() if isinstance(one, Dialogue)),
        card_sets=tuple(one for one in found.values() if isinstance(one, CardSet)),
        forms=tuple(one for one in found.values() if isinstance(one, ObservationForm)),
        broken=tuple(broken),
    )


def _parse_exercise(text: str, id: str) -> Dialogue | CardSet | ObservationForm:
    """Return an exercise of the kind that its front matter names; a dialogue when it names none of ours."""
    front = read_outline(text).front
    match front["soort"].text if "soort" in front else "":
        case "vragenset":
            return parse_card_set(text, id)
        case "observatie":
            return parse_form(text)
    return parse_dialogue(text, id)


def check(path: Path) -> list[Fault]:
    """Return what is wrong with a file of `prompts`: a script, unless its name or `soort` says otherwise."""
    try:
        text = _read(path)
        front = read_outline(text).front
        kind = front["soort"].text if "soort" in front else ""
        if kind not in set(ScriptKind) and path.stem in PARSERS:
            kind = path.stem
        if kind in PARSERS:
            PARSERS[kind](text)
        else:
            parse_script(text, path.stem)
    except ScriptError as error:
        return list(error.faults)
    return []


def _load(path: Path, broken: list[Broken], parse: Callable[[str], T]) -> T | None:
    try:
        return parse(_read(path))
    except ScriptError as error:
        broken.append(Broken(path, error.faults))
        return None


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_SIZE + 1)
    except (OSError, ValueError) as error:
        raise ScriptError([_unreadable("Dit bestand")]) from error
    return decode(data)


def _unreadable(what: str) -> Fault:
    return Fault(1, f"{what} is niet te openen.", "Kijk of de naam klopt en of je het mag lezen.")


def _markdown_files(folder: Path | None, broken: list[Broken]) -> list[Path]:
    """Return the Markdown files of a folder in the order of their names; none when there is no folder."""
    try:
        files = sorted(folder.iterdir(), key=lambda path: path.stem) if folder else []
    except FileNotFoundError:
        return []
    except OSError:
        broken += [Broken(folder, (_unreadable("De map met leidraden"),))] if folder else []
        return []
    return [path for path in files if path.suffix == ".md" and not path.name.startswith(".")]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _script_at(path: Path) -> Script:
    try:
        return parse_script(_read(path), path.stem)
    except ScriptError as error:
        raise LookupError(_has_faults(path, error.faults)) from error


def _has_faults(path: Path, faults: tuple[Fault, ...]) -> str:
    more = f" Ze staan alle {len(faults)} in: goedgesprek controleer {path}" if len(faults) > 1 else ""
    return f"In {path.name} staat een fout, {faults[0]}{more}"
