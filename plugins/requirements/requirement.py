"""One requirement file: what one or several licenses of a jurisdiction owe.

In: the mapping of a file such as requirements_data/jurisdictions/california/md.yaml. Out: a
Requirement. Words used here are explained, with an example each, in docs/rules-language.md.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .conditions import ConditionField
from .fields import (
    AS_LIST,
    ComparisonField,
    Date,
    DurationField,
    Hours,
    Id,
    Ids,
    NotEstablished,
    Profession,
    Record,
    RenewalEndField,
    ShareField,
    Text,
    Url,
)
from .obligations import Node, Obligation

Status = Literal["established", "none-required", "not-established"]
Confidence = Literal["high", "medium", "low"]
SourceKind = Literal["statute", "regulation", "board", "bill", "society", "aggregator"]
Years = Literal[
    "odd", "even", "parity of birth year", "parity of license number", "shown on license"
]


class Source(Record):
    """Where something was read: the citation, its kind, and how current the text looked."""

    cite: Text
    kind: SourceKind
    url: Url
    current: Text | None = Field(
        default=None, description="The year or date the copy read was current as of"
    )


class Renewal(Record):
    """The license renewal cycle and how its end is fixed."""

    every: DurationField | NotEstablished
    ends: RenewalEndField
    years: Years | None = None
    when: ConditionField | None = Field(
        default=None, description="Which licensees, where there are several groups"
    )
    note: Text | None = None
    source: Ids | None = None


class EducationPeriod(Record):
    """The span over which credit is counted, where it differs from the renewal cycle."""

    length: DurationField
    runs: Literal[
        "to each renewal",
        "from first birthday after licensure",
        "in calendar years",
        "to December 31 before renewal",
        "on a fixed cycle",
        "not-established",
    ]
    note: Text | None = None
    source: Ids | None = None


class Limit(Record):
    """A cap on what counts toward an obligation (the total, unless `of` names another)."""

    at_most: Hours | ShareField
    counts: Ids | None = None
    topic: Ids | None = None
    format: Ids | None = None
    of: Id = "total"
    per: Literal["period", "year"] = "period"
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

    one: Text
    counts: Id
    worth: Hours
    at_most: Hours | None = None
    note: Text | None = None
    source: Ids | None = None


class Excuse(Record):
    """An alternative (something stands in for obligations) or an exemption (nothing is owed).

    `when` decides by the practitioner's facts, `instead` by something earned; `who` or `how` says
    it in words, alone where no program can decide. `covers` names what is excused.
    """

    how: Text | None = None
    when: ConditionField | None = None
    instead: Node | None = None
    covers: Literal["everything"] | Ids = "everything"
    but_not: Ids | None = None
    worth: Hours | ShareField | None = Field(
        default=None, description="Only so many hours of what is covered"
    )
    only: Literal["one cycle", "one period"] | None = None
    on_application: Literal[True] | None = None
    from_: Date | None = None
    until: Date | None = None
    note: Text | None = None
    source: Ids | None = None

    @model_validator(mode="after")
    def _decidable_or_said(self) -> Excuse:
        if not (self.how or self.when or self.instead):
            raise ValueError("write when:, instead: or how:")
        return self


class NewLicensees(Record):
    """A rule for the first renewal (or the stretch that `licensed` compares).

    Exactly one of: exempt (from these obligations), reduce (this obligation, `to` hours), prorate
    (this obligation, by the time licensed), same, words.
    """

    licensed: ComparisonField | None = Field(
        default=None, description="Time between licensure and the first renewal"
    )
    at: Literal["first renewal", "second renewal", "calendar year of licensure"] = "first renewal"
    when: ConditionField | None = None
    exempt: Literal["everything"] | Ids | None = None
    but_not: Ids | None = None
    reduce: Id | None = None
    to: Hours | None = None
    prorate: Id | None = None
    by: Literal["month", "quarter", "half-year", "year"] | None = None
    rate: Hours | None = Field(default=None, description="Hours for each `by`, if the rule says")
    plus: Hours | None = Field(default=None, description="Hours owed besides the prorated ones")
    same: Literal[True] | None = None
    words: Text | None = None
    note: Text | None = None
    source: Ids | None = None

    @model_validator(mode="after")
    def _one_rule(self) -> NewLicensees:
        given = [
            name
            for name in ("exempt", "reduce", "prorate", "same", "words")
            if getattr(self, name) is not None
        ]
        if len(given) != 1:
            raise ValueError("write exactly one of exempt:, reduce:, prorate:, same:, words:")
        if (self.reduce is None) != (self.to is None):
            raise ValueError("reduce: and to: go together")
        if (self.prorate is None) != (self.by is None):
            raise ValueError("prorate: and by: go together")
        return self


class CarryOver(Record):
    """Credit beyond what is owed that may serve the next period; 0 hours: none may."""

    at_most: (
        Annotated[float, Field(strict=True, ge=0, le=1000)]
        | Literal["unlimited", "not-established"]
    )
    counts: Ids | None = None
    but_not: Ids | None = Field(default=None, description="Obligations it may not serve")
    note: Text | None = None
    source: Ids | None = None


class RecordKeeping(Record):
    """How credit is reported and audited, and how long proof is kept."""

    tracker: Text | None = None
    audit: Text | None = None
    keep_for: DurationField | None = None
    note: Text | None = None
    source: Ids | None = None


class Change(Record):
    """A change of law ahead, or one that may have happened, in words.

    Where the change is known well enough to compute, it is an obligation with `from:` instead.
    """

    date: Date | None = None
    standing: Literal["enacted", "passed", "proposed", "unknown"]
    change: Text
    source: Ids | None = None


class Requirement(Record):
    """What the licenses of these professions in one jurisdiction owe."""

    professions: Annotated[tuple[Profession, ...], Field(min_length=1)]
    verified: Date
    confidence: Confidence
    status: Status = "established"
    unit: Literal["hours", "contact hours", "credits"] = "hours"

    renewal: Annotated[tuple[Renewal, ...], AS_LIST, Field(min_length=1)]
    education_period: EducationPeriod | None = None
    requires: tuple[Node, ...]
    alternatives: tuple[Excuse, ...] = ()
    limits: tuple[Limit, ...] = ()
    conversions: tuple[Conversion, ...] = ()
    new_licensees: tuple[NewLicensees, ...] = ()
    carry_over: CarryOver | None = None
    exemptions: tuple[Excuse, ...] = ()
    record_keeping: RecordKeeping | None = None
    upcoming: tuple[Change, ...] = ()
    conflicts: tuple[Text, ...] = ()
    open_questions: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    consulted: Ids | None = Field(
        default=None, description="Sources read on which no single part rests"
    )
    sources: dict[Id, Source]

    @property
    def total(self) -> Obligation | None:
        """The general total: the obligation named `total`, or None where the law sets none."""
        for node in self.requires:
            if isinstance(node, Obligation) and node.id == "total":
                return node
        return None
