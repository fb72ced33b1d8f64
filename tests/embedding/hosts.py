"""Two servers: ours, with the site, and a host's, with pages of any text and any policy.

In: the built site's folder; pages as text, with the headers to send. Out: addresses on two ports,
which a browser takes for two origins, and a list of all that was asked of both.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from plugins.building.pages import SiteHandler, SiteServer

ELEMENT = "embed/v1/cme-calculator.js"
LOADER = "embed/v1/frame.js"
RENEWAL = "2027-09-30"


class OurHandler(SiteHandler):
    """Our site as it has to be served: open to other origins, for pinned scripts."""

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()


class _HostHandler(BaseHTTPRequestHandler):
    def __init__(self, host: Host, *args: Any) -> None:
        self.host = host
        super().__init__(*args)

    def do_GET(self) -> None:
        text, policy = self.host.pages.get(self.path.partition("?")[0], ("", ""))
        self.send_response(200 if text else 404)
        kind = "javascript" if self.path.endswith(".js") else "html"
        self.send_header("Content-Type", f"text/{kind}; charset=utf-8")
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, format: str, *args: Any) -> None:
        pass


@dataclass
class Host:
    """Somebody else's server."""

    pages: dict[str, tuple[str, str]] = field(default_factory=dict)
    url: str = ""

    def page(self, body: str, policy: str = "", head: str = "", path: str = "/") -> str:
        """Put a page there; gives its address."""
        text = (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Staff</title>{head}'
            f"</head><body><main><h1>Staff pages</h1>{body}<p>Below</p></main></body></html>"
        )
        self.pages[path] = (text, policy)
        return self.url + path


@contextmanager
def hosting() -> Iterator[Host]:
    """Run a host's server."""
    host = Host()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_HostHandler, host)) as server:
        server.daemon_threads = True
        host.url = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield host
        server.shutdown()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve our site; gives its address with a slash at the end."""
    with SiteServer(0, OurHandler, folder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"{server.address}/"
        server.shutdown()


@dataclass
class Visit:
    """A page, and all that happened on it."""

    page: Page
    context: BrowserContext
    requests: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def only_asked(self, *servers: str) -> bool:
        """Whether every request went to one of these."""
        return all(request.startswith((*servers, "data:", "blob:")) for request in self.requests)


@contextmanager
def visiting(browser: Browser, address: str, **options: Any) -> Iterator[Visit]:
    """Open a page in a context of its own and note everything."""
    with browser.new_context(**options) as context:
        context.set_default_timeout(10_000)
        visit = Visit(context.new_page(), context)
        context.on("request", lambda request: visit.requests.append(request.url))
        visit.page.on(
            "console",
            lambda message: (
                visit.warnings.append(message.text) if message.type == "warning" else None
            ),
        )
        visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
        visit.page.goto(address)
        yield visit
