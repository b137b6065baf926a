"""Files become documents, or one sentence that says why not."""

import gzip
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scorer
from scorer import files
from scorer.errors import InputError, LimitError
from scorer.files import document_from_bytes, read, walk

STORY = (
    "Two cows fled the fair at Dunmore.\n\nNobody was hurt, said Ada Finch, the mayor."
)
ROW = {
    "title": "Cows flee",
    "text": STORY,
    "url": "https://echo.example/1",
    "source": "Dale Echo",
    "date": "2021-05-04",
}


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", STORY.encode()),
        ("a.txt", STORY.replace("\n", "\r\n").encode("utf-16")),
        ("a.TXT", STORY.encode("cp1252")),
        ("a.txt.gz", gzip.compress(STORY.encode(), mtime=0)),
        (
            "a.gz",
            gzip.compress(STORY[:20].encode()) + gzip.compress(STORY[20:].encode()),
        ),
        ("a", STORY.encode()),
        ("a.md", STORY.replace("cows", "**cows**").encode()),
        ("a.json", json.dumps({"text": STORY}).encode()),
        ("a.json", json.dumps({"content": STORY}).encode("utf-8-sig")),
        ("a.json.gz", gzip.compress(json.dumps({"body": STORY}).encode(), mtime=0)),
        ("a", json.dumps({"body": STORY}).encode()),
        ("a", json.dumps({"body": STORY}, indent=1).encode()),
    ],
)
def test_reads_every_kind_of_file_alike(tmp_path: Path, name: str, data: bytes) -> None:
    assert read(write(tmp_path / name, data)).text == STORY
    assert scorer.read(str(tmp_path / name)).text == STORY


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.html.gz", "a"])
def test_reads_html_whatever_its_name(tmp_path: Path, name: str) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in STORY.split("\n\n") * 3)
    page = (
        f"<html><body><article><h1>Cows flee</h1>{paragraphs}</article></body></html>"
    )
    data = page.encode()
    path = write(tmp_path / name, gzip.compress(data) if ".gz" in name else data)
    assert "Two cows fled the fair" in read(path).text


def test_takes_what_a_json_object_says_of_its_article() -> None:
    document = document_from_bytes(json.dumps(ROW).encode(), "a.json")
    assert (document.title, document.url) == ("Cows flee", ROW["url"])
    assert (document.outlet, document.published) == ("Dale Echo", "2021-05-04")


def test_takes_the_first_heading_of_markdown_as_the_headline() -> None:
    document = document_from_bytes(b"# Cows flee\n\nTwo *cows* fled.", "a.md")
    assert document.text == "Cows flee\n\nTwo cows fled."
    assert document.segments[0].kind == "headline"


def test_notes_how_the_bytes_were_read() -> None:
    notes = document_from_bytes("A café burned.".encode("cp1252"), "a.txt").notes
    assert notes == ("The bytes are not UTF-8; read as Windows-1252.",)


BROKEN = [
    ("a.txt", b"%PDF-1.4 \x00", "is a PDF, not text"),
    ("a.txt", bytes(range(32)) * 20, "is binary, not text"),
    ("a.html", b"\x89PNG\r\n\x1a\n\x00\x00\x00", "is a PNG image"),
    ("a.txt.gz", gzip.compress(STORY.encode(), mtime=0)[:-12], "ends early"),
    ("a.txt.gz", b"\x1f\x8b\x08\x00 not so", "damaged gzip file"),
    ("a.json", b'{"text": "x",}', "in line 1, column 1"),
    ("a.json", b'{"text":\n\n nope}', "in line 3, column 2"),
    ("a.json", b"[1, 2]", "holds no JSON object"),
    ("a.json", b'{"words": "x"}', "has none of 'text'"),
    ("a.json", b"", "no valid JSON"),
]


@pytest.mark.parametrize(("name", "data", "says"), BROKEN)
def test_says_in_one_sentence_why_a_file_is_no_article(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    path = write(tmp_path / name, data)
    with pytest.raises(InputError) as caught:
        read(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert says in message
    assert message.endswith(".")
    assert "\n" not in message


def test_says_that_a_file_is_missing_or_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        read(tmp_path / "none.txt")
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        read("a\0b.txt")


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="everybody may read everything here",
)
def test_says_that_a_file_may_not_be_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", b"x")
    path.chmod(0)
    with pytest.raises(InputError, match="may not be read"):
        read(path)


def test_names_the_limit_that_a_file_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(LimitError, match="larger than 20 MB"):
        document_from_bytes(b"x" * (files.MAX_FILE_BYTES + 1), "a.txt")
    bomb = gzip.compress(bytes(files.MAX_FILE_BYTES + 1))
    with pytest.raises(LimitError, match="unpacks to more than 20 MB"):
        read(write(tmp_path / "bomb.txt.gz", bomb))
    monkeypatch.setattr(files, "MAX_FILE_BYTES", 1_000_000)
    with pytest.raises(LimitError, match="larger than 1 MB"):
        read(write(tmp_path / "long.txt", b"word " * 300_000))


def test_a_gzip_of_too_many_members_is_a_limit() -> None:
    with pytest.raises(LimitError, match="more than 1000 members"):
        document_from_bytes(gzip.compress(b"x") * 1001, "a.txt.gz")


def test_a_number_of_too_many_digits_is_refused() -> None:
    row = b'{"text": "x", "n": ' + b"1" * 9999 + b"}"
    with pytest.raises(InputError, match="too long"):
        document_from_bytes(row, "a.json")


@pytest.mark.parametrize(
    "text",
    [
        "a" * 500_000 + " \u0430",
        "[" * 500_000,
        "# " + "#" * 500_000 + "x",
        "x\n" * 200_000,
        "&#38;" * 100_000,
        "\u200b" * 500_000,
        "“" * 500_000,
        "* " * 200_000,
    ],
    ids=[
        "word",
        "brackets",
        "hashes",
        "lines",
        "entities",
        "unseen",
        "quotes",
        "stars",
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_a_monstrous_text_ends_soon(text: str, suffix: str) -> None:
    # No clock: what grows with the square of such a length would not end at all.
    assert document_from_bytes(text.encode(), f"a{suffix}").text is not None


def test_json_nested_too_deep_is_a_limit() -> None:
    with pytest.raises((LimitError, InputError)):
        document_from_bytes(b'{"text":' + b"[" * 200_000, "a.json")


@given(data=st.binary(max_size=300), suffix=st.sampled_from([*files.SUFFIXES, ".gz"]))
def test_any_bytes_are_read_or_refused(data: bytes, suffix: str) -> None:
    try:
        document = document_from_bytes(data, f"a{suffix}")
    except InputError:
        return
    assert isinstance(document.text, str)


def test_leaves_out_what_a_batch_left_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "out.csv.parts").mkdir()
    names = ("a.txt", "out.csv.receipt.json", "out.csv.parts/manifest.json", "b.json")
    for name in names:
        (tmp_path / name).write_text("{}", "utf-8")
    assert [path.name for path in walk(tmp_path)] == ["a.txt", "b.json"]


def test_walks_files_folders_and_patterns_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c.json.gz", "x.csv", ".hidden.txt", "d/e/f.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    def names(*paths: Path | str) -> list[str]:
        return [path.relative_to(tmp_path).as_posix() for path in walk(*paths)]

    everything = ["a.html", "b.txt", "c.json.gz", "d/e/f.md"]
    assert names(tmp_path) == everything
    assert names(tmp_path / "b.txt", tmp_path / "x.csv") == ["b.txt", "x.csv"]
    assert names(str(tmp_path / "*.txt")) == ["b.txt"]
    assert names(str(tmp_path / "**" / "*.md")) == ["d/e/f.md"]
    assert names(tmp_path / "gone.txt") == ["gone.txt"]
    assert names(str(tmp_path / "*.nothing")) == ["*.nothing"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need privileges there")
def test_follows_no_loop_of_links(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").touch()
    (tmp_path / "in" / "back").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert [path.name for path in walk(tmp_path)] == ["a.txt"]


def test_a_file_name_with_brackets_is_itself(tmp_path: Path) -> None:
    path = write(tmp_path / "a [1].txt", b"x")
    assert list(walk(path)) == [path]
