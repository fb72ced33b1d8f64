"""Conditions in words: what comes after "if".

In: a condition and the vocabulary. Out: a clause such as "you hold a DEA registration and more
than 25% of your patients are 65 or older".
"""

from __future__ import annotations

from ..conditions import AllOf, Answer, AnyOf, Condition, Not, Words
from ..phrases import Comparison
from ..vocabulary import Fact, Jurisdiction, Question, Vocabulary
from .terms import comparison, join


def clause(condition: Condition, words: Vocabulary, jurisdiction: Jurisdiction) -> str:
    """Say the condition so that it can follow "if"."""
    return _say(condition, words, jurisdiction, True)


def _say(part: Condition, words: Vocabulary, place: Jurisdiction, holds: bool) -> str:
    if isinstance(part, Not):
        return _say(part.part, words, place, not holds)
    if isinstance(part, Words):
        return part.text if holds else f"it is not so that {part.text}"
    if isinstance(part, AllOf | AnyOf):
        # Not (a and b) is (not a) or (not b).
        word = "and" if isinstance(part, AllOf) == holds else "or"
        return _join_clauses([_say(inner, words, place, holds) for inner in part.parts], word)
    return _answer(part, words, place, holds)


def _join_clauses(clauses: list[str], word: str) -> str:
    """Join, without repeating "you" where every clause begins with it."""
    if all(text.startswith("you ") for text in clauses):
        clauses = clauses[:1] + [text.removeprefix("you ") for text in clauses[1:]]
    return join(clauses, word)


def _answer(answer: Answer, words: Vocabulary, place: Jurisdiction, holds: bool) -> str:
    question = words.askable()[answer.question]
    if isinstance(answer.value, bool):
        return question.if_ if answer.value == holds else question.if_not
    template = question.if_ if holds else question.if_not
    return template.format(_value(answer, question, words, place))


def _value(
    answer: Answer, question: Question | Fact, words: Vocabulary, place: Jurisdiction
) -> str:
    if isinstance(answer.value, Comparison):
        return comparison(answer.value, about_dates=question.type == "date")
    values = answer.value if isinstance(answer.value, tuple) else ()
    names: dict[str, str] = {}
    if question.type == "profession":
        names = {id_: entry.name for id_, entry in words.professions.items()}
    elif question.type == "board":
        names = {id_: board.name for id_, board in place.boards.items()}
    elif isinstance(question, Question):
        names = dict(question.choices)
    return join([names.get(value, value) for value in values], "or")
