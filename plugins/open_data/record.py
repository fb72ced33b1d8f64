"""One license or national requirement as data: what was written, and what follows from it.

In: a license, the file that it stands in, the vocabulary, the day the site is built for. Out: a
Record. `authored` is the YAML file itself; `computed` is ours, and made anew at every build.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from plugins.requirements import addresses
from plugins.requirements.atlas import Holding
from plugins.requirements.checks.located import Located, nodes
from plugins.requirements.language.fields import Profession
from plugins.requirements.language.national import National
from plugins.requirements.language.obligations import Obligation
from plugins.requirements.vocabulary.words import Vocabulary
from plugins.requirements.wording import rules
from plugins.requirements.wording.citations import with_citations
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.headlines import headline
from plugins.requirements.wording.terms import sentence


class Part(BaseModel):
    """Fields have one type each; what is not known is null, never left out."""

    model_config = ConfigDict(frozen=True)


class ComputedDuty(Part):
    """A duty in words. `id` is its id in `authored`, and its anchor on the page."""

    id: str
    amount: str = Field(description="How much: 12 hours, a course")
    subject: str = Field(description="Of what")
    sentence: str = Field(description="The whole duty in one sentence")
    how_often: str = Field(description="How often and by when; empty where the rule says no more")
    for_whom: str = Field(description="The condition; empty where it binds everybody")
    place: str = Field(description="Inside or on top of which hours; empty where neither")
    hours: float | None = Field(description="Null where it is not counted in hours, or unknown")
    binds_licensee: bool = Field(description="False where it binds course providers")
    in_force: bool = Field(description="On the day `as_of`; false also for unconfirmed bills")
    sources: tuple[str, ...] = Field(description="Ids in the sources of `authored`")


class Computed(Part):
    """What follows from the authored facts."""

    answer: str = Field(description="What is owed, in a line: 50 hours every 2 years")
    hours: float | None = Field(description="The general total; null where there is none")
    period_months: int | None = Field(description="The span over which credit is counted")
    hours_per_year: float | None
    duties: tuple[ComputedDuty, ...]
    renewal: tuple[str, ...]
    alternatives: tuple[str, ...]
    exemptions: tuple[str, ...]
    limits: tuple[str, ...]
    new_licensees: tuple[str, ...]
    carry_over: tuple[str, ...]


class Board(Part):
    """Who issues the license."""

    name: str
    url: str


class Record(Part):
    """A license, or a national requirement, with its facts and what follows from them."""

    version: Literal[1] = 1
    id: str = Field(description="Postal code and profession: ca-md; us-dea for a national one")
    kind: Literal["license", "national"]
    jurisdiction: str | None = Field(description="Id of the jurisdiction: california")
    jurisdiction_name: str | None
    professions: tuple[Profession, ...] = Field(description="Whom it binds")
    boards: tuple[Board, ...]
    page: str = Field(description="The page for readers")
    as_of: dt.date = Field(description="The day that `in_force` is about: of the build's source")
    authored: dict[str, Any] = Field(
        description="The facts as they were written; schema/requirement.json or national.json"
    )
    computed: Computed


def record_of(
    item: Holding, authored: Any, words: Vocabulary, today: dt.date, site: str = ""
) -> Record:
    """Make the record of one license; `site` is the address that the site is published at."""
    is_national = isinstance(item, National)
    place = item.jurisdiction
    boards = () if isinstance(item, National) else item.boards
    return Record(
        id=item.key if isinstance(item, National) else item.id,
        kind="national" if is_national else "license",
        jurisdiction=None if isinstance(item, National) else item.place,
        jurisdiction_name=place.name if place else None,
        professions=item.professions,
        boards=tuple(Board(name=board.name, url=board.url) for board in boards),
        page=f"{site}/{addresses.license_(item)}",
        as_of=today,
        authored=authored,
        computed=_computed(Speaker(item, words), today),
    )


def _computed(speaker: Speaker, today: dt.date) -> Computed:
    requirement = speaker.license.requirement
    total = requirement.total
    hours = total.hours if total and isinstance(total.hours, float) else None
    period = speaker.period
    months = int(period.months) if period and period.unit != "day" else None
    texts = {
        "renewal": rules.renewals(speaker),
        "limits": rules.limits(speaker),
        "new_licensees": rules.new_licensees(speaker),
        "carry_over": rules.carry_over(speaker),
        "alternatives": [rules.excuse(speaker, it, "Met by") for it in requirement.alternatives],
        "exemptions": [rules.excuse(speaker, it, "Exempt:") for it in requirement.exemptions],
    }
    return Computed(
        answer=headline(speaker.license, speaker.words).short,
        hours=hours,
        period_months=months,
        hours_per_year=round(hours * 12 / months, 2) if hours and months else None,
        duties=tuple(
            _duty(one, speaker, today) for one in nodes(requirement) if one.path[0] == "requires"
        ),
        **{
            name: tuple(with_citations(it.text, requirement) for it in found)
            for name, found in texts.items()
        },
    )


def _duty(one: Located, speaker: Speaker, today: dt.date) -> ComputedDuty:
    node = one.node
    obligation = node if isinstance(node, Obligation) else None
    begun = node.from_ is None or node.from_ <= today
    over = node.until is not None and node.until < today
    return ComputedDuty(
        id=node.id,
        amount=speaker.amount(node),
        subject=speaker.subject(node),
        sentence=sentence(speaker.sentence(node)),
        how_often=speaker.rhythm(obligation) if obligation else "",
        for_whom=speaker.who(node),
        place=speaker.place(node),
        hours=speaker.hours_of(obligation) if obligation else None,
        binds_licensee=obligation is None or obligation.binds is None,
        in_force=begun and not over and node.standing is None,
        sources=one.sources,
    )
