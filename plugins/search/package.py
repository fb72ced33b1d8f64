"""The catalog as one small script for the browser; browser/catalog.ts reads it.

In: a Catalog. Out: JavaScript that sets one global, so that it loads from a disk as from a server.
Texts and codes stand once and are referred to by number. The index is lunr's, without what follows
from the rest: as every term counts once in a field and length counts for nothing, a term's weight
is its rarity times the field's boost.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from . import words
from .document import Document
from .index import FIELDS, filled
from .lexicon import ARTICLE
from .ranking import Catalog
from .text import words as split

GLOBAL = "cmeAtlasSearchIndex"


class Numbers:
    """Numbers for texts: first those that are given, then as they are met."""

    def __init__(self, given: Iterable[str] = ()) -> None:
        self.listed = {text: number for number, text in enumerate(given)}

    def of(self, text: str) -> int:
        """The text's number."""
        return self.listed.setdefault(text, len(self.listed))


def script(catalog: Catalog) -> str:
    """The whole as a script."""
    data = json.dumps(packed(catalog), separators=(",", ":"), ensure_ascii=False)
    return f"globalThis.{GLOBAL}={data};\n"


def packed(catalog: Catalog) -> dict[str, Any]:
    """The whole as plain data."""
    # In alphabetical order, as texts that begin alike compress best beside each other.
    texts, codes = Numbers(sorted(_texts(catalog.documents))), Numbers()
    listed = [_document(document, texts, codes) for document in catalog.documents]
    names = catalog.lexicon.names
    # The browser adds the names themselves.
    phrases = [
        f"{phrase}={' '.join(str(codes.of(code)) for code in meant)}"
        for phrase, meant in catalog.lexicon.phrases.items()
        if len(meant) > 1 or phrase != " ".join(split(ARTICLE.sub("", names[meant[0]])))
    ]
    for code in names:
        codes.of(code)
    return {
        "documents": listed,
        "phrases": phrases,
        "texts": list(texts.listed),
        "codes": list(codes.listed),
        "names": [names[code] for code in codes.listed],
        "shorts": {
            document.code("profession"): document.title.removeprefix(
                names[document.code("state")]
            ).strip()
            for document in catalog.documents
            if document.kind == "license"
        },
        "words": {
            "noise": _joined(words.NOISE),
            "sentence": _joined(words.SENTENCE),
            "afterVerb": _joined(words.AFTER_VERB),
            "everydayCodes": _joined(words.EVERYDAY_CODES),
            "interjections": _joined(words.INTERJECTIONS),
        },
        "index": _index(catalog.documents),
    }


def _texts(documents: Iterable[Document]) -> set[str]:
    found = {"" if document.kind == "state" else document.answer for document in documents}
    entries = [entry for document in documents for entry in document.entries]
    return found.union(*((entry.anchor, entry.what, entry.how) for entry in entries))


def _joined(listed: Iterable[str]) -> str:
    return " ".join(sorted(listed))


def _document(document: Document, texts: Numbers, codes: Numbers) -> list[Any]:
    """A row, without what follows from the rest.

    A license: its state and profession, its answer, and for each duty its texts and codes. Any
    other page: kind, address, title, answer, codes and entries. The page of a state, profession or
    topic has its address and title by its code; a state's answer is that of its licenses.
    """
    entries = [
        [texts.of(entry.anchor), texts.of(entry.what), texts.of(entry.how)]
        + [codes.of(code) for code in entry.codes]
        for entry in document.entries
    ]
    if document.kind == "license":
        place, profession = document.code("state"), document.code("profession")
        return [codes.of(place), codes.of(profession), texts.of(document.answer), entries]
    other = document.kind == "page"
    return [
        document.kind,
        document.address if other else "",
        document.title if other else "",
        texts.of("" if document.kind == "state" else document.answer),
        [codes.of(code) for code in document.codes],
        entries,
    ]


def _index(documents: Sequence[Document]) -> dict[str, Any]:
    """Terms in alphabetical order; for each field, by term, the steps between its documents.

    The field of codes follows from the documents.
    """
    inverted = filled(documents).inverted_index
    fields = [field for field in FIELDS if field != "code"]
    terms = sorted(term for term in inverted if any(inverted[term][field] for field in fields))
    return {
        "boosts": FIELDS,
        "terms": " ".join(terms),
        "documents": {
            field: "\n".join(_steps(map(int, inverted[term][field])) for term in terms)
            for field in fields
        },
    }


def _steps(numbers: Iterable[int]) -> str:
    ordered = sorted(numbers)
    return " ".join(str(b - a) for a, b in zip([-1, *ordered], ordered, strict=False))
