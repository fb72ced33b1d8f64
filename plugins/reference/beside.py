"""Which guide explains a section of a license's page."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.requirements import addresses

# Section of the page, to what the link beside it says and where it leads.
BESIDE: Mapping[str, tuple[str, str]] = {
    "accepted": ("How kinds of credit differ", addresses.guide("kinds-of-credit")),
    "new-licensees": (
        "New license, new state, several licenses",
        addresses.guide("moving-and-several-licenses"),
    ),
    "record-keeping": ("How to keep records", addresses.guide("records-and-audits")),
    "open-questions": ("How to read doubt", addresses.guide("reading-this-site")),
}
