"""The pages of credit categories: what one unit is, what earns it, who takes it, where it counts.

In: an Atlas and the day of the build. Out: a CreditView for each category, and the groups of the
list that leads to them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas
from plugins.requirements.language.sources import Source
from plugins.requirements.vocabulary.accreditation import CreditSystem, Earning, Equivalence, Said
from plugins.requirements.vocabulary.equivalence import about
from plugins.requirements.vocabulary.words import CreditCategory, Vocabulary
from plugins.requirements.wording.terms import hours, join, number, sentence

from .ledger import Row
from .license_page import SourceEntry, source_entries
from .where import Counted, counted

GROUPS = (
    ("system", "Credit systems"),
    ("approved", "Approved by a board or another body"),
    ("activity", "Earned by what you do"),
)


@dataclass(frozen=True)
class Statement:
    """A sentence with its sources."""

    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Rate:
    """Who takes a credit, as what, at what rate. Addresses are empty where there is no page."""

    credit: tuple[tuple[str, str], ...]
    taker: str
    taker_address: str
    counts_as: str
    counts_as_address: str
    rate: str
    note: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class SystemView:
    """How a credit system works."""

    owner: str
    owner_address: str
    amount: str
    makes: str
    facts: tuple[tuple[str, Statement], ...]
    earn: tuple[Row, ...]
    limits: tuple[Statement, ...]
    notes: tuple[Statement, ...]
    open_questions: tuple[str, ...]
    sources: tuple[SourceEntry, ...]


@dataclass(frozen=True)
class CreditView:
    """The page of a credit category."""

    id: str
    name: str
    category: CreditCategory
    address: str
    system: SystemView | None
    rates: tuple[Rate, ...]
    counted: Counted


def credit_view(id_: str, atlas: Atlas, today: dt.date) -> CreditView:
    """Put together the page of one category."""
    words = atlas.vocabulary
    category = words.credit_categories[id_]
    system = words.credit_systems.get(id_)
    return CreditView(
        id=id_,
        name=_heading(category.name),
        category=category,
        address=addresses.credit(id_),
        system=_system(system, words) if system else None,
        rates=rates(about(words, id_), words),
        counted=counted(id_, atlas, today),
    )


def _heading(name: str) -> str:
    return name[:1].upper() + name[1:]


def rates(records: Mapping[str, Equivalence], words: Vocabulary) -> tuple[Rate, ...]:
    """The equivalence table, or the part of it that is given."""
    return tuple(_rate(item, words) for item in records.values())


def _rate(item: Equivalence, words: Vocabulary) -> Rate:
    names = words.credit_categories
    own = "its own credit" if item.body else "hours"
    taken = names[item.counts_as].name if item.counts_as else own
    one = item.one or "credit"
    if isinstance(item.worth, float):
        rate = f"1 {one} = {number(item.worth)}"
        if item.first:
            rate += f" for the first {number(item.first)} of a period, then 1"
    else:
        rate = "not established"
    return Rate(
        credit=tuple((_heading(names[id_].name), addresses.credit(id_)) for id_ in item.credit),
        taker=words.accrediting_bodies[item.body].short if item.body else "everybody",
        taker_address=addresses.body(item.body) if item.body else "",
        counts_as=taken,
        counts_as_address=addresses.credit(item.counts_as) if item.counts_as else "",
        rate=rate,
        note=item.note or "",
        sources=item.sources,
    )


def _system(system: CreditSystem, words: Vocabulary) -> SystemView:
    owner = words.accrediting_bodies[system.owner] if system.owner else None
    amount, makes = _length(system)
    facts = [
        (f"One {system.unit}", _said(system.measure, system.sources)),
        ("Given by", _said(system.given_by, system.sources)),
    ]
    if who := [words.professions[id_].people for id_ in system.professions]:
        facts.append(("For", Statement(sentence(join(who)), ())))
    if system.others:
        facts.append(("For others", Statement(sentence(system.others), ())))
    return SystemView(
        owner=owner.name if owner else "",
        owner_address=addresses.body(system.owner) if system.owner else "",
        amount=amount,
        makes=makes,
        facts=tuple(facts),
        earn=tuple(
            _earning(item, f"earn-{index}", system)
            for index, item in enumerate(system.earn, start=1)
        ),
        limits=tuple(_said(item, system.sources) for item in system.limits),
        notes=tuple(_said(item, system.sources) for item in system.notes),
        open_questions=system.open_questions,
        sources=source_entries(system.sources),
    )


def _length(system: CreditSystem) -> tuple[str, str]:
    """The largest thing on the page, and what follows it: "60 minutes", "make one credit"."""
    unit = system.unit
    if system.minutes is None:
        return f"{unit[:1].upper()}{unit[1:]}s", "not minutes"
    if system.minutes == "not-established":
        return f"One {unit}", "its length in minutes was not found"
    if system.minutes > 60:
        return hours(system.minutes / 60), f"make one {unit}"
    return f"{system.minutes} minutes", f"make one {unit}"


def _earning(item: Earning, id_: str, system: CreditSystem) -> Row:
    amount = (
        hours(item.credit, f"{system.unit}s")
        if isinstance(item.credit, float)
        else "Amount not established"
    )
    limit = sentence(f"at most {number(item.at_most)} in {item.within}") if item.at_most else ""
    return Row(
        id=id_,
        amount=amount,
        subject=item.way,
        subject_address="",
        rhythm=f"for each {item.per}",
        who="",
        place=" ".join(filter(None, (limit, item.note and sentence(item.note)))),
        details=(),
        sources=tuple(system.sources[source] for source in item.source),
        depth=0,
    )


def _said(item: Said, sources: Mapping[str, Source]) -> Statement:
    return Statement(sentence(item.text), tuple(sources[id_] for id_ in item.source))


def grouped(views: list[CreditView]) -> list[tuple[str, list[CreditView]]]:
    """Views by kind, for the list of all."""
    return [
        (heading, [view for view in views if view.category.kind == kind])
        for kind, heading in GROUPS
    ]
