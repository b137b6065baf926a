"""Read JSON-LD as pages have it: nested, listed, in a graph, and often broken."""

import json
import re
from collections.abc import Iterator
from typing import Any

_MAX_NODES = 5_000
_ARTICLE = re.compile(
    r"(?:article|blogposting|report|review|liveblog\w*)$", re.IGNORECASE
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$|;\s*$"
)
_FIELD = re.compile(
    r'"(headline|datePublished|author|name)"\s*:\s*("(?:[^"\\]|\\.){1,300}")'
)


def find_articles(script: str) -> Iterator[dict[str, Any]]:
    """Yield the articles that a script of JSON-LD describes, the outermost first.

    Example:
        >>> [a["headline"] for a in find_articles('[{"@type": "NewsArticle",'
        ...  ' "headline": "Rain", }]')]
        ['Rain']
    """
    waiting = [_read(script)]
    for seen, node in enumerate(waiting):
        if seen > _MAX_NODES:
            return
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            if _is_article(node.get("@type")):
                yield node
            waiting.extend(v for v in node.values() if isinstance(v, (dict, list)))


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(k, str) and _ARTICLE.search(k) for k in kinds)


def _read(script: str) -> object:
    plain = _WRAPPING.sub("", script)
    for text in (script, _TRAILING_COMMA.sub("", plain)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return _salvage(script)


def _salvage(script: str) -> dict[str, Any]:
    """Pick the plain fields out of what is no JSON."""
    found: dict[str, Any] = {}
    for name, value in _FIELD.findall(script):
        if name != "name":
            try:
                found.setdefault(name, json.loads(value, strict=False))
            except ValueError:
                continue
    return {"@type": "Article", **found} if "headline" in found else {}
