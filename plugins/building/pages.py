"""Serves a built site as a good web host would: right types, directory addresses, its 404 page.

In: the site's folder. Out: an HTTP request handler, used by the tests as it is and by the
development server with live reload on top (live.py).
"""

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

HOST = "127.0.0.1"

# Told outright, because Python's own guesses depend on the system's lists.
CONTENT_TYPES = {
    "": "application/octet-stream",
    ".atom": "application/atom+xml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}


class SiteHandler(SimpleHTTPRequestHandler):
    """Answers requests from a folder that may be replaced at any moment."""

    extensions_map = CONTENT_TYPES

    def do_GET(self) -> None:
        """Answer with a page, or leave files, redirects and ranges to the standard library."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """Answer as GET would, without the body."""
        self._answer(body=False)

    def page(self, html: bytes) -> bytes:
        """Give the bytes to send for a page; the development server adds its script here."""
        return html

    def _answer(self, body: bool) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and urlsplit(self.path).path.endswith("/"):
            path /= "index.html"
        if path.is_dir() or (path.is_file() and path.suffix != ".html"):
            super().do_GET() if body else super().do_HEAD()
            return
        try:
            self.send_page(HTTPStatus.OK, path.read_bytes(), body)
        except OSError:
            self.send_not_found(body)

    def send_not_found(self, body: bool) -> None:
        """Answer that there is no such page, in the site's own words where it has some."""
        own = Path(self.directory) / "404.html"
        html = own.read_bytes() if own.is_file() else b"<!doctype html><title>Not found</title>"
        self.send_page(HTTPStatus.NOT_FOUND, html, body)

    def send_page(self, status: HTTPStatus, html: bytes, body: bool) -> None:
        """Send one HTML page."""
        html = self.page(html)
        self.send_response(status)
        self.send_header("Content-Type", CONTENT_TYPES[".html"])
        self.send_header("Content-Length", str(len(html)))
        self.end_headers()
        if body:
            self.wfile.write(html)

    def end_headers(self) -> None:
        """Close the headers; nothing is kept, so that every reload shows the newest build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet: the terminal is for builds."""


class SiteServer(ThreadingHTTPServer):
    """A server on this machine only, one thread for each request."""

    daemon_threads = True

    def __init__(self, port: int, handler: type[SiteHandler], directory: Path) -> None:
        super().__init__((HOST, port), partial(handler, directory=str(directory)))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over browsers that leave in the middle of an answer."""

    @property
    def address(self) -> str:
        """Where to find the site."""
        return f"http://localhost:{self.server_port}"
