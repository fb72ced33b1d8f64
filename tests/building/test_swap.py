"""A reader sees the old site or the new one, and nothing in between."""

import ctypes
import threading
from pathlib import Path

import pytest

from plugins.building.reports import BuildFailed
from plugins.building.swap import fresh_folder


def put(output: Path, text: str) -> None:
    with fresh_folder(output) as folder:
        for name in ("one", "two"):
            (folder / name).write_text(text, encoding="utf-8")


def test_a_reader_finds_a_whole_site_at_any_moment(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put(output, "0")
    done = threading.Event()
    missing: list[OSError] = []

    def read() -> None:
        while not done.is_set():
            try:
                (output / "one").stat()
            except OSError as error:
                missing.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(200):
        put(output, str(number))
    done.set()
    reader.join()
    assert not missing
    assert (output / "two").read_text(encoding="utf-8") == "199"


def test_it_works_where_the_system_cannot_exchange(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    put(tmp_path / "output", "old")
    put(tmp_path / "output", "new")
    assert (tmp_path / "output/one").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    link = tmp_path / "output"
    link.symlink_to(tmp_path / "elsewhere")
    put(link, "new")
    assert link.is_symlink()
    assert (tmp_path / "elsewhere/one").read_text(encoding="utf-8") == "new"


def test_a_file_is_not_replaced_by_a_folder(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file", encoding="utf-8")
    with pytest.raises(BuildFailed, match="is a file"):
        put(tmp_path / "output", "new")
