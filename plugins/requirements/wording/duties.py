"""Duties in words: the amount, the subject, how often, by when and for whom.

In: a duty of a license. Out: phrases for a ledger row, and one sentence that says it all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.requirements.atlas import Holding
from plugins.requirements.language.obligations import Choice, Duty, Group, Obligation, Phase, walk
from plugins.requirements.language.phrases import Duration, Share
from plugins.requirements.language.requirement import Renewal
from plugins.requirements.vocabulary.words import Vocabulary
from plugins.requirements.wording.conditions import clause
from plugins.requirements.wording.renewals import own_renewals
from plugins.requirements.wording.terms import (
    NUMBERS,
    date,
    deadline,
    duration,
    fixed_days,
    hours,
    hours_of,
    interval,
    join,
    number,
)

# Topics that are a field of practice rather than a subject: hours are spent in them.
FIELDS = {"practice-area", "supervising-physician-specialty"}
# In a label: it says what kind of credit, so that the hours are "of" it and not "on" it.
_KIND_OF_CREDIT = re.compile(
    r"\bcategory [1I]|\b(credits?|hours)$|\b(education|programs)\b(?! and)", re.IGNORECASE
)


@dataclass(frozen=True)
class Speaker:
    """Says the duties of one license; holds what every phrase needs to know."""

    license: Holding
    words: Vocabulary

    @property
    def period(self) -> Duration | None:
        """The span over which credit is counted, None where not established."""
        requirement = self.license.requirement
        if requirement.education_period:
            return requirement.education_period.length
        every = self.renewal.every
        return every if isinstance(every, Duration) else None

    @property
    def renewal(self) -> Renewal:
        """The renewal cycle of this license's profession, the first where there are groups."""
        return own_renewals(self.license)[0]

    def subject(self, duty: Duty) -> str:
        """What the duty is about, as a noun phrase."""
        if duty.label:
            return duty.label
        if isinstance(duty, Group):
            return join([self.way(node) for node in duty.all])
        if isinstance(duty, Choice):
            return f"{self.choice_amount(duty)} of {number_word(len(duty.of))} ways"
        assert isinstance(duty, Obligation)
        if duty.topic:
            names = [self.words.topics[word].name for word in duty.topic]
            # The vocabulary speaks of the licensee, a sentence to the licensee.
            return join(names, "or").replace("the licensee's", "your")
        if duty.holds:
            return join([self.words.credentials[word].name for word in duty.holds], "or")
        if duty.does:
            return join([self.words.activities[word].name for word in duty.does], "or")
        if duty.id == "total":
            return "continuing education"
        if duty.counts and duty.within:
            return join([self.words.credit_categories[word].name for word in duty.counts], "or")
        if duty.format:
            return join([self.words.formats[word].name for word in duty.format], "or")
        if duty.practice:
            return "practice"
        if duty.license:
            return f"your {duty.license.upper()} license"
        return "continuing education"

    def amount(self, duty: Duty) -> str:
        """How much, short: "12 hours", "10 hours", "a course", "any 2"."""
        unit = self.license.requirement.unit
        if isinstance(duty, Choice):
            return self.choice_amount(duty)
        if isinstance(duty, Group):
            return "all of these"
        assert isinstance(duty, Obligation)
        if duty.hours == "not-established":
            return "hours not established"
        if duty.hours:
            return hours(float(duty.hours), unit)
        if duty.share:
            counted = self.hours_of(duty)
            return hours(counted, unit) if counted else f"{number(duty.share.percent)}%"
        if duty.practice:
            return hours(duty.practice)
        if duty.holds:
            names = (self.words.credentials[id_].short for id_ in duty.holds)
            return join(list(dict.fromkeys(names)), "or")
        return {
            "course": "a course",
            "does": "to do",
            "attests": "attestation",
            "license": "other license",
            "words": "see the rule",
        }[duty.amount]

    def hours_of(self, duty: Obligation) -> float | None:
        """The duty's hours as a number: a share is worked out, None where there is none."""
        if isinstance(duty.hours, float):
            return duty.hours
        if isinstance(duty.share, Share):
            whole = self.find(duty.share.of)
            if isinstance(whole, Obligation) and isinstance(whole.hours, float):
                return whole.hours * duty.share.percent / 100
        return None

    def find(self, id_: str) -> Duty | None:
        """The duty of this requirement with the given id."""
        found = (node for node in walk(self.license.requirement.requires) if node.id == id_)
        return next(found, None)

    def choice_amount(self, duty: Choice) -> str:
        """Write "one", "any two"."""
        return "one" if duty.choose == 1 else f"any {number_word(duty.choose)}"

    def whole(self, duty: Duty) -> str:
        """Amount and subject together: "12 hours on pain management"."""
        subject = self.subject(duty)
        if isinstance(duty, Choice):
            listed = join([self.way(node) for node in duty.of], "or")
            return f"{self.choice_amount(duty)} of these: {listed}"
        if isinstance(duty, Group):
            return duty.label or subject
        assert isinstance(duty, Obligation)
        if duty.amount in ("holds", "does"):
            return subject
        if duty.attests:
            return f"an attestation: {duty.attests}"
        if duty.license:
            return duty.label or f"everything that {subject} requires"
        if duty.words:
            return duty.words
        if duty.practice:
            return f"{hours(duty.practice)} of {subject}"
        if duty.course is not None:
            return duty.course if isinstance(duty.course, str) else f"a course on {subject}"
        if duty.hours == "not-established":
            return f"education on {subject}, for a number of hours that was not found"
        if any(phase.hours for phase in duty.phases):
            return f"education on {subject}"
        return self.counted(duty, self.hours_of(duty))

    def way(self, duty: Duty) -> str:
        """The whole of one way to meet a duty, which no rhythm follows."""
        over = duty.over if isinstance(duty, Obligation) else None
        return f"{self.whole(duty)} in the last {duration(over)}" if over else self.whole(duty)

    def counted(self, duty: Obligation, value: float | None) -> str:
        """Say how much of what a duty in hours asks: "12 hours on pain management"."""
        subject = self.subject(duty)
        unit = self.license.requirement.unit
        if value is None:
            return f"{self.amount(duty)} of {subject}"
        if duty.topic and not (duty.label and _KIND_OF_CREDIT.search(duty.label)):
            joint = "in" if FIELDS.intersection(duty.topic) else "on"
            return f"{hours(value, unit)} {joint} {subject}"
        return hours_of(value, unit, subject)

    def rhythm(self, duty: Obligation) -> str:
        """How often and by when: "once, by your second renewal"; "" if it is in every course."""
        if duty.binds == "providers":
            return ""
        if duty.phases:
            return join([self._phase(phase, duty) for phase in duty.phases], "then")
        text, naming = interval(duty.every, self.period), self.license.naming
        if duty.over and duty.every.kind == "period":
            text = f"in the {duration(duty.over)} before each renewal"
        by = duty.by or duty.first_by
        if fixed := fixed_days(duty.every, duty.first_by):
            text += f", {fixed}"
        elif by:
            first = "" if duty.by else "first "
            text += f", {first}{deadline(by, self.words, naming)}"
        existing = duty.existing_licensees
        if existing:
            before = f"if you were {naming.given} before {date(existing.licensed_before)}"
            text += (
                f" ({deadline(existing.by, self.words, naming)} {before})"
                if existing.by
                else f" (not {before})"
            )
        if duty.over and duty.every.kind != "period":
            text += f", in the {duration(duty.over)} before"
        return text

    def _phase(self, phase: Phase, duty: Obligation) -> str:
        amount = f"{hours(phase.hours, self.license.requirement.unit)} " if phase.hours else ""
        if phase.for_first is None:
            return f"{amount}{interval(phase.every, self.period)}"
        by = phase.first_by and deadline(phase.first_by, self.words, self.license.naming)
        if phase.for_first == 1:
            within = f", {by}" if by else ""
            return f"{amount}in your first renewal cycle{within},"
        first = f" (the first {by})" if by else ""
        count = number_word(phase.for_first)
        return f"{amount}in each of your first {count} renewal cycles{first},"

    def who(self, duty: Duty) -> str:
        """For whom: "if you …", "not if you …", or "" for everybody."""
        place = self.license.jurisdiction
        parts = []
        if duty.when:
            parts.append("if " + clause(duty.when, self.words, place))
        if duty.unless:
            parts.append("not if " + clause(duty.unless, self.words, place))
        return ", ".join(parts)

    def place(self, duty: Duty) -> str:
        """Whether it lies inside other hours: "inside the 50 hours", "on top of …", or ""."""
        if duty.within == "not-established":
            return "whether it counts toward the total is not established"
        id_ = duty.within or duty.on_top_of
        outer = self.find(id_) if id_ else None
        if outer is None:
            return ""
        return f"{'inside' if duty.within else 'on top of'} {self.named(outer)}"

    def named(self, duty: Duty) -> str:
        """Refer to a duty that was told before: "the 50 hours", "the 2 hours on ethics"."""
        if isinstance(duty, Choice | Group):
            return self.subject(duty)
        assert isinstance(duty, Obligation)
        if duty.id == "total":
            return f"the {self.amount(duty)}"
        if self.hours_of(duty) is not None:
            return f"the {self.whole(duty)}"
        if duty.course is True or duty.hours:
            return f"the education on {self.subject(duty)}"
        return self.whole(duty) if duty.course else self.subject(duty)

    def sentence(self, duty: Duty) -> str:
        """The whole duty in one line, without a capital or period."""
        parts = [self.whole(duty)]
        if isinstance(duty, Obligation) and duty.id != "total":
            parts.append(self.rhythm(duty))
        parts.append(self.who(duty))
        return ", ".join(filter(None, parts))


def number_word(value: int) -> str:
    """Write numbers to ten in words."""
    return NUMBERS[value] if value < len(NUMBERS) else str(value)
