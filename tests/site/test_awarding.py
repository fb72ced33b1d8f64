"""The pages of who awards credit: sources on every one, and sums that agree with the data."""

import re

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas
from plugins.requirements.language.sources import OFFICIAL
from tests.conftest import Site
from tests.site.html import facts_of


def _page(site: Site, address: str) -> str:
    return (site.folder / address / "index.html").read_text("utf-8")


def _official(atlas: Atlas) -> set[str]:
    """Addresses of every official source in the data."""
    words = atlas.vocabulary
    entries = [*words.accrediting_bodies.values(), *words.credit_systems.values()]
    entries += [item.requirement for item in atlas.holdings]
    return {
        source.url
        for entry in entries
        for source in entry.sources.values()
        if source.kind in OFFICIAL
    }


def test_every_body_and_national_requirement_and_credit_cites_an_official_source(
    site: Site, atlas: Atlas
) -> None:
    words, official = atlas.vocabulary, _official(atlas)
    pages = [addresses.body(id_) for id_ in words.accrediting_bodies]
    pages += [addresses.license_(item) for item in atlas.nationals.values()]
    pages += [addresses.credit(id_) for id_ in words.credit_categories]
    without = [
        page for page in pages if not official.intersection(facts_of(_page(site, page)).links)
    ]
    assert not without


def test_the_number_of_licenses_that_take_a_credit_is_that_of_the_data(
    site: Site, atlas: Atlas
) -> None:
    for id_ in ("ama-pra-1", "aoa-1a", "aafp-prescribed", "academic"):
        text = _page(site, addresses.credit(id_))
        [shown] = re.findall(r"toward the total of (\d+) licenses", text)
        named = [
            item
            for item in atlas.licenses.values()
            if item.requirement.total and id_ in (item.requirement.total.counts or ())
        ]
        assert int(shown) >= len(named) > 0
        links = facts_of(text).links
        for item in named:
            assert any(link.endswith(addresses.license_(item)) for link in links), item.id


def test_accepted_credit_on_a_license_page_leads_to_its_own_page(site: Site, atlas: Atlas) -> None:
    item = atlas.licenses["ca-md"]
    links = facts_of(_page(site, addresses.license_(item))).links
    total = item.requirement.total
    assert total is not None
    for id_ in total.counts or ():
        assert any(link.endswith(addresses.credit(id_)) for link in links)


def test_every_equivalence_stands_in_the_table_with_its_source(site: Site, atlas: Atlas) -> None:
    links = set(facts_of(_page(site, addresses.CREDITS)).links)
    for item in atlas.vocabulary.equivalences.values():
        assert {source.url for source in item.sources} <= links


def test_a_national_page_speaks_of_its_body_and_not_of_a_board(site: Site) -> None:
    text = _page(site, "national/dea/")
    assert "Ask the Drug Enforcement Administration" in text
    assert "your license" not in text
    assert "the board" not in text.replace("the boards", "")
