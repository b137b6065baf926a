"""How a score is shown: the CSV row, JSON, the terminal."""
