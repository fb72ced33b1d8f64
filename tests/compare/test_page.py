"""Comparing as visitors do: choose, look, share the address, go back, print."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.accessibility import assert_accessible
from tests.conftest import Site

FOUR = "?licenses=ca-md,tx-md,fl-md,ny-md"


def heads(page: Page) -> list[str]:
    return page.locator("#comparison thead a").all_text_contents()


def add(page: Page, typed: str) -> None:
    page.get_by_role("combobox", name="Add a license").fill(typed)
    page.keyboard.press("Enter")


def test_four_licenses_by_keyboard_and_the_address_is_shared(
    site: Site, page: Page, browser: Browser
) -> None:
    page.goto(f"{site.url}/compare/")
    for typed in ("california md", "tx md", "fl md", "new york md"):
        add(page, typed)
    names = ["California MD", "Texas MD", "Florida MD", "New York MD"]
    expect(page.locator("#comparison thead a")).to_have_text(names)
    expect(page).to_have_url(f"{site.url}/compare/{FOUR}")
    expect(page.get_by_role("main").get_by_role("status")).to_have_text(
        "New York MD added. 4 licenses compared."
    )
    expect(page).to_have_title(re.compile("California MD, Texas MD"))
    with browser.new_context() as other:
        shared = other.new_page()
        shared.goto(page.url)
        expect(shared.locator("#comparison thead a")).to_have_text(names)


def test_back_goes_to_what_was_compared_before(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/compare/?licenses=oh-rn")
    expect(page.locator("#comparison thead a")).to_have_text(["Ohio RN"])
    add(page, "texas nurse rn")
    expect(page.locator("#comparison thead a")).to_have_text(["Ohio RN", "Texas RN"])
    page.get_by_role("button", name="Put first Texas RN").click()
    expect(page.locator("#comparison thead a")).to_have_text(["Texas RN", "Ohio RN"])
    expect(page).to_have_url(re.compile("licenses=tx-rn,oh-rn$"))
    page.get_by_role("button", name="Remove Texas RN").click()
    expect(page.locator("#comparison thead a")).to_have_text(["Ohio RN"])
    expect(page.get_by_role("button", name="Remove Ohio RN")).to_be_focused()
    page.go_back()
    page.go_back()
    expect(page.locator("#comparison thead a")).to_have_text(["Ohio RN", "Texas RN"])


def test_differences_are_marked_in_words_too(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/compare/?licenses=oh-rn,tx-rn")
    row = page.get_by_role("row", name="Human trafficking")
    expect(row.get_by_role("cell").nth(0)).to_have_text("Not required")
    expect(row.get_by_role("cell").nth(1)).to_contain_text("added: ")
    expect(row.get_by_role("rowheader")).to_contain_text("only Texas RN")


def test_sameness_folds(site: Site, page: Page) -> None:
    # Two professions under one rule: nearly every row is the same.
    page.goto(f"{site.url}/compare/?licenses=tx-md,tx-do")
    same = page.locator("tr.same")
    expect(same.first).to_be_visible()
    page.get_by_label("Only what differs").check()
    expect(same.first).to_be_hidden()
    expect(page).to_have_url(re.compile(r"\?licenses=tx-md,tx-do&show=differences$"))
    page.reload()
    expect(page.get_by_label("Only what differs")).to_be_checked()
    expect(same.first).to_be_hidden()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("tx rn", "Texas RN"),
        ("do oregon", "Oregon DO"),
        ("osteopath in maine", "Maine DO"),
        ("new h nurse pract", "New Hampshire NP"),
        ("dc", "District of Columbia MD"),
        ("physician associate or", "Oregon PA"),
    ],
)
def test_the_field_finds_what_is_meant(site: Site, page: Page, typed: str, first: str) -> None:
    page.goto(f"{site.url}/compare/")
    field = page.get_by_role("combobox", name="Add a license")
    field.press_sequentially(typed)
    expect(page.get_by_role("option").first).to_have_text(first)
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_an_unknown_license_is_named_and_left_out(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/compare/?licenses=oh-rn,zz-md,%3Cb%3E")
    expect(page.get_by_role("main").get_by_role("status")).to_have_text(
        "Not a license, left out: zz-md, <b>."
    )
    assert heads(page) == ["Ohio RN"]


def test_it_works_from_a_disk(site: Site, page: Page) -> None:
    page.goto(f"file://{site.folder}/compare/index.html?licenses=oh-rn,tx-rn")
    expect(page.locator("#comparison thead a")).to_have_text(["Ohio RN", "Texas RN"])


def test_without_javascript_the_tables_serve(site: Site, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.url}/compare/?licenses=oh-rn,tx-rn")
        expect(page.locator("main noscript p")).to_be_visible()
        expect(page.get_by_role("main").get_by_role("combobox")).to_have_count(0)
        page.get_by_role("link", name="Registered nurse: all states").click()
        expect(page).to_have_url(f"{site.url}/professions/rn/")


def test_license_state_and_profession_pages_lead_here(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/states/ohio/rn/")
    page.get_by_role("link", name="Compare", exact=True).first.click()
    expect(page.locator("#comparison thead a")).to_have_text(["Ohio RN"])
    page.goto(f"{site.url}/states/ohio/rn/")
    page.get_by_role("link", name="Compare Ohio with its neighbors").click()
    expect(page.locator("#comparison thead a")).to_have_count(6)
    page.goto(f"{site.url}/states/ohio/")
    page.get_by_role("link", name="Compare all five").click()
    expect(page.locator("#comparison thead a")).to_have_count(5)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        yield context.new_page()


def test_axe_finds_nothing_with_everything_open(site: Site, phone: Page) -> None:
    phone.goto(f"{site.url}/compare/{FOUR}")
    expect(phone.locator("#comparison thead a")).to_have_count(4)
    phone.get_by_role("combobox", name="Add a license").fill("oh")
    expect(phone.get_by_role("option").first).to_be_visible()
    assert_accessible(phone)


@pytest.mark.parametrize("query", ["", "?licenses=oh-rn,tx-rn", FOUR + ",oh-rn,nh-np,dc-pa,wa-do"])
def test_the_page_itself_never_scrolls_sideways(site: Site, page: Page, query: str) -> None:
    page.goto(f"{site.url}/compare/{query}")
    if query:
        expect(page.locator("#comparison")).to_be_visible()
    for width in (320, 390, 800, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_each_field_names_its_license(site: Site, phone: Page) -> None:
    phone.goto(f"{site.url}/compare/?licenses=oh-rn,tx-rn")
    field = phone.get_by_role("cell").first
    label = field.evaluate("element => getComputedStyle(element, '::before').content")
    assert label == '"Ohio RN"'


def test_paper_shows_the_table_and_no_controls(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/compare/?licenses=oh-rn,tx-rn")
    expect(page.locator("#comparison thead a")).to_have_count(2)
    page.emulate_media(media="print")
    for hidden in (".choosing", ".tools", ".ready-made", "header nav"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator("#comparison table")).to_be_visible()
