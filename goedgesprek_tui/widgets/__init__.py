"""Parts of screens: show a value, tell what was done."""
