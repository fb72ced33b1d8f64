"""An employer's own policy: what a hospital asks of its staff, beside the law.

In: a YAML file anywhere, in the language of a license's file, and an Atlas whose words it may use.
Out: a Policy, or a DataError with every problem, each with file, line and column. A policy is no
part of the Atlas: nothing that the site says about the law ever reads one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field, field_validator

from plugins.requirements.atlas import Atlas, Filed, License
from plugins.requirements.checks import check_requirement
from plugins.requirements.checks.located import nodes
from plugins.requirements.language.fields import PROFESSIONS, Profession, Text
from plugins.requirements.language.obligations import Obligation
from plugins.requirements.language.requirement import Confidence, Requirement
from plugins.requirements.problems import DataError, Problem
from plugins.requirements.reading.strict_yaml import read
from plugins.requirements.reading.validation import validate
from plugins.requirements.vocabulary.words import Jurisdiction
from plugins.requirements.wording.naming import Naming

_NAMING = Naming("policy period", "hire", "hired")


class PolicyRequirement(Requirement):
    """What an employer asks. Whom it binds is every profession, unless the file says otherwise."""

    name: Text = Field(description="Whose policy it is, as staff know it: Mercy General Hospital")
    professions: tuple[Profession, ...] = Field(
        default=PROFESSIONS, min_length=1, description="Whom it binds; default: all five"
    )
    confidence: Confidence = "high"

    @field_validator("name")
    @classmethod
    def _pronounceable(cls, name: str) -> str:
        if not re.search(r"[A-Za-z0-9]", name):
            raise ValueError("a name needs a letter or a digit")
        return name


@dataclass(frozen=True)
class Policy(License):
    """A policy in the place of a license, so that the same words and the same engine serve it."""

    @property
    def id(self) -> str:
        """Never like a license's: policy-mercy-general-hospital."""
        return "policy-" + re.sub(r"[^a-z0-9]+", "-", self.jurisdiction.name.lower()).strip("-")

    @property
    def professions(self) -> tuple[Profession, ...]:
        """Whom it binds."""
        return self.requirement.professions

    @property
    def naming(self) -> Naming:
        """How sentences speak of it."""
        return _NAMING


def load_policy(path: Path, atlas: Atlas) -> Policy:
    """Read and check a policy.

    Raises:
        DataError: It carries all problems found, each with file, line and column.
    """
    document = read(path.absolute(), Path.cwd())
    requirement = validate(document, PolicyRequirement)
    filed = Filed("", requirement, document)
    problems = [*check_requirement(atlas, filed), *_of_licenses(filed)]
    if problems:
        raise DataError(problems)
    place = Jurisdiction.model_construct(None, name=requirement.name, code="", boards={})
    return Policy(requirement.professions[0], "", place, requirement, document.file)


def _of_licenses(filed: Filed) -> list[Problem]:
    """What only the rules of a license may say: a policy stands beside every state's."""
    document = filed.document
    listed = isinstance(document.data["renewal"], list)
    found = [
        document.problem(
            ("renewal", index, "ends") if listed else ("renewal", "ends"),
            "a policy cannot follow the date of a license",
            "give it dates of its own, such as December 31",
        )
        for index, renewal in enumerate(filed.requirement.renewal)
        if renewal.ends.kind in ("with-license", "shown-on-license")
    ]
    found += [
        document.problem((*one.path, "license"), "a policy cannot name a license", "remove it")
        for one in nodes(filed.requirement)
        if isinstance(one.node, Obligation) and one.node.license
    ]
    return found
