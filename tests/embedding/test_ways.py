"""Each way to embed works under each policy that a host may have, and asks nobody but us."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.calculator.embed.command import pack_command
from tests.embedding.hosts import ELEMENT, LOADER, Host, Visit, visiting
from tests.embedding.using import calculator_works, shows_what_is_owed

POLICIES = {
    "none": "",
    "listed": "default-src 'none'; script-src {ours}; style-src {ours}; connect-src {ours}",
    "scripts only": "default-src 'none'; script-src {ours}",
    "trusted types": "script-src {ours}; require-trusted-types-for 'script'",
}
FRAME = (
    '<iframe data-cme-atlas title="Calculator" src="{ours}embed/frame/?licenses=ca-md" {more}'
    ' width="100%" height="900"></iframe>'
)


def nothing_went_wrong(visit: Visit, *servers: str) -> None:
    assert visit.only_asked(*servers), visit.requests
    assert visit.errors == []
    assert visit.warnings == []


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
@pytest.mark.parametrize("first", ["script", "element"])
def test_element(browser: Browser, ours: str, host: Host, policy: str, first: str) -> None:
    parts = [
        f'<script src="{ours}{ELEMENT}"></script>',
        '<cme-calculator licenses="ca-md"></cme-calculator>',
    ]
    body = "".join(parts if first == "script" else reversed(parts))
    address = host.page(body, policy.format(ours=ours))
    with visiting(browser, address) as visit:
        calculator_works(visit.page)
        nothing_went_wrong(visit, ours, host.url)
        data = [request for request in visit.requests if request.startswith(ours)]
        assert all(request.startswith(f"{ours}embed/v1/") for request in data)
        assert sum(request.endswith(("-md.js", "-rn.js")) for request in data) == 1


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_frame(browser: Browser, ours: str, host: Host, policy: str) -> None:
    body = FRAME.format(ours=ours, more="") + f'<script src="{ours}{LOADER}"></script>'
    policy = policy.format(ours=ours) + (f"; frame-src {ours}" if policy else "")
    with visiting(browser, host.page(body, policy)) as visit:
        frame = visit.page.frame_locator("iframe")
        calculator_works(frame)
        assert fits(visit.page)
        nothing_went_wrong(visit, ours, host.url)


def fits(page: Page) -> bool:
    """Whether the frame is soon as high as what is in it, which may still be growing."""
    for _ in range(50):
        inner = page.frames[1].evaluate("document.documentElement.scrollHeight")
        if page.locator("iframe").evaluate("frame => frame.clientHeight") == inner:
            return True
        page.wait_for_timeout(100)
    return False


def test_frame_in_a_sandbox_of_scripts_alone(browser: Browser, ours: str, host: Host) -> None:
    body = FRAME.format(ours=ours, more='sandbox="allow-scripts"')
    body += f'<script src="{ours}{LOADER}"></script>'
    with visiting(browser, host.page(body)) as visit:
        frame = visit.page.frame_locator("iframe")
        calculator_works(frame)
        assert visit.page.frames[1].evaluate("self.origin") == "null"
        height = visit.page.locator("iframe").evaluate("frame => frame.clientHeight")
        assert height > 1000, "the loader heard the frame"
        nothing_went_wrong(visit, ours, host.url)


def test_element_in_a_sandbox_of_scripts_alone(browser: Browser, ours: str, host: Host) -> None:
    element = f'<script src="{ours}{ELEMENT}"></script><cme-calculator licenses="ca-md">'
    inner = host.page(element + "</cme-calculator>", path="/inner")
    outer = host.page(
        f'<iframe title="Inner" src="{inner}" sandbox="allow-scripts" height=900></iframe>'
    )
    with visiting(browser, outer) as visit:
        calculator_works(visit.page.frame_locator("iframe"))
        nothing_went_wrong(visit, ours, host.url)


def test_frame_without_the_loader_scrolls(browser: Browser, ours: str, host: Host) -> None:
    address = host.page(FRAME.format(ours=ours, more=""), f"default-src 'none'; frame-src {ours}")
    with visiting(browser, address) as visit:
        calculator_works(visit.page.frame_locator("iframe"))
        assert visit.page.locator("iframe").evaluate("frame => frame.clientHeight") == 900


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_pack_served_by_a_host(
    browser: Browser, ours: str, host: Host, policy: str, tmp_path: Path
) -> None:
    file = tmp_path / "pack.html"
    pack_command("ca-md", None, file)
    # A host's own header comes on top of the file's policy: it has to allow what is in the file.
    host.pages["/pack"] = (file.read_text("utf-8"), "")
    frame = '<iframe title="Pack" src="/pack" sandbox="allow-scripts" height=900></iframe>'
    listed = policy.format(ours=ours) + ("; frame-src 'self'" if policy else "")
    with visiting(browser, host.page(frame, listed)) as visit:
        shows_what_is_owed(visit.page.frame_locator("iframe"))
        nothing_went_wrong(visit, host.url)


def test_element_from_a_disk(browser: Browser, ours: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        f'<!doctype html><cme-calculator licenses="ca-md"></cme-calculator>'
        f'<script src="{ours}{ELEMENT}" defer></script>',
        "utf-8",
    )
    with visiting(browser, page.as_uri()) as visit:
        calculator_works(visit.page)
        nothing_went_wrong(visit, ours, "file://")


def test_two_elements_on_a_page(browser: Browser, ours: str, host: Host) -> None:
    script = f'<script src="{ours}{ELEMENT}" defer></script>'
    body = (
        f'{script}<cme-calculator id=one licenses="ca-md"></cme-calculator>'
        f'{script}<cme-calculator id=two licenses="tx-rn" theme=dark></cme-calculator>'
    )
    with visiting(browser, host.page(body)) as visit:
        one, two = (visit.page.locator(f"#{id_}") for id_ in ("one", "two"))
        expect(one.locator(".held")).to_contain_text("California")
        expect(two.locator(".held")).to_contain_text("Texas")
        two.get_by_role("button", name="Add credit").click()
        expect(one.get_by_role("form", name="New credit")).to_have_count(0)
        assert len([it for it in visit.requests if it.endswith("work.js")]) <= 1
        nothing_went_wrong(visit, ours, host.url)


def test_attributes_may_change_later(browser: Browser, ours: str, host: Host) -> None:
    body = f'<script src="{ours}{ELEMENT}"></script><cme-calculator></cme-calculator>'
    with visiting(browser, host.page(body)) as visit:
        element = visit.page.locator("cme-calculator")
        expect(element.get_by_role("button", name="Show what I owe")).to_be_visible()
        element.evaluate("it => it.setAttribute('licenses', 'tx-rn')")
        expect(element.locator(".held")).to_contain_text("Texas")
        element.evaluate("it => { it.setAttribute('theme', 'dark'); it.licenses = 'ca-md' }")
        element.evaluate("it => it.setAttribute('licenses', 'ca-md')")
        expect(element.locator(".held")).not_to_contain_text("Texas")
        expect(element.locator(".held")).to_contain_text("California")
        assert element.evaluate("it => getComputedStyle(it).colorScheme") == "dark"
        nothing_went_wrong(visit, ours, host.url)
