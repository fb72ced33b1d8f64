"""Conditions: what each mapping means, and where a wrong one is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.requirements.language.conditions import (
    AllOf,
    Answer,
    AnyOf,
    ConditionError,
    Not,
    Words,
    parse_condition,
    walk,
)
from plugins.requirements.language.phrases import Comparison

DEA = Answer("dea-registration", True)
PATHOLOGY = Answer("specialty", ("pathology",))


@pytest.mark.parametrize(
    ("raw", "meaning"),
    [
        ({"dea-registration": True}, DEA),
        ({"specialty": "pathology"}, PATHOLOGY),
        (
            {"specialty": ["pathology", "radiology"]},
            Answer("specialty", ("pathology", "radiology")),
        ),
        (
            {"patients-over-65": "more than 25%"},
            Answer("patients-over-65", Comparison(">", number=25, unit="%")),
        ),
        ({"dea-registration": True, "specialty": "pathology"}, AllOf((DEA, PATHOLOGY))),
        (
            {"all": [{"dea-registration": True}, {"specialty": "pathology"}]},
            AllOf((DEA, PATHOLOGY)),
        ),
        (
            {"any": [{"dea-registration": True}, {"specialty": "pathology"}]},
            AnyOf((DEA, PATHOLOGY)),
        ),
        ({"not": {"dea-registration": True}}, Not(DEA)),
        ({"words": " the board agrees "}, Words("the board agrees")),
        (
            {"dea-registration": True, "not": {"specialty": "pathology"}},
            AllOf((DEA, Not(PATHOLOGY))),
        ),
    ],
)
def test_a_mapping_means_one_condition(raw: Any, meaning: object) -> None:
    assert parse_condition(raw) == meaning


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        ([], ()),
        ({}, ()),
        ("dea-registration", ()),
        (None, ()),
        ({"all": [{"dea-registration": True}]}, ("all",)),
        ({"all": {"dea-registration": True}}, ("all",)),
        ({"any": [{"dea-registration": True}, {}]}, ("any", 1)),
        ({"any": [{"dea-registration": True}, {"not": {"age": 3}}]}, ("any", 1, "not", "age")),
        ({"not": []}, ("not",)),
        ({"words": ""}, ("words",)),
        ({"specialty": "Internal Medicine"}, ("specialty",)),
        ({"specialty": []}, ("specialty",)),
        ({"specialty": ["pathology", 3]}, ("specialty",)),
        ({"patients-over-65": 25}, ("patients-over-65",)),
    ],
)
def test_a_wrong_condition_names_the_place_and_the_forms(raw: Any, path: tuple[Any, ...]) -> None:
    with pytest.raises(ConditionError, match="; write ") as caught:
        parse_condition(raw)
    assert caught.value.path == path


def test_walking_meets_every_part_outermost_first() -> None:
    condition = parse_condition({"any": [{"not": {"dea-registration": True}}, {"words": "x"}]})
    assert [type(part) for part in walk(condition)] == [AnyOf, Not, Answer, Words]
    assert list(walk(None)) == []
