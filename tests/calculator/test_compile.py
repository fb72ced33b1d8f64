"""The records that the engine reads: of the types that it declares, and small enough to load."""

import gzip
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from deno import find_deno_bin

from plugins.calculator.compile import compile_all
from plugins.requirements.atlas import Atlas

ROOT = Path(__file__).resolve().parents[2]
TYPES = ROOT / "plugins/calculator/engine/types.ts"
MOST_BYTES = 6 * 1024


@pytest.fixture(scope="module")
def records(atlas: Atlas) -> list[dict[str, Any]]:
    return compile_all(atlas)


def as_json(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def test_every_record_is_of_the_declared_type(
    records: list[dict[str, Any]], tmp_path: Path
) -> None:
    lines = [f'import type {{ CompiledLicense }} from "{TYPES.as_uri()}";']
    lines += [
        f"export const license{number}: CompiledLicense = {as_json(record)};"
        for number, record in enumerate(records)
    ]
    file = tmp_path / "records.ts"
    file.write_text("\n".join(lines), encoding="utf-8")
    ran = subprocess.run(
        [find_deno_bin(), "check", "--quiet", str(file)], capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr[-4000:]


def test_every_record_fits_into_six_kilobytes(records: list[dict[str, Any]]) -> None:
    sizes = {record["id"]: len(gzip.compress(as_json(record).encode())) for record in records}
    assert {id_: size for id_, size in sizes.items() if size > MOST_BYTES} == {}


def test_every_question_topic_and_source_that_a_record_names_is_explained_in_it(
    records: list[dict[str, Any]],
) -> None:
    for record in records:
        for part in parts_of(record):
            known = record["sources"]
            assert set(part.get("sources", ())) <= set(known), record["id"]
            assert set(part.get("topics", ())) <= set(record["topics"]), record["id"]
            assert set(part.get("counts", ())) <= set(record["categories"]), record["id"]
            question = part.get("question")
            assert question in (None, "profession", *record["questions"]), record["id"]


def test_no_word_names_a_source_by_its_id(atlas: Atlas, records: list[dict[str, Any]]) -> None:
    for holding, record in zip(atlas.holdings, records, strict=True):
        said = as_json({key: part for key, part in record.items() if key != "sources"})
        assert [id_ for id_ in holding.requirement.sources if f"[{id_}]" in said] == []


def test_only_answers_about_the_person_are_shared_by_licenses(
    records: list[dict[str, Any]],
) -> None:
    shared = {
        id_
        for record in records
        for id_, question in record["questions"].items()
        if question.get("holds") == "person"
    }
    assert {"specialty", "dea-registration", "nccpa"} <= shared
    assert not {"licensed", "license-number", "profession", "licensed-by"} & shared


def test_a_course_on_the_law_of_a_state_is_told_to_be_of_that_state(
    records: list[dict[str, Any]],
) -> None:
    texas = next(record for record in records if record["id"] == "tx-rn")
    duty = next(part for part in texas["requires"] if part["id"] == "jurisprudence")
    assert duty["check"]["law"].startswith("It is about Texas")


def parts_of(value: Any) -> list[dict[str, Any]]:
    """All mappings below the top level of a record."""
    if isinstance(value, list):
        return [part for item in value for part in parts_of(item)]
    if not isinstance(value, dict):
        return []
    inside = [
        part
        for key, item in value.items()
        if key not in ("sources", "topics", "categories", "formats", "questions")
        for part in parts_of(item)
    ]
    return inside if "requires" in value else [value, *inside]
