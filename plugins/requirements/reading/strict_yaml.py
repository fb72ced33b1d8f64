"""Strict YAML with positions: one pass over libyaml's events builds the data and its line map.

Inputs: a file, or its bytes and a name for messages.
Outputs: a `Document`, plain data in which every value knows its line and column, or a `DataError`
with all the problems that one pass can find.

The limits are enforced while events arrive and nothing is ever expanded, so that a hostile file
costs no more than a good one. There is no fallback to PyYAML's own parser: it is 12 times slower
and would put other words and columns into the errors.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from plugins.requirements.problems import DataError, Problem, record_path
from plugins.requirements.reading.yaml_document import Data, Document, Places, pack, unpack
from plugins.requirements.reading.yaml_scalars import Unclear, resolve, shown
from plugins.requirements.reading.yaml_text import (
    UNSHOWABLE,
    swallowed_item,
    syntax_problem,
    text_problems,
)

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_NODES", "Data", "Document", "parse", "read"]

MAX_BYTES = 512 * 1024
MAX_DEPTH = 40
MAX_NODES = 100_000
MAX_PROBLEMS = 100

# PyYAML's events come from C and are typed too loosely to be of help.
_Event: TypeAlias = Any

_A_FILE_IS = "begin with lines of 'key: value'"
_EMPTY = "the file is empty"


def read(path: Path, root: Path) -> Document:
    """Read a file; messages name it relative to `root` if it lies there.

    Raises:
        DataError: The file cannot be read, is too large or is not strict YAML.
    """
    shown_path = path.relative_to(root) if path.is_relative_to(root) else path
    # A name that is not UTF-8 could not be printed.
    file = os.fsencode(shown_path.as_posix()).decode("utf-8", "replace")
    try:
        # A pipe or a device would block or never end.
        if path.exists() and not path.is_file():
            raise DataError([Problem(file, 1, 1, "", "this is not a regular file")])
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DataError([_too_large(size, file)])
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise DataError([Problem(file, 1, 1, "", f"the file cannot be read: {reason}")]) from error
    return parse(raw, file)


def parse(text: bytes, file: str) -> Document:
    """Parse strict YAML; `file` is its name in messages.

    Raises:
        DataError: The text is too large, is not plain UTF-8, or is not strict YAML.
    """
    if len(text) > MAX_BYTES:
        raise DataError([_too_large(len(text), file)])
    # Characters that do not belong are reported alone: what would follow from them is noise.
    if unwanted := text_problems(text, file, MAX_PROBLEMS):
        if len(unwanted) == MAX_PROBLEMS:
            unwanted.append(_stopped_after(unwanted[-1]))
        raise DataError(unwanted)
    return _Builder(text, file).build()


def _too_large(size: int, file: str) -> Problem:
    message = f"the file has {size:,} bytes; at most {MAX_BYTES:,} are read"
    return Problem(file, 1, 1, "", message, "split it")


def _stopped_after(last: Problem) -> Problem:
    """Return the word that ends a list of problems too long to be of use; it sorts last."""
    message = f"reading stopped after {MAX_PROBLEMS} problems"
    return Problem(last.file, last.line, last.column + 1, "", message, "mend these first")


class _StopReadingError(Exception):
    """The rest of the file is not worth or not safe to read."""


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not been reached."""

    items: dict[str, Data] | list[Data]
    number: int
    # Whether it stands where a key should.
    is_key: bool
    # Of a mapping, the key whose value is being read, None between two values; of a list, "".
    key: str | None
    key_place: int = 0
    # Whether that value is kept; not if the key cannot be used.
    wanted: bool = True


class _Builder:
    """Builds the data and its places from events, collecting problems on the way.

    `_scalar` and `_put` run tens of thousands of times in a build and are written for speed.
    """

    def __init__(self, text: bytes, file: str) -> None:
        self._text = text
        self._lines = text.split(b"\n")
        self._file = file
        self._problems: list[Problem] = []
        self._places: Places = {}
        self._open: list[_Open] = []
        self._top: Data = None
        self._top_place = 0
        self._nodes = 0
        self._containers = 0
        self._documents = 0

    def build(self) -> Document:
        """Read all events and return the document, or raise `DataError` with all problems."""
        loader = yaml.CLoader(self._text)
        try:
            self._take_events(loader.get_event)
        except _StopReadingError:
            pass
        except yaml.YAMLError as error:
            self._problems.append(syntax_problem(error, self._file))
        finally:
            loader.dispose()
        if not self._documents and not self._problems:
            self._problems.append(Problem(self._file, 1, 1, "", _EMPTY, _A_FILE_IS))
        if self._problems or not isinstance(self._top, dict):
            raise DataError(self._problems)
        return Document(self._file, self._top, self._top_place, self._places)

    def _take_events(self, next_event: Callable[[], _Event]) -> None:
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent:
                self._start(event, {}, None)
            elif kind is yaml.SequenceStartEvent:
                self._start(event, [], "")
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                closed = self._open.pop()
                if self._open and not closed.is_key and isinstance(self._open[-1].items, dict):
                    self._open[-1].key = None
            elif kind is yaml.AliasEvent:
                self._alias(event)
            elif kind is yaml.DocumentStartEvent:
                self._start_document(event)

    def _start_document(self, event: _Event) -> None:
        self._documents += 1
        if event.version or event.tags:
            self._report(event, "directives ('%') are not used here", "remove the line")
        if self._documents > 1:
            self._report(event, "a second document begins here", "keep one document to a file")
            raise _StopReadingError

    def _start(
        self, event: _Event, items: dict[str, Data] | list[Data], first_key: str | None
    ) -> None:
        self._count(event)
        if event.anchor is not None or event.tag is not None:
            self._report_decoration(event)
        if len(self._open) == MAX_DEPTH:
            self._report(event, f"values are nested more than {MAX_DEPTH} deep", "nest less")
            raise _StopReadingError
        self._containers += 1
        is_key = bool(self._open) and self._open[-1].key is None
        if is_key:
            self._report(event, "a key must be text, not a list or mapping", "write 'key: value'")
        if self._open:
            self._put(items, event, "?", self._containers)
        else:
            self._top, self._top_place = items, pack(event.start_mark)
            if isinstance(items, list):
                self._report(event, "the top level of a file is a mapping, not a list", _A_FILE_IS)
        self._open.append(_Open(items, self._containers, is_key, first_key))

    def _alias(self, event: _Event) -> None:
        self._count(event)
        self._report(event, "aliases ('*') are not used here", "write the value out again")
        if self._open:
            self._put(None, event, "?")

    def _scalar(self, event: _Event) -> None:
        self._count(event)
        text: str = event.value
        if not self._open:
            wrong = "the top level of a file is a mapping, not one value" if text else _EMPTY
            self._report(event, wrong, _A_FILE_IS)
            return
        style = event.style
        value: Data | Unclear = text
        if event.anchor is not None or event.tag is not None or not (style or event.implicit[0]):
            self._report_decoration(event)
        elif not style:
            value = resolve(text)
            if " - " in text:
                self._check_item(event)
        elif style == '"' and (odd := UNSHOWABLE.search(text)):
            value = Unclear(
                f"the text holds the character U+{ord(odd[0]):04X}, which cannot be shown",
                "remove it",
            )
        if type(value) is not str:
            value = self._settle(event, value)
        self._put(value, event, text)

    def _settle(self, event: _Event, value: Data | Unclear) -> Data:
        """Return a value that is no text if it may stand here, else report it and return None."""
        text: str = event.value
        is_key = self._open[-1].key is None
        if is_key and not event.style and text != "<<":
            quoted = shown(text)
            value = Unclear(f"the key {quoted} is not text to YAML tools", f"quote it: {quoted}")
            if text == "":
                value = Unclear("there is no key before this ':'", "write 'key: value'")
        if not isinstance(value, Unclear):
            return value
        self._report(event, value.message, value.hint, text if is_key else None)
        return None

    def _check_item(self, event: _Event) -> None:
        line = swallowed_item(self._lines, event.start_mark.line, event.end_mark.line)
        if line is not None:
            message = f"the list item on line {line + 1} is indented as part of this text"
            self._report(event, message, "indent it as the others, or put the text in quotes")

    def _put(self, value: Data, event: _Event, key: str, number: int = 0) -> None:
        """Put a value, container `number` if it is one, into the innermost open container.

        Where a key is due, the value is that key, named `key`, and usable if it is a text.
        """
        place = pack(event.start_mark)
        parent = self._open[-1]
        items = parent.items
        if parent.key is None:
            parent.key, parent.key_place = key, place
            parent.wanted = type(value) is str and key not in items
            if not parent.wanted and type(value) is str:
                first, _ = unpack(self._places[parent.number, key][1])
                self._report(event, f"this key is already on line {first}", "keep one of the two")
        elif isinstance(items, list):
            self._places[parent.number, len(items)] = (place, place, number)
            items.append(value)
        else:
            if parent.wanted:
                self._places[parent.number, parent.key] = (place, parent.key_place, number)
                items[parent.key] = value
            # Paths in messages need the key of a container until the container ends.
            if not number:
                parent.key = None

    def _count(self, event: _Event) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._report(event, f"the file has more than {MAX_NODES:,} values", "split it")
            raise _StopReadingError

    def _report_decoration(self, event: _Event) -> None:
        if event.anchor is not None:
            self._report(event, "anchors ('&') are not used here", "write the value out")
        else:
            self._report(event, "tags ('!') are not used here", "remove it, or quote the text")

    def _report(self, event: _Event, message: str, hint: str, key: str | None = None) -> None:
        mark = event.start_mark
        where = record_path([*self._path(), *([] if key is None else [key])])
        problem = Problem(self._file, mark.line + 1, mark.column + 1, where, message, hint)
        self._problems.append(problem)
        if len(self._problems) == MAX_PROBLEMS:
            self._problems.append(_stopped_after(problem))
            raise _StopReadingError

    def _path(self) -> list[str | int]:
        parts: list[str | int] = []
        for depth, level in enumerate(self._open, start=1):
            if isinstance(level.items, list):
                # A container is in its list already; the value being read is not yet.
                parts.append(len(level.items) - (depth < len(self._open)))
            elif level.key is not None:
                parts.append(level.key)
        return parts
