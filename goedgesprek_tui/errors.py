"""The errors that are told to the user."""


class UserError(Exception):
    """Something that cannot be done; its text is one Dutch sentence: what is wrong, where, what to do."""


class Refused(UserError):
    """An act of the talk that cannot be done."""
