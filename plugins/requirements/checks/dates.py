"""Dates in the wrong order, or in the future where they cannot be.

In: an Atlas. Out: problems. Today is the only clock in the domain, and only `verified` is
compared with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ..atlas import Atlas
from ..problems import Problem
from .located import records


def check(atlas: Atlas) -> Iterator[Problem]:
    """Check verified dates and the order of from: and until:."""
    today = dt.date.today()
    for item in atlas.filed:
        if item.requirement.verified > today:
            yield item.document.problem(
                ("verified",),
                f"{item.requirement.verified} lies in the future",
                "write the day on which the sources were last read",
            )
        for path, part in records(item.requirement):
            start, end = getattr(part, "from_", None), getattr(part, "until", None)
            if start and end and end < start:
                yield item.document.problem(
                    (*path, "until"), f"until {end} comes before from {start}", "swap or correct"
                )
