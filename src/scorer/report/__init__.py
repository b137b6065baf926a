"""Scores as rows, JSON and terminal text."""
