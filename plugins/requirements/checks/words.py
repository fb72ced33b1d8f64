"""Words of the vocabulary: every one that a requirement uses is defined, and every answer fits.

In: a requirement and the vocabulary. Out: problems with the nearest valid word.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.requirements.atlas import Atlas, Filed
from plugins.requirements.checks.located import Path, conditions, item_path, records, value
from plugins.requirements.language.conditions import Answer, Condition, parse_condition, walk
from plugins.requirements.language.fields import Record
from plugins.requirements.language.phrases import Comparison, Deadline
from plugins.requirements.language.requirement import Requirement
from plugins.requirements.problems import Problem, did_you_mean
from plugins.requirements.reading.yaml_document import Data, Document
from plugins.requirements.vocabulary.words import Fact, Question

# Which keys of a record take words from which vocabulary file.
WORDS = {
    "topic": "topics",
    "counts": "credit_categories",
    "format": "formats",
    "holds": "credentials",
    "does": "activities",
}
# Kinds of questions that a comparison answers.
_EXAMPLES = {
    "percent": "'more than 25%'",
    "number": "'at least 2'",
    "date": "'before 1996-07-01' or 'more than 5 years'",
}


def check_requirement(atlas: Atlas, item: Filed) -> Iterator[Problem]:
    """Check the words of one requirement."""
    yield from _terms(atlas, item)
    yield from _answers(atlas, item)
    yield from _events(atlas, item)


def events(requirement: Requirement) -> Iterator[tuple[Path, str]]:
    """Every question whose date a deadline counts from, with the path of the deadline."""
    for path, part in records(requirement):
        for holder, at in _deadline_holders(path, part):
            for key in ("by", "first_by"):
                deadline = value(holder, key)
                if not isinstance(deadline, Deadline):
                    continue
                for point in deadline.points:
                    if point.event not in (None, "licensure"):
                        yield (*at, key.replace("_", "-")), str(point.event)


def _deadline_holders(path: Path, part: Record) -> Iterator[tuple[Record, Path]]:
    yield part, path
    for index, phase in enumerate(value(part, "phases") or ()):
        yield phase, (*path, "phases", index)
    if existing := value(part, "existing_licensees"):
        yield existing, (*path, "existing-licensees")


def _terms(atlas: Atlas, item: Filed) -> Iterator[Problem]:
    for path, part in records(item.requirement):
        for key, name in WORDS.items():
            found = value(part, key)
            valid = getattr(atlas.vocabulary, name)
            for index, word in enumerate((found,) if isinstance(found, str) else found or ()):
                if word not in valid:
                    yield item.document.problem(
                        item_path(item.document, (*path, key), index),
                        f"'{word}' is not in vocabulary/{name.replace('_', '-')}.yaml",
                        did_you_mean(word, sorted(valid)) or "use a word from there, or define it",
                    )


def _answers(atlas: Atlas, item: Filed) -> Iterator[Problem]:
    questions = atlas.vocabulary.askable()
    for path, condition in conditions(item.requirement):
        for part in walk(condition):
            if not isinstance(part, Answer):
                continue
            question = questions.get(part.question)
            if question is None:
                yield item.document.problem(
                    _path_of(item.document, path, part),
                    f"no question has the id '{part.question}'",
                    did_you_mean(part.question, sorted(questions))
                    or "use a question of vocabulary/questions.yaml, or add one",
                    at_key=True,
                )
            elif wrong := _wrong_answer(atlas, item, part, question):
                yield item.document.problem(_path_of(item.document, path, part), *wrong)


def _events(atlas: Atlas, item: Filed) -> Iterator[Problem]:
    questions = atlas.vocabulary.questions
    dates = sorted(id_ for id_, question in questions.items() if question.event)
    for path, event in events(item.requirement):
        if event not in dates:
            yield item.document.problem(
                path,
                f"'{event}' is no event that the vocabulary knows",
                did_you_mean(event, ["licensure", *dates]),
            )


def _path_of(document: Document, path: Path, answer: Answer) -> Path:
    """Where an answer stands: conditions, once read, no longer know their places."""
    data: Data = document.data
    for key in path:
        data = data[key]  # type: ignore[index]
    return next(_places(data, path, answer), path)


def _places(data: Data, path: Path, answer: Condition) -> Iterator[Path]:
    if isinstance(data, list):
        for index, item in enumerate(data):
            yield from _places(item, (*path, index), answer)
    elif isinstance(data, dict):
        for key, item in data.items():
            if key in ("all", "any", "not"):
                yield from _places(item, (*path, key), answer)
            elif parse_condition({key: item}) == answer:
                yield (*path, key)


def _wrong_answer(
    atlas: Atlas, item: Filed, answer: Answer, question: Question | Fact
) -> tuple[str, str] | None:
    """What is wrong with an answer, and what would be right."""
    given, kind = answer.value, question.type
    about = f"the answer to '{answer.question}'"
    if kind == "yes-no":
        if not isinstance(given, bool):
            return f"{about} is a plain yes or no", "write true or false"
        return None
    if kind in _EXAMPLES:
        if not isinstance(given, Comparison):
            return f"{about} is a comparison", f"write, for example, {_EXAMPLES[kind]}"
        if wrong := _wrong_comparison(kind, given):
            return f"{about} is {wrong}", f"write, for example, {_EXAMPLES[kind]}"
        return None
    if isinstance(given, bool | Comparison):
        return f"{about} is one of its choices", "write one, or a list of them"
    valid = _choices(atlas, item, question)
    for word in given:
        if valid is not None and word not in valid:
            return f"'{word}' is no answer to '{answer.question}'", did_you_mean(word, valid)
    return None


def _wrong_comparison(kind: str, value: Comparison) -> str | None:
    timed = bool(value.date) or value.unit in ("months", "years")
    if timed != (kind == "date"):
        return "compared with a date or a time" if kind == "date" else "compared with a number"
    if (value.unit == "%") != (kind == "percent"):
        return "a percentage" if kind == "percent" else "a plain number"
    return "at most 100%" if kind == "percent" and (value.number or 0) > 100 else None


def _choices(atlas: Atlas, item: Filed, question: Question | Fact) -> list[str] | None:
    """The valid answers of a question that has some; None where they cannot be known."""
    if question.type == "profession":
        return list(item.requirement.professions)
    if question.type == "board":
        jurisdiction = atlas.jurisdictions.get(item.place)
        return list(jurisdiction.boards_of(item.requirement.professions)) if jurisdiction else None
    return list(question.choices) if isinstance(question, Question) else []
