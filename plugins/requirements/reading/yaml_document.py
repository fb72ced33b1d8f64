"""A YAML file that was read: plain data, and where each part of it stands in the file.

Inputs: data and a map of places, from `strict_yaml`.
Outputs: lines and columns for record paths, and problems that name them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from plugins.requirements.problems import Problem, record_path

Data: TypeAlias = "dict[str, Data] | list[Data] | str | int | float | bool | None"

# Container number (the top is 1) and key or index, to: place of the value, place of the key,
# number of the value if it is a container itself (else 0). A place is line and column packed into
# one number: with nothing but numbers and texts in it, the map costs little memory and no garbage
# collection.
Places: TypeAlias = dict[tuple[int, str | int], tuple[int, int, int]]
_COLUMN_BITS = 20


def pack(mark: Any) -> int:
    """Return the place of one of PyYAML's marks, whose class depends on the parser."""
    place: int = mark.line << _COLUMN_BITS | mark.column
    return place


def unpack(place: int) -> tuple[int, int]:
    """Return line and column, counted from 1, of a place."""
    return (place >> _COLUMN_BITS) + 1, (place & (1 << _COLUMN_BITS) - 1) + 1


@dataclass(frozen=True, slots=True)
class Document:
    """A strict YAML file that was read: its data, and where each part of it stands.

    Attributes:
        file: The name for messages, as it was given.
        data: Plain dicts, lists, strings, numbers, true, false and null; a dict at the top.
    """

    file: str
    data: dict[str, Data]
    _top: int
    _places: Places

    def position(self, path: Sequence[str | int]) -> tuple[int, int]:
        """Return line and column (from 1) of the value at a path of keys and list indexes.

        Where the path does not exist, its nearest ancestor that does is meant.
        """
        return self._find(path)[0]

    def key_position(self, path: Sequence[str | int]) -> tuple[int, int]:
        """Return line and column (from 1) of the key at a path; of the value for a list item.

        Where the path does not exist, its nearest ancestor that does is meant.
        """
        return self._find(path)[1]

    def problem(
        self, path: Sequence[str | int], message: str, hint: str = "", *, at_key: bool = False
    ) -> Problem:
        """Return a problem with the value, or with the key, at a path of this document."""
        line, column = self.key_position(path) if at_key else self.position(path)
        return Problem(self.file, line, column, record_path(path), message, hint)

    def _find(self, path: Sequence[str | int]) -> tuple[tuple[int, int], tuple[int, int]]:
        value = key = self._top
        container = 1
        for part in path:
            place = self._places.get((container, part))
            if place is None:
                break
            value, key, container = place
        return unpack(value), unpack(key)
