"""One requirement file: what one or several licenses of a jurisdiction owe.

In: the mapping of a file such as requirements_data/jurisdictions/california/md.yaml. Out: a
Requirement. Words used here are explained, with an example each, in docs/rules-language.md.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from plugins.requirements.language.conditions import ConditionField
from plugins.requirements.language.fields import (
    AS_LIST,
    Date,
    DurationField,
    Hours,
    Id,
    Ids,
    MonthDayField,
    NotEstablished,
    Profession,
    Record,
    RenewalEndField,
    ShareField,
    Text,
)
from plugins.requirements.language.obligations import Node, Obligation
from plugins.requirements.language.relief import Excuse, NewLicensees
from plugins.requirements.language.sources import Source

Status = Literal["established", "none-required", "not-established"]
Confidence = Literal["high", "medium", "low"]
Years = Literal[
    "odd", "even", "parity of birth year", "parity of license number", "shown on license"
]


class Renewal(Record):
    """The license renewal cycle and how its end is fixed."""

    every: DurationField | NotEstablished = Field(description="How often the license renews")
    ends: RenewalEndField
    years: Years | None = Field(
        default=None, description="Which years, where that is not part of the day"
    )
    when: ConditionField | None = Field(
        default=None, description="Which licensees, where there are several groups"
    )
    note: Text | None = None
    source: Ids | None = None


class EducationPeriod(Record):
    """The span over which credit is counted, where it differs from the renewal cycle."""

    length: DurationField
    runs: Annotated[
        Literal[
            "to each renewal",
            "from first birthday after licensure",
            "in calendar years",
            "to December 31 before renewal",
            "on a fixed cycle",
            "not-established",
        ],
        Field(description="How the span is placed against the renewals"),
    ]
    ends: MonthDayField | None = Field(
        default=None, description="The common last day of a fixed cycle, where it is known"
    )
    note: Text | None = None
    source: Ids | None = None

    @model_validator(mode="after")
    def _ends_once_a_period(self) -> EducationPeriod:
        """Only a cycle of one or of two years can be told by a day of the year."""
        if self.ends is None:
            return self
        if self.runs != "on a fixed cycle":
            raise ValueError("ends: goes with runs: on a fixed cycle")
        months = self.length.count * (12 if self.length.unit == "year" else 1)
        wanted = {12: False, 24: True}.get(months if self.length.unit != "day" else 0)
        if wanted is None or wanted != (self.ends.years is not None):
            raise ValueError(
                "a day of the year ends a period of 12 months, and a day "
                "'of odd years' or 'of even years' one of 24; leave ends: out otherwise"
            )
        return self


class Limit(Record):
    """A cap on what counts toward an obligation (the total, unless `of` names another)."""

    at_most: Hours | ShareField = Field(description="Hours, or a share: 30% of total")
    counts: Ids | None = None
    topic: Ids | None = None
    format: Ids | None = None
    of: Id = Field(default="total", description="The obligation whose hours are capped")
    per: Literal["period", "year"] = Field(default="period", description="How often it is counted")
    when: ConditionField | None = None
    note: Text | None = None
    source: Ids | None = None

    @model_validator(mode="after")
    def _something(self) -> Limit:
        if not (self.counts or self.topic or self.format):
            raise ValueError("a limit names what it caps: counts:, topic: or format:")
        return self


class Conversion(Record):
    """What a unit other than the hour is worth: one semester hour = 15 contact hours."""

    one: Text = Field(description="The unit, to follow 'one'", examples=["semester hour"])
    counts: Id = Field(description="The credit category that it earns")
    worth: Hours
    at_most: Hours | None = Field(default=None, description="Only so many hours may be earned so")
    note: Text | None = None
    source: Ids | None = None


class CarryOver(Record):
    """Credit beyond what is owed that may serve the next period; 0 hours: none may."""

    at_most: (
        Annotated[float, Field(strict=True, ge=0, le=1000)]
        | Literal["unlimited", "not-established"]
    ) = Field(description="So many hours; 0 where none may be carried over")
    counts: Ids | None = Field(default=None, description="Only credit of these categories")
    earned_in_last: DurationField | None = Field(
        default=None, description="Only credit of the end of a period: its last 6 months"
    )
    but_not: Ids | None = Field(default=None, description="Obligations it may not serve")
    note: Text | None = None
    source: Ids | None = None


class RecordKeeping(Record):
    """How credit is reported and audited, and how long proof is kept."""

    tracker: Text | None = Field(default=None, description="Where credit is reported")
    audit: Text | None = Field(default=None, description="Who is audited, and how; a sentence")
    keep_for: DurationField | None = Field(default=None, description="How long to keep proof")
    note: Text | None = None
    source: Ids | None = None


class Change(Record):
    """A change of law ahead, or one that may have happened, in words.

    Where the change is known well enough to compute, it is an obligation with `from:` instead.
    """

    date: Date | None = None
    standing: Literal["enacted", "passed", "proposed", "unknown"]
    change: Text = Field(description="What will be different; a sentence")
    source: Ids | None = None


class Requirement(Record):
    """What the licenses of these professions in one jurisdiction owe."""

    professions: Annotated[
        tuple[Profession, ...],
        Field(min_length=1, description="In this order: md, do, pa, np, rn; they name the file"),
    ]
    verified: Date = Field(description="The day somebody last read the sources")
    confidence: Confidence = Field(
        description="high: law or board read. medium: in part. low: aggregators only"
    )
    status: Status = Field(
        default="established",
        description="none-required: the law asks for nothing. not-established: it was not found",
    )
    unit: Literal["hours", "contact hours", "credits", "points"] = "hours"

    renewal: Annotated[tuple[Renewal, ...], Field(min_length=1), *AS_LIST] = Field(
        description="The license renewal cycle; a list where licensees fall in groups"
    )
    education_period: EducationPeriod | None = None
    requires: tuple[Node, ...] = Field(description="The duties; the general total has the id total")
    alternatives: tuple[Excuse, ...] = Field(default=(), description="What stands in for duties")
    limits: tuple[Limit, ...] = Field(default=(), description="Caps on what counts")
    conversions: tuple[Conversion, ...] = Field(
        default=(), description="What other units than hours are worth"
    )
    new_licensees: tuple[NewLicensees, ...] = Field(
        default=(), description="What is different at the first renewal"
    )
    carry_over: CarryOver | None = None
    exemptions: tuple[Excuse, ...] = Field(default=(), description="Who owes less, or nothing")
    record_keeping: RecordKeeping | None = None
    upcoming: tuple[Change, ...] = Field(
        default=(), description="Changes ahead that are not certain enough to be duties"
    )
    conflicts: tuple[Text, ...] = Field(
        default=(), description="Sources that contradict each other, and which is followed"
    )
    open_questions: tuple[Text, ...] = Field(
        default=(), description="What was looked for and not found"
    )
    notes: tuple[Text, ...] = Field(default=(), description="Anything else a reader should know")
    consulted: Ids | None = Field(
        default=None, description="Sources read on which no single part rests"
    )
    sources: dict[Id, Source] = Field(description="Id of each source, and its citation")

    @property
    def total(self) -> Obligation | None:
        """The general total: the obligation named `total`, or None where the law sets none."""
        for node in self.requires:
            if isinstance(node, Obligation) and node.id == "total":
                return node
        return None
