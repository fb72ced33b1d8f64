"""The development server's main loop: watch, rebuild, tell.

In: the settings file, the output folder, a port. Out: the site on localhost, built anew at each
change, until Ctrl-C. A mistake is shown in the terminal and in the browser; the server goes on
with the last good site.
"""

import os
import queue
import sys
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import typer
from watchfiles import DefaultFilter, watch

from plugins.building.live import LiveHandler
from plugins.building.news import News
from plugins.building.pages import SiteServer
from plugins.building.reports import BuildFailed
from plugins.building.worker import Worker

FIRST_PORT = 8000
PORTS_TO_TRY = 20
WATCHED_FOLDERS = ("requirements_data", "content", "theme", "plugins")
# A change here alters what pages say, and no file that they load.
PREVIEWED_FOLDERS = ("requirements_data", "content")
# Long enough to take one 'save all' as one change, short enough not to be felt.
SETTLE_MS = 30


def serve_command(
    settings: Path, output: Path, port: int | None = None, open_browser: bool = True
) -> None:
    """Serve the site and rebuild it at each change, until Ctrl-C."""
    settings = settings.resolve()
    news = News()
    server = open_server(output, news, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    worker = Worker(settings, output)
    typer.echo(f"Serving at {server.address}/ (Ctrl-C ends). Building ...")
    preview_folders = {settings.parent / name for name in PREVIEWED_FOLDERS}
    try:
        with suppress(KeyboardInterrupt):
            changes = watch_files(settings.parent)
            build_and_tell(worker, news, preview=False)
            if open_browser and _has_screen():
                webbrowser.open(f"{server.address}/")
            for changed in changes:
                typer.echo(f"Changed: {_names(changed, settings.parent)}. Building ...")
                if any(path.suffix == ".py" for path in changed):
                    worker.restart()
                preview = all(preview_folders.intersection(path.parents) for path in changed)
                build_and_tell(worker, news, preview)
    finally:
        server.shutdown()
        worker.stop()


def build_and_tell(worker: Worker, news: News, preview: bool) -> None:
    """Build once, and tell the terminal and every open page how it went.

    With `preview` the open pages are made and shown first, as the whole site takes longer.
    """
    try:
        open_pages = news.open_pages() if preview else frozenset()
        if open_pages:
            news.show_preview(worker.preview(open_pages))
        built = worker.build()
    except BuildFailed as failure:
        news.publish(str(failure))
        typer.echo(f"{failure}\n\nNothing was built. Waiting for a change.", err=True)
    else:
        news.publish(None)
        typer.echo(f"Built {built.pages} pages in {built.seconds:.2f} s")


def open_server(output: Path, news: News, port: int | None) -> SiteServer:
    """Open a server on the port asked for, or on the first free one from 8000 on."""
    handler = type("Handler", (LiveHandler,), {"news": news})
    candidates = [port] if port is not None else [*range(FIRST_PORT, FIRST_PORT + PORTS_TO_TRY), 0]
    for candidate in candidates:
        with suppress(OSError):
            return SiteServer(candidate, handler, output)
    typer.echo(f"Port {port} is taken; name another, or none to have one found.", err=True)
    raise typer.Exit(1)


def watch_files(root: Path) -> Iterator[set[Path]]:
    """Give each set of changed files; watching begins with the call, not with the first `next`."""
    found: queue.Queue[set[Path]] = queue.Queue()
    folders = [root / name for name in WATCHED_FOLDERS if (root / name).is_dir()]
    # The root's own files are watched apart, not to descend into the environment and the output.
    for paths, recursive in ((folders, True), ([root], False)):
        watcher = threading.Thread(target=_watch, args=(paths, recursive, found), daemon=True)
        watcher.start()
    return _drain(found)


def _watch(paths: list[Path], recursive: bool, found: "queue.Queue[set[Path]]") -> None:
    ours = DefaultFilter()
    for batch in watch(*paths, recursive=recursive, step=SETTLE_MS, watch_filter=ours):
        changed = {Path(path) for _, path in batch}
        if not recursive:
            changed = {path for path in changed if path.suffix == ".py"}
        if changed:
            found.put(changed)


def _drain(found: "queue.Queue[set[Path]]") -> Iterator[set[Path]]:
    while True:
        changed = found.get()
        while not found.empty():  # what changed during a build is one change
            changed |= found.get()
        yield changed


def _names(changed: set[Path], root: Path) -> str:
    names = sorted(str(path.relative_to(root)) for path in changed if path.is_relative_to(root))
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _has_screen() -> bool:
    # Without one, Python would start a text browser in the server's terminal.
    return sys.platform == "darwin" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
