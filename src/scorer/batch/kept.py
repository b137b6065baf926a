"""What a comparison has found so far, kept in parts beside its output.

A part is what was found of some articles, later of some stories, in their order: who
starts the same comparison again reads the parts that are there and does the rest.
"""

import json
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from scorer import features
from scorer.batch.alone import alone
from scorer.batch.chunks import Part
from scorer.batch.inputs import find_files
from scorer.batch.manifest import Manifest, fingerprint
from scorer.batch.parts import Parts
from scorer.batch.piped import STDIN
from scorer.batch.running import prepare
from scorer.stories.objects import Told
from scorer.stories.profiles import Profile
from scorer.text.tables import load_table
from scorer.version import __version__

CHUNK: Final = 64  # articles or stories of a part
_WORTH: Final = 200  # articles; fewer are compared anew in a second or two
_TABLES: Final = ("background", "story_sources")


class Failed(NamedTuple):
    """A record that could not be read, and why."""

    path: str
    reason: str


class Known(NamedTuple):
    """What is kept of an article between the two rounds."""

    profile: Profile
    told: Told


class Kept:
    """The parts of a comparison, read and written one after the other."""

    def __init__(self, parts: Parts | None = None) -> None:
        """Begin before the first part; without any, nothing is kept."""
        self._parts = parts
        self._number = 0

    def next(self) -> list[Any] | None:
        """Return what the next part holds; None where no run has come so far."""
        found = self._parts.read(self._number + 1) if self._parts else None
        if found is None:
            return None
        self._number += 1
        return [_unpacked(*packed) for packed in json.loads(found)]

    def write(self, found: Sequence[Any]) -> None:
        """Write the next part."""
        if self._parts is None:
            return
        self._number += 1
        rows = json.dumps([_packed(one) for one in found], separators=(",", ":"))
        self._parts.write(self._number, Part(counts={}, rows=rows.encode()))


NOTHING: Final = Kept()


@contextmanager
def keeping(
    inputs: Sequence[str], articles: int, out: Path | None, *, fresh: bool
) -> Iterator[Kept]:
    """Keep what a comparison finds until its output is written.

    What is written to the terminal has no place to keep it beside, and what is piped
    in cannot be known again.

    Raises:
        OutputError: An unfinished comparison of something else is there, or one at
            work; or nothing can be written there.
    """
    file = out is not None and (out.is_file() or not out.exists())
    if out is None or not file or articles < _WORTH or STDIN in inputs:
        yield NOTHING
        return
    parts = Parts(out)
    with alone(parts):
        prepare(parts, _describe(inputs), fresh=fresh)
        yield Kept(parts)
        parts.clear()


def _describe(inputs: Sequence[str]) -> Manifest:
    """Write down all that a comparison depends on."""
    tables = json.dumps([load_table(name) for name in _TABLES], sort_keys=True)
    digest = sha256(tables.encode()).hexdigest()[:12]
    return {
        "input": fingerprint(find_files(inputs)),
        "options": {},
        "configuration": None,
        "model": f"stories {__version__} ({digest})",
        "features": features.digest(),
        "part": {"stories": CHUNK},
    }


def _packed(found: object) -> list[Any]:
    """Return what was found as JSON can hold it, its kind first."""
    if isinstance(found, Known):
        one = found.profile
        numbers, digest = one.numbers.tobytes().hex(), one.digest.hex()
        profile = [one.words, numbers, one.day, digest, one.compared]
        return ["known", profile, found.told]
    return ["failed" if isinstance(found, Failed) else "story", found]


def _unpacked(kind: str, found: list[Any], told: Sequence[Any] = ()) -> object:
    if kind == "failed":
        return Failed(*found)
    if kind == "story":
        return found
    words, numbers, day, digest, compared = found
    counts = array("f", bytes.fromhex(numbers))
    profile = Profile(words, counts, day, bytes.fromhex(digest), compared)
    return Known(profile, Told(*told))
