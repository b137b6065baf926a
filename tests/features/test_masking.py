"""The wording model sees how a thing is told, not what or who it is about."""

from scorer.document import Document
from scorer.features.masking import count_terms, masked_body, shown_words, spelled
from scorer.features.wording_table import Terms, strongest, wording
from scorer.reading import Reading
from scorer.text.tables import load_table

PLAIN = ("the", "was", "said", "by", "in", "he", "she", "her", "his", "closed")
WORDS = shown_words(PLAIN)
SOBER = (
    "The council said on Monday that it had found cracks in the dam, according to a"
    " report. It did not say when they were first seen."
)
SHRILL = (
    "You just know that this is the worst thing ever, and they will never tell you"
    " why. Stop this insane mess now! It is simply great, really."
)


def masked(text: str) -> list[str]:
    return masked_body(Reading.of(Document.from_text(text)), WORDS)


def found(text: str) -> Terms:
    reading = Reading.of(Document.from_text(text))
    return wording().find(masked_body(reading, wording().words))


def test_names_numbers_and_nouns_are_masked() -> None:
    shown = masked("The mill in Dorn was closed by 12 bailiffs.")
    assert shown == [".", "the", "_", "in", "N", "was", "closed", "by", "#", "_"]


def test_a_quotation_is_one_mark_whatever_it_says() -> None:
    one = masked("“The mill was closed,” he said.")
    other = masked("“Nobody ever told us a thing about it,” he said.")
    assert one == other == [".", '"', "he", "said"]


def test_women_and_men_read_the_same() -> None:
    assert masked("She said her _ was closed.") == masked("He said his _ was closed.")


def test_pairs_of_masks_say_nothing() -> None:
    terms = spelled(count_terms(["N", "_", "was", "#"]))
    assert terms == {"was": 1, "_ was": 1, "was #": 1}


def test_sober_wording_suggests_more_quality() -> None:
    plain, loud = (wording().tell(found(text)) for text in (SOBER, SHRILL))
    assert plain[0] > loud[0] + 1
    assert plain[1] < loud[1] - 1


def test_shows_the_words_that_it_judged_by() -> None:
    text = "The council said that it was closed. “Never ever,” he said of this."
    reading = Reading.of(Document.from_text(text))
    (marks,) = strongest(reading, found(text), (0,))
    shown = {text[a.span.start : a.span.end].lower(): a.label for a in marks}
    assert shown["said"] == "wording.raises"
    assert shown["this"] == "wording.lowers"
    assert "ever" not in shown


def test_the_table_holds_no_capitals_digits_or_telltales() -> None:
    telling = set(load_table("telltales")["words"].split())
    words = wording().words
    assert not telling & set(words)
    assert all(word == word.lower() and word[0].isalpha() for word in words)
