"""What a credit is worth to somebody else: the one place that answers it, for pages and calculator.

In: the vocabulary, a credit category, and the body or license that takes it. Out: rates, each with
the record it comes from.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.requirements.language.requirement import Requirement
from plugins.requirements.vocabulary.accreditation import Equivalence
from plugins.requirements.vocabulary.words import Vocabulary


@dataclass(frozen=True)
class Accepted:
    """One credit (or `one` of another unit) of a category is worth `worth` of `counts_as`.

    Only the first so many count at that rate where `first` says so, and further ones once. Without
    `counts_as` it is worth so many hours of its own kind.
    """

    worth: float
    counts_as: str | None
    one: str | None = None
    first: float | None = None

    def of(self, amount: float) -> float:
        """What an amount is worth."""
        if self.first is None or amount <= self.first:
            return amount * self.worth
        return self.first * self.worth + (amount - self.first)


def accepted(words: Vocabulary, credit: str, body: str | None = None) -> tuple[Accepted, ...]:
    """As what a body takes a credit category; without a body, what the unit means to everybody.

    Rates that are not established are left out: nothing can be computed with them.
    """
    return tuple(
        Accepted(item.worth, item.counts_as, item.one, item.first)
        for item in words.equivalences.values()
        if credit in item.credit and item.body == body and isinstance(item.worth, float)
    )


def hours_in(words: Vocabulary, credit: str, unit: str, rule: Requirement) -> float | None:
    """How many hours a requirement counts for one `unit` of a category: a semester hour, a CEU.

    Its own conversions go first, then what the unit means to everybody. None: nothing says.
    """
    for item in rule.conversions:
        if item.counts == credit and item.one == unit:
            return item.worth
    for found in accepted(words, credit):
        if found.one == unit and found.counts_as is None:
            return found.worth
    return None


def about(words: Vocabulary, credit: str) -> dict[str, Equivalence]:
    """The records that say who takes a credit category, or what is taken as it."""
    return {
        id_: item
        for id_, item in words.equivalences.items()
        if credit in item.credit or item.counts_as == credit
    }
