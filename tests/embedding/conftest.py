"""Fixtures: our site on one port, a host on another; the published site with its dated copies."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.building.site import build
from tests.conftest import ROOT, Site
from tests.embedding.hosts import Host, hosting, serving

PUBLISHED = """
from pelicanconf import *
PATH, THEME, REQUIREMENTS_DATA, EMBED_RELEASES = {paths!r}
"""


@pytest.fixture(scope="session")
def ours(site: Site) -> Iterator[str]:
    with serving(site.folder) as address:
        yield address


@pytest.fixture
def host() -> Iterator[Host]:
    with hosting() as host:
        yield host


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The site as it is published after an earlier publication: its address and its folder."""
    folder = tmp_path_factory.mktemp("published")
    earlier = folder / "earlier" / "2025-01-02"
    earlier.mkdir(parents=True)
    for name in ("cme-calculator.js", "frame.js"):
        (earlier / name).write_text(f"// {name}\n", "utf-8")
    settings = folder / "published_settings.py"
    paths = (ROOT / "content", ROOT / "theme", ROOT / "requirements_data", earlier.parent)
    settings.write_text(PUBLISHED.format(paths=tuple(map(str, paths))), "utf-8")
    output = folder / "output"
    build(settings, output)
    with serving(output) as address:
        yield address, output
