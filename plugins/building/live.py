"""Live reload: open pages learn of each build, and show why one failed.

In: the news of builds (news.py). Out: a request handler that adds one external script to pages as
they are served (the files are never touched), and a stream of server-sent events for that script.
Before there is a first good build, each address answers with the report.
"""

import html
import json
import re
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from plugins.building.news import News
from plugins.building.pages import SiteHandler

SCRIPT_URL = "/-/reload.js"
NEWS_URL = "/-/news"
SCRIPT = Path(__file__).with_name("reload.js")
# A page may allow itself no connection; the first word on a matter is the one that counts.
POLICY = re.compile(rb"""(<meta[^>]+content-security-policy[^>]+content=["'])""", re.IGNORECASE)


class LiveHandler(SiteHandler):
    """Serves the site with the reload script added to each page."""

    news: News

    def _answer(self, body: bool) -> None:
        url = urlsplit(self.path)
        if url.path == NEWS_URL:
            self._stream_news(parse_qs(url.query).get("page", ["/"])[0])
        elif url.path == SCRIPT_URL:
            self._send_script()
        elif not self.news.has_site():
            self._send_report(body)
        else:
            page, _ = self.news.previewed(file_name(url.path))
            if page is None:
                super()._answer(body)
            else:
                self.send_page(HTTPStatus.OK, page, body)

    def page(self, html: bytes) -> bytes:
        """Add the reload script, told which page this is and which build it belongs to."""
        name = file_name(urlsplit(self.path).path)
        _, build = self.news.previewed(name)
        return add_script(html, name, build=build)

    def _send_report(self, body: bool) -> None:
        state = self.news.state()
        page = (
            "<!doctype html><html lang=en><meta charset=utf-8><title>No site yet</title>"
            f"<h1>No site yet</h1><pre>{html.escape(state['report'] or '')}</pre>"
        )
        self._start(HTTPStatus.SERVICE_UNAVAILABLE, "text/html; charset=utf-8")
        if body:
            name = file_name(urlsplit(self.path).path)
            self.wfile.write(add_script(page.encode(), name, version=state["version"]))

    def _send_script(self) -> None:
        self._start(HTTPStatus.OK, "text/javascript; charset=utf-8")
        self.wfile.write(SCRIPT.read_bytes())

    def _stream_news(self, page: str) -> None:
        self._start(HTTPStatus.OK, "text/event-stream")
        seen: str | None = None
        with self.news.watching(page):
            while True:
                if self.news.wait(seen):
                    state = self.news.state()
                    seen = state["version"]
                    self.wfile.write(f"data: {json.dumps(state)}\n\n".encode())
                else:
                    self.wfile.write(b": still here\n\n")  # fails when the page has gone
                self.wfile.flush()

    def _start(self, status: HTTPStatus, content_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.end_headers()


def file_name(path: str) -> str:
    """Give the file that holds the page at this address."""
    return unquote(path).lstrip("/") + ("index.html" if path.endswith("/") else "")


def add_script(page: bytes, name: str, **told: str) -> bytes:
    """Add the reload script to a page, at the end of its body if it says where that is."""
    data = "".join(
        f' data-{key}="{html.escape(value)}"' for key, value in {"page": name, **told}.items()
    )
    script = f'<script src="{SCRIPT_URL}"{data} defer></script>'.encode()
    page = POLICY.sub(rb"\1connect-src 'self'; ", page, count=1)
    before, end, after = page.rpartition(b"</body>")
    return before + script + end + after if end else page + script
