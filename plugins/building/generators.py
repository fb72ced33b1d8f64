"""What every generator of ours shares: the data, the day, and how pages and files are written.

In: Pelican's settings (REQUIREMENTS_DATA, BUILD_TIME, and PREVIEW while only some pages are
wanted). Out: a base class for the plugins' generators. A page says how its views are made, and they
are made only if the page is wanted, so that a preview costs no more than its pages.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas
from plugins.requirements.loading import atlas_of


def view_of(make: Callable[[Any], Any], id_: str) -> dict[str, Any]:
    """Give a page's one view, made of an id, under the name that templates know it by."""
    return {"view": make(id_)}


class AtlasGenerator(Generator):  # type: ignore[misc]  # Pelican carries no type hints
    """A Pelican generator that knows the Atlas and the day the site is built for."""

    @property
    def atlas(self) -> Atlas:
        """All data, read once a build."""
        return atlas_of(self.settings)

    @property
    def today(self) -> dt.date:
        """The day that pages call today: that of the build's source, never the clock's."""
        day: dt.date = self.settings["BUILD_TIME"].date()
        return day

    @property
    def is_preview(self) -> bool:
        """Whether only some pages are wanted, and no file beside them."""
        return "PREVIEW" in self.settings

    def write_page(
        self,
        writer: Any,
        address: str,
        template: str,
        make: Callable[[], Mapping[str, Any]] = dict,
    ) -> None:
        """Write the page at an address; `make` gives the template's views, if it is wanted."""
        name = addresses.file_name(address)
        if self.is_preview and name not in self.settings["PREVIEW"]:
            return
        writer.write_file(
            name,
            self.get_template(template),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            address=address,
            **make(),
        )

    def write_asset(self, address: str, text: str) -> None:
        """Write a file that pages load, such as a script."""
        file = Path(self.output_path) / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
