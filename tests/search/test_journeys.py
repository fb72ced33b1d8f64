"""Search in a real browser: by keyboard, to a duty, from a disk, without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.accessibility import assert_accessible
from tests.conftest import Site

FIRST_RESULT_MS = 100


@pytest.fixture
def policed(site: Site, browser: Browser) -> Iterator[BrowserContext]:
    """A browser that obeys the strict policy the site promises to work under."""
    context = browser.new_context()
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"

    def police(route):  # type: ignore[no-untyped-def]
        response = route.fetch()
        route.fulfill(
            response=response, headers={**response.headers, "Content-Security-Policy": policy}
        )

    context.route("**/*", police)
    yield context
    # The page that a journey ends on may still be loading.
    context.unroute_all(behavior="wait")
    context.close()


def test_by_keyboard_alone_from_any_page_to_a_duty(site: Site, policed: BrowserContext) -> None:
    page = policed.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.goto(f"{site.url}/topics/")
    page.keyboard.press("/")
    field = page.get_by_role("combobox", name="Search")
    expect(field).to_be_focused()
    page.keyboard.type("tx np opioid")
    expect(page.get_by_role("option").first).to_contain_text("2 contact hours")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status")).to_contain_text("Texas NP")
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "found-0")
    expect(page.get_by_role("option", selected=True)).to_contain_text("Texas NP")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.url}/states/texas/np/#opioids")
    expect(page.locator("#opioids")).to_be_in_viewport()
    assert not problems


def test_escape_closes_the_list_and_a_slash_in_a_field_is_a_slash(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/")
    page.keyboard.press("/")
    page.keyboard.type("md/do ohio")
    field = page.get_by_role("combobox", name="Search")
    expect(field).to_have_value("md/do ohio")
    expect(page.get_by_role("option").first).to_contain_text("Ohio MD")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("md/do ohio")


def test_the_index_is_loaded_on_focus_and_answers_at_once(site: Site, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.url}/")
    assert not [url for url in asked if "search-index" in url]
    with page.expect_response("**/search-index.*"):
        page.keyboard.press("/")
    page.wait_for_function("globalThis.cmeAtlasSearchIndex")
    page.evaluate(
        """() => {
            const input = document.querySelector(".find input");
            new MutationObserver(() => { globalThis.shown ??= performance.now(); })
                .observe(document.querySelector(".found"), {childList: true, subtree: true});
            input.value = "tx np opioid";
            globalThis.typed = performance.now();
            input.dispatchEvent(new Event("input"));
        }"""
    )
    page.wait_for_function("globalThis.shown")
    assert page.evaluate("shown - typed") < FIRST_RESULT_MS


def test_enter_opens_all_results_five_first_and_they_narrow(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/states/texas/")
    page.keyboard.press("/")
    page.keyboard.type("np opioids")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.url}/search/?q=np+opioids")
    hits = page.locator(".hit")
    expect(hits).to_have_count(5)
    page.get_by_role("button", name="more").click()
    assert hits.count() > 5
    expect(hits.nth(5).get_by_role("link").first).to_be_focused()
    page.get_by_label("State").select_option("Texas (1)")
    expect(hits).to_have_count(1)
    expect(hits).to_contain_text("2 contact hours on opioid prescribing")
    expect(page).to_have_url(f"{site.url}/search/?q=np+opioids&state=texas")
    page.reload()
    expect(hits).to_have_count(1)


def test_no_result_leads_on(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/search/?q=zzzopioi")
    expect(page.get_by_role("status")).to_contain_text("Nothing found for “zzzopioi”")
    page.get_by_role("link", name="opioid", exact=True).click()
    expect(page.locator(".hit").first).to_contain_text("Opioid prescribing")


def test_a_misspelling_is_told(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/search/?q=pensylvania")
    expect(page.get_by_role("status")).to_contain_text("Read “pensylvania” as “pennsylvania”")
    expect(page.locator(".hit").first).to_contain_text("Pennsylvania")


def test_without_javascript_the_search_page_lists_everything(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.url}/")
    expect(page.locator("form.find")).to_be_hidden()
    page.get_by_role("link", name="Search").click()
    page.get_by_role("link", name="NP in Texas").click()
    expect(page).to_have_url(f"{site.url}/states/texas/np/")
    context.close()


def test_it_works_from_a_disk(site: Site, page: Page) -> None:
    home = (site.folder / "index.html").as_uri()
    page.goto(home)
    page.keyboard.press("/")
    page.keyboard.type("florida nurse")
    expect(page.get_by_role("option").first).to_contain_text("Florida RN")
    page.keyboard.press("Enter")
    expect(page.locator(".hit").first).to_contain_text("Florida RN")
    page.locator(".hit a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Florida")


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(site: Site, browser: Browser, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    for address in ("/search/", "/search/?q=np+opioids", "/search/?q=zzzopioi"):
        page.goto(site.url + address)
        page.wait_for_function("!location.search || document.querySelector('.after, .hit')")
        findings(page)
    page.goto(f"{site.url}/states/california/md/")
    page.keyboard.press("/")
    page.keyboard.type("opiod")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    findings(page)
    context.close()


def findings(page: Page) -> None:
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
