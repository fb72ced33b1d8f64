"""Small phrases: lists, numbers, dates, durations, how often, by when.

In: values of phrases.py. Out: words, in lower case unless they name something.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from plugins.requirements.language.phrases import (
    MONTHS,
    ORDINALS,
    Comparison,
    Deadline,
    Duration,
    Interval,
    MonthDay,
    Point,
    RenewalEnd,
)
from plugins.requirements.vocabulary.words import Vocabulary
from plugins.requirements.wording.naming import LICENSE, Naming

NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def join(parts: Sequence[str], word: str = "and") -> str:
    """Join as prose: "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def sentence(text: str) -> str:
    """Begin with a capital and end with a period."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


def number(value: float) -> str:
    """Write 4.5 as 4.5 and 50.0 as 50."""
    return f"{value:,.10g}"


def hours(value: float, unit: str = "hours") -> str:
    """Write "1 hour", "4.5 hours", "50 contact hours", "1 credit"."""
    return f"{number(value)} {unit if value != 1 else unit.removesuffix('s')}"


# A subject that ends in one of these words, in the plural where more than one is counted, says the
# unit itself.
_UNIT_WORDS = {"hours": "hours", "contact hours": "hours", "credits": "credits"}


def hours_of(value: float, unit: str, subject: str) -> str:
    """Write "12 hours of Category 1", but "24 formal credits" and "30 ANCC contact hours"."""
    own = re.fullmatch(r"(?i)(.*\S) (contact )?(hour|credit)s?", subject)
    several = re.search(r", | or | and ", subject)
    if own is None or several or f"{own[3].lower()}s" != _UNIT_WORDS[unit]:
        return f"{hours(value, unit)} of {subject}"
    word = f"{own[2] or ''}{own[3]}"
    return f"{number(value)} {own[1]} {word}" + ("" if value == 1 else "s")


def date(day: dt.date) -> str:
    """Write "January 1, 2025"."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def short_date(day: dt.date) -> str:
    """Write "Nov 23, 2026", for places where a date is quiet."""
    return f"{MONTHS[day.month - 1][:3]} {day.day}, {day.year}"


def duration(length: Duration) -> str:
    """Write "2 years" (also for 24 months), "18 months", "90 days"."""
    count, unit = length.count, length.unit
    if unit == "month" and count % 12 == 0:
        count, unit = count // 12, "year"
    return f"{count} {unit}" + ("" if count == 1 else "s")


def every(length: Duration) -> str:
    """Write "every year", "every 2 years", "every 18 months"."""
    text = duration(length)
    return "every " + (text[2:] if text.startswith("1 ") else text)


def interval(how_often: Interval, period: Duration | None) -> str:
    """Write how often: "once", "every 2 years", "every renewal", "every third renewal".

    `period` is the education period, or None where its length is not established.
    """
    if how_often.kind == "once":
        return "once"
    if how_often.kind == "time" and how_often.length:
        return every(how_often.length)
    if how_often.kind == "period":
        return every(period) if period else "every renewal"
    if how_often.count == 1:
        return "every renewal"
    if how_often.count == 2:
        return "every other renewal"
    return f"every {ORDINALS[how_often.count - 1]} renewal"


def month_day(day: MonthDay) -> str:
    """Write "December 31" or "December 31 of even-numbered years"."""
    years = f" of {day.years}-numbered years" if day.years else ""
    return f"{MONTHS[day.month - 1]} {day.day}{years}"


def deadline(by: Deadline, words: Vocabulary, naming: Naming = LICENSE) -> str:
    """Write "by your second renewal, or within 4 years of licensure if that is sooner"."""
    points = [_point(point, words, naming) for point in by.points]
    if len(points) == 1:
        return points[0]
    compared = "sooner" if by.pick == "first" else "later"
    return f"{points[0]}, or {join(points[1:], 'or')} if that is {compared}"


def fixed_days(how_often: Interval, first: Deadline | None) -> str:
    """Write "by December 31 of 2026, 2029 and so on"; "" if the days are not everybody's."""
    length, points = how_often.length, first.points if first else ()
    if how_often.kind != "time" or length is None or length.unit != "year" or len(points) != 1:
        return ""
    day = points[0].date
    if day is None:
        return ""
    return (
        f"by {MONTHS[day.month - 1]} {day.day} of {day.year}, {day.year + length.count} and so on"
    )


def _point(point: Point, words: Vocabulary, naming: Naming) -> str:
    if point.kind == "renewal":
        return f"by your {ORDINALS[point.count - 1]} renewal"
    if point.kind == "after" and point.length:
        return f"within {duration(point.length)} of {_event(point, words, naming)}"
    if point.kind == "date" and point.date:
        return f"by {date(point.date)}"
    if point.kind == "licensure":
        return f"before your {naming.noun} is issued"
    if point.kind == "month-day" and point.day:
        return f"by {month_day(point.day)}"
    return f"by the end of your {ORDINALS[point.count - 1]} full education period"


def _event(point: Point, words: Vocabulary, naming: Naming) -> str:
    if point.event == "licensure":
        return naming.event
    question = words.questions[str(point.event)]
    return question.event or question.ask


def comparison(compared: Comparison, *, about_dates: bool = False) -> str:
    """Write "more than 25%", "on or after January 1, 2021", "more than 5 years"."""
    symbols = {"<": "less than", "<=": "at most", ">": "more than", ">=": "at least"}
    if compared.date:
        dated = {"<": "before", "<=": "on or before", ">": "after", ">=": "on or after"}
        return f"{dated[compared.operator]} {date(compared.date)}"
    value = number(compared.number or 0)
    if compared.unit == "%":
        return f"{symbols[compared.operator]} {value}%"
    unit = compared.unit.removesuffix("s") if compared.number == 1 else compared.unit
    text = f"{symbols[compared.operator]} {value} {unit}".rstrip()
    return f"{text} before the renewal" if about_dates and unit else text


def renewal_end(end: RenewalEnd, noun: str = LICENSE.noun) -> str:
    """Write the end of a cycle to follow "by": "the last day of your birth month"."""
    if end.kind == "month-day":
        years = {day.years for day in end.days}
        if len(years) > 1 or None in years:
            return join([month_day(day) for day in end.days], "or")
        plain = [month_day(MonthDay(day.month, day.day)) for day in end.days]
        return f"{join(plain, 'or')} of {years.pop()}-numbered years"
    if end.kind == "birth-month-day":
        return f"the {end.day}{_suffix(end.day or 0)} of your birth month"
    return {
        "birthday": "your birthday",
        "day-before-birthday": "the day before your birthday",
        "birth-month-end": "the last day of your birth month",
        "month-after-birth-month-end": "the last day of the month after your birth month",
        "issue-month-end": f"the last day of the month in which your {noun} was issued",
        "issue-anniversary": f"the anniversary of the day your {noun} was issued",
        "with-license": f"the date your {(end.license or '').upper()} license expires",
        "shown-on-license": f"the date on your {noun}",
        "not-established": "a date that was not found",
    }[end.kind]


def _suffix(day: int) -> str:
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
