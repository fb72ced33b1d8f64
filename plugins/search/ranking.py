"""Which pages answer a query, in which order, and with which words. Mirrored in browser/ranking.ts.

In: a query and a Catalog (documents, lexicon, index). Out: hits, the best first, each with the
answer itself and, where a subject was named, the duties that concern it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lunr.index import Index

from .document import Document, Entry
from .index import Found, ask, build_index, terms_of
from .interpret import Reading, interpret
from .lexicon import Lexicon
from .text import index_terms

# What a query names (S state, P profession, T topic or other subject) → how near each kind of page
# comes to what is meant. "lacking" is a license that owes nothing on the subject. A kind that is
# not listed is no hit.
NEARNESS: dict[str, dict[str, int]] = {
    "S": {"state": 6, "license": 5, "page": 1},
    "P": {"profession": 6, "license": 5, "page": 1},
    "T": {"subject": 6, "profession": 5, "license": 4, "page": 1},
    "SP": {"license": 6, "state": 3, "profession": 2, "page": 1},
    "ST": {"license": 6, "state": 5, "lacking": 4, "subject": 3, "page": 1},
    "PT": {"subject": 6, "license": 5, "profession": 4, "page": 1},
    "SPT": {"license": 6, "lacking": 5, "subject": 3, "state": 2, "page": 1},
}
ALSO = 5.5
MOST_DUTIES_IN_ANSWER = 2
STEPS = 20
SURE_LETTERS = 4


@dataclass(frozen=True)
class Catalog:
    """All that is searched."""

    documents: Sequence[Document]
    lexicon: Lexicon

    @cached_property
    def index(self) -> Index:
        """Built when it is first asked."""
        return build_index(self.documents)

    @cached_property
    def terms(self) -> frozenset[str]:
        """Every term of the index."""
        return terms_of(self.index)


@dataclass(frozen=True)
class Hit:
    """A page found: the answer in a line, and the duties that were asked for."""

    document: Document
    score: float
    duties: tuple[Entry, ...]
    answer: str


@dataclass(frozen=True)
class Results:
    """The hits, what the query was taken to mean, and its words that nothing matched."""

    reading: Reading
    hits: tuple[Hit, ...]
    unmatched: tuple[str, ...]


def search(query: str, catalog: Catalog) -> Results:
    """Answer a query."""
    reading = interpret(query, catalog.lexicon, catalog.terms)
    scored: list[tuple[float, int, Found]] = []
    for found in ask(catalog.index, reading.codes, reading.words):
        score = _score(catalog.documents[found.number], found, reading)
        if score is not None:
            scored.append((-score, found.number, found))
    scored.sort(key=lambda entry: entry[:2])
    hits = tuple(
        _hit(catalog, catalog.documents[number], -negative, found, reading)
        for negative, number, found in scored
    )
    matched = frozenset(term for _, _, found in scored for term in found.terms)
    return Results(
        reading, hits, tuple(word for word in reading.words if not _holds(matched, word))
    )


def _holds(terms: frozenset[str], word: str) -> bool:
    """Whether a word is among the terms that matched, as itself or nearly."""
    return any(term.startswith(word[:SURE_LETTERS]) for term in terms)


def _score(document: Document, found: Found, reading: Reading) -> float | None:
    """How near the page comes, then how early in the reading its codes stand, then how many of the
    words it holds, then lunr's score; None where it contradicts what the query names or has nothing
    of it.
    """
    # Scores of lunr's that differ little count as equal: then the order of the pages decides.
    coarse = round(found.score / (found.score + 100) * STEPS) / STEPS
    relevance = sum(_holds(found.terms, word) for word in reading.words) + coarse
    if not reading.asked:
        return relevance
    if document.kind in ("state", "profession") and set(document.codes) & set(reading.also):
        return ALSO * 100 + relevance
    order = 0
    for kind, named in (("state", reading.states), ("profession", reading.professions)):
        own = document.code(kind)
        if own and named:
            if own not in named:
                return None
            order += named.index(own)
    places = [reading.subjects.index(code) for code in document.codes if code in reading.subjects]
    nearness = NEARNESS[reading.asked].get(_role(document, reading.asked, bool(places)))
    if nearness is None:
        return None
    return round(nearness * 100 - order - min(places, default=0) + relevance, 2)


def _role(document: Document, asked: str, on_subject: bool) -> str:
    """The kind of page for NEARNESS."""
    if "T" not in asked:
        return document.kind
    if on_subject:
        # A page that is named by its own title stands where a subject's page would.
        return "subject" if document.kind == "page" else document.kind
    if document.kind == "license":
        return "lacking"
    return "" if document.kind == "subject" or asked == "T" else document.kind


def _hit(catalog: Catalog, document: Document, score: float, found: Found, reading: Reading) -> Hit:
    duties = _duties(document, found, reading)
    if duties:
        lines = [said(duty) for duty in duties[:MOST_DUTIES_IN_ANSWER]]
        if len(duties) > len(lines):
            lines.append(f"and {len(duties) - len(lines)} more")
        return Hit(document, score, duties, "; ".join(lines))
    answer = document.answer
    missing = [code for code in reading.subjects if not code.startswith("page:")]
    if document.kind == "license" and missing:
        answer += f"; nothing recorded on {catalog.lexicon.names[missing[0]]}"
    return Hit(document, score, duties, answer)


def said(duty: Entry) -> str:
    """A duty in a line."""
    return f"{duty.what}, {duty.how}" if duty.how else duty.what


def _duties(document: Document, found: Found, reading: Reading) -> tuple[Entry, ...]:
    """The duties on the subjects named, else those in whose words the query's words stand."""
    asked = set(reading.subjects)
    on_subject = [
        (min(place for place, code in enumerate(entry.codes) if code in asked), number)
        for number, entry in enumerate(document.entries)
        if asked & set(entry.codes)
    ]
    if on_subject:
        return tuple(document.entries[number] for _, number in sorted(on_subject))
    if not reading.words:
        return ()
    return tuple(entry for entry in document.entries if found.terms & set(index_terms(entry.what)))
