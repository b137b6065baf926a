"""A configuration as a value: what is off, and which words were added."""

from dataclasses import dataclass
from hashlib import sha256

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """What differs from the detectors as they ship; plain values, so that it travels.

    Words are in lower case with one blank between them, as a reading has them;
    `settings.read` makes them so and checks every name.

    Attributes:
        off: Detectors and labels that mark nothing.
        loaded: Words that are always loaded.
        hedges: Words that always hedge, by kind.
        cues: Words that are read as "said" is, and judged in context as it is.
        ignored: Words that are neither loaded nor a hedge.
    """

    off: Words = ()
    loaded: Words = ()
    hedges: tuple[tuple[str, Words], ...] = ()
    cues: Words = ()
    ignored: Words = ()

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return self == Configuration()

    @property
    def digest(self) -> str:
        """Name it: equal configurations have equal names."""
        parts = [self.off, self.loaded, self.hedges, self.cues, self.ignored]
        return sha256(repr(parts).encode()).hexdigest()[:12]

    def told(self) -> str:
        """Say in one sentence that it was in force, and what it changes."""
        return f"Made under a changed configuration ({self.digest}): {self.changes()}."

    def changes(self) -> str:
        """Say what it changes.

        Example:
            >>> Configuration(off=("cross_links",), loaded=("shambles",)).changes()
            'cross_links off, 1 loaded word added'
        """
        hedges = [word for _, words in self.hedges for word in words]
        changes = [f"{', '.join(self.off)} off"] if self.off else []
        changes += [
            f"{len(words)} {name}{'s' * (len(words) != 1)} {how}"
            for words, name, how in (
                (self.loaded, "loaded word", "added"),
                (hedges, "hedge", "added"),
                (self.cues, "cue", "added"),
                (self.ignored, "word", "ignored"),
            )
            if words
        ]
        return ", ".join(changes)
