"""Shortcodes: what each says, and what a mistake in one says."""

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from markdown import Markdown

from plugins.building.reports import BuildFailed
from plugins.building.site import build
from plugins.guides.answers import SHORTCODES
from plugins.guides.asking import Library, Page
from plugins.guides.facts import read_facts
from plugins.guides.shortcodes import ShortcodeExtension
from plugins.requirements.loading import load
from plugins.requirements.problems import DataError
from tests.conftest import ROOT

FACTS = """
facts:
  talk: {says: 2 credits, about: A talk., source: page}
sources:
  page: {cite: The page, kind: official, url: "https://example.org/"}
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("content")
    (folder / "facts.yaml").write_text(FACTS, "utf-8")
    atlas = load(ROOT / "requirements_data")
    return Library(atlas, read_facts(folder), {"records": "Keep records"}, dt.date(2026, 11, 23))


def converted(text: str, library: Library) -> tuple[str, Page, ShortcodeExtension]:
    page = Page("../")
    extension = ShortcodeExtension(library, page, "content/guides/x.md")
    html = Markdown(extensions=[extension]).convert(f"Title: X\n\n{text}")
    return html, page, extension


def said(text: str, library: Library) -> str:
    html, _, extension = converted(text, library)
    assert not extension.problems
    plain = re.sub(r"<sup.*?</sup>|<[^>]+>", "", html.split("</p>")[1])
    return plain.strip()


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("answer ca-md", "50 hours every 2 years"),
        ("answer nccpa", "100 credits every 2 years"),
        ("answer ny-md", "3 mandated topics and no general total"),
        ("duty ca-md pain-and-end-of-life", "12 hours"),
        ("duty dea substance-use", "8 hours"),
        ("since dea substance-use", "June 27, 2023"),
        ("keep ca-md", "4 years"),
        ("count licenses", "255"),
        ("count licenses rn", "51"),
        ("count states", "50"),
        ("count professions", "5"),
        ("earns ama-pra-1 | presenting", "2 credits for each hour presented"),
        ("cap aafp-prescribed | point-of-care", "60 credits in a three-year cycle"),
        ("minutes ancc", "60 minutes"),
        ("minutes iacet", "10 hours"),
        ("fact talk", "2 credits"),
        ("link topic human-trafficking", "human trafficking"),
        ("link guide records | your papers", "your papers"),
        ("link license tx-rn", "registered nurses in Texas"),
    ],
)  # fmt: skip
def test_a_shortcode_says(asked: str, answer: str, library: Library) -> None:
    assert said(f"{{{{ {asked} }}}}", library) == answer


def test_counts_of_answers_add_up_to_all_licenses(library: Library) -> None:
    kinds = ("hours", "choice", "certification", "topics-only", "none", "not-established")
    other = 255 - sum(int(said(f"{{{{ count {kind} }}}}", library)) for kind in kinds)
    # A few answers are of no kind that guides speak of, such as hours of practice alone.
    assert 0 <= other <= 5


def test_links_lead_from_where_the_page_is(library: Library) -> None:
    html, _, _ = converted("{{ duty ca-md pain-and-end-of-life }}", library)
    assert 'href="../states/california/md/#pain-and-end-of-life"' in html


def test_a_source_cited_twice_has_one_number(library: Library) -> None:
    html, page, _ = converted("{{ fact talk }} {{ keep ca-md }} {{ fact talk }}", library)
    assert page.sources[0].cite == "The page"
    assert len(page.sources) == 2
    assert html.count('href="#source-1"') == 2


def test_an_answer_is_text_and_never_markup(library: Library) -> None:
    html, _, _ = converted("{{ link guide records | <b>*x*</b> }}", library)
    assert "&lt;b&gt;*x*&lt;/b&gt;" in html


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ anser ca-md }}", "3:1: there is no shortcode 'anser'; did you mean 'answer'?"),
        ("{{ answer ca-mdd }}",
         "3:1: there is no license or national requirement 'ca-mdd'; did you mean 'ca-md'?"),
        ("Owed: {{ duty ca-md geriatric }}",
         "3:7: there is no duty of ca-md 'geriatric'; did you mean 'geriatrics'?"),
        ("{{ answer }}", "3:1: 'answer' takes other words; write {{ answer LICENSE }}"),
        ("{{ answer ca-md | x }}", "3:1: 'answer' takes no text after a bar; remove it"),
        ("{{ fact tlak }}",
         "3:1: there is no fact in content/facts.yaml 'tlak'; did you mean 'talk'?"),
        ("{{ keep tx-rn }}", "3:1: the rule of tx-rn does not say how long to keep proof"),
        ("a {{ answer\nca-md }}", "3:3: {{ without its other half on this line"),
    ],
)  # fmt: skip
def test_a_mistake_names_its_line_and_what_would_be_right(
    text: str, message: str, library: Library
) -> None:
    _, _, extension = converted(text, library)
    first = extension.problems[0]
    assert f"{first.line}:{first.column}: {first.sentence}" == message


def test_a_shortcode_in_the_head_of_a_file_is_a_mistake(library: Library) -> None:
    extension = ShortcodeExtension(library, Page(""), "x.md")
    Markdown(extensions=[extension]).convert("Title: {{ count licenses }}\n\nText.")
    assert "head of a file" in extension.problems[0].message


def test_a_mistake_in_a_guide_fails_the_build_with_file_and_line(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    guide = content / "guides" / "who-sets-the-number.md"
    guide.write_text(guide.read_text("utf-8") + "\n{{ answer zz-md }}\n", "utf-8")
    line = len(guide.read_text("utf-8").splitlines())
    settings = tmp_path / "settings.py"
    settings.write_text(
        f"from pelicanconf import *\nPATH, THEME = {str(content)!r}, {str(ROOT / 'theme')!r}\n",
        "utf-8",
    )
    with pytest.raises(BuildFailed) as failure:
        build(settings, tmp_path / "output")
    assert f"content/guides/who-sets-the-number.md:{line}:1: " in str(failure.value)
    assert "zz-md" in str(failure.value)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        (FACTS.replace("source: page", "source: pge"),
         "facts.talk.source: there is no source 'pge'; did you mean 'page'?"),
        (FACTS.replace("says: 2 credits, ", ""), "facts.talk: the key 'says' is missing"),
        (FACTS + '  other: {cite: O, kind: official, url: "https://example.org/o"}\n',
         "sources.other: no fact rests on the source 'other'; remove it"),
    ],
)  # fmt: skip
def test_facts_are_read_strictly(facts: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "facts.yaml").write_text(facts, "utf-8")
    with pytest.raises(DataError) as error:
        read_facts(tmp_path)
    assert message in str(error.value)


def test_every_shortcode_is_explained_to_authors() -> None:
    explained = (ROOT / "docs" / "guides.md").read_text("utf-8")
    assert [name for name in SHORTCODES if f"`{{{{ {name} " not in explained] == []
