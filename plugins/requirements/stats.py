"""`generate.py stats`: how much there is, how sure we are of it, and what no program can use.

In: the Atlas. Out: counts, as tables or as JSON. Licenses are counted one by one (255); duties,
sources and texts as they are written, once where several professions share a file.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import get_args

import typer
from rich.console import Console
from rich.table import Table

from plugins.requirements.atlas import Atlas, Filed
from plugins.requirements.checks.located import Located, conditions, nodes
from plugins.requirements.language.conditions import Condition, Words, walk
from plugins.requirements.language.obligations import AMOUNTS, Obligation
from plugins.requirements.language.requirement import Confidence, Status
from plugins.requirements.language.sources import SourceKind
from plugins.requirements.loading import load
from plugins.requirements.problems import DataError

DATA = Path(__file__).resolve().parents[2] / "requirements_data"
NO_PROGRAM = (
    "obligations",
    "conditions",
    "alternatives",
    "exemptions",
    "exemptions_on_application",
    "new_licensees",
)


@dataclass(frozen=True)
class Unusable:
    """A text that a calculator would need but cannot use: where it stands, and what it says."""

    kind: str
    licenses: str
    text: str


@dataclass
class Stats:
    """The counts; the names are the keys of the JSON."""

    licenses: int
    status: dict[str, int]
    confidence: dict[str, int]
    not_established: int
    open_questions: int
    requirements: int
    obligations: dict[str, int]
    aggregator_only: int
    second_hand_only: int
    words_only: int
    words_only_share: float
    conditions: dict[str, int]
    sources: dict[str, int]
    unusable_texts: dict[str, int]
    texts: list[Unusable] = field(repr=False)


def stats_command(as_json: bool, verbose: bool = False) -> None:
    """Print the counts of the repository's data; with `verbose`, the texts behind the last one."""
    try:
        found = stats(load(DATA))
    except DataError as error:
        print(f"The data has mistakes; mend them first:\n{error}", file=sys.stderr)
        raise typer.Exit(1) from None
    if as_json:
        kept = asdict(found)
        if not verbose:
            del kept["texts"]
        print(json.dumps(kept, indent=2, ensure_ascii=False))
    else:
        _print(found, verbose)


def stats(atlas: Atlas) -> Stats:
    """Count everything."""
    requirements = [item.requirement for item in atlas.licenses.values()]
    written = [one for item in atlas.filed for one in _obligations(item)]
    kinds = Counter(one.node.amount for _, one in written)
    in_words = sum(_rests_on_words(one.node) for _, one in written)
    asked = [part for item in atlas.filed for _, part in conditions(item.requirement)]
    texts = [text for item in atlas.filed for text in _unusable(atlas, item)]
    cited = Counter(
        source.kind for item in atlas.filed for source in item.requirement.sources.values()
    )
    return Stats(
        licenses=len(requirements),
        status=_counted([item.status for item in requirements], get_args(Status)),
        confidence=_counted([item.confidence for item in requirements], get_args(Confidence)),
        not_established=sum(item.status == "not-established" for item in requirements),
        open_questions=sum(bool(item.open_questions) for item in requirements),
        requirements=len(atlas.filed),
        obligations={"all": len(written), **{name: kinds[name] for name in AMOUNTS}},
        aggregator_only=sum(_aggregators(item, one) for item, one in written),
        second_hand_only=second_hand_only(atlas),
        words_only=in_words,
        words_only_share=round(in_words / len(written), 4) if written else 0.0,
        conditions={
            "decidable": sum(not _in_words(condition) for condition in asked),
            "words": sum(_in_words(condition) for condition in asked),
        },
        sources={"all": cited.total(), **{name: cited[name] for name in get_args(SourceKind)}},
        unusable_texts={
            "all": len(texts),
            **_counted([text.kind for text in texts], NO_PROGRAM),
        },
        texts=texts,
    )


def second_hand_only(atlas: Atlas) -> int:
    """How many obligations rest on aggregators and quotations by third parties alone."""
    return sum(
        all(item.requirement.sources[source].is_second_hand for source in one.sources)
        for filed in atlas.filed
        for item, one in _obligations(filed)
    )


@dataclass(frozen=True)
class _Written(Located):
    """A located duty that is an obligation."""

    node: Obligation


def _obligations(item: Filed) -> Iterator[tuple[Filed, _Written]]:
    for one in nodes(item.requirement):
        if isinstance(one.node, Obligation):
            yield item, _Written(one.path, one.node, one.parent, one.sources)


def _counted(values: list[str], order: tuple[str, ...]) -> dict[str, int]:
    counts = Counter(values)
    return {name: counts[name] for name in order}


def _aggregators(item: Filed, one: Located) -> bool:
    """Whether every source of the obligation only repeats what others say."""
    kinds = {item.requirement.sources[source].kind for source in one.sources}
    return kinds == {"aggregator"}


def _rests_on_words(duty: Obligation) -> bool:
    return duty.words is not None or _in_words(duty.when) or _in_words(duty.unless)


def _in_words(condition: Condition | None) -> bool:
    return any(isinstance(part, Words) for part in walk(condition))


def _unusable(atlas: Atlas, item: Filed) -> Iterator[Unusable]:
    place = atlas.jurisdictions[item.place].code.lower()
    licenses = " ".join(f"{place}-{name}" for name in item.requirement.professions)
    for _, one in _obligations(item):
        if one.node.words:
            yield Unusable("obligations", licenses, one.node.words)
    for _, condition in conditions(item.requirement):
        for part in walk(condition):
            if isinstance(part, Words):
                yield Unusable("conditions", licenses, part.text)
    for kind in ("alternatives", "exemptions"):
        for excuse in getattr(item.requirement, kind):
            if not excuse.when and not excuse.instead:
                granted = kind == "exemptions" and excuse.on_application
                name = "exemptions_on_application" if granted else kind
                yield Unusable(name, licenses, excuse.how or "")
    for rule in item.requirement.new_licensees:
        if rule.words:
            yield Unusable("new_licensees", licenses, rule.words)


def _print(found: Stats, verbose: bool) -> None:
    console = Console()
    share = f"{found.words_only_share:.1%} of all"
    for title, counts in (
        (f"{found.licenses} licenses, by status", found.status),
        ("Licenses, by confidence", found.confidence),
        (f"Obligations in {found.requirements} files, by kind of amount", found.obligations),
        (
            "Obligations to look at",
            {
                "aggregators are the only source": found.aggregator_only,
                "these or quotations by others": found.second_hand_only,
                f"words only ({share})": found.words_only,
            },
        ),
        ("Conditions, by whether a program can decide them", found.conditions),
        ("Sources, by kind", found.sources),
        ("Texts that a calculator would need but cannot use", found.unusable_texts),
    ):
        console.print(f"[bold]{title}[/bold]")
        table = Table(show_header=False, box=None)
        table.add_column(min_width=28)
        table.add_column(justify="right", min_width=5)
        for name, number in counts.items():
            table.add_row(name.replace("_", " "), str(number))
        console.print(table, "")
    if verbose:
        table = Table("licenses", "kind", "text", box=None)
        for text in found.texts:
            table.add_row(text.licenses, text.kind.replace("_", " "), text.text)
        console.print(table)
