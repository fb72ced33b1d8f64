"""How fast the engine is, as rows for `make bench`.

In: the data. Out: pairs of what was measured and how long it took, the best of several runs in one
process of Deno, whose engine is the same V8 as Chromium's.
"""

import json
import os
import subprocess
import tempfile
from pathlib import Path

from deno import find_deno_bin

from plugins.calculator.compile import compile_all
from plugins.requirements.loading import load_leniently

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("speed.ts")
LABELS = {
    "one": "report on one license with 1,000 activities",
    "jurisdictions": "reports on one profession in all jurisdictions, 1,000 activities",
    "all": "reports on all licenses, 1,000 activities",
    "plan": "plan for four licenses",
}


def engine_rows() -> list[tuple[str, str]]:
    """Measure and give a row for each figure."""
    atlas, _ = load_leniently(ROOT / "requirements_data")
    assert atlas is not None
    with tempfile.TemporaryDirectory() as folder:
        licenses = Path(folder) / "licenses.json"
        licenses.write_text(json.dumps(compile_all(atlas)), encoding="utf-8")
        command = [find_deno_bin(), "run", "--quiet", "--no-check", "--no-prompt"]
        command += [f"--allow-read={licenses}", str(SCRIPT), str(licenses)]
        quiet = {**os.environ, "DENO_NO_UPDATE_CHECK": "1"}
        ran = subprocess.run(command, stdout=subprocess.PIPE, env=quiet, check=True)
    figures = json.loads(ran.stdout)
    return [(label, f"{figures[name]:.0f} ms") for name, label in LABELS.items()]


if __name__ == "__main__":
    for label, figure in engine_rows():
        print(f"{label}: {figure}")
