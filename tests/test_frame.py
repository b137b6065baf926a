"""The package imports cheaply and offers what it promises."""

import subprocess
import sys

import scorer

HEAVY = {"sklearn", "numpy", "nltk", "textstat", "pandas", "scipy", "lxml", "joblib"}


def test_every_public_name_loads() -> None:
    for name in scorer.__all__:
        assert getattr(scorer, name) is not None


def test_importing_loads_no_heavy_library() -> None:
    code = (
        "import sys, scorer; scorer.Document.from_text('It rained.');"
        "print(*{m.split('.')[0] for m in sys.modules})"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not HEAVY & set(run.stdout.split())
