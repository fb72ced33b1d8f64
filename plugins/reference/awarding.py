"""Pelican's generator for who awards credit: bodies, credit categories, national requirements.

In: Pelican's settings, and the context that ReferenceGenerator made. Out: pages.
"""

from __future__ import annotations

from functools import cache, partial
from typing import Any

from plugins.building.generators import AtlasGenerator, view_of
from plugins.requirements import addresses
from plugins.requirements.language.national import National

from . import bodies, credits
from .beside import BESIDE
from .nationals import national_row, national_view


class AwardingGenerator(AtlasGenerator):
    """Makes the pages under /bodies/, /credits/ and /national/."""

    def generate_output(self, writer: Any) -> None:
        """Write every page."""
        atlas, words = self.atlas, self.atlas.vocabulary
        credit = cache(lambda id_: credits.credit_view(id_, atlas, self.today))

        def all_credits() -> dict[str, Any]:
            return {id_: credit(id_) for id_ in words.credit_categories}

        body = cache(lambda id_: bodies.body_view(id_, atlas, all_credits()))

        def credit_list() -> dict[str, Any]:
            groups = credits.grouped(list(all_credits().values()))
            return {"groups": groups, "rates": credits.rates(words.equivalences, words)}

        def body_list() -> dict[str, Any]:
            return {"groups": bodies.grouped([body(id_) for id_ in words.accrediting_bodies])}

        def national_list() -> dict[str, Any]:
            return {"rows": [national_row(item, atlas) for item in atlas.nationals.values()]}

        self.write_page(writer, addresses.CREDITS, "credits", credit_list)
        self.write_page(writer, addresses.BODIES, "bodies", body_list)
        self.write_page(writer, addresses.NATIONAL, "nationals", national_list)
        for id_ in words.credit_categories:
            self.write_page(writer, addresses.credit(id_), "credit", partial(view_of, credit, id_))
        for id_ in words.accrediting_bodies:
            self.write_page(writer, addresses.body(id_), "body", partial(view_of, body, id_))
        for item in atlas.nationals.values():
            address = addresses.license_(item)
            self.write_page(writer, address, "national", partial(self._national, item))

    def _national(self, item: National) -> dict[str, Any]:
        view = national_view(item, self.atlas, self.today, self.settings["REPOSITORY"])
        return {"view": view.page, "national": view, "beside": BESIDE}
