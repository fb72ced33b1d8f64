"""The anatomy of a requirement: one bar for the total, divided into what must be in it.

In: a license. Out: segments in percent of the total, for an SVG that the template draws, and the
legend beside it. What comes on top of the total is set apart.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from plugins.requirements.language.obligations import Obligation
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.terms import hours, number

# Segments narrower than this many percent carry no number.
ROOM_FOR_A_NUMBER = 7


@dataclass(frozen=True)
class Segment:
    """A part of the bar: `start` and `width` in percent, `kind` for its pattern."""

    id: str
    label: str
    hours: str
    number: str
    start: float
    width: float
    kind: str


@dataclass(frozen=True)
class Bar:
    """One bar: its segments side by side; `caption` says what it divides the total by."""

    caption: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Anatomy:
    """The bars of a license, and what comes on top of the total."""

    total: str
    bars: tuple[Bar, ...]
    on_top: tuple[Segment, ...]
    description: str

    @property
    def has_sometimes(self) -> bool:
        """Whether any part is not owed by everybody at every renewal: the page says so."""
        return any(part.kind == "sometimes" for bar in self.bars for part in bar.segments)


def anatomy(speaker: Speaker, today: dt.date) -> Anatomy | None:
    """Divide the total, or None where there is nothing to divide."""
    total = speaker.license.requirement.total
    if total is None or not isinstance(total.hours, float):
        return None
    duties = [
        (duty, speaker.hours_of(duty))
        for duty in speaker.license.requirement.requires
        if isinstance(duty, Obligation) and duty is not total and _is_current(duty, today)
    ]
    inside = [(duty, size) for duty, size in duties if size and duty.within == "total"]
    topics = [(duty, size) for duty, size in inside if duty.topic]
    credit = [(duty, size) for duty, size in inside if not duty.topic]
    bars = [
        _bar(caption, parts, total.hours, speaker)
        for caption, parts in (("By topic", topics), ("By kind of credit", credit))
        if parts and sum(size for _, size in parts) <= total.hours
    ]
    on_top = tuple(
        _segment(duty, size, 0, 100 * size / total.hours, speaker)
        for duty, size in duties
        if size and duty.on_top_of == "total"
    )
    if not bars and not on_top:
        return None
    unit = speaker.license.requirement.unit
    parts = [f"{segment.hours} {segment.label}" for bar in bars for segment in bar.segments]
    return Anatomy(
        total=hours(total.hours, unit),
        bars=tuple(bars),
        on_top=on_top,
        description=f"{hours(total.hours, unit)} divided into: {'; '.join(parts)}.",
    )


def _is_current(duty: Obligation, today: dt.date) -> bool:
    started = duty.from_ is None or duty.from_ <= today
    over = duty.until is not None and duty.until < today
    return started and not over and duty.standing is None and duty.binds is None


def _bar(
    caption: str, parts: list[tuple[Obligation, float]], total: float, speaker: Speaker
) -> Bar:
    segments, start = [], 0.0
    # What everybody owes comes first, then what only some owe.
    for duty, size in sorted(parts, key=lambda part: _kind(part[0]) != "always"):
        width = 100 * size / total
        segments.append(_segment(duty, size, start, width, speaker))
        start += width
    left = total - sum(size for _, size in parts)
    if left > 0:
        unit = speaker.license.requirement.unit
        width = 100 - start
        shown = number(left) if width >= ROOM_FOR_A_NUMBER else ""
        segments.append(Segment("", "your choice", hours(left, unit), shown, start, width, "free"))
    return Bar(caption, tuple(segments))


def _segment(
    duty: Obligation, size: float, start: float, width: float, speaker: Speaker
) -> Segment:
    return Segment(
        id=duty.id,
        label=speaker.subject(duty),
        hours=hours(size, speaker.license.requirement.unit),
        number=number(size) if width >= ROOM_FOR_A_NUMBER else "",
        start=round(start, 3),
        width=round(width, 3),
        kind=_kind(duty),
    )


def _kind(duty: Obligation) -> str:
    if duty.when or duty.unless:
        return "sometimes"
    rare = duty.every.kind == "once" or duty.phases or duty.every.kind == "time"
    return "sometimes" if rare or duty.every.count > 1 else "always"
