"""The program without a screen: the plain mode and the commands."""
