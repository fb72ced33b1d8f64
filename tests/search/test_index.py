"""The index: small, the same in both languages, and asked from the terminal too."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

from deno import find_deno_bin

from plugins.requirements.loading import load
from plugins.search.package import packed
from plugins.search.ranking import Catalog
from tests.conftest import ROOT, Site

LARGEST_INDEX = 40_000
LARGEST_SCRIPT = 18_000


def compressed(site: Site, name: str) -> int:
    (file,) = (site.folder / "assets").glob(f"{name}.*.js")
    return len(gzip.compress(file.read_bytes()))


def test_the_index_of_all_licenses_is_small(site: Site) -> None:
    assert compressed(site, "search-index") <= LARGEST_INDEX


def test_the_script_with_its_library_is_small(site: Site) -> None:
    (file,) = (site.folder / "assets").glob("search.*.js")
    assert compressed(site, "search") <= LARGEST_SCRIPT
    assert "eval(" not in file.read_text("utf-8")


def test_the_browser_restores_the_index_of_lunr_py(catalog: Catalog, tmp_path: Path) -> None:
    """The packed index leaves out what follows from the rest; nothing may be lost by that."""
    data = tmp_path / "packed.json"
    data.write_text(json.dumps(packed(catalog)), "utf-8")
    asker = Path(__file__).parent / "restore.ts"
    command = [find_deno_bin(), "run", f"--allow-read={data}", str(asker), str(data)]
    restored = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    assert weights(restored) == weights(catalog.index.serialize())


def weights(index: dict[str, list[list[object]]]) -> dict[str, dict[str, float]]:
    """Document and field → term → weight, whatever number each term has."""
    terms = {posting["_index"]: term for term, posting in index["invertedIndex"]}  # type: ignore[index, call-overload]
    found = {}
    for ref, vector in index["fieldVectors"]:
        pairs = zip(vector[::2], vector[1::2], strict=True)  # type: ignore[index]
        if vector:
            found[str(ref)] = {terms[number]: weight for number, weight in pairs}
    return found


def test_every_duty_of_the_index_is_an_anchor_of_its_page(catalog: Catalog, site: Site) -> None:
    for document in catalog.documents:
        page = (site.folder / document.address / "index.html").read_text("utf-8")
        for duty in document.entries:
            assert f'id="{duty.anchor}"' in page, f"/{document.address}#{duty.anchor}"


def test_every_license_has_its_document(catalog: Catalog) -> None:
    atlas = load(ROOT / "requirements_data")
    found = [document for document in catalog.documents if document.kind == "license"]
    assert len(found) == len(atlas.licenses)


def test_the_terminal_gives_the_hits_as_json() -> None:
    command = [sys.executable, "generate.py", "search", "do oregon", "--json"]
    ran = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    first = json.loads(ran.stdout)[0]
    assert first["url"] == "/states/oregon/do/"
    assert first["title"] == "Oregon DO"
    assert "hours" in first["answer"]
    assert first["score"] > 0
