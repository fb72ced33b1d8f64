"""Pelican's generator for the figures.

In: Pelican's settings (REQUIREMENTS_DATA, BUILD_TIME). Out: the pages of maps, timeline and plot.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from plugins.building.generators import AtlasGenerator
from plugins.requirements import addresses
from plugins.requirements.language.fields import PROFESSIONS

from .maps import MapView, profession_map, topic_map
from .tiles import COLUMNS, ROWS
from .timeline import hours_plot, timeline


class FiguresGenerator(AtlasGenerator):
    """Makes the pages under /maps/, and /timeline/ and /hours/."""

    def generate_output(self, writer: Any) -> None:
        """Write every figure's page."""
        atlas = self.atlas
        profession = cache(lambda id_: profession_map(id_, atlas))
        topic = cache(lambda id_: topic_map(id_, atlas, self.today))
        topics = tuple(atlas.vocabulary.topics)

        def index() -> dict[str, Any]:
            drawn = [topic(id_) for id_ in topics]
            required = [it for it in drawn if any(area.kind != "none" for area in it.areas)]
            return {"professions": [profession(id_) for id_ in PROFESSIONS], "topics": required}

        for ids, view in ((PROFESSIONS, profession), (topics, topic)):
            for id_ in ids:
                make = partial(_map, view, id_)
                self.write_page(writer, addresses.map_(id_), "map", make)
        self.write_page(writer, addresses.MAPS, "maps", index)
        years = partial(timeline, atlas, self.today)
        self.write_page(writer, addresses.TIMELINE, "timeline", lambda: {"years": years()})
        self.write_page(writer, addresses.HOURS, "hours", lambda: {"plot": hours_plot(atlas)})


def _map(view: Callable[[str], MapView], id_: str) -> dict[str, Any]:
    return {"view": view(id_), "columns": COLUMNS, "rows": ROWS}
