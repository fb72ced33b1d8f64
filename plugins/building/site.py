"""One build: Pelican run from start to end, with no mistake passed over.

In: a Pelican settings file and the folder for the site. Out: that folder, complete, or
`BuildFailed` with a report and the folder as it was. The same commit gives the same bytes: dates
come from SOURCE_DATE_EPOCH, else from the last commit, never from the clock.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from pelican import Pelican
from pelican.log import console as pelican_console
from pelican.plugins import signals
from pelican.settings import read_settings
from pelican.writers import Writer

from plugins.building.reports import BuildFailed, ProblemLog, describe
from plugins.building.swap import fresh_folder

# For a copy without its history; any fixed date serves.
NO_COMMIT_EPOCH = 1_767_225_600  # 2026-01-01


@dataclass(frozen=True)
class Built:
    """A build that succeeded."""

    output: Path
    pages: int
    seconds: float


def build_command(settings: Path, output: Path) -> None:
    """Build the site and say so; on a mistake print what is wrong and exit with 1."""
    here = Path.cwd()
    shown = output.relative_to(here) if output.is_relative_to(here) else output
    try:
        built = build(settings, output)
    except BuildFailed as failure:
        typer.echo(f"{failure}\n\nNothing was built; {shown}/ is as it was.", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"Built {built.pages} pages into {shown}/ in {built.seconds:.1f} s")


def build(settings: Path, output: Path) -> Built:
    """Build the site that `settings` describes and put it in the place of `output`."""
    started = time.perf_counter()
    settings = settings.resolve()
    if not settings.is_file():
        raise BuildFailed(f"{settings}: there is no such settings file")
    with source_date(settings.parent), fresh_folder(output) as folder:
        run_pelican(settings, folder)
        pages = sum(1 for _ in folder.rglob("*.html"))
    return Built(output, pages, time.perf_counter() - started)


class PreviewWriter(Writer):  # type: ignore[misc]  # Pelican carries no type hints
    """Writes the pages that someone is looking at, and passes over all others."""

    def write_file(self, name: str, *args: Any, **kwargs: Any) -> None:
        """Write a page if it is wanted."""
        if name in self.settings["PREVIEW"]:
            super().write_file(name, *args, **kwargs)


def _preview_writer(_: Pelican) -> type[Writer]:
    return PreviewWriter


def preview(settings: Path, pages: frozenset[str]) -> dict[str, bytes]:
    """Make these pages only, from all data, and give their bytes; nothing is written that stays.

    Plugins find the pages in the setting PREVIEW, and may then leave out whatever is on no page.
    """
    settings = settings.resolve()
    signals.get_writer.connect(_preview_writer)
    try:
        with source_date(settings.parent), tempfile.TemporaryDirectory() as folder:
            run_pelican(settings, Path(folder), PREVIEW=pages)
            made = {str(path.relative_to(folder)): path for path in Path(folder).rglob("*.html")}
            return {name: made[name].read_bytes() for name in pages & made.keys()}
    finally:
        signals.get_writer.disconnect(_preview_writer)


def run_pelican(settings: Path, folder: Path, **override: Any) -> None:
    """Run Pelican into `folder`; anything it warns of is a failure."""
    root = settings.parent
    pelican_console.quiet = True  # its closing line counts articles, of which we have few
    with ProblemLog(root) as log:
        try:
            Pelican(read(settings, folder, **override)).run()
        except BuildFailed:
            raise
        except Exception as error:
            log.problems.append(describe(error, root))
    if log.problems:
        raise BuildFailed("\n".join(log.problems))


def read(settings: Path, folder: Path, **override: Any) -> dict[str, Any]:
    """Read Pelican's settings, made to write into `folder`."""
    override |= {"OUTPUT_PATH": str(folder), "CACHE_PATH": str(folder.parent)}
    values: dict[str, Any] = read_settings(str(settings), override=override)
    return values


@contextmanager
def source_date(root: Path) -> Iterator[None]:
    """Set SOURCE_DATE_EPOCH for the time of a build, unless whoever builds has set it."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        if not given.isdigit():
            raise BuildFailed(f"SOURCE_DATE_EPOCH is {given!r}; it has to be whole seconds")
        yield
        return
    os.environ["SOURCE_DATE_EPOCH"] = str(_last_commit(root))
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]


def _last_commit(root: Path) -> int:
    git = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        answer = subprocess.run(git, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return NO_COMMIT_EPOCH
    return int(answer) if answer else NO_COMMIT_EPOCH
