"""Journeys through the calculator as people take them, in a real browser."""

import gzip
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.calculator.visits import DATED, SEVERAL, Visit, add, choose, sentence, visit
from tests.conftest import Site


def owed(text: str) -> float:
    """The hours that a sentence says are still owed."""
    found = re.search(r"still owe ([\d.]+) of", text)
    return float(found[1]) if found else 0


def test_a_new_user_on_a_phone_has_an_answer_after_a_few_taps(site: Site, browser: Browser) -> None:
    with visit(site, browser) as trip:
        page = trip.open()
        expect(page.get_by_text("Rules checked")).to_be_visible()
        choose(page, "MD", "California")
        expect(page.get_by_role("region", name="What you still owe")).to_be_focused()
        page.get_by_label("License first issued").fill("2019-03-10")
        expect(page.get_by_text("Renews March 31, 2027")).to_be_visible()
        expect(page.locator(".sentence")).to_contain_text("by March 31, 2027")
        # The keyboard is where the answer is, and what changes is read out.
        expect(page.locator("[aria-live=polite] .sentence")).to_have_count(1)
        before = owed(sentence(page))
        add(page, "Grand rounds", "2026-05-01", 12)
        expect(page.locator("#notice[role=status]")).to_contain_text("Added: Grand rounds.")
        assert owed(sentence(page)) == before - 12
        page.get_by_role("button", name="Undo").click()
        assert owed(sentence(page)) == before


def test_an_answer_moves_a_duty_out_of_may_apply(site: Site, browser: Browser) -> None:
    with visit(site, browser) as trip:
        page = trip.open(DATED)
        may = page.locator("section.may .duty")
        expect(may.first).to_be_visible()
        before = may.count()
        # The question stands in the row that it decides, and the keyboard stays with that row.
        row = may.first
        id_ = row.get_attribute("id")
        row.get_by_text("pathology", exact=True).click()
        expect(may).not_to_have_count(before)
        summary = page.locator("section.none > details > summary")
        expect(summary).to_be_focused()
        summary.press("Enter")
        expect(page.locator(f"section.none #{id_}")).to_be_visible()


def test_every_question_says_why_it_is_asked(site: Site, browser: Browser) -> None:
    with visit(site, browser) as trip:
        page = trip.open(SEVERAL)
        why = page.locator(".question .why")
        expect(why.first).to_be_visible()
        for text in why.all_inner_texts():
            assert re.search(r"It decides|It may lessen", text), text


def test_a_credential_ticked_in_its_row_is_an_answer_to_every_rule(
    site: Site, browser: Browser
) -> None:
    with visit(site, browser) as trip:
        page = trip.open('licenses=fl-np&renewal/fl-np="2027-04-30"')
        name = "Current national certification as a nurse practitioner: do you have it?"
        asked = page.locator("[role=group]").filter(has_text=name)
        expect(asked.get_by_label("Yes")).not_to_be_checked()
        page.get_by_label("I hold this").check()
        expect(asked.get_by_label("Yes")).to_be_checked()


def test_which_renewal_is_the_first_is_asked_where_a_license_is_a_few_weeks_older(
    site: Site, browser: Browser
) -> None:
    with visit(site, browser) as trip:
        link = 'licenses=fl-md&renewal/fl-md="2027-01-31"&answer/fl-md/licensed="2025-01-10"'
        page = trip.open(link)
        first = page.get_by_role("group", name="Which is your first renewal?")
        before = sentence(page)
        first.get_by_text("January 31, 2027").click()
        expect(page.locator(".sentence")).not_to_have_text(before)
        assert "first-renewal" in page.get_by_label("link").first.input_value()
        first.get_by_text("January 31, 2025").click()
        expect(page.locator(".sentence")).to_have_text(before)


def test_planned_credit_is_shown_apart(site: Site, browser: Browser) -> None:
    with visit(site, browser) as trip:
        page = trip.open(DATED)
        before = owed(sentence(page))
        add(page, "A meeting", "2026-12-10", 20, planned=True)
        assert owed(sentence(page)) == before
        expect(page.locator("#answer")).to_contain_text(f"still owe {before - 20:g} of")
        add(page, "A MEETING", "2026-12-10", 20, planned=True)
        expect(page.get_by_text("Entered twice?")).to_be_visible()


def test_the_allowance_is_planned_in_money_and_days(site: Site, browser: Browser) -> None:
    with visit(site, browser) as trip:
        page = trip.open(DATED)
        before = owed(sentence(page))
        planner = page.get_by_role("region", name="Your allowance")
        planner.get_by_text("Plan the money and days").click()
        for label, amount in (("Dollars a year", 2500), ("Paid days a year", 5)):
            planner.get_by_label(label).fill(str(amount))
            planner.get_by_label(label).press("Enter")
        add(page, "A meeting", "2026-12-10", 20, planned=True, price=895, days=3)
        add(page, "Grand rounds", "2026-12-11", 5, planned=True, price=0)
        expect(planner).to_contain_text("$1,605 left")
        expect(planner).to_contain_text("2 days left")
        expect(planner).to_contain_text("20 hours that count: $44.75 an hour")
        expect(planner).to_contain_text("Together 25 hours that count, at $35.80 an hour")
        expect(planner).to_contain_text(f"25 hours of the {before:g} hours still owed")
        planner.get_by_label("Its year begins in").select_option("December")
        expect(planner).to_contain_text("December 2026 to November 2027")


def test_what_was_saved_is_there_after_a_reload_and_damage_is_never_written_over(
    site: Site, browser: Browser
) -> None:
    with visit(site, browser, accept_downloads=True) as trip:
        page = trip.open()
        choose(page, "MD", "California")
        assert page.evaluate("localStorage.length") == 0
        page.get_by_label("Save in this browser").check()
        add(page, "Grand rounds", "2026-05-01", 2)
        page.reload()
        expect(page.locator(".entry")).to_contain_text("Grand rounds")
        page.evaluate("localStorage['cme-atlas'] = localStorage['cme-atlas'].slice(0, -9)")
        damaged = page.evaluate("localStorage['cme-atlas']")
        page.reload()
        expect(page.get_by_role("alert")).to_contain_text("damaged")
        choose(page, "MD", "California")
        add(page, "Another", "2026-05-02", 2)
        assert page.evaluate("localStorage['cme-atlas']") == damaged
        with page.expect_download() as download:
            page.get_by_role("button", name="Download it").click()
        assert download.value.path().read_text("utf-8") == damaged
        page.get_by_role("button", name="Put it aside and save anew").click()
        assert page.evaluate("localStorage['cme-atlas.aside.1']") == damaged
        page.reload()
        expect(page.locator(".entry")).to_contain_text("Another")
        page.get_by_role("button", name="Forget everything").click()
        assert page.evaluate("localStorage.length") == 0
        expect(page.locator(".entry")).to_have_count(0)


def test_two_tabs_keep_each_others_entries(site: Site, browser: Browser) -> None:
    with visit(site, browser) as trip:
        one = trip.open()
        choose(one, "MD", "California")
        one.get_by_label("Save in this browser").check()
        other = trip.open()
        add(one, "In the first tab", "2026-05-01", 1)
        expect(other.locator(".entry .title")).to_have_text("In the first tab")
        add(other, "In the second tab", "2026-05-02", 1)
        expect(one.locator(".entry")).to_have_count(2)
        one.reload()
        expect(one.locator(".entry")).to_have_count(2)
        other.get_by_role("button", name="Forget everything").click()
        expect(one.locator(".entry")).to_have_count(0)


def test_several_licenses_have_one_plan(site: Site, browser: Browser) -> None:
    with visit(site, browser, viewport={"width": 1280, "height": 900}) as trip:
        page = trip.open(SEVERAL)
        plan = page.get_by_role("region", name="One plan for both licenses")
        expect(plan).to_contain_text("California MD:")
        expect(plan).to_contain_text("Nevada MD:")
        most = max(owed(sentence(page, 0)), owed(sentence(page, 1)))
        found = re.search(r"will do: ([\d.]+) hours", plan.inner_text())
        assert found
        assert float(found[1]) < owed(sentence(page, 0)) + owed(sentence(page, 1))
        assert float(found[1]) >= most


def test_a_tab_left_open_does_not_read_newer_rules(site: Site, browser: Browser) -> None:
    with visit(site, browser) as trip:
        page = trip.page()

        def renew(route: Route) -> None:
            text = route.fetch().text()
            route.fulfill(body=re.sub(r'"shape":"\w+"', '"shape":"newer"', text))

        page.route("**/ca-md.js", renew)
        page.goto(f"{trip.address}/calculator/#{DATED}")
        expect(page.get_by_text("then reload the page")).to_be_visible()
        expect(page.locator(".sentence")).to_have_count(0)


def test_a_share_link_opens_the_same_questions_without_the_log(
    site: Site, browser: Browser
) -> None:
    with visit(site, browser) as trip:
        page = trip.open(DATED)
        questions = page.get_by_role("region", name=re.compile("decide"))
        questions.get_by_text("pathology", exact=True).click()
        add(page, "A secret", "2026-05-01", 2)
        link = page.get_by_label("This link holds").input_value()
        assert "secret" not in link
        other = trip.page()
        other.goto(link)
        expect(other.get_by_label("pathology")).to_be_checked()
        expect(other.locator(".entry")).to_have_count(0)


def test_a_license_page_opens_it_in_place_with_that_license(site: Site, browser: Browser) -> None:
    with visit(site, browser) as trip:
        page = trip.open(path="/states/california/md/")
        assert page.evaluate("customElements.get('cme-calculator')") is None
        page.get_by_role("link", name="Work it out from your credit").click()
        expect(page.locator("cme-calculator")).to_contain_text("Physician (MD) in California")


def test_a_license_page_knows_the_other_licenses_that_were_saved(
    site: Site, browser: Browser
) -> None:
    with visit(site, browser) as trip:
        page = trip.open()
        choose(page, "MD", "Nevada")
        page.get_by_label("Save in this browser").check()
        add(page, "Grand rounds", "2026-05-01", 2)
        page.goto(trip.address + "/states/california/md/")
        page.get_by_role("link", name="Work it out from your credit").click()
        expect(page.locator(".entry")).to_contain_text("Grand rounds")
        expect(page.locator(".held > li")).to_have_count(1)
        page.get_by_role("button", name="Show the 1 other license").click()
        expect(page.locator(".held > li")).to_have_count(2)


def test_the_keyboard_alone_enters_credit(site: Site, browser: Browser) -> None:
    with visit(site, browser) as trip:
        page = trip.open(DATED)
        before = owed(sentence(page))
        page.get_by_role("button", name="Add credit").press("Enter")
        page.keyboard.type("Grand rounds")
        page.get_by_role("form").get_by_label("Hours").focus()
        page.keyboard.type("2")
        page.keyboard.press("Enter")
        assert owed(sentence(page)) == before - 2
        expect(page.get_by_role("button", name="Add credit")).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
        expect(page.get_by_role("form")).to_have_count(0)
        page.get_by_role("button", name="Delete Grand rounds").press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".entry")).to_have_count(1)


def test_old_data_is_said_to_be_old(site: Site, browser: Browser) -> None:
    with visit(site, browser) as trip:
        page = trip.page()
        page.clock.set_fixed_time("2028-06-01T12:00:00")
        page.goto(trip.address + "/calculator/")
        expect(page.get_by_text("more than a year ago")).to_be_visible()


def test_without_javascript_the_page_leads_to_every_license(site: Site, browser: Browser) -> None:
    with visit(site, browser, java_script_enabled=False) as trip:
        page = trip.open()
        expect(page.get_by_text("The calculator needs JavaScript")).to_be_visible()
        assert page.locator(".directory a").count() == 255


def test_data_that_cannot_be_loaded_is_said_and_tried_again(site: Site, browser: Browser) -> None:
    with visit(site, browser) as trip:
        page = trip.open()
        page.route("**/calculator/ca-md.js", lambda route: route.abort())
        choose(page, "MD", "California")
        expect(page.get_by_text("could not be loaded")).to_be_visible()
        page.unroute("**/calculator/ca-md.js")
        page.get_by_role("button", name="Try again").click()
        expect(page.get_by_text("Physician (MD) in California")).to_be_visible()
        trip.troubles.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_runs_off_the_screen(
    site: Site, browser: Browser, scheme: str, width: int
) -> None:
    options = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}}
    with visit(site, browser, bypass_csp=True, **options) as trip:
        page = trip.open()
        check(page, width)
        page = full(trip)
        check(page, width)


def full(trip: Visit) -> Page:
    """A page with everything on it."""
    page = trip.open(SEVERAL)
    add(
        page, "A meeting of a name long enough to be broken", "2026-12-10", 2, planned=True, price=1
    )
    add(page, "Grand rounds", "2026-05-01", 2)
    page.get_by_role("button", name="Add credit").click()
    for summary in page.locator("cme-calculator summary").all():
        summary.evaluate("element => element.parentElement.open = true")
    return page


def check(page: Page, width: int) -> None:
    """Nothing that axe objects to, nothing wider than the screen."""
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_moves_after_the_first_paint(site: Site, browser: Browser) -> None:
    with visit(site, browser) as trip:
        page = trip.page()
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach("
            "(entry) => window.moved += entry.hadRecentInput ? 0 : entry.value))"
            ".observe({type: 'layout-shift', buffered: true})"
        )
        page.goto(trip.address + "/calculator/")
        page.wait_for_timeout(300)
        assert page.evaluate("window.moved") < 0.01


def test_scripts_and_data_are_small(site: Site) -> None:
    def size(pattern: str) -> int:
        files = (site.folder / "calculator").glob(pattern)
        return max(len(gzip.compress(file.read_bytes(), mtime=0)) for file in files)

    assert size("??-??.js") <= 6 * 1024
    assert size("cme-calculator.*.js") + size("??-??.js") <= 25 * 1024
