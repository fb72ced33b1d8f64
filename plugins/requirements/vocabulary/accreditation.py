"""Who awards credit, what a credit is, and who takes whose: the models of three vocabulary files.

In: accrediting-bodies.yaml, credit-systems.yaml and equivalences.yaml of
requirements_data/vocabulary/. Out: bodies, credit systems and equivalences, each with its sources.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from plugins.requirements.language.fields import (
    Hours,
    Id,
    Ids,
    NotEstablished,
    Profession,
    Record,
    Text,
    Url,
)
from plugins.requirements.language.sources import Source

Role = Literal[
    "owns-credit",
    "accredits-providers",
    "certifies-people",
    "registers-prescribers",
    "society",
    "tracks-credit",
]
Sources = Annotated[
    dict[Id, Source], Field(min_length=1, description="Citation, kind and address of each source")
]
OPEN = Field(default=(), description="What was looked for and not found")


class Said(Record):
    """A statement and the sources that it rests on."""

    text: Text = Field(description="One or two sentences")
    source: Ids


class Body(Record):
    """An organization that awards, accredits, certifies or keeps track, in this order of roles."""

    name: Text
    short: Text = Field(description="How the field says it: ANCC")
    roles: Annotated[
        tuple[Role, ...], Field(min_length=1, description="What it does, most important first")
    ]
    serves: Text = Field(description="Whom it serves, to follow 'For': physicians of any specialty")
    professions: tuple[Profession, ...] = Field(default=(), description="Those of them listed here")
    url: Url = Field(description="Its own site")
    lead: Text = Field(description="What it is to the reader, in a sentence")
    gives: Ids | None = Field(
        default=None, description="Credit that it, or whom it accredits, may give without owning it"
    )
    certifies: Ids | None = Field(
        default=None, description="Credentials (vocabulary/credentials.yaml) that it can confer"
    )
    facts: Annotated[
        tuple[Said, ...], Field(min_length=1, description="What a reader should know, with sources")
    ]
    open_questions: tuple[Text, ...] = OPEN
    sources: Sources


class Earning(Record):
    """A way to earn a credit: so much for each of something, at most so much in a time."""

    way: Text = Field(description="A noun phrase: presenting at a live course")
    credit: Hours | NotEstablished = Field(description="How much it earns")
    per: Text = Field(description="To follow 'for each': hour, article, student and 40-hour week")
    at_most: Hours | None = Field(default=None, description="The most that counts")
    within: Text | None = Field(default=None, description="Of at-most: a three-year cycle")
    note: Text | None = None
    source: Ids

    @model_validator(mode="after")
    def _whole_limit(self) -> Earning:
        if (self.at_most is None) != (self.within is None):
            raise ValueError("at-most: and within: go together")
        return self


class CreditSystem(Record):
    """How a credit category works. Its key is the id of the category."""

    owner: Id | None = Field(default=None, description="The body whose credit it is")
    unit: Literal["credit", "contact hour", "CEU", "semester hour", "point"] = Field(
        default="credit", description="What it is counted in"
    )
    minutes: Annotated[int, Field(strict=True, ge=1, le=6000)] | NotEstablished | None = Field(
        default=None, description="Length of one unit; left out where time is not what counts"
    )
    measure: Said = Field(description="What one unit is, in words")
    given_by: Said = Field(description="Who gives it, and when")
    professions: tuple[Profession, ...] = Field(default=(), description="Who can earn it")
    others: Text | None = Field(default=None, description="What it is to everybody else")
    earn: tuple[Earning, ...] = Field(default=(), description="Which activities earn it")
    limits: tuple[Said, ...] = Field(default=(), description="What does not count, or only so much")
    notes: tuple[Said, ...] = Field(default=(), description="Anything else a reader should know")
    open_questions: tuple[Text, ...] = OPEN
    sources: Sources


class Equivalence(Record):
    """Who takes whose credit, as what, at what rate. It has a direction: the reverse may not hold.

    Without `body` it is what the unit means to everybody. Without `counts-as` the unit counts as
    so many hours of its own kind.
    """

    credit: Ids = Field(description="The credit categories that are taken")
    one: Text | None = Field(default=None, description="The unit, where it is not one credit: CEU")
    body: Id | None = Field(default=None, description="The body that takes it")
    counts_as: Id | None = Field(default=None, description="The credit category it counts as")
    worth: Hours | NotEstablished = Field(description="What one of it is worth")
    first: Hours | None = Field(
        default=None, description="Only so many units of a period; further ones count once"
    )
    note: Text | None = None
    sources: Annotated[
        tuple[Source, ...], Field(min_length=1, description="Where it was read, the best first")
    ]
