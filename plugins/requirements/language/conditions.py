"""Conditions on the practitioner: questions with typed answers, joined by all, any and not.

In: the mapping under `when:` or `unless:`. Out: a small immutable tree. Question ids are only
checked against `vocabulary/` later, in checks.vocabulary, where every file is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from plugins.requirements.language.phrases import Comparison, PhraseError, parse_comparison
from plugins.requirements.reading.plain_words import show

Path = tuple[str | int, ...]
_CHOICE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

AnswerValue = bool | tuple[str, ...] | Comparison


@dataclass(frozen=True)
class Answer:
    """The practitioner's answer to `question` is as `value` says: a plain yes or no, one of some
    choices, or a number or date compared.
    """

    question: str
    value: AnswerValue


@dataclass(frozen=True)
class Words:
    """A condition that only a person can decide; the calculator shows the words and asks."""

    text: str


@dataclass(frozen=True)
class AllOf:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition = Answer | Words | AllOf | AnyOf | Not

_ANSWERS = (
    "true, false, a choice, a list of choices, or a comparison such as 'more than 25%' or "
    "'after 1996-07-01'"
)
_FORMS = f"a mapping of a question to its answer ({_ANSWERS}), or all:, any:, not:, words:"


class ConditionError(ValueError):
    """A condition that cannot be read; `path` leads from the condition to the fault."""

    def __init__(self, path: Path, message: str, form: str) -> None:
        super().__init__(f"{message}; write {form}")
        self.path = path


def parse_condition(raw: object, at: Path = ()) -> Condition:
    """Read a condition mapping; several keys in one mapping must all hold.

    Raises:
        ConditionError: It names the place at fault, below `at`.
    """
    if not isinstance(raw, dict) or not raw:
        raise ConditionError(at, f"{show(raw)} is no condition", _FORMS)
    parts = tuple(_parse_entry(str(key), value, (*at, str(key))) for key, value in raw.items())
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _parse_entry(key: str, value: Any, at: Path) -> Condition:
    if key in ("all", "any"):
        if not isinstance(value, list) or len(value) < 2:
            raise ConditionError(at, f"'{key}:' joins two conditions or more", "a list of them")
        parts = tuple(parse_condition(item, (*at, index)) for index, item in enumerate(value))
        return AllOf(parts) if key == "all" else AnyOf(parts)
    if key == "not":
        return Not(parse_condition(value, at))
    if key == "words":
        if not isinstance(value, str) or not value.strip():
            raise ConditionError(at, f"{show(value)} is no sentence", "the condition in words")
        return Words(value.strip())
    return Answer(key, _parse_answer(value, at))


def _parse_answer(value: Any, at: Path) -> AnswerValue:
    if isinstance(value, bool):
        return value
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return tuple(value)
    if isinstance(value, str) and _CHOICE.fullmatch(value):
        return (value,)
    try:
        return parse_comparison(value)
    except PhraseError:
        raise ConditionError(at, f"{show(value)} is no answer", _ANSWERS) from None


def walk(condition: Condition | None) -> Iterator[Condition]:
    """Yield the condition and every part of it, outermost first."""
    if condition is None:
        return
    yield condition
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from walk(part)
    elif isinstance(condition, Not):
        yield from walk(condition.part)


ConditionField = Annotated[
    Condition,
    BeforeValidator(lambda value: parse_condition(value)),
    WithJsonSchema(
        {
            "type": "object",
            "minProperties": 1,
            "examples": [{"dea-registration": True}, {"specialty": ["pathology", "radiology"]}],
        }
    ),
]
