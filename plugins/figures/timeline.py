"""Views of the timeline (when mandates took effect) and of the plot of hours a year.

In: an Atlas. Out: years with their mandates, and for each profession a row of dots.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from dataclasses import dataclass
from statistics import median

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas, License
from plugins.requirements.language.fields import PROFESSIONS, Profession
from plugins.requirements.language.obligations import obligations
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.terms import date, number


@dataclass(frozen=True)
class Mandate:
    """A duty that took effect on a day, for some professions of a jurisdiction."""

    day: str
    place: str
    professions: str
    subject: str
    address: str
    ahead: bool


@dataclass(frozen=True)
class Year:
    """The mandates of one year; `width` in percent of the longest year's bar."""

    year: int
    mandates: tuple[Mandate, ...]
    width: float


def timeline(atlas: Atlas, today: dt.date) -> tuple[Year, ...]:
    """All dated mandates, newest year first; one entry for professions that share a duty."""
    found: dict[tuple[dt.date, str, str], list[License]] = defaultdict(list)
    links: dict[tuple[dt.date, str, str], str] = {}
    for item in atlas.licenses.values():
        speaker = Speaker(item, atlas.vocabulary)
        for duty in obligations(item.requirement.requires):
            if duty.from_ is None or not duty.topic:
                continue
            if duty.until is not None and duty.until < today:
                continue
            key = (duty.from_, item.jurisdiction.name, speaker.subject(duty))
            if item not in found[key]:
                found[key].append(item)
            links.setdefault(key, addresses.duty(item, duty.id))
    years: dict[int, list[Mandate]] = defaultdict(list)
    for key in sorted(found):
        day, place, subject = key
        short = [atlas.vocabulary.professions[item.profession].short for item in found[key]]
        years[day.year].append(
            Mandate(date(day), place, ", ".join(short), subject, links[key], day > today)
        )
    longest = max((len(mandates) for mandates in years.values()), default=1)
    return tuple(
        Year(year, tuple(mandates), round(100 * len(mandates) / longest, 2))
        for year, mandates in sorted(years.items(), reverse=True)
    )


@dataclass(frozen=True)
class Dot:
    """One license in the plot: `x` in percent, `y` in pixels above the row's foot."""

    x: float
    y: int
    name: str


@dataclass(frozen=True)
class PlotRow:
    """The dots of a profession and their sum in words."""

    profession: str
    dots: tuple[Dot, ...]
    height: int
    summary: str
    states: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """The same in words: hours a year, and the names and addresses of those who ask for it."""


@dataclass(frozen=True)
class Plot:
    """Rows on one axis of hours a year; `ticks` are positions in percent with their numbers."""

    rows: tuple[PlotRow, ...]
    ticks: tuple[tuple[float, str], ...]


DOT_STEP = 11
TICK = 10


def hours_plot(atlas: Atlas) -> Plot:
    """Hours a year of every license that states a total."""
    found: dict[Profession, list[tuple[float, License]]] = {}
    for profession in PROFESSIONS:
        found[profession] = []
        for item in atlas.licenses_of(profession):
            total, period = item.requirement.total, Speaker(item, atlas.vocabulary).period
            if total and isinstance(total.hours, float) and period:
                found[profession].append((total.hours * 12 / period.months, item))
    most = max((value for dots in found.values() for value, _ in dots), default=0)
    end = TICK * math.ceil(most / TICK) or TICK
    rows = (
        _plot_row(atlas.vocabulary.professions[profession].name, dots, end)
        for profession, dots in found.items()
    )
    ticks = tuple((100 * value / end, str(value)) for value in range(0, end + 1, TICK))
    return Plot(tuple(rows), ticks)


def _plot_row(profession: str, found: list[tuple[float, License]], end: int) -> PlotRow:
    stacked: dict[int, int] = defaultdict(int)
    named: dict[str, list[tuple[str, str]]] = defaultdict(list)
    dots = []
    for per_year, item in sorted(found, key=lambda pair: (pair[0], pair[1].place)):
        place = round(per_year)
        shown = number(round(per_year, 1))
        name = f"{item.jurisdiction.name}: {shown} hours a year"
        named[shown].append((item.jurisdiction.name, addresses.license_(item)))
        x = round(100 * per_year / end, 2)
        dots.append(Dot(x, stacked[place] * DOT_STEP, name))
        stacked[place] += 1
    values = [per_year for per_year, _ in found]
    summary = "No state sets a total."
    if values:
        summary = (
            f"{len(values)} states set a total, from {number(round(min(values), 1))} to "
            f"{number(round(max(values), 1))} hours a year; half ask for "
            f"{number(round(median(values), 1))} or less."
        )
    height = max(stacked.values(), default=0) * DOT_STEP
    states = tuple((value, tuple(names)) for value, names in named.items())
    return PlotRow(profession, tuple(dots), height, summary, states)
