"""Pelican's generator for the search.

In: Pelican's settings (REQUIREMENTS_DATA, PATH, BUILD_TIME). Out: the index, the script, and the
search page, which without JavaScript is a plain index of everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.building.bundles import bundle, script_name
from plugins.building.generators import AtlasGenerator
from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas

from .documents import documents
from .lexicon import lexicon_of
from .package import script
from .pages import other_pages
from .ranking import Catalog

ENTRY = Path(__file__).parent / "browser" / "search.ts"


@dataclass(frozen=True)
class Listed:
    """A page in the plain index, with the pages below it."""

    name: str
    address: str
    below: tuple[tuple[str, str], ...] = ()


class SearchGenerator(AtlasGenerator):
    """Makes /search/, its index and its script."""

    def generate_context(self) -> None:
        """Tell every page's header where the script and the index are.

        A preview is of pages alone: it makes no index, and its field waits for the whole site.
        """
        self.code = bundle(ENTRY)
        self.index = "" if self.is_preview else self._index()
        self.context["SEARCH_SCRIPT"] = script_name("search", self.code)
        self.context["SEARCH_INDEX"] = script_name("search-index", self.index)

    def _index(self) -> str:
        lexicon = lexicon_of(self.atlas)
        found = documents(self.atlas, lexicon, self.today, self._content())
        return script(Catalog(found, lexicon))

    def _content(self) -> Path:
        return Path(self.settings["PATH"])

    def generate_output(self, writer: Any) -> None:
        """Write the page; the files that it loads are left out of a preview."""
        self.write_page(writer, addresses.SEARCH, "search", self._views)
        if not self.is_preview:
            self.write_asset(self.context["SEARCH_SCRIPT"], self.code)
            self.write_asset(self.context["SEARCH_INDEX"], self.index)

    def _views(self) -> dict[str, Any]:
        pages = [Listed(page.title, page.address) for page in other_pages(self._content())]
        return {"states": _states(self.atlas), "topics": _topics(self.atlas), "pages": pages}


def _states(atlas: Atlas) -> list[Listed]:
    professions = atlas.vocabulary.professions
    return [
        Listed(
            item.name,
            addresses.state(place),
            tuple(
                (professions[license_.profession].short, addresses.license_(license_))
                for license_ in atlas.licenses_in(place)
            ),
        )
        for place, item in sorted(atlas.jurisdictions.items(), key=lambda pair: pair[1].name)
    ]


def _topics(atlas: Atlas) -> list[Listed]:
    topics = sorted(atlas.vocabulary.topics.items(), key=lambda pair: pair[1].name)
    return [Listed(topic.name, addresses.topic(id_)) for id_, topic in topics]
