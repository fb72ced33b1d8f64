"""How fast the engine is, as rows for `make bench`.

In: the data. Out: pairs of what was measured and how long it took, the best of several runs in one
page of Chromium.
"""

from pathlib import Path

from plugins.building.bundles import bundle
from plugins.calculator.compile import compile_all
from plugins.requirements.loading import load_leniently
from tests.browser import launched

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
    with launched() as browser:
        page = browser.new_page()
        page.add_script_tag(content=bundle(SCRIPT))
        figures = page.evaluate("licenses => measureEngine(licenses)", compile_all(atlas))
    return [(label, f"{figures[name]:.0f} ms") for name, label in LABELS.items()]


if __name__ == "__main__":
    for label, figure in engine_rows():
        print(f"{label}: {figure}")
