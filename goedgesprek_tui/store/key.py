"""The key of a folder: with it the conversations are encrypted, in the age format, by pyrage.

The folder holds a key pair. `sleutel.pub` is the public half, to which every save is encrypted; `sleutel.age`
is the secret half, locked with the passphrase (age's scrypt), and `sleutel.age.bak` the same once more,
because without it all is lost. `organisatie.pub` may hold the public key of the organisation, which is then
encrypted to as well. While encryption is being taken off, `sleutel.pub` is called `sleutel.uit`.
"""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

from goedgesprek_tui.store.age import DAMAGED, is_public, locked, opened, recipient, secret_in
from goedgesprek_tui.store.disk import Identity, Os, identity, sync_folder, write_new
from goedgesprek_tui.store.errors import (
    KeyDamaged,
    Locked,
    NotOurs,
    NotStored,
    StoreError,
    Unreadable,
    WrongPassphrase,
    reported,
)

if TYPE_CHECKING:
    from pyrage import x25519

T = TypeVar("T")
PUBLIC, SECRET, SECOND, ENDING, OTHERS = (
    "sleutel.pub",
    "sleutel.age",
    "sleutel.age.bak",
    "sleutel.uit",
    "organisatie.pub",
)


class Key:
    """The key pair of a folder; opened once with the passphrase, then in memory only."""

    def __init__(self, folder: Path, os_: Os = os) -> None:
        """Look at this folder; nothing is read yet."""
        self.folder = folder
        self._os = os_
        self._identity: x25519.Identity | None = None
        self._half = b""
        self._used = False
        self._theirs: bytes | None = None
        self._others: list[x25519.Identity] = []
        self._seen: list[Identity | None] = []
        self._recipients: list[x25519.Recipient] = []

    @property
    def is_there(self) -> bool:
        """Whether the folder has a key, so that a passphrase is asked."""
        return any(map(self._has, (PUBLIC, SECRET, SECOND, ENDING)))

    def files(self) -> list[Path]:
        """Return the files of the key, those that may be there."""
        return [self.folder / name for name in (PUBLIC, SECRET, SECOND, ENDING, OTHERS)]

    @property
    def is_ending(self) -> bool:
        """Whether encryption is being taken off."""
        return self._has(ENDING)

    @property
    def is_open(self) -> bool:
        """Whether the passphrase was given, or none is needed."""
        return self._identity is not None or not self.is_there

    def who_else(self) -> str:
        """Return a sentence that the organisation can open the conversations as well; "" when it cannot."""
        return " De organisatie kan ze ook openen, met haar eigen sleutel." if self._has(OTHERS) else ""

    def encrypts(self) -> bool:
        """Whether what is saved now must be encrypted.

        Raises `NotStored` when the key was opened or saved to and is gone: nothing goes to the disk readable
        unawares.
        """
        if self.is_in_hand and not self.is_there:
            raise NotStored(
                f"De sleutel is weg uit {self.folder}, en zonder sleutel wordt hier niets leesbaar bewaard; "
                "sluit de schijf of stick weer aan.",
                elsewhere=True,
            )
        return self.is_there and not self.is_ending

    @property
    def is_in_hand(self) -> bool:
        """Whether the key was opened or saved to here, also when its folder is out of reach now."""
        return self._identity is not None or self._used

    def lock(self, text: bytes) -> str:
        """Return a text as an armoured age file, to the folder's key and that of the organisation.

        Raises `NotStored` when one of them is no key.
        """
        import pyrage

        try:
            recipients = self._all_recipients()
        except StoreError as error:
            raise NotStored(f"{error} Er is nog niets opgeslagen.", elsewhere=True) from error
        self._used = True
        return pyrage.encrypt(text, recipients, armored=True).decode("ascii")

    def unlock(self, armoured: str) -> bytes:
        """Return the text in an age file; raises `Locked` without passphrase, `NotOurs` with another key."""
        if not self._identity:
            self._refuse()
        import pyrage

        try:
            return pyrage.decrypt(armoured.encode("ascii", "replace"), [self._identity, *self._others])
        except pyrage.DecryptError as error:
            raise NotOurs(
                "Het is met een andere sleutel versleuteld dan die van deze map; zet het terug in de map "
                "waar het vandaan komt, met sleutel.age van die map erbij."
            ) from error

    def open(self, passphrase: str) -> None:
        """Open the secret half; raises `WrongPassphrase` or `KeyDamaged`.

        Of two copies that open, the one that belongs to `sleutel.pub` counts. A copy that was lost or damaged
        is written anew from it.
        """
        halves = {name: text for name in (SECRET, SECOND) if (text := self._read(name)) is not None}
        fits: dict[str, x25519.Identity] = {}
        wrong: dict[str, StoreError] = {}
        for name, text in halves.items():
            if name == SECRET or text != halves.get(SECRET):
                try:
                    fits[name] = opened(text, passphrase)
                except (WrongPassphrase, KeyDamaged) as error:
                    wrong[name] = error
        if not fits:
            tried = sorted(wrong.values(), key=lambda error: not isinstance(error, WrongPassphrase))
            raise tried[0] if tried else KeyDamaged(DAMAGED)
        public = self._public_on_disk()
        name = next((each for each in fits if str(fits[each].to_public()) == public), next(iter(fits)))
        self._identity, self._half, self._recipients = fits[name], halves[name], []
        self._others = [each for each in fits.values() if each is not self._identity]
        self._theirs = self._read(OTHERS)
        self._mend(name, halves, wrong)

    def open_with(self, file: Path) -> None:
        """Open with an age key file, such as that of the organisation; raises `KeyDamaged`."""
        self._identity, self._half = secret_in(file), self._read(SECRET) or b""

    def make(self, passphrase: str) -> None:
        """Make the key pair of this folder, locked with a passphrase; raises `StoreError` or `NotStored`.

        From then on every save is encrypted. A key that is there already is never written over.
        """
        from pyrage import x25519

        self._refuse_another()
        secret = x25519.Identity.generate()
        half = self._locked(secret, passphrase)  # that takes a second or two
        self._refuse_another()
        self._write(SECRET, half, is_new=True)
        try:
            self._complete(secret, half)
        except Exception:
            self._take_away()  # half a key would shut the folder
            raise

    def change(self, passphrase: str) -> None:
        """Lock the same key with another passphrase; the conversations stay as they are.

        Raises `StoreError` when the folder has another key by now.
        """
        secret = self._identity or self._refuse()
        self._refuse_changed(secret)
        half = self._locked(secret, passphrase)  # that takes a second or two
        self._refuse_changed(secret)
        for name in (SECRET, SECOND):
            self._write(name, half)
        self._half = half
        for temp in self.folder.glob(".sleutel.*.tmp"):  # of a change that was cut off, with its passphrase
            with suppress(OSError):
                self._os.unlink(temp)

    def renew(self, passphrase: str) -> None:
        """Put a new key pair in place of one of which the passphrase was forgotten.

        The old one is kept beside it. What was opened with another key can be read until the program ends:
        time to write it anew.
        """
        from pyrage import x25519

        old = self._identity or self._refuse()
        if (before := self._read(SECRET)) is not None:
            self._keep(before)
        secret = x25519.Identity.generate()
        half = self._locked(secret, passphrase)
        self._write(SECRET, half)
        self._complete(secret, half)
        self._others = [old]

    def begin_ending(self) -> None:
        """Have every save be readable without a passphrase from now on; the key stays until `end`."""
        secret = self._identity or self._refuse()
        if not self._has(PUBLIC) and not self.is_ending:
            self._write(ENDING, f"{secret.to_public()}\n".encode())
        with reported(self.folder, "het wachtwoord is er niet af; er is niets veranderd in"):
            if self._has(PUBLIC):
                self._os.replace(self.folder / PUBLIC, self.folder / ENDING)
                sync_folder(self._os, self.folder)

    def end(self) -> None:
        """Put the key aside, once nothing is encrypted to it any more; an old copy may still come back."""
        if half := self._half or self._read(SECRET):
            self._keep(half)
        with reported(self.folder, "de sleutel staat nog in"):
            self._take_away()
        self._identity, self._used = None, False

    def set_organisation(self, public: str) -> None:
        """Encrypt to this public key of the organisation as well from now on; raises `KeyDamaged`."""
        recipient(public, "Dit")
        self._theirs = f"{public.strip()}\n".encode()
        self._write(OTHERS, self._theirs)

    def carry_to(self, other: "Key") -> None:
        """Give another folder the same key, from memory: this one may be out of reach.

        Raises `StoreError` when that one has a passphrase of its own, and when it was never typed here.
        """
        if not self._identity:
            if self.is_in_hand:
                raise StoreError(
                    "Dit gesprek is versleuteld en het wachtwoord is hier niet getypt; sluit het programma, "
                    "begin opnieuw en kies dan de andere map."
                )
            if other.is_there:
                raise StoreError(f"In {other.folder} geldt een wachtwoord; kies een andere map.")
            return
        public = f"{self._identity.to_public()}\n".encode()
        if other.is_there:
            if other._public_on_disk() != public.decode().strip():
                raise StoreError(f"In {other.folder} geldt een ander wachtwoord; kies een andere map.")
        else:
            theirs = {OTHERS: self._theirs} if self._theirs else {}
            for name, text in {SECRET: self._half, SECOND: self._half, **theirs, PUBLIC: public}.items():
                other._write(name, text)
        other._identity, other._half, other._theirs = self._identity, self._half, self._theirs

    def give_up(self) -> None:
        """Take away a key that nothing was encrypted to yet."""
        with suppress(OSError):
            self._take_away()
        self._identity = None

    # --- how it is done -----------------------------------------------------------------------

    def _refuse(self) -> NoReturn:
        if self.is_there:
            raise Locked(f"De gesprekken in {self.folder} zijn versleuteld; typ eerst het wachtwoord.")
        raise NotOurs(f"Het is versleuteld, en de sleutel is weg; zet {SECRET} terug in {self.folder}.")

    def _all_recipients(self) -> "list[x25519.Recipient]":
        seen = [self._seen_at(name) for name in (PUBLIC, OTHERS)]
        if not self._recipients or seen != self._seen:
            own = self._own_recipient()
            others = self._read(OTHERS)
            theirs = [recipient(others.decode("utf-8", "replace"), OTHERS)] if others is not None else []
            self._recipients = [own, *theirs]
            self._seen = seen
        return self._recipients

    def _complete(self, secret: "x25519.Identity", half: bytes) -> None:
        self._write(SECOND, half)
        self._write(PUBLIC, f"{secret.to_public()}\n".encode())
        self._identity, self._half, self._theirs = secret, half, self._read(OTHERS)

    def _refuse_another(self) -> None:
        if self.is_there:
            raise StoreError(
                f"Voor {self.folder} is in een ander venster al een wachtwoord gekozen; sluit het programma "
                "en begin opnieuw."
            )

    def _refuse_changed(self, secret: "x25519.Identity") -> None:
        public = self._public_on_disk()
        if not self.is_there or (public and public != str(secret.to_public())):
            raise StoreError(f"{self._changed()} Er is niets veranderd.")

    def _own_recipient(self) -> "x25519.Recipient":
        """Return the public half; raises `StoreError` when it is not that of the key that was opened."""
        public = self._public_on_disk()
        if self._identity:
            own = self._identity.to_public()
            if is_public(public) and public != str(own):
                raise StoreError(self._changed())
            return own
        if public is None:
            self._refuse()
        return recipient(public, PUBLIC)

    def _changed(self) -> str:
        return f"In {self.folder} geldt nu een andere sleutel; sluit het programma en begin opnieuw."

    def _public_on_disk(self) -> str | None:
        text = self._read(PUBLIC)
        return None if text is None else text.decode("utf-8", "replace").strip()

    def _keep(self, half: bytes) -> None:
        """Keep a secret half under another name, where there is none like it yet."""
        if half not in map(Path.read_bytes, self.folder.glob("sleutel-oud-*.age")):
            names = (f"sleutel-oud-{n}.age" for n in count(1))
            self._write(next(name for name in names if not self._has(name)), half)

    def _take_away(self) -> None:
        for name in (SECRET, SECOND, PUBLIC, ENDING):
            if self._has(name):
                self._os.unlink(self.folder / name)
        sync_folder(self._os, self.folder)

    def _mend(self, chosen: str, halves: dict[str, bytes], wrong: dict[str, StoreError]) -> None:
        """Write again what is lost or damaged; a half that may hold another key goes aside, or stays.

        One that another passphrase locked, in a change that was cut off, is written over by the new one only.
        What cannot be written now, can be later.
        """
        assert self._identity
        ours, public = str(self._identity.to_public()), self._public_on_disk()
        if is_public(public) and public != ours:
            return
        other = SECOND if chosen == SECRET else SECRET
        state = wrong.get(other)
        lost = other not in halves or isinstance(state, KeyDamaged)
        replaceable = public == ours and (chosen == SECRET or state is None)
        with suppress(StoreError):
            if not self.is_ending and public != ours:
                self._write(PUBLIC, f"{ours}\n".encode())
            if lost or (replaceable and halves[other] != self._half):
                if not lost and not isinstance(state, WrongPassphrase):
                    self._keep(halves[other])
                self._write(other, self._half)

    def _write(self, name: str, text: bytes, is_new: bool = False) -> None:
        """Write a file whole; with `is_new` only where there is none, if the file system knows links."""
        temp = self.folder / f".{name}.{secrets.token_hex(8)}.tmp"
        with reported(self.folder, "de sleutel is niet bewaard in"):
            try:
                write_new(self._os, temp, [text])
                if not (is_new and self._claimed(temp, self.folder / name)):
                    self._os.replace(temp, self.folder / name)
                sync_folder(self._os, self.folder)
            except BaseException:
                with suppress(OSError):
                    self._os.unlink(temp)
                raise

    def _claimed(self, temp: Path, file: Path) -> bool:
        """Give a file its name unless another window has it; False where the file system knows no links."""
        try:
            self._os.link(temp, file)
        except FileExistsError:
            self._refuse_another()
            raise
        except OSError:
            return False
        self._os.unlink(temp)
        return True

    def _locked(self, secret: "x25519.Identity", passphrase: str) -> bytes:
        return locked(secret, passphrase)

    def _read(self, name: str) -> bytes | None:
        return self._look(name, Path.read_bytes)

    def _has(self, name: str) -> bool:
        return self._seen_at(name) is not None

    def _seen_at(self, name: str) -> Identity | None:
        return self._look(name, lambda file: identity(file.lstat()))

    def _look(self, name: str, how: Callable[[Path], T]) -> T | None:
        """Look at a file; None only when it is surely not there, for then nothing is encrypted."""
        try:
            return how(self.folder / name)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            what = f"De map {self.folder} of {name} daarin is niet te lezen"
            raise Unreadable(f"{what}; geef jezelf toegang, of kies een andere map met --map.") from error
