"""What an unquoted word or number in YAML means: the strict subset, in which nothing surprises.

Input: the text of a plain (unquoted) scalar. Output: its value, or `Unclear`, which says why a
reader, or another YAML tool, could take the text for something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# A float holds 15 digits exactly, and so does a number in a browser.
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]*[1-9]")
_DECIMAL_LENGTH = 16

_TRAILING_ZERO = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]*0")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9_]+(?:\.[0-9_]*)?")
_WITH_COLONS = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-9]+)+(?:\.[0-9_]*)?")
_OTHER_NUMBER = re.compile(
    r"[-+]?(?:0[xob][0-9a-f_]+"
    r"|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:e[-+]?[0-9]+)?"
    r"|\.(?:inf|nan))",
    re.IGNORECASE,
)

_NUMBER_STARTS = frozenset("+-.0123456789")
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_YES = frozenset({"yes", "on", "y"})
_NO = frozenset({"no", "off", "n"})
_SPECIAL = frozenset({"", "~", "<<", "="}) | _YES | _NO | frozenset(_CONSTANTS)
_LONGEST_SPECIAL = 5


@dataclass(frozen=True)
class Unclear:
    """Why a plain scalar is refused (`message`), and what to write instead (`hint`)."""

    message: str
    hint: str


def resolve(text: str) -> str | int | float | bool | Unclear | None:
    """Return the value of a plain scalar.

    Only `null`, `true`, `false`, whole numbers and decimals are more than text. Dates stay text.
    What YAML 1.1 or 1.2 tools read as something else, or as different things, is `Unclear`.
    """
    if text[:1] in _NUMBER_STARTS:
        return _number(text)
    if len(text) > _LONGEST_SPECIAL or text.lower() not in _SPECIAL:
        return text
    return _special(text)


def shown(text: str) -> str:
    """Quote a text for a message, on one line and cut to a readable length."""
    return repr(text if len(text) <= 60 else f"{text[:57]}...")


def _number(text: str) -> str | int | float | Unclear:
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text) and len(text) <= _DECIMAL_LENGTH:
        return float(text)
    quoted = shown(text)
    if _TRAILING_ZERO.fullmatch(text):
        short = text.rstrip("0").rstrip(".")
        return Unclear(
            f"{quoted} would lose its last zero if read as a number",
            f"quote it if it is a citation or a name ({quoted}), or write {short}",
        )
    if _LEADING_ZERO.fullmatch(text):
        return Unclear(
            f"{quoted} begins with a zero, which some YAML tools read as an octal number",
            f"quote it ({quoted}), or drop the zero",
        )
    if _WITH_COLONS.fullmatch(text):
        return Unclear(
            f"{quoted} is a number in base 60 to some YAML tools",
            f"quote it: {quoted}",
        )
    if _OTHER_NUMBER.fullmatch(text):
        return Unclear(
            f"{quoted} is a number to some YAML tools and text to others",
            f"quote it ({quoted}), or write a number in at most 15 plain digits",
        )
    return text


def _special(text: str) -> bool | Unclear | None:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text == "":
        return Unclear("there is no value here", "give it a value, or leave the key out")
    if text == "<<":
        return Unclear("merge keys ('<<') are not used here", "write the keys out")
    quoted = shown(text)
    if text == "=":
        return Unclear(f"{quoted} has a meaning of its own in YAML", f"quote it: {quoted}")
    lowered = text.lower()
    if text == "~":
        right = "null"
    elif lowered in _CONSTANTS:
        right = lowered
    else:
        right = "true" if lowered in _YES else "false"
    return Unclear(
        f"{quoted} is {right} to some YAML tools and text to others",
        f"write {right}, or quote it: {quoted}",
    )
