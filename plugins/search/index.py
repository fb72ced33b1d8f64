"""The search library behind one small module: lunr.py here, lunr.js in browser/library.ts.

In: documents. Out: an index, and for words the documents that hold them. Neither stemmer nor stop
words (OR, IN, ME and DO are states and professions); terms go to lunr's query builder, never a
query string, so that "13:35" or "+" cannot be taken for syntax.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lunr.builder import Builder
from lunr.index import Index
from lunr.query import QueryPresence

from .document import Document
from .text import index_terms

# Boosts by field. `code` holds states, professions and subjects, and is asked only for these.
FIELDS = {"code": 10, "name": 6, "law": 3, "text": 1}
WORD_FIELDS = ["name", "law", "text"]
EXACT, PREFIX, SIMILAR = 8, 3, 1
SHORTEST_PREFIX, SHORTEST_SIMILAR = 2, 5
TRAILING = 2
# lunr, in both languages, numbers the nodes of its word tree and confuses these numbers with
# digits inside words: "64b8-13.005" and its like get lost. In the index other signs stand for them.
_STAND_INS = str.maketrans("0123456789", "!#$%()+,;=")
_BACK = {value: key for key, value in _STAND_INS.items()}
# Of a citation its numbers: "Code", "Stat." and the like stand in nearly all.
_DIGITS = re.compile("[0-9].*[0-9]")
_ANY = re.compile("")


@dataclass(frozen=True)
class Found:
    """A document that matched: its number, lunr's score, and the index terms that matched."""

    number: int
    score: float
    terms: frozenset[str]


def filled(documents: Sequence[Document]) -> Builder:
    """A builder that holds the documents under their numbers: all that the browser needs, which
    computes the weights itself.
    """
    builder = Builder()
    builder.ref("number")
    # Length says nothing here: a license with many duties is no worse an answer.
    builder.b(0)
    for field, boost in FIELDS.items():
        builder.field(field, boost)
    for number, document in enumerate(documents):
        builder.add(
            {
                "number": str(number),
                "code": [_stored(code) for code in document.codes],
                "name": _terms([document.title]),
                "law": _terms(document.law, only=_DIGITS),
                "text": _terms(document.text),
            }
        )
    return builder


def build_index(documents: Sequence[Document]) -> Index:
    """Index the documents, ready to be asked."""
    return filled(documents).build()


def _terms(texts: Iterable[str], only: re.Pattern[str] = _ANY) -> list[str]:
    """Each term once, so that every match of a field weighs the same."""
    terms = (term for text in texts for term in index_terms(text) if only.search(term))
    return list(dict.fromkeys(map(_stored, terms)))


def _stored(term: str) -> str:
    return term.translate(_STAND_INS)


def terms_of(index: Index) -> frozenset[str]:
    """Every term of the index, as text holds it."""
    return _read_back(index.inverted_index)


def ask(index: Index, codes: Iterable[str], words: Iterable[str]) -> list[Found]:
    """Look up codes exactly; words exactly, as beginnings, and with one letter amiss."""
    query = index.create_query()
    optional = {"presence": QueryPresence.OPTIONAL, "use_pipeline": False}
    for code in codes:
        query.term(_stored(code), fields=["code"], **optional)
    for word in map(_stored, words):
        query.term(word, fields=WORD_FIELDS, boost=EXACT, **optional)
        if len(word) >= SHORTEST_PREFIX:
            query.term(word, fields=WORD_FIELDS, boost=PREFIX, wildcard=TRAILING, **optional)
        if len(word) >= SHORTEST_SIMILAR:
            query.term(word, fields=WORD_FIELDS, boost=SIMILAR, edit_distance=1, **optional)
    if not query.clauses:
        return []
    return [
        Found(int(hit["ref"]), hit["score"], _read_back(hit["match_data"].metadata))
        for hit in index.query(query)
    ]


def _read_back(terms: Iterable[str]) -> frozenset[str]:
    return frozenset(term.translate(_BACK) for term in terms)
