from scorer.learning.uncertain import fit_sentences

_VAGUE, _PLAIN = {"many": 2, "length 2": 1}, {"numbers 3": 1, "length 2": 1}


def test_what_stands_in_uncertain_sentences_weighs_for_doubt() -> None:
    learned = fit_sentences([_VAGUE, _PLAIN] * 20, [True, False] * 20)
    assert learned["weights"]["many"] > 0.2 > -0.2 > learned["weights"]["numbers 3"]
    assert "length 2" not in learned["weights"]


def test_what_stands_in_two_sentences_only_is_not_learned() -> None:
    texts = [_VAGUE, _PLAIN] * 20 + [{"perhaps": 1}] * 2
    learned = fit_sentences(texts, [True, False] * 20 + [True] * 2)
    assert "perhaps" not in learned["weights"]


def test_without_anything_to_tell_them_apart_the_share_is_the_doubt() -> None:
    learned = fit_sentences([{"length 2": 1}] * 40, [True] * 10 + [False] * 30)
    assert -1.3 < learned["bias"] + learned["weights"].get("length 2", 0) < -0.9
