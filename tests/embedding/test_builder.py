"""The page /embed/: lines that work as they are copied, a file to download, no script needed."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from plugins.calculator.embed.command import pack_command
from tests.embedding.hosts import Host, visiting
from tests.embedding.using import calculator_works, shows_what_is_owed

PHONE = {"width": 320, "height": 800}
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}


def lines(page: Page) -> str:
    return page.locator("#lines").input_value()


def test_by_keyboard_from_choice_to_lines_that_work(
    browser: Browser, ours: str, host: Host
) -> None:
    with visiting(browser, f"{ours}embed/") as visit:
        page = visit.page
        page.get_by_label("California MD").focus()
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.type("MD")
        page.keyboard.press("Tab")
        page.keyboard.type("Texas")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("#builder-status")).to_have_text("Added: Texas MD.")
        page.get_by_label("Theme").select_option("dark")
        assert 'licenses="tx-md" theme="dark"' in lines(page)
        page.get_by_label("California MD").check()
        page.get_by_label("Theme").select_option("auto")
        page.get_by_label("Texas MD").uncheck()
        copied = lines(page)
        assert visit.errors == []
    for way in ("element", "frame"):
        with visiting(browser, f"{ours}embed/") as visit:
            visit.page.locator(f"input[value={way}]").check()
            copied = lines(visit.page)
        with visiting(browser, host.page(copied)) as visit:
            calculator_works(visit.page.frame_locator("iframe") if way == "frame" else visit.page)
            assert visit.errors == []


def test_the_preview_follows(browser: Browser, ours: str) -> None:
    with visiting(browser, f"{ours}embed/") as visit:
        page, frame = visit.page, visit.page.frame_locator("#preview")
        expect(frame.locator(".held")).to_contain_text("California")
        page.get_by_label("Own colors").check()
        page.get_by_label("Accent").fill("#7a0045")
        page.get_by_label("Visitors cannot change").check()
        expect(frame.get_by_role("button", name="Remove")).to_have_count(0)
        color = frame.get_by_role("button", name="Forget everything").evaluate(
            "it => getComputedStyle(it).color"
        )
        assert color == "rgb(122, 0, 69)"
        assert "--cme-accent: #7a0045" in lines(page)


def test_a_file_made_in_the_browser_works_offline(
    browser: Browser, ours: str, tmp_path: Path
) -> None:
    file = tmp_path / "made.html"
    with visiting(browser, f"{ours}embed/", accept_downloads=True) as visit:
        visit.page.locator("input[value=file]").check()
        visit.page.get_by_label("State, or national").select_option("us-dea")
        visit.page.get_by_role("button", name="Add", exact=True).click()
        with visit.page.expect_download() as downloading:
            visit.page.get_by_role("button", name="Download the file").click()
        downloading.value.save_as(file)
        assert visit.only_asked(ours), visit.requests
    pack_command("ca-md,us-dea", None, tmp_path / "packed.html")
    assert file.read_bytes() == (tmp_path / "packed.html").read_bytes()
    with visiting(browser, file.as_uri() + "#licenses=ca-md,us-dea", offline=True) as visit:
        calculator_works(visit.page)
        expect(visit.page.locator(".held")).to_contain_text("DEA")
        assert visit.errors == []


def test_axe_finds_nothing_and_nothing_overflows(browser: Browser, ours: str) -> None:
    for width in (320, 1280):
        viewport = {"width": width, "height": 800}
        with visiting(browser, f"{ours}embed/", viewport=viewport) as visit:
            for way in ("file", "element"):
                visit.page.locator(f"input[value={way}]").check()
                visit.page.get_by_label("Own colors").check()
                expect(visit.page.frame_locator("#preview").locator(".held")).to_be_visible()
                results = Axe().run(visit.page, options=AXE)
                assert results.violations_count == 0, results.generate_report()
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_frame(browser: Browser, ours: str, theme: str) -> None:
    address = f"{ours}embed/frame/?licenses=ca-md&theme={theme}"
    with visiting(browser, address, color_scheme=theme, viewport=PHONE) as visit:
        shows_what_is_owed(visit.page)
        results = Axe().run(visit.page, options=AXE)
        assert results.violations_count == 0, results.generate_report()


def test_without_a_script_the_lines_stand_there(browser: Browser, ours: str) -> None:
    with visiting(browser, f"{ours}embed/", java_script_enabled=False) as visit:
        assert not visit.page.locator("#builder").is_visible()
        shown = visit.page.get_by_label("Lines for a script").inner_text()
        assert re.search(r"<script src=\S+embed/v1/cme-calculator\.js", shown)
        assert 'sandbox="allow-scripts"' in visit.page.locator("main").inner_text()
