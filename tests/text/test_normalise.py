"""What looks the same to a reader comes out the same."""

import unicodedata

import pytest
from hypothesis import given

from scorer.text.normalise import _PUNCTUATION, normalise
from tests.strategies import texts


@pytest.mark.parametrize(
    ("given_text", "plain"),
    [
        ("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg", "a\nb\nc\nd\ne\nf\ng"),
        ("two\u00a0words\u2009here\u3000now\tthen", "two words here now then"),
        ("in\u200bvis\u200dib\u2060le so\u00adft \ufeffmark", "invisible soft mark"),
        ("left\u202eright\u202c", "leftright"),
        ("heart\ufe0f", "heart"),
        ("nul\x00 bell\x07", "nul bell"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("ｆｕｌｌ ｗｉｄｔｈ", "full width"),
        ("\U0001d401\U0001d428\U0001d425\U0001d41d", "Bold"),
        ("ﬁne ﬂour", "fine flour"),
        ("s\u0336truck", "struck"),
        ("cafe\u0301", "café"),
        ("s\u0430id \u041de", "said He"),
        ("``so,'' he said", "``so,'' he said"),
        ("““so,”” he said", "“so,” he said"),
        ("‘‘so,’’ he said", "“so,” he said"),
        ('""so,"" he said', '"so," he said'),
        ("Q&amp;A &quot;x&quot; it&#8217;s&nbsp;on", 'Q&A "x" it’s on'),
        ("Q&amp;amp;amp;A", "Q&A"),
        ("it&#x27;s R&D; AT&T", "it's R&D; AT&T"),
        ("donâ€™t", "don’t"),
        ("Â£5", "£5"),
        ("a\x93b\x94 \x96 c", "a“b” – c"),
        ("  a   b  \n   c ", "a b\nc"),
        ("a\n\n\nb", "a\n\n\nb"),
    ],
)
def test_reads_a_text_as_a_reader_would(given_text: str, plain: str) -> None:
    assert normalise(given_text).text == plain


@pytest.mark.parametrize(
    "text",
    [
        "Ordinary “words” — with ‘quotes’, £5, a café and Łódź.",
        "It rose by 5 μg; TNFα and PGC-1α fell.",
        "The word жук means beetle, and сор litter.",
        "Zürich, São Paulo, Ærø: naïve façade.",
        "你好世界。",
        "Привет, мир. Он сказал: нет.",
        "AT&T, R&D, a & b; x &c.",
    ],
)
def test_leaves_what_is_plain_alone(text: str) -> None:
    assert normalise(text) == (text, ())


def test_says_what_a_reader_should_know() -> None:
    assert normalise("s\u0430id \u041de").notes == (
        "2 look-alike letters were read as Latin ones.",
    )
    assert normalise("\U0001d401").notes == (
        "1 styled letter was read as a plain one.",
    )
    assert normalise("a\u200bb\u200bc\u200bd").notes == (
        "3 invisible characters were left out.",
    )


@given(text=texts())
def test_doing_it_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text).text
    assert normalise(once) == (once, ())


@given(text=texts())
def test_nothing_invisible_stays(text: str) -> None:
    plain = normalise(text).text
    assert "  " not in plain
    assert not set(plain) & set("\r\t\u00a0\u200b\u00ad\ufeff\u2028\ud800\u202e")
    assert all(line == line.strip() for line in plain.split("\n"))


def test_what_is_not_put_in_normal_form_is_in_it() -> None:
    passed_over = "".join(map(chr, range(0x300))) + "".join(sorted(_PUNCTUATION))
    assert unicodedata.is_normalized("NFC", passed_over)
    assert not any(map(unicodedata.combining, passed_over))
    assert normalise("cafe\u0301 “fine”").text == "café “fine”"
