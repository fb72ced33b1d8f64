"""The whole output: every address, link, anchor and byte that the site promises."""

import gzip
import posixpath
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import html5lib
import pytest

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas
from plugins.requirements.language.fields import PROFESSIONS
from tests.conftest import Site
from tests.site.html import PageFacts, facts_of, pages_of

FIRST_ROUND_TRIP = 14 * 1024
LARGEST_TABLES = 30 * 1024


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, str]:
    return pages_of(site.folder)


@pytest.fixture(scope="module")
def facts(pages: dict[str, str]) -> dict[str, PageFacts]:
    return {address: facts_of(text) for address, text in pages.items()}


def test_everything_there_is_has_its_page(pages: dict[str, str], atlas: Atlas) -> None:
    assert len(atlas.jurisdictions) == 51
    assert len(atlas.licenses) == 255
    expected = {addresses.license_(item) for item in atlas.licenses.values()}
    expected |= {addresses.state(place) for place in atlas.jurisdictions}
    expected |= {addresses.profession(id_) for id_ in PROFESSIONS}
    expected |= {addresses.topic(id_) for id_ in atlas.vocabulary.topics}
    expected |= {addresses.body(id_) for id_ in atlas.vocabulary.accrediting_bodies}
    expected |= {addresses.credit(id_) for id_ in atlas.vocabulary.credit_categories}
    expected |= {addresses.license_(item) for item in atlas.nationals.values()}
    expected |= {addresses.BODIES, addresses.CREDITS, addresses.NATIONAL}
    expected |= {"", "states/", "professions/", "topics/", "boards/", "data-quality/", "about/"}
    assert expected <= set(pages)


def test_no_internal_link_or_anchor_is_broken(site: Site, facts: dict[str, PageFacts]) -> None:
    broken = []
    for address, page in facts.items():
        for link in [*page.links, *page.loads]:
            target = urlsplit(urljoin(f"http://site/{address}", link))
            if target.netloc != "site":
                continue
            path = target.path.lstrip("/")
            wanted = path.removesuffix("index.html")
            if wanted in facts:
                if target.fragment and target.fragment not in facts[wanted].ids:
                    broken.append(f"{address} → {link}: no such anchor")
            elif not (site.folder / path).is_file():
                broken.append(f"{address} → {link}: no such page")
    assert not broken, "\n".join(broken[:20])


def test_ids_are_unique_and_there_is_one_main_heading(facts: dict[str, PageFacts]) -> None:
    doubled = [
        f"{address}#{id_}"
        for address, page in facts.items()
        for id_ in set(page.ids)
        if page.ids.count(id_) > 1
    ]
    assert not doubled
    assert [address for address, page in facts.items() if page.headings.count("h1") != 1] == []


def test_no_page_loads_from_elsewhere_or_holds_inline_code(facts: dict[str, PageFacts]) -> None:
    for address, page in facts.items():
        assert not page.inline, f"{address}: inline {page.inline}"
        for load_ in page.loads:
            assert not urlsplit(load_).netloc, f"{address} loads {load_}"


def test_pages_fit_the_first_round_trip(
    site: Site, pages: dict[str, str], facts: dict[str, PageFacts]
) -> None:
    css = {path.name: path.read_text("utf-8") for path in (site.folder / "assets").glob("*.css")}
    sizes = []
    for address, text in pages.items():
        sheets = [css[load.rpartition("/")[2]] for load in facts[address].loads if "css" in load]
        sizes.append((len(gzip.compress("".join([text, *sheets]).encode())), address))
    sizes.sort()
    for size, address in sizes[:-4]:
        assert size <= FIRST_ROUND_TRIP, f"/{address}: {size} bytes of HTML and CSS, compressed"
    for size, address in sizes[-4:]:
        assert size <= LARGEST_TABLES, f"/{address}: {size} bytes of HTML and CSS, compressed"


def _html_fault(path: Path) -> str:
    try:
        html5lib.HTMLParser(strict=True).parse(path.read_text("utf-8"))
    except html5lib.html5parser.ParseError as fault:
        return f"{path}: {fault}"
    return ""


def test_every_page_is_valid_html(site: Site) -> None:
    with ProcessPoolExecutor(2) as pool:
        faults = [
            fault for fault in pool.map(_html_fault, sorted(site.folder.rglob("*.html"))) if fault
        ]
    assert not faults, "\n".join(faults[:10])


def test_relative_links_keep_the_site_movable(facts: dict[str, PageFacts]) -> None:
    """A site built without SITEURL works under any address, so no link starts at the root."""
    rooted = {
        link
        for page in facts.values()
        for link in [*page.links, *page.loads]
        if link.startswith("/") and posixpath.normpath(link) != "."
    }
    assert not rooted
