import gzip
from hashlib import sha256
from pathlib import Path

import pytest

from scorer import files
from scorer.batch.columns import Columns
from scorer.batch.inputs import count_records, read_records
from scorer.batch.records import Record, read_record
from scorer.batch.running import run
from tests.batch.conftest import options


def page(number: int) -> bytes:
    words = " ".join(sha256(f"{number} {i}".encode()).hexdigest() for i in range(60))
    return f"<html><title>Page {number}</title><p>Ström rose. {words}</p>".encode()


def archive(path: Path, pages: int = 5) -> Path:
    """Write pages with what else a crawl leaves between them."""
    html = "text/html; charset=utf-8"
    parts = [entry("warcinfo", "", "application/warc-fields", b"a: b")]
    parts += [response(n, "200 OK", html, page(n)) for n in range(pages)]
    parts += [
        response(90, "404 Not Found", "text/html", b"<p>Gone."),
        response(91, "200 OK", "image/png", b"\x89PNG"),
        response(92, "200 OK", "Text/HTML; charset=ISO-8859-1", b"<p>Str\xf6m rose."),
        response(93, "200 OK", "text/plain", "Ström fell.".encode()),
    ]
    packed = path.suffix == ".gz"
    path.write_bytes(b"".join(map(gzip.compress, parts) if packed else parts))
    return path


def response(number: int, status: str, kind: str, data: bytes) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode()
    url = f"https://paper.example/{number}"
    return entry("response", url, "application/http; msgtype=response", head + data)


def entry(record: str, url: str, kind: str, data: bytes) -> bytes:
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {record}\r\n{target}"
        "WARC-Date: 2024-05-01T12:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{len(data):08}-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: {kind}\r\nContent-Length: {len(data)}\r\n\r\n"
    )
    return head.encode() + data + b"\r\n\r\n"


def records(path: Path) -> list[Record]:
    return list(read_records([path]))


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc"])
def test_every_page_is_a_record_and_nothing_else_is(tmp_path: Path, name: str) -> None:
    found = records(archive(tmp_path / name))
    assert [r.fault for r in found] == [None] * 7
    assert [r.line for r in found] == [2, 3, 4, 5, 6, 9, 10]
    documents = [read_record(r, Columns()) for r in found]
    assert documents[1].url == "https://paper.example/1"
    assert documents[1].title == "Page 1"
    assert [d.text.strip()[:10] for d in documents[-2:]] == ["Ström rose", "Ström fell"]
    assert found[0].place.endswith(f"{name}, record 2")
    assert count_records([tmp_path / name]) is None


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc"])
@pytest.mark.parametrize("end", [6000, 6800, 8000, 8200])
def test_a_page_cut_short_is_an_error(tmp_path: Path, name: str, end: int) -> None:
    path = archive(tmp_path / name)
    path.write_bytes(path.read_bytes()[:end])
    found = records(path)
    assert [r.fault for r in found[:-1]] == [None] * (len(found) - 1)
    assert "cut short" in str(found[-1].fault)


def test_after_damage_reading_goes_on_with_the_next_page(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.warc.gz", pages=9)
    data = bytearray(path.read_bytes())
    data[8000:8100] = b"\xff" * 100
    path.write_bytes(data)
    found = records(path)
    assert ["damaged" in str(r.fault) for r in found].count(True) == 1
    assert len([r for r in found if r.page]) == 10
    titles = [read_record(r, Columns()).title for r in found if not r.fault]
    assert {"Page 0", "Page 8"} <= set(titles)


@pytest.mark.parametrize("data", [b"no archive", gzip.compress(b"no archive", mtime=0)])
def test_what_is_no_archive_is_one_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    [record] = records(path)
    assert "damaged here (Unknown archive format" in str(record.fault)


def test_an_archive_packed_in_one_piece_says_so(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.warc")
    packed = tmp_path / "b.warc.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert "non-chunked gzip" in str(records(packed)[-1].fault)


def test_a_page_that_is_too_large_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_FILE_BYTES", 1_000)
    receipt = run(options(archive(tmp_path / "a.warc.gz")))
    assert (receipt["rows"], receipt["errors"]) == (7, 5)
    assert receipt["errors_by_reason"] == {"a page larger than 0 MB": 5}
