"""Browser code becomes one classic script, made anew only when its sources have changed."""

from pathlib import Path

import pytest

from plugins.building import bundles
from plugins.building.reports import BuildFailed


@pytest.fixture
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(bundles, "CACHE", tmp_path / "cache")
    (tmp_path / "part.ts").write_text("export const twice = (n: number): number => 2 * n;\n")
    entry = tmp_path / "entry.ts"
    entry.write_text('import {\n  twice,\n} from "./part.ts";\nconsole.log(twice(21));\n')
    return entry


def test_an_entry_and_its_imports_become_one_classic_script(entry: Path) -> None:
    text = bundles.bundle(entry)
    assert "console.log" in text
    assert "import" not in text
    assert "number" not in text


def test_a_bundle_is_kept_until_a_source_changes(
    entry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = bundles.bundle(entry)
    with monkeypatch.context() as patch:
        patch.setattr(bundles, "_run", lambda entry: pytest.fail("bundled again"))
        assert bundles.bundle(entry) == first
    (entry.parent / "part.ts").write_text("export const twice = (n: number): number => n + n;\n")
    assert bundles.bundle(entry) != first


def test_a_mistake_is_reported_in_the_bundlers_words(entry: Path) -> None:
    entry.write_text("const = 1;\n")
    with pytest.raises(BuildFailed, match=r"entry\.ts"):
        bundles.bundle(entry)


def test_the_name_of_a_script_changes_with_its_content() -> None:
    assert bundles.script_name("a", "1") != bundles.script_name("a", "2")
