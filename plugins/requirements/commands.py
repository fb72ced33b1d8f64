"""`generate.py check`: every mistake in the data, all at once.

In: files and folders, or nothing for all data. Out: the problems on standard output, in the form
asked for; one line of summary on standard error; exit code 1 if there is any problem.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import typer

from plugins.requirements.loading import load_leniently, problems_of_files
from plugins.requirements.problems import Problem, as_github, as_json, as_text

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "requirements_data"
_FORMS = {"text": as_text, "github": as_github, "json": as_json}


def check_command(paths: list[Path], output_format: str) -> None:
    """Check data folders, folders and single files; report every problem, then exit."""
    count, problems = check_paths(paths or [DATA])
    report = _FORMS[output_format](problems)
    if report:
        # A terminal that cannot show a letter of a message shall show the rest of it.
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        print(report)
    print(_summary(count, problems), file=sys.stderr)
    if problems:
        raise typer.Exit(1)


def check_paths(paths: list[Path]) -> tuple[int, list[Problem]]:
    """Check what the paths name; return how many files that was, and the problems in them.

    A data folder (it has vocabulary/) is checked as a whole. So is the one that a file or folder
    lies in, but only problems of what was named are returned. Files elsewhere are checked one by
    one, with the vocabulary and the jurisdictions of this repository.
    """
    count, problems = 0, set[Problem]()
    loose: dict[Path, None] = {}
    within: dict[Path, set[Path]] = {}
    # Not resolve(): a link that leads in a circle makes it fail.
    for path in (Path(os.path.abspath(path)) for path in paths):  # noqa: PTH100
        if not path.exists():
            problems.add(Problem(_shown(path), 1, 1, "", "there is no such file or folder"))
        elif data := _data_folder(path):
            within.setdefault(data, set()).add(path)
        elif path.is_dir():
            found = list(_files_in(path))
            for file in found:
                if data := _data_folder(file):
                    within.setdefault(data, set()).add(data)
                else:
                    loose[file] = None
            if not found:
                problems.add(
                    Problem(_shown(path), 1, 1, "", "there is no YAML file in this folder")
                )
        else:
            loose[path] = None
    for data, named in within.items():
        number, wrong = _check_within(data, named)
        count += number
        problems.update(wrong)
    if loose:
        count += len(loose)
        problems.update(problems_of_files(loose, DATA, ROOT))
    return count, sorted(problems)


def _check_within(data: Path, named: set[Path]) -> tuple[int, list[Problem]]:
    root = ROOT if data.is_relative_to(ROOT) else data.parent
    _, problems = load_leniently(data, root)
    files = [file for file in _files_in(data) if _is_named(file, named)]
    if data not in named:
        problems = [item for item in problems if _is_named(root / item.file, named)]
    return len(files), problems


def _is_named(file: Path, named: set[Path]) -> bool:
    return not named.isdisjoint((file, *file.parents))


def _data_folder(path: Path) -> Path | None:
    """The data folder that a path is or lies in: the outermost that has a vocabulary/."""
    found = [folder for folder in (path, *path.parents) if (folder / "vocabulary").is_dir()]
    return found[-1] if found else None


def _files_in(folder: Path) -> Iterator[Path]:
    for base, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith((".yaml", ".yml")):
                yield Path(base) / name


def _shown(path: Path) -> str:
    """A path for messages: relative to the repository, or to where the command runs."""
    for base in (ROOT, Path.cwd()):
        if path.is_relative_to(base):
            path = path.relative_to(base)
            break
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def _summary(count: int, problems: list[Problem]) -> str:
    files = f"{count} file" + ("" if count == 1 else "s")
    if not problems:
        return f"{files} checked, no problem found."
    wrong = len({problem.file for problem in problems})
    noun = "problem" if len(problems) == 1 else "problems"
    return f"{files} checked: {len(problems)} {noun} in {wrong} of them."
