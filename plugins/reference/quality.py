"""How sure we are of every license: the grid of the data-quality page.

In: an Atlas and the day the site is built for. Out: 51 rows of five cells, sums, and the fields
that narrow the table.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas, License
from plugins.requirements.language.fields import PROFESSIONS
from plugins.requirements.stats import second_hand_only
from plugins.requirements.wording.terms import date

from .filters import CONFIDENCE, CONFIDENCE_ORDER, Facts, Filter, FilterBar

# After so long the page says that a record wants checking again.
STALE_AFTER = dt.timedelta(days=365)
FILTERS = FilterBar(
    "states",
    "State",
    (
        Filter(
            "confidence",
            "Any license with",
            "word",
            (
                *((value, f"{name} confidence") for value, name in CONFIDENCE),
                ("not-established", "A rule not established"),
            ),
        ),
        Filter("open", "Open questions", "word", (("some", "Some"), ("none", "None"))),
    ),
)


@dataclass(frozen=True)
class QualityCell:
    """One license; `order` is what its column sorts by, the least sure first."""

    address: str
    status: str
    confidence: str
    order: str
    verified: str
    open_questions: int
    stale: bool


@dataclass(frozen=True)
class QualityRow:
    """The five licenses of a jurisdiction."""

    name: str
    address: str
    cells: tuple[QualityCell, ...]
    facts: Facts


@dataclass(frozen=True)
class QualityView:
    """The grid, and its sums."""

    professions: tuple[str, ...]
    rows: tuple[QualityRow, ...]
    counts: tuple[tuple[str, int], ...]
    filters: FilterBar = FILTERS


def quality_view(atlas: Atlas, today: dt.date) -> QualityView:
    """How sure we are of every license."""
    places = sorted(atlas.jurisdictions, key=lambda place: atlas.jurisdictions[place].name)
    found = [item.requirement for item in atlas.licenses.values()]
    counts = (
        ("licenses", len(found)),
        ("with high confidence", sum(r.confidence == "high" for r in found)),
        ("with medium confidence", sum(r.confidence == "medium" for r in found)),
        ("with low confidence", sum(r.confidence == "low" for r in found)),
        ("not established", sum(r.status == "not-established" for r in found)),
        ("open questions", sum(len(r.open_questions) for r in found)),
        ("duties read only second-hand", second_hand_only(atlas)),
    )
    short = tuple(atlas.vocabulary.professions[id_].short for id_ in PROFESSIONS)
    return QualityView(short, tuple(_row(place, atlas, today) for place in places), counts)


def _row(place: str, atlas: Atlas, today: dt.date) -> QualityRow:
    jurisdiction = atlas.jurisdictions[place]
    cells = tuple(_cell(item, today) for item in atlas.licenses_in(place))
    return QualityRow(
        name=jurisdiction.name,
        address=addresses.state(place),
        cells=cells,
        facts={
            "data-text": jurisdiction.code,
            "data-confidence": " ".join(
                sorted({_sureness(cell.status, cell.confidence) for cell in cells})
            ),
            "data-open": "some" if any(cell.open_questions for cell in cells) else "none",
        },
    )


def _cell(item: License, today: dt.date) -> QualityCell:
    requirement = item.requirement
    sureness = _sureness(requirement.status, requirement.confidence)
    return QualityCell(
        address=addresses.license_(item),
        status=requirement.status,
        confidence=requirement.confidence,
        order=CONFIDENCE_ORDER.get(sureness, "0"),
        verified=date(requirement.verified),
        open_questions=len(requirement.open_questions),
        stale=today - requirement.verified > STALE_AFTER,
    )


def _sureness(status: str, confidence: str) -> str:
    return status if status == "not-established" else confidence
