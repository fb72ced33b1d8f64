"""Puts a finished site in the place of the last one, in one step.

In: the folder that is to hold the site. Out: a fresh folder beside it to build into, which takes
its place only if building succeeded. Whoever reads the site sees the old one or the new one,
never a part of either, and a failed build leaves the old one alone.
"""

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.building.reports import BuildFailed

# Marks a folder as ours, so that a mistyped --output can never wipe someone's documents.
MARKER = ".built"
MARKER_TEXT = "Made by `generate.py build`, which replaces this folder as a whole.\n"

# From Linux's fcntl.h and fs.h.
AT_FDCWD = -100
RENAME_EXCHANGE = 2


@contextmanager
def fresh_folder(output: Path) -> Iterator[Path]:
    """Give a new folder beside `output`, and swap it in if the block ends without an error."""
    output = output.resolve()  # a link stays a link: what it points to is replaced
    _refuse_foreign(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    _remove_abandoned(output)
    new = output.with_name(f"{output.name}.new-{os.getpid()}")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    try:
        yield new
        (new / MARKER).write_text(MARKER_TEXT, encoding="utf-8")
        _put_in_place(new, output)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _refuse_foreign(output: Path) -> None:
    if not output.exists():
        return
    if not output.is_dir():
        raise BuildFailed(f"{output}: is a file; the site needs a folder of its own")
    if any(output.iterdir()) and not (output / MARKER).exists():
        raise BuildFailed(
            f"{output}: holds files that no build of ours made, and a build replaces the whole"
            " folder; name another, or empty this one first"
        )


def _put_in_place(new: Path, output: Path) -> None:
    """Make `new` be `output`; what was there is left in the place of `new`."""
    if not output.exists():
        new.rename(output)
    elif not _exchange(new, output):
        # Without the system's exchange there is an instant in which there is no site.
        old = new.with_name(f"{new.name}-old")
        output.rename(old)
        try:
            new.rename(output)
        except OSError:
            old.rename(output)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    paths = os.fsencode(first), os.fsencode(second)
    done: int = rename(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE)
    return done == 0


def _remove_abandoned(output: Path) -> None:
    """Remove the folders of builds that were killed before they could tidy up."""
    for folder in output.parent.glob(f"{output.name}.new-*"):
        pid = folder.name.rpartition("-")[2]
        if pid.isdigit() and not _alive(int(pid)):
            shutil.rmtree(folder, ignore_errors=True)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
