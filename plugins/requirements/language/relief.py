"""What lessens duties: alternatives and exemptions, and rules for new licensees.

In: the mappings under alternatives:, exemptions: and new-licensees:. Out: models of them.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from plugins.requirements.language.conditions import ConditionField
from plugins.requirements.language.fields import (
    ComparisonField,
    Date,
    Hours,
    Id,
    Ids,
    Record,
    ShareField,
    Text,
)
from plugins.requirements.language.obligations import Node


class Excuse(Record):
    """An alternative (something stands in for obligations) or an exemption (nothing is owed).

    `when` decides by the practitioner's facts, `instead` by something earned; `who` or `how` says
    it in words, alone where no program can decide. `covers` names what is excused.
    """

    how: Text | None = Field(default=None, description="What it is, as a noun phrase for readers")
    when: ConditionField | None = None
    instead: Node | None = Field(default=None, description="A duty that is done instead")
    covers: Literal["everything"] | Ids = Field(
        default="everything",
        description="Ids of duties. To cover total is not to cover the mandated topics",
    )
    but_not: Ids | None = Field(
        default=None, description="Ids of duties that stay owed, with covers: everything"
    )
    worth: Hours | ShareField | None = Field(
        default=None, description="Only so many hours of what is covered"
    )
    only: Literal["one cycle", "one period"] | None = Field(
        default=None, description="It may be used only this often"
    )
    on_application: Literal[True] | None = Field(
        default=None, description="The board must grant it"
    )
    from_: Date | None = None
    until: Date | None = None
    note: Text | None = None
    source: Ids | None = None

    @model_validator(mode="after")
    def _decidable_or_said(self) -> Excuse:
        if not (self.how or self.when or self.instead):
            raise ValueError("nothing says who or what this is; write when:, instead: or how:")
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
    exempt: Literal["everything"] | Ids | None = Field(
        default=None, description="Ids of duties that are not owed then"
    )
    but_not: Ids | None = Field(
        default=None, description="Ids of duties that stay owed, with exempt: everything"
    )
    reduce: Id | None = Field(default=None, description="A duty that then has fewer hours")
    to: Hours | None = Field(default=None, description="How many, with reduce:")
    prorate: Id | None = Field(default=None, description="A duty owed by the time licensed")
    by: Literal["month", "quarter", "half-year", "year"] | None = Field(
        default=None, description="The step, with prorate:"
    )
    rate: Hours | None = Field(default=None, description="Hours for each `by`, if the rule says")
    plus: Hours | None = Field(default=None, description="Hours owed besides the prorated ones")
    same: Literal[True] | None = Field(
        default=None, description="The first renewal is like every other"
    )
    words: Text | None = Field(default=None, description="A rule that no other key can say")
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
            raise ValueError(
                "a rule does one thing; write one of exempt:, reduce:, prorate:, same: or words:"
            )
        if (self.reduce is None) != (self.to is None):
            raise ValueError("reduce: and to: go together")
        if (self.prorate is None) != (self.by is None):
            raise ValueError("prorate: and by: go together")
        return self
