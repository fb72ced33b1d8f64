"""Pelican's generator for the open data.

In: Pelican's settings (REQUIREMENTS_DATA, BUILD_TIME, SITEURL). Out: /data/ and the files below
/api/v1/.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from plugins.building.generators import AtlasGenerator
from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas

from .record import Record, record_of
from .tables import duties_csv, licenses_csv

SCHEMAS = "schema/"
COLUMNS = ("id", "kind", "jurisdiction", "professions", "page")


@dataclass(frozen=True)
class DataFile:
    """A file as the page lists it; `address` below the site's root."""

    address: str
    what: str
    size: str


class OpenDataGenerator(AtlasGenerator):
    """Makes /data/, and what it lists."""

    def generate_output(self, writer: Any) -> None:
        """Write every file, then the page, which tells their sizes."""
        if self.is_preview:
            return
        files = self._files()
        for name, text in files.items():
            self.write_asset(addresses.API + name, text)
        self.write_page(writer, addresses.DATA, "data", lambda: {"files": _listed(files)})

    def _files(self) -> dict[str, str]:
        """The text of every file, by its name below the API's root."""
        atlas = self.atlas
        written = {
            item.document.file: item.document.data for item in (*atlas.filed, *atlas.filed_national)
        }
        records = [
            record_of(
                item,
                written[item.file],
                atlas.vocabulary,
                self.today,
                self.settings["SITEURL"],
            )
            for item in atlas.holdings
        ]
        plain = {record.id: record.model_dump(mode="json") for record in records}
        whole = {"version": 1, "as_of": self.today.isoformat(), "records": list(plain.values())}
        one_by_one = {addresses.record_name(id_): _json(data) for id_, data in plain.items()}
        return {
            "all.json": _json(whole),
            "index.json": _json(_index(records, self.today.isoformat())),
            "licenses.csv": licenses_csv(records),
            "duties.csv": duties_csv(records),
            "vocabulary.json": _json(_vocabulary(atlas)),
            f"{SCHEMAS}record.json": _json(TypeAdapter(Record).json_schema(mode="serialization")),
            **{
                f"{SCHEMAS}{path.name}": path.read_text("utf-8")
                for path in sorted(Path(self.settings["REQUIREMENTS_DATA"]).glob("schema/*.json"))
            },
            **one_by_one,
        }


def _index(records: list[Record], as_of: str) -> dict[str, Any]:
    """What there is, with the answer of each and where the rest is."""
    listed = [
        record.model_dump(mode="json", include=set(COLUMNS))
        | {"answer": record.computed.answer, "data": addresses.record_name(record.id)}
        for record in records
    ]
    return {"version": 1, "as_of": as_of, "records": listed}


def _vocabulary(atlas: Atlas) -> dict[str, Any]:
    """The words that rules may use, and the jurisdictions with their boards, as written."""
    written = {name: document.data for name, document in atlas.vocabulary_documents.items()}
    places = {id_: document.data for id_, document in atlas.jurisdiction_documents.items()}
    return {"version": 1, **written, "jurisdictions": places}


def _listed(files: dict[str, str]) -> list[DataFile]:
    """The files that everybody may want; each license's own stands on its page."""
    told = {
        "duties.csv": "Every duty of every license, one row each, for a spreadsheet",
        "licenses.csv": "Every license, one row each: hours, period, confidence, date",
        "all.json": "Everything in one file: what was written, and what follows from it",
        "index.json": "What there is, with the answer of each license and where its file is",
        "vocabulary.json": "The words that the rules use, and the boards",
        f"{SCHEMAS}record.json": "JSON Schema of a record",
        f"{SCHEMAS}requirement.json": "JSON Schema of the facts in it, as they are written",
    }
    sizes = {name: max(1, round(len(files[name].encode()) / 1024)) for name in told}
    return [
        DataFile(addresses.API + name, what, f"{sizes[name]:,} KB") for name, what in told.items()
    ]


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
