"""Finding personal data in what was written down: patterns, words that say who somebody is, lists of names.

Nothing here changes a text, knows a screen or writes to a disk; it reads only its own lists.
"""
