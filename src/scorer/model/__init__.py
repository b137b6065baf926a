"""Apply the shipped model: plain data and arithmetic, no library."""
