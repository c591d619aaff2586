"""Many conversations together: which ones, what was heard in how many of them, and what still waits.

Pure: sessions come in, and what is found in them goes out; the texts are those of the sessions.
"""
