"""Pelican plugin: any licenses side by side, at /compare/.

In: requirements_data/, read through plugins.requirements. Out: the page, one small script of data
for each license (columns.py says what is in it), and the script that lays the columns side by side
(browser/). A page loads the data of the licenses that its address names, and no others.
"""

from __future__ import annotations

from pelican import signals

from .generator import CompareGenerator


def get_generators(pelican: object) -> type[CompareGenerator]:
    """Tell Pelican which generator to run."""
    return CompareGenerator


def register() -> None:
    """Connect to Pelican's signals; called by Pelican. Receivers are held weakly."""
    signals.get_generators.connect(get_generators)
