"""Every license has exactly one file, named after its professions, in a known jurisdiction.

In: an Atlas. Out: problems where a license is missing or claimed twice, or a file misnamed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..atlas import Atlas
from ..fields import PROFESSIONS
from ..problems import Problem


def check(atlas: Atlas) -> Iterator[Problem]:
    """Check names, boards and that all five professions stand once in every jurisdiction."""
    claimed: dict[tuple[str, str], str] = {}
    for item in atlas.filed:
        document, requirement = item.document, item.requirement
        expected = "-".join(requirement.professions) + ".yaml"
        if not document.file.endswith("/" + expected):
            yield document.problem(
                ("professions",),
                "the file's name does not match its professions",
                f"name it {expected}",
            )
        ordered = tuple(name for name in PROFESSIONS if name in requirement.professions)
        if ordered != requirement.professions:
            yield document.problem(
                ("professions",),
                "professions are out of order or named twice",
                f"write [{', '.join(ordered)}]",
            )
        for profession in requirement.professions:
            other = claimed.setdefault((item.place, profession), document.file)
            if other != document.file:
                yield document.problem(
                    ("professions",),
                    f"two files claim the license {item.place} {profession}",
                    f"the other is {other}",
                )
        if item.place not in atlas.jurisdictions:
            yield document.problem((), f"{item.place}/ has no readable jurisdiction.yaml")
    for place, document in atlas.jurisdiction_documents.items():
        for profession in PROFESSIONS:
            if (place, profession) not in claimed:
                yield document.problem(
                    (),
                    f"the license {place} {profession} is missing",
                    f"add a file whose professions include {profession}",
                )
            if not atlas.jurisdictions[place].boards_of((profession,)):
                yield document.problem(
                    ("boards",),
                    f"no board licenses {profession}",
                    f"list {profession} under licenses: of its board",
                )
