"""Fixtures for all tests: the data, read once; the real site, built and served; a browser."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page

from plugins.building.pages import SiteHandler, SiteServer
from plugins.building.site import build
from plugins.requirements.atlas import Atlas
from plugins.requirements.loading import load
from tests.browser import launched

ROOT = Path(__file__).resolve().parent.parent

# A slow moment of the machine says nothing about the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@dataclass(frozen=True)
class Site:
    """The real site: where it is served, without a slash at the end, and its files."""

    url: str
    folder: Path


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The repository's data, checked."""
    return load(ROOT / "requirements_data")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site") / "output"
    build(ROOT / "pelicanconf.py", folder)
    with SiteServer(0, SiteHandler, folder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(server.address, folder)
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a context of its own: no storage shared with another test."""
    with browser.new_context() as context:
        yield context.new_page()
