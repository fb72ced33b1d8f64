"""What the figures promise beyond their pages: classes that need no color, an axis that fits."""

import re

import pytest

from plugins.figures.timeline import hours_plot
from plugins.requirements.atlas import Atlas
from tests.conftest import Site
from tests.site.html import pages_of

PATTERN = re.compile(r'<pattern id="([\w-]+)".*?<path d="([^"]*)"', re.DOTALL)
SHAPE = re.compile(r'<(?:path|rect) class="([\w-]+)"(?: fill="url\(#([\w-]+)\)")?')


def test_classes_on_maps_are_told_apart_by_pattern(site: Site) -> None:
    maps = {at: text for at, text in pages_of(site.folder).items() if 'class="shapes"' in text}
    assert len(maps) > 60
    for address, text in maps.items():
        marks = dict(PATTERN.findall(text))
        assert len(set(marks.values())) == len(marks) == 6, address
        for kind, pattern in SHAPE.findall(text):
            assert pattern == ("" if kind == "none" else kind), address
            assert kind == "none" or kind in marks, address


def test_the_plot_ends_at_the_ten_that_holds_the_longest_row(atlas: Atlas) -> None:
    plot = hours_plot(atlas)
    ends = [float(label) for _, label in plot.ticks]
    furthest = max(dot.x for row in plot.rows for dot in row.dots)
    assert ends[-1] - 10 < furthest * ends[-1] / 100 <= ends[-1]
    assert plot.ticks[-1][0] == pytest.approx(100)
