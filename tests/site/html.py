"""Reads built pages for the tests: ids, links and what a page loads.

In: a page's text. Out: a PageFacts.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path


@dataclass
class PageFacts:
    """What one page holds."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.facts = PageFacts()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        facts = self.facts
        if "id" in values:
            facts.ids.append(values["id"])
        if tag == "a" and "href" in values:
            facts.links.append(values["href"])
        if tag == "link" and values.get("rel") in ("stylesheet", "icon", "alternate"):
            facts.loads.append(values["href"])
        if tag in ("script", "img", "iframe", "source") and "src" in values:
            facts.loads.append(values["src"])
        if tag == "style" or "style" in values or (tag == "script" and "src" not in values):
            facts.inline.append(tag)
        facts.inline.extend(name for name in values if name.startswith("on"))
        if tag in ("h1", "h2", "h3"):
            facts.headings.append(tag)


def facts_of(text: str) -> PageFacts:
    """Read one page."""
    reader = _Reader()
    reader.feed(text)
    return reader.facts


def pages_of(folder: Path) -> dict[str, str]:
    """All pages of a built site by address: "states/california/md/" → text."""
    return {
        path.relative_to(folder).as_posix().removesuffix("index.html"): path.read_text("utf-8")
        for path in sorted(folder.rglob("*.html"))
    }
