"""Pelican plugin: the law at a glance. Maps, a timeline and a plot, drawn as SVG at build.

In: requirements_data/, read through plugins.requirements, and states.json, the outlines made by
shapes.py. Out: /maps/ with one map for each profession and topic, /timeline/ and /hours/.
"""

from __future__ import annotations

from pelican import signals

from .generator import FiguresGenerator


def get_generators(pelican: object) -> type[FiguresGenerator]:
    """Tell Pelican which generator to run."""
    return FiguresGenerator


def register() -> None:
    """Connect to Pelican's signals; called by Pelican. Receivers are held weakly."""
    signals.get_generators.connect(get_generators)
