"""What a license requires: obligations, groups of them, and choices among them.

In: the items of `requires:`. Out: a tree of immutable nodes. An obligation is an amount of
something, every so often, due by some point, when conditions hold, within another obligation or
on top of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from plugins.requirements.language.conditions import ConditionField
from plugins.requirements.language.fields import (
    Date,
    DeadlineField,
    DurationField,
    Hours,
    Id,
    Ids,
    IntervalField,
    NotEstablished,
    Profession,
    Record,
    ShareField,
    Text,
)
from plugins.requirements.language.phrases import Interval

Standing = Literal["unconfirmed"]
AMOUNTS = (
    "hours",
    "share",
    "course",
    "practice",
    "holds",
    "does",
    "attests",
    "license",
    "words",
)


class Phase(Record):
    """A stretch of a phased duty: for the first so many cycles, or (last phase) from then on."""

    for_first: Annotated[int, Field(strict=True, ge=1, le=10)] | None = Field(
        default=None, description="For so many license renewal cycles; not in the last phase"
    )
    every: IntervalField
    hours: Hours | None = None
    first_by: DeadlineField | None = Field(default=None, description="By when it first falls due")


class ExistingLicensees(Record):
    """A separate deadline, or none, for people licensed before a law began."""

    licensed_before: Date
    by: DeadlineField | None = None
    exempt: Literal[True] | None = Field(default=None, description="They do not owe it at all")

    @model_validator(mode="after")
    def _one(self) -> ExistingLicensees:
        if (self.by is None) == (self.exempt is None):
            raise ValueError(
                "existing licensees have another deadline, or none; write by: or exempt: true"
            )
        return self


class Duty(Record):
    """What obligations, groups and choices have in common."""

    id: Id = Field(description="Unique in the file; pages link to it")
    label: Text | None = Field(default=None, description="Only where the topic does not say it")
    when: ConditionField | None = None
    unless: ConditionField | None = None
    within: Id | NotEstablished | None = Field(
        default=None, description="The obligation whose hours these are part of"
    )
    on_top_of: Id | None = Field(
        default=None, description="The obligation that these hours come on top of"
    )
    from_: Date | None = Field(default=None, description="First day the duty is in force")
    until: Date | None = Field(default=None, description="Last day the duty is in force")
    standing: Standing | None = Field(
        default=None, description="unconfirmed: a bill not known to be in force"
    )
    note: Text | None = None
    source: Ids | None = None

    @model_validator(mode="after")
    def _one_place(self) -> Duty:
        if self.within and self.on_top_of:
            raise ValueError(
                "it lies within another duty or on top of it; write within: or on-top-of:, not both"
            )
        return self


class Obligation(Duty):
    """One duty. Exactly one of the amount keys says how much of what kind of thing."""

    hours: Hours | NotEstablished | None = Field(
        default=None, description="Hours, in the file's unit, or not-established"
    )
    share: ShareField | None = None
    course: Text | Literal[True] | None = Field(
        default=None, description="A course whose hours the rule does not fix; its name, or true"
    )
    practice: Annotated[int, Field(strict=True, ge=1, le=100_000)] | None = Field(
        default=None, description="Hours of practice"
    )
    holds: Ids | None = Field(default=None, description="Any one of these credentials")
    does: Ids | None = Field(default=None, description="Any one of these activities")
    attests: Text | None = Field(default=None, description="A statement made at renewal")
    license: Profession | None = Field(
        default=None, description="The requirement of another license of this jurisdiction"
    )
    words: Text | None = Field(default=None, description="What no program can decide, in words")

    topic: Ids | None = Field(default=None, description="Any one of these topics")
    counts: Ids | None = Field(default=None, description="Any one of these credit categories")
    format: Ids | None = Field(default=None, description="Any one of these formats")
    apart_from: Ids | None = Field(
        default=None, description="Obligations whose credit may not serve this one too"
    )
    provider: Text | None = Field(default=None, description="Whose course it must be")
    covers: Text | None = Field(default=None, description="What the course must teach")

    every: IntervalField = Field(
        default=Interval("period"), json_schema_extra={"default": "period"}
    )
    by: DeadlineField | None = Field(default=None, description="By when, with every: once")
    first_by: DeadlineField | None = Field(
        default=None, description="By when a repeated duty first falls due"
    )
    phases: tuple[Phase, ...] = Field(
        default=(), description="A rhythm that changes; instead of every:"
    )
    over: DurationField | None = Field(
        default=None, description="Look-back before the due date, where it is not the interval"
    )
    binds: Literal["providers"] | None = Field(
        default=None, description="The duty lies on course providers, not on the licensee"
    )
    existing_licensees: ExistingLicensees | None = None

    @model_validator(mode="after")
    def _one_amount(self) -> Obligation:
        given = [name for name in AMOUNTS if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(
                f"an obligation has exactly one amount ({', '.join(AMOUNTS)}); "
                f"this one has {', '.join(given) or 'none'}"
            )
        if self.by and (self.every.kind != "once" or self.phases):
            raise ValueError("by: belongs to 'every: once'; write first-by: for a repeated duty")
        if self.first_by and self.every.kind == "once":
            raise ValueError("first-by: belongs to a repeated duty; write by: with 'every: once'")
        return self

    @model_validator(mode="after")
    def _phases_end(self) -> Obligation:
        if self.phases and "every" in self.model_fields_set:
            raise ValueError("phases: say how often; remove every:")
        if any(phase.for_first is None for phase in self.phases[:-1]):
            raise ValueError("only the last of phases: may go on for ever; add for-first:")
        return self

    @property
    def amount(self) -> str:
        """Which of the amount keys this obligation uses."""
        return next(name for name in AMOUNTS if getattr(self, name) is not None)


class Group(Duty):
    """Several duties that count as one: all of them together. Used inside a choice."""

    all: tuple[Node, ...] = Field(min_length=1, description="The duties, each of which is owed")


class Choice(Duty):
    """At least `choose` of the listed ways."""

    choose: Annotated[int, Field(strict=True, ge=1, description="How many of them")]
    of: tuple[Node, ...] = Field(min_length=2, description="The ways: duties, or groups of them")


def _kind(value: Any) -> str:
    """Which of the three a mapping is meant to be; what is no mapping is refused as a duty."""
    keys = value if isinstance(value, dict) else getattr(type(value), "model_fields", ())
    if "choose" in keys or "of" in keys:
        return "choice"
    return "group" if "all" in keys else "obligation"


Node = Annotated[
    Annotated[Obligation, Tag("obligation")]
    | Annotated[Group, Tag("group")]
    | Annotated[Choice, Tag("choice")],
    Discriminator(_kind),
]
Group.model_rebuild()
Choice.model_rebuild()


def walk(nodes: tuple[Obligation | Group | Choice, ...]) -> Iterator[Obligation | Group | Choice]:
    """Yield every node of the tree, parents before their members."""
    for node in nodes:
        yield node
        if isinstance(node, Group):
            yield from walk(node.all)
        elif isinstance(node, Choice):
            yield from walk(node.of)


def obligations(nodes: tuple[Obligation | Group | Choice, ...]) -> Iterator[Obligation]:
    """Yield the obligations among all nodes, in order."""
    return (node for node in walk(nodes) if isinstance(node, Obligation))


def minimums_within(
    nodes: tuple[Obligation | Group | Choice, ...], id_: str
) -> Iterator[Obligation]:
    """Yield the minimums of credit inside a duty, at any depth: hours without a topic.

    A rule that covers, exempts, prorates or reduces the duty reaches them too.
    """
    for duty in obligations(nodes):
        in_hours = duty.hours is not None or duty.share is not None
        if duty.within == id_ and in_hours and not duty.topic:
            yield duty
            yield from minimums_within(nodes, duty.id)
