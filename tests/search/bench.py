"""Measures the search against Pagefind and MiniSearch on the same pages.

In: the repository. Out: a table with, for each, what the first result costs a visitor (bytes sent,
compressed, and the time from focus to result, each the median of several fresh pages), the time of
a query once all is loaded, and the mean reciprocal rank on tests/search/queries.yaml. The queries
go to the other two as they are typed: they have no rules about states and professions.

    python -m tests.search.bench
"""

from __future__ import annotations

import gzip
import json
import os
import statistics
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import Any

import yaml
from deno import find_deno_bin
from playwright.sync_api import Browser, Response
from rich.console import Console
from rich.table import Table

from plugins.building.bundles import bundle
from plugins.building.pages import SiteHandler, SiteServer
from plugins.building.site import build
from plugins.search.command import catalog_of
from plugins.search.ranking import Catalog
from tests.browser import launched
from tests.conftest import ROOT

HERE = Path(__file__).parent
PAGEFIND = "npm:pagefind@1.4.0"
FRESH_PAGES = 5
QUERY = "texas np opioid"

# For each engine: load all and answer the first query; then `ask` gives the addresses of ten hits.
START = {
    "CME Atlas": """async query => {
        const input = document.querySelector(".find input");
        input.value = query;
        input.focus();
        while (!document.querySelector(".found a")) await new Promise(requestAnimationFrame);
    }""",
    "MiniSearch": """async query => {
        await new Promise(done => {
            const script = document.createElement("script");
            script.src = "/minisearch.js";
            script.onload = done;
            document.head.append(script);
        });
        const ask = miniSearch(await (await fetch("/minisearch.json")).text());
        globalThis.ask = async query => ask(query).slice(0, 10);
        if (!(await globalThis.ask(query)).length) throw new Error("nothing found");
    }""",
    "Pagefind": """async query => {
        const engine = await import("/pagefind/pagefind.js");
        globalThis.ask = async query => {
            const {results} = await engine.search(query);
            return Promise.all(results.slice(0, 10).map(async hit => (await hit.data()).url));
        };
        if (!(await globalThis.ask(query)).length) throw new Error("nothing found");
    }""",
}
# Ours is asked through its page: what a visitor sees is what counts.
ASK_OURS = """async query => {
    const input = document.querySelector(".find input");
    input.value = query;
    input.dispatchEvent(new Event("input"));
    await new Promise(requestAnimationFrame);
    const links = [...document.querySelectorAll(".found a")];
    return links.map(link => new URL(link.href).pathname);
}"""


def bench() -> None:
    """Print the table."""
    console = Console()
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        site = Path(folder) / "site"
        with console.status("Building the site and the other indexes ..."):
            build(ROOT / "pelicanconf.py", site)
            _add_minisearch(site, catalog_of(ROOT))
            _run("run", "--allow-all", "--no-lock", PAGEFIND, "--site", str(site))
        table = Table(
            "search", "sent for the first result", "focus to result", "a query", "reciprocal rank"
        )
        with SiteServer(0, SiteHandler, site) as server, console.status("Asking ..."):
            threading.Thread(target=server.serve_forever, daemon=True).start()
            for name in START:
                table.add_row(name, *_measured(name, server.address, browser))
            server.shutdown()
    console.print(table)


def _add_minisearch(site: Path, catalog: Catalog) -> None:
    """Give MiniSearch what our own index is made of, with the names for our codes."""
    documents = [
        {
            "url": f"/{document.address}",
            "title": document.title,
            "names": " ".join(catalog.lexicon.names[code] for code in document.codes),
            "law": " ".join(document.law),
            "text": " ".join(document.text),
        }
        for document in catalog.documents
    ]
    index = _run("run", "--no-lock", str(HERE / "minisearch.ts"), given=json.dumps(documents))
    (site / "minisearch.json").write_text(index, "utf-8")
    (site / "minisearch.js").write_text(bundle(HERE / "minisearch.ts"), "utf-8")


def _run(*command: str, given: str = "") -> str:
    quiet = {**os.environ, "NO_COLOR": "1", "DENO_NO_UPDATE_CHECK": "1"}
    ran = subprocess.run(
        [find_deno_bin(), *command], input=given, capture_output=True, text=True, env=quiet
    )
    if ran.returncode:
        raise SystemExit(ran.stderr)
    return ran.stdout


def _measured(name: str, site: str, browser: Browser) -> tuple[str, str, str, str]:
    """One row: bytes, first result, a later query, rank."""
    sizes, firsts = [], []
    for _ in range(FRESH_PAGES):
        context = browser.new_context()
        page = context.new_page()
        loaded: list[Response] = []
        page.on("response", lambda response, to=loaded: to.append(response))
        page.goto(f"{site}/about/")
        # Our script is loaded with the page, and counts.
        loaded[:] = [one for one in loaded if "/search." in one.url and name == "CME Atlas"]
        firsts.append(page.evaluate(_timed(START[name]), QUERY))
        sizes.append(sum(_sent(one.body()) for one in loaded if one.url.startswith(site)))
        ask = ASK_OURS if name == "CME Atlas" else "query => globalThis.ask(query)"
        if len(firsts) < FRESH_PAGES:
            context.close()
    later = statistics.median(page.evaluate(_timed(ask), QUERY) for _ in range(20))
    rank = _rank({query: page.evaluate(ask, query) for query in _queries()})
    context.close()
    return (
        f"{statistics.median(sizes) / 1024:.1f} KB",
        f"{statistics.median(firsts):.0f} ms",
        f"{later:.1f} ms",
        f"{rank:.2f}",
    )


def _timed(function: str) -> str:
    return f"""async query => {{
        const start = performance.now();
        await ({function})(query);
        return performance.now() - start;
    }}"""


def _sent(body: bytes) -> int:
    return min(len(body), len(gzip.compress(body)))


def _queries() -> dict[str, str]:
    groups: dict[str, dict[str, str]] = yaml.safe_load((HERE / "queries.yaml").read_text("utf-8"))
    return {query: url for group in groups.values() for query, url in group.items()}


def _rank(found: dict[str, Any]) -> float:
    queries = _queries()
    ranks = [
        1 / (found[query].index(url) + 1) if url in found[query] else 0
        for query, url in queries.items()
    ]
    return sum(ranks) / len(ranks)


if __name__ == "__main__":
    bench()
