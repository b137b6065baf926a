"""Resolve the addresses on a page, and tell whose they are."""

from functools import lru_cache
from urllib.parse import urljoin, urlsplit

_SCHEMES = ("http", "https")
# Second-level labels under which a country registers names: example.co.uk.
_SHARED = frozenset(
    "ac co com edu go gob gov gouv ltd mil ne net nom or org plc".split()  # noqa: SIM905
)


def resolve(address: str, base: str | None) -> str | None:
    """Return an absolute web address; None for `javascript:`, `mailto:` and such.

    Example:
        >>> resolve("../b?c", "https://example.org/a/d")
        'https://example.org/b?c'
        >>> resolve("javascript:void(0)", "https://example.org/")
    """
    address = "".join(address.split())
    if not address or address.startswith("#"):
        return None
    try:
        whole = urljoin(base or "", address)
        parts = urlsplit(whole)
    except ValueError:  # "http://[" and the like
        return None
    return whole if parts.scheme in _SCHEMES and parts.netloc else None


@lru_cache(maxsize=4096)
def registered_domain(url: str) -> str:
    """Return the part of a host name that somebody registered, "" if there is none.

    Example:
        >>> registered_domain("https://news.example.co.uk:8080/a")
        'example.co.uk'
    """
    try:
        host = (urlsplit(url).hostname or "").strip(".")
    except ValueError:
        return ""
    labels = host.split(".")
    shared = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SHARED  # noqa: PLR2004
    return ".".join(labels[-3:] if shared else labels[-2:])
