"""Pelican's generator for comparisons.

In: Pelican's settings (REQUIREMENTS_DATA, BUILD_TIME). Out: the page, its script, and the data.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican.generators import Generator

from plugins.building.bundles import bundle, script_name
from plugins.requirements import addresses
from plugins.requirements.loading import atlas_of

from .columns import column, script
from .ready_made import compare_view

ENTRY = Path(__file__).parent / "browser" / "compare.ts"


class CompareGenerator(Generator):  # type: ignore[misc]
    """Makes /compare/."""

    def generate_output(self, writer: Any) -> None:
        """Write the page; the files that it loads are left out of a preview."""
        code = bundle(ENTRY)
        address = script_name("compare", code)
        writer.write_file(
            addresses.file_name(addresses.COMPARE),
            self.get_template("compare"),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            address=addresses.COMPARE,
            view=compare_view(atlas_of(self.settings)),
            script=address,
        )
        if "PREVIEW" not in self.settings:
            self._write(address, code)
            self._write_columns()

    def _write_columns(self) -> None:
        atlas, today = atlas_of(self.settings), self.settings["BUILD_TIME"].date()
        for item in atlas.licenses.values():
            self._write(addresses.compared(item.id), script(column(item, atlas.vocabulary, today)))

    def _write(self, address: str, text: str) -> None:
        file = Path(self.output_path) / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
