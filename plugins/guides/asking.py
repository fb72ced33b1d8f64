"""What a shortcode asks, and the lookups by which it is answered.

In: the library (all data a guide may draw on) and the words of one shortcode. Out: records, or a
Mistake that names the nearest valid word. Sources that an answer cites are collected in order.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas, Holding, License
from plugins.requirements.language.fields import PROFESSIONS, Profession
from plugins.requirements.language.obligations import Duty, walk
from plugins.requirements.language.sources import Source
from plugins.requirements.problems import did_you_mean
from plugins.requirements.vocabulary.accreditation import CreditSystem, Earning
from plugins.requirements.wording.duties import Speaker

from .facts import Facts


def prose(text: str) -> str:
    """Text of the data as HTML, with the apostrophes of typeset prose."""
    return escape(text, quote=False).replace("'", "’")


class Mistake(Exception):
    """A shortcode that cannot be answered: what is wrong, and what would be right."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@dataclass(frozen=True)
class Library:
    """All that a guide may draw on. `guides` are the titles of the files in content/guides/."""

    atlas: Atlas
    facts: Facts
    guides: dict[str, str]
    today: dt.date


@dataclass
class Page:
    """The page being written: the way from it to the site's root, and the sources it has cited."""

    root: str
    sources: list[Source] = field(default_factory=list)

    def link(self, address: str, text: str) -> str:
        """A link to an address of the site."""
        return f'<a href="{escape(self.root + address)}">{prose(text)}</a>'

    def cite(self, sources: Iterable[Source]) -> str:
        """Small numbers that lead to the sources at the foot of the page."""
        numbers = []
        for source in sources:
            known = [other.url for other in self.sources]
            if source.url not in known:
                self.sources.append(source)
                known.append(source.url)
            number = known.index(source.url) + 1
            numbers.append(
                f'<a href="#source-{number}" title="{escape(source.in_full)}">'
                f'<span class="sr">Source </span>{number}</a>'
            )
        return f'<sup class="marks">{" ".join(numbers)}</sup>' if numbers else ""


@dataclass(frozen=True)
class Ask:
    """One shortcode: its words after the name, and the text after a bar, if it has one."""

    library: Library
    page: Page
    words: tuple[str, ...]
    text: str = ""

    @property
    def atlas(self) -> Atlas:
        """The data."""
        return self.library.atlas

    def word(self, index: int) -> str:
        """The word in this place, or "" where there is none."""
        return self.words[index] if index < len(self.words) else ""

    def one_of(self, index: int, what: str, valid: Iterable[str], part: str = "") -> str:
        """The word in this place, or a part of it, which has to be one of these."""
        word, known = part or self.word(index), list(valid)
        if word not in known:
            raise Mistake(f"there is no {what} '{word}'", did_you_mean(word, known))
        return word

    def holding(self, index: int = 0) -> Holding:
        """The license or national requirement that the word names."""
        holdings: dict[str, Holding] = {**self.atlas.licenses, **self.atlas.nationals}
        return holdings[self.one_of(index, "license or national requirement", holdings)]

    def speaker(self, index: int = 0) -> Speaker:
        """The license or national requirement that the word names, ready to be put in words."""
        return Speaker(self.holding(index), self.atlas.vocabulary)

    def duty(self, index: int = 1) -> Duty:
        """The duty, of the license or national requirement before it."""
        item = self.holding(index - 1)
        duties = {node.id: node for node in walk(item.requirement.requires)}
        return duties[self.one_of(index, f"duty of {item.id}", duties)]

    def profession(self, index: int) -> Profession | None:
        """The profession in this place; None where no word stands there."""
        if not self.word(index):
            return None
        word = self.one_of(index, "profession", PROFESSIONS)
        return next(known for known in PROFESSIONS if known == word)

    def licenses(self, profession: Profession | None) -> list[License]:
        """The licenses of a profession, or all."""
        atlas = self.atlas
        return list(atlas.licenses_of(profession) if profession else atlas.licenses.values())

    def earning(self) -> tuple[CreditSystem, Earning]:
        """The credit system that the first word names, and the way that the text begins."""
        systems = self.atlas.vocabulary.credit_systems
        system = systems[self.one_of(0, "credit system", systems)]
        found = [earning for earning in system.earn if earning.way.startswith(self.text)]
        if len(found) != 1 or not self.text:
            begins = "no way" if not found else "more than one way"
            ways = "; ".join(earning.way for earning in system.earn)
            raise Mistake(f"{begins} to earn it begins with '{self.text}'", f"one of: {ways}")
        return system, found[0]

    def to_page(self, item: Holding, text: str, id_: str = "") -> str:
        """A link to the page of a license or national requirement, or to a place on it."""
        address = addresses.duty(item, id_) if id_ else addresses.license_(item)
        return self.page.link(address, text)

    def cited(self, item: Holding, ids: Iterable[str]) -> str:
        """Marks for sources of a license or national requirement."""
        return self.page.cite(item.requirement.sources[id_] for id_ in ids)
