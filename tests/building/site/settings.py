"""The project's own settings, for a site of two pages without plugins."""

from pelicanconf import *

PLUGINS: list[str] = []
STATIC_PATHS: list[str] = []
EXTRA_PATH_METADATA: dict[str, dict[str, str]] = {}
