"""Who awards credit and who takes it: the data, the checks, the rates, and where it counts."""

from __future__ import annotations

import datetime as dt

import pytest

from plugins.requirements.acceptance import where_counted, where_credential
from plugins.requirements.atlas import Atlas
from plugins.requirements.language.obligations import obligations
from plugins.requirements.vocabulary.equivalence import about, accepted, hours_in
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.headlines import headline
from tests.conftest import ROOT
from tests.requirements.test_wording import SLIPS, statements

DATA = ROOT / "requirements_data"
TODAY = dt.date(2026, 11, 23)
ASKED_FOR = {
    *("accme", "ama", "aoa", "aafp", "aapa", "ancc", "aanp", "acpe", "aua", "asco", "abms", "abim"),
    *("joint-accreditation", "abfm", "abu", "nccpa", "aanpcb", "nbcrna", "ce-broker"),
    "cme-passport",
}


def test_every_body_credit_system_and_national_requirement_rests_on_an_official_source(
    atlas: Atlas,
) -> None:
    words = atlas.vocabulary
    assert words.accrediting_bodies.keys() >= ASKED_FOR
    entries = [*words.accrediting_bodies.values(), *words.credit_systems.values()]
    entries += [item.requirement for item in atlas.nationals.values()]
    for entry in entries:
        assert any(source.is_official for source in entry.sources.values()), entry
    assert len(atlas.nationals) == len(list((DATA / "national").glob("*.yaml"))) >= 10


@pytest.mark.parametrize(
    ("credit", "body", "amount", "worth", "counts_as"),
    [
        ("ama-pra-1", "nccpa", 12, 12, "aapa-1"),
        ("aapa-1-sa", "nccpa", 10, 15, "aapa-1"),
        ("aapa-1-pi", "nccpa", 20, 40, "aapa-1"),
        ("aapa-1-pi", "nccpa", 30, 50, "aapa-1"),
        ("aapa-1-pi", None, 30, 30, "aapa-1"),
        ("ama-pra-1", "aafp", 8, 8, "aafp-elective"),
        ("aafp-prescribed", "ama", 3, 3, "ama-pra-1"),
        ("moc", "ama", 1, 60, "ama-pra-1"),
        ("iacet", None, 1.5, 15, None),
        ("ama-pra-1", "ancc", 7.5, 7.5, "ancc"),
    ],
)
def test_a_credit_is_worth_what_its_taker_says(
    atlas: Atlas, credit: str, body: str | None, amount: float, worth: float, counts_as: str | None
) -> None:
    [rate] = accepted(atlas.vocabulary, credit, body)
    assert rate.of(amount) == worth
    assert rate.counts_as == counts_as


def test_what_is_not_established_computes_nothing_but_is_told(atlas: Atlas) -> None:
    assert accepted(atlas.vocabulary, "ama-pra-1", "aoa") == ()
    assert "aoa-ama" in about(atlas.vocabulary, "ama-pra-1")


def test_a_license_says_what_a_unit_is_worth_before_anybody_else(atlas: Atlas) -> None:
    minnesota = atlas.licenses["mn-rn"].requirement
    words = atlas.vocabulary
    assert hours_in(words, "academic", "quarter credit", minnesota) == 10
    assert hours_in(words, "iacet", "CEU", minnesota) == 10
    assert hours_in(words, "academic", "CEU", minnesota) is None


def test_where_a_credit_counts_agrees_with_the_licenses(atlas: Atlas) -> None:
    for category in atlas.vocabulary.credit_categories:
        named, total = set(), set()
        for item in atlas.holdings:
            rule = item.requirement
            if rule.total and category in (rule.total.counts or ()):
                total.add(item.id)
            parts = (*obligations(rule.requires), *rule.limits)
            if any(category in (part.counts or ()) for part in parts):
                named.add(item.id)
        found = where_counted(category, atlas, TODAY)
        ids = {item.id for acceptance in found for item in acceptance.holdings}
        toward = {item.id for entry in found if entry.toward_total for item in entry.holdings}
        assert total <= toward
        assert named <= ids


def test_states_that_ask_a_pa_for_certification_are_found(atlas: Atlas) -> None:
    uses = {use.license.id: use.use for use in where_credential(("nccpa",), atlas)}
    for item in atlas.licenses_of("pa"):
        asks = any(
            "nccpa" in (duty.holds or ())
            for duty in item.requirement.requires
            if hasattr(duty, "holds")
        )
        if asks:
            assert uses[item.id] == "asks"
    assert "instead" in uses.values()


def test_national_requirements_speak_of_what_is_kept_up(atlas: Atlas) -> None:
    words = atlas.vocabulary
    dea = atlas.nationals["dea"]
    answer = headline(dea, words)
    assert (answer.amount, answer.period) == ("8 hours", "once")
    assert answer.when == "the registration renews every 3 years, by the date on your registration"
    rhythm = Speaker(dea, words).rhythm(next(obligations(dea.requirement.requires)))
    assert rhythm == (
        "once, before your registration is issued "
        "(by your first renewal if you were registered before June 27, 2023)"
    )
    assert headline(atlas.nationals["nccpa"], words).short == "100 credits every 2 years"
    assert headline(atlas.nationals["abim"], words).short == "100 points every 5 years"


def test_no_national_requirement_is_told_with_a_slip(atlas: Atlas) -> None:
    for item in atlas.nationals.values():
        for text in statements(Speaker(item, atlas.vocabulary)):
            assert not SLIPS.search(text.replace("Category 1", "Category")), (item.id, text)
            assert "license" not in text or item.id == "aanpcb", (item.id, text)
