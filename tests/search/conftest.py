"""The catalog that the built site ships, in Python."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from plugins.requirements.atlas import Atlas
from plugins.search.documents import documents
from plugins.search.lexicon import lexicon_of
from plugins.search.ranking import Catalog
from tests.conftest import ROOT

DAY = dt.date(2026, 11, 23)


@pytest.fixture(scope="session")
def catalog(atlas: Atlas) -> Catalog:
    lexicon = lexicon_of(atlas)
    return Catalog(documents(atlas, lexicon, DAY, ROOT / "content"), lexicon)


@pytest.fixture(scope="session")
def queries() -> dict[str, str]:
    """Query → the page that should come first."""
    text = (Path(__file__).parent / "queries.yaml").read_text("utf-8")
    groups: dict[str, dict[str, str]] = yaml.safe_load(text)
    return {query: url for group in groups.values() for query, url in group.items()}
