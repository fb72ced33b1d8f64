"""The glossary's page: the field's words and the credit categories in one alphabet.

In: the library. Out: entries in alphabetical order, each with what else to see.
"""

from __future__ import annotations

from dataclasses import dataclass

from .asking import Library


@dataclass(frozen=True)
class Entry:
    """One word as the page shows it."""

    id: str
    name: str
    definition: str
    synonyms: tuple[str, ...]
    see_also: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Letter:
    """The words that begin with a letter."""

    letter: str
    entries: tuple[Entry, ...]


def letters(library: Library) -> tuple[Letter, ...]:
    """All entries, by letter."""
    glossary = library.atlas.vocabulary.glossary
    entries = [
        Entry(
            id_,
            term.name,
            term.definition,
            term.synonyms,
            tuple((glossary[other].name, f"#{other}") for other in term.see_also),
        )
        for id_, term in glossary.items()
    ]
    entries.sort(key=lambda entry: entry.name.lower())
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.name[0].upper(), []).append(entry)
    return tuple(Letter(letter, tuple(group)) for letter, group in found.items())
