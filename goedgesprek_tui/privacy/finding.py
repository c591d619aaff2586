"""What a search for personal data gives: where it stands, what it is, and why that was thought."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of personal data a finding is; the values stand in the JSON of `goedgesprek namen`."""

    PERSON = "persoon"
    PHONE = "telefoon"
    EMAIL = "email"
    ADDRESS = "adres"
    BIRTH = "geboortedatum"
    BSN = "bsn"
    SCHOOL = "school"
    OTHER = "overig"


@dataclass(frozen=True, order=True)
class Finding:
    """A part of a text, `text[start:end]` in code points, that may point at a person.

    `reason` is a part of a Dutch sentence for the reader: why this was found. `certain` is False for what
    only may be personal. `role` is what can stand in its place, without the brackets: `naam kind`, `juf`;
    empty when that is not known. `special` marks what the law protects most: health, belief, origin.
    """

    start: int
    end: int
    kind: Kind
    reason: str
    certain: bool = True
    role: str = ""
    special: bool = False

    def words(self, text: str) -> str:
        """Return the part of the text that was found."""
        return text[self.start : self.end]
