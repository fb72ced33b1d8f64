"""What a visitor does in an embedded calculator, wherever it is.

In: a page, or a frame in it. Out: the same steps, and what has to be seen after each.
"""

from playwright.sync_api import FrameLocator, Page, expect

from tests.embedding.hosts import RENEWAL


def calculator_works(scope: Page | FrameLocator, license_: str = "ca-md") -> None:
    """Give a renewal date, add credit, and see what is left of California's 50 hours."""
    shows_what_is_owed(scope, license_)
    scope.get_by_role("button", name="Add credit").click()
    form = scope.get_by_role("form", name="New credit")
    form.get_by_label("Title").fill("Grand rounds")
    form.get_by_label("Date").fill("2026-10-01")
    form.get_by_role("spinbutton", name="Hours").fill("10")
    form.get_by_role("button", name="Add", exact=True).click()
    expect(scope.locator(".sentence").first).to_contain_text("40 of 50 hours")


def shows_what_is_owed(scope: Page | FrameLocator, license_: str = "ca-md") -> None:
    """Give a renewal date, and see what is owed."""
    scope.locator(f"#date-{license_}").fill(RENEWAL)
    expect(scope.locator(".sentence").first).to_contain_text("50 of 50 hours")
