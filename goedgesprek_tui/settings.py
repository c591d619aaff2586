"""What an organisation can set for the conversations in a folder, in `instellingen.toml` among them."""

import tomllib
from pathlib import Path

from pydantic import Field, ValidationError

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.models import Record

FILE = "instellingen.toml"


class Settings(Record):
    """The settings of a folder; what is not set has its usual value.

    `bewaarweken` is after how many weeks the raw notes of a conversation are proposed to go; `ambassadeur`
    the pseudonym that goes with each conversation. The last three are the closing lines of a report: what
    happens with it, how to become an ambassador, and whom to ask.
    """

    bewaarweken: int = Field(default=4, ge=1, le=520)
    ambassadeur: str = ""
    wat_gebeurt_ermee: str = ""
    ambassadeur_worden: str = ""
    vragen_aan: str = ""


def load_settings(folder: Path) -> Settings:
    """Return the settings of a folder; raise UserError when the file cannot be used."""
    file = folder / FILE
    try:
        return Settings.model_validate(tomllib.loads(file.read_text("utf-8-sig")))
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except ValidationError as error:
        name = ".".join(map(str, error.errors()[0]["loc"]))
        raise UserError(
            f"{FILE}: „{name}” klopt niet; het kan zo: bewaarweken = 4. De gewone instellingen gelden nu."
        ) from error
    except (OSError, ValueError) as error:
        raise UserError(f"{FILE} is niet te lezen; het kan zo: bewaarweken = 4.") from error
