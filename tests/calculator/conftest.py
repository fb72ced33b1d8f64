"""Fixtures for the calculator's tests: the data, read once."""

from pathlib import Path

import pytest

from plugins.requirements.atlas import Atlas
from plugins.requirements.loading import load_leniently

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    atlas, _ = load_leniently(ROOT / "requirements_data")
    assert atlas is not None
    return atlas
