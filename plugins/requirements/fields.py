"""Field types shared by the models: ids, texts, dates and the short phrases.

In: raw YAML values. Out: checked values, each with a JSON Schema of its own for editors. A phrase
that does not parse becomes an ordinary validation error that lists the accepted forms.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

from . import phrases

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
Hours = Annotated[float, Field(gt=0, le=1000, description="Hours, in the file's unit")]
NotEstablished = Literal["not-established"]

Profession = Literal["md", "do", "pa", "np", "rn"]
PROFESSIONS: tuple[Profession, ...] = ("md", "do", "pa", "np", "rn")


def _phrase(parse: Callable[[object], Any], *examples: str) -> tuple[Any, ...]:
    """A validator and a JSON Schema for one kind of phrase."""

    def read(value: object) -> Any:
        return parse(value) if isinstance(value, str | int | float) else parse(repr(value))

    return BeforeValidator(read), WithJsonSchema({"type": "string", "examples": list(examples)})


_duration = _phrase(phrases.parse_duration, "24 months", "2 years", "90 days")
_interval = _phrase(phrases.parse_interval, "cycle", "once", "3 cycles", "period", "4 years")
_deadline = _phrase(
    phrases.parse_deadline,
    "first renewal",
    "second renewal or 4 years after licensure, whichever is first",
    "2026-11-17",
)
_share = _phrase(phrases.parse_share, "20% of total")
_comparison = _phrase(phrases.parse_comparison, "more than 25%", "less than 13 months")
_renewal_end = _phrase(
    phrases.parse_renewal_end, "last day of birth month", "December 31 of even years"
)

Date = Annotated[
    dt.date,
    BeforeValidator(phrases.parse_date),
    WithJsonSchema({"type": "string", "format": "date"}),
]
DurationField = Annotated[phrases.Duration, _duration[0], _duration[1]]
IntervalField = Annotated[phrases.Interval, _interval[0], _interval[1]]
DeadlineField = Annotated[phrases.Deadline, _deadline[0], _deadline[1]]
ShareField = Annotated[phrases.Share, _share[0], _share[1]]
ComparisonField = Annotated[phrases.Comparison, _comparison[0], _comparison[1]]
RenewalEndField = Annotated[phrases.RenewalEnd, _renewal_end[0], _renewal_end[1]]


def _as_list(value: object) -> object:
    return value if isinstance(value, list | tuple) else (value,)


def one_or_more(item: Any) -> Any:
    """A tuple of `item`, which YAML may write as a single value."""
    return Annotated[tuple[item, ...], BeforeValidator(_as_list), Field(min_length=1)]


Ids = Annotated[
    tuple[Id, ...],
    BeforeValidator(_as_list),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]


def kebab(name: str) -> str:
    """A Python field name as it is written in YAML: or_within → or-within."""
    return name.rstrip("_").replace("_", "-")


class Record(BaseModel):
    """Base of all models: no unknown keys, immutable, kebab-case keys in YAML."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=kebab)
