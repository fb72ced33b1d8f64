"""Checks that look across keys and files, beyond what the models can see.

In: an Atlas. Out: problems with file, line and column. Each module has one concern and offers
`check(atlas) -> Iterator[Problem]`; the list of exceptions is applied here, and may only shrink:
an exception that no longer matches a problem is itself a problem.
"""

from __future__ import annotations

from pathlib import Path

from ..atlas import Atlas
from ..problems import DataError, Problem
from ..strict_yaml import read
from . import amounts, coverage, dates, references, words

EXCEPTIONS_FILE = "exceptions.yaml"
CHECKS = (coverage, references, words, amounts, dates)


def run_checks(atlas: Atlas, exceptions: Path, root: Path) -> list[Problem]:
    """Run every check and drop the problems that the exceptions file excuses."""
    problems = [problem for check in CHECKS for problem in check.check(atlas)]
    if not exceptions.exists():
        return problems
    try:
        document = read(exceptions, root)
    except DataError as error:
        return problems + list(error.problems)
    remaining = list(problems)
    for key, reason in document.data.items():
        excused = [item for item in remaining if f"{item.file}: {item.path}" == key]
        if excused and isinstance(reason, str) and reason:
            remaining = [item for item in remaining if item not in excused]
            continue
        message = (
            "an exception needs its reason as text"
            if excused
            else "this exception is no longer needed: nothing is wrong there"
        )
        remaining.append(
            document.problem((key,), message, "" if excused else "remove it", at_key=True)
        )
    return remaining
