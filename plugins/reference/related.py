"""What a reader of a license or a state may want next: the same beyond the border, side by side.

In: a license or a jurisdiction, and the Atlas. Out: names, answers and addresses.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas, License
from plugins.requirements.vocabulary.neighbors import neighbors
from plugins.requirements.wording.headlines import headline


@dataclass(frozen=True)
class Related:
    """A page to go on to; `answer` is empty where the page is a state's."""

    name: str
    address: str
    answer: str = ""


@dataclass(frozen=True)
class RelatedView:
    """The neighbors, and comparisons: of this alone, to add to, and with all neighbors."""

    neighbors: tuple[Related, ...]
    compare: str
    compare_all: str


def related_licenses(item: License, atlas: Atlas) -> RelatedView:
    """The same profession in the neighboring states."""
    near = neighbors(item.jurisdiction.code)
    found = [
        other for other in atlas.licenses_of(item.profession) if other.jurisdiction.code in near
    ]
    return RelatedView(
        neighbors=tuple(
            Related(
                other.jurisdiction.name,
                addresses.license_(other),
                headline(other, atlas.vocabulary).short,
            )
            for other in found
        ),
        compare=addresses.compare([item.id]),
        compare_all=addresses.compare(other.id for other in [item, *found]),
    )


def related_states(place: str, atlas: Atlas) -> RelatedView:
    """The neighbors of a state, and its own licenses side by side."""
    near = neighbors(atlas.jurisdictions[place].code)
    states = sorted(
        (other.name, addresses.state(folder))
        for folder, other in atlas.jurisdictions.items()
        if other.code in near
    )
    all_five = addresses.compare(item.id for item in atlas.licenses_in(place))
    return RelatedView(tuple(Related(*state) for state in states), all_five, all_five)
