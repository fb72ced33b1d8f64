"""`generate.py check`, run as people run it: every broken file gets the messages it should.

Each file of broken/ tells in its first lines what is wrong with it and what the command says of
that, as `# line:column: message`. Where a file cannot hold comments, they stand beside it in a file
that ends in .expected; what is wrong with a whole data folder stands in its expected.txt.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BROKEN = ROOT / "tests" / "requirements" / "broken"
SINGLE = sorted(BROKEN.glob("*.yaml"))
FOLDERS = sorted(path for path in BROKEN.iterdir() if path.is_dir())
EXPECTED = re.compile(r"# (\d+:\d+: .+)")


def check(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "generate.py", "check", *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in result.stderr
    assert result.returncode == (1 if result.stdout else 0)
    return result


@cache
def reported() -> dict[str, list[str]]:
    """What the command says of all of broken/, by file."""
    by_file = defaultdict(list)
    for line in check(BROKEN).stdout.splitlines():
        file, _, message = line.partition(":")
        by_file[file].append(message)
    return by_file


@pytest.mark.parametrize("path", SINGLE, ids=lambda path: path.stem)
def test_a_broken_file_gets_its_message_at_its_line_and_column(path: Path) -> None:
    beside = path.with_suffix(".expected")
    text = (beside if beside.exists() else path).read_text(encoding="utf-8", errors="replace")
    expected = [match[1] for line in text.splitlines() if (match := EXPECTED.fullmatch(line))]
    assert expected
    assert reported()[path.relative_to(ROOT).as_posix()] == expected


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_broken_data_folder_gets_its_messages(folder: Path) -> None:
    expected = (folder / "expected.txt").read_text(encoding="utf-8")
    assert check(folder).stdout == expected
    files = {line.partition(":")[0] for line in expected.splitlines()}
    assert expected.splitlines() == [
        f"{file}:{message}" for file in sorted(files) for message in reported()[file]
    ]


def test_there_are_many_broken_files_and_none_is_passed_over() -> None:
    assert len(SINGLE) >= 40
    inside = {file for file in reported() if Path(file).parent != BROKEN.relative_to(ROOT)}
    assert reported().keys() - inside == {path.relative_to(ROOT).as_posix() for path in SINGLE}


def test_no_message_speaks_the_language_of_a_library() -> None:
    jargon = re.compile(
        r"Input should|\b(?:dict|tuple|str|float|int|None|True|False|pydantic|[a-z]+_type)\b"
    )
    everything = "\n".join(line for lines in reported().values() for line in lines)
    assert jargon.findall(everything) == []


def test_all_data_is_right() -> None:
    result = check()
    assert result.stdout == ""
    assert re.fullmatch(r"\d+ files checked, no problem found\.\n", result.stderr)


def test_a_single_file_of_the_data_is_checked_against_all_of_it() -> None:
    one = check(BROKEN / "data-folder" / "jurisdictions" / "beta" / "md.yaml")
    assert "two files claim the license beta md" in one.stdout
    assert one.stderr == "1 file checked: 1 problem in 1 of them.\n"
    good = check(ROOT / "requirements_data/jurisdictions/california")
    assert good.stderr.endswith("checked, no problem found.\n")


def test_problems_come_as_annotations_or_as_json_too() -> None:
    file = BROKEN / "unknown-key.yaml"
    name = file.relative_to(ROOT).as_posix()
    assert check(file, "--format", "github").stdout == (
        f"::error file={name},line=8,col=17::"
        "requires[0].hour: unknown key 'hour'; did you mean 'hours'?\n"
    )
    assert json.loads(check(file, "--format", "json").stdout) == [
        {
            "file": name,
            "line": 8,
            "column": 17,
            "path": "requires[0].hour",
            "message": "unknown key 'hour'",
            "hint": "did you mean 'hours'?",
        }
    ]


def test_a_path_that_is_not_there_or_holds_no_data_is_said_so(tmp_path: Path) -> None:
    assert "there is no such file or folder" in check(tmp_path / "nowhere").stdout
    assert "there is no YAML file in this folder" in check(tmp_path).stdout
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    assert check(tmp_path / "loop.yaml").stdout


def test_a_word_that_nothing_uses_is_idle_once_every_file_can_be_read(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(BROKEN / "data-folder", tmp_path / "data"))
    file = folder / "jurisdictions" / "eta" / "md-do-pa-np-rn.yaml"
    file.write_text(file.read_text("utf-8").replace("hgih", "high"), "utf-8")
    assert "nutrition: no requirement uses 'nutrition'; remove it" in check(folder).stdout


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ten-megabytes-of-nesting", b"[" * 10_000_000),
        ("nesting-within-the-limit", b"a: " + b"[" * 500_000),
        ("many-unknown-keys", b"".join(b"key-%d: 1\n" % n for n in range(30_000))),
        (
            "many-unknown-words",
            b"professions: [md]\nverified: 2026-11-23\nconfidence: high\nsources: {}\n"
            b"renewal: {every: 24 months, ends: birthday}\nrequires:\n"
            + b"".join(b"  - {id: d%d, hours: 2, topic: w%d}\n" % (n, n) for n in range(12_000)),
        ),
        ("one-long-word", b"professions: [" + b"x" * 500_000 + b"]\n"),
        ("a-long-number", b"renewal: {every: " + b"9" * 400_000 + b" months}\n"),
    ],
)
def test_hostile_files_are_refused_in_bounded_time(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_bytes(content)
    started = time.monotonic()
    result = check(path)
    assert time.monotonic() - started < 20
    assert 0 < len(result.stdout.splitlines()) < 500
    assert max(map(len, result.stdout.splitlines())) < 1000
