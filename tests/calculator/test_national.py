"""What is owed to no state: offered beside the states, computed by the same engine."""

from playwright.sync_api import Browser, expect

from plugins.calculator.publishing import index_of
from plugins.requirements.atlas import Atlas
from tests.calculator.visits import choose, visit
from tests.conftest import Site


def test_every_national_requirement_is_offered(atlas: Atlas) -> None:
    offered = index_of(atlas)["nationals"]
    assert set(offered) == {f"us-{id_}" for id_ in atlas.nationals}
    assert set(offered) <= set(atlas.by_key)


def test_the_dea_can_be_chosen_like_a_state(site: Site, browser: Browser) -> None:
    with visit(site, browser) as trip:
        page = trip.open()
        choose(page, "MD", "DEA registration")
        page.get_by_label("The date on your registration").fill("2027-05-10")
        expect(page.locator(".sentence")).to_contain_text("1 duty may apply")
        expect(page.get_by_text("When did your registration begin?").first).to_be_visible()


def test_the_page_of_a_certification_opens_the_calculator(site: Site, browser: Browser) -> None:
    with visit(site, browser) as trip:
        page = trip.open(path="/national/nccpa/")
        page.get_by_role("link", name="Work it out from your credit").click()
        expect(page.locator(".held")).to_contain_text("PA-C certification")
        expect(page.locator(".sentence")).to_contain_text("100 credits")
