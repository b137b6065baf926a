from scorer.document import Document
from scorer.reading import Reading
from scorer.stories.passages import Runs, overlaps, text_groups

LONG = (
    "The council of Morwen voted to spend three million crowns on new kitchens. Work"
    " starts in July and should end before the first frost. Pupils will eat in the old"
    " gymnasium until then, and parents may bring lunch to the gate."
)
SPEECH = (
    '"We have waited eleven years for this kitchen and we will not wait for another'
    ' winter to pass before the children eat a warm meal," the mayor said.'
)


def runs(text: str) -> Runs:
    return Runs.of(Reading.of(Document.from_text(text)))


def test_an_abridged_copy_is_contained_wholly() -> None:
    whole, part = runs(LONG), runs(LONG[:150])
    assert part.contained(whole) > 0.9
    assert whole.contained(part) < 0.7


def test_a_shared_quotation_is_no_copy() -> None:
    one = runs(f"Cheers rose in the hall on Monday. {SPEECH}")
    other = runs(f"There was a long debate first in Morwen. {SPEECH}")
    assert one.contained(other) == 0.0


def test_a_changed_word_does_not_cut_a_passage_in_two() -> None:
    changed = LONG.replace("gymnasium", "sports hall")
    passages = runs(LONG).passages(runs(changed))
    assert len(passages) == 1


def test_one_link_does_not_chain_two_texts_into_one() -> None:
    shares = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.12}
    assert text_groups(5, shares) == [[0, 1], [2, 3], [4]]


def test_only_pairs_that_share_runs_are_compared() -> None:
    shares = overlaps([runs(LONG), runs(SPEECH), runs(LONG[:150])])
    assert set(shares) == {(0, 2)}
