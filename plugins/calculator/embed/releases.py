"""Dated copies of the scripts, which never change, for those who pin what their pages run.

In: the scripts, today's date, the folder with the copies of earlier publications. Out: the copies
to publish now, the newest first, each with the digest that an `integrity` attribute needs.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from plugins.building.reports import BuildFailed

from ..values import Json
from .scripts import ELEMENT_SCRIPT, LOADER_SCRIPT, integrity

_NAME = re.compile(r"20\d\d-\d\d-\d\d(-\d+)?")


@dataclass(frozen=True)
class Release:
    """One copy: `name` is its date, with a number where a day has several."""

    name: str
    files: dict[str, str]

    @property
    def integrity(self) -> str:
        """The digest of the element's script, which holds those of all others."""
        return integrity(self.files[ELEMENT_SCRIPT])

    @property
    def listed(self) -> Json:
        """As releases.json says it."""
        return {
            "name": self.name,
            "date": self.name[:10],
            "address": f"{self.name}/{ELEMENT_SCRIPT}",
            "integrity": {
                name: integrity(self.files[name]) for name in (ELEMENT_SCRIPT, LOADER_SCRIPT)
            },
        }


def releases(files: dict[str, str], today: dt.date, earlier: Path | None) -> list[Release]:
    """All copies to publish: the earlier ones as they are, and one of today's unless it is there.

    Raises:
        BuildFailed: An earlier copy is damaged: it would break pages that rely on it.
    """
    found = _earlier(earlier) if earlier else []
    if not any(release.files == files for release in found):
        taken = {release.name for release in found}
        names = (today.isoformat() + (f"-{n}" if n > 1 else "") for n in count(1))
        found.append(Release(next(name for name in names if name not in taken), files))
    return sorted(found, key=lambda release: _order(release.name), reverse=True)


def _earlier(folder: Path) -> list[Release]:
    if not folder.is_dir():
        raise BuildFailed(f"{folder}: there is no such folder of earlier releases")
    found = []
    for path in sorted(item for item in folder.iterdir() if _NAME.fullmatch(item.name)):
        files = {file.name: file.read_bytes().decode() for file in sorted(path.iterdir())}
        if not {ELEMENT_SCRIPT, LOADER_SCRIPT} <= files.keys():
            raise BuildFailed(f"{path}: this release lacks {ELEMENT_SCRIPT} or {LOADER_SCRIPT}")
        found.append(Release(path.name, files))
    return found


def _order(name: str) -> tuple[str, int]:
    return name[:10], int(name[11:] or 1)
