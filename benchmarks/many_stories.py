"""Time and memory of comparing many articles; benchmarks/stories.py runs it."""

import json
import os
import random
import re
import time
from collections.abc import Sequence
from typing import Any

from elsewhere import elsewhere
from joblib.externals.loky import get_reusable_executor
from resident import Peak

from scorer.batch.comparing import compare_records
from scorer.batch.records import Record

SEED = 7
NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")

Row = dict[str, Any]


def measure_scale(rows: list[Row], sizes: Sequence[int], jobs: int) -> None:
    """Time made-up batches: real articles, again and again with other names."""
    random.Random(SEED).shuffle(rows)
    for size in sizes:
        records = []
        for i in range(size):
            again, which = divmod(i, len(rows))
            ending = chr(96 + again) if again else ""
            text = NAME.sub(rf"\g<0>{ending}", rows[which]["text"])
            data = {
                "text": text,
                "id": str(i),
                "date": f"2031-{1 + i % 12:02}-{1 + i % 28:02}",
            }
            records.append(
                Record(path="made", line=i + 1, raw=json.dumps(data).encode())
            )
        start, wall, before = time.process_time(), time.perf_counter(), elsewhere()
        with Peak(os.getpid()) as peak:
            compared = compare_records(records, jobs=jobs)
        parent, took = time.process_time() - start, time.perf_counter() - wall
        spent = parent
        if jobs > 1:
            get_reusable_executor().shutdown(wait=True)  # only then it is known
            spent += elsewhere() - before
        several = sum(len(s["articles"]) > 1 for s in compared.stories)
        print(
            f"{size:,} articles: {spent:.0f} s of CPU"
            f" ({1000 * spent / size:.2f} ms each; {parent:.0f} s in the parent),"
            f" {took:.0f} s, {several} stories, peak {peak.kilobytes / 1e6:.2f} GB",
            flush=True,
        )
