"""Walks a requirement and says of every part where it stands in its file.

In: a Requirement. Out: (record path, part) pairs, so that checks can point at line and column.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plugins.requirements.language.conditions import Condition
from plugins.requirements.language.fields import Record
from plugins.requirements.language.obligations import Choice, Group, Obligation
from plugins.requirements.language.relief import Excuse
from plugins.requirements.language.requirement import Requirement
from plugins.requirements.reading.yaml_document import Data, Document

Path = tuple[str | int, ...]
Node = Obligation | Group | Choice


@dataclass(frozen=True)
class Located:
    """A duty, its path, the duty that holds it, and the sources it has or inherits."""

    path: Path
    node: Node
    parent: Node | None
    sources: tuple[str, ...]


def nodes(requirement: Requirement) -> Iterator[Located]:
    """Every duty: those required, and those that stand in as alternatives."""
    for index, node in enumerate(requirement.requires):
        yield from _walk(("requires", index), node, None, ())
    for key, excuses in _excuses(requirement):
        for index, excuse in enumerate(excuses):
            if excuse.instead:
                inherited = tuple(excuse.source or ())
                yield from _walk((key, index, "instead"), excuse.instead, None, inherited)


def _walk(
    path: Path, node: Node, parent: Node | None, inherited: tuple[str, ...]
) -> Iterator[Located]:
    sources = tuple(node.source or inherited)
    yield Located(path, node, parent, sources)
    if isinstance(node, Group):
        for index, member in enumerate(node.all):
            yield from _walk((*path, "all", index), member, node, sources)
    elif isinstance(node, Choice):
        for index, member in enumerate(node.of):
            yield from _walk((*path, "of", index), member, node, sources)


def _excuses(requirement: Requirement) -> Iterator[tuple[str, tuple[Excuse, ...]]]:
    yield "alternatives", requirement.alternatives
    yield "exemptions", requirement.exemptions


def value(part: Record, key: str) -> Any:
    """What a part says under a key; None where it says nothing, or cannot.

    getattr takes ten times as long, as a model looks far and wide for what it has not.
    """
    return vars(part).get(key)


def records(requirement: Requirement) -> Iterator[tuple[Path, Record]]:
    """Every part that may name sources, conditions or ids: duties and all the rest."""
    for located in nodes(requirement):
        yield located.path, located.node
    for key in (
        "renewal",
        "alternatives",
        "limits",
        "conversions",
        "new_licensees",
        "exemptions",
        "upcoming",
    ):
        for index, part in enumerate(getattr(requirement, key)):
            yield (key.replace("_", "-"), index), part
    for key in ("education_period", "carry_over", "record_keeping"):
        if (part := getattr(requirement, key)) is not None:
            yield (key.replace("_", "-"),), part


def conditions(requirement: Requirement) -> Iterator[tuple[Path, Condition]]:
    """Every condition of the file, with the path of its when: or unless:."""
    for path, part in records(requirement):
        for key in ("when", "unless"):
            if (condition := value(part, key)) is not None:
                yield (*path, key), condition


def texts(requirement: Requirement) -> Iterator[str]:
    """Every text that may cite a source in brackets: An aggregator gives 30 hours [boardvitals]."""
    yield from (*requirement.conflicts, *requirement.open_questions, *requirement.notes)
    for _, part in records(requirement):
        for name in ("note", "change", "words", "how"):
            if text := value(part, name):
                yield text


def item_path(document: Document, path: Path, index: int) -> Path:
    """The path of one item of a value that YAML may write as a single value."""
    data: Data = document.data
    for key in path:
        data = data[key]  # type: ignore[index]
    return (*path, index) if isinstance(data, list) else path
