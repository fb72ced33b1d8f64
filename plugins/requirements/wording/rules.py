"""The rest of a requirement in words: what counts, limits, alternatives, new licensees and so on.

In: a license. Out: statements, each a sentence with its note and the ids of its sources, ready for
a page, the open data or the calculator.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.requirements.language.obligations import Obligation, minimums_within
from plugins.requirements.language.phrases import Share
from plugins.requirements.language.relief import Excuse, NewLicensees
from plugins.requirements.language.requirement import Limit
from plugins.requirements.wording.conditions import clause, join_clauses
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.renewals import ends, own_renewals
from plugins.requirements.wording.terms import (
    comparison,
    date,
    duration,
    every,
    hours,
    join,
    month_day,
    number,
    sentence,
)


@dataclass(frozen=True)
class Statement:
    """One sentence, what to add to it, and the ids of the sources it rests on."""

    text: str
    note: str = ""
    sources: tuple[str, ...] = ()


def renewals(speaker: Speaker) -> list[Statement]:
    """How often the license renews and over what span credit is counted."""
    requirement, place = speaker.license.requirement, speaker.license.jurisdiction
    found = []
    for item in own_renewals(speaker.license):
        whole = (
            "at intervals that were not found"
            if isinstance(item.every, str)
            else (every(item.every))
        )
        joint = ";" if item.ends.kind == "not-established" else ","
        noun = speaker.license.naming.noun
        text = f"The {noun} renews {whole}{joint} {ends(item, noun)}"
        if item.when and len(own_renewals(speaker.license)) > 1:
            text = f"If {clause(item.when, speaker.words, place)}, {text[0].lower()}{text[1:]}"
        found.append(Statement(sentence(text), item.note or "", tuple(item.source or ())))
    period = requirement.education_period
    if period:
        span = duration(period.length)
        text = {
            "to each renewal": f"Credit is counted over the {span} before each renewal",
            "from first birthday after licensure": f"Credit is counted in periods of {span} that "
            "begin on your first birthday after licensure",
            "in calendar years": f"Credit is counted over calendar years, {span} at a time",
            "to December 31 before renewal": f"Credit is counted over the {span} that end on "
            "December 31 before the renewal",
            "on a fixed cycle": f"Credit is counted in fixed periods of {span}",
            "not-established": f"Credit is counted over {span}; when that span begins was not "
            "found",
        }[period.runs]
        if period.ends:
            text += f" that end on {month_day(period.ends)}"
        found.append(Statement(sentence(text), period.note or "", tuple(period.source or ())))
    return found


def limits(speaker: Speaker) -> list[Statement]:
    """Caps on what counts, and what units other than the hour are worth."""
    requirement = speaker.license.requirement
    found = [
        Statement(_limit(speaker, item), item.note or "", tuple(item.source or ()))
        for item in requirement.limits
    ]
    for item in requirement.conversions:
        most = f", at most {hours(item.at_most, requirement.unit)}" if item.at_most else ""
        article = "an" if item.one.startswith((*"aeiou", "hour")) else "a"
        text = f"{article} {item.one} counts as {hours(item.worth, requirement.unit)}{most}"
        found.append(Statement(sentence(text), item.note or "", tuple(item.source or ())))
    return found


def _limit(speaker: Speaker, item: Limit) -> str:
    words = speaker.words
    names = [words.topics[word].name for word in item.topic or ()]
    names += [words.credit_categories[word].name for word in item.counts or ()]
    names += [f"{words.formats[word].name} education" for word in item.format or ()]
    text = f"at most {_worth(speaker, item.at_most)}"
    outer = speaker.find(item.of) if item.of != "total" else None
    if outer and not isinstance(item.at_most, Share):
        text += f" of {speaker.named(outer)}"
    text += f" may be {join(names, 'or')}"
    if item.per == "year":
        text += ", each year"
    if item.when:
        text += f", if {clause(item.when, words, speaker.license.jurisdiction)}"
    return sentence(text)


def _worth(speaker: Speaker, value: float | Share) -> str:
    unit = speaker.license.requirement.unit
    if not isinstance(value, Share):
        return hours(value, unit)
    outer = speaker.find(value.of)
    of = f"the {speaker.amount(outer)}" if outer else "the total"
    if isinstance(outer, Obligation) and isinstance(outer.hours, float):
        counted = hours(outer.hours * value.percent / 100, unit)
        return f"{number(value.percent)}% of {of} ({counted})"
    return f"{number(value.percent)}% of {of}"


def excuse(speaker: Speaker, item: Excuse, verb: str) -> Statement:
    """An alternative (`verb` "Met by") or an exemption (`verb` "Exempt:") in a sentence."""
    what = item.how or ""
    if not what and item.instead:
        what = speaker.way(item.instead)
    if not what and item.when:
        what = "if " + clause(item.when, speaker.words, speaker.license.jurisdiction)
    asked = item.on_application and "application" not in what
    text = f"{what}, on application" if asked else what
    if verb == "Met by" or item.covers != "everything" or item.worth:
        text += f" ({_covered(speaker, item)})"
    elif item.but_not:
        text += f" (but still owed: {_named(speaker, item.but_not)})"
    if item.only:
        text += f", for {item.only}"
    if item.from_:
        text += f", from {date(item.from_)}"
    if item.until:
        text += f", until {date(item.until)}"
    return Statement(sentence(text), " ".join(_notes(item)), tuple(item.source or ()))


def _notes(item: Excuse) -> Iterator[str]:
    """What a relief adds: its own note, and what the duty owed instead must cover."""
    if item.note:
        yield item.note
    if isinstance(item.instead, Obligation) and item.instead.covers:
        yield sentence(f"must cover: {item.instead.covers}")
    if item.instead and item.instead.note:
        yield item.instead.note


def _covered(speaker: Speaker, item: Excuse) -> str:
    if item.covers == "everything":
        kept = f" except {_named(speaker, item.but_not)}" if item.but_not else ""
        whole = f"everything{kept}"
    else:
        whole = _named(speaker, item.covers)
    if not item.worth:
        return f"covers {whole}{_minimums(speaker, item.covers, 'and')}"
    duty = speaker.find(item.covers[0]) if len(item.covers) == 1 else None
    if isinstance(item.worth, float) and isinstance(duty, Obligation):
        part = "all" if item.worth == speaker.hours_of(duty) else number(item.worth)
        return f"worth {part} of {whole}"
    return f"worth {_worth(speaker, item.worth)} of {whole}"


def _named(speaker: Speaker, ids: tuple[str, ...]) -> str:
    duties = [(id_, speaker.find(id_)) for id_ in ids]
    # Two duties may go by one name, of which each binds some of the licensees.
    return join(list(dict.fromkeys(speaker.named(duty) if duty else id_ for id_, duty in duties)))


def _minimums(speaker: Speaker, ids: tuple[str, ...] | str, joint: str) -> str:
    """Write " and the minimum inside them" where the duties covered contain one."""
    requires = speaker.license.requirement.requires
    found = [duty for id_ in ids for duty in minimums_within(requires, id_) if duty.id not in ids]
    plural = "s" if len(found) > 1 else ""
    return f" {joint} the minimum{plural} inside them" if found else ""


def new_licensees(speaker: Speaker) -> list[Statement]:
    """What is different at the first renewal."""
    found = []
    for item in speaker.license.requirement.new_licensees:
        text = item.words or _new_licensee(speaker, item)
        found.append(Statement(sentence(text), item.note or "", tuple(item.source or ())))
    return found


def _new_licensee(speaker: Speaker, item: NewLicensees) -> str:
    unit = speaker.license.requirement.unit
    start = {
        "first renewal": "at your first renewal",
        "second renewal": "at your second renewal",
        "calendar year of licensure": "for the calendar year in which you are licensed",
    }[item.at]
    conditions = []
    if item.licensed:
        conditions.append(f"you have then been licensed for {comparison(item.licensed)}")
    if item.when:
        conditions.append(clause(item.when, speaker.words, speaker.license.jurisdiction))
    if conditions:
        start += f", if {join_clauses(conditions)}"
    if item.same:
        return f"{start}, the same is owed as at every renewal"
    if item.exempt:
        owed = "nothing is owed"
        if item.exempt != "everything":
            owed = f"you do not owe {_named(speaker, item.exempt)}"
            owed += _minimums(speaker, item.exempt, "or")
        kept = f" except {_named(speaker, item.but_not)}" if item.but_not else ""
        return f"{start}, {owed}{kept}"
    if item.reduce and item.to:
        return f"{start}, you owe {_reduced(speaker, item.reduce, item.to)}"
    whole = speaker.find(item.prorate or "")
    usual = speaker.hours_of(whole) if isinstance(whole, Obligation) else None
    if item.rate:
        plus = f"{hours(item.plus, unit)}, and " if item.plus else ""
        more = " more" if item.plus else ""
        most = f", {number(usual)} at most" if usual else ""
        return f"{start}, you owe {plus}{hours(item.rate, unit)}{more} for each {item.by}{most}"
    is_one = usual == 1
    named = speaker.named(whole) if whole else "the hours"
    return f"{start}, {named} {'is' if is_one else 'are'} prorated by the {item.by}"


def _reduced(speaker: Speaker, id_: str, to: float) -> str:
    unit, whole = speaker.license.requirement.unit, speaker.find(id_)
    if not isinstance(whole, Obligation):
        return hours(to, unit)
    usual = speaker.hours_of(whole)
    fewer = hours(to, unit) if id_ == "total" else speaker.counted(whole, to)
    return f"{fewer} instead of {number(usual)}" if usual else fewer


def carry_over(speaker: Speaker) -> list[Statement]:
    """Whether excess credit serves the next period."""
    rule = speaker.license.requirement.carry_over
    if rule is None:
        return []
    unit = speaker.license.requirement.unit
    if rule.at_most == 0:
        text = "excess credit does not carry over"
    elif rule.at_most == "not-established":
        text = "excess credit may carry over; how much was not found"
    else:
        most = (
            "" if rule.at_most == "unlimited" else f"up to {hours(float(rule.at_most), unit)} of "
        )
        text = f"{most}excess credit carries over to the next period"
        if rule.counts:
            names = [speaker.words.credit_categories[word].name for word in rule.counts]
            text += f", if it is {join(names, 'or')}"
        if rule.earned_in_last:
            text += f", if it was earned in the last {duration(rule.earned_in_last)} of a period"
        if rule.but_not:
            text += f", but not toward {_named(speaker, rule.but_not)}"
    return [Statement(sentence(text), rule.note or "", tuple(rule.source or ()))]


def record_keeping(speaker: Speaker) -> list[Statement]:
    """Where credit is reported, how it is audited and how long to keep proof."""
    rule = speaker.license.requirement.record_keeping
    if rule is None:
        return []
    sources = tuple(rule.source or ())
    found = []
    if rule.tracker:
        found.append(Statement(f"Tracker: {sentence(rule.tracker)}", "", sources))
    if rule.audit:
        found.append(Statement(f"Audit: {sentence(rule.audit)}", "", sources))
    if rule.keep_for:
        found.append(Statement(f"Keep proof for {duration(rule.keep_for)}.", "", sources))
    if rule.note:
        found.append(Statement(sentence(rule.note), "", sources))
    return found


def changes(speaker: Speaker) -> list[Statement]:
    """What changes next, as far as it is told in words."""
    standing = {
        "enacted": "enacted",
        "passed": "passed, not known to be signed",
        "proposed": "proposed",
        "unknown": "outcome not known",
    }
    found = []
    for item in speaker.license.requirement.upcoming:
        when = f"{date(item.date)}: " if item.date else ""
        text = f"{when}{item.change}"
        found.append(
            Statement(text, f"Status: {standing[item.standing]}.", tuple(item.source or ()))
        )
    return found
