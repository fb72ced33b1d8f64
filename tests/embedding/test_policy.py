"""A hospital's own policy: checked like our data; and the command that packs it."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import fastjsonschema
import pytest
import typer

from plugins.calculator.embed.command import (
    NothingToPackError,
    licenses_named,
    pack_command,
    pack_of,
)
from plugins.calculator.embed.policies import compile_policy
from plugins.requirements.atlas import Atlas
from plugins.requirements.policy import load_policy
from plugins.requirements.problems import DataError, as_text
from plugins.requirements.reading.strict_yaml import read
from tests.conftest import ROOT

EXAMPLE = ROOT / "docs" / "examples" / "hospital-policy.yaml"


def test_the_example_binds_all_staff_and_asks_for_what_it_says(atlas: Atlas) -> None:
    record = compile_policy(load_policy(EXAMPLE, atlas), atlas.vocabulary)
    assert record["id"] == "policy-mercy-general-hospital"
    assert record["professions"] == ["md", "do", "pa", "np", "rn"]
    assert record["policy"] is True
    sentences = [duty["words"]["sentence"] for duty in record["requires"]]
    assert sentences == [
        "10 hours of continuing education",
        "2 hours on infection control, every year",
        "a Basic Life Support course with a skills test, every 2 years",
    ]


def test_editors_know_the_language_of_a_policy() -> None:
    schema = json.loads((ROOT / "requirements_data/schema/policy.json").read_text("utf-8"))
    valid = fastjsonschema.compile(schema, use_default=False)
    example = read(EXAMPLE, ROOT).data
    valid(example)
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        valid({key: value for key, value in example.items() if key != "name"})


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        ("topic: infection-control,", "topic: infectoin-control,", "13:36: requires[1].topic"),
        ("hours: 10,", "hours: ten,", "12:24: requires[0].hours"),
        ("name: Mercy General Hospital", "nmae: Mercy", "5:1: nmae"),
        ("name: Mercy General Hospital", "name: '***'", "5:7: name: a name needs a letter"),
        ("within: total,", "within: totl,", "13:73: requires[1].within: no obligation"),
        ("source: life-support", "source: lifesupport", "20:13: requires[2].source"),
        ("ends: December 31", "ends: with rn license", "9:9: renewal.ends: a policy cannot"),
        ("course: a Basic", "license: rn # ", "16:14: requires[2].license: a policy cannot"),
        ("every: 2 years", "every: 2 years\n    every: 3 years", "19:5: requires[2].every"),
    ],
)
def test_a_mistake_is_told_with_its_place(
    atlas: Atlas, tmp_path: Path, right: str, wrong: str, problem: str
) -> None:
    file = tmp_path / "hospital.yaml"
    text = EXAMPLE.read_text("utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(DataError) as raised:
        load_policy(file, atlas)
    assert f"hospital.yaml:{problem}" in as_text(raised.value.problems)


def test_the_command_names_every_mistake(tmp_path: Path) -> None:
    options = ["--licenses", "ca-md,tx-xp,calif", "--output", str(tmp_path / "a.html")]
    ran = subprocess.run(
        [sys.executable, str(ROOT / "generate.py"), "pack", *options],
        capture_output=True,
        text=True,
        env=os.environ | {"NO_COLOR": "1"},
    )
    assert ran.returncode == 1
    assert "'tx-xp' is no license; did you mean" in ran.stderr
    assert "'calif' is no license; write ca-md, or ca for all of California" in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_state_stands_for_its_licenses_and_nothing_is_doubled(atlas: Atlas) -> None:
    named = [item.id for item in licenses_named("ca-rn, ca", atlas)]
    assert named == ["ca-rn", "ca-md", "ca-do", "ca-pa", "ca-np"]
    assert [item.id for item in licenses_named("us-dea us-dea", atlas)] == ["dea"]
    with pytest.raises(NothingToPackError, match="at least one"):
        licenses_named(" , ", atlas)


def test_a_pack_brings_the_licenses_that_its_rules_point_to(atlas: Atlas) -> None:
    pack = pack_of(licenses_named("nd-np", atlas), atlas)
    assert [record["id"] for record in pack.linked] == ["nd-rn"]


def test_the_same_pack_has_the_same_bytes_and_names_no_machine(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        pack_command("ca-md", EXAMPLE, tmp_path / name / "a.html")
    for name in ("a.html", "a.zip"):
        first, second = ((tmp_path / folder / name).read_bytes() for folder in ("one", "two"))
        assert first == second
        assert str(ROOT).encode() not in first
    with zipfile.ZipFile(tmp_path / "one" / "a.zip") as archive:
        assert "cme-calculator/policy.js" in archive.namelist()
        assert b"{{" not in archive.read("README.txt") + archive.read("index.html")


def test_a_policy_alone_becomes_one_small_script(tmp_path: Path) -> None:
    pack_command("", EXAMPLE, tmp_path / "policy.js")
    assert [file.name for file in tmp_path.iterdir()] == ["policy.js"]
    pack_command("ca-md", EXAMPLE, tmp_path / "a.html")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        packed = archive.read("cme-calculator/policy.js")
    assert (tmp_path / "policy.js").read_bytes() == packed
    assert len(packed) < 4096
    with pytest.raises(typer.Exit):
        pack_command("", None, tmp_path / "nothing.js")
