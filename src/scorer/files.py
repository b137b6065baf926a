"""Read a file as a document."""
