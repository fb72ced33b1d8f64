"""A build is complete, or it says why not and changes nothing."""

import subprocess
from pathlib import Path

import pytest

from tests.building.conftest import SmallSite


def test_a_good_build_makes_every_page_and_leaves_nothing_beside(small_site: SmallSite) -> None:
    ran = small_site.build()
    assert ran.returncode == 0, ran.stderr
    assert "Built 2 pages" in ran.stdout
    assert {"hello/index.html", "changes/2026-01-02-a-rule/index.html", "assets/style.css"} < set(
        small_site.files()
    )
    assert [path.name for path in small_site.root.glob("output*")] == ["output"]


BROKEN_LINK = "Title: Broken\n\n[there]({filename}nowhere.md)\n"


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("content/broken.md", BROKEN_LINK, "nowhere.md"),
        ("content/changes/undated.md", "Title: Undated\n\nWhen?\n", "undated.md"),
        ("content/changes/2026-01-03-x.md", "Title: X\nDate: someday\n", "2026-01-03-x.md"),
        ("theme/templates/page.html", "line one\n{{ page.tilte }}", "page.html:2: "),
        ("theme/templates/page.html", "{% if %}", "theme/templates/page.html:1: "),
        ("settings.py", "from pelicanconf import *\nPLUGINS = ['absent']\n", "`absent`"),
        ("settings.py", "from pelicanconf import *\nTHEME = 'none'\n", "Could not find the theme"),
    ],
)
def test_a_mistake_is_named_and_the_last_good_site_stays(
    small_site: SmallSite, file: str, text: str, said: str
) -> None:
    small_site.build()
    before = small_site.files()
    (small_site.root / file).write_text(text, encoding="utf-8")
    ran = small_site.build()
    assert ran.returncode == 1
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr
    assert small_site.files() == before
    assert [path.name for path in small_site.root.glob("output*")] == ["output"]


def test_all_mistakes_are_reported_at_once(small_site: SmallSite) -> None:
    for name in ("one", "two"):
        text = BROKEN_LINK.replace("nowhere", f"nowhere-{name}")
        (small_site.root / f"content/{name}.md").write_text(text, encoding="utf-8")
    said = small_site.build().stderr
    assert "nowhere-one.md" in said
    assert "nowhere-two.md" in said


def test_a_fault_in_our_own_python_shows_its_traceback(small_site: SmallSite) -> None:
    plugin = "def register():\n    return 1 / 0\n"
    (small_site.root / "faulty.py").write_text(plugin, encoding="utf-8")
    small_site.settings.write_text(
        "from pelicanconf import *\nPLUGIN_PATHS = ['.']\nPLUGINS = ['faulty']\n", encoding="utf-8"
    )
    ran = small_site.build()
    assert ran.returncode == 1
    assert 'faulty.py", line 2' in ran.stderr
    assert "ZeroDivisionError" in ran.stderr


DATA_PLUGIN = """
from pelican.plugins import signals
from plugins.requirements.problems import DataError, Problem

def read_data(pelican):
    raise DataError([Problem("data/x.yaml", 3, 7, "hours", "is a word", "a number")])

def register():
    signals.initialized.connect(read_data)
"""


def test_mistakes_in_the_data_are_reported_in_their_own_form(small_site: SmallSite) -> None:
    (small_site.root / "reading.py").write_text(DATA_PLUGIN, encoding="utf-8")
    small_site.settings.write_text(
        "from pelicanconf import *\nPLUGIN_PATHS = ['.']\nPLUGINS = ['reading']\n", encoding="utf-8"
    )
    ran = small_site.build()
    assert ran.returncode == 1
    assert ran.stderr.startswith("data/x.yaml:3:7: hours: is a word; a number\n\nNothing was built")


def test_markup_in_a_title_appears_as_text(small_site: SmallSite) -> None:
    small_site.build()
    assert b"<h1>Hello &lt;b&gt;you&lt;/b&gt;</h1>" in small_site.files()["hello/index.html"]


def test_two_builds_give_the_same_bytes(small_site: SmallSite) -> None:
    small_site.build(PYTHONHASHSEED="1", TZ="Asia/Tokyo")
    first = small_site.files()
    small_site.build(PYTHONHASHSEED="2", TZ="America/New_York")
    assert small_site.files() == first


def test_the_date_is_the_last_commits_unless_one_is_given(small_site: SmallSite) -> None:
    small_site.build()
    assert b"Built 2026-01-01" in small_site.files()["hello/index.html"]

    git = ["git", "-C", str(small_site.root), "-c", "user.name=A", "-c", "user.email=a@b.example"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    commit = [*git, "commit", "--quiet", "--allow-empty", "--message", "An empty one"]
    when = {"GIT_COMMITTER_DATE": "2024-05-06T12:00:00+0000"}
    subprocess.run(commit, check=True, env=when | {"PATH": "/usr/bin:/bin:/usr/local/bin"})
    small_site.build()
    assert b"Built 2024-05-06" in small_site.files()["hello/index.html"]

    small_site.build(SOURCE_DATE_EPOCH="86400")
    assert b"Built 1970-01-02" in small_site.files()["hello/index.html"]

    ran = small_site.build(SOURCE_DATE_EPOCH="tomorrow")
    assert ran.returncode == 1
    assert "SOURCE_DATE_EPOCH is 'tomorrow'" in ran.stderr


def test_links_are_relative_unless_an_address_is_given(small_site: SmallSite) -> None:
    small_site.build()
    assert b'href="../assets/style.css"' in small_site.files()["hello/index.html"]
    small_site.build(SITEURL="https://example.org/atlas/")
    page = small_site.files()["hello/index.html"]
    assert b'href="https://example.org/atlas/assets/style.css"' in page


def test_a_folder_that_no_build_made_is_never_replaced(small_site: SmallSite) -> None:
    letter = small_site.output / "letter.txt"
    letter.parent.mkdir()
    letter.write_text("dear", encoding="utf-8")
    ran = small_site.build()
    assert ran.returncode == 1
    assert "holds files that no build of ours made" in ran.stderr
    assert letter.read_text(encoding="utf-8") == "dear"


def test_what_a_killed_build_left_is_removed_but_not_what_a_running_one_uses(
    small_site: SmallSite, tmp_path: Path
) -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()
    abandoned = small_site.root / f"output.new-{ended.pid}"
    in_use = small_site.root / "output.new-1"
    abandoned.mkdir()
    in_use.mkdir()
    small_site.build()
    assert not abandoned.exists()
    assert in_use.exists()
