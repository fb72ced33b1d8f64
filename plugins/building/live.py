"""Live reload: open pages learn of each build, and show why one failed.

In: the outcome of each build. Out: a request handler that adds one external script to pages as
they are served (the files are never touched), and a stream of server-sent events for that script.
Before there is a first good build, each address answers with the report.
"""

import html
import json
import threading
import time
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from plugins.building.pages import SiteHandler

SCRIPT_URL = "/-/reload.js"
NEWS_URL = "/-/news"
SCRIPT = Path(__file__).with_name("reload.js")
KEEP_ALIVE_SECONDS = 15.0


class News:
    """The latest outcome, and a way to wait for the next one."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        # Starts at the time, so that a page left open over a restart of the server reloads.
        self._version = time.time_ns()
        self._build = 0
        self._report: str | None = "The site is being built for the first time."

    def publish(self, report: str | None) -> None:
        """Tell of a build: `None` if it is good, else why it failed."""
        with self._changed:
            self._version += 1
            self._report = report
            if report is None:
                self._build = self._version
            self._changed.notify_all()

    def state(self) -> dict[str, str | None]:
        """The latest version, the last good build, and the report of a failure since then."""
        with self._changed:
            return {
                "version": str(self._version),
                "build": str(self._build),
                "report": self._report,
            }

    def wait(self, version: str | None) -> bool:
        """Wait for another version than this one; False if none came for a while."""
        with self._changed:
            return self._changed.wait_for(
                lambda: str(self._version) != version, timeout=KEEP_ALIVE_SECONDS
            )


class LiveHandler(SiteHandler):
    """Serves the site with the reload script added to each page."""

    news: News

    def _answer(self, body: bool) -> None:
        path = urlsplit(self.path).path
        if path == NEWS_URL:
            self._stream_news()
        elif path == SCRIPT_URL:
            self._send_script()
        elif self.news.state()["build"] == "0":
            self._send_report(body)
        else:
            super()._answer(body)

    def page(self, html: bytes) -> bytes:
        """Add the reload script, told which build the page belongs to."""
        return add_script(html, f'data-build="{self.news.state()["build"]}"')

    def _send_report(self, body: bool) -> None:
        state = self.news.state()
        text = html.escape(state["report"] or "")
        page = (
            "<!doctype html><html lang=en><meta charset=utf-8><title>No site yet</title>"
            f"<h1>No site yet</h1><pre>{text}</pre>"
        )
        answer = add_script(page.encode(), f'data-version="{state["version"]}"')
        self.send_response(HTTPStatus.SERVICE_UNAVAILABLE)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        if body:
            self.wfile.write(answer)

    def _send_script(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/javascript; charset=utf-8")
        self.end_headers()
        self.wfile.write(SCRIPT.read_bytes())

    def _stream_news(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen: str | None = None
        while True:
            if self.news.wait(seen):
                state = self.news.state()
                seen = state["version"]
                self.wfile.write(f"data: {json.dumps(state)}\n\n".encode())
            else:
                self.wfile.write(b": still here\n\n")  # fails when the page has gone
            self.wfile.flush()


def add_script(page: bytes, attribute: str) -> bytes:
    """Add the reload script to a page, at the end of its body if it says where that is."""
    script = f'<script src="{SCRIPT_URL}" {attribute} defer></script>'.encode()
    before, end, after = page.rpartition(b"</body>")
    return before + script + end + after if end else page + script
