"""The pages around the guides: their index, the glossary, and what each guide shows besides text.

In: Pelican's pages and settings. Out: /guides/, /glossary/; guides laid out as guides, with the way
to the one before and the one after; and for every template `words_on`, which leads to the glossary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from plugins.building.generators import AtlasGenerator
from plugins.requirements import addresses
from plugins.requirements.vocabulary.glossary import WordFinder

from .glossary import letters
from .page_words import PageWords
from .reader import GUIDES_FOLDER, library_of


@dataclass(frozen=True)
class GuideLink:
    """A guide as lists show it."""

    title: str
    lead: str
    address: str


def lay_out(generator: Any) -> None:
    """Give every guide its template and its neighbors, in the order that their heads state."""
    guides = sorted(
        (page for page in generator.pages if page.address.startswith(f"{GUIDES_FOLDER}/")),
        key=lambda page: int(page.order),
    )
    for page in guides:
        # Pelican takes the summary for Markdown and wraps it in a paragraph.
        page.lead = Markup(page.summary).striptags()
    links = [
        GuideLink(page.title, page.lead, addresses.guide(page.address.rpartition("/")[2]))
        for page in guides
    ]
    for index, page in enumerate(guides):
        page.template = "guide"
        page.before = links[index - 1] if index else None
        page.after = links[index + 1] if index + 1 < len(links) else None
    generator.context["guides"] = links


class GuidesGenerator(AtlasGenerator):
    """Makes the index of the guides, and the glossary; leads every page to the glossary's words."""

    def generate_context(self) -> None:
        """Give the base template what finds the words on a page."""
        glossary = self.atlas.vocabulary.glossary
        self.context["words_on"] = PageWords(WordFinder(glossary))

    def generate_output(self, writer: Any) -> None:
        """Write both pages."""
        self.write_page(writer, addresses.GUIDES, "guides")
        library = library_of(self.settings)
        self.write_page(
            writer, addresses.GLOSSARY, "glossary", lambda: {"letters": letters(library)}
        )
