"""One module a screen: lay out, pass keys on, show."""
