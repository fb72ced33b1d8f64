"""Packs: the calculator for places without our server, or without any.

In: licenses, perhaps a policy. Out: one HTML file that holds everything and can ask nobody for
anything, and the files of a zip for a web server. The code and the looks are named in the file's
own Content-Security-Policy by their digests; the data is no code, so one policy fits every pack.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from html import escape
from pathlib import Path

from plugins.requirements.atlas import Atlas

from ..publishing import vocabulary_of
from ..values import Json
from .scripts import (
    ELEMENT_SCRIPT,
    POLICY_SCRIPT,
    Code,
    as_json,
    code_files,
    folder_of,
    index_for,
    licenses,
    policy_digest,
)

FOLDER = "cme-calculator"
_SHELL = Path(__file__).with_name("pack.html")
_STYLE = Path(__file__).with_name("pack.css")
_README = Path(__file__).with_name("pack-readme.txt")
# Within a script of a page of HTML these would end it, or hide its end.
_MARKUP = re.compile(r"<(?=!--|/?script)", re.IGNORECASE)
# The one date that a zip of fixed bytes can have.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Pack:
    """What is packed."""

    title: str
    licenses: tuple[Json, ...]
    """Those that the visitor chooses from."""
    linked: tuple[Json, ...]
    """Those that the rules of the others point to."""
    policy: Json | None = None
    home: str = ""


def html_of(pack: Pack, atlas: Atlas, code: Code) -> str:
    """One file that holds everything."""
    parts: list[Json] = [{"index": index_for(list(pack.licenses), atlas, pack.home)}]
    parts += [{"license": record} for record in (*pack.licenses, *pack.linked)]
    parts.append({"vocabulary": vocabulary_of(atlas)})
    if pack.policy:
        parts.append({"policy": pack.policy})
    return (
        shell(code)
        .replace("{{title}}", escape(pack.title))
        .replace("{{chosen}}", escape(_chosen(pack)))
        .replace("{{data}}", as_json(parts))
    )


def shell(code: Code) -> str:
    """A pack without its title, the licenses chosen and the data, which may be put in anywhere."""
    style = _STYLE.read_text("utf-8").strip()
    script = _MARKUP.sub(
        r"\\x3c", "\n".join((code.unpack, *code_files(code).values(), code.element))
    )
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {policy_digest(script)}",
            f"style-src {policy_digest(style)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    text = _SHELL.read_text("utf-8").replace("{{policy}}", policy)
    text = text.replace("{{licenses}}", licenses())
    return text.replace("{{style}}", style).replace("{{script}}", script)


def files_of(pack: Pack, atlas: Atlas, code: Code) -> dict[str, str]:
    """The files of a zip for a web server: a page, the scripts, and how to use both."""
    index = index_for(list(pack.licenses), atlas, pack.home)
    records = (*pack.licenses, *pack.linked)
    scripts = folder_of(code, index, records, vocabulary_of(atlas), pack.policy)
    named = [ELEMENT_SCRIPT] + ([POLICY_SCRIPT] if pack.policy else [])
    head = "\n".join(f'<script src="{FOLDER}/{name}" defer></script>' for name in named)
    page = _SHELL.read_text("utf-8")
    page = re.sub(r"<style>.*</style>", f'<link rel="stylesheet" href="{FOLDER}/page.css">', page)
    page = re.sub(r"<script type.*</script>\n", "", page).replace("<!--\n{{licenses}}-->\n", "")
    page = re.sub(r"<script>{{script}}</script>", head, page)
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'none'"
    page = page.replace("{{policy}}", policy).replace("{{title}}", escape(pack.title))
    chosen = _chosen(pack)
    example = " ".join(record["id"] for record in pack.licenses[:2])
    lines = head.replace('src="', 'src="/').replace("\n", "\n    ")
    readme = _README.read_text("utf-8").replace("{{licenses}}", chosen or example)
    return {
        "index.html": page.replace("{{chosen}}", escape(chosen)),
        "README.txt": readme.replace("{{scripts}}", lines),
        f"{FOLDER}/page.css": _STYLE.read_text("utf-8"),
        **{f"{FOLDER}/{name}": text for name, text in scripts.items()},
    }


def zipped(files: dict[str, str]) -> bytes:
    """The files as a zip whose bytes depend on nothing but them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text)
    return buffer.getvalue()


def linked_to(record: Json) -> set[str]:
    """Ids of the licenses that a record's rules point to, as element/linked.ts finds them."""
    found = {rule["ends"]["license"] for rule in record["renewals"] if "license" in rule["ends"]}
    waiting = list(record["requires"])
    while waiting:
        duty = waiting.pop()
        if duty.get("kind") == "license" and "license" in duty:
            found.add(duty["license"])
        waiting += [*duty.get("of", ()), *duty.get("all", ())]
    return found


def _chosen(pack: Pack) -> str:
    """A pack of one license opens with it; of several, the visitor says which are theirs."""
    return pack.licenses[0]["id"] if len(pack.licenses) == 1 else ""
