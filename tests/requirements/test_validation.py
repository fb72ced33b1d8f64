"""From a document to a model: what is refused by more than one rule at once is told once."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import Field

from plugins.requirements.language.fields import AS_LIST, Hours, Id, Ids, Record, ShareField, Text
from plugins.requirements.problems import DataError
from plugins.requirements.reading.strict_yaml import parse
from plugins.requirements.reading.validation import MAX_PROBLEMS, validate


class Inner(Record):
    name: Text
    worth: Hours | ShareField | Literal["unlimited", "not-established"] | None = None


class Outer(Record):
    id: Id
    covers: Literal["everything"] | Ids = "everything"
    inner: Annotated[tuple[Inner, ...], Field(min_length=1), *AS_LIST]
    by_id: dict[Id, Inner] | None = None


def told(text: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        validate(parse(text.encode(), "f.yaml"), Outer)
    return [f"{item.line}:{item.column} {item.sentence}" for item in caught.value.problems]


def test_a_single_value_stands_for_a_list_and_loses_no_place() -> None:
    good = validate(parse(b"id: a\ncovers: b\ninner: {name: c, worth: 2}", "f.yaml"), Outer)
    assert (good.covers, good.inner[0].worth) == (("b",), 2)
    assert told("id: a\ninner: {name: c, wort: 2}") == [
        "2:18 inner.wort: unknown key 'wort'; did you mean 'worth'?"
    ]
    assert told("id: a\ninner:\n  - name: c\n    wort: 2") == [
        "4:5 inner[0].wort: unknown key 'wort'; did you mean 'worth'?"
    ]


def test_the_branches_of_a_union_are_one_problem() -> None:
    assert told("id: a\ninner: {name: c, worth: lots}") == [
        "2:25 inner.worth: 'lots' is not understood; write a number such as 2 or 1.5, or a "
        "percentage of an obligation, such as '20% of total', or one of: unlimited, "
        "not-established"
    ]
    assert told("id: a\ninner: {name: c, worth: unlimitd}") == [
        "2:25 inner.worth: 'unlimitd' is not understood; did you mean 'unlimited'?"
    ]
    assert told("id: a\ninner: {name: c, worth: -1}") == [
        "2:25 inner.worth: -1 is too small; write more than 0"
    ]


def test_of_a_list_only_the_wrong_item_is_told() -> None:
    assert told("id: a\ncovers: [b, C]\ninner: {name: c}") == [
        "2:13 covers[1]: 'C' is not of the right form; write an id: lower-case letters and "
        "digits, joined by hyphens"
    ]


def test_a_key_that_cannot_be_an_id_is_marked_itself() -> None:
    assert told("id: a\ninner: {name: c}\nby-id:\n  My Key: {name: d}") == [
        "4:3 by-id[\"My Key\"]: 'My Key' is not of the right form; write an id: lower-case "
        "letters and digits, joined by hyphens"
    ]


def test_python_s_spelling_of_a_key_is_unknown() -> None:
    assert told("id: a\ninner: {name: c}\nby_id: {}") == [
        "3:1 by_id: unknown key 'by_id'; did you mean 'by-id'?"
    ]


def test_all_problems_of_a_file_come_at_once_up_to_a_limit() -> None:
    assert len(told("ID: a\ncovers: C\ninner: {}")) == 3
    many = told("id: a\ninner: {name: c}\n" + "".join(f"x{n}: 1\n" for n in range(1000)))
    assert len(many) == MAX_PROBLEMS + 1
    assert many[-1].endswith("checking stopped after 100 problems; mend these first")
