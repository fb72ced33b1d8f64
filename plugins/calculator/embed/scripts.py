"""The scripts that other people's pages load: one folder, in which everything finds everything.

In: the records of licenses, what the picker offers, perhaps a hospital's policy. Out: texts by file
name. Scripts only: a host page that allows no more than `script-src` of ours can load them all.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from plugins.building.bundles import bundle
from plugins.requirements.atlas import Atlas

from ..publishing import ELEMENT, index_of, pushed
from ..values import Json

BROWSER = Path(__file__).parent / "browser"
ELEMENT_SCRIPT = "cme-calculator.js"
LOADER_SCRIPT = "frame.js"
POLICY_SCRIPT = "policy.js"
LICENSE_FILE = "LICENSE.txt"
_LICENSES = (Path(__file__).resolve().parents[3] / "LICENSE-MIT", ELEMENT / "LICENSE-lit")


class Code:
    """The browser code, bundled once for all that is made of it."""

    @cached_property
    def element(self) -> str:
        """The element as a guest; it needs the index before it."""
        return bundle(BROWSER / "embed_entry.ts")

    @cached_property
    def work(self) -> str:
        """The engine and its views."""
        return bundle(ELEMENT / "work_entry.ts")

    @cached_property
    def files(self) -> str:
        """Import, export and print."""
        return bundle(ELEMENT / "files_entry.ts")

    @cached_property
    def unpack(self) -> str:
        """What reads the data of a file that holds everything."""
        return bundle(BROWSER / "unpack_entry.ts")

    @cached_property
    def loader(self) -> str:
        """What gives frames their height."""
        return bundle(BROWSER / "loader_entry.ts")

    @cached_property
    def frame(self) -> str:
        """The script of the page for frames."""
        return bundle(BROWSER / "frame_entry.ts")


def code_files(code: Code) -> dict[str, str]:
    """The scripts that are the same whatever the data."""
    return {"work.js": code.work, "files.js": code.files}


def folder_of(
    code: Code,
    index: Json,
    records: Iterable[Json],
    vocabulary: Json,
    policy: Json | None = None,
    *,
    pinned: bool = False,
) -> dict[str, str]:
    """Every script of a folder, by name.

    The later scripts are asked for by their content, so that a browser that kept an older one
    loads the one that belongs to the element. A pinned folder carries the digests of all of them.
    """
    later = code_files(code)
    data = {f"{record['id']}.js": pushed("license", record) for record in records}
    data["vocabulary.js"] = pushed("vocabulary", vocabulary)
    index = index | {
        kind: f"{kind}.js?{hashlib.sha256(later[f'{kind}.js'].encode()).hexdigest()[:10]}"
        for kind in ("work", "files")
    }
    if pinned:
        digests = pushed("integrity", {name: integrity(text) for name, text in data.items()})
        data["integrity.js"] = digests
        own = {index[kind]: integrity(later[f"{kind}.js"]) for kind in ("work", "files")}
        index["integrity"] = own | {"integrity.js": integrity(digests)}
    if policy:
        data[POLICY_SCRIPT] = pushed("policy", policy)
    element = f"/*! {LICENSE_FILE} beside this script */\n{pushed('index', index)}{code.element}"
    return {ELEMENT_SCRIPT: element, LICENSE_FILE: licenses()} | later | data


def licenses() -> str:
    """The terms of our scripts, and of Lit in them; both ask to go along."""
    ours, lit = (path.read_text("utf-8").strip() for path in _LICENSES)
    return f"{ours}\n\nThe scripts contain Lit (https://lit.dev):\n\n{lit}\n"


def embed_index(atlas: Atlas, home: str = "") -> Json:
    """What the picker offers, and where the calculator's own page is, seen from the scripts."""
    return index_of(atlas) | ({"home": home} if home else {})


def index_for(records: list[Json], atlas: Atlas, home: str = "") -> Json:
    """What the picker of a pack offers: the places and professions in it, and no others."""
    whole = embed_index(atlas, home)
    ids = {record["id"] for record in records}
    places = {record["id"].partition("-")[0] for record in records}
    professions = {record["profession"] for record in records}
    return whole | {
        "places": {key: name for key, name in whole["places"].items() if key in places},
        "professions": {
            key: item for key, item in whole["professions"].items() if key in professions
        },
        "nationals": {key: name for key, name in whole["nationals"].items() if key in ids},
    }


def integrity(text: str) -> str:
    """The value of an `integrity` attribute."""
    return "sha384-" + base64.b64encode(hashlib.sha384(text.encode()).digest()).decode()


def policy_digest(text: str) -> str:
    """How a Content-Security-Policy names an inline script or style."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def as_json(value: Json | list[Json]) -> str:
    """JSON that is safe within a page of HTML."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")
