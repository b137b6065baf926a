"""Find a model, read it, and refuse one that was made for other features."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from scorer.errors import ModelError
from scorer.features import NAMES, schema_digest
from scorer.model.additive import Model, compile_model
from scorer.text.tables import parse_table

DEFAULT: Final = "readings"  # what the model was fitted to


def load_model(path_or_name: str | Path | None = None) -> Model:
    """Load a model by its folder or name, the shipped one unless told otherwise.

    Raises:
        ModelError: There is no such model, or it was made for other features.
    """
    return _load(find_model(path_or_name or DEFAULT))


@cache
def _load(folder: Path) -> Model:
    data = read_data(folder)
    if data.get("schema") != schema_digest() or data.get("names") != list(NAMES):
        raise ModelError(
            f"The model in {folder} was fitted to features {data.get('schema')},"
            f" but this program measures {schema_digest()};"
            " fit it anew with 'scorer train'."
        )
    return compile_model(data)


def read_data(folder: Path) -> dict[str, Any]:
    """Read the numbers of a model.

    Raises:
        ModelError: The folder holds no model, or a damaged one.
    """
    path = folder / "model.json"
    try:
        data: dict[str, Any] = parse_table(path.read_text("utf-8"))
    except OSError as error:
        raise ModelError(f"There is no model in {folder}: {error}.") from error
    except ValueError as error:
        raise ModelError(f"{path} is damaged: {error}.") from error
    return data


def find_model(path_or_name: str | Path) -> Path:
    """Look for a folder of that path, then among the shipped models.

    Raises:
        ModelError: There is no such model.
    """
    given = Path(path_or_name)
    if (given / "model.json").is_file():
        return given.resolve()
    name = str(path_or_name)
    for home in _homes():
        if (home / name / "model.json").is_file():
            return home / name
    raise ModelError(f"There is no model '{name}'; name its folder.")


def _homes() -> list[Path]:
    """Return where models ship: in the package, or beside it in a checkout."""
    package = Path(str(files("scorer")))
    return [package / "models", package.parent.parent / "models"]
