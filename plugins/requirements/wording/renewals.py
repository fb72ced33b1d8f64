"""Renewal cycles and the one-line answer in words.

In: a license. Out: "every 2 years, by the last day of your birth month", and the headline answer
that every page, search hit and table shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..atlas import License
from ..conditions import Answer, Condition
from ..obligations import Choice, Group, Node, Obligation
from ..phrases import Duration
from ..requirement import Renewal
from ..vocabulary import Vocabulary
from .terms import duration, every, renewal_end

AnswerKind = Literal[
    "hours", "certification", "choice", "topics", "other", "none", "not-established"
]


@dataclass(frozen=True)
class Headline:
    """The answer of a license, in the parts that a page sets apart.

    `amount` is the largest thing on a page ("50 hours"), `period` follows it ("every 2 years"),
    `when` says how the cycle ends, `short` is the answer in a table cell or a search hit.
    """

    kind: AnswerKind
    amount: str
    period: str
    when: str
    short: str


def own_renewals(license_: License) -> tuple[Renewal, ...]:
    """The renewal cycles of this license's profession: several where licensees fall in groups."""
    renewals: tuple[Renewal, ...] = license_.requirement.renewal
    mine = tuple(item for item in renewals if _is_for(item.when, license_.profession))
    return mine or renewals


def _is_for(condition: Condition | None, profession: str) -> bool:
    if isinstance(condition, Answer) and condition.question == "profession":
        return isinstance(condition.value, tuple) and profession in condition.value
    return True


def ends(renewal: Renewal) -> str:
    """How the cycle ends, to follow a period: "by December 31 of even-numbered years"."""
    if renewal.ends.kind == "not-established":
        return "the renewal date was not found"
    years = {
        "odd": " of odd-numbered years",
        "even": " of even-numbered years",
        "parity of birth year": ", in even or odd years as your birth year is",
        "parity of license number": ", in even or odd years as your license number is",
        "shown on license": ", in the year shown on your license",
        None: "",
    }[renewal.years]
    return f"by {renewal_end(renewal.ends)}{years}"


def headline(license_: License, words: Vocabulary) -> Headline:
    """The answer to "what do I owe?", before all detail."""
    from .duties import Speaker

    requirement, speaker = license_.requirement, Speaker(license_, words)
    renewals = own_renewals(license_)
    when = ends(renewals[0]) if len(renewals) == 1 else "on a date that depends on your group"
    period = every(speaker.period) if speaker.period else "every renewal"
    education = requirement.education_period
    if education and speaker.period:
        span = duration(speaker.period)
        when = f"the license renews {_each_renewal(renewals[0])}, {when}"
        if education.runs == "to each renewal":
            period = f"in the {span} before each renewal"
    total = requirement.total
    if requirement.status == "none-required":
        return Headline("none", "No continuing education", "is required", when, "none required")
    if total is not None and isinstance(total.hours, float):
        amount = speaker.amount(total)
        return Headline("hours", amount, period, when, f"{amount} {period}")
    if requirement.status == "not-established" or total is not None:
        return Headline("not-established", "Not established", "", when, "not established")
    main = next((node for node in requirement.requires if _is_main(node)), None)
    if isinstance(main, Choice):
        of = f"{speaker.choice_amount(main)} of {len(main.of)} ways"
        renewal = _each_renewal(renewals[0])
        return Headline("choice", of.capitalize(), renewal, when, f"{of} {renewal}")
    if isinstance(main, Obligation | Group):
        subject = speaker.whole(main)
        kind: AnswerKind = "certification" if getattr(main, "holds", None) else "other"
        return Headline(
            kind, subject[:1].upper() + subject[1:], _each_renewal(renewals[0]), when, subject
        )
    count = sum(1 for node in requirement.requires if isinstance(node, Obligation))
    topics = f"{count} mandated topic" + ("" if count == 1 else "s")
    return Headline("topics", "No general total", f"but {topics}", when, f"no total, {topics}")


def _is_main(node: Node) -> bool:
    """Whether the node is the license's general duty rather than a topic."""
    if isinstance(node, Obligation):
        return node.amount in ("holds", "license", "practice", "does", "words") and not node.topic
    return node.within is None and node.on_top_of is None and node.when is None


def _each_renewal(renewal: Renewal) -> str:
    return every(renewal.every) if isinstance(renewal.every, Duration) else "at each renewal"
