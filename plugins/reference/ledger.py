"""The ledger of a license: one row a duty, sorted into how often it is owed.

In: a license. Out: groups of rows, with duties that lie inside another one below it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from plugins.requirements import addresses
from plugins.requirements.language.obligations import Choice, Duty, Group, Node, Obligation, walk
from plugins.requirements.language.sources import Source
from plugins.requirements.wording.citations import with_citations
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.terms import date, duration, number, sentence

GROUPS = (
    ("every-cycle", "Every time you renew"),
    ("now-and-then", "Now and then"),
    ("once", "Once"),
    ("only-if", "Only if it applies to you"),
    ("ahead", "Not in force yet"),
    ("ended", "No longer owed"),
    ("providers", "Built into courses: nothing separate to earn"),
)


@dataclass(frozen=True)
class Way:
    """One of the ways of a choice, in a line. `anchors` are the ids of all that it holds."""

    anchors: tuple[str, ...]
    text: str
    details: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Row:
    """One duty as the page shows it. `depth` is how many duties it lies inside."""

    id: str
    amount: str
    subject: str
    subject_address: str
    rhythm: str
    who: str
    place: str
    details: tuple[str, ...]
    sources: tuple[Source, ...]
    depth: int
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True)
class LedgerGroup:
    """Rows under one heading."""

    id: str
    heading: str
    rows: tuple[Row, ...]


def ledger(speaker: Speaker, today: dt.date) -> tuple[LedgerGroup, ...]:
    """Sort the duties of a license into groups; the general total is not among them."""
    grouped: dict[str, list[Row]] = {id_: [] for id_, _ in GROUPS}
    nodes = [node for node in speaker.license.requirement.requires if node.id != "total"]
    shown = {node.id for node in nodes}
    inside: dict[str, list[Node]] = {}
    ahead = {node.id for node in nodes if _group(node, speaker, today) == "ahead"}
    for node in nodes:
        # What lies inside a member of a choice stands by itself; its row says where it counts. So
        # does what is in force already, inside what is not.
        is_early = node.within in ahead and node.id not in ahead
        if node.within in shown and not is_early and not _binds_providers(node):
            inside.setdefault(str(node.within), []).append(node)
    nested = {node.id for members in inside.values() for node in members}
    for node in nodes:
        if node.id not in nested:
            grouped[_group(node, speaker, today)].extend(_rows(node, speaker, today, inside, 0))
    return tuple(
        LedgerGroup(id_, heading, tuple(grouped[id_])) for id_, heading in GROUPS if grouped[id_]
    )


def _rows(
    node: Node, speaker: Speaker, today: dt.date, inside: dict[str, list[Node]], depth: int
) -> list[Row]:
    rows = [row(node, speaker, today, depth)]
    for member in inside.get(node.id, ()):
        rows.extend(_rows(member, speaker, today, inside, depth + 1))
    return rows


def is_over(node: Duty, today: dt.date) -> bool:
    """Whether the duty has ended; lists of what is owed leave it out."""
    return node.until is not None and node.until < today


def _binds_providers(node: Node) -> bool:
    return isinstance(node, Obligation) and node.binds == "providers"


def _group(node: Node, speaker: Speaker, today: dt.date) -> str:
    if _binds_providers(node):
        return "providers"
    if is_over(node, today):
        return "ended"
    if (node.from_ and node.from_ > today) or node.standing == "unconfirmed":
        return "ahead"
    if node.when:
        return "only-if"
    if not isinstance(node, Obligation):
        return "every-cycle"
    if node.every.kind == "once" and not node.phases:
        return "once"
    return "now-and-then" if _is_rarer_than_renewal(node, speaker) else "every-cycle"


def _is_rarer_than_renewal(node: Obligation, speaker: Speaker) -> bool:
    if node.phases:
        return True
    every, period = node.every, speaker.period
    if every.kind == "time" and every.length:
        return period is None or every.length.months > period.months
    return every.kind == "cycle" and every.count > 1


def row(node: Node, speaker: Speaker, today: dt.date, depth: int = 0) -> Row:
    """One duty as a row; a choice or group with its members as ways below it."""
    sources = speaker.license.requirement.sources
    members: tuple[Node, ...] = ()
    if isinstance(node, Choice):
        members = node.of
    elif isinstance(node, Group):
        members = node.all
    amount = speaker.amount(node)
    if isinstance(node, Choice):
        amount = f"{amount} of {len(node.of)}"
    return Row(
        id=node.id,
        amount=amount[:1].upper() + amount[1:],
        subject=_subject(node, speaker),
        subject_address=_subject_address(node),
        rhythm=speaker.rhythm(node) if isinstance(node, Obligation) else "",
        who=speaker.who(node),
        place=speaker.place(node),
        details=tuple(_details(node, speaker, today)),
        sources=tuple(sources[id_] for id_ in node.source or ()),
        depth=depth,
        ways=tuple(_way(member, node, speaker, today) for member in members),
    )


def _subject_address(node: Node) -> str:
    """The page of the one topic, or of the one credit category, that a duty is about."""
    if not isinstance(node, Obligation):
        return ""
    if node.topic:
        return addresses.topic(node.topic[0]) if len(node.topic) == 1 else ""
    counts = node.counts or ()
    return addresses.credit(counts[0]) if len(counts) == 1 else ""


def _way(member: Node, parent: Node, speaker: Speaker, today: dt.date) -> Way:
    """A member in a line, with what its own parts add."""
    parts = tuple(walk((member,)))
    text = member.label if isinstance(member, Group) and member.label else speaker.way(member)
    if who := speaker.who(member):
        text += f", {who}"
    found = [id_ for part in parts for id_ in part.source or () if id_ not in (parent.source or ())]
    return Way(
        anchors=tuple(part.id for part in parts),
        text=text[:1].upper() + text[1:],
        details=tuple(text for part in parts for text in _details(part, speaker, today)),
        sources=tuple(speaker.license.requirement.sources[id_] for id_ in dict.fromkeys(found)),
    )


def _subject(node: Node, speaker: Speaker) -> str:
    if isinstance(node, Obligation):
        for text in (node.attests, node.words, node.course):
            if isinstance(text, str):
                return text
    return speaker.subject(node)


def _details(node: Node, speaker: Speaker, today: dt.date) -> list[str]:
    details = []
    if node.standing == "unconfirmed":
        details.append("A bill passed; whether it is in force was not confirmed.")
    if node.from_:
        verb = "In force from" if node.from_ > today else "In force since"
        details.append(f"{verb} {date(node.from_)}.")
    if node.until:
        details.append(f"Until {date(node.until)}.")
    if isinstance(node, Obligation):
        if node.id == "total" and node.over:  # other rows tell it as their rhythm
            details.append(f"Earned in the {duration(node.over)} before each renewal.")
        if node.share:
            details.append(f"The rule is a share: {_share(node, speaker)}.")
        # What the total accepts stands in a section of its own.
        if node.counts and node.id != "total" and (node.topic or node.label or not node.within):
            names = [speaker.words.credit_categories[word].name for word in node.counts]
            details.append(f"Accepted credit: {'; '.join(names)}.")
        if node.format and (node.topic or node.label or node.counts):
            names = [speaker.words.formats[word].name for word in node.format]
            details.append(f"Format: {' or '.join(names)}.")
        if node.apart_from:
            other = [speaker.find(id_) for id_ in node.apart_from]
            subjects = [speaker.subject(duty) for duty in other if duty]
            details.append(f"Credit counted for {' or '.join(subjects)} may not count here too.")
        if node.provider:
            details.append(f"Provider: {sentence(node.provider)}")
        if node.covers:
            details.append(f"Must cover: {sentence(node.covers)}")
    if node.note:
        details.append(with_citations(sentence(node.note), speaker.license.requirement))
    return details


def _share(node: Obligation, speaker: Speaker) -> str:
    share = node.share
    assert share is not None
    outer = speaker.find(share.of)
    return f"{number(share.percent)}% of the {speaker.amount(outer) if outer else 'hours'}"
