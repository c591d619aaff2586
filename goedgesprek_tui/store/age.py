"""The age format, by pyrage: the secret half of a key locked with a passphrase, and keys read from text.

pyrage is imported late: a folder without a passphrase never needs it.
"""

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from goedgesprek_tui.store.errors import KeyDamaged, WrongPassphrase

if TYPE_CHECKING:
    from pyrage import x25519

SHORTEST = 8
WRONG = "Dit wachtwoord past niet op deze map; typ het nog eens, en let op hoofdletters en spaties."
DAMAGED = (
    "De sleutel van deze map is weg of beschadigd; zet een kopie van sleutel.age terug in de map. Zonder die "
    "sleutel zijn de gesprekken niet te lezen."
)
TOO_MUCH_WORK = (
    "De sleutel van deze map is op een veel snellere computer gemaakt en kan hier niet open; open de map op "
    "die computer en haal het wachtwoord er daar af."
)


def too_short(passphrase: str) -> str:
    """Return what is wrong with a new passphrase; empty when it will do."""
    if len(_normal(passphrase)) >= SHORTEST:
        return ""
    return f"Een wachtwoord heeft minstens {SHORTEST} tekens; een zin van vier woorden onthoud je makkelijk."


def _normal(passphrase: str) -> str:
    """Return a passphrase as every keyboard gives it: é is one sign, also where it was typed as two."""
    return unicodedata.normalize("NFC", passphrase)


def locked(secret: "x25519.Identity", passphrase: str) -> bytes:
    """Return the secret half, locked with a passphrase by age's scrypt: a second or two of work."""
    from pyrage import passphrase as scrypt

    return scrypt.encrypt(str(secret).encode(), _normal(passphrase))


def opened(locked: bytes, passphrase: str) -> "x25519.Identity":
    """Return the secret half; raises `WrongPassphrase` or `KeyDamaged`, told apart by what age says."""
    import pyrage

    try:
        secret = pyrage.passphrase.decrypt(locked, _normal(passphrase)).decode("ascii")
        return pyrage.x25519.Identity.from_str(secret.strip())
    except (pyrage.DecryptError, pyrage.IdentityError, ValueError) as error:
        if str(error) == "Decryption failed":
            raise WrongPassphrase(WRONG) from error
        raise KeyDamaged(TOO_MUCH_WORK if str(error).startswith("Excessive") else DAMAGED) from error


def recipient(public: str, name: str) -> "x25519.Recipient":
    """Return a public key as text holds it; raises `KeyDamaged`, which calls it `name`."""
    import pyrage

    try:
        return pyrage.x25519.Recipient.from_str(public.strip())
    except pyrage.RecipientError as error:
        raise KeyDamaged(
            f"{name} is geen openbare sleutel van age: één woord dat begint met age1."
        ) from error


def is_public(text: str | None) -> bool:
    """Whether this is a public key."""
    try:
        recipient(text or "", "")
    except KeyDamaged:
        return False
    return True


def secret_in(file: Path) -> "x25519.Identity":
    """Return the secret key in a file of age-keygen; raises `KeyDamaged`."""
    from pyrage import IdentityError, x25519

    try:
        lines = file.read_text("utf-8").split("\n")
        return x25519.Identity.from_str(next((one for one in lines if one[:1] == "A"), "").strip())
    except (OSError, ValueError, IdentityError) as error:
        raise KeyDamaged(
            f"{file.name} is geen sleutel van age; kies het bestand dat age-keygen maakte."
        ) from error
