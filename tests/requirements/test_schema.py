"""The JSON Schemas: in step with the models, and of one mind with the check."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from plugins.requirements.reading.layout import schema_of
from plugins.requirements.reading.strict_yaml import read
from plugins.requirements.schema import schemas

DATA = Path(__file__).resolve().parents[2] / "requirements_data"
FILES = sorted(
    [
        *DATA.glob("vocabulary/*.yaml"),
        *DATA.glob("national/*.yaml"),
        *DATA.glob("jurisdictions/*/*.yaml"),
    ]
)

MINIMAL: dict[str, Any] = {
    "professions": ["md"],
    "verified": "2026-11-23",
    "confidence": "high",
    "renewal": {"every": "24 months", "ends": "birthday"},
    "requires": [{"id": "total", "hours": 50, "source": "law"}],
    "sources": {"law": {"cite": "1 Code 2", "kind": "statute", "url": "https://example.org/"}},
}


@cache
def wanted() -> dict[str, str]:
    return schemas()


@cache
def validator(name: str) -> Callable[[Any], Any]:
    return fastjsonschema.compile(json.loads(wanted()[name]), use_default=False)


def test_the_files_are_in_step_with_the_models_and_the_vocabulary() -> None:
    present = {path.name: path.read_text("utf-8") for path in (DATA / "schema").glob("*")}
    assert present == wanted(), "run generate.py schema"


def test_every_data_file_satisfies_the_schema_that_its_first_line_names() -> None:
    assert len(FILES) > 200
    for path in FILES:
        name = schema_of(path.relative_to(DATA))
        assert name is not None
        validator(name)(read(path, DATA).data)


@pytest.mark.parametrize(
    "duty",
    [
        {"hours": 2, "topic": "opiods"},
        {"hours": 2, "topic": ["ethics", "opiods"]},
        {"hours": 2, "counts": "category-1"},
        {"hours": 2, "course": True},
        {"topic": "ethics"},
        {"hours": 2, "when": {"dea": True}},
        {"hours": 2, "when": {"dea-registration": "true"}},
        {"hours": 2, "when": {"specialty": "medicine"}},
        {"hours": 2, "every": "24 moons"},
        {"hours": 2, "by": "the first renewal"},
        {"share": "20 percent of total"},
        {"hours": -2},
        {"hour": 2},
    ],
)
def test_an_editor_marks_a_wrong_duty(duty: dict[str, Any]) -> None:
    wrong = {**MINIMAL, "requires": [{"id": "x", "source": "law", **duty}]}
    validator("requirement.json")(MINIMAL)
    with pytest.raises(fastjsonschema.JsonSchemaException):
        validator("requirement.json")(wrong)


def test_every_key_has_a_description_or_a_list_of_words() -> None:
    def bare(part: Any, path: str) -> list[str]:
        if not isinstance(part, dict):
            return []
        found = []
        for key, value in part.get("properties", {}).items():
            said = {"description", "enum", "const", "$ref", "examples"} & value.keys()
            if not said:
                found.append(f"{path}.{key}")
        for name, inner in part.get("$defs", {}).items():
            found += bare(inner, name)
        return found

    assert [key for name, text in wanted().items() for key in bare(json.loads(text), name)] == []
