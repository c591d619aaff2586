"""Exercises that trainers write in Markdown: dialogues, sets of cards, observation forms."""
