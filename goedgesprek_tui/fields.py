"""What is typed in the fields of a form."""

from goedgesprek_tui.errors import UserError

MOST_PEOPLE = 9999


def number_in(typed: str) -> int | None:
    """Return the number of people that was typed, None for nothing; raise UserError when it is no number."""
    text = typed.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(MOST_PEOPLE))):
        raise UserError(f"„{text[:20]}” is geen aantal. Typ alleen cijfers, of laat het leeg.")
    return int(text)
