"""The long tables: sorted, narrowed, remembered by the address, whole without JavaScript."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.accessibility import assert_accessible
from tests.conftest import Site

TABLES = ["/professions/np/", "/topics/opioid-prescribing/", "/boards/", "/data-quality/"]


def shown(page: Page) -> Locator:
    return page.locator("tbody tr:visible")


def test_filter_a_table_and_come_back(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/professions/np/")
    expect(shown(page)).to_have_count(51)
    page.get_by_text("Filters").click()
    page.get_by_label("Topic").select_option(label="opioid prescribing")
    page.get_by_role("searchbox", name="State").fill("new")
    states = ["New Hampshire", "New Jersey"]
    expect(shown(page).locator("th")).to_have_text(states)
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("2 of 51 licenses")
    expect(page).to_have_url(re.compile(r"\?text=new&topic=opioid-prescribing$"))
    page.get_by_role("link", name="New Jersey").click()
    expect(page).to_have_url(re.compile("/states/new-jersey/np/"))
    page.go_back()
    expect(shown(page).locator("th")).to_have_text(states)
    expect(page.get_by_label("Topic")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    expect(shown(page)).to_have_count(51)
    expect(page).to_have_url(f"{site.url}/professions/np/")


def test_sorting_is_said_and_remembered_and_blanks_stay_below(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/professions/np/")
    head = page.get_by_role("columnheader", name="Per year")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(page.locator("th[aria-sort]")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"\?sort=year&order=descending$"))
    page.reload()
    numbers = [text for text in shown(page).locator("td:nth-child(3)").all_text_contents() if text]
    assert numbers == sorted(numbers, key=float, reverse=True)
    assert shown(page).locator("td:nth-child(3)").last.text_content() == ""


@pytest.mark.parametrize("address", TABLES)
def test_every_column_sorts(site: Site, page: Page, address: str) -> None:
    page.goto(f"{site.url}{address}")
    count = shown(page).count()
    for head in page.locator("thead th").all():
        before = head.get_attribute("aria-sort")
        head.get_by_role("button").click()
        expected = "descending" if before == "ascending" else "ascending"
        expect(head).to_have_attribute("aria-sort", expected)
        expect(shown(page)).to_have_count(count)


def test_a_topic_is_narrowed_by_profession_condition_and_year(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/topics/opioid-prescribing/?profession=pa&condition=none")
    heads = shown(page).locator("th").all_text_contents()
    assert heads
    assert all(text.endswith(" PA") for text in heads)
    assert set(shown(page).locator("td:nth-child(4)").all_text_contents()) == {"everybody"}
    year = page.get_by_label("Changed since").locator("option").nth(1).get_attribute("value")
    page.goto(f"{site.url}/topics/opioid-prescribing/?since={year}")
    days = shown(page).locator("time").all_text_contents()
    assert days
    assert all(day.endswith(str(year)) for day in days)


def test_a_topic_leads_to_its_professions_and_states(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/topics/opioid-prescribing/")
    page.get_by_role("link", name="Nurse practitioners").click()
    expect(page).to_have_url(f"{site.url}/professions/np/?topic=opioid-prescribing")
    status = page.get_by_role("main").get_by_role("status")
    expect(status).to_have_text(re.compile(r"^\d+ of 51 licenses$"))
    found = shown(page).count()
    assert 0 < found < 51
    expect(status).to_have_text(f"{found} of 51 licenses")


def test_boards_lead_to_the_licenses_they_issue(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/boards/?text=osteopathic%20california")
    expect(shown(page)).to_have_count(1)
    page.get_by_role("link", name="DO in California").click()
    expect(page).to_have_url(f"{site.url}/states/california/do/")


def test_a_license_and_a_state_lead_to_their_neighbors(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/states/maine/md/")
    near = page.get_by_role("region", name="Next door")
    near.get_by_role("link", name="New Hampshire").click()
    expect(page).to_have_url(f"{site.url}/states/new-hampshire/md/")
    page.goto(f"{site.url}/states/maine/")
    page.get_by_role("region", name="Neighbors").get_by_role("link").click()
    expect(page).to_have_url(f"{site.url}/states/new-hampshire/")
    page.goto(f"{site.url}/states/hawaii/md/")
    expect(page.get_by_role("region", name="Next door")).to_have_count(0)


@pytest.mark.parametrize("address", TABLES)
def test_without_javascript_the_table_is_whole_and_has_no_dead_controls(
    site: Site, browser: Browser, address: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.url}{address}?text=nowhere")
        assert shown(page).count() > 10
        expect(page.locator("form.filters")).to_be_hidden()
        expect(page.locator("thead button")).to_have_count(0)
        expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("address", TABLES)
def test_axe_finds_nothing_with_filters_open(site: Site, browser: Browser, address: str) -> None:
    size = {"width": 390, "height": 844}
    with browser.new_context(viewport=size) as context:
        page = context.new_page()
        page.goto(f"{site.url}{address}?text=new")
        page.locator(".filters summary").click()
        assert_accessible(page)


@pytest.mark.parametrize("address", TABLES)
def test_filters_fit_a_narrow_screen(site: Site, browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        page = context.new_page()
        page.goto(f"{site.url}{address}?text=a")
        page.locator(".filters summary").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_a_phone_a_stacked_table_shows_its_heads_when_the_keyboard_is_there(
    site: Site, browser: Browser
) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto(f"{site.url}/topics/opioid-prescribing/")
        button = page.get_by_role("columnheader", name="Amount").get_by_role("button")
        button.focus()
        box = button.bounding_box()
        assert box is not None
        assert box["width"] > 20
        page.locator(".filters summary").click()
        page.get_by_label("Sort by").select_option(label="Amount")
        expect(page).to_have_url(re.compile(r"\?sort=amount$"))


def test_paper_shows_what_was_narrowed_and_no_controls(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/professions/np/?text=new")
    page.emulate_media(media="print")
    expect(page.locator("form.filters")).to_be_hidden()
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    expect(page.get_by_text("of 51 licenses")).to_be_visible()
