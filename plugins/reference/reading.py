"""What explains a license's page: the words of the field that it uses, and guides beside sections.

In: the view of a license. Out: a Reading, with names and addresses in the glossary and the guides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.requirements import addresses
from plugins.requirements.vocabulary.glossary import WordFinder

from .license_page import LicenseView

# Section of the page, to what the link beside it says and where it leads.
BESIDE: Mapping[str, tuple[str, str]] = {
    "accepted": ("How kinds of credit differ", addresses.guide("kinds-of-credit")),
    "new-licensees": (
        "New license, new state, several licenses",
        addresses.guide("moving-and-several-licenses"),
    ),
    "record-keeping": ("How to keep records", addresses.guide("records-and-audits")),
    "open-questions": ("How to read doubt", addresses.guide("reading-this-site")),
}


@dataclass(frozen=True)
class Reading:
    """Words as name and address; guides by section."""

    words: tuple[tuple[str, str], ...]
    beside: Mapping[str, tuple[str, str]]


def reading(view: LicenseView, finder: WordFinder) -> Reading:
    """What to read beside one license."""
    words = tuple((name, addresses.term(id_)) for id_, name in finder.on(_texts(view)))
    return Reading(words, BESIDE)


def _texts(view: LicenseView) -> Iterator[str]:
    """What a reader meets on the page, but for notes and the names of sources."""
    yield view.answer.amount
    yield from view.accepted
    for group in view.ledger:
        for row in group.rows:
            yield from (row.amount, row.subject, row.rhythm, row.who, row.place)
            yield from (way.text for way in row.ways)
    for section in view.sections:
        yield section.heading
        yield from (statement.text for statement, _ in section.statements)
