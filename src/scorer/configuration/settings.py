"""Read a configuration from TOML; every mistake in it is one clear sentence.

    off = ["cross_links", "hedge.approximator"]

    [words]
    loaded = ["shambles"]
    cues = ["intoned"]
    ignored = ["war"]

    [words.hedges]
    evidential = ["the word is"]

In a `pyproject.toml` the same stands under `[tool.scorer]`.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from scorer.configuration.chosen import Configuration, Words
from scorer.configuration.marking import CUE, HEDGE, LOADED
from scorer.detectors import DETECTORS
from scorer.errors import ConfigurationError
from scorer.text.normalise import normalise
from scorer.text.words import find_words, fold

PROJECT: Final = "pyproject.toml"
# Cheaper than parsing the file of a project that says nothing of scorer.
_MENTIONED: Final = re.compile(
    rb"tool\s*\.\s*scorer\b|^\s*\[\s*tool\s*\]", re.MULTILINE
)
_LABELS: Final = {
    label: detector.name for detector in DETECTORS for label, _ in detector.labels
}
_NAMES: Final = (*dict.fromkeys(_LABELS.values()), *_LABELS)
_KINDS: Final = tuple(
    label.removeprefix(HEDGE) for label in _LABELS if label.startswith(HEDGE)
)
_TOP: Final = ("off", "words")
_LISTS: Final = ("loaded", "cues", "ignored")


def read(path: Path) -> Configuration:
    """Read the configuration in a file.

    Raises:
        ConfigurationError: The file cannot be read, or says something unknown.
    """
    table = _load(path)
    if path.name == PROJECT:
        table = _project_table(table, path) or {}
        return _Reader(f"{path}, [tool.scorer]").configuration(table)
    return _Reader(str(path)).configuration(table)


def find(folder: Path) -> Path | None:
    """Return the nearest `pyproject.toml` with a `[tool.scorer]`, here or above.

    Raises:
        ConfigurationError: One that mentions it is no TOML.
    """
    for place in (folder, *folder.parents):
        path = place / PROJECT
        try:
            mentioned = _MENTIONED.search(path.read_bytes())
        except OSError:
            continue
        if mentioned and _project_table(_load(path), path) is not None:
            return path
    return None


def _load(path: Path) -> dict[str, Any]:
    # Imported here: a run without a configuration need not pay for it.
    import tomllib  # noqa: PLC0415

    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise ConfigurationError(
            f"{path}: cannot be read ({error.strerror or error})"
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(
            f"{path}: not UTF-8 (byte {error.start + 1})"
        ) from error
    except ValueError as error:
        raise ConfigurationError(f"{path}: not TOML ({error})") from error


def _project_table(table: Mapping[str, Any], path: Path) -> dict[str, Any] | None:
    tool = table.get("tool", {})
    found = tool.get("scorer") if isinstance(tool, dict) else None
    if found is not None and not isinstance(found, dict):
        raise ConfigurationError(f"{path}: tool.scorer must be a table")
    return found


class _Reader:
    """Check what a file says; each complaint names the file and the key."""

    def __init__(self, place: str) -> None:
        self._place = place

    def configuration(self, table: Mapping[str, Any]) -> Configuration:
        self._known(table, _TOP, "")
        words = self._table(table, "words")
        self._known(words, (*_LISTS, "hedges"), "words.")
        hedges = self._table(words, "hedges", "words.")
        self._known(hedges, _KINDS, "words.hedges.")
        off = self._off(self._strings(table, "off"))
        loaded, cues, ignored = (
            self._phrases(words, name, "words.") for name in _LISTS
        )
        kinds = [(k, self._phrases(hedges, k, "words.hedges.")) for k in _KINDS]
        chosen = Configuration(
            off=off,
            loaded=loaded,
            hedges=tuple((kind, phrases) for kind, phrases in kinds if phrases),
            cues=cues,
            ignored=ignored,
        )
        self._agree(chosen)
        return chosen

    def _known(self, table: Mapping[str, Any], keys: Iterable[str], under: str) -> None:
        for key in table:
            if key not in keys:
                raise self._complaint(
                    f"unknown key {under}{key}", key, [*keys], "Known keys"
                )

    def _table(
        self, table: Mapping[str, Any], key: str, under: str = ""
    ) -> Mapping[str, Any]:
        found = table.get(key, {})
        if not isinstance(found, dict):
            raise ConfigurationError(
                f"{self._place}: {under}{key} must be a table, not {_named(found)}"
            )
        return found

    def _strings(
        self, table: Mapping[str, Any], key: str, under: str = ""
    ) -> list[str]:
        found = table.get(key, [])
        if not isinstance(found, list):
            raise ConfigurationError(
                f"{self._place}: {under}{key} must be a list of strings, "
                f"not {_named(found)}"
            )
        for item in found:
            if not isinstance(item, str):
                raise ConfigurationError(
                    f"{self._place}: {under}{key} must hold strings only, "
                    f"not {_named(item)} ({item!r})"
                )
        return found

    def _off(self, names: Iterable[str]) -> Words:
        for name in names:
            if name not in _NAMES:
                raise self._complaint(
                    f"off names {name!r}, no detector or label",
                    name,
                    [*_NAMES],
                    "Known are",
                )
        return tuple(sorted({*names}))

    def _phrases(self, table: Mapping[str, Any], key: str, under: str) -> Words:
        """Return phrases as a reading has them: lower case, one blank between."""
        found = set()
        for phrase in self._strings(table, key, under):
            words, _, _ = find_words(fold(normalise(phrase).text))
            if not words:
                raise ConfigurationError(
                    f"{self._place}: {under}{key} holds {phrase!r}, which has no word"
                )
            if key == "cues" and len(words) > 1:
                raise ConfigurationError(
                    f"{self._place}: {under}{key} holds {phrase!r}; "
                    "a cue is one word, such as 'intoned'"
                )
            found.add(" ".join(words))
        return tuple(sorted(found))

    def _agree(self, chosen: Configuration) -> None:
        """Refuse words for what is off, and one word in two lists."""
        wanted = {LOADED: chosen.loaded, CUE: chosen.cues}
        wanted |= {f"{HEDGE}{kind}": words for kind, words in chosen.hedges}
        seen: dict[str, str] = {}
        for label, words in wanted.items():
            for off in (label, _LABELS[label]):
                if words and off in chosen.off:
                    raise ConfigurationError(
                        f"{self._place}: words are added to {label}, but off "
                        f"switches {off} off"
                    )
            for word in words:
                if seen.setdefault(word, label) != label:
                    raise ConfigurationError(
                        f"{self._place}: {word!r} is added to {seen[word]} and "
                        f"to {label}"
                    )

    def _complaint(
        self, fault: str, given: str, valid: list[str], intro: str
    ) -> ConfigurationError:
        from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

        near = get_close_matches(given, valid, n=1)
        meant = f"; did you mean {near[0]}?" if near else "."
        return ConfigurationError(
            f"{self._place}: {fault}{meant} {intro}: {', '.join(valid)}"
        )


def _named(value: object) -> str:
    names = {str: "a string", bool: "a boolean", dict: "a table", list: "a list"}
    return names.get(type(value), f"a {type(value).__name__}")
