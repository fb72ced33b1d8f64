"""The short phrases: every form is read as it is meant, and nothing else gets through."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from plugins.requirements.language import fields
from plugins.requirements.language.phrases import (
    MONTHS,
    NAMED_ENDS,
    ORDINALS,
    Comparison,
    Deadline,
    Duration,
    Interval,
    MonthDay,
    PhraseError,
    Point,
    RenewalEnd,
    Share,
    parse_comparison,
    parse_date,
    parse_deadline,
    parse_duration,
    parse_interval,
    parse_month_day,
    parse_renewal_end,
    parse_share,
)

PARSERS: dict[Callable[[object], Any], Any] = {
    parse_duration: fields.DurationField,
    parse_interval: fields.IntervalField,
    parse_deadline: fields.DeadlineField,
    parse_share: fields.ShareField,
    parse_comparison: fields.ComparisonField,
    parse_renewal_end: fields.RenewalEndField,
    parse_date: fields.Date,
    parse_month_day: None,
}

counts = st.integers(1, 9999)
units = st.sampled_from(["day", "month", "year"])
durations = st.builds(Duration, counts, units)
dates = st.dates(dt.date(1900, 1, 1), dt.date(2999, 12, 31))
days = st.builds(
    MonthDay, st.integers(1, 12), st.integers(1, 28), st.sampled_from([None, "odd", "even"])
)
points = st.one_of(
    st.builds(Point, st.just("renewal"), st.integers(1, 5)),
    st.builds(Point, st.just("full-period"), st.integers(1, 5)),
    st.builds(
        lambda length, event: Point("after", length=length, event=event),
        durations,
        st.sampled_from(["licensure", "dea-registered-on"]),
    ),
    st.builds(lambda date: Point("date", date=date), dates),
    st.builds(lambda day: Point("month-day", day=day), days),
    st.just(Point("licensure")),
)


def write_duration(length: Duration) -> str:
    return f"{length.count} {length.unit}{'' if length.count == 1 else 's'}"


def write_day(day: MonthDay) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}" + (f" of {day.years} years" if day.years else "")


def write_point(point: Point) -> str:
    if point.kind == "renewal":
        return f"{ORDINALS[point.count - 1]} renewal"
    if point.kind == "full-period":
        return f"end of {ORDINALS[point.count - 1]} full period"
    if point.length:
        return f"{write_duration(point.length)} after {point.event}"
    if point.date:
        return point.date.isoformat()
    return write_day(point.day) if point.day else "licensure"


def reads(parser: Callable[[object], Any], text: str) -> Any:
    """Read a phrase, and see that the pattern for editors lets it through too."""
    if (kind := PARSERS[parser]) is not None:
        pattern = TypeAdapter(kind).json_schema().get("pattern", "")
        assert re.search(pattern, text), (pattern, text)
    return parser(text)


class TestRoundTrips:
    @given(durations)
    def test_durations(self, length: Duration) -> None:
        assert reads(parse_duration, write_duration(length)) == length
        assert reads(parse_interval, write_duration(length)) == Interval("time", length=length)

    @given(dates)
    def test_dates(self, date: dt.date) -> None:
        assert reads(parse_date, date.isoformat()) == date

    @given(days)
    def test_days_of_the_year(self, day: MonthDay) -> None:
        assert reads(parse_month_day, write_day(day)) == day

    @given(st.lists(points, min_size=2, max_size=3), st.sampled_from(["first", "last"]))
    def test_deadlines(self, several: list[Point], pick: Any) -> None:
        text = " or ".join(map(write_point, several)) + f", whichever is {pick}"
        assert reads(parse_deadline, text) == Deadline(tuple(several), pick)
        assert reads(parse_deadline, write_point(several[0])) == Deadline((several[0],))

    @given(st.lists(days, min_size=1, max_size=4))
    def test_renewal_days(self, several: list[MonthDay]) -> None:
        text = " or ".join(map(write_day, several))
        assert reads(parse_renewal_end, text) == RenewalEnd("month-day", days=tuple(several))

    @given(st.decimals(1, 100, places=1), st.sampled_from(["total", "category-1"]))
    def test_shares(self, percent: Any, of: str) -> None:
        assert reads(parse_share, f"{percent}% of {of}") == Share(float(percent), of)

    @given(
        st.sampled_from(["less than", "at most", "more than", "at least"]),
        st.integers(0, 9999),
        st.sampled_from(["", "%", " months", " years"]),
    )
    def test_sizes_compared(self, words: str, size: int, unit: str) -> None:
        read = reads(parse_comparison, f"{words} {size}{unit}")
        assert (read.number, read.unit, read.date) == (size, unit.strip(), None)

    @given(st.sampled_from(["before", "on or before", "after", "on or after"]), dates)
    def test_dates_compared(self, words: str, date: dt.date) -> None:
        read = reads(parse_comparison, f"{words} {date}")
        assert (read.date, read.number) == (date, None)


class TestForms:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("once", Interval("once")),
            ("period", Interval("period")),
            ("cycle", Interval("cycle")),
            ("3 cycles", Interval("cycle", 3)),
            ("year", Interval("time", length=Duration(1, "year"))),
        ],
    )
    def test_intervals(self, text: str, value: Interval) -> None:
        assert reads(parse_interval, text) == value

    @pytest.mark.parametrize("text", NAMED_ENDS)
    def test_named_ends_of_a_renewal(self, text: str) -> None:
        assert reads(parse_renewal_end, text) == RenewalEnd(NAMED_ENDS[text])

    def test_other_ends_of_a_renewal(self) -> None:
        assert reads(parse_renewal_end, "15th of birth month").day == 15
        assert reads(parse_renewal_end, "with rn license").license == "rn"

    def test_a_comparison_knows_which_side_and_whether_it_is_met_at_the_edge(self) -> None:
        said = ["less than 5", "at most 5", "more than 5", "at least 5"]
        assert [parse_comparison(text).operator for text in said] == ["<", "<=", ">", ">="]
        assert parse_comparison("more than 1 year") == Comparison(">", number=1, unit="years")

    def test_lengths_compare_in_months(self) -> None:
        assert Duration(2, "year").months == Duration(24, "month").months == 24
        assert Duration(90, "day").months == 3


class TestRefusals:
    @pytest.mark.parametrize(
        ("parser", "text"),
        [
            (parse_duration, "0 months"),
            (parse_duration, "2 weeks"),
            (parse_duration, "12345 months"),
            (parse_duration, "٢ months"),
            (parse_interval, "1 cycles"),
            (parse_interval, "6 cycles"),
            (parse_interval, "always"),
            (parse_date, "2026-02-29"),
            (parse_date, "11/17/2026"),
            (parse_date, "20261117"),
            (parse_month_day, "February 30"),
            (parse_month_day, "december 31"),
            (parse_deadline, "first renewal or 2027-06-30"),
            (parse_deadline, "first renewal, whichever is first"),
            (parse_deadline, "sixth renewal"),
            (parse_share, "0% of total"),
            (parse_share, "101% of total"),
            (parse_comparison, "25%"),
            (parse_comparison, "before 25%"),
            (parse_comparison, "more than 2021-01-01"),
            (parse_comparison, "at least 5s"),
            (parse_renewal_end, "31st of birth month"),
            (parse_renewal_end, "with dds license"),
            (parse_renewal_end, "December 31 or birthday"),
        ],
    )
    def test_what_is_almost_right_is_refused_with_the_forms(
        self, parser: Callable[[object], Any], text: str
    ) -> None:
        with pytest.raises(PhraseError, match=r"is not understood; write .+") as caught:
            parser(text)
        assert text in str(caught.value)

    @given(
        st.sampled_from(list(PARSERS)),
        st.one_of(
            st.text(max_size=40),
            st.integers(),
            st.booleans(),
            st.none(),
            st.lists(st.text(max_size=3), max_size=3),
            st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
            st.text(alphabet="0123456789%- ofdaysmonthyer", max_size=40),
        ),
    )
    def test_any_value_is_read_or_refused_in_plain_words(
        self, parser: Callable[[object], Any], value: object
    ) -> None:
        try:
            parser(value)
        except PhraseError as error:
            assert not re.search(r"\{'|\['|\bNone\b", str(error).partition("; write")[0]) or (
                isinstance(value, str)
            )
