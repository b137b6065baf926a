"""Find what learns the detectors' tables: every module here that has a `learn`."""

import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from scorer import learning
from scorer.errors import InputError

Learner = Callable[[Path, Path], Mapping[str, Any]]


def learners(only: Sequence[str] | None = None) -> Iterator[tuple[str, Learner]]:
    """Yield the learners by name, sorted; or only those that are named.

    Raises:
        InputError: One of the names has no learner.
    """
    known = {}
    for module in pkgutil.iter_modules(learning.__path__):
        learn = getattr(
            import_module(f"{learning.__name__}.{module.name}"), "learn", None
        )
        if learn is not None:
            known[module.name] = learn
    for name in only or ():
        if name not in known:
            raise InputError(f"nothing learns '{name}'; there are {', '.join(known)}")
    yield from (
        (name, learn) for name, learn in known.items() if name in (only or known)
    )
