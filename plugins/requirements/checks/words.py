"""Words of the vocabulary: every one used is defined, every one defined is used.

In: an Atlas. Out: problems with the nearest valid word.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..atlas import Atlas, Filed
from ..conditions import Answer, walk
from ..fields import PROFESSIONS
from ..phrases import Comparison, Deadline
from ..problems import Problem, did_you_mean
from ..vocabulary import Fact, Question
from .located import conditions, records

# Which keys of a record take words from which vocabulary file.
WORDS = {
    "topic": "topics",
    "counts": "credit_categories",
    "format": "formats",
    "holds": "credentials",
    "does": "activities",
}
BUILT_IN = {"profession", "licensing-board", "licensed", "specialty"}


def check(atlas: Atlas) -> Iterator[Problem]:
    """Check all words of all requirements, and that no word is idle."""
    used: dict[str, set[str]] = {name: set() for name in WORDS.values()}
    asked: set[str] = set()
    for item in atlas.filed:
        yield from _terms(atlas, item, used)
        yield from _questions(atlas, item, asked)
    used["questions"] = asked | BUILT_IN
    used["credentials"] |= asked
    used["activities"] |= asked
    for name, document in atlas.vocabulary_documents.items():
        if name not in used:
            continue
        for word in getattr(atlas.vocabulary, name):
            if word not in used[name]:
                yield document.problem(
                    (word,), f"no requirement uses '{word}'", "remove it", at_key=True
                )


def _terms(atlas: Atlas, item: Filed, used: dict[str, set[str]]) -> Iterator[Problem]:
    for path, part in records(item.requirement):
        for key, name in WORDS.items():
            value = getattr(part, key, None)
            if value is None:
                continue
            valid = getattr(atlas.vocabulary, name)
            for word in value if isinstance(value, tuple) else (value,):
                used[name].add(word)
                if word not in valid:
                    yield item.document.problem(
                        (*path, key),
                        f"'{word}' is not in the vocabulary of {name}",
                        did_you_mean(word, sorted(valid)),
                    )


def _questions(atlas: Atlas, item: Filed, asked: set[str]) -> Iterator[Problem]:
    questions = atlas.vocabulary.askable()
    for path, condition in conditions(item.requirement):
        for part in walk(condition):
            if not isinstance(part, Answer):
                continue
            asked.add(part.question)
            question = questions.get(part.question)
            if question is None:
                yield item.document.problem(
                    path,
                    f"no question has the id '{part.question}'",
                    did_you_mean(part.question, sorted(questions)),
                )
            elif wrong := _wrong_answer(atlas, item, part, question):
                yield item.document.problem(path, *wrong)
    for path, node in records(item.requirement):
        for key in ("by", "first_by"):
            deadline = getattr(node, key, None)
            if not isinstance(deadline, Deadline):
                continue
            for point in deadline.points:
                if point.event in (None, "licensure"):
                    continue
                asked.add(str(point.event))
                event = questions.get(str(point.event))
                if event is None or event.type != "date":
                    dates = sorted(name for name, q in questions.items() if q.type == "date")
                    yield item.document.problem(
                        (*path, key.replace("_", "-")),
                        f"'{point.event}' is no question answered by a date",
                        did_you_mean(str(point.event), ["licensure", *dates]),
                    )


def _wrong_answer(
    atlas: Atlas, item: Filed, answer: Answer, question: Question | Fact
) -> tuple[str, str] | None:
    value, kind = answer.value, question.type
    if kind == "yes-no":
        if not isinstance(value, bool):
            return f"'{answer.question}' is answered by true or false", ""
        return None
    if kind in ("percent", "number", "date"):
        if not isinstance(value, Comparison):
            return (
                f"'{answer.question}' is answered by a comparison",
                "write, for example, 'more than 25%' or 'after 1996-07-01'",
            )
        if (value.date or value.unit in ("months", "years")) and kind != "date":
            return f"'{answer.question}' is compared with a number", ""
        return None
    valid: list[str]
    if kind == "profession":
        valid = list(PROFESSIONS)
    elif kind == "board":
        jurisdiction = atlas.jurisdictions.get(item.place)
        valid = list(jurisdiction.boards_of(item.requirement.professions)) if jurisdiction else []
    else:
        valid = list(question.choices) if isinstance(question, Question) else []
    for word in value if isinstance(value, tuple) else (value,):
        if word not in valid:
            return (
                f"{word!r} is no answer to '{answer.question}'",
                did_you_mean(str(word), valid),
            )
    return None
