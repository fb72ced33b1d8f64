"""Pelican plugin: the calculator on other people's pages.

In: requirements_data/, and the element of plugins/calculator. Out: /embed/ (the promise, the
builder), /embed/v1/ (scripts to link to), /embed/frame/ (the page for frames); with the settings
for publishing also dated copies that never change, and a file to download for each state.
"""

from __future__ import annotations

from pelican import signals

from .generator import EmbedGenerator


def get_generators(pelican: object) -> type[EmbedGenerator]:
    """Tell Pelican which generator to run."""
    return EmbedGenerator


def register() -> None:
    """Connect to Pelican's signals; called by Pelican. Receivers are held weakly."""
    signals.get_generators.connect(get_generators)
