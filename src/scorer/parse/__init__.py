"""From what was scraped to text, segments and links; no other stage changes text."""
