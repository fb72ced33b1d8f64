"""Views of the maps: a class and a short value for every jurisdiction.

In: an Atlas. Out: MapView, with areas for the map and the tile grid, a legend and a table.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas, Bound, License
from plugins.requirements.language.fields import Profession
from plugins.requirements.vocabulary.words import Jurisdiction
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.headlines import headline
from plugins.requirements.wording.terms import number

from .tiles import positions

# By name; a jurisdiction without an outline (a territory, one day) is left off the map.
SHAPES: dict[str, dict[str, Any]] = json.loads(
    Path(__file__).with_name("states.json").read_text("utf-8")
)

# Upper bounds of hours a year, and how the legend calls each class.
HOUR_CLASSES = (
    (10.0, "level-1", "up to 10 hours a year"),
    (20.0, "level-2", "more than 10, up to 20"),
    (30.0, "level-3", "more than 20, up to 30"),
    (1000.0, "level-4", "more than 30"),
)
OTHER = ("other", "no total: certification, a choice of ways, or topics only")
NONE = ("none", "nothing required")
UNKNOWN = ("unknown", "not established")
TOPIC_CLASSES = (
    ("level-4", "all five professions"),
    ("level-3", "three or four"),
    ("level-2", "one or two"),
    ("none", "not required"),
)


@dataclass(frozen=True)
class Area:
    """A jurisdiction on the map, in the grid and in the table."""

    code: str
    name: str
    kind: str
    value: str
    text: str
    address: str
    path: str
    x: int
    y: int
    roomy: bool
    column: int
    row: int


@dataclass(frozen=True)
class MapView:
    """One map with all that stands beside it."""

    title: str
    lead: str
    address: str
    areas: tuple[Area, ...]
    legend: tuple[tuple[str, str, int], ...]


def profession_map(profession: Profession, atlas: Atlas) -> MapView:
    """Hours a year that each jurisdiction asks of a profession."""
    areas = []
    for item in atlas.licenses_of(profession):
        if item.jurisdiction.name not in SHAPES:
            continue
        kind, value = _hours_class(item, atlas)
        text = headline(item, atlas.vocabulary).short
        areas.append(_area(item.jurisdiction, kind, value, text, addresses.license_(item)))
    people = atlas.vocabulary.professions[profession].people
    classes = [(kind, name) for _, kind, name in HOUR_CLASSES] + [OTHER, NONE, UNKNOWN]
    return MapView(
        title=f"Hours a year: {people}",
        lead="The total that each state asks for, divided by the years of its period.",
        address=addresses.map_(profession),
        areas=tuple(areas),
        legend=_legend(classes, areas),
    )


def _hours_class(item: License, atlas: Atlas) -> tuple[str, str]:
    requirement = item.requirement
    total, period = requirement.total, Speaker(item, atlas.vocabulary).period
    if requirement.status == "none-required":
        return "none", "0"
    if total and isinstance(total.hours, float) and period:
        per_year = total.hours * 12 / period.months
        kind = next(kind for bound, kind, _ in HOUR_CLASSES if per_year <= bound)
        return kind, number(round(per_year, 1))
    if requirement.status == "not-established" or (total and total.hours == "not-established"):
        return "unknown", "?"
    return "other", "–"


def topic_map(topic: str, atlas: Atlas, today: dt.date) -> MapView:
    """How many of the five professions each jurisdiction obliges to learn a topic."""
    duties = _in_force(atlas.duties_on.get(topic, []), today)
    areas = []
    for place, jurisdiction in atlas.jurisdictions.items():
        if jurisdiction.name not in SHAPES:
            continue
        here = [(item.profession, duty) for item, duty in duties if item.place == place]
        bound = [
            atlas.vocabulary.professions[profession].short
            for profession in dict.fromkeys(profession for profession, _ in here)
        ]
        starts = [duty.from_ for _, duty in here if duty.from_]
        since = f", since {min(starts).year}" if starts else ""
        text = f"{', '.join(bound)}{since}" if bound else "not required"
        kind = ("none", "level-2", "level-2", "level-3", "level-3", "level-4")[len(bound)]
        value = str(len(bound) or "")
        areas.append(_area(jurisdiction, kind, value, text, addresses.state(place)))
    areas.sort(key=lambda area: area.name)
    name = atlas.vocabulary.topics[topic].name
    return MapView(
        title=f"Who must learn: {name}",
        lead="How many of the five professions each state obliges, and since when.",
        address=addresses.map_(topic),
        areas=tuple(areas),
        legend=_legend(list(TOPIC_CLASSES), areas),
    )


def _in_force(duties: list[Bound], today: dt.date) -> list[Bound]:
    return [
        (item, duty)
        for item, duty in duties
        if duty.standing is None
        and (duty.from_ is None or duty.from_ <= today)
        and (duty.until is None or duty.until >= today)
    ]


def _area(jurisdiction: Jurisdiction, kind: str, value: str, text: str, address: str) -> Area:
    shape = SHAPES[jurisdiction.name]
    code = jurisdiction.code
    column, row = positions()[code]
    return Area(
        code=code,
        name=jurisdiction.name,
        kind=kind,
        value=value,
        text=text[:1].upper() + text[1:],
        address=address,
        path=shape["path"],
        x=shape["middle"][0],
        y=shape["middle"][1],
        roomy=shape["roomy"],
        column=column,
        row=row,
    )


def _legend(classes: list[tuple[str, str]], areas: list[Area]) -> tuple[tuple[str, str, int], ...]:
    counted = ((kind, name, sum(area.kind == kind for area in areas)) for kind, name in classes)
    return tuple((kind, name, count) for kind, name, count in counted if count)
