"""Pages that are no record: the lists of the site, and everything written in content/.

In: the folder of content. Out: what the index needs to know of each. A page of its own kind that a
plugin writes is found once it stands in LISTS; Markdown in content/ is found by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.requirements import addresses

# Notices of change have feeds and lists of their own; what is in extra/ is copied as it is.
UNLISTED = ("changes", "extra")


@dataclass(frozen=True)
class OtherPage:
    """A page's address below the site's root, what to call it, and the words it is found by.

    One with a code is found by its title and names as phrases, as a topic is.
    """

    address: str
    title: str
    summary: str
    code: str = ""
    names: tuple[str, ...] = ()


LISTS = (
    OtherPage(addresses.STATES, "States", "every state and its five licenses", "page:states"),
    OtherPage(
        addresses.PROFESSIONS,
        "Professions",
        "all states in one table, by profession",
        "page:professions",
    ),
    OtherPage(addresses.TOPICS, "Topics", "what is mandated, where and for whom", "page:topics"),
    OtherPage(
        addresses.BOARDS,
        "Boards",
        "every licensing board and its site",
        "page:boards",
        (
            "board",
            "licensing board",
            "state board",
            "board of nursing",
            "nursing board",
            "medical board",
            "board of medicine",
            "osteopathic board",
        ),
    ),
    OtherPage(
        addresses.CALCULATOR,
        "Calculator",
        "what you still owe, from what you have",
        "page:calculator",
        ("calculate", "track my hours", "still owe"),
    ),
    OtherPage(
        addresses.CREDITS,
        "Kinds of credit",
        "what counts as an hour, and to whom",
        "page:credits",
        ("types of credit", "credit categories", "credit types"),
    ),
    OtherPage(
        addresses.BODIES,
        "Who awards credit",
        "who accredits, certifies and keeps track",
        "page:bodies",
        ("accrediting bodies", "certifying boards"),
    ),
    OtherPage(
        addresses.NATIONAL,
        "National requirements",
        "certification, membership and the DEA",
        "page:national",
        ("federal requirements",),
    ),
    OtherPage(
        addresses.COMPARE,
        "Compare",
        "any licenses side by side",
        "page:compare",
        ("comparison", "side by side", "versus", "vs"),
    ),
    OtherPage(addresses.MAPS, "Maps", "hours and topics on a map", "page:maps", ("map",)),
    OtherPage(addresses.HOURS, "Hours a year", "every license on one scale", "page:hours"),
    OtherPage(
        addresses.TIMELINE,
        "When mandates took effect",
        "topics by the year in which they began",
        "page:timeline",
        ("timeline",),
    ),
    OtherPage(
        addresses.GLOSSARY, "Glossary", "the field's words, explained", "page:glossary", ("terms",)
    ),
    OtherPage(addresses.GUIDES, "Guides", "how all this works, in plain words", "page:guides"),
    OtherPage(
        addresses.DATA_QUALITY,
        "Data quality",
        "how sure we are of each license, and what is open",
        "page:data-quality",
        ("confidence", "open questions", "not established"),
    ),
)


def other_pages(content: Path | None) -> Iterator[OtherPage]:
    """The lists, then the pages of the content folder by their addresses."""
    yield from LISTS
    if content is None:
        return
    for path in sorted(content.rglob("*.md")):
        inside = path.relative_to(content)
        if inside.parts[0] in UNLISTED:
            continue
        head = _head(path)
        yield OtherPage(
            f"{inside.with_suffix('').as_posix()}/",
            head.get("title", path.stem),
            head.get("summary", ""),
            names=tuple(_headings(path)),
        )


def _head(path: Path) -> dict[str, str]:
    """The lines of metadata with which a page of Pelican's begins."""
    head = {}
    for line in path.read_text("utf-8").splitlines():
        key, colon, value = line.partition(":")
        if not colon or " " in key:
            break
        head[key.lower()] = value.strip()
    return head


def _headings(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            yield line.lstrip("# ").partition("{")[0].strip()
