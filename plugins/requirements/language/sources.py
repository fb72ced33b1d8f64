"""Where a fact was read: citations, and how near to the law they are.

In: the mapping of one source. Out: a Source.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from plugins.requirements.language.fields import Record, Text, Url

SourceKind = Literal[
    "statute", "regulation", "board", "bill", "official", "journal", "society", "aggregator"
]
OFFICIAL: tuple[SourceKind, ...] = ("statute", "regulation", "board", "bill", "official")


class Source(Record):
    """Where something was read: the citation, its kind, and how current the text looked.

    `official` is the page of an agency or a body on its own rule; `board` is a licensing board's.
    """

    cite: Text = Field(description="As a lawyer would cite it, or the name of the page")
    kind: SourceKind
    quoted_in: Text | None = Field(
        default=None,
        description="Whose quotation was read, where the text itself was not",
    )
    url: Url
    current: Text | None = Field(
        default=None, description="The year or date the copy read was current as of"
    )

    @property
    def brief(self) -> str:
        """The citation, beside a number."""
        return f"{self.cite} (as quoted)" if self.quoted_in else self.cite

    @property
    def in_full(self) -> str:
        """The citation, with whose quotation was read where the text itself was not."""
        return f"{self.cite}, as quoted in {self.quoted_in}" if self.quoted_in else self.cite

    @property
    def is_second_hand(self) -> bool:
        """Whether what it says was read only in somebody else's words or quotation."""
        return self.kind == "aggregator" or self.quoted_in is not None

    @property
    def is_official(self) -> bool:
        """Whether it is the law, or the page of those whose rule it tells."""
        return self.kind in OFFICIAL
