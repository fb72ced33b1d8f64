"""The shortcodes: each takes what was asked and writes a piece of HTML.

In: an Ask. Out: HTML for the middle of a sentence. SHORTCODES is the whole list; docs/guides.md
shows an example of each, and a test keeps the two in step.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from plugins.requirements import addresses
from plugins.requirements.wording import rules
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.headlines import headline
from plugins.requirements.wording.rules import Statement
from plugins.requirements.wording.terms import date, duration, hours, join, number

from . import counting
from .asking import Ask, Mistake, prose
from .linking import link

MINUTES = 60


@dataclass(frozen=True)
class Shortcode:
    """How a shortcode is written, how many words it takes, and who answers it."""

    usage: str
    least: int
    most: int
    write: Callable[[Ask], str]


def answer(ask: Ask) -> str:
    """The headline of a license: "50 hours every 2 years"."""
    item = ask.holding()
    found = headline(item, ask.atlas.vocabulary)
    text = f"{found.amount} {found.period}".strip()
    # In a sentence "no general total" begins with a small letter; a proper name keeps its capital.
    text = text[:1].lower() + text[1:] if text[1:2].islower() else text
    total = item.requirement.total
    return ask.to_page(item, text) + ask.cited(item, total.source or () if total else ())


def duty(ask: Ask) -> str:
    """The amount of one duty: "12 hours"."""
    speaker, found = ask.speaker(), ask.duty()
    marks = ask.cited(speaker.license, found.source or ())
    return ask.to_page(speaker.license, speaker.amount(found), found.id) + marks


def sentence(ask: Ask) -> str:
    """One duty in full: "12 hours on pain management, once, by your second renewal"."""
    speaker, found = ask.speaker(), ask.duty()
    marks = ask.cited(speaker.license, found.source or ())
    return ask.to_page(speaker.license, speaker.sentence(found), found.id) + marks


def keep(ask: Ask) -> str:
    """How long a license's rule says to keep proof: "4 years"."""
    item = ask.holding()
    kept = item.requirement.record_keeping
    if not kept or not kept.keep_for:
        raise Mistake(f"the rule of {item.id} does not say how long to keep proof")
    text = ask.to_page(item, duration(kept.keep_for), "section-record-keeping")
    return text + ask.cited(item, kept.source or ())


SECTIONS: dict[str, Callable[[Speaker], list[Statement]]] = {
    "renewal": rules.renewals,
    "limits": rules.limits,
    "new-licensees": rules.new_licensees,
    "carry-over": rules.carry_over,
    "record-keeping": rules.record_keeping,
    "alternatives": lambda speaker: [
        rules.excuse(speaker, item, "Met by") for item in speaker.license.requirement.alternatives
    ],
}


def rule(ask: Ask) -> str:
    """A section of a license's page in full sentences, with its sources at the end."""
    speaker = ask.speaker()
    section = ask.one_of(1, "section", SECTIONS)
    statements = SECTIONS[section](speaker)
    if not statements:
        raise Mistake(f"{speaker.license.id} has no section '{section}'")
    text = " ".join(_without_ids(item.text, speaker) for item in statements)
    sources = dict.fromkeys(id_ for item in statements for id_ in item.sources)
    return prose(text) + ask.cited(speaker.license, sources)


def _without_ids(text: str, speaker: Speaker) -> str:
    """Leave out the ids of sources in brackets: the marks at the end say it."""
    ids = "|".join(map(re.escape, speaker.license.requirement.sources))
    return re.sub(rf"\s*\[(?:{ids})\]", "", text)


def cite(ask: Ask) -> str:
    """A mark for one source of a license."""
    item = ask.holding()
    source = ask.one_of(1, f"source of {item.id}", item.requirement.sources)
    return ask.cited(item, [source])


def count(ask: Ask) -> str:
    """How many: "255", or with a profession the licenses of that profession alone."""
    what = ask.one_of(0, "thing to count", [*counting.WHOLES, *counting.KINDS])
    if what in counting.WHOLES:
        return number(counting.WHOLES[what](ask.atlas))
    matches, words = counting.KINDS[what], ask.atlas.vocabulary
    return number(sum(matches(item, words) for item in ask.licenses(ask.profession(1))))


def states_requiring(ask: Ask) -> str:
    """Where a topic is owed, or any of several: "21 states and the District of Columbia"."""
    known = ask.atlas.vocabulary.topics
    topics = [ask.one_of(0, "topic", known, word) for word in ask.word(0).split("+")]
    codes = counting.requiring(topics, ask.licenses(ask.profession(1)), ask.library.today)
    text = _states(codes)
    return prose(text) if len(topics) > 1 else ask.page.link(addresses.topic(topics[0]), text)


def _states(codes: list[str]) -> str:
    states = [code for code in codes if code != counting.DISTRICT]
    parts = [f"{len(states)} state" + ("" if len(states) == 1 else "s")] if states else []
    if len(states) < len(codes):
        parts.append("the District of Columbia")
    return join(parts) or "no state"


def since(ask: Ask) -> str:
    """The day from which a duty is in force: "June 27, 2023"."""
    speaker, found = ask.speaker(), ask.duty()
    if found.from_ is None:
        raise Mistake(f"the duty '{found.id}' has no first day")
    return prose(date(found.from_)) + ask.cited(speaker.license, found.source or ())


def earns(ask: Ask) -> str:
    """What a way to earn a credit earns: "2 credits for each hour presented"."""
    system, earning = ask.earning()
    if not isinstance(earning.credit, float):
        raise Mistake(f"what '{earning.way}' earns is not established")
    text = f"{hours(earning.credit, f'{system.unit}s')} for each {earning.per}"
    return prose(text) + ask.page.cite(system.sources[id_] for id_ in earning.source)


def cap(ask: Ask) -> str:
    """The most that a way to earn a credit may earn: "60 credits in a three-year cycle"."""
    system, earning = ask.earning()
    if earning.at_most is None:
        raise Mistake(f"'{earning.way}' has no limit")
    text = f"{hours(earning.at_most, f'{system.unit}s')} in {earning.within}"
    return prose(text) + ask.page.cite(system.sources[id_] for id_ in earning.source)


def minutes(ask: Ask) -> str:
    """How long a unit of credit is: "60 minutes"."""
    systems = ask.atlas.vocabulary.credit_systems
    system = systems[ask.one_of(0, "credit system", systems)]
    if not isinstance(system.minutes, int):
        raise Mistake(f"the length of a unit of '{ask.word(0)}' is not established")
    whole = system.minutes > MINUTES and system.minutes % MINUTES == 0
    text = hours(system.minutes // MINUTES) if whole else f"{system.minutes} minutes"
    return prose(text) + ask.page.cite(system.sources[id_] for id_ in system.measure.source)


def least(ask: Ask) -> str:
    """The smallest number of a kind: "15 (Colorado, MD)", linked."""
    return _end(ask, 0)


def most(ask: Ask) -> str:
    """The largest number of a kind."""
    return _end(ask, 1)


def _end(ask: Ask, which: int) -> str:
    what = ask.one_of(0, "span", counting.SPANS)
    found = counting.ends(what, ask.licenses(ask.profession(1)), ask.atlas.vocabulary)
    if found is None:
        raise Mistake(f"no license has a number of '{what}'")
    value, item = found[which]
    return ask.to_page(item, counting.SPANS[what].say(value))


def fact(ask: Ask) -> str:
    """A figure that belongs to no record, with its source."""
    facts = ask.library.facts
    found = facts.facts[ask.one_of(0, "fact in content/facts.yaml", facts.facts)]
    return prose(found.says) + ask.page.cite(facts.sources[id_] for id_ in found.source)


SHORTCODES: dict[str, Shortcode] = {
    "answer": Shortcode("answer LICENSE", 1, 1, answer),
    "duty": Shortcode("duty LICENSE DUTY", 2, 2, duty),
    "sentence": Shortcode("sentence LICENSE DUTY", 2, 2, sentence),
    "since": Shortcode("since LICENSE DUTY", 2, 2, since),
    "rule": Shortcode("rule LICENSE SECTION", 2, 2, rule),
    "keep": Shortcode("keep LICENSE", 1, 1, keep),
    "cite": Shortcode("cite LICENSE SOURCE", 2, 2, cite),
    "count": Shortcode("count WHAT [PROFESSION]", 1, 2, count),
    "states-requiring": Shortcode(
        "states-requiring TOPIC[+TOPIC] [PROFESSION]", 1, 2, states_requiring
    ),
    "least": Shortcode("least WHAT [PROFESSION]", 1, 2, least),
    "most": Shortcode("most WHAT [PROFESSION]", 1, 2, most),
    "earns": Shortcode("earns CREDIT | how the way begins", 1, 1, earns),
    "cap": Shortcode("cap CREDIT | how the way begins", 1, 1, cap),
    "minutes": Shortcode("minutes CREDIT", 1, 1, minutes),
    "fact": Shortcode("fact ID", 1, 1, fact),
    "link": Shortcode("link KIND ID [| words]", 1, 2, link),
}
