"""Practice: what a trainee does with the exercises, pure."""
