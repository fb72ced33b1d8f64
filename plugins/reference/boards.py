"""The boards of all jurisdictions, one a row, with the licenses that each issues.

In: an Atlas. Out: rows for the table of boards, and the fields that narrow it.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas
from plugins.requirements.vocabulary.words import Board

from .filters import Facts, FilterBar, profession_filter


@dataclass(frozen=True)
class BoardRow:
    """A board; `licenses` are names and addresses of the pages of what it issues."""

    place: str
    place_address: str
    board: Board
    licenses: tuple[tuple[str, str], ...]
    facts: Facts


def board_rows(atlas: Atlas) -> tuple[BoardRow, ...]:
    """All boards, by the names of their jurisdictions."""
    return tuple(
        BoardRow(
            place=jurisdiction.name,
            place_address=addresses.state(place),
            board=board,
            licenses=tuple(
                (atlas.vocabulary.professions[item.profession].short, addresses.license_(item))
                for item in atlas.licenses_in(place)
                if item.profession in board.licenses
            ),
            facts={
                "data-text": f"{jurisdiction.code} {board.name}",
                "data-profession": " ".join(board.licenses),
            },
        )
        for place, jurisdiction in sorted(
            atlas.jurisdictions.items(), key=lambda pair: pair[1].name
        )
        for board in jurisdiction.boards.values()
    )


def board_filters(atlas: Atlas) -> FilterBar:
    """The fields above the table of boards."""
    return FilterBar("boards", "State or board", (profession_filter(atlas.vocabulary),))
