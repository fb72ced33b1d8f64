"""The line at the foot of a page that leads to the glossary's words on it.

In: what stands on a page, as markup. Out: name and address of each word that it uses. Names of
sources and drawings are not looked at: they are not the page's own words.
"""

from __future__ import annotations

import re

from plugins.requirements import addresses
from plugins.requirements.vocabulary.glossary import WordFinder

_NOT_OWN = re.compile(
    r'<(?:ol class="sources"|a class="cite"|svg|select|form)(?=[ >]).*?</(?:ol|a|svg|select|form)>',
    re.DOTALL,
)
_INLINE = re.compile(r"</?(?:a|abbr|b|em|i|span|strong|sup)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


class PageWords:
    """Called by the base template with the body of every page."""

    def __init__(self, finder: WordFinder) -> None:
        self._finder = finder

    def __call__(self, body: str) -> tuple[tuple[str, str], ...]:
        """Give name and address of each word."""
        text = _TAG.sub("\n", _INLINE.sub("", _NOT_OWN.sub("\n", body)))
        return tuple((name, addresses.term(id_)) for id_, name in self._finder.on(text))
