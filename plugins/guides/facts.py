"""Figures that belong to no record: what a talk earns, what a course costs. Each has a source.

In: content/facts.yaml. Out: Facts. A fact without a source, and a source without a fact, are
errors with file and line.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field

from plugins.requirements.language.fields import Id, Ids, Record, Text
from plugins.requirements.language.sources import Source
from plugins.requirements.problems import DataError, Problem, did_you_mean
from plugins.requirements.reading.strict_yaml import read
from plugins.requirements.reading.validation import validate
from plugins.requirements.reading.yaml_document import Document

FILE = "facts.yaml"


class CitedFact(Record):
    """A figure as running text says it, what it is about, and where it was read."""

    says: Text
    about: Annotated[Text, Field(description="What the figure is, for whoever checks it")]
    source: Ids


class Facts(Record):
    """The whole file."""

    facts: dict[Id, CitedFact]
    sources: dict[Id, Source]


def read_facts(content: Path) -> Facts:
    """Read and check the facts of a content folder; there may be none.

    Raises:
        DataError: It carries all problems found, each with file, line and column.
    """
    path = content / FILE
    if not path.is_file():
        return Facts(facts={}, sources={})
    document = read(path, content.parent)
    facts = validate(document, Facts)
    if problems := list(_references(facts, document)):
        raise DataError(problems)
    return facts


def _references(facts: Facts, document: Document) -> Iterator[Problem]:
    used: set[str] = set()
    for id_, fact in facts.facts.items():
        used.update(fact.source)
        for source in fact.source:
            if source not in facts.sources:
                hint = did_you_mean(source, facts.sources)
                message = f"there is no source '{source}'"
                yield document.problem(("facts", id_, "source"), message, hint)
    for id_ in facts.sources:
        if id_ not in used:
            message = f"no fact rests on the source '{id_}'"
            yield document.problem(("sources", id_), message, "remove it", at_key=True)
