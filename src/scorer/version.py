"""The version of the program; the model and the features carry digests of their own."""

__version__ = "0.1.0"
