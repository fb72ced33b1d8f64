"""What a model finds wrong with a value, in plain words.

In: pydantic's errors. Out: what is wrong, and what would be right, in words that a contributor
knows: text, number, list, mapping. No name of a Python type or of a function gets through.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from plugins.requirements.problems import did_you_mean, nearest
from plugins.requirements.reading.yaml_scalars import shown

_FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "an id: lower-case letters and digits, joined by hyphens",
    r"^https?://\S+$": "a full address that begins with https://",
    r"^[A-Z]{2}$": "the two-letter postal code in capitals",
}
_NUMBER = "a number such as 2 or 1.5"
_WHOLE_NUMBER = "a whole number such as 2"
_MAPPING = "lines of 'key: value'"
_LIST = "[a, b], or lines that begin with '- '"


@dataclass(frozen=True)
class Complaint:
    """One thing wrong with one value.

    Attributes:
        message: What is wrong.
        form: What would be accepted, to follow "write"; "" where that would not help.
        advice: What to do, where that is not to write something.
        words: The accepted words, where there are some.
        given: The value, as it may be shown.
        of_a_whole: Whether it is about a list or mapping as such, not about an item of it.
        is_final: Whether the value is of the right kind, so that no other kind need be offered.
    """

    message: str
    form: str = ""
    advice: str = ""
    words: tuple[str, ...] = ()
    given: str = ""
    of_a_whole: bool = False
    is_final: bool = False

    @property
    def hint(self) -> str:
        """What would be right."""
        if self.words and (near := did_you_mean(self.given.strip("'\""), self.words)):
            return near if near.endswith("?") else f"write {near}"
        return f"write {self.form}" if self.form else self.advice


def merge(said: list[Complaint]) -> Complaint:
    """Make one of the complaints that the branches of a union have about one value."""
    final = [one for one in said if one.is_final]
    if final or len(said) == 1:
        return (final or said)[0]
    words = tuple(word for one in said for word in one.words)
    given = said[0].given
    if nearest(given.strip("'\""), words):
        return Complaint(f"{given} is not understood", words=words, given=given)
    forms = list(dict.fromkeys([one.form for one in said if one.form]))
    return Complaint(f"{given} is not understood", ", or ".join(forms), given=given)


def complain(error: ErrorDetails) -> Complaint:
    """Say in plain words what one error means."""
    given, context = error["input"], error.get("ctx", {})
    return _SAYINGS.get(error["type"], _not_accepted)(show(given), given, context)


def show(value: object) -> str:
    """Show a value of YAML as a contributor knows it."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return shown(value) if isinstance(value, str) else str(value)


def _not_accepted(given: str, value: object, context: dict[str, Any]) -> Complaint:
    return Complaint(f"{given} is not accepted here", given=given)


def _from_our_checks(given: str, value: object, context: dict[str, Any]) -> Complaint:
    """Our own validators raise ValueError("what is wrong; what would be right")."""
    message, _, hint = str(context["error"]).partition("; ")
    if hint.startswith("write "):
        return Complaint(message, hint.removeprefix("write "), given=given)
    return Complaint(message, advice=hint, given=given)


def _not_a_word(given: str, value: object, context: dict[str, Any]) -> Complaint:
    words = tuple(re.findall(r"'([^']*)'", str(context["expected"])))
    if not words:  # a literal that is no text is true
        return Complaint(f"{given} is not accepted here", "true", given=given)
    form = words[0] if len(words) == 1 else f"one of: {', '.join(words)}"
    message = f"{given} is not one of the accepted words"
    return Complaint(message, form, words=words, given=given, of_a_whole=True)


def _not_of_form(given: str, value: object, context: dict[str, Any]) -> Complaint:
    form = _FORMS.get(str(context["pattern"]), "")
    return Complaint(f"{given} is not of the right form", form, given=given)


def _no_text(given: str, value: object, context: dict[str, Any]) -> Complaint:
    if isinstance(value, dict | list):
        return Complaint(f"this must be text, not {given}", "a text", given=given)
    return Complaint("this must be text", f"it in quotes: '{given}'", given=given)


def _empty_text(given: str, value: object, context: dict[str, Any]) -> Complaint:
    return Complaint("this text is empty", "it, or leave the key out", given=given)


def _needs(what: str, form: str) -> Callable[[str, object, dict[str, Any]], Complaint]:
    def say(given: str, value: object, context: dict[str, Any]) -> Complaint:
        message = f"this must be {what}, but it is {given}"
        return Complaint(message, form, given=given, of_a_whole=True)

    return say


def _too_small(given: str, value: object, context: dict[str, Any]) -> Complaint:
    least = f"more than {context['gt']:g}" if "gt" in context else f"at least {context['ge']:g}"
    return Complaint(f"{given} is too small", least, given=given, is_final=True)


def _too_large(given: str, value: object, context: dict[str, Any]) -> Complaint:
    return Complaint(
        f"{given} is too large", f"at most {context['le']:g}", given=given, is_final=True
    )


def _too_short(given: str, value: object, context: dict[str, Any]) -> Complaint:
    least = context["min_length"]
    form = f"at least {least} item" + ("" if least == 1 else "s")
    return Complaint("this list is too short", form, given=given, of_a_whole=True, is_final=True)


_SAYINGS: dict[str, Callable[[str, object, dict[str, Any]], Complaint]] = {
    "value_error": _from_our_checks,
    "literal_error": _not_a_word,
    "string_pattern_mismatch": _not_of_form,
    "string_type": _no_text,
    "string_too_short": _empty_text,
    "float_type": _needs("a number", _NUMBER),
    "int_type": _needs("a whole number", _WHOLE_NUMBER),
    "dict_type": _needs("a mapping", _MAPPING),
    "model_type": _needs("a mapping", _MAPPING),
    "tuple_type": _needs("a list", _LIST),
    "greater_than": _too_small,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "too_short": _too_short,
}
