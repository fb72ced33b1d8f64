"""Turns a parsed YAML document into a model, or into problems with line and column.

In: a Document and a model class. Out: the model instance. What pydantic finds wrong is said in
plain words, at the place in the file, with the nearest valid key or the accepted forms.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .fields import kebab
from .problems import DataError, Problem, did_you_mean, record_path
from .strict_yaml import Document

Model = TypeVar("Model", bound=BaseModel)
Path = tuple[str | int, ...]


def validate(document: Document, model: type[Model], data: Any = None, at: Path = ()) -> Model:
    """Check `data` (the whole document by default, else the part at path `at`) against `model`.

    Raises DataError with every problem found.
    """
    try:
        return model.model_validate(document.data if data is None else data)
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise DataError(tuple(_problem(document, model, at, item) for item in details)) from None


def _problem(document: Document, model: type[BaseModel], at: Path, error: ErrorDetails) -> Problem:
    inside = _without_tags(_at(document.data, at), error["loc"])
    kind = error["type"]
    if kind == "extra_forbidden":
        path, where = at + inside, document.key_position(at + inside)
        keys = sorted(_valid_keys(model, error["loc"][:-1]))
        message, hint = f"unknown key '{inside[-1]}'", did_you_mean(str(inside[-1]), keys)
    elif kind == "missing":
        path, where = at + inside[:-1], document.position(at + inside[:-1])
        message, hint = f"the key '{error['loc'][-1]}' is missing", "add it"
    else:
        path, where = at + inside, document.position(at + inside)
        message, hint = _in_words(error)
    return Problem(document.file, where[0], where[1], record_path(path), message, hint)


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _without_tags(data: Any, loc: Path) -> Path:
    """Drop from pydantic's location what YAML does not have: union tags, and the index of a
    single value that stands for a list. The last part is kept even where it is missing.
    """
    path: list[str | int] = []
    for index, part in enumerate(loc):
        if isinstance(data, dict) and part in data:
            data = data[part]
            path.append(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
            path.append(part)
        elif index == len(loc) - 1 and isinstance(data, dict) and isinstance(part, str):
            path.append(part)
    return tuple(path)


def _valid_keys(model: type[BaseModel], loc: Path) -> set[str]:
    """The keys allowed at `loc`: those of the model that the location leads to."""
    models = {model}
    for part in loc:
        if isinstance(part, int):
            continue
        inner = {
            found
            for current in models
            for name, field in current.model_fields.items()
            if part in (kebab(name), name)
            for found in _models_in(field.annotation)
        }
        tagged = {current for current in models if current.__name__.lower() == part}
        models = inner or tagged or models
    return {kebab(name) for current in models for name in current.model_fields}


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)


def _in_words(error: ErrorDetails) -> tuple[str, str]:
    """What is wrong, and what would be right, for the errors of pydantic that data can meet."""
    kind, context = error["type"], error.get("ctx", {})
    given = error["input"]
    if kind == "value_error":
        message, _, hint = str(context["error"]).partition("; ")
        return message, hint
    if kind == "literal_error":
        valid = [word.strip("' ") for word in str(context["expected"]).split(",")]
        valid = valid[:-1] + valid[-1].replace("' or '", ",").split(",")
        return f"{given!r} is not one of the accepted words", did_you_mean(str(given), valid)
    if kind == "string_pattern_mismatch":
        return f"{given!r} is not of the right form", _PATTERNS.get(str(context["pattern"]), "")
    hints = {
        "string_type": ("this must be text", "put it in quotes"),
        "bool_type": ("this must be true or false", ""),
        "dict_type": ("this must be a mapping", "write key: value pairs"),
        "model_type": ("this must be a mapping", "write key: value pairs"),
        "model_attributes_type": ("this must be a mapping", "write key: value pairs"),
        "tuple_type": ("this must be a list", "write [a, b] or lines that begin with '- '"),
        "float_parsing": (f"{given!r} is not a number", "write a number such as 2 or 1.5"),
        "float_type": (f"{given!r} is not a number", "write a number such as 2 or 1.5"),
        "int_parsing": (f"{given!r} is not a whole number", ""),
        "int_type": (f"{given!r} is not a whole number", ""),
        "greater_than": (f"{given!r} is too small", f"write more than {context.get('gt')}"),
        "less_than_equal": (f"{given!r} is too large", f"write at most {context.get('le')}"),
        "too_short": ("the list is too short", f"it takes at least {context.get('min_length')}"),
    }
    return hints.get(kind, (error["msg"].lower(), ""))


_PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "an id is lower-case letters and digits joined by hyphens",
    r"^https?://\S+$": "write a full address that begins with https://",
    r"^[A-Z]{2}$": "write the two-letter postal code in capitals",
}
