"""`goedgesprek proef`: a fictional conversation, so that a newcomer sees the whole job within a minute."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from goedgesprek_tui.console.plain import Plain
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.desk import Desk, aware_now, open_desk, random_id
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exporting import export
from goedgesprek_tui.folders import sessions_folder
from goedgesprek_tui.models import Session
from goedgesprek_tui.prompts import prompts_folder

SCRIPT = "1-ouderkamer-eerste-kennismaking"


def trial_folder(chosen: str | None) -> Path:
    """Return the folder of the fictional conversation: the one chosen, else one of its own."""
    return sessions_folder(chosen) if chosen else sessions_folder() / "proef"


def trial_session(desk: Desk) -> Session:
    """Return the session that the fictional conversation begins with."""
    return desk.begin(
        desk.script(SCRIPT), place_kind="ouderkamer", place="De Linde", group="koffieochtend", parents=9
    )


def trial_lines() -> list[str]:
    """Return what is typed in the fictional conversation, line by line."""
    return (prompts_folder() / "proef.txt").read_text("utf-8").rstrip().split("\n")


def play(folder: Path) -> None:
    """Play the conversation at once on standard output, and say where it and its summary lie."""
    desk = open_desk(folder, aware_now, random_id)
    desk.store.prepare()
    with desk.store.create(trial_session(desk)) as opened:
        plain = Plain(Conversation(opened.session), opened, desk.setting, desk.prompts)
        if not plain.run(_in_sight(trial_lines())):
            raise UserError("Het verzonnen gesprek is niet opgeslagen; kies met --map een andere map.")
    made = export(desk, [plain.conversation.session], "md")
    print(f"\n{made.data.decode()}\nHet gesprek staat in {folder}, de samenvatting in {made.path}.")


def _in_sight(lines: Iterable[str]) -> Iterator[str]:
    """Give each line after it was shown, as if somebody types it."""
    for line in lines:
        print(f"> {line}")
        yield line
