"""The pages of national requirements: like a license's, owed to a body instead of a board.

In: a national requirement and the Atlas. Out: a NationalView, and rows for the list of all.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas
from plugins.requirements.language.national import National
from plugins.requirements.wording.headlines import Headline, headline

from .license_page import Heading, LicenseView, requirement_view
from .where import Credential, credential


@dataclass(frozen=True)
class NationalRow:
    """A national requirement in a table."""

    name: str
    address: str
    body: str
    body_address: str
    people: str
    professions: tuple[str, ...]
    answer: Headline
    confidence: str
    open_questions: int


@dataclass(frozen=True)
class NationalView:
    """What a national page shows besides what every requirement's page does."""

    row: NationalRow
    page: LicenseView
    credential: Credential | None
    credential_names: tuple[str, ...]


def national_view(item: National, atlas: Atlas, today: dt.date, repository: str) -> NationalView:
    """Put together the page of one national requirement."""
    words, requirement, body = atlas.vocabulary, item.requirement, item.body
    heading = Heading(
        title=requirement.name,
        place=body.short,
        place_address=addresses.body(requirement.body),
        boards=(body,),
        authority=f"the {body.name}",
        siblings=(),
        also=(),
    )
    keeps = requirement.keeps
    return NationalView(
        row=national_row(item, atlas),
        page=requirement_view(item, heading, words, today, repository),
        credential=credential(keeps, atlas) if keeps else None,
        credential_names=tuple(words.credentials[id_].name for id_ in keeps or ()),
    )


def national_row(item: National, atlas: Atlas) -> NationalRow:
    """One national requirement as tables show it."""
    words, requirement = atlas.vocabulary, item.requirement
    return NationalRow(
        name=requirement.name,
        address=addresses.license_(item),
        body=item.body.short,
        body_address=addresses.body(requirement.body),
        people=requirement.people,
        professions=tuple(words.professions[id_].short for id_ in item.professions),
        answer=headline(item, words),
        confidence=requirement.confidence,
        open_questions=len(requirement.open_questions),
    )
