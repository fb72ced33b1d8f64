"""The loaded data as one immutable whole, with the lookups that every reader of it needs.

In: models and the documents they came from. Out: licenses by id, requirements by jurisdiction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from plugins.requirements.language.fields import Profession
from plugins.requirements.language.national import National
from plugins.requirements.language.obligations import Obligation, obligations
from plugins.requirements.language.requirement import Requirement
from plugins.requirements.reading.yaml_document import Document
from plugins.requirements.vocabulary.words import Board, Jurisdiction, Vocabulary
from plugins.requirements.wording.naming import LICENSE, Naming


@dataclass(frozen=True)
class License:
    """One of the 255: a profession in a jurisdiction, and the requirement it falls under."""

    profession: Profession
    place: str
    """The jurisdiction's folder, which is also its address: new-york."""
    jurisdiction: Jurisdiction
    requirement: Requirement
    file: str

    @property
    def id(self) -> str:
        """Postal code and profession: ny-md."""
        return f"{self.jurisdiction.code.lower()}-{self.profession}"

    @property
    def professions(self) -> tuple[Profession, ...]:
        """Whom it binds, as of a National."""
        return (self.profession,)

    @property
    def naming(self) -> Naming:
        """How sentences speak of it."""
        return LICENSE

    @property
    def boards(self) -> tuple[Board, ...]:
        """The boards that issue this license; two where either may."""
        ids = self.jurisdiction.boards_of((self.profession,))
        return tuple(self.jurisdiction.boards[id_] for id_ in ids)


# What a requirement may bind: all that words and pages need is the same in both.
Holding = License | National
# A duty and the license that it binds.
Bound = tuple[License, Obligation]


@dataclass(frozen=True)
class Filed:
    """A requirement with the file it stands in; `place` is empty for a national one."""

    place: str
    requirement: Requirement
    document: Document


@dataclass(frozen=True)
class Atlas:
    """Everything under requirements_data/, checked."""

    vocabulary: Vocabulary
    vocabulary_documents: dict[str, Document]
    jurisdictions: dict[str, Jurisdiction]
    jurisdiction_documents: dict[str, Document]
    filed: tuple[Filed, ...]
    licenses: dict[str, License] = field(default_factory=dict)
    unread: tuple[tuple[str, str], ...] = ()
    """Place and name of the requirement files that could not be read; national ones have none."""
    filed_national: tuple[Filed, ...] = ()
    nationals: dict[str, National] = field(default_factory=dict)

    @property
    def holdings(self) -> Iterator[Holding]:
        """All licenses, then all national requirements."""
        yield from self.licenses.values()
        yield from self.nationals.values()

    @property
    def by_key(self) -> dict[str, Holding]:
        """All that the calculator can be asked for: ny-md, us-dea."""
        return {**self.licenses, **{item.key: item for item in self.nationals.values()}}

    def licenses_in(self, place: str) -> Iterator[License]:
        """The licenses of a jurisdiction, in the order of the professions."""
        return (item for item in self.licenses.values() if item.place == place)

    def licenses_of(self, profession: Profession) -> Iterator[License]:
        """The licenses of a profession, in the order of the jurisdictions' names."""
        return (item for item in self.licenses.values() if item.profession == profession)

    @cached_property
    def duties_on(self) -> dict[str, list[Bound]]:
        """Each topic's duties of licensees, whether in force yet or not, license by license."""
        found: dict[str, list[Bound]] = {}
        for item in self.licenses.values():
            for duty in obligations(item.requirement.requires):
                for topic in duty.topic or () if duty.binds is None else ():
                    found.setdefault(topic, []).append((item, duty))
        return found
