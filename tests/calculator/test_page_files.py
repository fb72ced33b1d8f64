"""Files in and out of the calculator, in a real browser: tables, JSON, a calendar, paper."""

import re
from pathlib import Path

from icalendar import Calendar
from playwright.sync_api import Browser, expect

from tests.calculator.visits import DATED, SEVERAL, add, visit
from tests.conftest import Site


def messy_table(folder: Path) -> Path:
    """300 lines as a physician's spreadsheet has them: 280 good, 20 that cannot be read."""
    lines = ["Completion Date;Activity;Credits;Credit Type;Subject;Cost;Provider"]
    for number in range(280):
        date = f"{number % 12 + 1}/{number % 28 + 1}/202{5 + number % 2}"
        hours = f"{number % 4},5 hrs" if number % 3 else str(number % 4 + 1)
        title = f'"Course {number}; ""part {number % 7}"""'
        kind = ["AMA PRA Category 1 Credit(s)™", "Cat. 9", ""][number % 3]
        lines.append(f"{date};{title};{hours};{kind};ethics;$25.00;ACME")
    lines += [f"pending;Course {number};1;;;;" for number in range(10)]
    lines += [f"1/{number + 1}/2026;Course;none;;;;" for number in range(10)]
    lines.insert(100, "")
    file = folder / "my cme.csv"
    file.write_bytes("\r\n".join(lines).encode("cp1252", errors="replace"))
    return file


def test_a_messy_table_of_300_lines_comes_in_and_nothing_is_lost(
    site: Site, browser: Browser, tmp_path: Path
) -> None:
    with visit(site, browser, accept_downloads=True) as trip:
        page = trip.open(DATED)
        page.get_by_label("Bring in credit").set_input_files(messy_table(tmp_path))
        step = page.get_by_role("group", name="Bring in my cme.csv")
        expect(step.get_by_label("Column Completion Date")).to_have_value("date")
        expect(step.get_by_label("Column Provider")).to_have_value("note")
        step.get_by_label("Cat. 9").select_option(label="AMA PRA Category 2 Credit")
        expect(step).to_contain_text("20 lines cannot be read")
        step.get_by_role("button", name="Bring in 280 lines").click()
        expect(page.locator("#imported")).to_contain_text("Line 283: “pending” is no date")
        expect(page.locator("#imported li")).to_have_count(20)
        with page.expect_download() as download:
            page.get_by_role("button", name="Download these lines").click()
        mended = download.value.path().read_text("utf-8").splitlines()
        assert len(mended) == 21
        assert mended[0].endswith(",Provider,Problem")
        expect(page.get_by_text("280 entries,")).to_be_visible()
        expect(page.locator(".entry").first).to_contain_text("Provider: ACME")
        # A second time the same lines are known.
        page.get_by_label("Bring in credit").set_input_files(messy_table(tmp_path))
        step.get_by_role("button", name="Bring in 280 lines").click()
        expect(page.locator("#imported")).to_contain_text("280 lines were in your log already")


def test_the_calendar_opens_in_a_real_parser(site: Site, browser: Browser) -> None:
    with visit(site, browser, accept_downloads=True) as trip:
        page = trip.open(SEVERAL)
        with page.expect_download() as download:
            page.get_by_role("button", name="Calendar with reminders").click()
        calendar = Calendar.from_ical(download.value.path().read_bytes())
        events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
        renewal = events["ca-md-renewal@cme-atlas"]
        assert renewal["DTSTART"].dt.isoformat() == "2027-03-31"
        assert [alarm["TRIGGER"].dt.days for alarm in renewal.walk("VALARM")] == [-90, -30, -7]


def test_exports_come_back_as_they_were(site: Site, browser: Browser, tmp_path: Path) -> None:
    with visit(site, browser, accept_downloads=True) as trip:
        page = trip.open(DATED)
        add(page, 'Ethics, "again"; =1', "2026-05-01", 1.5, "Care of older adults", price=20)
        for name in ("Table (CSV)", "Everything (JSON)"):
            with page.expect_download() as download:
                page.get_by_role("button", name=name, exact=True).click()
            file = tmp_path / download.value.suggested_filename
            download.value.save_as(file)
            fresh = trip.open(DATED)
            fresh.get_by_label("Bring in credit").set_input_files(file)
            if file.suffix == ".csv":
                fresh.get_by_role("button", name="Bring in 1 line").click()
            expect(fresh.locator(".entry")).to_contain_text('Ethics, "again"; =1')
            expect(fresh.locator(".entry")).to_contain_text("$20")
            expect(fresh.locator(".entry")).to_contain_text("care of older adults")
            expect(fresh.locator(".entry")).not_to_contain_text("Unit")
            fresh.close()


def test_the_record_on_paper_has_duties_law_and_credit(site: Site, browser: Browser) -> None:
    with visit(site, browser) as trip:
        page = trip.open(DATED)
        add(page, "Grand rounds", "2026-05-01", 2)
        page.emulate_media(media="print")
        sheet = page.locator(".print")
        expect(sheet).to_contain_text("Record of continuing education")
        expect(sheet).to_contain_text("16 CCR § 1336")
        expect(sheet.get_by_role("row", name=re.compile("Grand rounds"))).to_be_visible()
        expect(page.get_by_role("button").first).to_be_hidden()
