"""Journeys through the real site in a real browser, and what axe finds on every page type."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.accessibility import assert_accessible
from tests.conftest import Site

PHONE = {"width": 390, "height": 844}
PAGE_TYPES = [
    "/",
    "/states/",
    "/states/california/",
    "/states/california/md/",
    "/states/alaska/rn/",
    "/professions/",
    "/professions/np/",
    "/topics/",
    "/topics/opioid-prescribing/",
    "/boards/",
    "/data-quality/",
    "/bodies/",
    "/bodies/ama/",
    "/credits/",
    "/credits/ama-pra-1/",
    "/national/",
    "/national/abim/",
    "/guides/",
    "/guides/how-to-earn/",
    "/glossary/",
    "/compare/",
    "/maps/",
    "/maps/md/",
    "/maps/opioid-prescribing/",
    "/timeline/",
    "/hours/",
    "/search/",
    "/calculator/",
    "/embed/",
    "/about/",
    "/contribute/",
]


def test_two_taps_without_javascript_lead_to_the_answer(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.url}/")
    page.locator("summary", has_text="Registered nurse").click()
    page.get_by_role("link", name="Texas", exact=True).locator("visible=true").click()
    expect(page).to_have_url(f"{site.url}/states/texas/rn/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Registered nurses in Texas")
    context.close()


@pytest.mark.parametrize(
    "address",
    [
        "/states/california/md/",
        "/states/alaska/rn/",
        "/states/connecticut/md/",
        "/states/district-of-columbia/pa/",
        "/states/oregon/np/",
        "/states/new-york/do/",
    ],
)
def test_the_answer_is_above_the_fold_on_a_phone(
    site: Site, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 664})
    page = context.new_page()
    page.goto(f"{site.url}{address}")
    box = page.locator(".answer .amount").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 664
    context.close()


@pytest.mark.parametrize("address", PAGE_TYPES)
def test_axe_finds_nothing(site: Site, browser: Browser, address: str) -> None:
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        page.goto(f"{site.url}{address}")
        assert_accessible(page)


@pytest.mark.parametrize("address", PAGE_TYPES)
def test_nothing_overflows_at_320_pixels(site: Site, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{site.url}{address}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_the_keyboard_reaches_the_content_and_focus_shows(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/states/california/md/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    assert skip.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


def test_pages_send_requests_to_nobody_else(site: Site, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in PAGE_TYPES:
        page.goto(f"{site.url}{address}")
    assert [url for url in asked if not url.startswith(site.url)] == []
