"""What is wrong with a YAML file before or below its meaning, in plain English.

Inputs: the bytes of a file, or the error with which libyaml gave up on it.
Outputs: `Problem` records with line and column, as an editor counts them.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from plugins.requirements.problems import Problem

# What an editor, a page and a feed can all show. Not among it: control characters, surrogates and
# non-characters, and the line ends that YAML 1.1 counts but editors do not (U+0085, U+2028,
# U+2029), which would make every later line number wrong.
_SHOWABLE = (
    r"\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd"
    r"\U00010000-\U0010ffff"
)
# Of the text of a value, where an escape such as "\x07" may have brought it in.
UNSHOWABLE = re.compile(rf"[^\t\n{_SHOWABLE}]")
# Of a file: tabs too, which YAML tools count differently, and a carriage return by itself.
_UNWANTED = re.compile(rf"[^\n{_SHOWABLE}]")

_SAVE_AS_UTF_8 = "save the file as UTF-8 without a byte order mark"
_UNWANTED_NAMES = {
    "\t": ("a tab", "use spaces"),
    "\r": ("a line that ends in a carriage return alone", "save the file with Unix line ends"),
    "\ufeff": ("a byte order mark", _SAVE_AS_UTF_8),
    "\x00": ("a NUL byte: this is a binary or UTF-16 file", _SAVE_AS_UTF_8),
}


def text_problems(raw: bytes, file: str, limit: int) -> list[Problem]:
    """Return what makes the bytes no plain UTF-8 text: the first fault of each line, to a limit."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return [_not_utf_8(raw, error.start, file)]
    text = text.replace("\r\n", "\n")
    problems: list[Problem] = []
    if _UNWANTED.search(text) is None:
        return problems
    for number, line in enumerate(text.split("\n"), start=1):
        if (match := _UNWANTED.search(line)) is None:
            continue
        what, hint = _UNWANTED_NAMES.get(
            match[0], (f"the character U+{ord(match[0]):04X}, which cannot be shown", "remove it")
        )
        problems.append(Problem(file, number, match.start() + 1, "", f"found {what}", hint))
        if match[0] == "\x00" or len(problems) == limit:
            break
    return problems


def swallowed_item(lines: list[bytes], first_line: int, last_line: int) -> int | None:
    """Return the line of a list item that YAML takes for the end of the text above it, if any.

    All lines of the file are given, counted from 0. An item that is indented too far becomes part
    of the item before it, and a rule is lost without a word.
    """
    for number in range(first_line + 1, last_line + 1):
        if lines[number].lstrip(b" ").startswith(b"- "):
            return number
    return None


def _not_utf_8(raw: bytes, at: int, file: str) -> Problem:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(file, 1, 1, "", "this is a UTF-16 file", _SAVE_AS_UTF_8)
    line_start = raw.rfind(b"\n", 0, at) + 1
    return Problem(
        file,
        raw.count(b"\n", 0, at) + 1,
        len(raw[line_start:at].decode("utf-8")) + 1,
        "",
        f"the byte 0x{raw[at]:02X} is not UTF-8 text",
        _SAVE_AS_UTF_8,
    )


class _Plain(NamedTuple):
    message: str
    hint: str
    # Whether the fault is better shown where the broken thing begins than where libyaml gave up.
    at_start: bool = False


_INDENT = "check the indentation of this line and the one above"
_QUOTE = "put the text in quotes"
_ESCAPES = "in double quotes a backslash begins an escape; use single quotes for text as it stands"

_IN_PLAIN_ENGLISH = {
    "mapping values are not allowed in this context": _Plain(
        "a colon followed by a space is not allowed here",
        "put the text in quotes if the colon belongs to it, or check the indentation",
    ),
    "found unexpected ':'": _Plain("a colon is not allowed here", _QUOTE),
    "block sequence entries are not allowed in this context": _Plain(
        "a list item ('- ') is not allowed here", _INDENT
    ),
    "mapping keys are not allowed in this context": _Plain(
        "a key marked with '? ' is not allowed here", "write 'key: value'"
    ),
    "did not find expected key": _Plain("this does not fit with the keys above it", _INDENT),
    "did not find expected '-' indicator": _Plain(
        "this does not fit with the list above it", _INDENT
    ),
    "could not find expected ':'": _Plain("this key has no ':' after it", _INDENT, at_start=True),
    "did not find expected ',' or ']'": _Plain(
        "this list is not closed, or lacks a comma", "end it with ']'", at_start=True
    ),
    "did not find expected ',' or '}'": _Plain(
        "this mapping is not closed, or lacks a comma", "end it with '}'", at_start=True
    ),
    "did not find expected node content": _Plain("a value is missing here", "give a value"),
    "found unexpected end of stream": _Plain(
        "this quote is never closed", "close it with the same quote mark", at_start=True
    ),
    "found unexpected document indicator": _Plain(
        "this quote is not closed before the end of the document",
        "close it with the same quote mark",
        at_start=True,
    ),
    "found character that cannot start any token": _Plain(
        "text without quotes cannot begin with this character", _QUOTE
    ),
    "found unknown escape character": _Plain("this is not a known escape", _ESCAPES),
    "did not find expected hexdecimal number": _Plain("this is not a known escape", _ESCAPES),
    "found invalid Unicode character escape code": _Plain(
        "this escape is not a Unicode character", _ESCAPES
    ),
    "did not find expected <document start>": _Plain(
        "this does not belong to the document above it", _INDENT
    ),
    "did not find expected comment or line break": _Plain(
        "only a comment may stand here", "begin the text on the next line, indented"
    ),
}
_NOT_USED_CONTEXT = re.compile(r"tag|anchor|alias|directive")


def syntax_problem(error: yaml.YAMLError, file: str) -> Problem:
    """Return libyaml's own error as a problem; the message of an unforeseen one is libyaml's."""
    # PyYAML declares neither the attributes of its errors nor when they are None.
    details: Any = error
    words = str(getattr(details, "problem", None) or getattr(details, "reason", error))
    context = str(getattr(details, "context", None) or "")
    if _NOT_USED_CONTEXT.search(context) or _NOT_USED_CONTEXT.search(words):
        plain = _Plain("anchors, aliases, tags and directives are not used here", _QUOTE, True)
    else:
        plain = _IN_PLAIN_ENGLISH.get(
            words, _Plain(f"this cannot be read as YAML: {words}", "check quotes and indentation")
        )
    mark = getattr(details, "problem_mark", None)
    if plain.at_start or mark is None:
        mark = getattr(details, "context_mark", None) or mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(file, line, column, "", plain.message, plain.hint)
