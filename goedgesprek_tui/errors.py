"""The one kind of error that is told to the user."""


class UserError(Exception):
    """Something that cannot be done; its text is one Dutch sentence: what is wrong, where, what to do."""
