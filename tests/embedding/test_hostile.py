"""Pages that mean no good, or that mean well and style everything."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.embedding.hosts import ELEMENT, LOADER, Host, visiting
from tests.embedding.using import shows_what_is_owed

AGGRESSIVE = """<style>
html { font-size: 8px; letter-spacing: .3em; text-transform: uppercase; line-height: 3; }
* { all: unset; }
body *, cme-calculator { color: yellow !important; font: italic 40px cursive !important; }
style, title, head { display: none; }
p, ul, section { display: none; }
cme-calculator { display: inline; visibility: hidden; opacity: .1; }
</style>"""


def test_forged_messages_change_no_height(browser: Browser, ours: str, host: Host) -> None:
    forging = host.page(
        "<script>for (const height of [150, 29999, '500', 1e9, NaN, {}])"
        " parent.postMessage({cmeAtlas: {height}}, '*'); document.title = 'sent'</script>",
        path="/child",
    )
    body = (
        f'<iframe data-cme-atlas id=ours title=Ours src="{ours}embed/frame/?licenses=ca-md"'
        f' height=900></iframe><iframe id=child title=Child src="{forging}"></iframe>'
        f'<script src="{ours}{LOADER}"></script>'
    )
    with visiting(browser, host.page(body)) as visit:
        page = visit.page
        shows_what_is_owed(page.frame_locator("#ours"))
        height = page.locator("#ours").evaluate("frame => frame.clientHeight")
        page.evaluate("postMessage({cmeAtlas: {height: 222}}, '*')")
        child = next(frame for frame in page.frames if frame.url.endswith("/child"))
        child.evaluate("parent.postMessage({cmeAtlas: {height: 333}}, '*')")
        page.wait_for_timeout(200)
        assert page.locator("#ours").evaluate("frame => frame.clientHeight") == height
        assert page.locator("#child").evaluate("frame => frame.style.height") == ""
        assert visit.errors == []


def test_a_hostile_parent_learns_a_height_and_changes_nothing(
    browser: Browser, ours: str, host: Host
) -> None:
    body = (
        "<script>heard = []; onmessage = ({data}) => heard.push(JSON.stringify(data))</script>"
        f'<iframe title=Ours src="{ours}embed/frame/?licenses=ca-md" width=900 height=900></iframe>'
    )
    with visiting(browser, host.page(body)) as visit:
        page, frame = visit.page, visit.page.frame_locator("iframe")
        shows_what_is_owed(frame)
        before = frame.locator("cme-calculator").evaluate("it => it.shadowRoot.innerHTML")
        page.evaluate("""() => {
            const ours = document.querySelector("iframe").contentWindow;
            const forged = ["cmeAtlas:height", {license: {id: "ca-md"}}, {cmeAtlas: {height: 1}},
                {policy: {}}, {push: {}}, null, "x".repeat(1e5), {licenses: "tx-rn"}];
            forged.forEach((message) => ours.postMessage(message, "*"));
        }""")
        page.wait_for_timeout(200)
        after = frame.locator("cme-calculator").evaluate("it => it.shadowRoot.innerHTML")
        assert after == before
        heard = page.evaluate("heard")
        assert heard
        assert all(set(message) <= set('{"cmeAtlas":{"height":}}0123456789') for message in heard)
        assert visit.errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_host_that_unsets_everything(
    browser: Browser, ours: str, host: Host, scheme: str
) -> None:
    script = f'<script src="{ours}{ELEMENT}" defer></script>'
    body = f'{script}<cme-calculator licenses="ca-md" theme="{scheme}"></cme-calculator>'
    with visiting(browser, host.page(body, head=AGGRESSIVE)) as visit:
        page = visit.page
        shows_what_is_owed(page)
        look = page.locator(".held .quiet").first.evaluate(
            """it => { const style = getComputedStyle(it);
            const { fontSize } = getComputedStyle(it.closest(".root"));
            return [style.textTransform, style.letterSpacing, style.fontStyle, fontSize,
                style.color === "rgb(255, 255, 0)", it.checkVisibility({visibilityProperty: true,
                opacityProperty: true})] }"""
        )
        assert look == ["none", "normal", "normal", "16px", False, True]
        results = Axe().run(page, context="cme-calculator", options=AXE)
        assert results.violations_count == 0, results.generate_report()


AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}


@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
def test_axe_finds_nothing_within_a_host_page(
    browser: Browser, ours: str, host: Host, theme: str
) -> None:
    body = (
        f'<script src="{ours}{ELEMENT}" defer></script>'
        f'<cme-calculator licenses="ca-md nv-md" theme="{theme}"></cme-calculator>'
    )
    with visiting(browser, host.page(body)) as visit:
        shows_what_is_owed(visit.page)
        results = Axe().run(visit.page, options=AXE)
        assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize(
    ("colors", "replaced"),
    [
        ("--cme-accent: #ffffcc", True),
        ("--cme-paper: #333; --cme-ink: #222", True),
        ("--cme-paper: gold; --cme-accent: yellow", True),
        ("--cme-paper: #1c1c64; --cme-ink: #eef; --cme-accent: #9cf", False),
        ("--cme-accent: nonsense", False),
    ],
)
def test_colors_that_cannot_be_read_are_replaced(
    browser: Browser, ours: str, host: Host, colors: str, replaced: bool
) -> None:
    body = (
        f'<script src="{ours}{ELEMENT}" defer></script>'
        '<cme-calculator licenses="ca-md"></cme-calculator>'
    )
    head = f"<style>cme-calculator {{ {colors} }}</style>"
    with visiting(browser, host.page(body, head=head)) as visit:
        shows_what_is_owed(visit.page)
        results = Axe().run(visit.page, context="cme-calculator", options=AXE)
        assert results.violations_count == 0, results.generate_report()
        assert any("replaced" in text for text in visit.warnings) == replaced, visit.warnings


def test_wrong_attributes_fall_back_and_warn_once(browser: Browser, ours: str, host: Host) -> None:
    one = '<cme-calculator licenses="zz-md ca-md california" theme="pink" lang="fr" colour="red">'
    body = (
        f'<script src="{ours}{ELEMENT}" defer></script>{one}</cme-calculator>{one}</cme-calculator>'
    )
    with visiting(browser, host.page(body)) as visit:
        expect(visit.page.locator(".held").first).to_contain_text("California")
        expect(visit.page.locator(".held").last).to_contain_text("California")
        warned = " ".join(visit.warnings)
        for word in ("zz-md", "california", "pink", "fr", "colour"):
            assert warned.count(f'"{word}"') == 1, visit.warnings
        assert visit.errors == []
