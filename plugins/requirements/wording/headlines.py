"""The one-line answer of a license in words.

In: a license and the vocabulary. Out: the headline that every page, table, search hit and
calculator shows first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from plugins.requirements.atlas import Holding
from plugins.requirements.language.national import National
from plugins.requirements.language.obligations import Choice, Group, Node, Obligation, obligations
from plugins.requirements.language.phrases import Duration
from plugins.requirements.language.requirement import Renewal
from plugins.requirements.vocabulary.words import Vocabulary
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.naming import Naming
from plugins.requirements.wording.renewals import each_renewal, groups_end, own_renewals
from plugins.requirements.wording.terms import duration, every, fixed_days, interval, month_day

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


def headline(license_: Holding, words: Vocabulary) -> Headline:
    """The answer to "what do I owe?", before all detail."""
    requirement, speaker = license_.requirement, Speaker(license_, words)
    renewals = own_renewals(license_)
    naming = license_.naming
    when = groups_end(renewals, naming.noun)
    renews = _license_renews(renewals[0], when, naming)
    period = every(speaker.period) if speaker.period else "every renewal"
    education = requirement.education_period
    if education and speaker.period:
        span = duration(speaker.period)
        when = f"by {month_day(education.ends)}; {renews}" if education.ends else renews
        if education.runs == "to each renewal":
            period = f"in the {span} before each renewal"
    total = requirement.total
    if total is not None and (fixed := fixed_days(total.every, total.first_by)):
        when = f"{fixed}; {renews}"
    if requirement.status == "none-required":
        return Headline("none", "No continuing education", "is required", renews, "none required")
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
        shown = _at_each_renewal(renewals[0])
        return Headline(kind, subject[:1].upper() + subject[1:], shown, when, subject)
    if isinstance(license_, National) and len(requirement.requires) == 1:
        return _only(requirement.requires[0], speaker, when)
    count = len(mandated_topics(license_))
    if not count:
        return Headline(
            "none", "No continuing education", "is required now", renews, "none required now"
        )
    topics = f"{count} mandated topic" + ("" if count == 1 else "s")
    return Headline("topics", topics, "and no general total", renews, f"{topics}, no total")


def mandated_topics(license_: Holding) -> set[str]:
    """The topics that the license's duties named when it was last verified.

    Left out: duties of course providers, bills not known to be in force, duties that have ended or
    not begun, and the licensee's own area of practice.
    """
    day = license_.requirement.verified
    return {
        topic
        for duty in obligations(license_.requirement.requires)
        if duty.binds is None and duty.standing is None
        if (duty.from_ is None or duty.from_ <= day) and (duty.until is None or duty.until >= day)
        for topic in duty.topic or ()
        if topic != "practice-area"
    }


def _license_renews(renewal: Renewal, when: str, naming: Naming) -> str:
    if not isinstance(renewal.every, Duration) and renewal.ends.kind == "not-established":
        return f"how often and when the {naming.noun} renews was not found"
    joint = ";" if renewal.ends.kind == "not-established" else ","
    return f"the {naming.noun} renews {each_renewal(renewal)}{joint} {when}"


def _only(duty: Node, speaker: Speaker, when: str) -> Headline:
    """A national requirement of a single duty: that duty is the answer."""
    amount, often = speaker.amount(duty), ""
    if isinstance(duty, Obligation):
        often = interval(duty.every, speaker.period)
    when = f"the {speaker.license.naming.noun} renews {each_renewal(speaker.renewal)}, {when}"
    return Headline("hours", amount, often, when, f"{amount} {often}")


def _at_each_renewal(renewal: Renewal) -> str:
    """Write for what is shown rather than earned: "at each renewal, every 2 years"."""
    often = each_renewal(renewal)
    return often if often.startswith("at ") else f"at each renewal, {often}"


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
    return isinstance(member, Obligation) and isinstance(member.hours, float)
