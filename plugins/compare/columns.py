"""One license as a column of a comparison: every cell in the words of the reference.

In: a license, the vocabulary, the day the site is built for. Out: a Column, and the script that
brings it to the browser. The keys are those of `browser/column.ts`.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass

from plugins.requirements import addresses
from plugins.requirements.atlas import License
from plugins.requirements.language.obligations import Node, Obligation
from plugins.requirements.vocabulary.words import Vocabulary
from plugins.requirements.wording import rules
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.headlines import headline
from plugins.requirements.wording.rules import Statement
from plugins.requirements.wording.terms import date, number, short_date

# Duties without a topic stand in one row for each of these, since every state names its own.
KINDS = {
    "license": "Another license's rules",
    "holds": "Credential",
    "does": "Work that must be done",
    "practice": "Hours of practice",
    "attests": "Attestation",
    "words": "Other duties",
}
WAYS = "A choice of ways"
CREDIT = "Kind of credit"


@dataclass(frozen=True)
class Cell:
    """One duty. `topics` are pairs of id and name; without one, `row` names the row it is in.

    `subject` is empty where the topic's name says it. `joint` tells how it stands to the other
    hours, so that "inside the 24 hours" and "inside the 50 hours" compare as the same.
    """

    topics: tuple[tuple[str, str], ...]
    row: str
    amount: str
    subject: str
    rhythm: str
    who: str
    place: str
    joint: str
    dates: str
    address: str


@dataclass(frozen=True)
class Column:
    """All that a comparison shows of a license."""

    id: str
    name: str
    address: str
    amount: str
    period: str
    year: str
    renewals: tuple[str, ...]
    established: bool
    cells: tuple[Cell, ...]
    texts: dict[str, tuple[str, ...]]
    confidence: str
    checked: str


def column(item: License, words: Vocabulary, today: dt.date) -> Column:
    """Put together one license."""
    requirement, speaker = item.requirement, Speaker(item, words)
    answer = headline(item, words)
    open_ = len(requirement.open_questions)
    questions = f", {open_} open question{'s' if open_ > 1 else ''}" if open_ else ""
    return Column(
        id=item.id,
        name=f"{item.jurisdiction.name} {words.professions[item.profession].short}",
        address=addresses.license_(item),
        amount=answer.amount,
        period=answer.period,
        year=_hours_a_year(speaker),
        renewals=tuple(statement.text for statement in rules.renewals(speaker)),
        established=requirement.status != "not-established",
        cells=tuple(
            _cell(node, speaker, today)
            for node in requirement.requires
            if node.id != "total" and _is_shown(node, today)
        ),
        texts=_texts(speaker),
        confidence=f"{requirement.confidence.capitalize()}{questions}",
        checked=short_date(requirement.verified),
    )


def script(shown: Column) -> str:
    """The column as a classic script, which also a page opened from a disk may load."""
    text = json.dumps(asdict(shown), ensure_ascii=False, separators=(",", ":"))
    return f"(self.atlasColumns??={{}})[{json.dumps(shown.id)}]={text};\n"


def _hours_a_year(speaker: Speaker) -> str:
    total, period = speaker.license.requirement.total, speaker.period
    if total is None or not isinstance(total.hours, float) or period is None:
        return ""
    return number(round(total.hours * 12 / period.months, 1))


def _is_shown(node: Node, today: dt.date) -> bool:
    is_over = node.until is not None and node.until < today
    return not is_over and not (isinstance(node, Obligation) and node.binds)


def _cell(node: Node, speaker: Speaker, today: dt.date) -> Cell:
    ids = node.topic or () if isinstance(node, Obligation) else ()
    names = speaker.words.topics
    amount, subject = _amount_and_subject(node, speaker)
    if len(ids) == 1 and subject == names[ids[0]].name:
        subject = ""
    return Cell(
        topics=tuple((id_, names[id_].name) for id_ in ids),
        row="" if ids else _row(node),
        amount=amount[:1].upper() + amount[1:],
        subject=subject,
        rhythm=speaker.rhythm(node) if isinstance(node, Obligation) else "",
        who=speaker.who(node),
        place=speaker.place(node),
        joint=f"in {node.within}" if node.within else f"on {node.on_top_of}",
        dates=_dates(node, today),
        address=addresses.duty(speaker.license, node.id),
    )


def _amount_and_subject(node: Node, speaker: Speaker) -> tuple[str, str]:
    """A duty that is no number of hours is said whole, as its amount."""
    if not isinstance(node, Obligation):
        return speaker.whole(node), ""
    if node.hours or node.share:
        return speaker.amount(node), speaker.subject(node)
    if node.course is True:
        return speaker.amount(node), speaker.subject(node)
    return speaker.whole(node), ""


def _row(node: Node) -> str:
    if not isinstance(node, Obligation):
        return WAYS
    return KINDS.get(node.amount, CREDIT)


def _dates(node: Node, today: dt.date) -> str:
    """What a reader must know of its dates: not in force yet, ends, or not confirmed."""
    found = []
    if node.from_ and node.from_ > today:
        found.append(f"from {date(node.from_)}")
    if node.until:
        found.append(f"until {date(node.until)}")
    if node.standing:
        found.append("a bill passed; whether it is in force was not confirmed")
    return "; ".join(found)


def _texts(speaker: Speaker) -> dict[str, tuple[str, ...]]:
    """The rules around the duties, row by row."""
    requirement = speaker.license.requirement
    found: dict[str, list[Statement]] = {
        "Your first renewal": rules.new_licensees(speaker),
        "Carry-over": rules.carry_over(speaker),
        "Other ways to meet it": [
            rules.excuse(speaker, item, "Met by") for item in requirement.alternatives
        ],
        "Who is exempt": [
            rules.excuse(speaker, item, "Exempt:") for item in requirement.exemptions
        ],
    }
    return {row: tuple(item.text for item in items) for row, items in found.items()}
