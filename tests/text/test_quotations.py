"""Quotations in every style of mark; apostrophes are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.text.quotations import find_quotations
from scorer.text.words import fold


@pytest.mark.parametrize(
    "marked",
    [
        'He said "[[so]]".',
        "“[[It rained,]]” he said, “[[and it stopped.]]”",
        '"[[It rained,]]" he said, "[[and it stopped.]]"',
        "«[[Il pleut]]», „[[es regnet]]“, »[[det regner]]«, ‹[[piove]]›, ‚[[regnet]]‘",
        "''[[It rained,]]'' he said. ``[[So it did,]]'' she said.",
        "Officials '[[urgently evacuating]]' from Ostwick",
        "‘[[Why are we doing this?]]’ asks ‘[[furious]]’ mayor",
        "'[[I don't know,]]' he said, '[[but the boys' room is open.]]'",
        "'[[The boys' room is a mess]]', she said",
        "He called it \"[[a 'very' bad day]]\" and left.",
        "'[[He said \"no\" to me,]]' she said.",
        '("[[Never]]") — "[[always]]"—"[[often]]"',
        '"[[It rained.]]" "[[It did.]]"',
        "\"[[She said 'no']]\"",
        '"[[What?]]"he asked.',
        "the boys' room, Ukraine’s army, the '90s, rock 'n' roll, get 'em, 'tis so",
        "the Joneses' and the Smiths' dogs' owners'",
        "He is 6'2\" tall and 5'11'' wide.",
        "It was the summer of ’69, he's sure. O'Brien doesn't.",
        'a stray mark" closes nothing',
        'He said "[[it rained.]] She said "[[it did]]" and left.',
        '"[[It rained. We left.]]',
        'He said: "[[It rained and we',
        "'[[Broken]]' agreements, easy escapes",
        "Mayor: '[[It's over]]'",
        "“[[[The] bridge]]” — “[[$5m]]”, “[[…and so]]”",
    ],
)
def test_finds_what_is_quoted(marked: str) -> None:
    text = marked.replace("[[[", "[[\0").replace("[[", "").replace("]]", "")
    text = text.replace("\0", "[")
    expected = [
        piece.split("]]")[0].replace("\0", "[")
        for piece in marked.replace("[[[", "[[\0").split("[[")[1:]
    ]
    found = [q.inner.of(text) for q in find_quotations(fold(text))]
    assert found == expected


def test_a_quotation_carried_over_ends_at_the_first_closing_mark() -> None:
    text = 'and it stopped," he said. "Then it rained."'
    found = [q.inner.of(text) for q in find_quotations(text, carried=True)]
    assert found == ["and it stopped,", "Then it rained."]


def test_tells_whether_a_quotation_was_closed() -> None:
    assert [q.closed for q in find_quotations('"yes" he said, "and no')] == [
        True,
        False,
    ]


_PIECES = ["'", '"', "''", "“", "”", "‘", "’", "«", "»", " ", "a", "the boys", ".", ","]


@given(st.one_of(st.text(), st.lists(st.sampled_from(_PIECES)).map("".join)))
def test_quotations_are_sorted_and_lie_inside_their_paragraph(text: str) -> None:
    folded = fold(text)
    found = find_quotations(folded)
    at = 0
    for quotation in found:
        (start, end), (first, last) = quotation.span, quotation.inner
        assert at <= start <= first < last <= end <= len(folded)
        at = end


@given(st.text(alphabet="ab '\" .,s"))
def test_curls_change_nothing(text: str) -> None:
    curly = text.replace('"', "“").replace("'", "’")
    assert find_quotations(fold(text)) == find_quotations(fold(curly))
