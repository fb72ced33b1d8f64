"""Which jurisdictions border on which, for readers who work on both sides of a line.

In: a postal code. Out: the codes of its neighbors. Alaska and Hawaii have none.
"""

from __future__ import annotations

from functools import cache

# Every border once, each under the code that comes first in the alphabet. Made from the common
# borders in the US Census Bureau's outlines of the states (those of us-atlas, which our maps draw):
# lines over land and along rivers count, points (the Four Corners) do not. A line that lies in
# water alone (Rhode Island and New York, the Great Lakes) is none to a commuter and is left out.
_BORDERS = """
AL FL GA MS TN
AR LA MO MS OK TN TX
AZ CA NM NV UT
CA NV OR
CO KS NE NM OK UT WY
CT MA NY RI
DC MD VA
DE MD NJ PA
FL GA
GA NC SC TN
IA IL MN MO NE SD WI
ID MT NV OR UT WA WY
IL IN KY MO WI
IN KY MI OH
KS MO NE OK
KY MO OH TN VA WV
LA MS TX
MA NH NY RI VT
MD PA VA WV
ME NH
MI OH WI
MN ND SD WI
MO NE OK TN
MS TN
MT ND SD WY
NC SC TN VA
ND SD
NE SD WY
NH VT
NJ NY PA
NM OK TX
NV OR UT
NY PA VT
OH PA WV
OK TX
OR WA
PA WV
SD WY
TN VA
UT WY
VA WV
"""


@cache
def _all() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _BORDERS.split("\n"):
        code, *others = line.split() or ("",)
        for other in others:
            found.setdefault(code, set()).add(other)
            found.setdefault(other, set()).add(code)
    return {code: frozenset(others) for code, others in found.items()}


def neighbors(code: str) -> frozenset[str]:
    """The postal codes of the jurisdictions that border on this one."""
    return _all().get(code, frozenset())
