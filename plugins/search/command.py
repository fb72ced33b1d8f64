"""`generate.py search`: ask the index that visitors ask, by the same rules.

In: a query. Out: on the terminal, the best hits with their answers; with --json all of them, as a
list of objects with url, title, answer, score, and anchor where a duty was asked for.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path

import typer

from plugins.requirements.loading import load_leniently
from plugins.requirements.problems import DataError

from .documents import documents
from .lexicon import lexicon_of
from .ranking import Catalog, Hit, Results, search
from .spelling import suggestions
from .text import words

SHOWN = 5


def search_command(query: str, root: Path, *, as_json: bool) -> None:
    """Print what the search finds."""
    catalog = catalog_of(root)
    results = search(query, catalog)
    if as_json:
        typer.echo(json.dumps([_plain(hit) for hit in results.hits], indent=1, ensure_ascii=False))
    else:
        _print(results, _nearest(query, catalog))


def catalog_of(root: Path) -> Catalog:
    """Everything that can be found, from the data and the content under `root`."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    today = dt.datetime.fromtimestamp(int(epoch), dt.UTC).date() if epoch else dt.date.today()
    # What can be read is searched, while a file is being edited too; `check` tells of mistakes.
    atlas, problems = load_leniently(root / "requirements_data")
    if atlas is None:
        raise DataError(problems)
    lexicon = lexicon_of(atlas)
    return Catalog(documents(atlas, lexicon, today, root / "content"), lexicon)


def _plain(hit: Hit) -> dict[str, str | float]:
    plain: dict[str, str | float] = {
        "url": f"/{hit.document.address}",
        "title": hit.document.title,
        "answer": hit.answer,
        "score": hit.score,
    }
    if hit.duties:
        plain["anchor"] = hit.duties[0].anchor
    return plain


def _nearest(query: str, catalog: Catalog) -> list[str]:
    return [near for word in words(query) for near in suggestions(word, catalog.lexicon.known)]


def _print(results: Results, nearest: list[str]) -> None:
    for typed, read in results.reading.corrected:
        typer.echo(f"Read {typed!r} as {read!r}.")
    for hit in results.hits[:SHOWN]:
        anchor = f"#{hit.duties[0].anchor}" if hit.duties else ""
        typer.echo(f"{hit.document.title}: {hit.answer}\n    /{hit.document.address}{anchor}")
    if len(results.hits) > SHOWN:
        typer.echo(f"{len(results.hits) - SHOWN} more; --json lists them all.")
    if results.unmatched:
        typer.echo(f"Nothing found for: {', '.join(results.unmatched)}")
    if not results.hits:
        if nearest:
            typer.echo(f"Did you mean: {', '.join(nearest)}")
        typer.echo("Try a state, a profession and a topic, such as: texas np opioids")
