"""The models of what can be found.

In: what documents.py and holdings.py put together. Out: documents, each a page with its entries.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# A "subject" is a topic, a kind of credit, a body or a national requirement.
Kind = Literal["license", "state", "profession", "subject", "page"]


@dataclass(frozen=True)
class Entry:
    """One duty of a license: its anchor, what is owed, how often and for whom, and its subjects."""

    anchor: str
    what: str
    how: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """One page: what it answers, the codes it is found by, and more words for the index."""

    kind: Kind
    address: str
    title: str
    answer: str
    codes: tuple[str, ...]
    entries: tuple[Entry, ...] = ()
    law: tuple[str, ...] = ()
    text: tuple[str, ...] = ()

    def code(self, kind: str) -> str:
        """The state or profession that the page is about, "" where it is about none."""
        return next((code for code in self.codes if code.startswith(f"{kind}:")), "")
