"""What the engines are called; apart from them, since naming one loads none."""

from enum import StrEnum


class EngineName(StrEnum):
    """What carries a batch."""

    LOCAL = "local"
    DASK = "dask"
    SPARK = "spark"
