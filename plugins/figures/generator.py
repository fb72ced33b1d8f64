"""Pelican's generator for the figures.

In: Pelican's settings (REQUIREMENTS_DATA, BUILD_TIME). Out: the pages of maps, timeline and plot.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from pelican.generators import Generator

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas
from plugins.requirements.language.fields import PROFESSIONS
from plugins.requirements.loading import atlas_of

from .maps import profession_map, topic_map
from .tiles import COLUMNS, ROWS
from .timeline import hours_plot, timeline


class FiguresGenerator(Generator):  # type: ignore[misc]
    """Makes the pages under /maps/, and /timeline/ and /hours/."""

    atlas: Atlas

    def generate_context(self) -> None:
        """Read the data."""
        self.atlas = atlas_of(self.settings)
        self.today: dt.date = self.settings["BUILD_TIME"].date()

    def generate_output(self, writer: Any) -> None:
        """Write every figure's page."""
        atlas = self.atlas
        professions = [profession_map(id_, atlas) for id_ in PROFESSIONS]
        topics = [topic_map(id_, atlas, self.today) for id_ in atlas.vocabulary.topics]
        required = [view for view in topics if any(area.kind != "none" for area in view.areas)]
        for view in [*professions, *topics]:
            self._write(writer, view.address, "map", view=view, columns=COLUMNS, rows=ROWS)
        self._write(writer, addresses.MAPS, "maps", professions=professions, topics=required)
        years = timeline(atlas, self.today)
        self._write(writer, addresses.TIMELINE, "timeline", years=years)
        self._write(writer, addresses.HOURS, "hours", plot=hours_plot(atlas))

    def _write(self, writer: Any, address: str, template: str, **views: Any) -> None:
        writer.write_file(
            addresses.file_name(address),
            self.get_template(template),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            address=address,
            **views,
        )
