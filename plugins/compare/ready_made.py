"""Comparisons that many readers come for, ready to open.

In: an Atlas. Out: for each profession its own, and the states where two boards license physicians.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas, License
from plugins.requirements.language.fields import PROFESSIONS
from plugins.requirements.wording.terms import join

# The four with the most inhabitants in the census of 2020.
LARGEST = ("CA", "TX", "FL", "NY")


@dataclass(frozen=True)
class ReadyMade:
    """A profession: the table of all states, and a comparison of the largest."""

    name: str
    table: str
    largest: str


@dataclass(frozen=True)
class Choice:
    """A license that can be chosen: its id, its name, and the words by which it is found."""

    id: str
    name: str
    words: str


@dataclass(frozen=True)
class CompareView:
    """All that the template lays out."""

    choices: tuple[Choice, ...]
    professions: tuple[ReadyMade, ...]
    largest: str
    two_boards: tuple[tuple[str, str], ...]


def compare_view(atlas: Atlas) -> CompareView:
    """The page before a license is chosen."""
    names = {item.code: item.name for item in atlas.jurisdictions.values()}
    return CompareView(
        choices=tuple(_choice(item, atlas) for item in atlas.licenses.values()),
        professions=tuple(
            ReadyMade(
                name=atlas.vocabulary.professions[id_].name,
                table=addresses.profession(id_),
                largest=addresses.compare(f"{code.lower()}-{id_}" for code in LARGEST),
            )
            for id_ in PROFESSIONS
        ),
        largest=join([names[code] for code in LARGEST if code in names]),
        two_boards=tuple(
            (item.jurisdiction.name, addresses.compare(_physicians(item)))
            for item in atlas.licenses_of("md")
            if "do" not in item.requirement.professions
        ),
    )


def _physicians(item: License) -> Iterable[str]:
    code = item.jurisdiction.code.lower()
    return (f"{code}-md", f"{code}-do")


def _choice(item: License, atlas: Atlas) -> Choice:
    entry = atlas.vocabulary.professions[item.profession]
    place = item.jurisdiction
    words = (place.name, place.code, entry.short, entry.people, *entry.synonyms)
    return Choice(item.id, f"{place.name} {entry.short}", " ".join(words).lower())
