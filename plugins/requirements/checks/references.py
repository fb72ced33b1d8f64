"""Ids that point inside one file: sources and obligations.

In: an Atlas. Out: problems where an id is unknown, doubled or never used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..atlas import Atlas, Filed
from ..obligations import Obligation
from ..problems import Problem, did_you_mean
from ..requirement import Excuse
from .located import nodes, records


def check(atlas: Atlas) -> Iterator[Problem]:
    """Check sources and obligation ids of every requirement."""
    for item in atlas.filed:
        yield from _sources(item)
        yield from _obligation_ids(item)


def _sources(item: Filed) -> Iterator[Problem]:
    listed = set(item.requirement.sources)
    used: set[str] = set(item.requirement.consulted or ())
    for source in sorted(used - listed):
        yield item.document.problem(
            ("consulted",),
            f"the source '{source}' is not listed under sources:",
            did_you_mean(source, sorted(listed)),
        )
    for path, part in records(item.requirement):
        for source in getattr(part, "source", None) or ():
            used.add(source)
            if source not in listed:
                yield item.document.problem(
                    (*path, "source"),
                    f"the source '{source}' is not listed under sources:",
                    did_you_mean(source, sorted(listed)),
                )
    for located in nodes(item.requirement):
        if isinstance(located.node, Obligation) and not located.sources:
            yield item.document.problem(
                located.path,
                f"the obligation '{located.node.id}' names no source",
                "add source: with an id from sources:",
            )
    for source in listed - used - _mentioned(item):
        yield item.document.problem(
            ("sources", source),
            f"the source '{source}' is listed but never used",
            "name it where it is the authority, as [source-id] in a text, or under consulted:",
            at_key=True,
        )


def _mentioned(item: Filed) -> set[str]:
    """Sources that texts cite in brackets, as in: An aggregator gives 30 hours [boardvitals]."""
    requirement = item.requirement
    texts = [*requirement.conflicts, *requirement.open_questions, *requirement.notes]
    texts += [
        text
        for _, part in records(requirement)
        for name in ("note", "change", "words", "how")
        if (text := getattr(part, name, None))
    ]
    return {source for source in requirement.sources if any(f"[{source}]" in t for t in texts)}


def _obligation_ids(item: Filed) -> Iterator[Problem]:
    located = list(nodes(item.requirement))
    counted = Counter(one.node.id for one in located)
    for one in located:
        if counted[one.node.id] > 1:
            yield item.document.problem(
                (*one.path, "id"),
                f"the id '{one.node.id}' stands more than once",
                "give each duty of a file its own id",
            )
    ids = sorted(counted)
    for path, part in records(item.requirement):
        for key in (
            "within",
            "on_top_of",
            "apart_from",
            "but_not",
            "of",
            "reduce",
            "prorate",
            "exempt",
            "covers",
        ):
            value = getattr(part, key, None)
            if key == "covers" and not isinstance(part, Excuse):
                continue
            if key == "of" and not isinstance(value, str):
                continue
            names = value if isinstance(value, tuple) else (value,)
            for name in names:
                if name and name not in counted and name not in ("everything", "not-established"):
                    yield item.document.problem(
                        (*path, key.replace("_", "-")),
                        f"no obligation has the id '{name}'",
                        did_you_mean(name, ids),
                    )
        for key in ("share", "at_most", "worth"):
            of = getattr(getattr(part, key, None), "of", None)
            if of and of not in counted:
                yield item.document.problem(
                    (*path, key.replace("_", "-")),
                    f"no obligation has the id '{of}'",
                    did_you_mean(of, ids),
                )
