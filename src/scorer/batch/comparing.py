"""Compare the records of a batch: profiles first, then each story by itself.

What stays in memory is the records as they came and a few kilobytes for each article;
documents are parsed once for their profile, and again where a story has several.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Any, NamedTuple, TypeVar

from scorer.batch.columns import DEFAULT_COLUMNS, Columns
from scorer.batch.kept import CHUNK, NOTHING, Failed, Kept, Known
from scorer.batch.on_local import in_processes
from scorer.batch.records import Record, read_record
from scorer.document import Document
from scorer.errors import InputError
from scorer.stories.comparing import look_into
from scorer.stories.grouping import group
from scorer.stories.objects import Told, story_cells, story_object, told_apart
from scorer.stories.profiles import Profile

Item = TypeVar("Item")
Made = TypeVar("Made")


# Told how many there are to come of what, it says where to send how many are done.
Show = Callable[[Mapping[str, int]], None]
Follow = Callable[[Callable[[], int], str], AbstractContextManager[Show]]


class Task(NamedTuple):
    """A story to look into: its id, and its records with what is known of them."""

    name: str
    records: tuple[Record, ...]
    told: tuple[Told, ...]
    columns: Columns


@dataclass(frozen=True, slots=True)
class Compared:
    """The stories of a batch as objects.

    Attributes:
        members: For each story the numbers of its records.
        cells: For each record what a report's row says of its story; empty for one
            that could not be read.
    """

    stories: tuple[dict[str, Any], ...]
    members: tuple[tuple[int, ...], ...]
    cells: tuple[Mapping[str, str | int | float], ...]
    failures: tuple[Failed, ...]
    notes: tuple[str, ...]


def unseen(_total: Callable[[], int], _what: str) -> AbstractContextManager[Show]:
    """Follow nothing."""
    return nullcontext(lambda _: None)


def compare_records(
    records: Sequence[Record],
    columns: Columns = DEFAULT_COLUMNS,
    jobs: int = 1,
    follow: Follow = unseen,
    kept: Kept = NOTHING,
) -> Compared:
    """Group records into stories and look into each.

    Args:
        records: The articles.
        columns: What a table's columns mean.
        jobs: Processes to work in.
        follow: Shows how far it is, once for the articles and once for the stories.
        kept: What an earlier run found, and where to keep what this one finds.
    """
    looked = _look_at(records, columns, jobs, follow, kept)
    numbers = [i for i, known in enumerate(looked) if isinstance(known, Known)]
    known = [k for k in looked if isinstance(k, Known)]
    told = told_apart(k.told for k in known)
    found = group([k.profile for k in known])
    tasks = [
        Task(
            f"s{n}",
            tuple(records[numbers[i]] for i in members),
            tuple(told[i] for i in members),
            columns,
        )
        for n, members in enumerate(found.stories, start=1)
    ]
    stories: list[dict[str, Any]] = []
    cells: list[Mapping[str, str | int | float]] = [{}] * len(records)
    with follow(lambda: len(tasks), "stories looked into") as show:
        told_of = _carry(_tell, tasks, jobs, kept)
        for members, (story, rows) in zip(found.stories, told_of, strict=True):
            stories.append(story)
            for i, row in zip(members, rows, strict=True):
                cells[numbers[i]] = row
            show({"rows": len(stories)})
    failures = tuple(f for f in looked if isinstance(f, Failed))
    members_of = tuple(tuple(numbers[i] for i in story) for story in found.stories)
    return Compared(tuple(stories), members_of, tuple(cells), failures, found.notes)


def _look_at(
    records: Sequence[Record],
    columns: Columns,
    jobs: int,
    follow: Follow,
    kept: Kept,
) -> list[Known | Failed]:
    looked: list[Known | Failed] = []
    items = ((record, columns) for record in records)
    failed = 0
    with follow(lambda: len(records), "articles compared") as show:
        for known in _carry(_look, items, jobs, kept):
            looked.append(known)
            failed += isinstance(known, Failed)
            show({"rows": len(looked), "error": failed})
    return looked


def _look(item: tuple[Record, Columns]) -> Known | Failed:
    record, columns = item
    try:
        document = read_record(record, columns)
        told = Told.of(document, record.path)._replace(text="")
        return Known(Profile.of(document), told)
    except InputError as error:
        reason = str(error)
    except Exception as error:  # noqa: BLE001 - no record may stop the others
        reason = f"{type(error).__name__}: {error}"
    if record.path not in reason:
        reason = f"{record.place}: {reason}"
    return Failed(record.path, reason)


def _tell(task: Task) -> tuple[dict[str, Any], list[dict[str, str | int | float]]]:
    documents: dict[int, Document] = {}

    def fetch(number: int) -> Document:
        documents[number] = read_record(task.records[number], task.columns)
        return documents[number]

    story = look_into(task.name, tuple(range(len(task.records))), fetch)
    told = [
        one._replace(text=documents[i].text) if i in documents else one
        for i, one in enumerate(task.told)
    ]
    rows = [story_cells(story, i) for i in range(len(told))]
    return story_object(story, told), rows


def _carry(
    work: Callable[[Item], Made], items: Iterable[Item], jobs: int, kept: Kept
) -> Iterator[Made]:
    """Do the work that no earlier run did, here or elsewhere; order is kept."""
    chunks = _chunks(items)
    for chunk in chunks:
        found = kept.next()
        if found is None:
            chunks = chain([chunk], chunks)
            break
        yield from found
    for made in _done(work, chunks, jobs):
        kept.write(made)
        yield from made


def _done(
    work: Callable[[Item], Made], chunks: Iterable[list[Item]], jobs: int
) -> Iterator[list[Made]]:
    if jobs == 1:
        yield from (_each(work, chunk) for chunk in chunks)
        return
    yield from in_processes(partial(_each, work), chunks, jobs)


def _each(work: Callable[[Item], Made], items: Sequence[Item]) -> list[Made]:
    return [work(item) for item in items]


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    left = iter(items)
    while chunk := list(islice(left, CHUNK)):
        yield chunk
