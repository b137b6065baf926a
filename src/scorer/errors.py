"""The errors that a caller can act on; each says what, where, and what to do."""


class ScorerError(Exception):
    """Anything that scorer refuses to do, in one sentence for the person asking."""


class InputError(ScorerError):
    """A file or stream that cannot be read as an article."""


class LimitError(InputError):
    """An input beyond the size, depth or number that scorer accepts."""


class OutputError(ScorerError):
    """A place where results cannot be written."""


class ModelError(ScorerError):
    """A model file that is missing, damaged or made for other features."""


class TrainingError(ScorerError):
    """Training data that cannot be learned from honestly."""


class ConfigurationError(ScorerError):
    """A configuration that says something unknown or of the wrong type."""
