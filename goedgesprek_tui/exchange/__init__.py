"""Conversations of colleagues: read from their files, laid beside ours note by note, and kept here."""
