"""What a visitor sees where something is blocked, missing or old: words and a way out."""

import json
import zipfile
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, expect

from plugins.calculator.embed.command import pack_command
from tests.conftest import ROOT
from tests.embedding.hosts import ELEMENT, RENEWAL, Host, visiting
from tests.embedding.using import calculator_works

HOSPITAL = ROOT / "docs" / "examples" / "hospital-policy.yaml"
FALLBACK = '<a href="{ours}calculator/#licenses=ca-md">Open the calculator at CME Atlas.</a>'


def element(ours: str, attributes: str = 'licenses="ca-md"') -> str:
    return (
        f'<script src="{ours}{ELEMENT}" defer></script>'
        f"<cme-calculator {attributes}>{FALLBACK.format(ours=ours)}</cme-calculator>"
    )


def test_a_blocked_script_leaves_the_link(browser: Browser, ours: str, host: Host) -> None:
    address = host.page(element(ours), "default-src 'none'; script-src 'self'")
    with visiting(browser, address) as visit:
        link = visit.page.get_by_role("link", name="Open the calculator at CME Atlas.")
        expect(link).to_be_visible()
        assert link.get_attribute("href") == f"{ours}calculator/#licenses=ca-md"


def blocked(page: Page, pattern: str, how: str) -> None:
    def answer(route: Route) -> None:
        if how == "refused":
            route.abort()
        else:
            page_text = "<!doctype html><title>Not found</title>"
            route.fulfill(body=page_text, content_type="text/html")

    page.route(pattern, answer)


def test_missing_data_is_said_with_a_way_out(browser: Browser, ours: str, host: Host) -> None:
    for how in ("refused", "a page instead"):
        for pattern in ("**/ca-md.js", "**/work.js*"):
            with visiting(browser, "about:blank") as visit:
                blocked(visit.page, pattern, how)
                visit.page.goto(host.page(element(ours)))
                expect(visit.page.locator("cme-calculator")).to_contain_text("could not be loaded")
                link = visit.page.get_by_role("link", name="Open the calculator at CME Atlas")
                assert link.get_attribute("href") == f"{ours}calculator/#licenses=ca-md"
                again = visit.page.get_by_role("button", name="Try again")
                visit.page.unroute(pattern)
                again.click()
                expect(visit.page.locator("#date-ca-md")).to_be_visible()


def test_the_network_goes_off_after_loading(browser: Browser, ours: str, host: Host) -> None:
    with visiting(browser, host.page(element(ours))) as visit:
        expect(visit.page.get_by_text("Save in this browser")).to_be_visible()
        visit.context.set_offline(True)
        calculator_works(visit.page)


def test_a_pack_does_everything_from_a_disk_with_the_network_off(
    browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "pack.html"
    pack_command("ca-md,ca-rn", HOSPITAL, file)
    with visiting(browser, file.as_uri(), offline=True, accept_downloads=True) as visit:
        page = visit.page
        page.get_by_text("MD", exact=True).click()
        page.get_by_role("combobox", name="State").select_option(label="California")
        page.get_by_role("button", name="Show what I owe").click()
        calculator_works(page)
        own = page.get_by_role("region", name="Mercy General Hospital: its own policy")
        expect(own).to_contain_text("apart from it")
        page.get_by_label("Save in this browser").check()
        with page.expect_download() as downloading:
            page.get_by_role("button", name="Everything (JSON)").click()
        saved = json.loads(Path(downloading.value.path()).read_text("utf-8"))
        assert saved["format"] == "cme-atlas"
        page.reload()
        expect(page.locator(".sentence").first).to_contain_text("40 of 50 hours")
        assert {request.partition("#")[0] for request in visit.requests} <= {file.as_uri()} | {
            request for request in visit.requests if request.startswith("blob:")
        }
        assert visit.errors == []


def test_a_policy_stands_apart_from_the_law(
    browser: Browser, ours: str, host: Host, tmp_path: Path
) -> None:
    pack_command("ca-md", HOSPITAL, tmp_path / "pack.zip")
    with zipfile.ZipFile(tmp_path / "pack.zip") as archive:
        script = archive.read("cme-calculator/policy.js").decode()
    host.pages["/policy.js"] = (script, "")
    body = f'<script src="/policy.js"></script>{element(ours, "licenses=ca-md,nv-md")}'
    with visiting(browser, host.page(body, f"script-src 'self' {ours}")) as visit:
        page = visit.page
        page.locator("#date-ca-md").fill(RENEWAL)
        law = page.get_by_role("region", name="What you still owe")
        expect(law).not_to_contain_text("Mercy")
        own = page.get_by_role("region", name="Mercy General Hospital: its own policy")
        expect(own).to_contain_text("10 of 10 hours")
        expect(page.get_by_role("heading", name="One plan")).to_contain_text("both licenses")
        assert "not the law" in page.locator(".held").inner_text()


def test_the_date_is_in_sight_and_an_old_copy_says_so(
    browser: Browser, ours: str, host: Host
) -> None:
    with visiting(browser, "about:blank") as visit:
        visit.page.clock.set_fixed_time("2028-06-01")
        visit.page.goto(host.page(element(ours)))
        expect(visit.page.get_by_text("That is more than a year ago")).to_be_visible()
        date = visit.page.locator("cme-calculator").get_attribute("data-date")
        assert date is not None
        assert date.startswith("2026-")
