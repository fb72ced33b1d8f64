"""Every license stands in exactly one file, at the place where the loader looks for it.

In: an Atlas. Out: problems where a license is missing or claimed twice, a file or folder misnamed,
or two jurisdictions share a name or a postal code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.requirements.atlas import Atlas
from plugins.requirements.language.fields import PROFESSIONS
from plugins.requirements.problems import Problem


def check_atlas(atlas: Atlas) -> Iterator[Problem]:
    """Check names, boards, and that all five professions stand once in every jurisdiction."""
    # A file that could not be read claims what its name says: its license is not missing too.
    claimed = {
        (place, name): f"{place}/{stem}.yaml"
        for place, stem in atlas.unread
        if place
        for name in stem.split("-")
    }
    yield from _files(atlas, claimed)
    yield from _jurisdictions(atlas)
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


def _files(atlas: Atlas, claimed: dict[tuple[str, str], str]) -> Iterator[Problem]:
    known = {place for place, stem in atlas.unread if stem == "jurisdiction"}
    known.update(atlas.jurisdictions)
    for item in atlas.filed:
        document, professions = item.document, item.requirement.professions
        ordered = tuple(name for name in PROFESSIONS if name in professions)
        if ordered != professions:
            yield document.problem(
                ("professions",),
                "professions are out of order or named twice",
                f"write [{', '.join(ordered)}]",
            )
        expected = "-".join(ordered) + ".yaml"
        if not document.file.endswith("/" + expected):
            yield document.problem(
                ("professions",),
                "the file's name does not match its professions",
                f"name it {expected}",
            )
        for profession in ordered:
            other = claimed.setdefault((item.place, profession), document.file)
            if other != document.file:
                yield document.problem(
                    ("professions",),
                    f"two files claim the license {item.place} {profession}",
                    f"the other is {other}",
                )
        if item.place not in known:
            known.add(item.place)
            message = f"the folder {item.place}/ has no jurisdiction.yaml"
            yield document.problem((), message, "add it, with name, code and boards")


def _jurisdictions(atlas: Atlas) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for place, jurisdiction in atlas.jurisdictions.items():
        document = atlas.jurisdiction_documents[place]
        expected = re.sub(r"[^a-z0-9]+", "-", jurisdiction.name.lower()).strip("-")
        if place != expected:
            yield document.problem(
                ("name",),
                f"the folder {place}/ is not named after its jurisdiction",
                f"name the folder {expected}/, or correct the name",
            )
        for key, value in (("name", jurisdiction.name), ("code", jurisdiction.code)):
            other = seen.setdefault((key, value), place)
            if other != place:
                yield document.problem(
                    (key,), f"{other}/ has the {key} {value} too", "each has its own"
                )
