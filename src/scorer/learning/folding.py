"""Tables learned without a fold's outlets, to measure that fold's articles with.

Some detectors' tables are learned from articles that the feature table holds: lines,
hedges and loaded words marked in them, and how loaded readers found their headlines.
Those are learned anew here for each fold, from corpora without the fold's outlets.
What the other tables are learned from (PolNeAR, BABE, BASIL, CoNLL-2010, Webis-17,
Stop-Clickbait) holds none of these readings; counts of words without any label, and
grades given to words apart from their texts, are taken as they are.
"""

import gzip
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeVar

from scorer.learning.corpora import read_rows
from scorer.text.tables import put_before

FOLDS: Final = range(5)
_SHIPPED: Final = Path(__file__).parents[1] / "tables"
_DATA: Final = Path(__file__).parents[3] / "data"
# In this order: each reads documents with what was learned before.
_LEARNERS: Final = (
    ("lines", "lines"),
    ("hedges", "hedges"),
    ("loaded_words", "loaded"),
    ("headlines", "headlines"),
)
_OF_ARTICLES: Final = ("articles.jsonl.gz", "ratings.jsonl.gz", "spans.jsonl.gz")
In = TypeVar("In")
Out = TypeVar("Out")


def map_fresh(
    tables: Path, task: Callable[[In], Out], items: Sequence[In], jobs: int
) -> list[Out]:
    """Do a task in fresh processes that take their tables from a folder first."""
    with ProcessPoolExecutor(
        jobs, get_context("spawn"), initializer=put_before, initargs=(tables,)
    ) as pool:
        return list(pool.map(task, items))


@contextmanager
def tables_without_folds(corpora: Path, jobs: int) -> Iterator[list[Path]]:
    """Learn, for each fold, the tables that had not seen it; gone when left."""
    with TemporaryDirectory() as home:
        folders = [Path(home) / str(k) for k in FOLDS]
        rows = list(read_rows(corpora / "articles.jsonl.gz"))
        folds = {(row["id"], row["set"]): row["fold"] for row in rows}
        for k, folder in zip(FOLDS, folders, strict=True):
            kept = {key for key, fold in folds.items() if fold != k}
            lay_out(corpora, folder, kept)
        with ThreadPoolExecutor(jobs) as threads:
            yield list(threads.map(_learn, folders))


def lay_out(corpora: Path, folder: Path, kept: AbstractSet[tuple[str, str]]) -> None:
    """Make a checkout with the corpora beside it that holds no other article."""
    shutil.copytree(_DATA / "annotations", folder / "data" / "annotations")
    shutil.copy(_DATA / "pages_invented.txt", folder / "data")
    (folder / "corpora").mkdir()
    for path in corpora.iterdir():
        if path.name not in _OF_ARTICLES:
            (folder / "corpora" / path.name).symlink_to(path.resolve())
    for name in _OF_ARTICLES:
        _copy_rows(corpora / name, folder / "corpora" / name, kept)
    tables = folder / "src" / "scorer" / "tables"
    tables.mkdir(parents=True)
    for _, table in _LEARNERS:
        shutil.copy(_SHIPPED / f"{table}.json", tables)


def _copy_rows(source: Path, target: Path, kept: AbstractSet[tuple[str, str]]) -> None:
    with gzip.open(target, "wt", encoding="utf-8", compresslevel=1) as lines:
        for row in read_rows(source):
            if (row["id"], row["set"]) in kept:
                lines.write(json.dumps(row) + "\n")


def _learn(folder: Path) -> Path:
    """Learn the tables, each in a process of its own; return their folder."""
    tables = folder / "src" / "scorer" / "tables"
    for learner, _ in _LEARNERS:
        map_fresh(tables, partial(_learn_one, folder), [learner], 1)
    return tables


def _learn_one(folder: Path, learner: str) -> None:
    tables = folder / "src" / "scorer" / "tables"
    import_module(f"scorer.learning.{learner}").learn(folder / "corpora", tables)
