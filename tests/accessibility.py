"""What axe finds on a page, in the light scheme and in the dark one.

In: a page that shows what is to be judged. Out: nothing, or a failure that names each finding.
"""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

STANDARDS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
# Between the schemes only colors differ, and looking at everything twice takes twice the time.
COLORS = ["color-contrast"]


def assert_accessible(page: Page) -> None:
    """Fail on what breaks WCAG 2.2 AA or good practice; in the dark, on colors alone."""
    page.emulate_media(color_scheme="light")
    _assert_none(page, STANDARDS)
    page.emulate_media(color_scheme="dark")
    _assert_none(page, COLORS)
    page.emulate_media(color_scheme="light")


def _assert_none(page: Page, rules: list[str]) -> None:
    results = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
    assert results.violations_count == 0, results.generate_report()
