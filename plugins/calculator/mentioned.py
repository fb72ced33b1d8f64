"""The words and sources that one record mentions, so that it carries the names of just those.

In: ids of topics, credit categories, formats and sources, as the rules name them. Out: the ids as
the record writes them, and at the end the name of each.
"""

from __future__ import annotations

from collections.abc import Iterable

from plugins.requirements.atlas import Holding
from plugins.requirements.vocabulary.words import Vocabulary

from .local_topics import local_id, topic_name
from .rates import Rate
from .values import Json


class Mentioned:
    """Collects the ids of one record."""

    def __init__(self, license_: Holding, words: Vocabulary) -> None:
        self._license = license_
        self._words = words
        self._topics: set[str] = set()
        self._formats: set[str] = set()
        self._sources: set[str] = set()
        self.categories_so_far: set[str] = set()

    def topics(self, ids: Iterable[str] | None) -> list[str]:
        """Topics, those of one state's own marked with the state."""
        place = self._license.jurisdiction
        return _noted(self._topics, [local_id(id_, place, self._words) for id_ in ids or ()])

    def categories(self, ids: Iterable[str] | None) -> list[str]:
        """Credit categories."""
        return _noted(self.categories_so_far, ids)

    def formats(self, ids: Iterable[str] | None) -> list[str]:
        """Formats of courses."""
        return _noted(self._formats, ids)

    def sources(self, ids: Iterable[str] | None) -> list[str]:
        """Sources of the license's own file."""
        return _noted(self._sources, ids)

    def compiled(self, rates: Iterable[Rate]) -> Json:
        """The names and citations of all that was noted, and of the rates that are offered."""
        words = self._words
        place = self._license.jurisdiction
        categories = self.categories_so_far.union(*(rate.named for rate in rates))
        cited = {
            id_: source
            for id_, source in self._license.requirement.sources.items()
            if id_ in self._sources
        }
        for rate in rates:
            cited |= rate.sources
        return {
            "topics": {id_: topic_name(id_, place, words) for id_ in sorted(self._topics)},
            "categories": {id_: words.credit_categories[id_].name for id_ in sorted(categories)},
            "formats": {id_: words.formats[id_].name for id_ in sorted(self._formats)},
            "sources": {
                id_: {"cite": source.brief, "url": source.url} for id_, source in cited.items()
            },
        }


def _noted(names: set[str], ids: Iterable[str] | None) -> list[str]:
    found = list(ids or ())
    names.update(found)
    return found
