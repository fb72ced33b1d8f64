"""Strict YAML: what it reads, where things stand, and properties that hold for any text."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.requirements.problems import DataError, Problem
from plugins.requirements.reading.strict_yaml import (
    Document,
    parse,
)
from tests.requirements.yaml_texts import LICENSE, data


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
