"""Pelican's generator for comparisons.

In: Pelican's settings (REQUIREMENTS_DATA, BUILD_TIME). Out: the page, its script, and the data.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plugins.building.bundles import bundle, script_name
from plugins.building.generators import AtlasGenerator
from plugins.requirements import addresses

from .columns import column, script
from .ready_made import compare_view

ENTRY = Path(__file__).parent / "browser" / "compare.ts"


class CompareGenerator(AtlasGenerator):
    """Makes /compare/."""

    def generate_output(self, writer: Any) -> None:
        """Write the page; the files that it loads are left out of a preview."""
        code = bundle(ENTRY)
        address = script_name("compare", code)
        self.write_page(
            writer,
            addresses.COMPARE,
            "compare",
            lambda: {"view": compare_view(self.atlas), "script": address},
        )
        if not self.is_preview:
            self.write_asset(address, code)
            for item in self.atlas.licenses.values():
                data = script(column(item, self.atlas.vocabulary, self.today))
                self.write_asset(addresses.compared(item.id), data)
