"""The one-line answer of a license in words.

In: a license and the vocabulary. Out: the headline that every page, table, search hit and
calculator shows first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..atlas import License
from ..obligations import Choice, Group, Node, Obligation
from ..vocabulary import Vocabulary
from .duties import Speaker
from .renewals import each_renewal, ends, own_renewals
from .terms import duration, every

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


def headline(license_: License, words: Vocabulary) -> Headline:
    """The answer to "what do I owe?", before all detail."""
    requirement, speaker = license_.requirement, Speaker(license_, words)
    renewals = own_renewals(license_)
    when = ends(renewals[0]) if len(renewals) == 1 else "on a date that depends on your group"
    period = every(speaker.period) if speaker.period else "every renewal"
    education = requirement.education_period
    if education and speaker.period:
        span = duration(speaker.period)
        when = f"the license renews {each_renewal(renewals[0])}, {when}"
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
        return _choice(main, speaker, each_renewal(renewals[0]), when)
    if isinstance(main, Obligation | Group):
        subject = speaker.whole(main)
        kind: AnswerKind = "certification" if getattr(main, "holds", None) else "other"
        return Headline(
            kind, subject[:1].upper() + subject[1:], each_renewal(renewals[0]), when, subject
        )
    count = sum(1 for node in requirement.requires if isinstance(node, Obligation))
    topics = f"{count} mandated topic" + ("" if count == 1 else "s")
    return Headline("topics", "No general total", f"but {topics}", when, f"no total, {topics}")


def _is_main(node: Node) -> bool:
    """Whether the node is the license's general duty rather than a topic."""
    if isinstance(node, Obligation):
        return node.amount in ("holds", "license", "practice", "does", "words") and not node.topic
    return node.within is None and node.on_top_of is None and node.when is None


def _choice(main: Choice, speaker: Speaker, renewal: str, when: str) -> Headline:
    """Name the way by education first, since that is what most people look for."""
    education = next((member for member in main.of if _is_education(member)), None)
    others = len(main.of) - 1
    if main.choose > 1 or education is None:
        count = f"Any {main.choose}" if main.choose > 1 else "One"
        amount = f"{count} of {len(main.of)} ways"
        return Headline("choice", amount, renewal, when, f"{amount} {renewal}")
    named = education.label if isinstance(education, Group) else None
    amount = named or speaker.amount(education)
    other = "or another way" if others == 1 else f"or one of {others} other ways"
    amount = amount[:1].upper() + amount[1:]
    return Headline("choice", amount, f"{renewal}, {other}", when, f"{amount} {renewal}, {other}")


def _is_education(member: Node) -> bool:
    if isinstance(member, Group):
        return bool(member.label) and all(
            isinstance(part, Obligation) and part.hours is not None for part in member.all
        )
    return isinstance(member, Obligation) and member.hours is not None
