"""Strict YAML: values, structure, syntax and characters that are refused, with line and column."""

from __future__ import annotations

import pytest

from plugins.requirements.reading.strict_yaml import (
    parse,
)
from tests.requirements.yaml_texts import data, places, refused


class TestScalarsRefused:
    @pytest.mark.parametrize(
        ("scalar", "message", "hint"),
        [
            (
                "1336.10",
                "lose its last zero",
                "quote it if it is a citation or a name ('1336.10'), or write 1336.1",
            ),
            ("2.0", "lose its last zero", "or write 2"),
            ("010", "octal", "quote it ('010')"),
            ("-09.5", "begins with a zero", "quote it ('-09.5')"),
            ("12:30", "base 60", "quote it: '12:30'"),
            ("190:20:30.15", "base 60", "quote it: '190:20:30.15'"),
            ("yes", "is true to some", "write true, or quote it: 'yes'"),
            ("NO", "is false to some", "write false, or quote it: 'NO'"),
            ("On", "is true to some", "write true, or quote it: 'On'"),
            ("off", "is false to some", "write false, or quote it: 'off'"),
            ("n", "is false to some", "write false, or quote it: 'n'"),
            ("True", "is true to some", "write true, or quote it: 'True'"),
            ("NULL", "is null to some", "write null, or quote it: 'NULL'"),
            ("~", "is null to some", "write null, or quote it: '~'"),
            ("", "no value", "leave the key out"),
            ("=", "meaning of its own", "quote it: '='"),
            ("<<", "merge keys", "write the keys out"),
            *[
                (number, "number to some YAML tools", f"quote it ('{number}')")
                for number in (
                    *("1_000", "+5", ".5", "5.", "1e3", "1.5E-7", "0x1F", "0o17", "0b11", "-0"),
                    *(".inf", "-.INF", ".NaN", "1234567890123456", "0.12345678901234567"),
                )
            ],
        ],
    )
    def test_what_other_tools_would_read_as_something_else(
        self, scalar: str, message: str, hint: str
    ) -> None:
        (problem,) = refused(f"b:\n  - a: {scalar}\n")
        assert (problem.line, problem.path) == (2, "b[0].a")
        # An empty value stands right after the colon.
        assert problem.column == (8 if scalar else 7)
        assert message in problem.message
        assert hint in problem.hint

    def test_a_long_number_is_cut_in_the_message(self) -> None:
        (problem,) = refused("a: " + "1" * 5000)
        assert len(problem.message) < 150

    def test_a_control_character_by_escape(self) -> None:
        (problem,) = refused('a: ["x", "\\a"]')
        assert (problem.line, problem.column, problem.path) == (1, 10, "a[1]")
        assert "U+0007" in problem.message

    def test_a_list_item_that_would_be_swallowed_by_the_text_above_it(self) -> None:
        (problem,) = refused("a:\n  - hours: 1\n  - one\n    - two\n  - three\n")
        assert (problem.line, problem.column, problem.path) == (3, 5, "a[1]")
        assert "line 4" in problem.message

    def test_a_dash_within_a_text_of_several_lines_is_text(self) -> None:
        assert data("a: one - two\n  three - four\n") == {"a": "one - two three - four"}


class TestStructureRefused:
    def test_all_problems_are_reported_at_once_in_their_order(self) -> None:
        assert places("a: 010\nb:\n  - {c: 1, c: 2}\n  - off\nd: &x 5\ne: *x\nf: !!str 1\n") == [
            (1, 4, "a"),
            (3, 12, "b[0].c"),
            (4, 5, "b[1]"),
            (5, 4, "d"),
            (6, 4, "e"),
            (7, 4, "f"),
        ]

    def test_a_duplicate_key_names_the_line_of_the_first(self) -> None:
        (problem,) = refused("a:\n  hours: 1\n  topic: x\n  'hours': 2\n")
        assert (problem.line, problem.column, problem.path) == (4, 3, "a.hours")
        assert problem.message == "this key is already on line 2"

    def test_the_value_of_a_duplicate_key_is_still_checked(self) -> None:
        assert places("a: 1\na:\n  - b: no\n") == [(2, 1, "a"), (3, 8, "a[0].b")]

    def test_the_same_key_in_different_mappings_is_no_duplicate(self) -> None:
        assert data("a: {a: {a: 1}}\nb: [{a: 1}, {a: 2}]\n") == {
            "a": {"a": {"a": 1}},
            "b": [{"a": 1}, {"a": 2}],
        }

    @pytest.mark.parametrize("key", ["1", "1.5", "true", "null", "yes", "2.0", "12:30", "~"])
    def test_a_key_that_is_no_text_is_to_be_quoted(self, key: str) -> None:
        (problem,) = refused(f"a:\n  {key}: x\n")
        assert (problem.line, problem.column) == (2, 3)
        assert problem.hint == f"quote it: '{key}'"
        assert data(f"a:\n  '{key}': x\n") == {"a": {key: "x"}}

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("? \n: x\n", [(1, 2, '[""]')]),
            ("? [a, off]\n: 1\nb: off\n", [(1, 3, ""), (1, 7, '["?"][1]'), (3, 4, "b")]),
            ("{a: 1}: 2\nb: off\n", [(1, 1, ""), (2, 4, "b")]),
            ("a: 1\n*a : 2\nb: off\n", [(2, 1, ""), (3, 4, "b")]),
        ],
    )
    def test_a_key_that_is_empty_a_collection_or_an_alias(
        self, text: str, expected: list[tuple[int, int, str]]
    ) -> None:
        assert places(text) == expected

    def test_an_empty_quoted_key_is_a_text_like_any_other(self) -> None:
        document = parse(b"'': {a: 1}\nb: 2\n", "f.yaml")
        assert document.data == {"": {"a": 1}, "b": 2}
        assert document.position(("", "a")) == (1, 9)

    def test_merge_keys(self) -> None:
        (problem,) = refused("a: 1\n<<: {b: 2}\n")
        assert (problem.line, problem.column) == (2, 1)
        assert "merge keys" in problem.message

    @pytest.mark.parametrize(
        ("text", "what"),
        [
            ("a: &x {b: 1}\n", "anchors"),
            ("a: &x [1]\n", "anchors"),
            ("a: !set {b: 1}\n", "tags"),
            ("a: !!python/object:os.system [x]\n", "tags"),
            ("a: ! x\n", "tags"),
            ("a: !!binary 'eA=='\n", "tags"),
            ("a: !undeclared!tag x\n", "tags"),
            ("a: *\n", "aliases"),
        ],
    )
    def test_anchors_tags_and_aliases(self, text: str, what: str) -> None:
        (problem,) = refused(text)
        assert (problem.line, problem.column) == (1, 4)
        assert what in problem.message

    @pytest.mark.parametrize("directive", ["%YAML 1.1", "%TAG ! tag:example.org,2000:"])
    def test_directives(self, directive: str) -> None:
        (problem,) = refused(f"{directive}\n---\na: 1\n")
        assert "directives" in problem.message

    @pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
    def test_an_empty_file(self, text: str) -> None:
        (problem,) = refused(text)
        assert (problem.line, problem.column, problem.message) == (1, 1, "the file is empty")

    @pytest.mark.parametrize(
        ("text", "what"),
        [("# x\n- a: 1\n", "a list"), ("\n50\n", "one value"), ("# x\n'text'\n", "one value")],
    )
    def test_no_mapping_at_the_top(self, text: str, what: str) -> None:
        (problem,) = refused(text)
        assert (problem.line, problem.column, problem.path) == (2, 1, "")
        assert problem.message == f"the top level of a file is a mapping, not {what}"

    def test_one_document_to_a_file(self) -> None:
        (problem,) = refused("a: 1\n---\nb: 2\n")
        assert (problem.line, problem.column) == (2, 1)
        assert "second document" in problem.message


class TestSyntax:
    @pytest.mark.parametrize(
        ("text", "line", "column", "message"),
        [
            ("a:\n  b: [1, 2\nc: 3\n", 2, 6, "this list is not closed"),
            ("a:\n  b: {c: 1\nd: 3\n", 2, 6, "this mapping is not closed"),
            ("a: 1\nb: 'it\nc: 3\n", 2, 4, "this quote is never closed"),
            ("a: Note: this\n", 1, 8, "a colon followed by a space"),
            ("a: [https:, b]\n", 1, 10, "a colon is not allowed here"),
            ("a: @home\n", 1, 4, "cannot begin with this character"),
            ("a: 1\nhours\nb: 2\n", 2, 1, "has no ':' after it"),
            ("a:\n  - b: 1\n   c: 2\n", 3, 4, "does not fit with the list above"),
            ("a:\n    b: 1\n  c: 2\n", 3, 3, "does not fit with the keys above"),
            ("a: [1,, 2]\n", 1, 7, "a value is missing"),
            ('a: "C:\\dir"\n', 1, 7, "not a known escape"),
            ("a: - b\n", 1, 4, "a list item ('- ') is not allowed"),
            ("a: >0\n  b\n", 1, 5, "cannot be read as YAML: found an indentation indicator"),
        ],
    )
    def test_libyaml_s_errors_in_plain_english(
        self, text: str, line: int, column: int, message: str
    ) -> None:
        (problem,) = refused(text)
        assert (problem.line, problem.column) == (line, column)
        assert message in problem.message
        assert problem.hint

    def test_what_was_found_before_the_syntax_error_is_reported_too(self) -> None:
        assert places("a: off\nb: 'x\n") == [(1, 4, "a"), (2, 4, "")]


class TestText:
    @pytest.mark.parametrize(
        ("raw", "line", "column", "message"),
        [
            ("é: 1\n\tb: 2\n".encode(), 2, 1, "a tab"),
            ("a: é\tx".encode(), 1, 5, "a tab"),
            (b"\xef\xbb\xbfa: 1\n", 1, 1, "a byte order mark"),
            ("a: 1\n".encode("utf-16"), 1, 1, "UTF-16"),
            ("a: 1\n".encode("utf-16-be"), 1, 1, "NUL"),
            ("a: 1\nb: é".encode() + b"\xe9\n", 2, 5, "0xE9 is not UTF-8"),
            (b"a: \xed\xa0\x80\n", 1, 4, "0xED is not UTF-8"),
            (b"a: 1\nb: x\x00y\n", 2, 5, "NUL"),
            (b"\x89PNG\r\n\x1a\n\x00\x00", 1, 1, "0x89 is not UTF-8"),
            (b"a: 1\r\nb: \x07\r\n", 2, 4, "U+0007"),
            (b"a: 1\rb: 2\r", 1, 5, "carriage return"),
            ("a: x\u2028y\n".encode(), 1, 5, "U+2028"),
            ("a: x\x85y\n".encode(), 1, 5, "U+0085"),
        ],
    )
    def test_what_is_no_plain_text(self, raw: bytes, line: int, column: int, message: str) -> None:
        (problem,) = refused(raw)
        assert (problem.line, problem.column, problem.path) == (line, column, "")
        assert message in problem.message
        assert problem.hint

    def test_each_line_with_a_tab_is_reported(self) -> None:
        assert places("a:\n\t- 1\nb: 2\n\t\t- 3\n") == [(2, 1, ""), (4, 1, "")]

    def test_right_to_left_marks_and_rare_letters_are_text(self) -> None:
        assert data("a: x\u202ey 𝒜\n") == {"a": "x\u202ey 𝒜"}
