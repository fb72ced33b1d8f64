"""Pelican plugin: guides, and the glossary.

In: content/ (Markdown with shortcodes), content/facts.yaml, and requirements_data/, read through
plugins.requirements. Out: Pelican's pages with every figure taken from the data, /guides/ and
/glossary/. docs/guides.md tells authors how to write them.
"""

from __future__ import annotations

from typing import Any

from pelican import signals

from .generator import GuidesGenerator, lay_out
from .reader import GuideReader, library_of


def get_generators(pelican: object) -> type[GuidesGenerator]:
    """Tell Pelican which generator to run."""
    return GuidesGenerator


def use_reader(readers: Any) -> None:
    """Read Markdown with shortcodes.

    The library is made here, because Pelican hides what is raised while a file is read: a mistake
    in the data must be told once, and in full.
    """
    library_of(readers.settings)
    readers.reader_classes["md"] = GuideReader


def register() -> None:
    """Connect to Pelican's signals; called by Pelican. Receivers are held weakly."""
    signals.readers_init.connect(use_reader)
    signals.page_generator_finalized.connect(lay_out)
    signals.get_generators.connect(get_generators)
