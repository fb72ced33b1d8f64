"""What practitioners type leads to the page they mean, in Python and in browser code alike."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from deno import find_deno_bin

from plugins.requirements import addresses
from plugins.requirements.language.fields import PROFESSIONS
from plugins.requirements.loading import load
from plugins.search.package import script
from plugins.search.ranking import Catalog, search
from tests.conftest import ROOT

ENOUGH = 0.97
# Two letters that are both a state and a profession, or a state and "in", on either side.
TRULY_AMBIGUOUS = {"pa md", "md pa", "in pa", "in md"}


def reciprocal_rank(query: str, url: str, catalog: Catalog) -> float:
    found = [f"/{hit.document.address}" for hit in search(query, catalog).hits]
    return 1 / (found.index(url) + 1) if url in found else 0


def test_the_page_that_is_meant_comes_first(catalog: Catalog, queries: dict[str, str]) -> None:
    ranks = {query: reciprocal_rank(query, url, catalog) for query, url in queries.items()}
    missed = [query for query, rank in ranks.items() if rank < 1]
    assert sum(ranks.values()) / len(ranks) >= ENOUGH, missed


def test_the_list_covers_every_state_and_profession(queries: dict[str, str]) -> None:
    licenses = [url.split("/")[2:4] for url in queries.values() if url.startswith("/states/")]
    assert len({place for place, _ in licenses}) == 51
    assert {profession for _, profession in licenses if profession} == set(PROFESSIONS)
    assert len(queries) >= 120


def test_every_license_is_found_by_its_state_and_profession(catalog: Catalog) -> None:
    atlas = load(ROOT / "requirements_data")
    missed = []
    for item in atlas.licenses.values():
        entry = atlas.vocabulary.professions[item.profession]
        for query in (
            f"{item.jurisdiction.name} {entry.name}",
            f"{item.jurisdiction.code} {entry.short}".lower(),
            f"{entry.short} {item.jurisdiction.code}".lower(),
            f"how many hours do {entry.people} need in {item.jurisdiction.name}",
        ):
            first = search(query, catalog).hits[0].document.address
            if first != addresses.license_(item) and query not in TRULY_AMBIGUOUS:
                missed.append(f"{query} → {first}")
    assert not missed


@pytest.fixture(scope="module")
def asked_in_browser_code(
    catalog: Catalog, queries: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """Every query, and every beginning of it, as the browser's code answers them."""
    typed = list(dict.fromkeys(query[:end] for query in queries for end in range(len(query) + 1)))
    index = tmp_path_factory.mktemp("index") / "index.js"
    index.write_text(script(catalog), "utf-8")
    asker = Path(__file__).parent / "ask.ts"
    command = [find_deno_bin(), "run", f"--allow-read={index}", str(asker), index.as_uri()]
    ran = subprocess.run(command, input=json.dumps(typed), stdout=subprocess.PIPE, text=True)
    assert ran.returncode == 0
    return dict(zip(typed, json.loads(ran.stdout), strict=True))


def test_python_and_the_browser_answer_alike_while_typing(
    catalog: Catalog, asked_in_browser_code: dict[str, Any]
) -> None:
    for query, theirs in asked_in_browser_code.items():
        results = search(query, catalog)
        ours = [
            {
                "url": f"/{hit.document.address}",
                "title": hit.document.title,
                "answer": hit.answer,
                "score": hit.score,
                "anchor": hit.duties[0].anchor if hit.duties else None,
            }
            for hit in results.hits
        ]
        assert theirs["hits"] == ours, query
        assert theirs["unmatched"] == list(results.unmatched), query
        for part in ("states", "professions", "subjects", "also", "words"):
            assert theirs["reading"][part] == list(getattr(results.reading, part)), query


@pytest.mark.parametrize(
    ("query", "anchor", "said"),
    [
        ("tx np opioid", "opioids", "2 contact hours on opioid prescribing"),
        ("ca md end of life", "pain-and-end-of-life", "12 hours on pain management and"),
        ("california md geriatrics", "geriatrics", "10 hours on care of older adults"),
    ],
)
def test_a_topic_is_answered_with_its_hours_and_place(
    catalog: Catalog, query: str, anchor: str, said: str
) -> None:
    first = search(query, catalog).hits[0]
    assert first.duties[0].anchor == anchor
    assert first.answer.startswith(said)


def test_a_license_that_owes_nothing_on_a_topic_says_so(catalog: Catalog) -> None:
    hits = search("wyoming rn implicit bias", catalog).hits
    assert hits[0].document.address == "states/wyoming/rn/"
    assert hits[0].answer.endswith("nothing recorded on implicit bias")


def test_a_topic_within_a_broader_one_is_found(catalog: Catalog) -> None:
    """California's duty on pain and end-of-life care answers who asks for either."""
    for topic in ("pain management", "end-of-life care", "palliative care"):
        first = search(f"california md {topic}", catalog).hits[0]
        assert first.duties[0].anchor == "pain-and-end-of-life"


@pytest.mark.parametrize(
    "query", ["", "   ", "+", "~", "naloxone^", "code: 1336", "*", "title:x y"]
)
def test_signs_of_a_query_language_are_only_signs(catalog: Catalog, query: str) -> None:
    search(query, catalog)


def test_nothing_is_invented_for_what_nobody_wrote(catalog: Catalog) -> None:
    results = search("zzyzx", catalog)
    assert (results.hits, results.unmatched) == ((), ("zzyzx",))
