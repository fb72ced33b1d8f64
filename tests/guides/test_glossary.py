"""The glossary: its words, the line that leads to them, and what a wrong reference says."""

import re
import shutil
from pathlib import Path

import pytest

from plugins.guides.page_words import PageWords
from plugins.requirements.loading import load, load_leniently
from plugins.requirements.vocabulary.glossary import WordFinder
from plugins.requirements.vocabulary.words import GlossaryEntry
from tests.conftest import ROOT, Site

GLOSSARY = {
    "audit": GlossaryEntry(name="audit", definition="A check."),
    "carry-over": GlossaryEntry(name="carry-over", definition="D.", synonyms=("carries over",)),
    "ceu": GlossaryEntry(
        name="continuing education unit (CEU)", definition="D.", synonyms=("CEU",)
    ),
    "license": GlossaryEntry(name="license", definition="D.", everyday=True),
}


def names(text: str) -> list[str]:
    return [id_ for id_, _ in WordFinder(GLOSSARY).on(text)]


def test_words_are_found_whatever_their_case_and_number() -> None:
    assert names("Random Audits. Excess credit carries over.") == ["audit", "carry-over"]
    assert names("4 CEUs, or a continuing education unit") == ["ceu"]


def test_parts_of_words_and_everyday_words_are_not_found() -> None:
    assert names("An auditor of the auditorium; your license") == []


def test_a_word_is_not_found_across_two_lines() -> None:
    assert names("it carries\nover there") == []


def test_words_are_the_pages_own_and_not_of_its_sources() -> None:
    words_on = PageWords(WordFinder(GLOSSARY))
    cited = '<p><a class="cite" href="/">An audit</a></p><ol class="sources"><li>Audit</li></ol>'
    assert words_on(f"<p>It <b>carries</b> over.</p>{cited}") == (
        ("carry-over", "glossary/#carry-over"),
    )


def test_every_word_has_a_place_and_the_letters_are_in_order(site: Site) -> None:
    page = (site.folder / "glossary" / "index.html").read_text("utf-8")
    glossary = load(ROOT / "requirements_data").vocabulary.glossary
    terms = re.findall(r'<div id="([a-z0-9-]+)">', page)
    assert sorted(terms) == sorted(glossary)
    assert terms == sorted(terms, key=lambda id_: glossary[id_].name.lower())


@pytest.mark.parametrize(
    ("address", "term"),
    [
        ("states/california/md", "audit"),
        ("states/alabama", "contact-hour"),
        ("professions/rn", "contact-hour"),
        ("topics/opioid-prescribing", "dea-registration"),
        ("credits/ama-pra-1", "accredited-provider"),
        ("national/nccpa", "audit"),
        ("data-quality", "open-question"),
        ("maps/md", "mandated-topic"),
    ],
)
def test_pages_of_every_kind_lead_to_their_words(site: Site, address: str, term: str) -> None:
    page = (site.folder / address / "index.html").read_text("utf-8")
    words = page[page.index('<p class="words">') :].split("</p>")[0]
    assert f"glossary/#{term}" in words


def test_a_license_page_leads_to_its_words_and_to_guides(site: Site) -> None:
    page = (site.folder / "states" / "california" / "md" / "index.html").read_text("utf-8")
    words = page[page.index('<p class="words">') :].split("</p>")[0]
    assert "glossary/#audit" in words
    assert "guides/records-and-audits/" in page


def test_a_definition_does_not_begin_with_its_own_word() -> None:
    glossary = load(ROOT / "requirements_data").vocabulary.glossary
    circular = [
        id_
        for id_, entry in glossary.items()
        if entry.definition.lower().removeprefix("a ").startswith(entry.name.lower())
    ]
    assert circular == []


def test_see_also_names_words_that_are_there(tmp_path: Path) -> None:
    data = tmp_path / "requirements_data"
    shutil.copytree(ROOT / "requirements_data", data)
    file = data / "vocabulary" / "glossary.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("see-also: [audit]", "see-also: [adit]", 1), "utf-8")
    _, problems = load_leniently(data)
    said = [problem.sentence for problem in problems if problem.file.endswith("glossary.yaml")]
    expected = "'adit' is no other word of the glossary; did you mean 'audit'?"
    assert said == [f"attestation.see-also[0]: {expected}"]
