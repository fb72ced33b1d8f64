"""What is published beside the moving scripts: dated copies, digests, packs, sizes."""

import datetime as dt
import gzip
import hashlib
import json
from base64 import b64encode
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from plugins.building.reports import BuildFailed
from plugins.calculator.embed.releases import releases
from tests.conftest import Site
from tests.embedding.hosts import ELEMENT, LOADER, Host, visiting
from tests.embedding.using import calculator_works, shows_what_is_owed

Published = tuple[str, Path]
MOST_BYTES = 25 * 1024
MOST_BYTES_OF_LOADER = 1024


def compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes()))


def test_script_and_any_one_license_fit_into_25_kilobytes(site: Site) -> None:
    folder = site.folder / "embed" / "v1"
    data = max(compressed(file) for file in folder.glob("??-??.js"))
    assert compressed(site.folder / ELEMENT) + data < MOST_BYTES


def test_loader_is_under_a_kilobyte(site: Site) -> None:
    assert (site.folder / LOADER).stat().st_size < MOST_BYTES_OF_LOADER


def test_every_state_has_a_pack(published: Published, browser: Browser) -> None:
    _, folder = published
    packs = sorted((folder / "embed" / "packs").glob("*.html"))
    assert len(packs) == 51
    assert "embed/packs/california.html" in (folder / "embed/index.html").read_text("utf-8")
    with visiting(browser, packs[4].as_uri(), offline=True) as visit:
        expect(visit.page.locator("#state option")).to_have_count(2)
        assert visit.errors == []


def test_earlier_copies_stay_and_the_list_has_their_digests(published: Published) -> None:
    _, folder = published
    scripts = folder / "embed" / "v1"
    listed = json.loads((scripts / "releases.json").read_text("utf-8"))["releases"]
    assert [release["name"] for release in listed][1:] == ["2025-01-02"]
    page = (folder / "embed" / "index.html").read_text("utf-8")
    for release in listed:
        content = (scripts / release["address"]).read_bytes()
        digest = "sha384-" + b64encode(hashlib.sha384(content).digest()).decode()
        assert release["integrity"]["cme-calculator.js"] == digest
        assert digest in page


def pinned(published: Published) -> str:
    address, folder = published
    listed = json.loads((folder / "embed/v1/releases.json").read_text("utf-8"))["releases"]
    newest = listed[0]
    return (
        f'<script src="{address}embed/v1/{newest["address"]}" crossorigin="anonymous"'
        f' integrity="{newest["integrity"]["cme-calculator.js"]}" defer></script>'
        '<cme-calculator licenses="ca-md">Blocked</cme-calculator>'
    )


def test_a_pinned_copy_works(published: Published, browser: Browser, host: Host) -> None:
    address, _ = published
    with visiting(browser, host.page(pinned(published), f"script-src {address}")) as visit:
        calculator_works(visit.page)
        assert visit.only_asked(f"{address}embed/v1/20", host.url), visit.requests
        assert visit.errors == []


@pytest.mark.parametrize("tampered", ["work.js", "ca-md.js", "integrity.js"])
def test_a_pinned_copy_runs_nothing_that_was_tampered_with(
    published: Published, browser: Browser, host: Host, tampered: str
) -> None:
    with visiting(browser, "about:blank") as visit:

        def tamper(route: Route) -> None:
            answer = route.fetch()
            route.fulfill(response=answer, body=answer.text() + ";self.tampered=1;")

        visit.page.route(f"**/{tampered}*", tamper)
        visit.page.goto(host.page(pinned(published)))
        expect(visit.page.locator("cme-calculator")).to_contain_text("could not be loaded")
        assert visit.page.evaluate("self.tampered") is None


def test_a_second_release_of_a_day_gets_a_name_of_its_own(tmp_path: Path) -> None:
    today = dt.date(2026, 11, 23)
    files = {"cme-calculator.js": "one", "frame.js": "loader"}
    first = releases(files, today, None)
    folder = tmp_path / first[0].name
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    assert [it.name for it in releases(files, today, tmp_path)] == ["2026-11-23"]
    changed = files | {"cme-calculator.js": "two"}
    assert [it.name for it in releases(changed, today, tmp_path)] == ["2026-11-23-2", "2026-11-23"]
    (folder / "frame.js").unlink()
    with pytest.raises(BuildFailed, match=r"lacks .*frame\.js"):
        releases(files, today, tmp_path)


def test_nothing_below_moves_after_the_first_paint(browser: Browser, ours: str, host: Host) -> None:
    body = (
        "<script>shift = 0; new PerformanceObserver((list) => list.getEntries().forEach("
        "(entry) => shift += entry.value)).observe({type: 'layout-shift', buffered: true})"
        f'</script><script src="{ours}{ELEMENT}"></script>'
        '<cme-calculator licenses="ca-md"></cme-calculator>'
    )
    with visiting(browser, "about:blank") as visit:
        slow(visit.page)
        visit.page.goto(host.page(body))
        expect(visit.page.get_by_text("Save in this browser")).to_be_visible()
        visit.page.wait_for_timeout(300)
        assert visit.page.evaluate("shift") < 0.01


def slow(page: Page) -> None:
    """Let the data and the later scripts come one after another, as on a poor line."""

    def late(route: Route) -> None:
        page.wait_for_timeout(150)
        route.continue_()

    for pattern in ("**/work.js*", "**/ca-md.js", "**/files.js*"):
        page.route(pattern, late)


def test_events_tell_licenses_and_date_and_nothing_else(
    browser: Browser, ours: str, host: Host
) -> None:
    body = (
        "<script>heard = []; for (const name of ['cme-report', 'cme-reset'])"
        " addEventListener(name, (event) => heard.push([name, event.detail]))</script>"
        f'<script src="{ours}{ELEMENT}" defer></script>'
        '<cme-calculator licenses="ca-md" lock></cme-calculator>'
    )
    with visiting(browser, host.page(body)) as visit:
        shows_what_is_owed(visit.page)
        visit.page.get_by_role("button", name="Forget everything").click()
        expect(visit.page.locator("#date-ca-md")).to_be_visible()
        heard = visit.page.evaluate("heard")
        assert [name for name, _ in heard] == ["cme-report", "cme-reset"]
        assert [detail["licenses"] for _, detail in heard] == [["ca-md"], []]
        assert all(set(detail) == {"licenses", "dataDate"} for _, detail in heard)
        assert visit.page.get_by_role("button", name="Remove").count() == 0
