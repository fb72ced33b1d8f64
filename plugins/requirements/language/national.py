"""Requirements that belong to no state: the DEA's, a certifying board's, a society's.

In: the mapping of a file such as requirements_data/national/nccpa.yaml. Out: a
NationalRequirement, in the same language as a license's, and the National that the site shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from plugins.requirements.language.conditions import ConditionField
from plugins.requirements.language.fields import Id, Ids, Profession, Text
from plugins.requirements.language.requirement import Requirement
from plugins.requirements.vocabulary.accreditation import Body
from plugins.requirements.wording.naming import NAMINGS, Naming


class NationalRequirement(Requirement):
    """What people owe to a national body, whatever their state."""

    name: Text = Field(description="What is kept up: PA-C certification")
    kind: Literal["registration", "certification", "membership", "award"] = Field(
        description="What sort of thing is kept up"
    )
    body: Id = Field(description="Whose requirement it is, of vocabulary/accrediting-bodies.yaml")
    people: Text = Field(description="Whom it binds: physician assistants certified by NCCPA")
    for_: ConditionField | None = Field(
        default=None, description="Whom it binds, as an answer: {nccpa: true}"
    )
    keeps: Ids | None = Field(
        default=None, description="The credentials it keeps up, which states may accept or require"
    )


@dataclass(frozen=True)
class National:
    """A national requirement with the body it is owed to. The file's name is its address."""

    id: str
    requirement: NationalRequirement
    body: Body
    file: str
    jurisdiction: None = None

    @property
    def key(self) -> str:
        """Its id where it stands beside licenses: us-dea."""
        return f"us-{self.id}"

    @property
    def professions(self) -> tuple[Profession, ...]:
        """Whom it may bind."""
        return self.requirement.professions

    @property
    def naming(self) -> Naming:
        """How sentences speak of it."""
        return NAMINGS[self.requirement.kind]
