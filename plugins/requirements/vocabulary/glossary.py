"""Finds the glossary's words in a text, so that the page that holds it can lead to them.

In: the glossary and a text, whose lines stand apart. Out: the terms that occur, in alphabetical
order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from plugins.requirements.vocabulary.words import GlossaryEntry

_WORD = re.compile(r"[a-z0-9]+|\n")

Phrase = tuple[str, ...]


class WordFinder:
    """Looks for all terms at once; made once for a build, as it is asked for every page."""

    def __init__(self, glossary: Mapping[str, GlossaryEntry]) -> None:
        told = {id_: entry for id_, entry in glossary.items() if not entry.everyday}
        self._names = {
            id_: told[id_].name for id_ in sorted(told, key=lambda id_: told[id_].name.lower())
        }
        # By their first word, as most words of a page begin no phrase.
        self._phrases: dict[str, list[tuple[Phrase, str]]] = {}
        for id_, entry in told.items():
            for phrase in _phrases(entry):
                self._phrases.setdefault(phrase[0], []).append((phrase, id_))

    def on(self, text: str) -> tuple[tuple[str, str], ...]:
        """Id and name of each term that the text uses."""
        words = _WORD.findall(text.lower())
        found = {
            id_
            for place, word in enumerate(words)
            if word in self._phrases
            for phrase, id_ in self._phrases[word]
            if tuple(words[place : place + len(phrase)]) == phrase
        }
        return tuple((id_, name) for id_, name in self._names.items() if id_ in found)


def _phrases(entry: GlossaryEntry) -> Iterable[Phrase]:
    """What to look for: each word for the thing, also in the plural."""
    for text in (entry.name.partition(" (")[0], *entry.synonyms):
        phrase = tuple(_WORD.findall(text.lower()))
        yield phrase
        yield (*phrase[:-1], f"{phrase[-1]}s")
