"""A score, or a batch of them, as one self-contained page that fetches nothing."""
