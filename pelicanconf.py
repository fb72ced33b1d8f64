"""Pelican's settings, for previews and for publishing alike (publishconf.py adds to them).

SITEURL in the environment is the address to publish at, without a slash at the end. Without it
links are relative, so that the folder works under any address. SOURCE_DATE_EPOCH is set by
`generate.py build`, and is the only date that a page may call 'now'.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import StrictUndefined

SITENAME = "CME Atlas"
SITEURL = os.environ.get("SITEURL", "").rstrip("/")
RELATIVE_URLS = not SITEURL
BUILD_TIME = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "1767225600")), UTC)

# The public repository, such as https://github.com/owner/name; without one, the links to edit a
# requirement or report an error lead to the page that explains how.
REPOSITORY = os.environ.get("REPOSITORY", "").rstrip("/")

REQUIREMENTS_DATA = str(Path(__file__).resolve().parent / "requirements_data")

# Only published sites (publishconf.py) have dated copies of the embed's scripts, and packs.
EMBED_RELEASES: str | None = None

PATH = "content"
OUTPUT_PATH = "output"
DELETE_OUTPUT_DIRECTORY = True
THEME = "theme"
THEME_STATIC_DIR = "assets"
THEME_STATIC_PATHS = ["static/assets"]
PLUGINS = [
    "plugins.reference",
    "plugins.guides",
    "plugins.search",
    "plugins.compare",
    "plugins.figures",
    "plugins.open_data",
    "plugins.calculator.publishing",
    "plugins.calculator.embed",
]

# A name that a template misspells is an error, and text from data is text, never markup.
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.extra": {},
        "markdown.extensions.meta": {},
        "markdown.extensions.sane_lists": {},
        "markdown.extensions.toc": {},
    },
    "output_format": "html5",
}

# Nothing may depend on the machine that builds.
DEFAULT_LANG = "en"
LOCALE = ["C.UTF-8", "C"]
TIMEZONE = "UTC"

# A file's path is its address: content/guides/limits.md is at /guides/limits/. What lies in
# content/changes/ is a dated notice (an article, so that Pelican's feeds carry it).
PATH_METADATA = r"(?P<address>.+)\.md"
ARTICLE_PATHS = ["changes"]
PAGE_PATHS = [""]
PAGE_EXCLUDES = ["changes", "extra"]
ARTICLE_URL = PAGE_URL = "{address}/"
ARTICLE_SAVE_AS = PAGE_SAVE_AS = "{address}/index.html"
PAGE_TRANSLATION_ID = ARTICLE_TRANSLATION_ID = ""
SLUGIFY_SOURCE = "basename"
DEFAULT_CATEGORY = "changes"
USE_FOLDER_AS_CATEGORY = False

STATIC_PATHS = ["extra"]
EXTRA_PATH_METADATA = {"extra/robots.txt": {"path": "robots.txt"}}

# The plugins write every list of ours; Pelican's own, of a blog, stay off.
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DEFAULT_PAGINATION = False
