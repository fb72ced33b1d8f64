"""Checks that look across keys and files, beyond what the models can see.

In: an Atlas. Out: problems with file, line and column. Each module has one concern. Most look at
one requirement at a time (`check_requirement`), which is how a file that is not in the data
folder yet is checked too; some need the whole (`check_atlas`). The list of exceptions is applied
here, and may only shrink: an exception that no longer matches a problem is itself a problem.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from plugins.requirements.atlas import Atlas, Filed
from plugins.requirements.checks import (
    accreditation,
    amounts,
    coverage,
    dates,
    references,
    vocabulary,
    words,
)
from plugins.requirements.problems import DataError, Problem
from plugins.requirements.reading.strict_yaml import read

EXCEPTIONS_FILE = "exceptions.yaml"
MAX_PROBLEMS = 100


def check_requirement(atlas: Atlas, item: Filed) -> list[Problem]:
    """What is wrong within one requirement, given the vocabulary and the jurisdictions."""
    found: list[Problem] = []
    for module in (references, words, amounts, dates):
        found += islice(module.check_requirement(atlas, item), MAX_PROBLEMS)
    return found


def check_atlas(atlas: Atlas, exceptions: Path, root: Path) -> list[Problem]:
    """Everything that is wrong, but for what the file of exceptions excuses."""
    filed = (*atlas.filed, *atlas.filed_national)
    problems = [problem for item in filed for problem in check_requirement(atlas, item)]
    for module in (accreditation, coverage, vocabulary):
        problems += module.check_atlas(atlas)
    return _but_for(exceptions, root, problems) if exceptions.exists() else problems


def _but_for(exceptions: Path, root: Path, problems: Iterable[Problem]) -> list[Problem]:
    """Drop the problems that are excused: `file: record path`, from the data folder on."""
    remaining = list(problems)
    try:
        document = read(exceptions, root)
    except DataError as error:
        return remaining + list(error.problems)
    folder = document.file.removesuffix(EXCEPTIONS_FILE)
    for key, reason in document.data.items():
        excused = [item for item in remaining if f"{item.file}: {item.path}" == folder + key]
        if not excused:
            message, hint = "this exception is not needed: nothing is wrong there", "remove it"
            remaining.append(document.problem((key,), message, hint, at_key=True))
        elif not isinstance(reason, str):
            message = "an exception needs its reason"
            remaining.append(document.problem((key,), message, "write it as text"))
        remaining = [item for item in remaining if item not in excused]
    return remaining
