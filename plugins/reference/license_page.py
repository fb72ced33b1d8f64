"""The view of one license: everything its page shows, in the order it shows it.

In: a license, the vocabulary, and the day the site is built for. Out: a LicenseView.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from plugins.requirements import addresses
from plugins.requirements.atlas import Holding, License
from plugins.requirements.requirement import Source
from plugins.requirements.vocabulary import Board, Vocabulary
from plugins.requirements.wording import rules
from plugins.requirements.wording.citations import currency, with_citations
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.headlines import Headline, headline
from plugins.requirements.wording.rules import Statement
from plugins.requirements.wording.terms import date

from .anatomy import Anatomy, anatomy
from .ledger import LedgerGroup, ledger


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
class LicenseView:
    """All that the template of a license page lays out."""

    license: License
    title: str
    people: str
    profession: str
    place: str
    place_address: str
    profession_address: str
    boards: tuple[Board, ...]
    answer: Headline
    answer_sources: tuple[Source, ...]
    status: str
    confidence: str
    verified: str
    verified_iso: str
    anatomy: Anatomy | None
    ledger: tuple[LedgerGroup, ...]
    accepted: tuple[str, ...]
    sections: tuple[Section, ...]
    conflicts: tuple[str, ...]
    open_questions: tuple[str, ...]
    sources: tuple[SourceEntry, ...]
    siblings: tuple[tuple[str, str], ...]
    also: tuple[str, ...]
    address: str
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
    requirement, speaker = item.requirement, Speaker(item, words)
    entry = words.professions[item.profession]
    total = requirement.total
    return LicenseView(
        license=item,
        title=f"{entry.people[:1].upper()}{entry.people[1:]} in {in_place(item)}",
        people=entry.people,
        profession=entry.name,
        place=item.jurisdiction.name,
        place_address=addresses.state(item.place),
        profession_address=addresses.profession(item.profession),
        boards=item.boards,
        answer=headline(item, words),
        answer_sources=_sources(item, tuple(total.source or ()) if total else ()),
        status=requirement.status,
        confidence=requirement.confidence,
        verified=date(requirement.verified),
        verified_iso=requirement.verified.isoformat(),
        anatomy=anatomy(speaker, today),
        ledger=ledger(speaker, today),
        accepted=tuple(rules.accepted(speaker)),
        sections=tuple(_sections(speaker)),
        conflicts=tuple(with_citations(text, requirement) for text in requirement.conflicts),
        open_questions=tuple(
            with_citations(text, requirement) for text in requirement.open_questions
        ),
        sources=tuple(
            SourceEntry(id_, source, ", ".join(filter(None, (source.kind, currency(source)))))
            for id_, source in requirement.sources.items()
        ),
        siblings=tuple(
            (words.professions[other.profession].short, addresses.license_(other))
            for other in siblings
        ),
        also=tuple(
            words.professions[other].people
            for other in requirement.professions
            if other != item.profession
        ),
        address=addresses.license_(item),
        edit_address=addresses.edit(item, repository),
        report_address=addresses.report(item, repository),
    )


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
