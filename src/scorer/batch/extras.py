"""Libraries that only some batches need, and that a user installs by an extra."""

from importlib import import_module
from types import ModuleType
from typing import Final

from scorer.errors import ScorerError

# What each extra of pyproject.toml brings.
EXTRAS: Final = {
    "parquet": "pyarrow",
    "report": "vl_convert",
    "warc": "warcio",
    "zst": "scorer.batch.zstd",
    "dask": "distributed",
    "spark": "pyspark",
}


def need(extra: str, purpose: str) -> ModuleType:
    """Import what an extra brings.

    Raises:
        ScorerError: It is not installed; the sentence says how to install it.
    """
    try:
        return import_module(EXTRAS[extra])
    except ImportError as error:
        raise ScorerError(
            f"{purpose} needs a library that is not installed; "
            f"try: pip install 'scorer[{extra}]'"
        ) from error
