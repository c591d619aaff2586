"""How clean a question is: what of it was said, which frame it has, and what it adds."""
