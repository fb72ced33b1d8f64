"""Field types shared by the models: ids, texts, dates and the short phrases.

In: raw YAML values. Out: checked values, each with a JSON Schema of its own for editors. A phrase
that does not parse becomes an ordinary validation error that lists the accepted forms.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from plugins.requirements.language import phrases

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
Hours = Annotated[float, Field(strict=True, gt=0, le=1000, description="Hours, in the file's unit")]
NotEstablished = Literal["not-established"]

Profession = Literal["md", "do", "pa", "np", "rn"]
PROFESSIONS: tuple[Profession, ...] = ("md", "do", "pa", "np", "rn")


_N = "[0-9]{1,4}"
_DAY = f"({'|'.join(phrases.MONTHS)}) [0-9]{{1,2}}( of (odd|even) years)?"
_ORDINAL = f"({'|'.join(phrases.ORDINALS)})"
_ISO = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_POINT = (
    f"({_ORDINAL} renewal|end of {_ORDINAL} full period|{_N} (day|month|year)s? after [a-z0-9-]+"
    f"|licensure|{_ISO}|{_DAY})"
)
_COMPARED = (
    f"((less than|at most|more than|at least) {_N}(\\.[0-9]+)?(%| months?| years?)?"
    f"|(on or )?(before|after) {_ISO})"
)


def _schema(pattern: str, description: str, *examples: str) -> WithJsonSchema:
    """What an editor knows of a phrase: a pattern that is a little wider than what is accepted."""
    return WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^{pattern}$",
            "description": description,
            "examples": list(examples),
        }
    )


Date = Annotated[
    dt.date,
    BeforeValidator(phrases.parse_date),
    WithJsonSchema({"type": "string", "format": "date", "description": "A day, as YYYY-MM-DD"}),
]
DurationField = Annotated[
    phrases.Duration,
    BeforeValidator(phrases.parse_duration),
    _schema(f"{_N} (day|month|year)s?", "A length of time", "24 months", "2 years", "90 days"),
]
IntervalField = Annotated[
    phrases.Interval,
    BeforeValidator(phrases.parse_interval),
    _schema(
        f"(once|period|cycle|[2-5] cycles|year|{_N} (day|month|year)s?)",
        "How often: once, every education period, every renewal cycle, or on a clock of its own",
        *("cycle", "once", "3 cycles", "period", "year", "4 years"),
    ),
]
DeadlineField = Annotated[
    phrases.Deadline,
    BeforeValidator(phrases.parse_deadline),
    _schema(
        f"{_POINT}( or {_POINT})*(, whichever is (first|last))?",
        "A point in time, or several and which of them counts",
        *("first renewal", "3 years after licensure", "12 months after dea-registered-on"),
        *("second renewal or 4 years after licensure, whichever is first", "2026-11-17"),
    ),
]
ShareField = Annotated[
    phrases.Share,
    BeforeValidator(phrases.parse_share),
    _schema(f"{_N}(\\.[0-9]+)?% of [a-z0-9-]+", "A part of another obligation", "20% of total"),
]
ComparisonField = Annotated[
    phrases.Comparison,
    BeforeValidator(phrases.parse_comparison),
    _schema(_COMPARED, "A comparison", "more than 25%", "less than 13 months", "after 1996-07-01"),
]
MonthDayField = Annotated[
    phrases.MonthDay,
    BeforeValidator(phrases.parse_month_day),
    _schema(_DAY, "A day of the year", "June 30", "December 31 of odd years"),
]
RenewalEndField = Annotated[
    phrases.RenewalEnd,
    BeforeValidator(phrases.parse_renewal_end),
    _schema(
        f"({'|'.join(phrases.NAMED_ENDS)}|[0-9]{{1,2}}(st|nd|rd|th) of birth month"
        f"|with (md|do|pa|np|rn) license|{_DAY}( or {_DAY})*)",
        "How the end of a renewal cycle is fixed",
        *("December 31 of even years", "April 30 or October 31", "15th of birth month"),
        *("with rn license", *phrases.NAMED_ENDS),
    ),
]


def as_list(value: object) -> object:
    """A single value as a list of one."""
    return value if isinstance(value, list | tuple) else (value,)


class _OrOne:
    """Tells an editor of it."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        many = handler(core)
        return {"anyOf": [many["items"], many]}


# YAML may write a list of one as a single value.
AS_LIST = (BeforeValidator(as_list), _OrOne)
Ids = Annotated[tuple[Id, ...], Field(min_length=1), *AS_LIST]


def kebab(name: str) -> str:
    """A Python field name as it is written in YAML: or_within → or-within."""
    return name.rstrip("_").replace("_", "-")


class Record(BaseModel):
    """Base of all models: no unknown keys, immutable, kebab-case keys in YAML."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=kebab)
