"""Finds the glossary's words in the text of a page, so that the page can lead to them.

In: the glossary and a page's texts. Out: the terms that occur, in alphabetical order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from plugins.requirements.vocabulary.words import GlossaryEntry

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


class WordFinder:
    """Looks for all terms at once; made once for a build, as it is asked for every page."""

    def __init__(self, glossary: Mapping[str, GlossaryEntry]) -> None:
        self._terms = sorted(
            (entry.name.lower(), id_, entry.name, tuple(_phrases(entry)))
            for id_, entry in glossary.items()
            if not entry.everyday
        )

    def on(self, texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Id and name of each term that these texts use."""
        text = "\n".join(map(_plain, texts))
        return tuple(
            (id_, name)
            for _, id_, name, phrases in self._terms
            if any(phrase in text for phrase in phrases)
        )


def _phrases(entry: GlossaryEntry) -> Iterable[str]:
    """What to look for: each word for the thing, also in the plural."""
    for word in (entry.name.partition(" (")[0], *entry.synonyms):
        plain = _plain(word)
        yield plain
        yield f"{plain.rstrip()}s "


def _plain(text: str) -> str:
    """Lower case, with one space around every word."""
    return f" {_NOT_A_WORD.sub(' ', text.lower()).strip()} "
