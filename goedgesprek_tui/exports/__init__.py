"""What leaves the program: summaries for people, backups for programs."""
