"""The guides as prose: every figure from the data, plain words, a fair length, no page left out."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

from plugins.guides.facts import read_facts
from tests.conftest import ROOT, Site

GUIDES = sorted((ROOT / "content" / "guides").glob("*.md"))
SHORTCODE = re.compile(r"\{\{.*?\}\}")
LINK_TARGET = re.compile(r"\]\([^)]*\)|\{#[^}]*\}")
LIST_NUMBER = re.compile(r"^ *\d+\. ", re.MULTILINE)
# Names that hold a digit but count nothing.
NAMES = re.compile(r"Category [12](-[AB])?|\b[12]-[AB]\b")
NUMBER_WORDS = re.compile(
    r"\b(three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|half|halves|percent)\b",
    re.IGNORECASE,
)
HALVES = "the two halves"

# Measured, so that a guide does not drift into officialese: English that most adults read with
# ease has short sentences and few long words.
WORDS_IN_A_GUIDE = range(500, 1101)
MEAN_SENTENCE = 14.0
LONGEST_SENTENCE = 35
LONG_WORD = 11
SHARE_OF_LONG_WORDS = 0.06


def body(path: Path) -> str:
    return path.read_text("utf-8").split("\n\n", 1)[1]


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_every_number_in_a_guide_comes_from_data(path: Path) -> None:
    head, text = path.read_text("utf-8").split("\n\n", 1)
    prose = "\n".join(line for line in head.splitlines() if not line.startswith("Order:"))
    prose += "\n" + text
    for harmless in (SHORTCODE, LINK_TARGET, LIST_NUMBER, NAMES):
        prose = harmless.sub("", prose)
    prose = prose.replace(HALVES, "")
    figures = [
        line for line in prose.splitlines() if re.search(r"\d", line) or NUMBER_WORDS.search(line)
    ]
    assert figures == []


class _Prose(HTMLParser):
    """The sentences of a guide, without headings, tables, source lists and navigation."""

    PARTS = ("p", "li", "dd")
    LEFT_OUT = ("nav", "sup", "ol.sources", "table")

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.inside = self.outside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = f"{tag}.{dict(attrs).get('class')}"
        if tag in self.LEFT_OUT or name in self.LEFT_OUT or (self.outside and tag == "ol"):
            self.outside += 1
        if tag in self.PARTS and not self.outside:
            self.inside += 1
            self.parts.append("")

    def handle_endtag(self, tag: str) -> None:
        if self.outside and tag in ("nav", "sup", "ol", "table"):
            self.outside -= 1
        elif tag in self.PARTS and self.inside and not self.outside:
            self.inside -= 1

    def handle_data(self, data: str) -> None:
        if self.inside and not self.outside:
            self.parts[-1] += data


@dataclass
class Reading:
    words: list[str]
    sentences: list[list[str]]


def reading(site: Site, guide: str) -> Reading:
    text = (site.folder / "guides" / guide / "index.html").read_text("utf-8")
    parser = _Prose()
    parser.feed(text[text.index("<main") : text.index("</main>")])
    sentences = [
        words
        for part in parser.parts
        for sentence in re.split(r"(?<=[.!?:;])\s+", part)
        if (words := re.findall(r"[A-Za-z][A-Za-z’'-]*", sentence))
    ]
    return Reading([word for words in sentences for word in words], sentences)


@pytest.mark.parametrize("guide", [path.stem for path in GUIDES])
def test_a_guide_reads_easily(site: Site, guide: str) -> None:
    found = reading(site, guide)
    mean = len(found.words) / len(found.sentences)
    long_words = [word for word in found.words if len(word) >= LONG_WORD]
    longest = max(found.sentences, key=len)
    assert len(found.words) in WORDS_IN_A_GUIDE
    assert mean <= MEAN_SENTENCE
    assert len(longest) <= LONGEST_SENTENCE, " ".join(longest)
    assert len(long_words) / len(found.words) <= SHARE_OF_LONG_WORDS, sorted(set(long_words))


def test_the_index_leads_to_every_guide_in_order(site: Site) -> None:
    index = (site.folder / "guides" / "index.html").read_text("utf-8")
    listed = re.findall(r'<li><a href="[^"]*guides/([a-z-]+)/"', index)
    orders = {path.stem: int(re.findall(r"^Order: (\d+)$", path.read_text("utf-8"), re.M)[0])
              for path in GUIDES}  # fmt: skip
    assert listed == sorted(orders, key=lambda name: orders[name])
    assert sorted(orders.values()) == list(range(1, len(GUIDES) + 1))


def test_the_front_page_and_every_footer_lead_to_guides_and_glossary(site: Site) -> None:
    for page in ("index.html", "states/texas/rn/index.html", "about/index.html"):
        text = (site.folder / page).read_text("utf-8")
        footer = text[text.index("<footer") :]
        assert "guides/" in footer
        assert "glossary/" in footer


def test_a_fact_is_used_and_rests_on_more_than_hearsay() -> None:
    facts = read_facts(ROOT / "content")
    text = "".join(body(path) for path in GUIDES)
    assert [id_ for id_ in facts.facts if f"{{{{ fact {id_} }}}}" not in text] == []
    weak = [
        id_
        for id_, fact in facts.facts.items()
        if all(facts.sources[source].kind == "aggregator" for source in fact.source)
    ]
    assert weak == []
