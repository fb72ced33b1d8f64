"""What a contributor's mistake or malice can do to the site: nothing but show as text."""

import shutil
from pathlib import Path

from plugins.building.site import build
from tests.conftest import ROOT, Site

HOSTILE = '<script>alert(1)</script> "quotes" & \u202eright-to-left'
SETTINGS = """
from pelicanconf import *
PATH, THEME, REQUIREMENTS_DATA = {content!r}, {theme!r}, {data!r}
"""


def test_hostile_text_in_the_data_appears_as_text(tmp_path: Path) -> None:
    data = tmp_path / "requirements_data"
    shutil.copytree(ROOT / "requirements_data", data)
    file = data / "jurisdictions" / "california" / "md.yaml"
    text = file.read_text("utf-8")
    note = "The twelve hours may be split freely between pain and end-of-life care."
    assert note in text
    quoted = HOSTILE.replace('"', '\\"')
    file.write_text(text.replace(note, f'"{quoted}"'), "utf-8")
    settings = tmp_path / "settings.py"
    folders = {"content": str(ROOT / "content"), "theme": str(ROOT / "theme"), "data": str(data)}
    settings.write_text(SETTINGS.format(**folders), "utf-8")
    output = tmp_path / "output"
    build(settings, output)
    page = output / "states" / "california" / "md" / "index.html"
    shown = page.read_text("utf-8")
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    # A mark that turns the direction of text reaches no further than its own paragraph.
    assert "\u202eright-to-left.</p>" in shown


def test_one_commit_gives_the_same_bytes_twice(site: Site, tmp_path: Path) -> None:
    again = tmp_path / "output"
    build(ROOT / "pelicanconf.py", again)
    first = {p.relative_to(site.folder): p.read_bytes() for p in site.folder.rglob("*.*")}
    second = {p.relative_to(again): p.read_bytes() for p in again.rglob("*.*")}
    assert first == second
