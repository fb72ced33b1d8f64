"""`generate.py pack`: the calculator as one file, and as a zip for a web server.

In: ids of licenses or states, perhaps a hospital's policy, where to write. Out: the two files, or
one script with the policy; or every mistake (in the policy with file, line and column), and exit
code 1.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import typer

from plugins.building.reports import BuildFailed
from plugins.requirements.atlas import Atlas, Holding
from plugins.requirements.loading import load
from plugins.requirements.policy import load_policy
from plugins.requirements.problems import DataError, as_text, did_you_mean

from ..compile import compile_license
from ..publishing import pushed
from ..values import Json
from .packs import Pack, files_of, html_of, linked_to, zipped
from .policies import compile_policy
from .scripts import Code

DATA = Path(__file__).resolve().parents[3] / "requirements_data"
HOME = "/calculator/"


class NothingToPackError(Exception):
    """A list that names no license, or a word in it that names none; no policy where one is due."""


def pack_command(licenses: str, policy: Path | None, output: Path | None) -> None:
    """Write a pack, or to a file that ends in .js the policy alone, and say where it is."""
    target = output or Path("cme-calculator.html")
    try:
        atlas = load(DATA)
        own = compile_policy(load_policy(policy, atlas), atlas.vocabulary) if policy else None
        if target.suffix == ".js":
            written = {".js": _policy_alone(own)}
        else:
            chosen = licenses_named(licenses, atlas)
            pack = pack_of(chosen, atlas, home_of(os.environ.get("SITEURL", "")))
            written = _packed(replace(pack, policy=own), atlas)
    except DataError as error:
        typer.echo(as_text(error.problems), err=True)
        raise typer.Exit(1) from None
    except (NothingToPackError, BuildFailed) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    target.parent.mkdir(parents=True, exist_ok=True)
    for suffix, content in written.items():
        file = target.with_suffix(suffix)
        file.write_bytes(content)
        typer.echo(f"{file}: {len(content) / 1024:.0f} KB")


def _packed(pack: Pack, atlas: Atlas) -> dict[str, bytes]:
    code = Code()
    return {
        ".html": html_of(pack, atlas, code).encode(),
        ".zip": zipped(files_of(pack, atlas, code)),
    }


def _policy_alone(policy: Json | None) -> bytes:
    if policy is None:
        raise NothingToPackError("--output: a .js file holds a policy; name one with --policy")
    return pushed("policy", policy).encode()


def licenses_named(text: str, atlas: Atlas) -> list[Holding]:
    """What a list names: ca-md, ca for all five of California, us-dea for what is national."""
    words = [word for word in text.lower().replace(",", " ").split() if word]
    known: dict[str, list[Holding]] = {item.key: [item] for item in atlas.nationals.values()}
    for item in atlas.licenses.values():
        known[item.id] = [item]
        known.setdefault(item.jurisdiction.code.lower(), []).append(item)
    wrong = [word for word in words if word not in known]
    if wrong or not words:
        raise NothingToPackError(
            "\n".join(
                f"--licenses: '{word}' is no license; "
                + (did_you_mean(word, sorted(known)) or "write ca-md, or ca for all of California")
                for word in wrong
            )
            or "--licenses: name at least one, such as ca-md"
        )
    found: list[Holding] = []
    for one in (one for word in words for one in known[word]):
        if one not in found:
            found.append(one)
    return found


def pack_of(chosen: Sequence[Holding], atlas: Atlas, home: str = "", title: str = "") -> Pack:
    """A pack of these licenses, with those that their rules point to."""
    records = tuple(compile_license(item, atlas.vocabulary) for item in chosen)
    own = {record["id"] for record in records}
    other = sorted({id_ for record in records for id_ in linked_to(record)} - own)
    linked = tuple(compile_license(atlas.licenses[id_], atlas.vocabulary) for id_ in other)
    return Pack(title or title_of(chosen), records, linked, home=home)


def title_of(chosen: Iterable[Holding]) -> str:
    """What the file is called on its own page."""
    places = list(dict.fromkeys(it.jurisdiction.name for it in chosen if it.jurisdiction))
    where = (
        f" in {len(places)} states" if len(places) > 1 else "".join(f" in {it}" for it in places)
    )
    return f"Continuing education{where}: what do you still owe?"


def home_of(site: str) -> str:
    """The calculator's own page, if the address of the site is known."""
    return site.rstrip("/") + HOME if site else ""
