"""The pages of accrediting bodies: what each does, the credit it owns, and where that counts.

In: an Atlas, the views of credit categories and of national requirements. Out: a BodyView for each
body, and the groups of the list that leads to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas
from plugins.requirements.vocabulary.accreditation import Body, Role
from plugins.requirements.wording.headlines import Headline, headline

from .credits import CreditView, Rate, Statement, rates
from .license_page import SourceEntry, source_entries
from .where import Credential, PlaceLinks, credential, places

# Heading of the list, and what a page says of a body.
ROLES: dict[Role, tuple[str, str]] = {
    "owns-credit": ("Own a credit system", "Owns a credit system"),
    "accredits-providers": ("Accredit those who teach", "Accredits those who teach"),
    "society": ("Teach as a society", "Society"),
    "certifies-people": ("Certify people", "Certifies people"),
    "registers-prescribers": ("Register prescribers", "Registers prescribers"),
    "tracks-credit": ("Keep the record", "Keeps the record"),
}


@dataclass(frozen=True)
class Asked:
    """A national requirement that is owed to a body."""

    name: str
    address: str
    answer: Headline


@dataclass(frozen=True)
class BodyView:
    """The page of a body."""

    id: str
    body: Body
    address: str
    roles: tuple[str, ...]
    owns: tuple[CreditView, ...]
    gives: tuple[CreditView, ...]
    asks: tuple[Asked, ...]
    takes: tuple[Rate, ...]
    credential: Credential | None
    credential_names: tuple[str, ...]
    tracked: tuple[PlaceLinks, ...]
    facts: tuple[Statement, ...]
    sources: tuple[SourceEntry, ...]


def body_view(id_: str, atlas: Atlas, credits: Mapping[str, CreditView]) -> BodyView:
    """Put together the page of one body."""
    words = atlas.vocabulary
    body = words.accrediting_bodies[id_]
    systems = words.credit_systems.items()
    taken = {key: item for key, item in words.equivalences.items() if item.body == id_}
    return BodyView(
        id=id_,
        body=body,
        address=addresses.body(id_),
        roles=tuple(ROLES[role][1] for role in body.roles),
        owns=tuple(credits[key] for key, system in systems if system.owner == id_),
        gives=tuple(credits[key] for key in body.gives or ()),
        asks=tuple(
            Asked(item.requirement.name, addresses.license_(item), headline(item, words))
            for item in atlas.nationals.values()
            if item.requirement.body == id_
        ),
        takes=rates(taken, words),
        credential=credential(body.certifies, atlas) if body.certifies else None,
        credential_names=tuple(words.credentials[key].name for key in body.certifies or ()),
        tracked=_tracked(body, atlas),
        facts=tuple(
            Statement(fact.text, tuple(body.sources[source] for source in fact.source))
            for fact in body.facts
        ),
        sources=source_entries(body.sources),
    )


def _tracked(body: Body, atlas: Atlas) -> tuple[PlaceLinks, ...]:
    """The licenses whose record keeping names a tracker."""
    if "tracks-credit" not in body.roles:
        return ()
    return places(
        (
            item
            for item in atlas.licenses.values()
            if (kept := item.requirement.record_keeping)
            and body.short.lower() in f"{kept.tracker} {kept.note}".lower()
        ),
        atlas,
    )


def grouped(views: list[BodyView]) -> list[tuple[str, list[BodyView]]]:
    """Views under the first of their roles, for the list of all."""
    found = [
        (heading, [view for view in views if view.body.roles[0] == role])
        for role, (heading, _) in ROLES.items()
    ]
    return [(heading, members) for heading, members in found if members]
