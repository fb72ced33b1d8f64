"""The Chromium that browser tests and screenshots use.

In: what the machine has. Out: the path of the system's Chromium, or `None` for the one that
Playwright installed. `python -m tests.browser` makes sure that there is one: the system's, else
Debian's package, else Playwright's own.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No word to anyone outside, and nothing that a machine without a screen lacks.
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def find() -> str | None:
    """Find the system's Chromium."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def _own() -> bool:
    """Whether Playwright's own Chromium is installed."""
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


@contextmanager
def launched() -> Iterator[Browser]:
    """Give a headless browser, closed at the end."""
    # Chromium's sandbox refuses to run as root, as containers do.
    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=flags)
        try:
            yield browser
        finally:
            browser.close()


def install() -> None:
    """Install a Chromium if there is none."""
    if find() or _own():
        return
    sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if shutil.which("apt-get") and (not sudo or shutil.which("sudo")):
        print("Installing Debian's Chromium", flush=True)
        packages = ["chromium", "fonts-liberation"]
        update = subprocess.run([*sudo, "apt-get", "update"])
        if update.returncode == 0:
            subprocess.run([*sudo, "apt-get", "install", "--yes", *packages])
    if not find():
        print("Installing Playwright's Chromium", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    install()
    print(find() or "Playwright's own Chromium")
