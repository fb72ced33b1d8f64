"""The open data as others read it: valid by the published schemas, whole, as the site says."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from plugins.building.site import build
from plugins.requirements.atlas import Atlas
from tests.conftest import ROOT, Site


@pytest.fixture(scope="module")
def api(site: Site) -> Path:
    return site.folder / "api" / "v1"


@pytest.fixture(scope="module")
def records(api: Path) -> dict[str, Any]:
    whole = json.loads((api / "all.json").read_text("utf-8"))
    return {record["id"]: record for record in whole["records"]}


def rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text("utf-8"))))


def test_there_is_a_record_for_everything_that_the_calculator_knows(
    records: dict[str, Any], api: Path, atlas: Atlas
) -> None:
    assert sorted(records) == sorted(atlas.by_key)
    listed = json.loads((api / "index.json").read_text("utf-8"))["records"]
    assert [record["id"] for record in listed] == list(records)
    for entry in listed:
        assert json.loads((api / entry["data"]).read_text("utf-8")) == records[entry["id"]]


def test_records_are_as_the_published_schemas_say(records: dict[str, Any], api: Path) -> None:
    def schema(name: str) -> Any:
        text = (api / "schema" / f"{name}.json").read_text("utf-8")
        return fastjsonschema.compile(json.loads(text), use_default=False)

    whole, authored = (
        schema("record"),
        {"license": schema("requirement"), "national": schema("national")},
    )
    for record in records.values():
        whole(record)
        authored[record["kind"]](record["authored"])


def test_what_is_computed_is_what_the_page_says(records: dict[str, Any], site: Site) -> None:
    record = records["ca-md"]
    computed = record["computed"]
    assert computed["answer"] == "50 hours every 2 years"
    assert (computed["hours"], computed["period_months"], computed["hours_per_year"]) == (
        50,
        24,
        25,
    )
    page = (site.folder / "states/california/md/index.html").read_text("utf-8")
    assert 'type="application/json" href="../../../api/v1/licenses/ca-md.json"' in page
    ids = {duty["id"] for duty in computed["duties"] if duty["id"] != "total"}
    assert all(f'id="{id_}"' in page for id_ in ids)
    bias = next(duty for duty in computed["duties"] if duty["id"] == "implicit-bias")
    assert (bias["in_force"], bias["binds_licensee"], bias["how_often"]) == (True, False, "")


def test_what_is_not_in_force_says_so(records: dict[str, Any]) -> None:
    for record in records.values():
        by_id = {duty["id"]: duty for duty in record["authored"]["requires"]}
        for duty in record["computed"]["duties"]:
            written = by_id.get(duty["id"], {})
            begins = written.get("from", "0") > record["as_of"]
            over = written.get("until", "9") < record["as_of"]
            if begins or over or "standing" in written:
                assert not duty["in_force"], (record["id"], duty["id"])


def test_tables_hold_every_license_and_every_duty_with_its_law(
    records: dict[str, Any], api: Path
) -> None:
    licenses, duties = rows(api / "licenses.csv"), rows(api / "duties.csv")
    assert [row["id"] for row in licenses] == list(records)
    assert [(row["license"], row["duty"]) for row in duties] == [
        (record["id"], duty["id"])
        for record in records.values()
        for duty in record["computed"]["duties"]
    ]
    # A group has no source of its own where each of its parts has.
    assert [row["duty"] for row in duties if not row["law"] and row["hours"]] == []
    assert [row["duty"] for row in duties if bool(row["law"]) != bool(row["law_url"])] == []


def test_published_addresses_are_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEURL", "https://example.org/atlas")
    build(ROOT / "pelicanconf.py", tmp_path / "output")
    text = (tmp_path / "output" / "api/v1/licenses/ca-md.json").read_text("utf-8")
    assert json.loads(text)["page"] == "https://example.org/atlas/states/california/md/"
