"""Conditions on the practitioner: questions with typed answers, joined by all, any and not.

In: the mapping under `when:` or `unless:`. Out: a small immutable tree. Question ids are only
checked against `vocabulary/` later, in checks.vocabulary, where every file is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from .phrases import Comparison, parse_comparison

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

_FORMS = (
    "write a mapping of question ids to answers (true, false, a choice, a list of choices, or a "
    "comparison such as 'more than 25%'), or all:, any:, not:, words:"
)


def parse_condition(raw: object) -> Condition:
    """Read a condition mapping; several keys in one mapping must all hold.

    Raises ValueError that names the key at fault.
    """
    if not isinstance(raw, dict) or not raw:
        raise ValueError(f"this is not a condition; {_FORMS}")
    parts = tuple(_parse_entry(str(key), value) for key, value in raw.items())
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _parse_entry(key: str, value: Any) -> Condition:
    if key in ("all", "any"):
        if not isinstance(value, list) or len(value) < 2:
            raise ValueError(f"'{key}' takes a list of two or more conditions")
        parts = tuple(parse_condition(item) for item in value)
        return AllOf(parts) if key == "all" else AnyOf(parts)
    if key == "not":
        return Not(parse_condition(value))
    if key == "words":
        if not isinstance(value, str) or not value.strip():
            raise ValueError("'words' takes the condition as a sentence")
        return Words(value.strip())
    return Answer(key, _parse_answer(key, value))


def _parse_answer(key: str, value: Any) -> AnswerValue:
    if isinstance(value, bool):
        return value
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return tuple(value)
    if isinstance(value, str) and " " in value:
        return parse_comparison(value)
    if isinstance(value, str):
        return (value,)
    raise ValueError(f"the answer to '{key}' is not understood; {_FORMS}")


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
