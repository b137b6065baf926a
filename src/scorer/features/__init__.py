"""From readings and annotations to named numbers with units."""
