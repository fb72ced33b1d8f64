"""Pelican's generator for the reference: which pages there are, and their views.

In: Pelican's settings (REQUIREMENTS_DATA, BUILD_TIME). Out: pages, written through Pelican.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from plugins.building.bundles import bundle, script_name
from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas
from plugins.requirements.language.fields import PROFESSIONS
from plugins.requirements.loading import atlas_of
from plugins.requirements.vocabulary.glossary import WordFinder

from . import tables
from .boards import board_filters, board_rows
from .license_page import license_view
from .quality import quality_view
from .reading import reading
from .related import related_licenses, related_states
from .stylesheet import stylesheets

TABLES = Path(__file__).parent / "browser" / "tables.ts"


class ReferenceGenerator(Generator):  # type: ignore[misc]
    """Makes the pages of licenses, states, professions, topics, boards and data quality."""

    atlas: Atlas

    def generate_context(self) -> None:
        """Read the data, and give every template the addresses and the style sheets."""
        self.atlas = atlas_of(self.settings)
        self.today: dt.date = self.settings["BUILD_TIME"].date()
        self.sheets = stylesheets(Path(self.theme))
        self.context["STYLESHEETS"] = {name: it.address for name, it in self.sheets.items()}
        self.tables_script = bundle(TABLES)
        self.context["TABLES_SCRIPT"] = script_name("tables", self.tables_script)
        self.context["addresses"] = addresses
        self.context["words"] = self.atlas.vocabulary

    def generate_output(self, writer: Any) -> None:
        """Write the style sheets, the script of the tables, and every page."""
        for sheet in self.sheets.values():
            self._write_asset(sheet.address, sheet.text)
        self._write_asset(self.context["TABLES_SCRIPT"], self.tables_script)
        self._lists(writer)
        finder = WordFinder(self.atlas.vocabulary.glossary)
        for item in self.atlas.licenses.values():
            siblings = tuple(self.atlas.licenses_in(item.place))
            view = license_view(
                item, siblings, self.atlas.vocabulary, self.today, self.settings["REPOSITORY"]
            )
            related = related_licenses(item, self.atlas)
            views = {"view": view, "related": related, "reading": reading(view, finder)}
            self._write(writer, addresses.license_(item), "license", **views)
        for place in self.atlas.jurisdictions:
            view_ = tables.state_view(place, self.atlas)
            near = related_states(place, self.atlas)
            self._write(writer, addresses.state(place), "state", view=view_, related=near)

    def _lists(self, writer: Any) -> None:
        atlas = self.atlas
        states = sorted(
            (item.name, addresses.state(place)) for place, item in atlas.jurisdictions.items()
        )
        professions = [tables.profession_view(id_, atlas) for id_ in PROFESSIONS]
        topics = [tables.topic_view(id_, atlas, self.today) for id_ in atlas.vocabulary.topics]
        by_state = [
            tables.state_view(place, atlas)
            for _, place in sorted(
                (item.name, place) for place, item in atlas.jurisdictions.items()
            )
        ]
        self._write(writer, addresses.HOME, "home", professions=professions, states=states)
        self._write(writer, addresses.STATES, "states", states=by_state)
        self._write(writer, addresses.PROFESSIONS, "professions", professions=professions)
        self._write(writer, addresses.TOPICS, "topics", topics=topics)
        boards = board_rows(atlas)
        self._write(writer, addresses.BOARDS, "boards", rows=boards, filters_=board_filters(atlas))
        quality = quality_view(atlas, self.today)
        self._write(writer, addresses.DATA_QUALITY, "data_quality", view=quality)
        for view in professions:
            self._write(writer, view.address, "profession", view=view)
        for topic in topics:
            self._write(writer, topic.address, "topic", view=topic)

    def _write_asset(self, address: str, text: str) -> None:
        file = Path(self.output_path) / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def _write(self, writer: Any, address: str, template: str, **views: Any) -> None:
        writer.write_file(
            addresses.file_name(address),
            self.get_template(template),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            address=address,
            **views,
        )
