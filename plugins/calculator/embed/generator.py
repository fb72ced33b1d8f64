"""Pelican's generator for the calculator on other people's pages.

In: Pelican's settings (REQUIREMENTS_DATA, BUILD_TIME, SITEURL, EMBED_RELEASES). Out: the pages,
the scripts; where EMBED_RELEASES is set (publishing), the dated copies and the states' packs. A
preview or a plain build goes without these two: they are 1.5 MB a copy and 10 MB.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from plugins.building.bundles import bundle, script_name
from plugins.building.generators import AtlasGenerator
from plugins.requirements import addresses

from ..publishing import pushed, records_of, vocabulary_of
from .command import home_of, pack_of
from .packs import html_of, shell
from .releases import Release, releases
from .scripts import (
    BROWSER,
    ELEMENT_SCRIPT,
    LOADER_SCRIPT,
    Code,
    embed_index,
    folder_of,
)

# From /embed/v1/ and from a dated folder in it to the calculator's own page.
_HOME = "../../calculator/"
EXAMPLE = "ca-md"
# What the lines to copy say where no address to publish at is known.
_SOME_SITE = "https://cme-atlas.example"


class EmbedGenerator(AtlasGenerator):
    """Makes /embed/ and all below it."""

    def generate_output(self, writer: Any) -> None:
        """Write the pages; the files that they load are left out of a preview."""
        self.code = Code()
        builder = bundle(BROWSER / "builder_entry.ts")
        frame = script_name("embed-frame", self.code.frame)
        publishing = self.settings["EMBED_RELEASES"] is not None and not self.is_preview
        kept = self._releases() if publishing else []
        self.write_page(
            writer,
            addresses.EMBED_FRAME,
            "embed_frame",
            lambda: {"element": addresses.EMBED_SCRIPTS + ELEMENT_SCRIPT, "script": frame},
        )
        places = sorted(self.atlas.jurisdictions.items(), key=lambda item: item[1].name)
        self.write_page(
            writer,
            addresses.EMBED,
            "embed",
            lambda: {
                "loader": addresses.EMBED_SCRIPTS + LOADER_SCRIPT,
                "script": script_name("embed-builder", builder),
                "places": places,
                "nationals": sorted(
                    self.atlas.nationals.values(), key=lambda item: item.requirement.name.lower()
                ),
                "packed": places if publishing else [],
                "releases": kept,
                "example": EXAMPLE,
                "site": self.settings["SITEURL"] or _SOME_SITE,
            },
        )
        if self.is_preview:
            return
        self.write_asset(frame, self.code.frame)
        self.write_asset(script_name("embed-builder", builder), builder)
        for name, text in self._scripts().items():
            self.write_asset(addresses.EMBED_SCRIPTS + name, text)
        if publishing:
            self._write_releases(kept)
            self._write_packs()

    def _scripts(self, *, pinned: bool = False) -> dict[str, str]:
        """The folder that pages load from."""
        home = f"../{_HOME}" if pinned else _HOME
        index = embed_index(self.atlas, home)
        records = records_of(self.settings, self.atlas)
        vocabulary = vocabulary_of(self.atlas)
        files = folder_of(self.code, index, records, vocabulary, pinned=pinned)
        files[LOADER_SCRIPT] = self.code.loader
        if not pinned:
            site = home_of(self.settings["SITEURL"])
            pack = {"shell": shell(self.code), "index": embed_index(self.atlas, site)}
            files["pack.js"] = pushed("pack", pack)
        return files

    def _releases(self) -> list[Release]:
        earlier = self.settings["EMBED_RELEASES"]
        return releases(
            self._scripts(pinned=True),
            self.today,
            Path(earlier) if earlier else None,
        )

    def _write_releases(self, kept: list[Release]) -> None:
        for release in kept:
            for name, text in release.files.items():
                self.write_asset(f"{addresses.EMBED_SCRIPTS}{release.name}/{name}", text)
        listed = {"releases": [release.listed for release in kept]}
        text = json.dumps(listed, indent=2) + "\n"
        self.write_asset(f"{addresses.EMBED_SCRIPTS}releases.json", text)

    def _write_packs(self) -> None:
        for place in self.atlas.jurisdictions:
            chosen = list(self.atlas.licenses_in(place))
            pack = pack_of(chosen, self.atlas, home_of(self.settings["SITEURL"]))
            self.write_asset(addresses.pack(place), html_of(pack, self.atlas, self.code))
