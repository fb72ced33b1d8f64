"""The style sheets, out of the theme's parts.

In: theme/static/css/*.css, in the order of their names, for every page; and each folder there, such
as css/compare/, for the pages that load it besides. Out: texts without comments and needless
space, and addresses that change with their content, so that browsers may keep them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class StyleSheet:
    """A sheet, and where it lies below the site's root."""

    address: str
    text: str


def stylesheets(theme: Path) -> dict[str, StyleSheet]:
    """The sheet of every page under the name "atlas", the others under their folders' names."""
    folder = theme / "static" / "css"
    found = {"atlas": _joined("atlas", folder.glob("*.css"))}
    for part in sorted(path for path in folder.iterdir() if path.is_dir()):
        found[part.name] = _joined(part.name, part.glob("*.css"))
    return found


def _joined(name: str, parts: Iterable[Path]) -> StyleSheet:
    whole = "\n".join(path.read_text("utf-8") for path in sorted(parts))
    text = _SPACE.sub(" ", _COMMENT.sub("", whole)).strip()
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return StyleSheet(f"assets/{name}.{digest}.css", text)
