"""Phrases that sentences are made of: deadlines, intervals, amounts, lists."""

from __future__ import annotations

import pytest

from plugins.requirements.atlas import Atlas
from plugins.requirements.language.phrases import (
    parse_comparison,
    parse_deadline,
    parse_duration,
    parse_interval,
    parse_renewal_end,
)
from plugins.requirements.wording.terms import (
    comparison,
    deadline,
    duration,
    hours,
    hours_of,
    interval,
    join,
    number,
    renewal_end,
    sentence,
)


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("first renewal", "by your first renewal"),
        ("3 years after licensure", "within 3 years of licensure"),
        ("12 months after dea-registered-on", "within 1 year of your first DEA registration"),
        ("licensure", "before your license is issued"),
        ("2027-06-30", "by June 30, 2027"),
        ("June 30 of odd years", "by June 30 of odd-numbered years"),
        ("end of first full period", "by the end of your first full education period"),
        (
            "first renewal or 2 years after licensure, whichever is last",
            "by your first renewal, or within 2 years of licensure if that is later",
        ),
    ],
)
def test_deadlines(atlas: Atlas, by: str, said: str) -> None:
    assert deadline(parse_deadline(by), atlas.vocabulary) == said


@pytest.mark.parametrize(
    ("every", "said"),
    [
        ("once", "once"),
        ("period", "every 18 months"),
        ("cycle", "every renewal"),
        ("2 cycles", "every other renewal"),
        ("5 cycles", "every fifth renewal"),
        ("year", "every year"),
        ("24 months", "every 2 years"),
        ("90 days", "every 90 days"),
    ],
)
def test_intervals(every: str, said: str) -> None:
    assert interval(parse_interval(every), parse_duration("18 months")) == said


def test_an_interval_without_a_known_period_falls_back_on_the_renewal() -> None:
    assert interval(parse_interval("period"), None) == "every renewal"


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ("December 31 of even years", "December 31 of even-numbered years"),
        ("April 30 or October 31", "April 30 or October 31"),
        (
            "May 31 of odd years or September 30 of odd years",
            "May 31 or September 30 of odd-numbered years",
        ),
        ("1st of birth month", "the 1st of your birth month"),
        ("12th of birth month", "the 12th of your birth month"),
        ("23rd of birth month", "the 23rd of your birth month"),
        ("with rn license", "the date your RN license expires"),
    ],
)
def test_renewal_dates(ends: str, said: str) -> None:
    assert renewal_end(parse_renewal_end(ends)) == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (1, "hours", "1 hour"),
        (0.5, "hours", "0.5 hours"),
        (1.5, "contact hours", "1.5 contact hours"),
        (1, "contact hours", "1 contact hour"),
        (1, "credits", "1 credit"),
        (1500, "hours", "1,500 hours"),
    ],
)
def test_one_is_singular_and_all_else_plural(value: float, unit: str, said: str) -> None:
    assert hours(value, unit) == said


@pytest.mark.parametrize(
    ("value", "unit", "subject", "said"),
    [
        (12, "hours", "Category 1", "12 hours of Category 1"),
        (24, "credits", "formal credit", "24 formal credits"),
        (1, "credits", "formal credit", "1 formal credit"),
        (40, "credits", "AMA PRA Category 1 Credit", "40 AMA PRA Category 1 Credits"),
        (40, "hours", "AMA PRA Category 1 Credit", "40 hours of AMA PRA Category 1 Credit"),
        (30, "contact hours", "ANCC contact hours", "30 ANCC contact hours"),
        (24, "contact hours", "advanced practice hours", "24 advanced practice hours"),
        (5, "hours", "teaching or research hours", "5 hours of teaching or research hours"),
    ],
)
def test_a_subject_that_names_its_unit_is_not_given_another(
    value: float, unit: str, subject: str, said: str
) -> None:
    assert hours_of(value, unit, subject) == said


def test_lists_numbers_and_sentences() -> None:
    assert join(["a"]) == "a"
    assert join(["a", "b"], "or") == "a or b"
    assert join(["a", "b", "c"]) == "a, b and c"
    assert (number(50.0), number(4.5)) == ("50", "4.5")
    assert sentence(" the law says so") == "The law says so."
    assert sentence("Why?") == "Why?"
    assert duration(parse_duration("1 year")) == "1 year"
    assert comparison(parse_comparison("at least 1 months")) == "at least 1 month"
