"""The worked examples of the law, on the engine as shipped: bundled into one classic script."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from generate import app
from plugins.building.bundles import bundle
from plugins.calculator.cases import Filed, job_of, read_cases
from plugins.calculator.compile import compile_all
from plugins.calculator.terminal import RUNNER, differences_of, run_cases, run_engine
from plugins.requirements.atlas import Atlas
from plugins.requirements.language.fields import PROFESSIONS

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests/cases"
TEXAS = CASES / "texas.yaml"


@pytest.fixture(scope="module")
def cases(atlas: Atlas) -> list[Filed]:
    return read_cases([CASES], atlas, ROOT)


@pytest.fixture(scope="module")
def outcomes(cases: list[Filed], atlas: Atlas) -> list[dict[str, Any]]:
    return run_cases(cases, atlas)


def test_every_case_is_as_the_law_has_it(
    cases: list[Filed], outcomes: list[dict[str, Any]]
) -> None:
    wrong = [
        f"{filed.file}:{filed.line}: {filed.case.name}\n    " + "\n    ".join(lines)
        for filed, outcome in zip(cases, outcomes, strict=True)
        if (lines := differences_of(filed, outcome))
    ]
    assert not wrong, "\n" + "\n".join(wrong)


def test_the_bundled_engine_gives_the_same_reports(
    cases: list[Filed], outcomes: list[dict[str, Any]], atlas: Atlas, tmp_path: Path
) -> None:
    script = tmp_path / "run.js"
    script.write_text(bundle(RUNNER), encoding="utf-8")
    jobs = [job_of(filed.case, atlas) for filed in cases]
    licenses = compile_all(atlas)
    assert run_engine({"licenses": licenses, "jobs": jobs}, script) == outcomes


def test_there_are_cases_for_every_profession_and_each_has_a_name_of_its_own(
    cases: list[Filed],
) -> None:
    names = Counter(filed.case.name for filed in cases)
    assert [name for name, count in names.items() if count > 1] == []
    counted = Counter(
        license_.rpartition("-")[2] for filed in cases for license_ in filed.case.renewals
    )
    assert len(cases) >= 150
    assert {name: counted[name] for name in PROFESSIONS if counted[name] < 20} == {}


def test_evaluate_explains_a_file_of_cases_with_the_law() -> None:
    ran = CliRunner().invoke(app, ["evaluate", str(TEXAS)])
    assert ran.exit_code == 0, ran.output
    assert "opioids: short 2 by 2026-05-01" in ran.output
    assert "156.055" in ran.output


def test_evaluate_fails_if_a_case_is_not_as_expected(tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(
        "cases:\n"
        "  - name: A Texas physician without credit owes nothing\n"
        "    license: tx-md\n"
        "    practitioner: {licensed: 2010-05-01}\n"
        "    renewal: 2027-05-01\n"
        "    expect: {total: met}\n"
        "    because: nothing\n",
        encoding="utf-8",
    )
    ran = CliRunner().invoke(app, ["evaluate", str(file)])
    assert ran.exit_code == 1
    assert "expected 'met', but it is 'short 48 by 2027-05-01'" in ran.output.replace("\n", " ")


def test_evaluate_says_where_a_case_uses_a_word_that_does_not_exist(tmp_path: Path) -> None:
    file = tmp_path / "unknown.yaml"
    file.write_text(
        "cases:\n"
        "  - name: A question that nobody asks\n"
        "    license: tx-md\n"
        "    practitioner: {direct-patient-car: true}\n"
        "    renewal: 2027-05-01\n"
        "    expect: {total: nearly}\n"
        "    because: nothing\n",
        encoding="utf-8",
    )
    ran = CliRunner().invoke(app, ["evaluate", str(file)])
    assert ran.exit_code == 2
    said = ran.output.replace("\n", " ")
    assert "did you mean 'direct-patient-care'?" in said
    assert "'nearly' is not a verdict" in said
