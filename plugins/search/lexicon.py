"""The names of states, professions, topics and kinds of credit, in the ways people type them.

In: the vocabulary and the jurisdictions. Out: phrases with what they mean, as codes such as
"state:texas", "profession:np", "topic:ethics", "credit:ancc", "body:ancc", "page:boards".
A phrase with several meanings lists the likeliest first: "physician" is MD or DO, "pa" an
assistant or a state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plugins.requirements.atlas import Atlas

from .pages import LISTS
from .text import words
from .words import NAMES, NOISE, PARTS

_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
ARTICLE = re.compile(r"^(the|a|an) ")
_DIGIT_LETTER = re.compile(r"\b([0-9]) ([a-z])\b")


@dataclass(frozen=True)
class Lexicon:
    """Phrases (words joined by spaces) and the codes each stands for, likeliest first."""

    phrases: dict[str, tuple[str, ...]]
    names: dict[str, str]
    """What to call each code in running text."""
    longest: int = field(init=False)
    known: frozenset[str] = field(init=False)
    """Every word of every phrase."""

    def __post_init__(self) -> None:
        split = [phrase.split() for phrase in self.phrases]
        object.__setattr__(self, "longest", max(map(len, split), default=0))
        object.__setattr__(self, "known", frozenset(word for phrase in split for word in phrase))

    def topics_in(self, text: str) -> Iterator[str]:
        """Every topic that a text names, also one inside the name of another."""
        listed = words(text)
        for start in range(len(listed)):
            for end in range(start + 1, min(start + self.longest, len(listed)) + 1):
                for code in self.phrases.get(" ".join(listed[start:end]), ()):
                    if code.startswith("topic:"):
                        yield code


def lexicon_of(atlas: Atlas) -> Lexicon:
    """Gather the names; those of professions stand before the states' postal codes."""
    phrases: dict[str, dict[str, None]] = {}
    names: dict[str, str] = {}

    def name(code: str, *texts: str) -> None:
        names.setdefault(code, texts[0])
        for text in texts:
            for phrase in _variants(text):
                # CEU names a credit, "states" a page, but in a query they nearly always mean less.
                if not (phrase in NOISE and code.startswith(("credit:", "page:"))):
                    phrases.setdefault(phrase, {})[code] = None

    for phrase, codes in NAMES.items():
        phrases[phrase] = dict.fromkeys(codes)
    words_ = atlas.vocabulary
    for profession, entry in words_.professions.items():
        name(f"profession:{profession}", entry.name, entry.short, entry.people, *entry.synonyms)
    for place, item in atlas.jurisdictions.items():
        name(f"state:{place}", item.name, item.code)
    for id_, national in atlas.nationals.items():
        name(f"national:{id_}", national.requirement.name, id_)
    for id_, body in words_.accrediting_bodies.items():
        name(f"body:{id_}", body.name, body.short)
    for topic, term in words_.topics.items():
        name(f"topic:{topic}", term.name, topic, *term.synonyms)
    for category, credit in words_.credit_categories.items():
        name(f"credit:{category}", credit.name, category, *credit.synonyms)
    for credential, fact in words_.credentials.items():
        name(f"credential:{credential}", fact.name)
    for page in LISTS:
        name(page.code, page.title, *page.names)
    for part, asked in PARTS.items():
        name(f"part:{part}", *asked)
    return Lexicon({phrase: tuple(codes) for phrase, codes in sorted(phrases.items())}, names)


def _variants(text: str) -> Iterator[str]:
    """The phrase itself; without what is in brackets; "1a" beside "1 a"; without an article."""
    whole = " ".join(words(ARTICLE.sub("", text)))
    bare = " ".join(words(ARTICLE.sub("", _IN_BRACKETS.sub("", text))))
    for phrase in dict.fromkeys((whole, bare)):
        yield phrase
        if _DIGIT_LETTER.search(phrase):
            yield _DIGIT_LETTER.sub(r"\1\2", phrase)
