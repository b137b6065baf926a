"""Load the model once, score one document or many."""
