"""The short phrases of the rules language, parsed into typed values.

In: strings as they stand in YAML ("24 months", "3 cycles", "second renewal or 4 years after
licensure, whichever is first"). Out: frozen values that the models, the wording and the engine
share. Every parser raises PhraseError, whose text lists the accepted forms.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from plugins.requirements.reading.plain_words import show

MONTHS = tuple(calendar.month_name)[1:]
ORDINALS = ("first", "second", "third", "fourth", "fifth")
Unit = Literal["day", "month", "year"]
Parity = Literal["odd", "even"]
# Four digits are enough for any count in law, and keep a hostile number from being computed.
_COUNT = "[0-9]{1,4}"
_NUMBER = r"[0-9]{1,4}(?:\.[0-9]{1,4})?"
_DURATION = re.compile(rf"({_COUNT}) (day|month|year)s?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH_DAY = re.compile(rf"({'|'.join(MONTHS)}) ([0-9]{{1,2}})(?: of (odd|even) years)?")


class PhraseError(ValueError):
    """A phrase that is not of any accepted form; the text says which forms are."""

    def __init__(self, phrase: object, forms: str) -> None:
        super().__init__(f"{show(phrase)} is not understood; write {forms}")


@dataclass(frozen=True)
class Duration:
    """A length of time as the law states it: a count of days, months or years."""

    count: int
    unit: Unit

    @property
    def months(self) -> float:
        """Length in months (a day is a thirtieth of a month, for comparing only)."""
        return {"day": self.count / 30, "month": self.count, "year": self.count * 12}[self.unit]


@dataclass(frozen=True)
class Interval:
    """How often an obligation falls due.

    kind "once" has no count; "cycle" counts license renewal cycles; "period" is the education
    period; "time" is a clock of its own, of `length`.
    """

    kind: Literal["once", "cycle", "period", "time"]
    count: int = 1
    length: Duration | None = None


@dataclass(frozen=True)
class MonthDay:
    """A day of the year, in every year or only in odd or even ones."""

    month: int
    day: int
    years: Parity | None = None


@dataclass(frozen=True)
class Point:
    """A point in time that a deadline names.

    kind "renewal": the `count`-th renewal. "after": `length` after `event` ("licensure" or the id
    of a question answered by a date). "date": a fixed `date`. "licensure": before the license is
    issued. "full-period": the end of the `count`-th full education period. "month-day": each
    `day` of the year.
    """

    kind: Literal["renewal", "after", "date", "licensure", "full-period", "month-day"]
    count: int = 1
    length: Duration | None = None
    event: str | None = None
    date: dt.date | None = None
    day: MonthDay | None = None


@dataclass(frozen=True)
class Deadline:
    """One point, or several of which the first or the last counts."""

    points: tuple[Point, ...]
    pick: Literal["first", "last"] = "first"


@dataclass(frozen=True)
class Share:
    """A percentage of another obligation's hours."""

    percent: float
    of: str


@dataclass(frozen=True)
class Comparison:
    """An answer compared with a number, a percentage, a duration in years, or a date."""

    operator: Literal["<", "<=", ">", ">="]
    number: float | None = None
    date: dt.date | None = None
    unit: Literal["", "%", "months", "years"] = ""


RenewalEndKind = Literal[
    "month-day",
    "birthday",
    "day-before-birthday",
    "birth-month-end",
    "birth-month-day",
    "month-after-birth-month-end",
    "issue-month-end",
    "issue-anniversary",
    "with-license",
    "shown-on-license",
    "not-established",
]


@dataclass(frozen=True)
class RenewalEnd:
    """How the end of a renewal cycle is fixed. `days` for fixed dates, `day` for the day of the
    birth month, `license` for a license whose cycle this one follows.
    """

    kind: RenewalEndKind
    days: tuple[MonthDay, ...] = ()
    day: int | None = None
    license: str | None = None


def parse_duration(phrase: object) -> Duration:
    """Read "24 months", "2 years" or "90 days"."""
    match = _DURATION.fullmatch(str(phrase))
    if not match or int(match[1]) == 0:
        raise PhraseError(phrase, "a number of days, months or years, such as '24 months'")
    return Duration(int(match[1]), match[2])  # type: ignore[arg-type]


def parse_interval(phrase: object) -> Interval:
    """Read "once", "cycle", "3 cycles", "period", "year" or "4 years"."""
    text = str(phrase)
    if text in ("once", "cycle", "period"):
        return Interval(text)  # type: ignore[arg-type]
    if text == "year":
        return Interval("time", length=Duration(1, "year"))
    if match := re.fullmatch(rf"([2-{len(ORDINALS)}]) cycles", text):
        return Interval("cycle", count=int(match[1]))
    if _DURATION.fullmatch(text):
        return Interval("time", length=parse_duration(text))
    raise PhraseError(phrase, "once, cycle, '3 cycles', period, year, or '4 years'")


def parse_date(phrase: object) -> dt.date:
    """Read an ISO date such as 2026-11-17."""
    text = str(phrase)
    if _DATE.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            raise PhraseError(phrase, "a day that exists, as YYYY-MM-DD") from None
    raise PhraseError(phrase, "a date as YYYY-MM-DD")


def parse_month_day(phrase: object) -> MonthDay:
    """Read "December 31" or "December 31 of even years"."""
    match = _MONTH_DAY.fullmatch(str(phrase))
    if match:
        month, day = MONTHS.index(match[1]) + 1, int(match[2])
        if 1 <= day <= calendar.monthrange(2024, month)[1]:
            return MonthDay(month, day, match[3])  # type: ignore[arg-type]
    raise PhraseError(phrase, "a day such as 'December 31' or 'December 31 of even years'")


_POINT_FORMS = (
    "'first renewal', '3 years after licensure', '12 months after some-question', "
    "'end of first full period', 'licensure', a date as YYYY-MM-DD, 'June 30 of odd years', or two "
    "of these as 'A or B, whichever is first' (or 'last')"
)


def _parse_point(text: str) -> Point | None:
    if match := re.fullmatch(rf"({'|'.join(ORDINALS)}) renewal", text):
        return Point("renewal", count=ORDINALS.index(match[1]) + 1)
    if match := re.fullmatch(rf"end of ({'|'.join(ORDINALS)}) full period", text):
        return Point("full-period", count=ORDINALS.index(match[1]) + 1)
    if match := re.fullmatch(rf"({_COUNT} \w+) after ([a-z0-9-]+)", text):
        return Point("after", length=parse_duration(match[1]), event=match[2])
    if text == "licensure":
        return Point("licensure")
    if _DATE.fullmatch(text):
        return Point("date", date=parse_date(text))
    if _MONTH_DAY.fullmatch(text):
        return Point("month-day", day=parse_month_day(text))
    return None


def parse_deadline(phrase: object) -> Deadline:
    """Read a deadline: one point in time, or several and which of them counts."""
    text, pick = str(phrase), "first"
    if match := re.fullmatch(r"(.+), whichever is (first|last)", text):
        text, pick = match[1], match[2]
    points = [_parse_point(part) for part in text.split(" or ")]
    found = tuple(point for point in points if point)
    if len(found) != len(points) or (len(found) > 1) != (text != str(phrase)):
        raise PhraseError(phrase, _POINT_FORMS)
    return Deadline(found, pick)  # type: ignore[arg-type]


def parse_share(phrase: object) -> Share:
    """Read "20% of total"."""
    match = re.fullmatch(rf"({_NUMBER})% of ([a-z0-9-]+)", str(phrase))
    if not match or not 0 < float(match[1]) <= 100:
        raise PhraseError(phrase, "a percentage of an obligation, such as '20% of total'")
    return Share(float(match[1]), match[2])


_Operator = Literal["<", "<=", ">", ">="]
_SIZES: dict[str, _Operator] = {
    "less than": "<",
    "at most": "<=",
    "more than": ">",
    "at least": ">=",
}
_DAYS: dict[str, _Operator] = {
    "before": "<",
    "on or before": "<=",
    "after": ">",
    "on or after": ">=",
}
_SIZE = re.compile(rf"({'|'.join(_SIZES)}) ({_NUMBER})(%| month| year)?(s?)")
_DAY = re.compile(rf"({'|'.join(_DAYS)}) ({_DATE.pattern})")


def parse_comparison(phrase: object) -> Comparison:
    """Read "more than 25%", "less than 13 months", "at least 2" or "on or after 2021-01-01"."""
    text = str(phrase)
    if match := _DAY.fullmatch(text):
        return Comparison(_DAYS[match[1]], date=parse_date(match[2]))
    if match := _SIZE.fullmatch(text):
        unit = (match[3] or "").strip()
        if unit in ("month", "year"):
            return Comparison(_SIZES[match[1]], number=float(match[2]), unit=f"{unit}s")  # type: ignore[arg-type]
        if not match[4]:
            return Comparison(_SIZES[match[1]], number=float(match[2]), unit=unit)  # type: ignore[arg-type]
    raise PhraseError(
        phrase, "a comparison such as 'more than 25%', 'less than 13 months' or 'after 1996-07-01'"
    )


NAMED_ENDS: dict[str, RenewalEndKind] = {
    "birthday": "birthday",
    "day before birthday": "day-before-birthday",
    "last day of birth month": "birth-month-end",
    "last day of the month after birth month": "month-after-birth-month-end",
    "last day of issue month": "issue-month-end",
    "anniversary of issue": "issue-anniversary",
    "shown on license": "shown-on-license",
    "not-established": "not-established",
}


def parse_renewal_end(phrase: object) -> RenewalEnd:
    """Read how a cycle ends: a fixed date or several, a point of the birth or issue month, or
    "with rn license".
    """
    text = str(phrase)
    if text in NAMED_ENDS:
        return RenewalEnd(NAMED_ENDS[text])
    if match := re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th) of birth month", text):
        if 1 <= int(match[1]) <= 28:
            return RenewalEnd("birth-month-day", day=int(match[1]))
    elif match := re.fullmatch(r"with (md|do|pa|np|rn) license", text):
        return RenewalEnd("with-license", license=match[1])
    else:
        parts = text.split(" or ")
        if all(_MONTH_DAY.fullmatch(part) for part in parts):
            return RenewalEnd("month-day", days=tuple(parse_month_day(part) for part in parts))
    forms = ", ".join(repr(name) for name in NAMED_ENDS)
    raise PhraseError(
        phrase,
        f"'December 31', 'December 31 of even years', 'April 30 or October 31', "
        f"'15th of birth month', 'with rn license', or one of {forms}",
    )
