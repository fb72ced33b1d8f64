"""Pelican plugin: the pages of the reference, made out of the requirement data.

In: requirements_data/, read through plugins.requirements. Out: one page for each license,
jurisdiction, profession, topic, accrediting body, credit category and national requirement, and
the lists that lead to them. Templates in theme/ lay out
the views that this package makes; they compute nothing.
"""

from __future__ import annotations

from pelican import signals

from .awarding import AwardingGenerator
from .generator import ReferenceGenerator


def get_generators(
    pelican: object,
) -> tuple[type[ReferenceGenerator], type[AwardingGenerator]]:
    """Tell Pelican which generators to run."""
    return ReferenceGenerator, AwardingGenerator


def register() -> None:
    """Connect to Pelican's signals; called by Pelican. Receivers are held weakly, so they are
    functions of this module.
    """
    signals.get_generators.connect(get_generators)
