"""The views that list many licenses: states, professions, topics, home.

In: an Atlas. Out: rows for tables, with answers, addresses and what tables sort by.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas, License
from plugins.requirements.language.fields import PROFESSIONS, Profession
from plugins.requirements.language.obligations import Obligation
from plugins.requirements.language.sources import Source
from plugins.requirements.vocabulary.words import Board, ProfessionEntry, Term
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.headlines import Headline, headline, mandated_topics
from plugins.requirements.wording.terms import number, short_date

from .filters import (
    CONFIDENCE_ORDER,
    Facts,
    FilterBar,
    duty_facts,
    duty_filters,
    license_facts,
    license_filters,
)
from .ledger import is_over
from .license_page import in_place


@dataclass(frozen=True)
class LicenseRow:
    """A license in a table."""

    id: str
    place: str
    place_address: str
    profession: str
    short: str
    address: str
    answer: Headline
    hours: float | None
    months: float | None
    per_year: str
    topics: int
    status: str
    confidence: str
    confidence_order: str
    verified: str
    verified_iso: str
    open_questions: int
    facts: Facts


@dataclass(frozen=True)
class StateView:
    """The page of a jurisdiction."""

    name: str
    in_name: str
    boards: tuple[tuple[Board, tuple[str, ...]], ...]
    rows: tuple[LicenseRow, ...]


@dataclass(frozen=True)
class ProfessionView:
    """The page of a profession: a row for every jurisdiction."""

    id: str
    entry: ProfessionEntry
    address: str
    rows: tuple[LicenseRow, ...]
    filters: FilterBar


@dataclass(frozen=True)
class TopicRow:
    """A license that requires a topic, with the duty that does."""

    place: str
    place_address: str
    short: str
    address: str
    amount: str
    rhythm: str
    who: str
    since: str
    since_iso: str
    sources: tuple[Source, ...]
    facts: Facts


@dataclass(frozen=True)
class TopicView:
    """The page of a topic."""

    id: str
    term: Term
    address: str
    rows: tuple[TopicRow, ...]
    places: int
    filters: FilterBar
    states: tuple[tuple[str, str], ...]
    professions: tuple[tuple[str, str, int], ...]


def license_row(item: License, atlas: Atlas) -> LicenseRow:
    """One license as tables show it."""
    words, requirement = atlas.vocabulary, item.requirement
    total = requirement.total
    hours = total.hours if total and isinstance(total.hours, float) else None
    period = Speaker(item, words).period
    per_year = hours * 12 / period.months if hours and period else None
    return LicenseRow(
        id=item.id,
        place=item.jurisdiction.name,
        place_address=addresses.state(item.place),
        profession=words.professions[item.profession].name,
        short=words.professions[item.profession].short,
        address=addresses.license_(item),
        answer=headline(item, words),
        hours=hours,
        months=period.months if period else None,
        per_year=number(round(per_year, 1)) if per_year else "",
        topics=len(mandated_topics(item)),
        status=requirement.status,
        confidence=requirement.confidence,
        confidence_order=CONFIDENCE_ORDER[requirement.confidence],
        verified=short_date(requirement.verified),
        verified_iso=requirement.verified.isoformat(),
        open_questions=len(requirement.open_questions),
        facts=license_facts(item, words),
    )


def state_view(place: str, atlas: Atlas) -> StateView:
    """The boards of a jurisdiction and its five licenses side by side."""
    jurisdiction = atlas.jurisdictions[place]
    licenses = tuple(atlas.licenses_in(place))
    return StateView(
        name=jurisdiction.name,
        in_name=in_place(licenses[0]) if licenses else jurisdiction.name,
        boards=tuple(
            (board, tuple(atlas.vocabulary.professions[id_].people for id_ in board.licenses))
            for board in jurisdiction.boards.values()
        ),
        rows=tuple(license_row(item, atlas) for item in licenses),
    )


def profession_view(profession: Profession, atlas: Atlas) -> ProfessionView:
    """A profession and what every jurisdiction asks of it."""
    rows = tuple(license_row(item, atlas) for item in atlas.licenses_of(profession))
    return ProfessionView(
        id=profession,
        entry=atlas.vocabulary.professions[profession],
        address=addresses.profession(profession),
        rows=rows,
        filters=license_filters((row.facts for row in rows), atlas),
    )


def topic_view(topic: str, atlas: Atlas, today: dt.date) -> TopicView:
    """A topic and every license that requires it."""
    duties = atlas.duties_on.get(topic, [])
    rows = [_topic_row(item, duty, atlas) for item, duty in duties if not is_over(duty, today)]
    return TopicView(
        id=topic,
        term=atlas.vocabulary.topics[topic],
        address=addresses.topic(topic),
        rows=tuple(rows),
        places=len({row.place for row in rows}),
        filters=duty_filters((row.facts for row in rows), atlas.vocabulary),
        states=tuple(dict.fromkeys((row.place, row.place_address) for row in rows)),
        professions=tuple(_professions(topic, rows, atlas)),
    )


def _professions(topic: str, rows: list[TopicRow], atlas: Atlas) -> Iterator[tuple[str, str, int]]:
    """For each profession that owes the topic: its table narrowed to it, and how many states."""
    for id_ in PROFESSIONS:
        places = {row.place for row in rows if row.facts["data-profession"] == id_}
        if places:
            people = atlas.vocabulary.professions[id_].people
            yield people, addresses.profession_with_topic(id_, topic), len(places)


def _topic_row(item: License, duty: Obligation, atlas: Atlas) -> TopicRow:
    speaker = Speaker(item, atlas.vocabulary)
    since = duty.from_
    return TopicRow(
        place=item.jurisdiction.name,
        place_address=addresses.state(item.place),
        short=atlas.vocabulary.professions[item.profession].short,
        address=addresses.duty(item, duty.id),
        amount=speaker.amount(duty),
        rhythm=speaker.rhythm(duty),
        who=speaker.who(duty),
        since=short_date(since) if since else "",
        since_iso=since.isoformat() if since else "",
        sources=tuple(item.requirement.sources[id_] for id_ in duty.source or ()),
        facts=duty_facts(item, duty, atlas.vocabulary),
    )
