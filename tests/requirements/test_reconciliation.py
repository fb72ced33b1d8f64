"""Every record of the research is found again in our data: amounts, periods, topics, sources.

The research lies beside the repository and not in it; where it is absent, this is skipped. What
differs for a reason stands in reconciliation.yaml, with the reason, and that list may only shrink.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.requirements.atlas import Atlas, License
from plugins.requirements.language.conditions import Answer
from plugins.requirements.language.obligations import Obligation, walk
from plugins.requirements.language.phrases import Duration
from plugins.requirements.loading import load_leniently
from plugins.requirements.reading.strict_yaml import read
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.renewals import own_renewals

ROOT = Path(__file__).resolve().parents[2]
RESEARCH = ROOT.parent / "shared" / "research" / "states"
EXCEPTIONS = Path(__file__).with_name("reconciliation.yaml")
STATES = sorted(path.stem for path in RESEARCH.glob("*.yaml"))

# What the research files under topics, though it is a duty of another kind in our language.
NOT_TOPICS = {
    "practice-hours",
    "national-certification",
    "return-to-practice",
    "rn-license-hours",
    "category-1-cme",
}
FIRST = ("first-renewal", "once")


@pytest.mark.skipif(not STATES, reason="the research does not lie beside this repository")
@pytest.mark.parametrize("state", STATES)
def test_every_record_of_the_research_is_found_in_our_data(state: str) -> None:
    found = {}
    for record in records(state):
        license_ = our_data().licenses[f"{state}-{record['profession']}"]
        found[license_.id] = set(differences(license_, record))
    excused = {id_: set(exceptions().get(id_, {})) for id_ in found}
    assert {id_: found[id_] - excused[id_] for id_ in found if found[id_] - excused[id_]} == {}
    not_needed = {id_: excused[id_] - found[id_] for id_ in found if excused[id_] - found[id_]}
    assert not_needed == {}, "exceptions that are no longer needed"


@pytest.mark.skipif(not STATES, reason="the research does not lie beside this repository")
def test_every_exception_names_a_license_and_a_reason() -> None:
    for id_, reasons in exceptions().items():
        assert id_ in our_data().licenses
        assert all(isinstance(reason, str) and reason for reason in reasons.values())


@cache
def our_data() -> Atlas:
    """Read even where a check fails: what is missing here should not hide behind it."""
    atlas, problems = load_leniently(ROOT / "requirements_data")
    assert atlas is not None, problems
    return atlas


@cache
def exceptions() -> dict[str, dict[str, str]]:
    # Strictly, so that no license stands twice.
    return read(EXCEPTIONS, ROOT).data


def records(state: str) -> list[dict[str, Any]]:
    dossier = yaml.safe_load((RESEARCH / f"{state}.yaml").read_text(encoding="utf-8"))
    assert len(dossier["records"]) == 5
    return dossier["records"]


def differences(ours: License, theirs: dict[str, Any]) -> Iterator[str]:
    """Say in a few words each what the research has and our record has not, or has differently."""
    duties = list(obligations(ours))
    expected = theirs["total"] or {}
    if (hours := expected.get("hours")) not in totals(ours, duties):
        yield f"total {hours}"
    if (cycle := length(own_renewals(ours)[0].every)) != theirs["cycle_months"]:
        yield f"cycle {theirs['cycle_months']} is {cycle}"
    if hours and expected["per_months"] != span(ours):
        yield f"period {expected['per_months']} is {span(ours)}"

    topics = {topic for node in duties for topic in node.topic or ()}
    for topic in sorted({item["topic"] for item in theirs["obligations"]} - topics - NOT_TOPICS):
        yield f"topic {topic}"
    if len(duties) < (least := merged(theirs["obligations"])):
        yield f"obligations {least} are {len(duties)}"
    amounts = {Speaker(ours, our_data().vocabulary).hours_of(node) for node in duties}
    amounts |= {node.practice for node in duties}
    for item in theirs["obligations"]:
        if item["hours"] and item["hours"] not in amounts:
            yield f"amount {item['topic']} {item['hours']}"

    urls = {source.url for source in ours.requirement.sources.values()}
    for source in theirs["sources"]:
        if source["url"] and source["url"] not in urls:
            yield f"source {source['url']}"


def totals(ours: License, duties: list[Obligation]) -> set[float | None]:
    """What may stand for the research's total: ours, or the education among several ways.

    A total that is not in force yet is none yet.
    """
    total = ours.requirement.total
    if total and isinstance(total.hours, float):
        ahead = total.from_ and total.from_ > ours.requirement.verified
        return {None, total.hours} if ahead else {total.hours}
    of_no_topic = {node.hours for node in duties if not node.topic and node.within is None}
    return {None, *(hours for hours in of_no_topic if isinstance(hours, float))}


def length(value: object) -> float | None:
    return value.months if isinstance(value, Duration) else None


def span(ours: License) -> float | None:
    """The months over which our total is counted."""
    requirement, total = ours.requirement, ours.requirement.total
    if total and total.every.length:
        return total.every.length.months
    if requirement.education_period:
        return requirement.education_period.length.months
    return length(own_renewals(ours)[0].every)


def obligations(ours: License) -> Iterator[Obligation]:
    """All obligations of this license but the total: alternatives, and those of a license that
    this one rests on, are among them; those of another profession in the same file are not.
    """
    requirement = ours.requirement
    excuses = (*requirement.alternatives, *requirement.exemptions)
    stand_ins = tuple(item.instead for item in excuses if item.instead)
    for node in walk((*requirement.requires, *stand_ins)):
        condition = node.when
        of_another = (
            isinstance(condition, Answer)
            and condition.question == "profession"
            and isinstance(condition.value, tuple)
            and ours.profession not in condition.value
        )
        if isinstance(node, Obligation) and node is not requirement.total and not of_another:
            yield node
            if node.license:
                below = f"{ours.id[:2]}-{node.license}"
                yield from obligations(our_data().licenses[below])
                yield from filter(None, [our_data().licenses[below].requirement.total])


def merged(obligations: list[dict[str, Any]]) -> int:
    """How many obligations a record has, where a first one and its repetition are one of ours."""
    topics = Counter(item["topic"] for item in obligations)
    firsts = Counter(item["topic"] for item in obligations if item["every"] in FIRST)
    return sum(
        count - (1 if 0 < firsts[topic] < count else 0)
        for topic, count in topics.items()
        if topic not in NOT_TOPICS
    )
