"""Dates in the wrong order, or in the future where they cannot be.

In: a requirement. Out: problems. Today is the only clock in the domain, and only `verified` is
compared with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from plugins.requirements.atlas import Atlas, Filed
from plugins.requirements.checks.located import records, value
from plugins.requirements.problems import Problem


def check_requirement(atlas: Atlas, item: Filed) -> Iterator[Problem]:
    """Check the verified date and the order of from: and until:."""
    # Where the contributor lives it may be tomorrow already.
    tomorrow = dt.date.today() + dt.timedelta(days=1)
    if item.requirement.verified > tomorrow:
        yield item.document.problem(
            ("verified",),
            f"{item.requirement.verified} lies in the future",
            "write the day on which the sources were last read",
        )
    for path, part in records(item.requirement):
        start, end = value(part, "from_"), value(part, "until")
        if start and end and end < start:
            yield item.document.problem(
                (*path, "until"), f"until {end} comes before from {start}", "swap or correct them"
            )
