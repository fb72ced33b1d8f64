"""Pelican's generator for the reference: which pages there are, and their views.

In: Pelican's settings (REQUIREMENTS_DATA, BUILD_TIME). Out: pages, written through Pelican.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas
from plugins.requirements.fields import PROFESSIONS
from plugins.requirements.loading import atlas_of

from . import tables
from .license_page import license_view
from .stylesheet import stylesheet


class ReferenceGenerator(Generator):  # type: ignore[misc]
    """Makes the pages of licenses, states, professions, topics, boards and data quality."""

    atlas: Atlas

    def generate_context(self) -> None:
        """Read the data, and give every template the addresses and the style sheet."""
        self.atlas = atlas_of(self.settings)
        self.today: dt.date = self.settings["BUILD_TIME"].date()
        address, self.css = stylesheet(Path(self.theme))
        self.context["STYLESHEET"] = address
        self.context["addresses"] = addresses
        self.context["words"] = self.atlas.vocabulary

    def generate_output(self, writer: Any) -> None:
        """Write the style sheet and every page."""
        css = Path(self.output_path) / self.context["STYLESHEET"]
        css.parent.mkdir(parents=True, exist_ok=True)
        css.write_text(self.css, "utf-8")
        self._lists(writer)
        for item in self.atlas.licenses.values():
            siblings = tuple(self.atlas.licenses_in(item.place))
            view = license_view(
                item, siblings, self.atlas.vocabulary, self.today, self.settings["REPOSITORY"]
            )
            self._write(writer, addresses.license_(item), "license", view=view)
        for place in self.atlas.jurisdictions:
            view_ = tables.state_view(place, self.atlas)
            self._write(writer, addresses.state(place), "state", view=view_)

    def _lists(self, writer: Any) -> None:
        atlas = self.atlas
        states = sorted(
            (item.name, addresses.state(place)) for place, item in atlas.jurisdictions.items()
        )
        professions = [tables.profession_view(id_, atlas) for id_ in PROFESSIONS]
        topics = [tables.topic_view(id_, atlas, self.today) for id_ in atlas.vocabulary.topics]
        boards = [
            tables.state_view(place, atlas)
            for _, place in sorted(
                (item.name, place) for place, item in atlas.jurisdictions.items()
            )
        ]
        self._write(writer, addresses.HOME, "home", professions=professions, states=states)
        self._write(writer, addresses.STATES, "states", states=boards)
        self._write(writer, addresses.PROFESSIONS, "professions", professions=professions)
        self._write(writer, addresses.TOPICS, "topics", topics=topics)
        self._write(writer, addresses.BOARDS, "boards", states=boards)
        quality = tables.quality_view(atlas, self.today)
        self._write(writer, addresses.DATA_QUALITY, "data_quality", view=quality)
        for view in professions:
            self._write(writer, view.address, "profession", view=view)
        for topic in topics:
            self._write(writer, topic.address, "topic", view=topic)

    def _write(self, writer: Any, address: str, template: str, **views: Any) -> None:
        writer.write_file(
            addresses.file_name(address),
            self.get_template(template),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            address=address,
            **views,
        )
