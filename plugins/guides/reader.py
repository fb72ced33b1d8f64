"""Reads Markdown with shortcodes, and says every mistake in them with file and line.

In: a file of content/, such as content/guides/records.md. Out: HTML and metadata, as Pelican's own
reader gives them, and `sources`, the list of what the page cites.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions.smarty import SmartyExtension
from pelican.readers import MarkdownReader
from pelican.utils import pelican_open

from plugins.requirements.language.sources import Source
from plugins.requirements.loading import atlas_of
from plugins.requirements.problems import as_text
from plugins.requirements.wording.citations import currency

from .asking import Library, Page
from .facts import read_facts
from .shortcodes import ShortcodeExtension

GUIDES_FOLDER = "guides"
# Quotation marks and apostrophes are typeset; dashes and dots stay as they are written.
QUOTES = {"smart_dashes": False, "smart_ellipses": False}
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class PageSource:
    """A source as the foot of a page shows it; `kind` says also how current it looked."""

    source: Source
    kind: str


class GuideReader(MarkdownReader):  # type: ignore[misc]
    """Pelican's Markdown reader with our shortcodes added."""

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Read one file."""
        library = library_of(self.settings)
        content_folder = Path(self.settings["PATH"])
        path = Path(source_path)
        page = Page(_root(path.relative_to(content_folder), self.settings["SITEURL"]))
        shown = path.relative_to(content_folder.parent).as_posix()
        extension = ShortcodeExtension(library, page, shown)
        options = dict(self.settings["MARKDOWN"])
        options["extensions"] = [*options["extensions"], SmartyExtension(**QUOTES), extension]
        self._source_path = source_path
        self._md = Markdown(**options)
        with pelican_open(source_path) as text:
            content = self._md.convert(text)
        # Pelican drops what a reader raises, but fails on what is logged.
        for problem in extension.problems:
            _log.error("%s", as_text([problem]))
        metadata = self._parse_metadata(getattr(self._md, "Meta", {}))
        metadata["sources"] = tuple(PageSource(source, _kind(source)) for source in page.sources)
        return content, metadata


def _kind(source: Source) -> str:
    return ", ".join(filter(None, (source.kind, currency(source))))


def _root(path: Path, siteurl: str) -> str:
    """The way from the page made of a file to the site's root: guides/records.md → ../../."""
    return f"{siteurl}/" if siteurl else "../" * len(path.parts)


def library_of(settings: dict[str, Any]) -> Library:
    """The library of one build, made when it is first asked for."""
    if "CME_LIBRARY" not in settings:
        content = Path(settings["PATH"])
        settings["CME_LIBRARY"] = Library(
            atlas_of(settings),
            read_facts(content),
            {path.stem: title(path) for path in sorted((content / GUIDES_FOLDER).glob("*.md"))},
            settings["BUILD_TIME"].date(),
        )
    library: Library = settings["CME_LIBRARY"]
    return library


def title(path: Path) -> str:
    """The title in the head of a Markdown file."""
    for line in path.read_text("utf-8").splitlines():
        name, _, value = line.partition(":")
        if name.lower() == "title":
            return value.strip()
    return path.stem
