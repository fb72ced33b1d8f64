"""Every shape of law that docs/rules-language.md lists is worked through for two jurisdictions.

A case shows a shape if its license's rules have it, and where the shape is one of duties, if the
case says what becomes of such a duty.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.calculator.cases import read_cases
from plugins.requirements.atlas import Atlas
from plugins.requirements.language.conditions import AllOf, Answer, AnyOf, Not, walk
from plugins.requirements.language.obligations import Choice, Group, Node, Obligation
from plugins.requirements.language.obligations import walk as every_node
from plugins.requirements.language.requirement import Requirement
from tests.conftest import ROOT

CASES = ROOT / "tests" / "cases"
GUIDE = Path(ROOT / "docs" / "rules-language.md").read_text("utf-8")


def of_duty(test: Callable[[Obligation], object]) -> Callable[[Requirement, Node], bool]:
    return lambda _, node: isinstance(node, Obligation) and bool(test(node))


def of_rules(test: Callable[[Requirement], object]) -> Callable[[Requirement, Node], bool]:
    return lambda rules, _: bool(test(rules))


def asks(node: Node, wanted: str) -> bool:
    parts = [part for found in (node.when, node.unless) for part in walk(found)]
    return any(isinstance(part, Answer) and part.question == wanted for part in parts)


def joins(node: Node) -> bool:
    parts = [part for found in (node.when, node.unless) for part in walk(found)]
    return any(isinstance(part, AllOf | AnyOf | Not) for part in parts)


def by_event(duty: Obligation) -> bool:
    points = duty.by.points if duty.by else ()
    return any(point.kind == "after" and point.event != "licensure" for point in points)


SHOWN: dict[int, Callable[[Requirement, Node], bool]] = {
    1: of_rules(lambda rules: rules.education_period),
    2: of_duty(lambda duty: duty.every.kind == "time" and duty.every.length),
    3: of_duty(lambda duty: duty.phases),
    4: lambda _, node: isinstance(node, Choice | Group),
    5: of_duty(lambda duty: (duty.within or "total") != "total" or duty.on_top_of),
    6: of_duty(lambda duty: duty.apart_from),
    7: of_rules(lambda rules: any(it.but_not or it.worth or it.only for it in rules.alternatives)),
    8: of_duty(lambda duty: duty.license),
    9: of_duty(lambda duty: duty.practice or duty.holds or duty.does or duty.attests),
    10: lambda rules, node: (
        isinstance(node, Obligation)
        and bool(node.share or any(not isinstance(it.at_most, float) for it in rules.limits))
    ),
    11: lambda _, node: joins(node),
    12: of_rules(lambda rules: rules.renewal[0].ends.kind != "not-established"),
    13: of_duty(lambda duty: len(duty.topic or ()) > 1 or (duty.topic and duty.counts)),
    14: lambda _, node: bool(node.from_ or node.until or node.standing),
    15: of_duty(by_event),
    16: lambda _, node: asks(node, "licensing-board"),
    17: of_duty(
        lambda duty: duty.topic and (duty.until or "public-health-priorities" in duty.topic)
    ),
    18: of_rules(
        lambda rules: (
            any(isinstance(it.instead, Obligation) and it.instead.over for it in rules.alternatives)
            or any(
                isinstance(node, Obligation) and node.over for node in every_node(rules.requires)
            )
        )
    ),
    19: of_duty(lambda duty: duty.binds),
    20: of_rules(lambda rules: rules.carry_over and rules.carry_over.at_most != 0),
    21: of_rules(
        lambda rules: any(it.exempt or it.prorate or it.reduce for it in rules.new_licensees)
    ),
    22: of_duty(lambda duty: duty.existing_licensees),
    23: lambda rules, node: (
        rules.status == "not-established"
        or (isinstance(node, Obligation) and "not-established" in (node.hours, node.within))
    ),
    24: of_rules(lambda rules: any(it.covers != "everything" for it in rules.exemptions)),
}


@pytest.fixture(scope="module")
def places(atlas: Atlas) -> dict[int, set[str]]:
    """For each shape, the jurisdictions of the cases that show it."""
    found: dict[int, set[str]] = defaultdict(set)
    for case in (filed.case for filed in read_cases([CASES], atlas, ROOT)):
        for id_ in case.renewals:
            license_ = atlas.licenses.get(id_)
            if license_ is None:
                continue
            rules = license_.requirement
            own = {key.removeprefix(f"{id_}/") for key in case.expect}
            for node in (node for node in every_node(rules.requires) if node.id in own):
                shown = {shape for shape, test in SHOWN.items() if test(rules, node)}
                for shape in shown:
                    found[shape].add(license_.place)
    return found


@pytest.mark.parametrize("shape", SHOWN)
def test_a_shape_of_law_is_worked_through_for_two_jurisdictions(
    shape: int, places: dict[int, set[str]]
) -> None:
    assert len(places[shape]) >= 2, places[shape]


def test_the_shapes_are_those_of_the_guide() -> None:
    listed = re.findall(r"^\| (\d+) \|", GUIDE, re.MULTILINE)
    assert [int(number) for number in listed] == list(SHOWN)
