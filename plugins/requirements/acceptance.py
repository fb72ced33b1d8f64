"""Where a credit or a credential counts: computed from the requirements that name it.

In: an Atlas and the day of the build. Out: for each requirement that names a credit category, the
parts of it that do; for each credential, the licenses that ask for it or take it instead.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from plugins.requirements.atlas import Atlas, Holding, License
from plugins.requirements.language.conditions import Answer
from plugins.requirements.language.conditions import walk as parts_of
from plugins.requirements.language.obligations import Choice, Group, Node, Obligation, obligations
from plugins.requirements.language.relief import Excuse
from plugins.requirements.language.requirement import Conversion, Limit, Requirement

Part = Obligation | Limit | Conversion
Use = Literal["asks", "instead"]


@dataclass(frozen=True)
class Acceptance:
    """One requirement that names a credit category, for all the professions it serves.

    `toward_total` is whether the category counts toward the general total, or the main duty.
    """

    holdings: tuple[Holding, ...]
    toward_total: bool
    parts: tuple[Part, ...]

    @property
    def requirement(self) -> Requirement:
        """The requirement, the same for all its professions."""
        return self.holdings[0].requirement


@dataclass(frozen=True)
class CredentialUse:
    """A license that asks for a credential, or takes it instead of something else."""

    license: License
    use: Use
    sources: tuple[str, ...]


def where_counted(category: str, atlas: Atlas, today: dt.date) -> tuple[Acceptance, ...]:
    """Every requirement that names a credit category, licenses first."""
    found = []
    for holdings in _shared(atlas):
        parts = tuple(_naming(category, holdings[0].requirement, today))
        if parts:
            found.append(Acceptance(holdings, any(_is_main(part) for part in parts), parts))
    return tuple(found)


def _shared(atlas: Atlas) -> Iterator[tuple[Holding, ...]]:
    """Licenses that share one file, together."""
    files: dict[str, list[Holding]] = {}
    for item in atlas.holdings:
        files.setdefault(item.file, []).append(item)
    return (tuple(items) for items in files.values())


def _naming(category: str, requirement: Requirement, today: dt.date) -> Iterator[Part]:
    for duty in _duties(requirement):
        over = duty.until is not None and duty.until < today
        if category in (duty.counts or ()) and not duty.binds and not over:
            yield duty
    for limit in requirement.limits:
        if category in (limit.counts or ()):
            yield limit
    for conversion in requirement.conversions:
        if conversion.counts == category:
            yield conversion


def _duties(requirement: Requirement) -> Iterator[Obligation]:
    yield from obligations(requirement.requires)
    for excuse in (*requirement.alternatives, *requirement.exemptions):
        if excuse.instead:
            yield from obligations((excuse.instead,))


def _is_main(part: Part) -> bool:
    """Whether a part is the total, or general education where there is none."""
    if not isinstance(part, Obligation):
        return False
    return part.id == "total" or not (part.within or part.on_top_of or part.topic)


def where_credential(credentials: tuple[str, ...], atlas: Atlas) -> tuple[CredentialUse, ...]:
    """Every license that asks for one of these credentials, or takes it in place of duties."""
    found = []
    for item in atlas.licenses.values():
        asking = tuple(_asking(credentials, item.requirement.requires))
        if asking:
            found.append(CredentialUse(item, "asks", asking[0].source or ()))
            continue
        taking = tuple(_taking(credentials, item.requirement))
        if taking:
            found.append(CredentialUse(item, "instead", taking[0].source or ()))
    return tuple(found)


def _asking(credentials: tuple[str, ...], nodes: tuple[Node, ...]) -> Iterator[Obligation]:
    """Duties to hold a credential that stand by themselves; in a choice it is only one way."""
    for node in nodes:
        if isinstance(node, Obligation) and not set(node.holds or ()).isdisjoint(credentials):
            yield node


def _taking(credentials: tuple[str, ...], requirement: Requirement) -> Iterator[Excuse | Node]:
    for excuse in (*requirement.alternatives, *requirement.exemptions):
        asked = {part.question for part in parts_of(excuse.when) if isinstance(part, Answer)}
        instead = obligations((excuse.instead,)) if excuse.instead else ()
        holds = {id_ for duty in instead for id_ in duty.holds or ()}
        if not (asked | holds).isdisjoint(credentials):
            yield excuse
    for node in requirement.requires:
        if isinstance(node, Choice | Group):
            holds = {id_ for duty in obligations((node,)) for id_ in duty.holds or ()}
            if not holds.isdisjoint(credentials):
                yield node
