"""Browser code: one TypeScript entry and all that it imports, as one classic script.

In: the path of an entry file. Out: the text of a minified script that runs with `defer`, also from
a file. Bundles are kept under .cache/ by the content of their sources, so that a build runs Deno
only after a change. Deno fetches its bundler (esbuild) when it bundles for the first time ever, and
the npm packages that an entry imports: `python -m plugins.building.bundles ENTRY …` does that at
installation, and no build needs the network.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tempfile
from importlib.metadata import version
from os.path import normpath
from pathlib import Path

from deno import find_deno_bin

from plugins.building.reports import BuildFailed

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "bundles"
OPTIONS = ("--quiet", "--format=iife", "--platform=browser", "--minify")
# The specifiers of `import … from "./x.ts"`, `export … from "./x.ts"` and `import "./x.ts"`.
_IMPORTED = re.compile(r"""^\s*(?:import|export|\})[^"';]*["'](\.{1,2}/[^"']+)["']""", re.MULTILINE)


def bundle(entry: Path) -> str:
    """Give the script of an entry file; raises `BuildFailed` with Deno's words if it has none."""
    kept = CACHE / f"{entry.stem}.{_digest(entry)}.js"
    try:
        return kept.read_text("utf-8")
    except FileNotFoundError:
        text = _run(entry)
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=kept.parent, delete=False, encoding="utf-8") as file:
        file.write(text)
    Path(file.name).replace(kept)  # at once, because two builds may run side by side
    return text


def script_name(name: str, text: str) -> str:
    """The address of a script, which changes with its content so that browsers may keep it."""
    return f"assets/{name}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.js"


def sources(entry: Path) -> list[Path]:
    """Every file of ours that goes into a bundle: the entry and all that it imports."""
    found = {entry.resolve()}
    waiting = [*found]
    while waiting:
        path = waiting.pop()
        named = set(_IMPORTED.findall(path.read_text("utf-8")))
        new = {Path(normpath(path.parent / name)) for name in named} - found
        found |= new
        waiting += new
    return sorted(found)


def _digest(entry: Path) -> str:
    digest = hashlib.sha256(" ".join((version("deno"), *OPTIONS)).encode())
    for path in sources(entry):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _run(entry: Path) -> str:
    command = [find_deno_bin(), "bundle", *OPTIONS, str(entry)]
    quiet = {**os.environ, "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
    ran = subprocess.run(command, capture_output=True, text=True, env=quiet, cwd=ROOT)
    if ran.returncode:
        raise BuildFailed(f"{entry}: Deno could not bundle this script.\n{ran.stderr.strip()}")
    return ran.stdout


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        smallest = Path(folder) / "smallest.ts"
        smallest.write_text("console.log(1);\n", "utf-8")
        _run(smallest)
    for argument in sys.argv[1:]:
        bundle(Path(argument).resolve())
