"""Measures loading and building, with the data as it is and with copies of it under other names.

In: the repository's data. Out: a table with seconds and the growth against the size of the data.
Each figure is the best of three runs, each in a process of its own, imports included in `build`
and left out of `load`, as the promises are about work, not about Python's start.

    python -m tests.bench --times 1 --times 5
"""

import itertools
import shutil
import string
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Annotated

import typer
from pydantic import StringConstraints
from rich.console import Console
from rich.table import Table

from plugins.building.site import build
from plugins.requirements.loading import load
from plugins.requirements.vocabulary.words import Jurisdiction
from tests.calculator.speed import engine_rows

ROOT = Path(__file__).resolve().parent.parent
RUNS = 3
SETTINGS = """
from pelicanconf import *
PATH, THEME = {content!r}, {theme!r}
REQUIREMENTS_DATA = {data!r}
"""

app = typer.Typer(pretty_exceptions_enable=False)


@app.callback(invoke_without_command=True)
def bench(
    context: typer.Context,
    times: Annotated[list[int] | None, typer.Option(help="Default: 1, 5 and 20.")] = None,
) -> None:
    """Print how long loading and building take, at each size of the data."""
    if context.invoked_subcommand:
        return
    table = Table("data", "licenses", "load and check", "clean build", "build, against once")
    base = 0.0
    console = Console()
    for number in times or [1, 5, 20]:
        with tempfile.TemporaryDirectory() as folder, console.status(f"Data × {number} ..."):
            licenses = copies(Path(folder), number)
            loading, building = (best(what, folder) for what in ("time-load", "time-build"))
            base = base or building / number
        growth = f"{building / base:.1f}"
        table.add_row(f"× {number}", str(licenses), f"{loading:.2f} s", f"{building:.2f} s", growth)
    console.print(table)
    engine = Table("engine", "best time")
    for label, figure in engine_rows():
        engine.add_row(label, figure)
    console.print(engine)


@app.command()
def time_load(root: Path) -> None:
    """Print the seconds that one loading with all checks takes."""
    allow_long_codes()
    started = time.perf_counter()
    load(root / "requirements_data")
    print(time.perf_counter() - started)


@app.command()
def time_build(root: Path) -> None:
    """Print the seconds that one clean build takes."""
    allow_long_codes()
    print(build(root / "settings.py", root / "output").seconds)


def copies(root: Path, number: int) -> int:
    """Lay out a site with the data so many times; give the number of licenses."""
    data = root / "requirements_data"
    shutil.copytree(ROOT / "requirements_data", data)
    paths = {"content": str(ROOT / "content"), "theme": str(ROOT / "theme"), "data": str(data)}
    (root / "settings.py").write_text(SETTINGS.format(**paths), encoding="utf-8")
    codes = map("".join, itertools.product(string.ascii_uppercase, repeat=3))
    originals = sorted((data / "jurisdictions").iterdir())
    for copy, original in itertools.product(range(2, number + 1), originals):
        folder = original.with_name(f"{original.name}-{copy}")
        shutil.copytree(original, folder)
        file = folder / "jurisdiction.yaml"
        file.write_text(renamed(file.read_text(encoding="utf-8"), copy, next(codes)), "utf-8")
    return len(load(ROOT / "requirements_data").licenses) * number


def renamed(text: str, copy: int, code: str) -> str:
    """Give a jurisdiction's file a name and a code of its own."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if line.startswith("name: "):
            lines[number] = f"{line} {copy}"
        elif line.startswith("code: "):
            lines[number] = f"code: {code}"
    return "\n".join(lines) + "\n"


def best(what: str, folder: str) -> float:
    """Run one measurement a few times and give the best."""
    command = [sys.executable, "-m", "tests.bench", what, folder]
    runs = (subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE) for _ in range(RUNS))
    return min(float(run.stdout) for run in runs)


def allow_long_codes() -> None:
    """Take codes of three letters: two are too few for a thousand copies."""
    Jurisdiction.model_fields["code"].metadata[:] = [StringConstraints(pattern="^[A-Z]{2,3}$")]
    Jurisdiction.model_rebuild(force=True)


if __name__ == "__main__":
    app()
