"""One style sheet out of the theme's parts.

In: theme/static/css/*.css, in the order of their names. Out: one text without comments and
needless space, and its address, which changes with its content so that browsers may keep it.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")


def stylesheet(theme: Path) -> tuple[str, str]:
    """Return the address (below the site's root) and the text of the style sheet."""
    parts = [path.read_text("utf-8") for path in sorted((theme / "static" / "css").glob("*.css"))]
    text = _SPACE.sub(" ", _COMMENT.sub("", "\n".join(parts))).strip()
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return f"assets/atlas.{digest}.css", text
