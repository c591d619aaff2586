"""What a typed line does: one list of commands for the live screen and the plain mode."""
