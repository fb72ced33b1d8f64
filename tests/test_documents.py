"""README, CONTRIBUTING and docs/ point only at what is there.

In: the Markdown that people read in the repository. Out: a failure that names each dead link, each
file that is spoken of and gone, and each picture that was never added.
"""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
# [text](target) and ![text](target), on this side of the network.
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
# A path in backticks, without a placeholder. A file of data may be absent (exceptions).
SPOKEN = re.compile(r"`((?:plugins|theme|tests|content|docs)/[\w./-]+)`")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_and_paths_lead_somewhere(document: Path) -> None:
    text = document.read_text("utf-8")
    linked = {target for target in LINK.findall(text) if not (document.parent / target).exists()}
    spoken = {path for path in SPOKEN.findall(text) if not (ROOT / path).exists()}
    assert not linked | spoken
