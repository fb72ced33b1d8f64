"""Where files of the data folder belong, and what the first line of each says.

In: the data folder. Out: problems with files that the loader would pass over in silence, or whose
first line does not tell an editor the file's schema.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from plugins.requirements.problems import Problem

JURISDICTION = "jurisdiction.yaml"
NATIONAL = "national"
SCHEMA_FOLDER = "schema"
_SCHEMA_LINE = "# yaml-language-server: $schema="
_A_PLACE = "jurisdictions/<place>/<professions>.yaml"


def layout_problems(folder: Path, root: Path) -> list[Problem]:
    """Check the place and the first line of every file under the data folder."""
    return list(_problems(folder, root))


def schema_of(relative: Path) -> str | None:
    """The schema of a data file, by its path in the data folder; None where it has none."""
    match relative.parts:
        case ("vocabulary", name):
            return f"{name.removesuffix('.yaml')}.json"
        case (folder, _) if folder == NATIONAL:
            return f"{NATIONAL}.json"
        case ("jurisdictions", _, name):
            return "jurisdiction.json" if name == JURISDICTION else "requirement.json"
    return None


def schema_line(relative: Path) -> str:
    """The first line of a data file."""
    up = "../" * (len(relative.parts) - 1)
    return f"{_SCHEMA_LINE}{up}{SCHEMA_FOLDER}/{schema_of(relative)}"


def _problems(folder: Path, root: Path) -> Iterator[Problem]:
    if not (folder / "jurisdictions").is_dir():
        yield _problem(folder, root, "there is no folder jurisdictions/ here", "add it")
    for base, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if _counts(name))
        for name in sorted(filter(_counts, files)):
            path = Path(base) / name
            relative = path.relative_to(folder)
            if relative.parts[0] == SCHEMA_FOLDER:
                continue
            if path.suffix in (".yml", ".yaml") and len(relative.parts) > 1:
                yield from _data_file(path, relative, root)
            elif relative.parts[0] in ("jurisdictions", NATIONAL, "vocabulary"):
                yield _problem(path, root, "this is no data file", "move it elsewhere")


def _counts(name: str) -> bool:
    """Whether a name is not that of something an editor or a system leaves behind."""
    return not name.startswith((".", "#", "~")) and not name.endswith(("~", ".swp", ".tmp"))


def _data_file(path: Path, relative: Path, root: Path) -> Iterator[Problem]:
    if path.suffix == ".yml":
        yield _problem(path, root, "data files end in .yaml", f"name it {path.stem}.yaml")
    elif relative.parts[0] == "jurisdictions" and len(relative.parts) != 3:
        yield _problem(path, root, "a file here is not read", f"move it to {_A_PLACE}")
    elif schema_of(relative):
        # Bytes, as the file may hold anything; the strict reader says what is wrong with it.
        with path.open("rb") as file:
            first = file.readline(400).rstrip(b"\r\n").decode("utf-8", "replace")
        right = schema_line(relative)
        if first != right and first:
            yield _problem(path, root, "the first line does not name the schema", f"write {right}")


def _problem(path: Path, root: Path, message: str, hint: str) -> Problem:
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    return Problem(
        os.fsencode(shown.as_posix()).decode("utf-8", "replace"), 1, 1, "", message, hint
    )
