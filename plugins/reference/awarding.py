"""Pelican's generator for who awards credit: bodies, credit categories, national requirements.

In: Pelican's settings, and the context that ReferenceGenerator made. Out: pages.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from pelican.generators import Generator

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas
from plugins.requirements.loading import atlas_of
from plugins.requirements.vocabulary.glossary import WordFinder

from . import bodies, credits
from .nationals import national_row, national_view
from .reading import reading


class AwardingGenerator(Generator):  # type: ignore[misc]
    """Makes the pages under /bodies/, /credits/ and /national/."""

    atlas: Atlas

    def generate_context(self) -> None:
        """Read the data."""
        self.atlas = atlas_of(self.settings)
        self.today: dt.date = self.settings["BUILD_TIME"].date()

    def generate_output(self, writer: Any) -> None:
        """Write every page."""
        atlas, words = self.atlas, self.atlas.vocabulary
        views = {
            id_: credits.credit_view(id_, atlas, self.today) for id_ in words.credit_categories
        }
        for view in views.values():
            self._write(writer, view.address, "credit", view=view)
        all_rates = credits.rates(words.equivalences, words)
        groups = credits.grouped(list(views.values()))
        self._write(writer, addresses.CREDITS, "credits", groups=groups, rates=all_rates)
        found = [bodies.body_view(id_, atlas, views) for id_ in words.accrediting_bodies]
        for body in found:
            self._write(writer, body.address, "body", view=body)
        self._write(writer, addresses.BODIES, "bodies", groups=bodies.grouped(found))
        finder = WordFinder(words.glossary)
        rows = [national_row(item, atlas) for item in atlas.nationals.values()]
        self._write(writer, addresses.NATIONAL, "nationals", rows=rows)
        for item in atlas.nationals.values():
            national = national_view(item, atlas, self.today, self.settings["REPOSITORY"])
            page = national.page
            pages = {"view": page, "national": national, "reading": reading(page, finder)}
            self._write(writer, addresses.license_(item), "national", **pages)

    def _write(self, writer: Any, address: str, template: str, **views: Any) -> None:
        writer.write_file(
            addresses.file_name(address),
            self.get_template(template),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            address=address,
            **views,
        )
