"""Pelican plugin: the calculator's page, its scripts, and the data that they load.

In: requirements_data/, read through plugins.requirements. Out: /calculator/; beside it three
scripts (element/main.ts, work_entry.ts and files_entry.ts say what is in each) and one small script
of data for each license and national requirement; and for every template CALCULATOR, where the
scripts are.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins.building.bundles import bundle, script_name
from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas
from plugins.requirements.loading import atlas_of

from .compile import SHAPE, compile_all
from .local_topics import names_in_tables
from .values import Json

ELEMENT = Path(__file__).parent / "element"


@dataclass(frozen=True)
class Scripts:
    """Where the scripts are, below the site's root."""

    element: str
    opener: str


class CalculatorGenerator(Generator):  # type: ignore[misc]
    """Makes /calculator/."""

    atlas: Atlas
    files: dict[str, str]

    def generate_context(self) -> None:
        """Make the scripts, and tell every template where they are."""
        self.atlas = atlas_of(self.settings)
        self.files = {}
        later = {
            name: self._script(name, bundle(ELEMENT / f"{name}_entry.ts"))
            for name in ("work", "files")
        }
        index = pushed("index", index_of(self.atlas) | later)
        element = self._script("cme-calculator", index + bundle(ELEMENT / "main.ts"))
        opener = bundle(ELEMENT / "opener.ts")
        self.context["CALCULATOR"] = Scripts(
            addresses.CALCULATOR + element, script_name("calculator-opener", opener)
        )
        self.files = {addresses.CALCULATOR + name: text for name, text in self.files.items()}
        self.files[self.context["CALCULATOR"].opener] = opener

    def generate_output(self, writer: Any) -> None:
        """Write the page; the files that it loads are left out of a preview."""
        writer.write_file(
            addresses.file_name(addresses.CALCULATOR),
            self.get_template("calculator"),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            address=addresses.CALCULATOR,
            states=[
                (place, self.atlas.licenses_in(id_))
                for id_, place in sorted(
                    self.atlas.jurisdictions.items(), key=lambda item: item[1].name
                )
            ],
        )
        if "PREVIEW" in self.settings:
            return
        self.files |= data_scripts(self.atlas, records_of(self.settings, self.atlas))
        for address, text in self.files.items():
            file = Path(self.output_path) / address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")

    def _script(self, name: str, text: str) -> str:
        """Note a script, and give its name, which changes with its content."""
        file = script_name(name, text).rpartition("/")[2]
        self.files[file] = text
        return file


def records_of(settings: dict[str, Any], atlas: Atlas) -> list[Json]:
    """The records of one build: compiled for the plugin that asks first, shared by the others."""
    if "CME_ATLAS_RECORDS" not in settings:
        settings["CME_ATLAS_RECORDS"] = compile_all(atlas)
    records: list[Json] = settings["CME_ATLAS_RECORDS"]
    return records


def data_scripts(atlas: Atlas, records: list[Json]) -> dict[str, str]:
    """Make every script of data, by address."""
    scripts = {addresses.calculated(record["id"]): pushed("license", record) for record in records}
    scripts[addresses.calculated("vocabulary")] = pushed("vocabulary", vocabulary_of(atlas))
    return scripts


def index_of(atlas: Atlas) -> Json:
    """What the picker offers: the type `Index` of element/registry.ts."""
    places = sorted(atlas.jurisdictions.values(), key=lambda place: place.name)
    return {
        "shape": SHAPE,
        "date": max(item.requirement.verified for item in atlas.licenses.values()).isoformat(),
        "places": {place.code.lower(): place.name for place in places},
        "professions": {
            id_: {"name": item.name, "short": item.short}
            for id_, item in atlas.vocabulary.professions.items()
        },
        "nationals": {
            item.key: item.requirement.name
            for item in sorted(
                atlas.nationals.values(), key=lambda item: item.requirement.name.lower()
            )
        },
    }


def vocabulary_of(atlas: Atlas) -> Json:
    """The names that an imported table may use: the type `Vocabulary` of element/registry.ts."""
    words = atlas.vocabulary
    return {
        "categories": {
            id_: [item.name, *item.synonyms] for id_, item in words.credit_categories.items()
        },
        "topics": {id_: [item.name, *item.synonyms] for id_, item in words.topics.items()}
        | names_in_tables(atlas),
    }


def pushed(kind: str, value: Json) -> str:
    """A script that puts a value into the page's queue; also safe within a page of HTML."""
    text = json.dumps({kind: value}, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c")
    return f"(self.cmeAtlas=self.cmeAtlas||[]).push({safe});\n"


def get_generators(pelican: object) -> type[CalculatorGenerator]:
    """Tell Pelican which generator to run."""
    return CalculatorGenerator


def register() -> None:
    """Connect to Pelican's signals; called by Pelican. Receivers are held weakly."""
    signals.get_generators.connect(get_generators)
