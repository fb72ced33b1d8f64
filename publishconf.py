"""Pelican's settings for publishing: those of pelicanconf.py, at an address that must be given.

SITEURL=https://example.org/atlas python generate.py build --settings publishconf.py
"""

from pelicanconf import *
from pelicanconf import SITEURL

if not SITEURL.startswith(("https://", "http://")):
    raise SystemExit("SITEURL has to be the address to publish at, such as https://example.org")
