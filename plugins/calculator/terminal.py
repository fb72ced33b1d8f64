"""`generate.py evaluate`: worked examples on the engine, from the terminal.

In: case files. Out: for each case the verdict on every duty with its reasons and the law, and
whether all is as the case expects. The engine is the same as in the browser, run by Deno.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typer
from deno import find_deno_bin
from rich.console import Console
from rich.markup import escape

from plugins.requirements.atlas import Atlas
from plugins.requirements.loading import load_leniently
from plugins.requirements.problems import DataError, as_text

from .cases import Filed, differences, is_as_expected, job_of, read_cases, words_of
from .compile import compile_license

ROOT = Path(__file__).resolve().parents[2]
RUNNER = Path(__file__).with_name("run.ts")


def evaluate_command(paths: list[Path], *, as_json: bool) -> None:
    """Run cases and explain them; leaves with 1 if one is not as expected, 2 if none can run."""
    console = Console(highlight=False)
    atlas, _ = load_leniently(ROOT / "requirements_data")
    if atlas is None:
        raise typer.Exit(2)
    try:
        cases = read_cases(paths, atlas, ROOT)
    except DataError as error:
        console.print(escape(as_text(error.problems)), soft_wrap=True)
        raise typer.Exit(2) from None
    outcomes = run_cases(cases, atlas)
    if as_json:
        print(json.dumps(outcomes, ensure_ascii=False, indent=2))
    failed = 0
    for filed, outcome in zip(cases, outcomes, strict=True):
        wrong = differences_of(filed, outcome)
        failed += bool(wrong)
        if not as_json:
            _explain(console, filed, outcome, wrong, atlas)
    if not as_json:
        console.print(f"{len(cases) - failed} of {len(cases)} cases are as expected.")
    if failed:
        raise typer.Exit(1)


def run_cases(cases: Iterable[Filed], atlas: Atlas) -> list[dict[str, Any]]:
    """Run cases in one process of the engine: for each its reports, or the error."""
    jobs = [job_of(filed.case, atlas) for filed in cases]
    ids = {request["license"] for job in jobs for request in job["requests"]}
    licenses = [compile_license(atlas.by_key[id_], atlas.vocabulary) for id_ in sorted(ids)]
    return run_engine({"licenses": licenses, "jobs": jobs})


def run_engine(work: dict[str, Any], runner: Path = RUNNER) -> list[dict[str, Any]]:
    """Hand work to the engine's runner and give its answers."""
    command = [find_deno_bin(), "run", "--quiet", "--no-prompt", "--no-config", str(runner)]
    quiet = {**os.environ, "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
    text = json.dumps(work).encode()
    ran = subprocess.run(command, input=text, stdout=subprocess.PIPE, env=quiet, check=True)
    answers: list[dict[str, Any]] = json.loads(ran.stdout)
    return answers


def differences_of(filed: Filed, outcome: dict[str, Any]) -> list[str]:
    """What a case did not expect, its error included."""
    if "error" in outcome:
        return [outcome["error"]]
    return differences(filed.case, outcome["reports"])


def _explain(
    console: Console, filed: Filed, outcome: dict[str, Any], wrong: list[str], atlas: Atlas
) -> None:
    mark = "[bold red]✗[/]" if wrong else "[bold green]✓[/]"
    console.print(f"{mark} [bold]{escape(filed.case.name)}[/]")
    console.print(f"  {filed.file}:{filed.line} · {escape(filed.case.because)}", style="dim")
    for line in wrong:
        console.print(f"  [red]{escape(line)}[/]", soft_wrap=True)
    for report in outcome.get("reports", ()):
        console.print(f"  {report['license']}: {escape(report['summary']['text'])}", soft_wrap=True)
        sources = atlas.by_key[report["license"]].requirement.sources
        start = f"{report['license']}/" if filed.case.licenses else ""
        for duty in report["duties"]:
            _explain_duty(console, duty, sources, filed.case.expect.get(start + duty["id"]), 4)
        for item in report["converted"]:
            counted = f"    credit {item['activity'] + 1} counts {item['hours']:g}: {item['text']}"
            console.print(escape(counted), style="dim", soft_wrap=True)
    console.print()


def _explain_duty(
    console: Console, duty: dict[str, Any], sources: Any, expected: str | None, indent: int
) -> None:
    words = words_of(duty["verdict"])
    counted = ""
    if duty["owed"] is not None:
        counted = f" ({duty['earned']:g} of {duty['owed']:g})"
    if expected is not None and not is_as_expected(expected, words):
        counted += f" — expected: {expected}"
    law = "; ".join(sources[id_].brief for id_ in duty["sources"])
    pad = " " * indent
    console.print(f"{pad}{duty['id']}: [bold]{words}[/]{counted} [dim]{escape(law)}[/]")
    for reason in duty["reasons"]:
        console.print(f"{pad}  [dim]{escape(reason['text'])}[/]", soft_wrap=True)
    for member in duty.get("members", ()):
        _explain_duty(console, member, sources, None, indent + 2)
