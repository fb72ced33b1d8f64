"""The view of one license: everything its page shows, in the order it shows it.

In: a license, the vocabulary, and the day the site is built for. Out: a LicenseView. The page of a
national requirement is the same but for its heading.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.requirements import addresses
from plugins.requirements.atlas import Holding, License
from plugins.requirements.language.sources import Source
from plugins.requirements.vocabulary.accreditation import Body
from plugins.requirements.vocabulary.words import Board, Vocabulary
from plugins.requirements.wording import rules
from plugins.requirements.wording.citations import currency, with_citations
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.headlines import Headline, headline
from plugins.requirements.wording.renewals import own_renewals
from plugins.requirements.wording.rules import Statement
from plugins.requirements.wording.terms import date

from .anatomy import Anatomy, anatomy
from .ledger import LedgerGroup, Row, ledger, row


@dataclass(frozen=True)
class SourceEntry:
    """A source as the list at the foot of a page shows it."""

    id: str
    source: Source
    kind: str
    """The kind of source and how current it looked: "statute, as of 2024"."""


@dataclass(frozen=True)
class Section:
    """A titled list of statements, each with its sources."""

    id: str
    heading: str
    statements: tuple[tuple[Statement, tuple[Source, ...]], ...]


@dataclass(frozen=True)
class Heading:
    """Whose requirement it is. `authority` is whom to ask: "the board"."""

    title: str
    place: str
    place_address: str
    boards: tuple[Board | Body, ...]
    authority: str
    siblings: tuple[tuple[str, str], ...]
    also: tuple[str, ...]


@dataclass(frozen=True)
class LicenseView(Heading):
    """All that the template of a license page lays out."""

    license: Holding
    answer: Headline
    answer_sources: tuple[Source, ...]
    status: str
    confidence: str
    verified: str
    verified_iso: str
    anatomy: Anatomy | None
    ledger: tuple[LedgerGroup, ...]
    total: Row | None
    """The general total, which the ledger leaves out: for whom, what else it says, its law."""
    accepted: tuple[str, ...]
    accepted_addresses: tuple[str, ...]
    sections: tuple[Section, ...]
    conflicts: tuple[str, ...]
    open_questions: tuple[str, ...]
    sources: tuple[SourceEntry, ...]
    address: str
    data_address: str
    edit_address: str
    report_address: str


def license_view(
    item: License,
    siblings: tuple[License, ...],
    words: Vocabulary,
    today: dt.date,
    repository: str,
) -> LicenseView:
    """Put together the page of one license; `repository` is its address, "" where there is none."""
    entry = words.professions[item.profession]
    heading = Heading(
        title=f"{entry.people[:1].upper()}{entry.people[1:]} in {in_place(item)}",
        place=item.jurisdiction.name,
        place_address=addresses.state(item.place),
        boards=item.boards,
        authority="the board",
        siblings=tuple(
            (words.professions[other.profession].short, addresses.license_(other))
            for other in siblings
        ),
        also=tuple(
            words.professions[other].people
            for other in item.requirement.professions
            if other != item.profession
        ),
    )
    return requirement_view(item, heading, words, today, repository)


def requirement_view(
    item: Holding, heading: Heading, words: Vocabulary, today: dt.date, repository: str
) -> LicenseView:
    """Put together everything below the heading."""
    requirement, speaker = item.requirement, Speaker(item, words)
    total = requirement.total
    accepted = total.counts or () if total else ()
    return LicenseView(
        **vars(heading),
        license=item,
        answer=headline(item, words),
        answer_sources=_sources(item, _behind_answer(item)),
        status=requirement.status,
        confidence=requirement.confidence,
        verified=date(requirement.verified),
        verified_iso=requirement.verified.isoformat(),
        anatomy=anatomy(speaker, today),
        ledger=ledger(speaker, today),
        total=row(total, speaker, today) if total else None,
        accepted=tuple(words.credit_categories[id_].name for id_ in accepted),
        accepted_addresses=tuple(addresses.credit(id_) for id_ in accepted),
        sections=tuple(_sections(speaker)),
        conflicts=tuple(with_citations(text, requirement) for text in requirement.conflicts),
        open_questions=tuple(
            with_citations(text, requirement) for text in requirement.open_questions
        ),
        sources=source_entries(requirement.sources),
        address=addresses.license_(item),
        data_address=addresses.record(item),
        edit_address=addresses.edit(item, repository),
        report_address=addresses.report(item, repository),
    )


def source_entries(sources: Mapping[str, Source]) -> tuple[SourceEntry, ...]:
    """Sources as the list at the foot of a page."""
    return tuple(
        SourceEntry(id_, source, ", ".join(filter(None, (source.kind, currency(source)))))
        for id_, source in sources.items()
    )


def _behind_answer(item: Holding) -> tuple[str, ...]:
    """What the answer rests on, in brief: the first source of the total, or of the only duty there
    is, and the first of the day by which it is owed. The rest stands with the sections below.
    """
    requires = item.requirement.requires
    main = item.requirement.total or (requires[0] if len(requires) == 1 else None)
    renewal = own_renewals(item)[0]
    firsts = ((part.source or ())[:1] for part in (main, renewal) if part)
    return tuple(dict.fromkeys(id_ for first in firsts for id_ in first))


def in_place(item: License) -> str:
    """The jurisdiction's name as it follows "in": "California", "the District of Columbia"."""
    name = item.jurisdiction.name
    return f"the {name}" if name.startswith("District") else name


def _sections(speaker: Speaker) -> list[Section]:
    requirement = speaker.license.requirement
    alternatives = [rules.excuse(speaker, item, "Met by") for item in requirement.alternatives]
    exemptions = [rules.excuse(speaker, item, "Exempt:") for item in requirement.exemptions]
    notes = [Statement(text) for text in requirement.notes]
    contents = (
        ("renewal", "When you renew", rules.renewals(speaker)),
        ("limits", "How much of it counts", rules.limits(speaker)),
        ("alternatives", "Other ways to meet it", alternatives),
        ("new-licensees", "Your first renewal", rules.new_licensees(speaker)),
        ("carry-over", "Carry-over", rules.carry_over(speaker)),
        ("exemptions", "Who is exempt", exemptions),
        ("record-keeping", "Reporting and audit", rules.record_keeping(speaker)),
        ("changes", "What may change next", rules.changes(speaker)),
        ("notes", "Also good to know", notes),
    )
    return [
        Section(id_, heading, tuple(_cited(text, speaker.license) for text in statements))
        for id_, heading, statements in contents
        if statements
    ]


def _cited(statement: Statement, item: Holding) -> tuple[Statement, tuple[Source, ...]]:
    readable = Statement(
        with_citations(statement.text, item.requirement),
        with_citations(statement.note, item.requirement),
        statement.sources,
    )
    return readable, _sources(item, statement.sources)


def _sources(item: Holding, ids: tuple[str, ...]) -> tuple[Source, ...]:
    return tuple(item.requirement.sources[id_] for id_ in ids)
