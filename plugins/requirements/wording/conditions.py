"""Conditions in words: what comes after "if".

In: a condition and the vocabulary. Out: a clause such as "you hold a DEA registration and more
than 25% of your patients are 65 or older".
"""

from __future__ import annotations

from plugins.requirements.language.conditions import AllOf, Answer, AnyOf, Condition, Not, Words
from plugins.requirements.language.phrases import Comparison
from plugins.requirements.vocabulary.words import Fact, Jurisdiction, Question, Vocabulary
from plugins.requirements.wording.terms import comparison, join


def clause(condition: Condition, words: Vocabulary, jurisdiction: Jurisdiction | None) -> str:
    """Say the condition so that it can follow "if". Boards have names in a jurisdiction only."""
    return _say(condition, words, jurisdiction, True)


def _say(part: Condition, words: Vocabulary, place: Jurisdiction | None, holds: bool) -> str:
    if isinstance(part, Not):
        return _say(part.part, words, place, not holds)
    if isinstance(part, Words):
        return part.text if holds else f"it is not so that {part.text}"
    if isinstance(part, AllOf | AnyOf):
        joint = _joint(part, holds)
        clauses = [(_say(inner, words, place, holds), _joint(inner, holds)) for inner in part.parts]
        return _join_parts(clauses, joint)
    return _answer(part, words, place, holds)


def _joint(part: Condition, holds: bool) -> str:
    """What joins the clauses of a condition: "and", "or", or "" where it is one clause.

    Not (a and b) is (not a) or (not b).
    """
    while isinstance(part, Not):
        part, holds = part.part, not holds
    if not isinstance(part, AllOf | AnyOf):
        return ""
    return "and" if isinstance(part, AllOf) == holds else "or"


def _join_parts(clauses: list[tuple[str, str]], word: str) -> str:
    """Join, so that it stays clear what belongs together where "and" and "or" meet: "you treat
    children and either live or work here", "you teach, or if you treat children and live here".
    """
    if word == "or" and any(inner == "and" for _, inner in clauses):
        return ", or if ".join(text for text, _ in clauses)
    return join_clauses(
        [_either(text) if inner not in ("", word) else text for text, inner in clauses], word
    )


def join_clauses(texts: list[str], word: str = "and") -> str:
    """Join clauses; "you" need not be said again where each begins with it."""
    if all(text.startswith("you ") for text in texts):
        texts = texts[:1] + [text.removeprefix("you ") for text in texts[1:]]
    return join(texts, word)


def _either(text: str) -> str:
    you = "you " if text.startswith("you ") else ""
    return f"{you}either {text.removeprefix(you)}"


def _answer(answer: Answer, words: Vocabulary, place: Jurisdiction | None, holds: bool) -> str:
    question = words.askable()[answer.question]
    if isinstance(answer.value, bool):
        return question.if_ if answer.value == holds else question.if_not
    template = question.if_ if holds else question.if_not
    return template.format(_value(answer, question, words, place))


def _value(
    answer: Answer, question: Question | Fact, words: Vocabulary, place: Jurisdiction | None
) -> str:
    if isinstance(answer.value, Comparison):
        return comparison(answer.value, about_dates=question.type == "date")
    values = answer.value if isinstance(answer.value, tuple) else ()
    names: dict[str, str] = {}
    if question.type == "profession":
        # A name is written for headings; in a sentence it begins with a small letter.
        names = {
            id_: item.name[:1].lower() + item.name[1:] for id_, item in words.professions.items()
        }
    elif question.type == "board" and place:
        names = {id_: board.name for id_, board in place.boards.items()}
    elif isinstance(question, Question):
        names = dict(question.choices)
    return join([names.get(value, value) for value in values], "or")
