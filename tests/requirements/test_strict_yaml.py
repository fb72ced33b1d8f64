"""Strict YAML: what it reads, where things stand, and what it refuses, with line and column."""

from __future__ import annotations

import os
import time
import tracemalloc
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.requirements.problems import DataError, Problem
from plugins.requirements.reading.strict_yaml import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_NODES,
    Document,
    parse,
    read,
)

LICENSE = """\
# A comment of two bytes a letter: éé
professions: [md, do]
renewal: {every: 24 months, "ends": birth-month-end}

requires:
  - id: total
    hours: 50
  - topic: "pain"
    share: 12.5
    once: true
notes: >
  Over two
  lines.
é: {ü: x}
"""


def refused(text: str | bytes) -> tuple[Problem, ...]:
    """Parse a text that must be refused, and return its problems."""
    with pytest.raises(DataError) as caught:
        parse(text.encode() if isinstance(text, str) else text, "ca/md.yaml")
    assert all(problem.file == "ca/md.yaml" for problem in caught.value.problems)
    return caught.value.problems


def places(text: str | bytes) -> list[tuple[int, int, str]]:
    """Return line, column and record path of each problem."""
    return [(problem.line, problem.column, problem.path) for problem in refused(text)]


def data(text: str) -> object:
    return parse(text.encode(), "f.yaml").data


@pytest.fixture
def document() -> Document:
    return parse(LICENSE.encode(), "ca/md.yaml")


class TestData:
    def test_block_and_flow_style_give_plain_data(self, document: Document) -> None:
        assert document.data == {
            "professions": ["md", "do"],
            "renewal": {"every": "24 months", "ends": "birth-month-end"},
            "requires": [
                {"id": "total", "hours": 50},
                {"topic": "pain", "share": 12.5, "once": True},
            ],
            "notes": "Over two lines.\n",
            "é": {"ü": "x"},
        }

    @pytest.mark.parametrize(
        ("scalar", "value"),
        [
            ("null", None),
            ("true", True),
            ("false", False),
            ("0", 0),
            ("50", 50),
            ("-7", -7),
            ("999999999999999", 999_999_999_999_999),
            ("0.5", 0.5),
            ("-12.25", -12.25),
            ("2026-11-23", "2026-11-23"),
            ("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z"),
            ("16 CCR § 1336", "16 CCR § 1336"),
            ("1336.10.2", "1336.10.2"),
            ("12-30", "12-30"),
            ("20% of total", "20% of total"),
            ("'010'", "010"),
            ('"yes"', "yes"),
            ("''", ""),
            ("none", "none"),
            ("or", "or"),
            ("a - b", "a - b"),
            ('"a\\tb\\n\\u00e9"', "a\tb\né"),
        ],
    )
    def test_scalar(self, scalar: str, value: object) -> None:
        found = parse(f"a: {scalar}\n".encode(), "f.yaml").data["a"]
        assert found == value
        assert type(found) is type(value)

    def test_windows_line_ends_change_nothing(self, document: Document) -> None:
        windows = parse(LICENSE.replace("\n", "\r\n").encode(), "ca/md.yaml")
        assert windows.data == document.data
        path = ("requires", 1, "share")
        assert windows.position(path) == document.position(path) == (9, 12)

    def test_a_document_start_is_allowed(self) -> None:
        assert data("---\na: 1\n") == {"a": 1}


class TestPositions:
    @pytest.mark.parametrize(
        ("path", "value", "key"),
        [
            ((), (2, 1), (2, 1)),
            (("professions",), (2, 14), (2, 1)),
            (("professions", 1), (2, 19), (2, 19)),
            (("renewal", "ends"), (3, 37), (3, 29)),
            (("requires",), (6, 3), (5, 1)),
            (("requires", 1), (8, 5), (8, 5)),
            (("requires", 1, "share"), (9, 12), (9, 5)),
            (("notes",), (11, 8), (11, 1)),
            (("é", "ü"), (14, 8), (14, 5)),
        ],
    )
    def test_value_and_key(
        self,
        document: Document,
        path: tuple[str | int, ...],
        value: tuple[int, int],
        key: tuple[int, int],
    ) -> None:
        assert document.position(path) == value
        assert document.key_position(path) == key

    @pytest.mark.parametrize(
        ("path", "ancestor"),
        [
            (("sources",), ()),
            (("requires", 7, "hours"), ("requires",)),
            (("requires", 0, "topic", "x"), ("requires", 0)),
            (("professions", "md"), ("professions",)),
            (("requires", 0, "hours", 0), ("requires", 0, "hours")),
        ],
    )
    def test_a_path_that_is_not_there_means_its_nearest_ancestor(
        self,
        document: Document,
        path: tuple[str | int, ...],
        ancestor: tuple[str | int, ...],
    ) -> None:
        assert document.position(path) == document.position(ancestor)
        assert document.key_position(path) == document.key_position(ancestor)

    def test_a_problem_knows_its_place(self, document: Document) -> None:
        path = ("requires", 1, "share")
        assert document.problem(path, "too large", "at most 1") == Problem(
            "ca/md.yaml", 9, 12, "requires[1].share", "too large", "at most 1"
        )
        assert document.problem(path, "unknown", at_key=True).column == 5


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


def bomb() -> bytes:
    lines = [b"a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [
        b"a%d: &a%d [%s]" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 9000)
    ]
    return b"\n".join(lines)[:MAX_BYTES]


class TestLimits:
    def test_nesting_up_to_the_limit_is_read(self) -> None:
        inner = MAX_DEPTH - 1
        parse(b"a: " + b"[" * inner + b"]" * inner, "f.yaml")
        assert places(b"a: " + b"[" * MAX_DEPTH + b"]" * MAX_DEPTH) == [
            (1, 3 + MAX_DEPTH, "a" + "[0]" * (MAX_DEPTH - 1))
        ]

    def test_nodes_up_to_the_limit_are_read(self) -> None:
        # The top, the key and the list are nodes too.
        most = MAX_NODES - 3
        parse(b"a: [" + b"1," * most + b"]", "f.yaml")
        (problem,) = refused(b"a: [" + b"1," * (most + 1) + b"]")
        assert (problem.line, problem.column) == (1, 5 + 2 * most)
        assert "more than 100,000 values" in problem.message

    def test_bytes_up_to_the_limit_are_read(self) -> None:
        parse(b"a: 1\n#".ljust(MAX_BYTES, b"x"), "f.yaml")
        (problem,) = refused(b"a: 1\n#".ljust(MAX_BYTES + 1, b"x"))
        assert "at most 524,288" in problem.message

    def test_the_number_of_problems_is_bounded(self) -> None:
        for text in ("a:\n" + "- off\n" * 5000, "\t\n" * 5000):
            problems = refused(text)
            assert len(problems) == 101
            assert problems[-1].message == "reading stopped after 100 problems"

    @pytest.mark.parametrize(
        "raw",
        [
            pytest.param(b"[" * 10_000_000, id="10 MB of lists"),
            pytest.param(b"[" * MAX_BYTES, id="lists"),
            pytest.param((b"{a: " * MAX_BYTES)[:MAX_BYTES], id="flow mappings"),
            pytest.param((b"- " * MAX_BYTES)[:MAX_BYTES], id="block lists"),
            pytest.param((b"? " * MAX_BYTES)[:MAX_BYTES], id="keys in keys"),
            pytest.param(b"".join(b" " * n + b"a:\n" for n in range(1000)), id="block mappings"),
            pytest.param(bomb(), id="alias bomb"),
            pytest.param(b"\t" * MAX_BYTES, id="tabs"),
            pytest.param(b"\x00" * MAX_BYTES, id="zeros"),
            pytest.param(b"a: off\n" * 70_000, id="one key many times"),
            pytest.param(b"a: [" + b"1," * 260_000 + b"]", id="many values"),
            pytest.param(b"a: " + b"1" * 500_000, id="long number"),
        ],
    )
    def test_hostile_input_is_refused_in_bounded_time_and_memory(self, raw: bytes) -> None:
        started = time.process_time()
        refused(raw)
        # Tens of milliseconds in truth; the margin is for slow machines.
        assert time.process_time() - started < 3
        tracemalloc.start()
        refused(raw)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 64 * 1024 * 1024

    @pytest.mark.parametrize(
        "raw",
        [
            pytest.param((b"- a - b\n  c - d\n" * 30_000), id="dashes in texts of two lines"),
            pytest.param(b"- " + b"a - b\n  " * 60_000, id="dashes in a text of many lines"),
            pytest.param(b"- " + b"1" * 240_000 + b"_" * 240_000 + b"x", id="almost a number"),
        ],
    )
    def test_odd_but_valid_input_is_read_in_bounded_time(self, raw: bytes) -> None:
        started = time.process_time()
        parse(b"a:\n" + raw, "f.yaml")
        assert time.process_time() - started < 3


class TestRead:
    def test_messages_name_the_file_relative_to_the_root(self, tmp_path: Path) -> None:
        folder = tmp_path / "jurisdictions" / "california"
        folder.mkdir(parents=True)
        (folder / "md.yaml").write_text("a: 1\n")
        assert read(folder / "md.yaml", tmp_path).file == "jurisdictions/california/md.yaml"
        assert read(folder / "md.yaml", tmp_path / "x").file == (folder / "md.yaml").as_posix()

    def test_a_file_that_is_too_large_is_not_read(self, tmp_path: Path) -> None:
        with (tmp_path / "big.yaml").open("wb") as big:
            big.truncate(10 * 1024**3)
        with pytest.raises(DataError, match=r"^big\.yaml:1:1: the file has 10,737,418,240 bytes"):
            read(tmp_path / "big.yaml", tmp_path)

    def test_a_missing_file_a_folder_and_a_pipe(self, tmp_path: Path) -> None:
        with pytest.raises(DataError, match=r"^no\.yaml:1:1: .*cannot be read: No such file"):
            read(tmp_path / "no.yaml", tmp_path)
        (tmp_path / "folder.yaml").mkdir()
        with pytest.raises(DataError, match=r"^folder\.yaml:1:1: this is not a regular file"):
            read(tmp_path / "folder.yaml", tmp_path)
        os.mkfifo(tmp_path / "pipe.yaml")
        with pytest.raises(DataError, match=r"^pipe\.yaml:1:1: this is not a regular file"):
            read(tmp_path / "pipe.yaml", tmp_path)

    def test_a_file_name_that_is_not_utf_8_can_be_shown(self, tmp_path: Path) -> None:
        path = tmp_path / os.fsdecode(b"\xff.yaml")
        try:
            path.write_text("")
        except OSError:
            pytest.skip("this file system has UTF-8 names only")
        with pytest.raises(DataError) as caught:
            read(path, tmp_path)
        assert str(caught.value).encode().startswith("\ufffd.yaml:1:1: the file is empty".encode())


FRAGMENTS = [
    *(b"a", b"b: ", b": ", b"- ", b"? ", b"\n", b"\n  ", b"[", b"]", b"{", b"}", b", ", b"'", b'"'),
    *(b"&x ", b"*x", b"!t ", b"!!str ", b"#", b"|\n", b">-\n", b"---\n", b"...\n", b"%YAML 1.1\n"),
    *(b"<<: ", b"010", b"yes", b"1.0", b"~", b"\\", b"\t", b"\r\n", b"\r", b"\x00", b"\xc3\xa9"),
    *(b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"@", b"`"),
]
SHOWABLE = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), exclude_characters="\ufeff")
    | st.sampled_from("\n\t")
)
PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**15) + 1, 10**15 - 1)
    | st.integers(-(10**6), 10**6).map(lambda n: n / 8).filter(lambda x: x != int(x))
    | SHOWABLE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SHOWABLE, inner, max_size=4),
    max_leaves=25,
)


class QuotingDumper(yaml.SafeDumper):
    """Writes every text in quotes and every value out."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


QuotingDumper.add_representer(str, _quoted)


class TestProperties:
    @given(st.binary(max_size=200) | st.lists(st.sampled_from(FRAGMENTS)).map(b"".join))
    def test_any_bytes_are_read_or_refused_with_a_place_in_the_file(self, raw: bytes) -> None:
        try:
            document = parse(raw, "f.yaml")
        except DataError as error:
            lines = raw.replace(b"\r\n", b"\n").split(b"\n")
            assert error.problems
            for problem in error.problems:
                # The end of the text is the beginning of one more line to libyaml.
                assert 1 <= problem.line <= len(lines) + 1
                assert problem.column >= 1
        else:
            assert isinstance(document.data, dict)

    @given(st.dictionaries(SHOWABLE, PLAIN), st.booleans())
    def test_what_another_tool_writes_is_read_as_it_was(
        self, value: dict[str, object], flow: bool
    ) -> None:
        text = yaml.dump(
            value,
            Dumper=QuotingDumper,
            default_flow_style=flow,
            allow_unicode=False,
            encoding="utf-8",
        )
        assert parse(text, "f.yaml").data == value

    @given(st.dictionaries(SHOWABLE, PLAIN, min_size=1))
    def test_positions_agree_with_the_nodes_of_another_parser(
        self, value: dict[str, object]
    ) -> None:
        text = yaml.dump(value, Dumper=QuotingDumper, encoding="utf-8")
        document = parse(text, "f.yaml")
        # Not libyaml, so that the comparison means something.
        top = yaml.compose(text, Loader=yaml.SafeLoader)
        assert top is not None
        todo: list[tuple[tuple[str | int, ...], yaml.Node]] = [((), top)]
        while todo:
            path, node = todo.pop()
            mark = node.start_mark
            assert document.position(path) == (mark.line + 1, mark.column + 1)
            if isinstance(node, yaml.MappingNode):
                for key, child in node.value:
                    place = (key.start_mark.line + 1, key.start_mark.column + 1)
                    assert document.key_position((*path, key.value)) == place
                    todo.append(((*path, key.value), child))
            elif isinstance(node, yaml.SequenceNode):
                todo += [((*path, index), child) for index, child in enumerate(node.value)]
