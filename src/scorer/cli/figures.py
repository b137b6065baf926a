"""Figures as aligned lines, each under its full name."""

from collections.abc import Iterator, Mapping


def listed(figures: Mapping[str, object]) -> str:
    """Write nested figures as lines of name and value.

    Example:
        >>> print(listed({"auc": {"all": 0.5, "news": 0.25}}), end="")
        auc all   0.5
        auc news  0.25
    """
    pairs = list(_flat(figures, ()))
    width = max((len(name) for name, _ in pairs), default=0)
    return "".join(f"{name:{width}}  {value}\n" for name, value in pairs)


def _flat(
    figures: Mapping[str, object], above: tuple[str, ...]
) -> Iterator[tuple[str, object]]:
    for key, value in figures.items():
        names = (*above, str(key).replace("_", " "))
        if isinstance(value, Mapping):
            yield from _flat(value, names)
        else:
            yield " ".join(names), value
