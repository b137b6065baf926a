"""Pure functions from strings to values, and the tables they look words up in."""
