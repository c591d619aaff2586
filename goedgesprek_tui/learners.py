"""Who learns the clean questions on this laptop, and how far they are: kept beside the sessions."""

from typing import NamedTuple

from pydantic import ValidationError

from goedgesprek_tui.practice.learning import Progress
from goedgesprek_tui.store.errors import NotOurs, StoreError, Unreadable
from goedgesprek_tui.store.side import SideFile
from goedgesprek_tui.text import fold

ASIDE = "{} Je begint opnieuw; het oude bestand is apart gezet als {}."


class People(NamedTuple):
    """Who is known here, by name in the order of the alphabet; `notice` is what to say of the file."""

    known: tuple[Progress, ...] = ()
    notice: str = ""

    def named(self, name: str) -> Progress | None:
        """Return who has this name, however it is spelled."""
        return next((one for one in self.known if _key(one.name) == _key(name)), None)


def people(file: SideFile) -> People:
    """Return who is kept; a file that is damaged is put aside. To be called beside the event loop."""
    try:
        known = [Progress.model_validate(doc) for doc in file.read().values()]
        return People(tuple(sorted(known, key=lambda one: fold(one.name))))
    except (Unreadable, NotOurs, ValidationError) as error:
        said = file.damaged if isinstance(error, ValidationError) else str(error)
        try:
            return People(notice=ASIDE.format(said, file.set_aside().name))
        except OSError:
            return People(notice=said)
    except StoreError as error:
        return People(notice=str(error))


def keep(file: SideFile, progress: Progress) -> None:
    """Keep how far somebody is, on the disk when this returns; raises `NotStored`."""
    file.change({_key(progress.name): progress.model_dump(mode="json")})


def forget(file: SideFile, name: str) -> None:
    """Really remove what is kept of somebody; raises `NotStored`."""
    others = {key: doc for key, doc in file.read().items() if key != _key(name)}
    if others:
        file.write(others)
    else:
        file.remove()


def _key(name: str) -> str:
    """Return what a name is kept by: the same for all its spellings; one of signs alone is itself."""
    return fold(name) or name
