"""Many articles at once: one function from records to rows, and what carries it."""
