"""Shared by the tests of strict reading: a small file, and what refusing a text comes to.

In: texts. Out: their problems and their data.
"""

from __future__ import annotations

import pytest

from plugins.requirements.problems import DataError, Problem
from plugins.requirements.reading.strict_yaml import parse

LICENSE = """\
# A comment of two bytes a letter: éé
professions: [md, do]
renewal: {every: 24 months, "ends": birth-month-end}

requires:
  - id: total
    hours: 50
  - topic: "pain"
    share: 12.5
    once: true
notes: >
  Over two
  lines.
é: {ü: x}
"""


def refused(text: str | bytes) -> tuple[Problem, ...]:
    """Parse a text that must be refused, and return its problems."""
    with pytest.raises(DataError) as caught:
        parse(text.encode() if isinstance(text, str) else text, "ca/md.yaml")
    assert all(problem.file == "ca/md.yaml" for problem in caught.value.problems)
    return caught.value.problems


def places(text: str | bytes) -> list[tuple[int, int, str]]:
    """Return line, column and record path of each problem."""
    return [(problem.line, problem.column, problem.path) for problem in refused(text)]


def data(text: str) -> object:
    return parse(text.encode(), "f.yaml").data
