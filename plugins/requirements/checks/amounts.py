"""Amounts that contradict each other, and statuses that the content does not bear out.

In: a requirement. Out: problems.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.requirements.atlas import Atlas, Filed
from plugins.requirements.checks.located import Located, Node, nodes
from plugins.requirements.language.obligations import Choice, Obligation
from plugins.requirements.language.phrases import Share
from plugins.requirements.problems import Problem


def check_requirement(atlas: Atlas, item: Filed) -> Iterator[Problem]:
    """Check nesting, shares, choices, licenses that are stacked, and the status."""
    located = list(nodes(item.requirement))
    by_id = {one.node.id: one.node for one in located}
    for one in located:
        yield from _nesting(item, one, by_id)
        yield from _share(item, (*one.path, "share"), getattr(one.node, "share", None), by_id)
        yield from _choice(item, one)
        yield from _stacked(item, one)
    for index, limit in enumerate(item.requirement.limits):
        yield from _share(item, ("limits", index, "at-most"), limit.at_most, by_id)
    for key in ("alternatives", "exemptions"):
        for index, excuse in enumerate(getattr(item.requirement, key)):
            yield from _share(item, (key, index, "worth"), excuse.worth, by_id)
            if excuse.but_not and excuse.covers != "everything":
                yield item.document.problem(
                    (key, index, "but-not"),
                    "but-not: takes away from everything, yet covers: names its duties",
                    "leave the duties out of covers:, or write covers: everything",
                )
    yield from _reductions(item, by_id)
    yield from _placement(item)
    yield from _groups_of_renewal(item)
    yield from _status(item)


def _hours(node: Node | None) -> float | None:
    hours = getattr(node, "hours", None)
    return hours if isinstance(hours, float) else None


def _nesting(item: Filed, one: Located, by_id: dict[str, Node]) -> Iterator[Problem]:
    outer = by_id.get(one.node.within or "")
    inner_hours, outer_hours = _hours(one.node), _hours(outer)
    if outer and inner_hours and outer_hours and inner_hours > outer_hours:
        yield item.document.problem(
            (*one.path, "hours"),
            f"{inner_hours:g} hours cannot lie within the {outer_hours:g} hours of '{outer.id}'",
            "correct one of the two, or write on-top-of:",
        )


def _share(
    item: Filed, path: tuple[str | int, ...], share: object, by_id: dict[str, Node]
) -> Iterator[Problem]:
    whole = by_id.get(share.of) if isinstance(share, Share) else None
    if isinstance(share, Share) and whole is not None and _hours(whole) is None:
        yield item.document.problem(
            path,
            f"{share.percent:g}% of '{share.of}' cannot be computed: it has no hours",
            "name an obligation in hours",
        )


def _choice(item: Filed, one: Located) -> Iterator[Problem]:
    if isinstance(one.node, Choice) and one.node.choose > len(one.node.of):
        yield item.document.problem(
            (*one.path, "choose"),
            f"choose {one.node.choose} is more than the {len(one.node.of)} listed",
            f"write at most {len(one.node.of)}",
        )


def _stacked(item: Filed, one: Located) -> Iterator[Problem]:
    if isinstance(one.node, Obligation) and one.node.license in item.requirement.professions:
        yield item.document.problem(
            (*one.path, "license"),
            f"the {one.node.license} license cannot require itself",
            "name another license of this jurisdiction",
        )


def _reductions(item: Filed, by_id: dict[str, Node]) -> Iterator[Problem]:
    for index, rule in enumerate(item.requirement.new_licensees):
        whole = _hours(by_id.get(rule.reduce or ""))
        if rule.to and whole and rule.to >= whole:
            yield item.document.problem(
                ("new-licensees", index, "to"),
                f"{rule.to:g} hours are no less than the {whole:g} hours of '{rule.reduce}'",
                "write fewer",
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


def _groups_of_renewal(item: Filed) -> Iterator[Problem]:
    renewals = item.requirement.renewal
    for index, renewal in enumerate(renewals if len(renewals) > 1 else ()):
        if renewal.when is None:
            yield item.document.problem(
                ("renewal", index),
                "of several renewal cycles, each says whose it is",
                "add when:",
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
