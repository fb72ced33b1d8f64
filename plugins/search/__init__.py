"""Pelican plugin: search in every page's header, and at /search/.

In: requirements_data/, read through plugins.requirements, and the titles of content/. Out: the
index and the script that asks it (browser/), the search page, and the addresses of both for the
header. The rules by which a query is read stand here in Python and there in TypeScript; the tests
hold them to the same answers.
"""

from __future__ import annotations

from pelican import signals

from .generator import SearchGenerator


def get_generators(pelican: object) -> type[SearchGenerator]:
    """Tell Pelican which generator to run."""
    return SearchGenerator


def register() -> None:
    """Connect to Pelican's signals; called by Pelican. Receivers are held weakly."""
    signals.get_generators.connect(get_generators)
