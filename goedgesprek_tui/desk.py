"""What a conversation is held with: the scripts, the store of a folder, and the setting for acts."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from goedgesprek_tui.commands.answer import Setting
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.folders import own_scripts
from goedgesprek_tui.models import Script, Session, Topic
from goedgesprek_tui.prompts import Prompts, load_prompts
from goedgesprek_tui.review.together import own_topics
from goedgesprek_tui.settings import Settings, load_settings
from goedgesprek_tui.store.sessions import Store


@dataclass(frozen=True)
class Desk:
    """Everything that lies ready in a folder; `notice` says what is wrong with its settings."""

    folder: Path
    prompts: Prompts
    store: Store
    setting: Setting
    settings: Settings
    notice: str = ""

    def begin(self, script: Script, **facts: object) -> Session:
        """Return a new session on a script; the facts are other fields of Session."""
        fields = {
            "id": self.setting.new_id(),
            "started": self.setting.now(),
            "script": script,
            "keep_weeks": self.settings.bewaarweken,
            "ambassador": self.settings.ambassadeur,
            **facts,
        }
        return Session.model_validate(fields)

    def own_topics(self) -> tuple[Topic, ...]:
        """Return the topics of her own that a next conversation has to know; none when nothing can be read.

        It reads the whole folder, so it is called beside the event loop.
        """
        try:
            sessions = (one.session for one in self.store.each() if one.session)
            return own_topics(self.prompts.topics, sessions)
        except UserError:
            return ()

    def script(self, name: str) -> Script:
        """Return the script of this name or path; raise UserError when there is none that can be used."""
        try:
            return self.prompts.script(name)
        except LookupError as error:
            raise UserError(str(error.args[0])) from None


def open_desk(folder: Path, now: Callable[[], datetime], new_id: Callable[[], str]) -> Desk:
    """Read the scripts and open the folder of the sessions; nothing is written yet."""
    prompts = load_prompts(own_scripts(folder))
    settings, notice = Settings(), ""
    try:
        settings = load_settings(folder)
    except UserError as error:
        notice = str(error)
    setting = Setting(prompts.topics, new_id, now, prompts.questions)
    return Desk(folder, prompts, Store(folder), setting, settings, notice)


def aware_now() -> datetime:
    """Return the time of now, with its offset from UTC."""
    return datetime.now().astimezone()


def random_id() -> str:
    """Return an id that is unique for life."""
    return str(uuid.uuid4())
