"""A visit to the calculator in a real browser, under the policy that a hospital may set.

In: the built site. Out: a server that sends the policy with every answer and keeps no request to
anywhere else secret; and the steps of a visit.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from plugins.building.pages import SiteHandler, SiteServer
from tests.conftest import Site

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
TODAY = "2026-11-23T12:00:00"
PHONE = {"width": 390, "height": 844}

# Licenses that may change with the law would break these journeys for no reason of theirs, so they
# ask only for what the calculator itself promises about whatever the data says.
DATED = 'licenses=ca-md&renewal/ca-md="2027-03-31"'
SEVERAL = DATED.replace("=ca-md&", "=ca-md,nv-md&") + '&renewal/nv-md="2027-06-30"'


class PolicyHandler(SiteHandler):
    """Sends the policy with every answer."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@dataclass
class Visit:
    """A browser's window, and everything in it that went wrong."""

    context: BrowserContext
    address: str
    troubles: list[str] = field(default_factory=list)

    def page(self) -> Page:
        """Open a tab. What it complains of, or asks others for, is trouble."""
        page = self.context.new_page()
        page.clock.set_fixed_time(TODAY)
        page.on("console", lambda message: self.troubles.append(message.text))
        page.on("pageerror", lambda error: self.troubles.append(error.message))
        page.on("request", self._note)
        page.on("dialog", lambda dialog: dialog.accept())
        return page

    def open(self, link: str = "", path: str = "/calculator/") -> Page:
        """Open a tab on the calculator, with a text after the # of its address."""
        page = self.page()
        page.goto(self.address + path + (f"#{link}" if link else ""))
        return page

    def _note(self, request: Any) -> None:
        if not request.url.startswith((self.address, "blob:", "data:")):
            self.troubles.append(f"asked for {request.url}")


@contextmanager
def visit(site: Site, browser: Browser, **options: Any) -> Iterator[Visit]:
    """Visit the site; at the end nothing may have gone wrong."""
    options.setdefault("viewport", PHONE)
    with SiteServer(0, PolicyHandler, site.folder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with browser.new_context(**options) as context:
            found = Visit(context, server.address)
            yield found
        server.shutdown()
    assert found.troubles == []


def choose(page: Page, profession: str, state: str) -> None:
    """Choose the first license."""
    page.get_by_text(profession, exact=True).click()
    page.get_by_role("combobox", name="State").select_option(label=state)
    page.get_by_role("button", name="Show what I owe").click()


def add(page: Page, title: str, date: str, hours: float, *topics: str, **more: Any) -> None:
    """Enter one credit."""
    page.get_by_role("button", name="Add credit").click()
    form = page.get_by_role("form", name="New credit")
    form.get_by_label("Title").fill(title)
    form.get_by_label("Date").fill(date)
    form.get_by_label("Hours").fill(str(hours))
    for topic in topics:
        form.get_by_text(topic).click()
    if more.get("planned"):
        form.get_by_label("Planned").check()
    if "price" in more:
        form.get_by_label("Price").fill(str(more["price"]))
    if "days" in more:
        form.get_by_label("Paid days").fill(str(more["days"]))
    form.get_by_role("button", name="Add", exact=True).click()


def sentence(page: Page, number: int = 0) -> str:
    """The answer, in the sentence that comes first."""
    return page.locator(".sentence").nth(number).inner_text()
