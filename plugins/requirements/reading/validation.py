"""Turns a parsed YAML document into a model, or into problems with line and column.

In: a Document and the type its data should have. Out: an instance of it. What pydantic finds wrong
is told at its place in the file; plain_words.py says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from plugins.requirements.language.fields import kebab
from plugins.requirements.problems import DataError, Problem, did_you_mean, nearest
from plugins.requirements.reading.plain_words import Complaint, complain, merge
from plugins.requirements.reading.yaml_document import Data, Document
from plugins.requirements.reading.yaml_scalars import shown

Kind = TypeVar("Kind")
Path = tuple[str | int, ...]
MAX_PROBLEMS = 100


def validate(document: Document, kind: type[Kind]) -> Kind:
    """Check a whole document against a model, or another type that pydantic knows.

    Raises:
        DataError: The data is not of that type; it carries every problem, up to a limit.
    """
    if empty := list(_nulls(document, document.data, ())):
        raise DataError(_limited(document, empty))
    try:
        valid: Kind = _adapter(cast(Any, kind)).validate_python(document.data)
        return valid
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise DataError(_limited(document, _problems(document, kind, details))) from None


@cache
def _adapter(kind: Any) -> Any:
    """Building one takes longer than using it."""
    return TypeAdapter(kind)


def _nulls(document: Document, data: Data, at: Path) -> Iterator[Problem]:
    """Every null: the language has no use for it, and it would pass for a key that is absent."""
    if data is None:
        yield document.problem(at, "null says nothing here", "give a value, or leave the key out")
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _nulls(document, value, (*at, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _nulls(document, value, (*at, index))


def _limited(document: Document, problems: list[Problem]) -> list[Problem]:
    """The first problems of a file; more of them would help nobody."""
    if len(problems) <= MAX_PROBLEMS:
        return problems
    kept = sorted(problems)[:MAX_PROBLEMS]
    message = f"checking stopped after {MAX_PROBLEMS} problems"
    last = kept[-1]
    end = Problem(last.file, last.line, last.column + 1, "", message, "mend these first")
    return [*kept, end]


def _problems(document: Document, kind: Any, details: list[ErrorDetails]) -> list[Problem]:
    """Each error once: those of the branches of a union at one place are told as one."""
    at: dict[Path, list[Complaint]] = {}
    problems = []
    # Sorting and telling 100,000 errors would take minutes; the first few hundred hold enough.
    for error in details[: 5 * MAX_PROBLEMS]:
        if error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]:
            continue  # it is long enough, but pydantic does not count items that are wrong
        path = _path(document.data, error)
        if error["type"] == "extra_forbidden":
            problems.append(_unknown_key(document, kind, path, error))
        elif error["type"] == "missing":
            if not _misspelled(document.data, path, kind, error):
                problems.append(_missing_key(document, path))
        elif error["loc"][-1:] == ("[key]",):
            said = complain(error)
            problems.append(document.problem(path, said.message, said.hint, at_key=True))
        else:
            at.setdefault(path, []).append(complain(error))
    deeper = {path[:length] for path in at for length in range(len(path))}
    for path, complaints in at.items():
        # A list whose second item is wrong is not also "not the word 'everything'".
        kept = [one for one in complaints if not (one.of_a_whole and path in deeper)]
        if kept:
            one = merge(kept)
            problems.append(document.problem(path, one.message, one.hint))
    return problems


def _path(data: Data, error: ErrorDetails) -> Path:
    """Where in the YAML an error lies.

    Pydantic's location has parts that YAML has not: union tags, and the index of a single value
    that stands for a list. A condition that was refused knows where inside it the fault is.
    """
    path: list[str | int] = []
    loc = error["loc"]
    for part in loc:
        if isinstance(data, dict) and part in data:
            data = data[str(part)]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            continue
        path.append(part)
    if error["type"] == "missing":
        path.append(loc[-1])
    cause = error.get("ctx", {}).get("error")
    return (*path, *getattr(cause, "path", ()))


def _unknown_key(document: Document, kind: Any, path: Path, error: ErrorDetails) -> Problem:
    key = str(path[-1])
    hint = did_you_mean(key, sorted(_valid_keys(kind, error["loc"][:-1])))
    return document.problem(path, f"unknown key {shown(key)}", hint, at_key=True)


def _missing_key(document: Document, path: Path) -> Problem:
    return document.problem(path[:-1], f"the key '{path[-1]}' is missing", f"add '{path[-1]}: …'")


def _misspelled(data: Data, path: Path, kind: Any, error: ErrorDetails) -> bool:
    """Whether a missing key is there under a wrong name, which is reported already."""
    for part in path[:-1]:
        data = data[part]  # type: ignore[index]
    valid = _valid_keys(kind, error["loc"][:-1])
    unknown = [key for key in data if key not in valid] if isinstance(data, dict) else []
    return any(nearest(key, valid) == path[-1] for key in unknown[:MAX_PROBLEMS])


def _valid_keys(kind: Any, loc: Path) -> set[str]:
    """The keys allowed at a location: those of the model, or models, that it leads to."""
    models = set(_models_in(kind))
    for part in loc:
        if isinstance(part, int):
            continue
        inner = {
            found
            for model in models
            for name, field in model.model_fields.items()
            if part == kebab(name)
            for found in _models_in(field.annotation)
        }
        tagged = {model for model in models if model.__name__.lower() == part}
        models = inner or tagged or models
    return {kebab(name) for model in models for name in model.model_fields}


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)
