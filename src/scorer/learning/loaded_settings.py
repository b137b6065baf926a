"""What of the table of loaded words is set by hand."""

from typing import Final

TOKENS: Final[dict[str, str]] = {
    "intensifiers": "absolutely all almost awfully beyond completely deeply "
    "downright even ever extremely fairly highly incredibly just more most "
    "outright particularly perfectly pretty quite rather really simply so "
    "such terribly too totally truly utterly very wildly",
    "persons": "i me my we us our you your",
    "speech": "according added adding admitted alleged announced argued asked "
    "asserted called calling calls claimed claiming claims concluded declared "
    "accused accusing agreed answered arguing bragged criticised criticized "
    "described dubbed explained expressed expressing insisted insisting insists "
    "noted pledged praised promised proposed proposing quoted recalled referred "
    "replied reported said saying says shouted shouting spoke stated statement "
    "suggested tells told tweeted urged vowed vowing warned warning wrote writes",
}

SCARE_QUOTE: Final = {
    "bias": 0.6,
    "kind=headline": -1.0,
    "words=2": -0.2,
    "words=3": -0.5,
    "speech": -1.6,
    "stop_inside": -1.0,
    "capital": -1.6,
    "number": -2.0,
    "quoted_beside": -0.6,
    "before=so-called": 1.5,
    "before=as": -1.5,
    "before=called": -1.5,
    "before=dubbed": -1.5,
    "before=known": -1.5,
    "before=labelled": -1.5,
    "before=labeled": -1.5,
    "before=named": -1.5,
    "before=term": -1.5,
    "before=termed": -1.5,
    "before=titled": -2.0,
    "before=word": -1.5,
    "cool": -1.0,
    "fragment": -1.5,
    "glossed": -1.5,
    "markup": -3.0,
}

# A word that nobody graded or marked may settle what a lone sentence is; in an article,
# where there are better ones, it would be a silly mark too often.
GUESSED_IN_LONG: Final = {"guessed=long": -3.0}
