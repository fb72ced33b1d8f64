"""Pelican's generator for the search.

In: Pelican's settings (REQUIREMENTS_DATA, PATH, BUILD_TIME). Out: the index, the script, and the
search page, which without JavaScript is a plain index of everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from plugins.building.bundles import bundle, script_name
from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas
from plugins.requirements.loading import atlas_of

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


class SearchGenerator(Generator):  # type: ignore[misc]
    """Makes /search/, its index and its script."""

    def generate_context(self) -> None:
        """Tell every page's header where the script and the index are.

        A preview is of pages alone: it makes no index, and its field waits for the whole site.
        """
        self.code = bundle(ENTRY)
        self.index = "" if "PREVIEW" in self.settings else self._index()
        self.context["SEARCH_SCRIPT"] = script_name("search", self.code)
        self.context["SEARCH_INDEX"] = script_name("search-index", self.index)

    def _index(self) -> str:
        atlas = atlas_of(self.settings)
        lexicon = lexicon_of(atlas)
        today = self.settings["BUILD_TIME"].date()
        return script(Catalog(documents(atlas, lexicon, today, self._content()), lexicon))

    def _content(self) -> Path:
        return Path(self.settings["PATH"])

    def generate_output(self, writer: Any) -> None:
        """Write the page; the files that it loads are left out of a preview."""
        atlas = atlas_of(self.settings)
        writer.write_file(
            addresses.file_name(addresses.SEARCH),
            self.get_template("search"),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            address=addresses.SEARCH,
            states=_states(atlas),
            topics=_topics(atlas),
            pages=[Listed(page.title, page.address) for page in other_pages(self._content())],
        )
        if "PREVIEW" not in self.settings:
            self._write(self.context["SEARCH_SCRIPT"], self.code)
            self._write(self.context["SEARCH_INDEX"], self.index)

    def _write(self, address: str, text: str) -> None:
        file = Path(self.output_path) / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


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
