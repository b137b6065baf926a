"""Through which media statements came that name none beside their cue.

What a medium reports somebody to have said came through it; who was heard through a
medium once was, as a rule, heard through it throughout; and nobody was heard through
the outlet itself.
"""

from collections.abc import Collection, Sequence
from itertools import islice
from typing import Final

from scorer.detectors.attributions.parts import Speaker, Statement
from scorer.detectors.attributions.people import People
from scorer.detectors.attributions.publishers import own_media
from scorer.detectors.attributions.relays import Carriers
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.writing import plain

_CARRIERS: Final = 100  # sentences that name media; no article has more


def with_channels(
    around: Surroundings,
    statements: Sequence[Statement],
    speakers: Sequence[Speaker],
    people: People,
    carriers: Carriers,
) -> list[Speaker]:
    """Return the speakers with the media that are named elsewhere."""
    own = own_media(around, statements, speakers, people)
    found = [_without(speaker, own) for speaker in speakers]
    found = _reported(around, statements, found)
    known = _named_beside(around, people, carriers, own)
    for statement, speaker in zip(reversed(statements), reversed(found), strict=True):
        if statement.shown:
            continue  # who signs a post that stands here was heard elsewhere too
        if speaker.via is not None and speaker.number is not None:
            known[speaker.number] = speaker.via
    return [
        speaker._replace(via=known[speaker.number])
        if speaker.via is None and speaker.number in known and speaker.kind != "media"
        else speaker
        for speaker in found
    ]


def _without(speaker: Speaker, own: Collection[int]) -> Speaker:
    return speaker._replace(via=None, relay=None) if speaker.via in own else speaker


def _reported(
    around: Surroundings, statements: Sequence[Statement], speakers: Sequence[Speaker]
) -> list[Speaker]:
    """Give what stands within a medium's report that medium."""
    reports = [
        (statement.content, speaker.number)
        for statement, speaker in zip(statements, speakers, strict=True)
        if speaker.kind == "media" and statement.content and speaker.number is not None
    ]
    found = []
    for statement, speaker in zip(statements, speakers, strict=True):
        place = around.reading.starts[statement.head]
        if speaker.via is None and speaker.number is not None:
            media = (
                number
                for (start, end), number in reports
                if start <= place < end and number != speaker.number
            )
            found.append(speaker._replace(via=next(media, None)))
        else:
            found.append(speaker)
    return found


def _named_beside(
    around: Surroundings, people: People, carriers: Carriers, own: Collection[int]
) -> dict[int, int]:
    """Return through whom persons came who are named beside a medium."""
    known: dict[int, int] = {}
    for number, places in islice(carriers.places.items(), _CARRIERS):
        _, first, last, _ = around.reading.sentences[number]
        here = {
            plain(around.words[i])
            for i in range(first, last)
            if around.capital[i] and not around.reading.quoted[i]
        }
        speaking = people.speaking(here)
        medium = people.medium(places[0]) if speaking else None
        if medium is not None and medium not in speaking and medium not in own:
            known |= dict.fromkeys(speaking, medium)
    return known
