"""Pelican's generator for the reference: which pages there are, and their views.

In: Pelican's settings (REQUIREMENTS_DATA, BUILD_TIME). Out: pages, written through Pelican.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from plugins.building.bundles import bundle, script_name
from plugins.building.generators import AtlasGenerator, view_of
from plugins.requirements import addresses
from plugins.requirements.atlas import License
from plugins.requirements.language.fields import PROFESSIONS

from . import tables
from .beside import BESIDE
from .boards import board_filters, board_rows
from .license_page import license_view
from .quality import quality_view
from .related import related_licenses, related_states
from .stylesheet import stylesheets

TABLES = Path(__file__).parent / "browser" / "tables.ts"


class ReferenceGenerator(AtlasGenerator):
    """Makes the pages of licenses, states, professions, topics, boards and data quality."""

    def generate_context(self) -> None:
        """Give every template the addresses, the words and the style sheets."""
        self.sheets = stylesheets(Path(self.theme))
        self.context["STYLESHEETS"] = {name: it.address for name, it in self.sheets.items()}
        self.tables_script = bundle(TABLES)
        self.context["TABLES_SCRIPT"] = script_name("tables", self.tables_script)
        self.context["addresses"] = addresses
        self.context["words"] = self.atlas.vocabulary

    def generate_output(self, writer: Any) -> None:
        """Write the style sheets, the script of the tables, and every page."""
        for sheet in self.sheets.values():
            self.write_asset(sheet.address, sheet.text)
        self.write_asset(self.context["TABLES_SCRIPT"], self.tables_script)
        self._lists(writer)
        for item in self.atlas.licenses.values():
            address = addresses.license_(item)
            self.write_page(writer, address, "license", partial(self._license, item))
        for place in self.atlas.jurisdictions:
            self.write_page(writer, addresses.state(place), "state", partial(self._state, place))

    def _license(self, item: License) -> dict[str, Any]:
        siblings = tuple(self.atlas.licenses_in(item.place))
        repository = self.settings["REPOSITORY"]
        view = license_view(item, siblings, self.atlas.vocabulary, self.today, repository)
        related = related_licenses(item, self.atlas)
        return {"view": view, "related": related, "beside": BESIDE}

    def _state(self, place: str) -> dict[str, Any]:
        view = tables.state_view(place, self.atlas)
        return {"view": view, "related": related_states(place, self.atlas)}

    def _lists(self, writer: Any) -> None:
        atlas = self.atlas
        profession = cache(lambda id_: tables.profession_view(id_, atlas))
        topic = cache(lambda id_: tables.topic_view(id_, atlas, self.today))
        topics = tuple(atlas.vocabulary.topics)
        named = sorted((item.name, place) for place, item in atlas.jurisdictions.items())

        def professions() -> dict[str, Any]:
            return {"professions": [profession(id_) for id_ in PROFESSIONS]}

        def home() -> dict[str, Any]:
            return {**professions(), "states": [(it, addresses.state(at)) for it, at in named]}

        def states() -> dict[str, Any]:
            return {"states": [tables.state_view(place, atlas) for _, place in named]}

        def boards() -> dict[str, Any]:
            return {"rows": board_rows(atlas), "filters_": board_filters(atlas)}

        pages: tuple[tuple[str, str, Callable[[], dict[str, Any]]], ...] = (
            (addresses.HOME, "home", home),
            (addresses.STATES, "states", states),
            (addresses.PROFESSIONS, "professions", professions),
            (addresses.TOPICS, "topics", lambda: {"topics": [topic(id_) for id_ in topics]}),
            (addresses.BOARDS, "boards", boards),
            (
                addresses.DATA_QUALITY,
                "data_quality",
                lambda: {"view": quality_view(atlas, self.today)},
            ),
        )
        for address, template, make in pages:
            self.write_page(writer, address, template, make)
        for id_ in PROFESSIONS:
            address = addresses.profession(id_)
            self.write_page(writer, address, "profession", partial(view_of, profession, id_))
        for name in topics:
            self.write_page(writer, addresses.topic(name), "topic", partial(view_of, topic, name))
