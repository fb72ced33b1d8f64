"""Citations inside texts: a source's id in brackets becomes its citation.

In: a text of a requirement, such as "An aggregator gives 30 hours [boardvitals]." Out: the same
for readers: "An aggregator gives 30 hours [BoardVitals CME Coach, California]."
"""

from __future__ import annotations

from plugins.requirements.language.requirement import Requirement
from plugins.requirements.language.sources import Source


def with_citations(text: str, requirement: Requirement) -> str:
    """Replace every known id in brackets by the source's citation."""
    for id_, source in requirement.sources.items():
        text = text.replace(f"[{id_}]", f"[{source.brief}]")
    return text


def currency(source: Source) -> str:
    """How current the copy looked: "as of 2024", "undated", or "" where nothing is known."""
    if source.current is None:
        return ""
    return source.current if source.current.startswith("undated") else f"as of {source.current}"
