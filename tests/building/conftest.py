"""A small site of one's own for each test, and the command line to build and serve it."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import ROOT

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@dataclass(frozen=True)
class SmallSite:
    """A copy of the small site in a folder of its own, outside any git checkout."""

    root: Path

    @property
    def settings(self) -> Path:
        return self.root / "settings.py"

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def template(self) -> Path:
        return self.root / "theme/templates/page.html"

    def command(self, name: str, *options: str) -> list[str]:
        paths = ["--settings", str(self.settings), "--output", str(self.output)]
        return [sys.executable, str(ROOT / "generate.py"), name, *paths, *options]

    def build(self, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            self.command("build"),
            env=os.environ | environment,
            cwd=self.root,
            capture_output=True,
            text=True,
        )

    def files(self) -> dict[str, bytes]:
        """Every file of the built site, by its path."""
        paths = (path for path in self.output.rglob("*") if path.is_file())
        return {str(path.relative_to(self.output)): path.read_bytes() for path in paths}


@pytest.fixture
def small_site(tmp_path: Path) -> SmallSite:
    root = tmp_path / "small"
    shutil.copytree(ROOT / "tests/building/site", root)
    return SmallSite(root)


@dataclass(frozen=True)
class Served:
    """A development server in a process of its own."""

    process: "subprocess.Popen[str]"
    url: str

    def says(self, words: str) -> str:
        """Read the server's terminal up to a line with these words."""
        assert self.process.stdout
        for line in self.process.stdout:
            if words in line:
                return line
        raise AssertionError(f"the server ended without saying {words!r}")


@pytest.fixture
def serve(small_site: SmallSite) -> Iterator[Callable[[], Served]]:
    started: list[subprocess.Popen[str]] = []

    def start() -> Served:
        process = subprocess.Popen(
            small_site.command("serve", "--port", "0", "--no-open"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            # As in a terminal: a run in the background hands down Ctrl-C as something to ignore.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.default_int_handler),
        )
        started.append(process)
        assert process.stdout
        return Served(process, process.stdout.readline().split()[2].rstrip("/"))

    yield start
    for process in started:
        process.terminate()
        process.communicate(timeout=20)
