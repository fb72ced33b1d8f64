"""Ids that point inside one file: sources and obligations.

In: a requirement. Out: problems where an id is unknown, doubled, never used, or runs in a circle.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plugins.requirements.atlas import Atlas, Filed
from plugins.requirements.checks.located import (
    Located,
    Path,
    item_path,
    nodes,
    records,
    texts,
    value,
)
from plugins.requirements.language.obligations import Obligation
from plugins.requirements.language.relief import Excuse
from plugins.requirements.problems import Problem, did_you_mean

# Keys that hold ids of obligations, and the words that may stand there instead.
POINTERS = (
    *("within", "on_top_of", "apart_from", "but_not", "of", "reduce", "prorate", "exempt"),
    *("covers", "share", "at_most", "worth"),
)
NO_ID = ("everything", "not-established", "unlimited")
_IN_BRACKETS = re.compile(r"\[([a-z0-9-]+)\]")


def check_requirement(atlas: Atlas, item: Filed) -> Iterator[Problem]:
    """Check sources and obligation ids of one requirement."""
    located = list(nodes(item.requirement))
    yield from _sources(item)
    yield from _unsourced(item, located)
    yield from _doubled(item, located)
    yield from _unknown(item, {one.node.id for one in located})
    yield from _circles(item, located)


def _sources(item: Filed) -> Iterator[Problem]:
    listed = item.requirement.sources
    named: list[tuple[Path, int, str]] = []
    for path, ids in _sources_named(item):
        named += [(path, index, id_) for index, id_ in enumerate(ids or ())]
    for path, index, id_ in named:
        if id_ not in listed:
            yield item.document.problem(
                item_path(item.document, path, index),
                f"the source '{id_}' is not listed under sources:",
                did_you_mean(id_, sorted(listed)) or "list it",
            )
    mentioned = {id_ for text in texts(item.requirement) for id_ in _IN_BRACKETS.findall(text)}
    for id_ in listed.keys() - {id_ for _, _, id_ in named} - mentioned:
        yield item.document.problem(
            ("sources", id_),
            f"the source '{id_}' is listed but never used",
            "name it where it is the authority, as [source-id] in a text, or under consulted:",
            at_key=True,
        )


def _sources_named(item: Filed) -> Iterator[tuple[Path, tuple[str, ...] | None]]:
    yield ("consulted",), item.requirement.consulted
    for path, part in records(item.requirement):
        yield (*path, "source"), value(part, "source")


def _unsourced(item: Filed, located: list[Located]) -> Iterator[Problem]:
    for one in located:
        if isinstance(one.node, Obligation) and not one.sources:
            yield item.document.problem(
                one.path,
                f"the obligation '{one.node.id}' names no source",
                "add source: with an id from sources:",
            )
    duties = {one.path for one in located}
    for path, part in records(item.requirement):
        if path not in duties and not value(part, "source"):
            yield item.document.problem(
                path, "this names no source", "add source: with an id from sources:"
            )


def _doubled(item: Filed, located: list[Located]) -> Iterator[Problem]:
    counted = Counter(one.node.id for one in located)
    for one in located:
        if counted[one.node.id] > 1:
            yield item.document.problem(
                (*one.path, "id"),
                f"the id '{one.node.id}' stands more than once",
                "give each duty of a file its own id",
            )


def _unknown(item: Filed, known: set[str]) -> Iterator[Problem]:
    for path, part in records(item.requirement):
        for key in POINTERS:
            if key == "covers" and not isinstance(part, Excuse):
                continue  # of an obligation: what its course must teach
            for place, id_ in _pointers(value(part, key)):
                if id_ not in known and id_ not in NO_ID:
                    yield item.document.problem(
                        (*path, key.replace("_", "-"), *place),
                        f"no obligation has the id '{id_}'",
                        did_you_mean(id_, sorted(known)),
                    )


def _pointers(raw: object) -> Iterator[tuple[Path, str]]:
    """The ids in a value: itself, the items of a list, or what a share is of."""
    if isinstance(raw, str):
        yield (), raw
    elif isinstance(raw, tuple):
        yield from (((index,), id_) for index, id_ in enumerate(raw) if isinstance(id_, str))
    elif isinstance(of := getattr(raw, "of", None), str):
        yield (), of


def _circles(item: Filed, located: list[Located]) -> Iterator[Problem]:
    """Obligations that lie within, on top of, or are a share of each other all the way around."""
    for key in ("within", "on_top_of", "share"):
        outer = {one.node.id: id_ for one in located for _, id_ in _pointers(value(one.node, key))}
        for one in located:
            if one.node.id in outer and _comes_back(outer, one.node.id):
                yield item.document.problem(
                    (*one.path, key.replace("_", "-")),
                    f"'{one.node.id}' leads back to itself",
                    "name the obligation that holds all of these",
                )


def _comes_back(outer: dict[str, str], start: str) -> bool:
    seen, here = set[str](), outer.get(start)
    while here is not None and here not in seen:
        if here == start:
            return True
        seen.add(here)
        here = outer.get(here)
    return False
