"""docs/rules-language.md: its examples are valid, and they are what the named files say."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from plugins.requirements.atlas import Atlas
from plugins.requirements.language.conditions import parse_condition
from plugins.requirements.language.national import NationalRequirement
from plugins.requirements.language.obligations import walk
from plugins.requirements.language.requirement import Requirement
from plugins.requirements.loading import load_leniently
from plugins.requirements.reading.strict_yaml import parse, read
from plugins.requirements.reading.validation import validate

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "rules-language.md").read_text(encoding="utf-8")
BLOCKS = [
    (GUIDE.count("\n", 0, match.start()) + 1, match[1])
    for match in re.finditer(r"^```yaml\n(.+?)^```", GUIDE, re.MULTILINE | re.DOTALL)
]
COMPLETE = [block for block in BLOCKS if "…" not in block[1]]
CONDITIONS = [
    (line, text)
    for start, block in BLOCKS
    for line, text in enumerate(block.splitlines(), start=start + 1)
    if text.startswith(("when:", "unless:")) and "…" not in text
]
MINIMAL: dict[str, Any] = {
    "professions": ["md"],
    "verified": "2026-11-23",
    "confidence": "high",
    "renewal": {"every": "24 months", "ends": "birthday"},
    "requires": [],
    "sources": {},
}


@cache
def atlas() -> Atlas:
    found, problems = load_leniently(ROOT / "requirements_data")
    assert found is not None, problems
    return found


def fragment(block: str) -> dict[str, Any]:
    """The keys of a requirement that a block shows; a bare list shows duties."""
    if re.match(r"(#.*\n)*- ", block):
        block = "requires:\n" + "".join(f"  {line}\n" for line in block.splitlines())
    return parse(block.encode(), "docs/rules-language.md").data


def is_of_lines(block: str) -> bool:
    """Whether a block shows conditions, or exceptions, and not a part of a requirement."""
    return all(line.startswith(("when:", "unless:", '"')) for line in block.splitlines())


@pytest.mark.parametrize(("line", "block"), COMPLETE, ids=lambda value: str(value)[:20])
def test_an_example_is_valid(line: int, block: str) -> None:
    if not is_of_lines(block):
        document = parse(b"a: b", "docs/rules-language.md")
        document.data.clear()
        document.data.update(MINIMAL | fragment(block))
        validate(document, NationalRequirement if "body" in document.data else Requirement)


@pytest.mark.parametrize(("line", "text"), CONDITIONS, ids=lambda value: str(value)[:20])
def test_a_condition_is_valid(line: int, text: str) -> None:
    (raw,) = parse(text.partition(" # ")[0].encode(), "docs/rules-language.md").data.values()
    parse_condition(raw)


@pytest.mark.parametrize(("line", "block"), COMPLETE, ids=lambda value: str(value)[:20])
def test_an_example_of_a_license_stands_in_its_file(line: int, block: str) -> None:
    named = re.match(r"# (requirements_data/\S+\.yaml)", block)
    if named is None:
        return
    real = read(ROOT / named[1], ROOT).data
    assert [key for key, value in fragment(block).items() if not shows(value, real[key])] == []


SHAPES = re.findall(
    r"^\| (\d+) \|.*\| \[(\w\w-\w\w)\]\(\.\./(\S+)\) `(\S+)` \|$", GUIDE, re.MULTILINE
)


def test_all_shapes_of_law_are_shown_each_by_a_real_license() -> None:
    assert [int(number) for number, *_ in SHAPES] == list(range(1, 25))


@pytest.mark.parametrize(("number", "license_", "file", "part"), SHAPES)
def test_a_shape_is_found_where_the_guide_says(
    number: str, license_: str, file: str, part: str
) -> None:
    found = atlas().licenses[license_]
    assert found.file == file
    ids = {node.id for node in walk(found.requirement.requires)}
    assert part in ids or part in read(ROOT / file, ROOT).data


def shows(example: Any, real: Any) -> bool:
    """Whether an example, which may leave things out, says nothing that the file does not."""
    if isinstance(example, dict):
        return isinstance(real, dict) and all(
            key in real and shows(value, real[key]) for key, value in example.items()
        )
    if isinstance(example, list):
        return isinstance(real, list) and all(
            any(shows(item, other) for other in real) for item in example
        )
    return bool(example == real)
