"""The engine's own tests in TypeScript: properties for every license, brute force, dates."""

import json
import os
import subprocess
from pathlib import Path

from deno import find_deno_bin

from plugins.calculator.compile import compile_all
from plugins.requirements.atlas import Atlas

HERE = Path(__file__).parent
TESTS = [
    HERE / f"{name}_test.ts" for name in ("allocation", "dates", "properties", "rates", "rules")
]


def test_the_engine_keeps_its_promises_for_all_licenses(atlas: Atlas, tmp_path: Path) -> None:
    licenses = tmp_path / "licenses.json"
    licenses.write_text(json.dumps(compile_all(atlas)), encoding="utf-8")
    command = [find_deno_bin(), "test", "--quiet", "--no-check", "--no-prompt", "--parallel"]
    command += [f"--allow-read={licenses}", *map(str, TESTS), "--", str(licenses)]
    quiet = {**os.environ, "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
    ran = subprocess.run(command, capture_output=True, text=True, env=quiet)
    assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
