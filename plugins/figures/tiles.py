"""The tile grid: every jurisdiction as a square of one size, roughly where it lies.

In: nothing. Out: column and row of each postal code, for readers whose state is too small to see
or to tap on the map. The arrangement is the one that American newsrooms share.
"""

from __future__ import annotations

GRID = """
.  .  .  .  .  .  .  .  .  .  ME
AK .  .  .  .  .  .  .  .  VT NH
.  WA ID MT ND MN IL WI MI NY RI
.  OR NV WY SD IA IN OH PA NJ CT
.  CA UT CO NE MO KY WV VA MD MA
.  .  AZ NM KS AR TN NC SC DC DE
.  .  .  .  OK LA MS AL GA .  .
HI .  .  .  TX .  .  .  .  FL .
"""

COLUMNS = 11
ROWS = 8


def positions() -> dict[str, tuple[int, int]]:
    """Column and row, counted from 0, by postal code."""
    return {
        code: (column, row)
        for row, line in enumerate(GRID.split("\n")[1:-1])
        for column, code in enumerate(line.split())
        if code != "."
    }
