"""Pelican's settings for publishing: those of pelicanconf.py, at an address that must be given.

SITEURL=https://example.org/atlas python generate.py build --settings publishconf.py

EMBED_RELEASES in the environment is a folder with the dated copies of the embed's scripts that were
published before (its folders are named 2026-11-23 and so on): they have to stay where they are.
"""

import os

from pelicanconf import *
from pelicanconf import SITEURL

if not SITEURL.startswith(("https://", "http://")):
    raise SystemExit("SITEURL has to be the address to publish at, such as https://example.org")

EMBED_RELEASES = os.environ.get("EMBED_RELEASES", "")
