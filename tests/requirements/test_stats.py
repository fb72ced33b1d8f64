"""`generate.py stats`: what it counts, and the promises that the numbers keep."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def run(*options: str) -> str:
    command = [sys.executable, ROOT / "generate.py", "stats", *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


@cache
def counts() -> dict[str, Any]:
    return json.loads(run("--json"))


def test_the_keys_that_others_rely_on_are_there() -> None:
    assert {
        *("licenses", "status", "confidence", "not_established", "obligations", "sources"),
        *(
            "aggregator_only",
            "second_hand_only",
            "conditions",
            "words_only",
            "words_only_share",
            "unusable_texts",
        ),
    } <= counts().keys()
    assert counts()["confidence"].keys() == {"high", "medium", "low"}
    assert counts()["conditions"].keys() == {"decidable", "words"}


def test_every_license_is_counted_once() -> None:
    assert counts()["licenses"] == 255
    assert sum(counts()["status"].values()) == sum(counts()["confidence"].values()) == 255
    assert counts()["not_established"] == counts()["status"]["not-established"]


def test_kinds_add_up_to_all() -> None:
    for key in ("obligations", "sources", "unusable_texts"):
        kinds = dict(counts()[key])
        assert kinds.pop("all") == sum(kinds.values()), key


def test_at_most_three_in_a_hundred_obligations_rest_on_words_only() -> None:
    assert counts()["words_only"] / counts()["obligations"]["all"] <= 0.03
    assert counts()["words_only_share"] <= 0.03


def test_verbose_lists_the_texts_behind_the_number() -> None:
    texts = json.loads(run("--json", "--verbose"))["texts"]
    assert len(texts) == counts()["unusable_texts"]["all"]
    assert all(text["licenses"] and text["text"] for text in texts)


def test_people_get_aligned_text() -> None:
    lines = run().splitlines()
    assert f"{counts()['licenses']} licenses, by status" in lines
    assert any(line.split() == ["high", str(counts()["confidence"]["high"])] for line in lines)
