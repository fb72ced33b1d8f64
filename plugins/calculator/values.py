"""The typed values of the rules language as JSON, in the shape of `engine/types.ts`.

In: values of plugins.requirements (durations, intervals, deadlines, conditions ...). Out: plain
mappings with camel-case keys; what is absent or the default is left out, to keep records small.
"""

from __future__ import annotations

from typing import Any

from plugins.requirements.language.conditions import AllOf, Answer, AnyOf, Condition, Not
from plugins.requirements.language.phrases import (
    Comparison,
    Deadline,
    Duration,
    Interval,
    MonthDay,
    Point,
    RenewalEnd,
    Share,
)

from .asked import Asked

Json = dict[str, Any]


def without_nothing(**fields: Any) -> Json:
    """Keep the fields that say something: not None, not False, not an empty text, list or map."""
    return {
        name: value
        for name, value in fields.items()
        if value is not None and value is not False and value not in ("", [], {})
    }


def length(duration: Duration) -> Json:
    """A duration in whole months, or in days where the law counts days."""
    if duration.unit == "day":
        return {"days": duration.count}
    return {"months": duration.count * (12 if duration.unit == "year" else 1)}


def hours(value: float) -> float | int:
    """A number of hours, whole where it is whole."""
    return int(value) if value == int(value) else value


def interval(every: Interval) -> Json:
    """How often: once, each education period, so many cycles, or a clock of its own."""
    if every.kind == "time" and every.length:
        return {"kind": "time", "length": length(every.length)}
    if every.kind == "cycle":
        return {"kind": "cycle", "count": every.count}
    return {"kind": every.kind}


def month_day(day: MonthDay) -> Json:
    """A day of the year, in each year or in odd or even ones."""
    return without_nothing(month=day.month, day=day.day, years=day.years)


def point(at: Point, asked: Asked) -> Json:
    """A point in time; the date that "after" counts from becomes a question."""
    if at.kind == "after" and at.length:
        event = "licensed" if at.event == "licensure" else str(at.event)
        asked.question(event)
        return {"kind": "after", "length": length(at.length), "event": event}
    if at.kind == "date" and at.date:
        return {"kind": "date", "date": at.date.isoformat()}
    if at.kind == "month-day" and at.day:
        return {"kind": "month-day", "day": month_day(at.day)}
    if at.kind == "licensure":
        return {"kind": "licensure"}
    return {"kind": at.kind, "count": at.count}


def deadline(by: Deadline, asked: Asked) -> Json:
    """One point or several, of which the first or the last counts."""
    points = [point(item, asked) for item in by.points]
    return {"points": points, "pick": by.pick} if len(points) > 1 else {"points": points}


def share(part: Share) -> Json:
    """A percentage of another duty's hours."""
    return {"percent": hours(part.percent), "of": part.of}


def amount(value: float | Share) -> Any:
    """Hours, or a share of a duty's hours."""
    return share(value) if isinstance(value, Share) else hours(value)


def comparison(compared: Comparison) -> Json:
    """A number or a date, and how the answer compares with it."""
    if compared.date:
        return {"operator": compared.operator, "date": compared.date.isoformat()}
    return without_nothing(
        operator=compared.operator,
        number=hours(compared.number or 0),
        unit=compared.unit if compared.unit in ("months", "years") else None,
    )


def renewal_end(end: RenewalEnd, place: str) -> Json:
    """How the end of a cycle is fixed; `place` is the jurisdiction's code in lower case."""
    return without_nothing(
        kind=end.kind,
        days=[month_day(day) for day in end.days],
        day=end.day,
        license=f"{place}-{end.license}" if end.license else None,
    )


def condition(part: Condition, asked: Asked) -> Json:
    """A condition as a tree; every question in it is noted in `asked`."""
    if isinstance(part, AllOf):
        return {"all": [condition(inner, asked) for inner in part.parts]}
    if isinstance(part, AnyOf):
        return {"any": [condition(inner, asked) for inner in part.parts]}
    if isinstance(part, Not):
        return {"not": condition(part.part, asked)}
    if isinstance(part, Answer):
        asked.question(part.question, part.value)
        if isinstance(part.value, bool):
            return {"question": part.question, "is": part.value}
        if isinstance(part.value, Comparison):
            return {"question": part.question, "compare": comparison(part.value)}
        return {"question": part.question, "oneOf": list(part.value)}
    return {"question": asked.words(part.text), "is": True}


def applies(when: Condition | None, unless: Condition | None, asked: Asked) -> Json | None:
    """`when` and not `unless`, as one condition; None where both are absent."""
    parts = []
    if when:
        parts.append(condition(when, asked))
    if unless:
        parts.append({"not": condition(unless, asked)})
    return {"all": parts} if len(parts) > 1 else parts[0] if parts else None
