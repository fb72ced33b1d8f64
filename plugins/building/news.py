"""What open pages are told: which build is on show, what a failed one said, what is previewed.

In: the outcome of each build, and the pages that are open. Out: a state for the reload script, and
a way to wait for the next one. Shared by the threads of the development server.

A page carries the number of the build that it belongs to. A preview belongs to the build that is
under way, so that a page shown from it need not reload when that build is done.
"""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

KEEP_ALIVE_SECONDS = 15.0


class News:
    """The latest outcome."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        # Starts at the time, so that a page left open over a restart of the server reloads.
        self._version = time.time_ns()
        self._build = 0
        self._report: str | None = "The site is being built for the first time."
        self._preview: dict[str, bytes] = {}
        self._preview_build = 0
        self._open: Counter[str] = Counter()

    def publish(self, report: str | None) -> None:
        """Tell of a build of the whole site: `None` if it is good, else why it failed."""
        with self._changed:
            self._version += 1
            self._report = report
            if report is None:
                self._build = self._preview_build or self._version
            self._preview, self._preview_build = {}, 0
            self._changed.notify_all()

    def show_preview(self, pages: dict[str, bytes]) -> None:
        """Show these pages from now on, until the build under way is done."""
        with self._changed:
            self._version += 1
            self._report = None
            self._preview, self._preview_build = pages, self._version
            self._changed.notify_all()

    def state(self) -> dict[str, Any]:
        """Give the state for the script; numbers are text, as JavaScript's are too short."""
        with self._changed:
            return {
                "version": str(self._version),
                "build": str(self._build),
                "report": self._report,
                "preview": str(self._preview_build),
                "previewed": sorted(self._preview),
            }

    def previewed(self, name: str) -> tuple[bytes | None, str]:
        """The page by this file name if it is previewed, and the number of its build."""
        with self._changed:
            page = self._preview.get(name)
            return page, str(self._build if page is None else self._preview_build)

    def has_site(self) -> bool:
        """Whether there was a good build yet."""
        with self._changed:
            return self._build != 0

    def wait(self, version: str | None) -> bool:
        """Wait for another version than this one; False if none came for a while."""
        with self._changed:
            return self._changed.wait_for(
                lambda: str(self._version) != version, timeout=KEEP_ALIVE_SECONDS
            )

    @contextmanager
    def watching(self, page: str) -> Iterator[None]:
        """Count a page as open for the time of the block."""
        with self._changed:
            self._open[page] += 1
        try:
            yield
        finally:
            with self._changed:
                self._open[page] -= 1

    def open_pages(self) -> frozenset[str]:
        """The file names of all pages that are open."""
        with self._changed:
            return frozenset(+self._open)
