"""Problems found in the data: what they are and how they are shown.

Inputs: positions and words from the code that reads and checks the data.
Outputs: `Problem` records, the exception that carries them, and the three forms in which people
and programs read them (text, annotations on a GitHub pull request, JSON).
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass

SHORT_LIST = 12

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
# What would end a line in a terminal, an editor or a pull request, or act on a terminal.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in one place; problems sort by file, line and column.

    Attributes:
        file: Posix path, relative to the repository or as it was given.
        line: Counted from 1.
        column: In characters, counted from 1.
        path: Where in the record, such as `requires[2].hours`; empty for the file itself.
        message: What is wrong.
        hint: What would be right; may be empty.
    """

    file: str
    line: int
    column: int
    path: str
    message: str
    hint: str = ""

    @property
    def sentence(self) -> str:
        """The problem without its place in the file: `path: message; hint`."""
        start = f"{self.path}: " if self.path else ""
        end = f"; {self.hint}" if self.hint else ""
        return f"{start}{self.message}{end}"


class DataError(Exception):
    """Data that cannot be used, with every problem found in it, sorted, none twice."""

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(as_text(self.problems))


def as_text(problems: Iterable[Problem]) -> str:
    """Say each problem on a line of its own: `file:line:column: path: message; hint`."""
    return "\n".join(
        _one_line(f"{p.file}:{p.line}:{p.column}: {p.sentence}") for p in sorted(problems)
    )


def as_github(problems: Iterable[Problem]) -> str:
    """Say each problem as a GitHub workflow command, which marks the line in a pull request."""
    return "\n".join(
        f"::error file={_escape_property(p.file)},line={p.line},col={p.column}"
        f"::{_escape_message(p.sentence)}"
        for p in sorted(problems)
    )


def as_json(problems: Iterable[Problem]) -> str:
    """Say the problems as a JSON list of objects with the fields of `Problem`."""
    return json.dumps([asdict(p) for p in sorted(problems)], indent=2)


def record_path(parts: Iterable[str | int]) -> str:
    """Write keys and list indexes as people write them: `requires[2].hours`.

    A key that is not a plain word is quoted, so that the path can be read only one way:
    `sources["a.b"].url`.
    """
    path = ""
    for part in parts:
        if isinstance(part, int):
            path += f"[{part}]"
        elif _PLAIN_KEY.fullmatch(part):
            path += f".{part}" if path else part
        else:
            path += f"[{json.dumps(part, ensure_ascii=False)}]"
    return path


def nearest(word: str, valid: Iterable[str]) -> str | None:
    """Return the valid word most like the given one, ignoring case, or None if none is near."""
    by_folded = {candidate.casefold(): candidate for candidate in sorted(valid)}
    found = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def did_you_mean(word: str, valid: Iterable[str]) -> str:
    """Return a hint for an unknown word: the nearest valid one, else all of a short list, else ''.

    The list keeps the order it came in, since an author may have sorted it by meaning.
    """
    words = list(dict.fromkeys(valid))
    near = nearest(word, words)
    if near is not None:
        return f"did you mean {near!r}?"
    if 0 < len(words) <= SHORT_LIST:
        return f"one of: {', '.join(words)}"
    return ""


def _one_line(text: str) -> str:
    return _CONTROL.sub(lambda match: repr(match[0])[1:-1], text)


def _escape_message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_message(text).replace(":", "%3A").replace(",", "%2C")
