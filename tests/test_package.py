"""The wheel carries all that scoring needs, and scores a file far from the checkout."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.articles import ARTICLE

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run(
        [sys.executable, *command, str(ROOT)], check=True, capture_output=True
    )
    [path] = folder.glob("*.whl")
    return path


def test_the_wheel_carries_tables_model_and_types(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    tables = {p.name for p in (ROOT / "src/scorer/tables").glob("*.json")}
    assert tables
    assert {f"scorer/tables/{name}" for name in tables} <= names
    assert "scorer/models/readings/model.json" in names
    assert "scorer/py.typed" in names
    assert "scorer/batch/schemas/row.json" in names
    assert not [name for name in names if name.startswith(("tests/", "data/"))]


def test_the_wheel_scores_a_file_in_an_empty_environment(
    wheel: Path, tmp_path: Path
) -> None:
    home = tmp_path / "env"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    # The libraries come from here, so that no index is needed; scorer does not.
    libraries = sysconfig.get_path("purelib")
    query = "import sysconfig; print(sysconfig.get_path('purelib'))"
    found = subprocess.run([python, "-c", query], check=True, capture_output=True)
    site = Path(found.stdout.decode().strip())
    clean = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--python", python, "install", "--quiet"),
            *("--no-deps", "--no-index", wheel),
        ],
        check=True,
        env=clean,
    )
    (site / "borrowed.pth").write_text(f"{libraries}\n", encoding="utf-8")
    article = tmp_path / "bridge.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    run = subprocess.run(
        [scripts / "scorer", "score", article.name, "--format", "csv"],
        cwd=tmp_path,
        env=clean,
        check=False,
        capture_output=True,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert b",ok," in run.stdout
    where = subprocess.run(
        [python, "-c", "import scorer; print(scorer.__file__)"],
        cwd=tmp_path,
        env=clean,
        check=True,
        capture_output=True,
    )
    assert Path(where.stdout.decode().strip()).is_relative_to(home)
