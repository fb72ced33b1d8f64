"""Problems: their order, their three forms, record paths and the nearest valid word."""

from __future__ import annotations

import json

import pytest

from plugins.requirements.problems import (
    DataError,
    Problem,
    as_github,
    as_json,
    as_text,
    did_you_mean,
    nearest,
    record_path,
)

HOURS = Problem("ca/md.yaml", 12, 5, "requires[2].hours", "must be a number", "write 50")
WHOLE = Problem("ca/md.yaml", 1, 1, "", "the file is empty")
TOPICS = ["opioid-prescribing", "pain-management", "cultural-competency", "ethics"]


def test_text_names_file_line_column_path_message_and_hint() -> None:
    assert as_text([HOURS]) == ("ca/md.yaml:12:5: requires[2].hours: must be a number; write 50")


def test_text_leaves_out_an_empty_path_and_an_empty_hint() -> None:
    assert as_text([WHOLE]) == "ca/md.yaml:1:1: the file is empty"


def test_problems_sort_by_file_then_line_then_column_as_numbers() -> None:
    places = [("b.yaml", 1, 1), ("a.yaml", 10, 2), ("a.yaml", 9, 30), ("a.yaml", 10, 1)]
    text = as_text(Problem(*place, "", "x") for place in places)
    assert [line.rsplit(":", 1)[0] for line in text.splitlines()] == [
        "a.yaml:9:30",
        "a.yaml:10:1",
        "a.yaml:10:2",
        "b.yaml:1:1",
    ]


def test_text_keeps_each_problem_on_one_line_whatever_is_in_it() -> None:
    odd = Problem("a\nb.yaml", 1, 1, "", "found 'x\r\ny'", "\x1b[31m\u2028")
    assert as_text([odd]).splitlines() == ["a\\nb.yaml:1:1: found 'x\\r\\ny'; \\x1b[31m\\u2028"]


def test_github_annotation_points_at_the_line() -> None:
    assert as_github([HOURS]) == (
        "::error file=ca/md.yaml,line=12,col=5::requires[2].hours: must be a number; write 50"
    )


def test_github_annotation_cannot_be_broken_out_of() -> None:
    odd = Problem("50%,a:b\n.yaml", 1, 2, "", "100% wrong\r\n::error::forged")
    assert as_github([odd]) == (
        "::error file=50%25%2Ca%3Ab%0A.yaml,line=1,col=2::100%25 wrong%0D%0A::error::forged"
    )


def test_json_is_a_sorted_list_of_objects() -> None:
    assert json.loads(as_json([HOURS, WHOLE])) == [
        {
            "file": "ca/md.yaml",
            "line": 1,
            "column": 1,
            "path": "",
            "message": "the file is empty",
            "hint": "",
        },
        {
            "file": "ca/md.yaml",
            "line": 12,
            "column": 5,
            "path": "requires[2].hours",
            "message": "must be a number",
            "hint": "write 50",
        },
    ]


def test_no_problems_are_no_lines_and_an_empty_list() -> None:
    assert as_text([]) == ""
    assert as_github([]) == ""
    assert json.loads(as_json([])) == []


def test_data_error_sorts_its_problems_and_says_each_once() -> None:
    error = DataError([HOURS, WHOLE, HOURS])
    assert error.problems == (WHOLE, HOURS)
    assert str(error) == as_text([WHOLE, HOURS])


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ((), ""),
        (("requires", 2, "hours"), "requires[2].hours"),
        ((0, "a"), "[0].a"),
        (("sources", "bpc-2190-5", "url"), "sources.bpc-2190-5.url"),
        (("sources", "a.b", "url"), 'sources["a.b"].url'),
        (("sources", "2"), 'sources["2"]'),
        (("a", 'say "x"\n'), 'a["say \\"x\\"\\n"]'),
    ],
)
def test_record_path(parts: tuple[str | int, ...], path: str) -> None:
    assert record_path(parts) == path


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("opioid-perscribing", "opioid-prescribing"),
        ("Opioid_Prescribing", "opioid-prescribing"),
        ("ethic", "ethics"),
        ("radiation", None),
        ("", None),
    ],
)
def test_nearest(word: str, expected: str | None) -> None:
    assert nearest(word, TOPICS) == expected


def test_nearest_does_not_depend_on_the_order_of_the_words() -> None:
    assert nearest("cat", ["bat", "rat", "hat"]) == nearest("cat", ["hat", "rat", "bat"])


def test_hint_is_the_nearest_word() -> None:
    assert did_you_mean("opiod-prescribing", TOPICS) == "did you mean 'opioid-prescribing'?"


def test_hint_is_the_whole_list_in_its_order_when_it_is_short_and_nothing_is_near() -> None:
    assert did_you_mean("zzz", ["md", "do", "pa"]) == "one of: md, do, pa"
    assert did_you_mean("zzz", [f"word-{n}" for n in range(12)]).startswith("one of: word-0, ")


def test_no_hint_when_nothing_is_near_and_the_list_is_long_or_empty() -> None:
    assert did_you_mean("zzz", [f"word-{n}" for n in range(13)]) == ""
    assert did_you_mean("zzz", []) == ""
