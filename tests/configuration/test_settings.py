from pathlib import Path

import pytest

from scorer.configuration.chosen import Configuration
from scorer.configuration.settings import find, read
from scorer.errors import ConfigurationError

FULL = """\
off = ["cross_links", "hedge.approximator"]

[words]
loaded = ["Shambles", "so-called  plan"]
cues = ["intoned"]
ignored = ["war"]

[words.hedges]
evidential = ["The word is"]
"""


def written(folder: Path, text: str, name: str = "own.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_reads_what_is_off_and_what_is_added(tmp_path: Path) -> None:
    assert read(written(tmp_path, FULL)) == Configuration(
        off=("cross_links", "hedge.approximator"),
        loaded=("shambles", "so-called plan"),
        hedges=(("evidential", ("the word is",)),),
        cues=("intoned",),
        ignored=("war",),
    )


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert read(written(tmp_path, "")).is_empty


def test_order_and_case_do_not_matter_to_the_name(tmp_path: Path) -> None:
    one = read(written(tmp_path, 'words.loaded = ["mess", "Sham"]'))
    two = read(written(tmp_path, 'words.loaded = ["sham", "MESS", "mess"]'))
    three = read(written(tmp_path, 'words.ignored = ["sham", "mess"]'))
    assert one.digest == two.digest != three.digest


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("of = []", "unknown key of; did you mean off? Known keys: off, words"),
        ("[words]\nload = []", "unknown key words.load; did you mean loaded?"),
        (
            "[words.hedges]\nmodals = []",
            (
                "unknown key words.hedges.modals; did you mean modal? Known keys: "
                "modal, evidential, weasel, approximator, attributed"
            ),
        ),
        ('off = ["hedge"]', "off names 'hedge', no detector or label"),
        (
            'off = ["loaded.words"]',
            "did you mean loaded.word? Known are: attributions,",
        ),
        ('off = "hedges"', "off must be a list of strings, not a string"),
        ("off = [1]", "off must hold strings only, not a int (1)"),
        ("words = []", "words must be a table, not a list"),
        ("words.hedges = true", "words.hedges must be a table, not a boolean"),
        ('words.loaded = ["..."]', "words.loaded holds '...', which has no word"),
        ('words.cues = ["made plain"]', "a cue is one word"),
        ("off = [", "not TOML ("),
        (
            'off = ["hedges"]\nwords.hedges.modal = ["maybe so"]',
            "words are added to hedge.modal, but off switches hedges off",
        ),
        (
            'words.hedges.modal = ["so"]\nwords.hedges.weasel = ["so"]',
            "'so' is added to hedge.modal and to hedge.weasel",
        ),
    ],
)
def test_a_mistake_is_one_sentence_with_file_and_key(
    tmp_path: Path, text: str, fault: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ConfigurationError) as raised:
        read(path)
    sentence = str(raised.value)
    assert sentence.startswith(str(path))
    assert fault in sentence
    assert "\n" not in sentence


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"none\.toml: cannot be read \(No"):
        read(tmp_path / "none.toml")


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(b'off = ["caf\xe9"]')
    with pytest.raises(ConfigurationError, match=r"own\.toml: not UTF-8 \(byte 12\)"):
        read(path)


def test_a_project_keeps_it_under_its_tools(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n[tool.scorer]\noff = ["headlines"]\n'
    path = written(tmp_path, text, "pyproject.toml")
    assert read(path).off == ("headlines",)
    assert find(tmp_path) == path


def test_the_nearest_project_that_says_something_counts(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    top = written(tmp_path, "[tool]\nscorer.off = []\n", "pyproject.toml")
    written(inner, "[tool.ruff]\nline-length = 80\n", "pyproject.toml")
    assert find(inner) == top
    near = written(tmp_path / "a", "[ tool . scorer ]\n", "pyproject.toml")
    assert find(inner) == near


def test_a_broken_project_that_says_nothing_of_it_is_passed_over(
    tmp_path: Path,
) -> None:
    written(tmp_path, "[tool.other\n", "pyproject.toml")
    assert find(tmp_path) is None


def test_a_broken_project_that_mentions_it_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "[tool.scorer\n", "pyproject.toml")
    with pytest.raises(ConfigurationError, match="not TOML") as raised:
        find(tmp_path)
    assert str(path) in str(raised.value)


def test_a_project_whose_entry_is_no_table_is_named(tmp_path: Path) -> None:
    written(tmp_path, "[tool]\nscorer = 1\n", "pyproject.toml")
    with pytest.raises(ConfigurationError, match=r"tool\.scorer must be a table"):
        find(tmp_path)


def test_the_file_that_the_page_shows_can_be_read(tmp_path: Path) -> None:
    page = Path(__file__).parents[2].joinpath("docs/configuration.md")
    shown = page.read_text("utf-8").split("```toml\n")[1].split("```")[0]
    chosen = read(written(tmp_path, shown))
    assert chosen.off
    assert chosen.loaded
    assert chosen.hedges
    assert chosen.cues
    assert chosen.ignored
