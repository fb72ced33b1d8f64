"""Amounts that contradict each other, and statuses that the content does not bear out.

In: an Atlas. Out: problems.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..atlas import Atlas, Filed
from ..obligations import Choice, Obligation
from ..problems import Problem
from .located import Located, Node, nodes


def check(atlas: Atlas) -> Iterator[Problem]:
    """Check nesting, choices and the status of every requirement."""
    for item in atlas.filed:
        located = list(nodes(item.requirement))
        by_id = {one.node.id: one.node for one in located}
        for one in located:
            yield from _nesting(item, one, by_id)
            if isinstance(one.node, Choice) and one.node.choose > len(one.node.of):
                yield item.document.problem(
                    (*one.path, "choose"),
                    f"choose {one.node.choose} is more than the {len(one.node.of)} listed",
                    f"write at most {len(one.node.of)}",
                )
        yield from _placement(item)
        yield from _status(item)


def _nesting(item: Filed, one: Located, by_id: dict[str, Node]) -> Iterator[Problem]:
    node = one.node
    outer = by_id.get(node.within or "")
    if outer is node:
        yield item.document.problem((*one.path, "within"), f"'{node.id}' lies within itself")
        return
    if not isinstance(node, Obligation) or not isinstance(outer, Obligation):
        return
    if (
        isinstance(node.hours, float)
        and isinstance(outer.hours, float)
        and (node.hours > outer.hours)
    ):
        yield item.document.problem(
            (*one.path, "hours"),
            f"{node.hours:g} hours cannot lie within the {outer.hours:g} hours of '{outer.id}'",
            "correct one of the two, or write on-top-of:",
        )


def _placement(item: Filed) -> Iterator[Problem]:
    """Where there is a total, every obligation in hours says whether it lies inside."""
    total = item.requirement.total
    if total is None:
        return
    for index, node in enumerate(item.requirement.requires):
        if not isinstance(node, Obligation) or node is total or node.binds:
            continue
        in_hours = node.hours is not None or node.share is not None or node.course is not None
        if in_hours and not (node.within or node.on_top_of):
            yield item.document.problem(
                ("requires", index),
                f"'{node.id}' does not say how it relates to the total",
                "add within: total, on-top-of: total or within: not-established",
            )


def _status(item: Filed) -> Iterator[Problem]:
    requirement = item.requirement
    if requirement.status == "not-established" and not requirement.open_questions:
        yield item.document.problem(
            ("status",),
            "a requirement that is not established says what was looked for",
            "add open-questions:",
        )
    if requirement.status == "none-required" and requirement.total is not None:
        yield item.document.problem(
            ("status",), "none-required contradicts the obligation 'total'", "remove one of them"
        )
    if requirement.status == "established" and not requirement.requires:
        yield item.document.problem(
            ("requires",),
            "an established requirement requires something",
            "add obligations, or status: none-required or not-established",
        )
