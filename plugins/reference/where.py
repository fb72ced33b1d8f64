"""Where a credit or a credential counts, as rows and lists: computed from the licenses.

In: an Atlas, and what plugins.requirements.acceptance finds in it. Out: rows of places with links.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.requirements import addresses
from plugins.requirements.acceptance import Acceptance, Part, where_counted, where_credential
from plugins.requirements.atlas import Atlas, Holding, License
from plugins.requirements.language.national import National
from plugins.requirements.language.obligations import Obligation
from plugins.requirements.language.sources import Source
from plugins.requirements.wording import rules
from plugins.requirements.wording.duties import Speaker

# More mandated topics than these are counted rather than named.
MOST_TOPICS = 2


@dataclass(frozen=True)
class PlaceLinks:
    """A state, or a national requirement, with links to its licenses that are meant."""

    name: str
    address: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class CountedRow:
    """One requirement that names a credit: where, how it counts, and by which law."""

    place: PlaceLinks
    how: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Counted:
    """Everywhere a credit counts. `licenses` and `places` are those whose total takes it."""

    licenses: int
    places: int
    rows: tuple[CountedRow, ...]


@dataclass(frozen=True)
class Credential:
    """Where licenses ask for a credential, and where they take it in place of something."""

    asks: tuple[PlaceLinks, ...]
    instead: tuple[PlaceLinks, ...]
    asking: int
    taking: int


def counted(category: str, atlas: Atlas, today: dt.date) -> Counted:
    """Everywhere a credit category counts."""
    found = where_counted(category, atlas, today)
    toward = [
        item
        for acceptance in found
        if acceptance.toward_total
        for item in acceptance.holdings
        if isinstance(item, License)
    ]
    return Counted(
        licenses=len(toward),
        places=len({item.place for item in toward}),
        rows=tuple(_row(acceptance, atlas) for acceptance in found),
    )


def credential(ids: tuple[str, ...], atlas: Atlas) -> Credential:
    """Where licenses ask for, or take, one of these credentials."""
    uses = where_credential(ids, atlas)
    asks = [use.license for use in uses if use.use == "asks"]
    instead = [use.license for use in uses if use.use == "instead"]
    return Credential(places(asks, atlas), places(instead, atlas), len(asks), len(instead))


def places(items: Iterable[License], atlas: Atlas) -> tuple[PlaceLinks, ...]:
    """Licenses by state."""
    by_place: dict[str, list[License]] = {}
    for item in items:
        by_place.setdefault(item.place, []).append(item)
    return tuple(_place(found, atlas) for found in by_place.values())


def _place(items: Iterable[Holding], atlas: Atlas) -> PlaceLinks:
    found = tuple(items)
    first = found[0]
    if isinstance(first, National):
        return PlaceLinks(first.requirement.name, addresses.license_(first), ())
    professions = atlas.vocabulary.professions
    return PlaceLinks(
        first.jurisdiction.name,
        addresses.state(first.place),
        tuple(
            (professions[item.profession].short, addresses.license_(item))
            for item in found
            if isinstance(item, License)
        ),
    )


def _row(acceptance: Acceptance, atlas: Atlas) -> CountedRow:
    speaker = Speaker(acceptance.holdings[0], atlas.vocabulary)
    named = dict.fromkeys(id_ for part in acceptance.parts for id_ in part.source or ())
    first = tuple(named)[:1]
    return CountedRow(
        place=_place(acceptance.holdings, atlas),
        how="; ".join(_how(acceptance.parts, speaker)),
        sources=tuple(acceptance.requirement.sources[id_] for id_ in first),
    )


def _how(parts: tuple[Part, ...], speaker: Speaker) -> list[str]:
    """Each part in a few words: the total, minimums, topics, limits, conversions."""
    duties = [part for part in parts if isinstance(part, Obligation)]
    texts, topics = [], []
    for duty in duties:
        if duty.id == "total":
            known = isinstance(duty.hours, float)
            texts.append(f"toward the {speaker.amount(duty)}" if known else "toward the total")
        elif duty.topic:
            topics.append(speaker.whole(duty))
        else:
            texts.append(speaker.whole(duty))
    if len(topics) > MOST_TOPICS:
        topics = [f"toward {len(topics)} mandated topics"]
    requirement = speaker.license.requirement
    said = rules.limits(speaker)
    for item, statement in zip((*requirement.limits, *requirement.conversions), said, strict=True):
        if any(item is part for part in parts):
            texts.append(statement.text[:1].lower() + statement.text[1:].rstrip("."))
    return texts + topics
