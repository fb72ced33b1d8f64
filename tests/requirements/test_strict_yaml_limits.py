"""Strict YAML: limits of size, depth and time, and reading from files."""

from __future__ import annotations

import os
import time
import tracemalloc
from pathlib import Path

import pytest

from plugins.requirements.problems import DataError
from plugins.requirements.reading.strict_yaml import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_NODES,
    parse,
    read,
)
from tests.requirements.yaml_texts import places, refused


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
