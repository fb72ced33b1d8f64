"""Nothing that somebody wrote about a license is missing on its page."""

import html
import re

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas, Holding
from plugins.requirements.checks.located import records, value
from plugins.requirements.wording.citations import with_citations
from plugins.requirements.wording.renewals import own_renewals
from tests.conftest import Site

TAG = re.compile(r"<[^>]*>")
# "everything" is a word of the language, which the page says in a sentence of its own.
TEXTS = ("note", "provider", "covers", "change", "how", "attests", "words")
A_WORD = {"everything"}


def plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", html.unescape(text).lower()).strip()


def written(item: Holding) -> list[str]:
    """Every text of a requirement; of renewals only those of this profession."""
    requirement, own = item.requirement, own_renewals(item)
    parts = [part for path, part in records(requirement) if path[0] != "renewal" or part in own]
    found = [text for part in parts for key in TEXTS if isinstance(text := value(part, key), str)]
    found += [*requirement.conflicts, *requirement.open_questions, *requirement.notes]
    found = [with_citations(text, requirement) for text in found if text not in A_WORD]
    return found + [source.in_full for source in requirement.sources.values()]


def test_every_note_and_source_stands_on_the_page(site: Site, atlas: Atlas) -> None:
    missing = []
    for item in atlas.holdings:
        address = addresses.license_(item)
        page = plain(TAG.sub(" ", (site.folder / address / "index.html").read_text("utf-8")))
        missing += [f"{address}: {text}" for text in written(item) if plain(text) not in page]
    assert missing == []
