"""Pelican plugin: everything as data, for programs and spreadsheets.

In: requirements_data/, read through plugins.requirements. Out: /data/, which explains the files,
and below /api/v1/ JSON for each license and national requirement, all of them in one file, the
vocabulary, the schemas, and two tables as CSV. The page is the promise to those who build on them.
"""

from __future__ import annotations

from pelican import signals

from .generator import OpenDataGenerator


def get_generators(pelican: object) -> type[OpenDataGenerator]:
    """Tell Pelican which generator to run."""
    return OpenDataGenerator


def register() -> None:
    """Connect to Pelican's signals; called by Pelican. Receivers are held weakly."""
    signals.get_generators.connect(get_generators)
