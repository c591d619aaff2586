"""Clean Language: choosing the words of a parent and putting them into questions."""
