"""A comparison as plain objects, ready for JSON, and as the columns of a report."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple, Self

from scorer.document import Document
from scorer.stories.comparing import Comparison
from scorer.stories.values import Claim, Link, Origin, Passage, Shown, Story
from scorer.types import Span

COLUMNS: Final = ("story", "story_size", "origins_independent", "copied_share")
_DIGITS: Final = 3


class Told(NamedTuple):
    """An article as reports name it.

    Attributes:
        path: Where it came from, "" where that is not known.
        text: Empty where no story shows anything of it.
    """

    id: str
    path: str
    title: str | None
    outlet: str | None
    published: str | None
    text: str = ""

    @classmethod
    def of(cls, document: Document, path: str = "") -> Self:
        """Take what reports show of a document."""
        return cls(
            document.id,
            path,
            document.title,
            document.outlet,
            document.published,
            document.text,
        )


def told_apart(told: Iterable[Told]) -> list[Told]:
    """Give each article an id of its own, also where one was given twice."""
    seen: Counter[str] = Counter()
    apart = []
    for one in told:
        seen[one.id] += 1
        again = seen[one.id]
        apart.append(one if again == 1 else one._replace(id=f"{one.id}~{again}"))
    return apart


def to_object(comparison: Comparison) -> dict[str, Any]:
    """Make the object of a comparison: its stories, and notes on how it was made."""
    told = told_apart(map(Told.of, comparison.documents))
    stories = [
        story_object(s, [told[i] for i in s.articles]) for s in comparison.stories
    ]
    return {"stories": stories, "notes": list(comparison.notes)}


def story_cells(story: Story, article: int) -> dict[str, str | int | float]:
    """Return what a report's row says of the story of its article."""
    return {
        "story": story.id,
        "story_size": len(story.articles),
        "origins_independent": story.origins_independent,
        "copied_share": round(story.copied[article], _DIGITS),
    }


def story_object(story: Story, told: Sequence[Told]) -> dict[str, Any]:
    """Make the object of one story from its articles, in its order."""
    return {
        "id": story.id,
        "articles": [
            _article(t, share) for t, share in zip(told, story.copied, strict=True)
        ],
        "origins_independent": story.origins_independent,
        "origins": [_origin(o, n, told) for n, o in enumerate(story.origins, start=1)],
        "links": [_link(link, told) for link in story.links],
        "claims": [_claim(claim, told) for claim in story.claims],
        "chains": [list(chain) for chain in story.chains],
        "notes": list(story.notes),
    }


def _article(told: Told, share: float) -> dict[str, Any]:
    return {
        "id": told.id,
        "path": told.path,
        "title": told.title,
        "outlet": told.outlet,
        "published": told.published,
        "copied_share": round(share, _DIGITS),
    }


def _origin(origin: Origin, number: int, told: Sequence[Told]) -> dict[str, Any]:
    return {
        "id": f"o{number}",
        "kind": origin.kind,
        "name": origin.name,
        "articles": [told[i].id for i in origin.articles],
        "passages": [_shown(shown, told) for shown in origin.shown],
    }


def _link(link: Link, told: Sequence[Told]) -> dict[str, Any]:
    return {
        "kind": link.kind.value,
        "from": told[link.one].id,
        "to": None if link.other is None else told[link.other].id,
        "name": link.name,
        "share": round(link.share, _DIGITS),
        "passages": [_passage(p, link, told) for p in link.passages],
    }


def _passage(passage: Passage, link: Link, told: Sequence[Told]) -> dict[str, Any]:
    both = {"from": _place(passage.span, told[link.one])}
    if link.other is not None and passage.other != passage.span:
        both["to"] = _place(passage.other, told[link.other])
    return both


def _claim(claim: Claim, told: Sequence[Told]) -> dict[str, Any]:
    return {
        "source": claim.source,
        "origins": [f"o{number + 1}" for number in claim.origins],
        "rests_on_one": len(claim.origins) == 1,
        "passages": [_shown(shown, told) for shown in claim.shown],
    }


def _shown(shown: Shown, told: Sequence[Told]) -> dict[str, Any]:
    return {
        "article": told[shown.article].id,
        **_place(shown.span, told[shown.article]),
    }


def _place(span: Span, told: Told) -> dict[str, Any]:
    return {
        "start": span.start,
        "end": span.end,
        "text": span.of(told.text),
    }
