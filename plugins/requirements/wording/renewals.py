"""Renewal cycles in words.

In: a license. Out: its cycles, and how they end: "by the last day of your birth month".
"""

from __future__ import annotations

from plugins.requirements.atlas import Holding
from plugins.requirements.language.conditions import Answer, Condition
from plugins.requirements.language.fields import Profession
from plugins.requirements.language.phrases import Duration
from plugins.requirements.language.requirement import Renewal
from plugins.requirements.wording.naming import LICENSE
from plugins.requirements.wording.terms import every, join, renewal_end

# More dates than these are not named in one sentence.
MOST_DATES = 3


def own_renewals(license_: Holding) -> tuple[Renewal, ...]:
    """The renewal cycles of this license's profession: several where licensees fall in groups."""
    renewals: tuple[Renewal, ...] = license_.requirement.renewal
    mine = tuple(item for item in renewals if _is_for(item.when, license_.professions))
    return mine or renewals


def _is_for(condition: Condition | None, professions: tuple[Profession, ...]) -> bool:
    if isinstance(condition, Answer) and condition.question == "profession":
        return isinstance(condition.value, tuple) and not set(professions).isdisjoint(
            condition.value
        )
    return True


def ends(renewal: Renewal, noun: str = LICENSE.noun) -> str:
    """How the cycle ends, to follow a period: "by December 31 of even-numbered years"."""
    if renewal.ends.kind == "not-established":
        return "the renewal date was not found"
    years = {
        "odd": ", in odd-numbered years",
        "even": ", in even-numbered years",
        "parity of birth year": ", in even or odd years as your birth year is",
        "parity of license number": ", in even or odd years as your license number is",
        "shown on license": ", in the year shown on your license",
        None: "",
    }[renewal.years]
    return f"by {renewal_end(renewal.ends, noun)}{years}"


def groups_end(renewals: tuple[Renewal, ...], noun: str = LICENSE.noun) -> str:
    """How the cycle ends where licensees fall in groups: the dates of all of them."""
    found = list(dict.fromkeys(ends(item, noun).removeprefix("by ") for item in renewals))
    if len(found) == 1:
        return ends(renewals[0], noun)
    if len(found) > MOST_DATES:
        return "on a date that depends on your group"
    return f"by {join(found, 'or')}, depending on your group"


def each_renewal(renewal: Renewal) -> str:
    """Write how often the license renews: "every 2 years", "at each renewal"."""
    return every(renewal.every) if isinstance(renewal.every, Duration) else "at each renewal"
