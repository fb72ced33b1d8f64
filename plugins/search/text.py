"""How text becomes words, for the index, the lexicon and queries alike.

Mirrored in browser/text.ts.

In: text as written or typed. Out: chunks ("13:35-6.15", "end-of-life", "d.o."), the pieces of a
chunk ("end", "of", "life"), and the terms that the index holds for a text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_APOSTROPHES = re.compile("['’‘]")
_CHUNK = re.compile(r"[A-Za-z0-9]+(?:[.:\-][A-Za-z0-9]+)*")
_INITIALS = re.compile(r"^[a-z](?:\.[a-z])+$")
_SEPARATOR = re.compile(r"[.:\-]")
_DIGIT = re.compile(r"[0-9]")
_TAIL = re.compile(r"[:\-]([^:\-]*)$")

SHORTEST_TAIL = 3


@dataclass(frozen=True)
class Chunk:
    """What stands between spaces: in lower case, and whether it was typed in capitals."""

    text: str
    capitals: bool


@cache  # the same few phrases stand in many licenses
def chunks(text: str) -> tuple[Chunk, ...]:
    """Split a text; "/" and "&" between words are read as "and"."""
    plain = _APOSTROPHES.sub("", text)
    if not plain.isascii():
        letters = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    plain = plain.replace("/", " and ").replace("&", " and ")
    found = []
    for match in _CHUNK.finditer(plain):
        typed = match.group()
        lower = typed.lower()
        if _INITIALS.match(lower):
            lower = lower.replace(".", "")
        found.append(Chunk(lower, typed != typed.lower() and typed == typed.upper()))
    return tuple(found)


def pieces(chunk: str) -> list[str]:
    """The words of one chunk."""
    return _SEPARATOR.split(chunk)


def words(text: str) -> list[str]:
    """All words of a text, in order."""
    return [piece for chunk in chunks(text) for piece in pieces(chunk.text)]


def query_terms(chunk: str) -> list[str]:
    """What to look up for a chunk: a number with its punctuation, else its words."""
    return [chunk] if _DIGIT.search(chunk) else pieces(chunk)


def index_terms(text: str) -> list[str]:
    """What the index holds for a text: as `query_terms`, and the last part of long citations."""
    found: list[str] = []
    for chunk in chunks(text):
        found.extend(query_terms(chunk.text))
        tail = _TAIL.search(chunk.text)
        if tail and _DIGIT.search(tail[1]) and len(tail[1]) >= SHORTEST_TAIL:
            found.append(tail[1])
    return found
