"""The commands: their words, keys and help, declared once for footer, help, palette and both modes."""

from collections.abc import Callable
from dataclasses import dataclass

from goedgesprek_tui.commands import acts
from goedgesprek_tui.commands.acts import on_last, shows
from goedgesprek_tui.commands.answer import Answer, Call, Show
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.models import Note


@dataclass(frozen=True)
class Command:
    """One word after the slash: its key, how it is typed, what it does, in Dutch.

    `start` gives the line that the key puts ready to be filled in, for a note or else the last one; without
    it the key does the command at once. `on_note` marks a command about one note, `writes` one that keeps
    what was typed: it does nothing off the record.
    """

    name: str
    key: str
    label: str
    usage: str
    help: str
    run: Callable[[Call], Answer]
    start: Callable[[Conversation, Note | None], str] | None = None
    on_note: bool = False
    writes: bool = False

    @property
    def stands_alone(self) -> bool:
        """Whether no words come behind it, as its usage says."""
        return " " not in self.usage


def command_named(word: str) -> Command | None:
    """Return the command of this name."""
    return next((command for command in COMMANDS if command.name == fold_command(word)), None)


def fold_command(word: str) -> str:
    """Return a command word as it stands in the list: no case, no slash."""
    return word.casefold().lstrip("/")


def commands_like(word: str) -> list[Command]:
    """Return the commands that begin with what was typed after the slash."""
    return [command for command in COMMANDS if command.name.startswith(fold_command(word))]


def usage_of(typed: str) -> str:
    """Return how the command that is being typed is used, or the names it may become."""
    word = typed.split(maxsplit=1)[0] if typed.strip("/ ") else ""
    found = commands_like(word)
    if not word:
        return "Een opdracht. Typ verder, of Esc om terug te gaan. F1 toont ze allemaal."
    if len(found) == 1 or (found and f"/{found[0].name}" == word):
        return f"{found[0].usage}   {found[0].help}"
    return "  ".join(f"/{command.name}" for command in found[:6])


COMMANDS: tuple[Command, ...] = (
    Command("volgende", "pagedown", "volgende", "/volgende", "Naar de volgende vraag", acts.next_question),
    Command("vorige", "pageup", "vorige", "/vorige", "Naar de vorige vraag", acts.previous_question),
    Command("fase", "f4", "fase", "/fase [n]", "Naar een andere fase, in elke volgorde", acts.phase),
    Command("zeg", "tab", "voorlezen", "/zeg", "Wat je voorleest, en tips voor jou", shows(Show.ALOUD)),
    Command(
        "thema",
        "f2",
        "thema",
        "/thema [n] naam",
        "Geef een notitie een thema, of neem het weg",
        acts.topic,
        on_note=True,
    ),
    Command(
        "doorvragen",
        "f3",
        "doorvragen",
        "/doorvragen [n] [woorden]",
        "Kies woorden om op door te vragen",
        acts.follow_ups,
        on_note=True,
    ),
    Command(
        "gevraagd",
        "shift+tab",
        "vragen",
        "/gevraagd [vraag]",
        "Alle vragen op deze woorden; pas aan wat je vraagt",
        acts.asked,
        writes=True,
    ),
    Command(
        "klinkt",
        "ctrl+b",
        "klinkt als",
        "/klinkt [n] [als]",
        "Een zin klinkt als moeilijk, minder, wens of anders; de doorvragen volgen",
        acts.sounds_like,
        on_note=True,
    ),
    Command("ongedaan", "ctrl+z", "terug", "/ongedaan", "Draai terug wat je het laatst vastlegde", acts.undo),
    Command("opnieuw", "ctrl+y", "opnieuw", "/opnieuw", "Doe opnieuw wat je terugdraaide", acts.redo),
    Command(
        "soort",
        "ctrl+o",
        "soort",
        "/soort [n] soort",
        "Maak er een wens, vraag, tip … van",
        acts.kind,
        on_note=True,
    ),
    Command(
        "wijzig",
        "ctrl+r",
        "wijzigen",
        "/wijzig [n] tekst",
        "Verander de zin van een notitie",
        acts.edit,
        start=on_last("wijzig", lambda note: note.text),
        on_note=True,
        writes=True,
    ),
    Command(
        "kern",
        "ctrl+g",
        "kern",
        "/kern [n] tekst",
        "Schrijf de kern naast de woorden van de ouder",
        acts.gist,
        start=on_last("kern", lambda note: note.gist),
        on_note=True,
        writes=True,
    ),
    Command(
        "wis",
        "ctrl+l",
        "wissen",
        "/wis n",
        "Wis een notitie voorgoed, na een vraag",
        acts.erase,
        start=on_last("wis", lambda note: ""),
        on_note=True,
    ),
    Command(
        "toestemming",
        "ctrl+t",
        "toestemming",
        "/toestemming [n|alle] ja|kern|nee",
        "Wat mag er met een notitie: letterlijk, alleen de kern, of niet",
        acts.consent,
        on_note=True,
    ),
    Command(
        "kaart", "f5", "kaarten", "/kaart [titel]", "Kaarten voor als het anders gaat", shows(Show.CARDS)
    ),
    Command("teruglezen", "f6", "teruglezen", "/teruglezen", "Lees de notities voor", shows(Show.READ_BACK)),
    Command("namen", "f10", "namen", "/namen", "Kijk de notities na op namen", shows(Show.NAMES)),
    Command("pauze", "f7", "pauze", "/pauze", "Zet de klok stil, of weer aan", acts.pause),
    Command(
        "niet-vastleggen",
        "f8",
        "niet vastleggen",
        "/niet-vastleggen",
        "Niets van wat je typt wordt bewaard, of juist weer wel",
        acts.off_record,
    ),
    Command(
        "blanco",
        "f9",
        "leeg scherm",
        "/blanco",
        "Maak het scherm leeg tot je een toets indrukt",
        shows(Show.BLANK),
    ),
    Command(
        "probleem",
        "ctrl+n",
        "probleemzin",
        "/probleem zin",
        "Schrijf de probleemzin; /probleem ja opent de wachtlijst",
        acts.problem,
        start=lambda conversation, note: f"/probleem {conversation.session.problem.text}",
        writes=True,
    ),
    Command(
        "map",
        "f11",
        "andere map",
        "/map [map]",
        "Bewaar dit gesprek voortaan in een andere map, als deze vol of weg is",
        shows(Show.FOLDER),
    ),
    Command("stop", "f12", "afronden", "/stop", "Rond het gesprek af; dat kan later terug", acts.end),
    Command("help", "f1", "hulp", "/help", "Alle toetsen en opdrachten", shows(Show.HELP)),
)
