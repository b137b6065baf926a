"""What a report depends on, and how to say that it is no longer the same."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from scorer.batch.chunks import PART_BYTES, PART_ROWS, Task
from scorer.batch.judging import load_judge

Manifest = Mapping[str, Any]


def describe(paths: Iterable[Path], task: Task) -> dict[str, Any]:
    """Write down all that the rows of a batch depend on."""
    judge = load_judge(task.model, task.configuration)
    changed = task.configuration
    return {
        "input": fingerprint(paths),
        "options": {
            "columns": {part: list(names) for part, names in task.columns.names},
            "fail_under": task.fail_under,
            "format": task.form,
            "spans": task.spans,
        },
        "configuration": changed.told() if changed else None,
        "model": judge.model_digest,
        "features": judge.features_digest,
        "part": {"rows": PART_ROWS, "bytes": PART_BYTES},
    }


def fingerprint(paths: Iterable[Path]) -> dict[str, Any]:
    """Say in few words which files these are, and in what state."""
    digest = sha256()
    number = total = 0
    for path in paths:
        try:
            state = path.stat()
            size, changed = state.st_size, state.st_mtime_ns
        except OSError:
            size, changed = 0, 0
        number += 1
        total += size
        digest.update(f"{path}\0{size}\0{changed}\n".encode("utf-8", "replace"))
    return {"files": number, "bytes": total, "digest": digest.hexdigest()[:16]}


def changes(earlier: Manifest, now: Manifest) -> str:
    """Say what is no longer what it was; empty if nothing is."""
    return "; ".join(_changes(earlier, now))


def _changes(earlier: Manifest, now: Manifest) -> Iterator[str]:
    if earlier.get("input") != now["input"]:
        yield _input(earlier.get("input") or {}, now["input"])
    for name, value in now["options"].items():
        was = (earlier.get("options") or {}).get(name)
        if was != value:
            yield _option(name, was, value)
    if earlier.get("configuration") != now["configuration"]:
        yield "--config says something else"
    elif earlier.get("features") != now["features"]:
        yield f"the features were {earlier.get('features')} and are {now['features']}"
    if earlier.get("model") != now["model"]:
        yield f"the model was {earlier.get('model')} and is {now['model']}"
    if earlier.get("part") != now["part"]:
        yield "this version of scorer cuts the work into other parts"


def _input(was: Manifest, now: Manifest) -> str:
    sizes = [
        f"{i.get('files', 0):,} files of {i.get('bytes', 0):,} bytes"
        for i in (was, now)
    ]
    if sizes[0] == sizes[1]:
        return "the input files were changed, renamed or put in another order"
    return f"the input was {sizes[0]} and is {sizes[1]}"


def _option(name: str, was: object, now: object) -> str:
    if isinstance(was, dict) and isinstance(now, dict):
        parts = [part for part in now if was.get(part) != now[part]]
        return ", ".join(
            f"--{part}-column was {_names(was.get(part))} and is {_names(now[part])}"
            for part in parts
        )
    return f"--{name.replace('_', '-')} was {_shown(was)} and is {_shown(now)}"


def _names(value: object) -> str:
    return "/".join(map(str, value)) if isinstance(value, list) else str(value)


def _shown(value: object) -> str:
    if value is True:
        return "given"
    return "not given" if value is None or value is False else str(value)
