"""Worked examples of the law: reading them, and comparing them with what the engine says.

In: files of tests/cases/ (a person, credit, a renewal date, the verdict that the law leads to).
Out: for each case the verdicts that are not as expected. docs/engine.md explains every key.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, StringConstraints, model_validator

from plugins.requirements.atlas import Atlas
from plugins.requirements.language.fields import ID_PATTERN, Date, Hours, Id, Record, Text
from plugins.requirements.problems import DataError, Problem, did_you_mean, record_path
from plugins.requirements.reading.strict_yaml import read
from plugins.requirements.reading.validation import validate
from plugins.requirements.reading.yaml_document import Document

from .asked import BORN, LICENSE_NUMBER
from .local_topics import MARK, local_id

# A topic of the vocabulary; one of a state's own with the state, such as jurisprudence@tx.
Topic = Annotated[str, StringConstraints(pattern=rf"{ID_PATTERN[:-1]}({MARK}[a-z]{{2}})?$")]
Answer = bool | float | str | list[str]
Verdict = dict[str, Any]
FIRST_RENEWAL = "first-renewal"
_WORDS = r"met|met late|missing|tick|does not apply|unconfirmed|later(?: [\d.]+)?|short [\d.]+"
_VERDICT = re.compile(rf"(?:{_WORDS})(?: by \d{{4}}-\d\d-\d\d)?|may apply(?:: [a-z0-9, -]+)?")
_SAID = re.compile(r"[a-z]{2}(?:-[a-z]+)+-said-\d+")


class CaseActivity(Record):
    """One piece of credit: hours, or an `amount` of another `unit`."""

    date: Date
    hours: Hours | None = None
    amount: Hours | None = None
    unit: Text | None = None
    category: Id | None = None
    topics: tuple[Topic, ...] = ()
    formats: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _counted(self) -> CaseActivity:
        if (self.hours is None) == (self.amount is None) or (self.amount is None) != (
            self.unit is None
        ):
            raise ValueError("credit has one measure; write hours:, or amount: and unit:")
        return self


class Case(Record):
    """A worked example: one license at one renewal, or several licenses each at its own."""

    name: Text
    license: Id | None = None
    renewal: Date | None = None
    licenses: dict[Id, Date] = Field(default_factory=dict)
    practitioner: dict[Id, Answer] = Field(default_factory=dict)
    done: dict[Id, bool | float | str] = Field(default_factory=dict)
    activities: tuple[CaseActivity, ...] = ()
    expect: Annotated[dict[str, Text], Field(min_length=1)]
    because: Text

    @model_validator(mode="after")
    def _one_or_several(self) -> Case:
        if (self.license is None) == (not self.licenses):
            raise ValueError("a case is about licenses; write license: and renewal:, or licenses:")
        if (self.license is None) != (self.renewal is None):
            raise ValueError("license: and renewal: go together")
        return self

    @property
    def renewals(self) -> dict[str, dt.date]:
        """Renewal dates by license."""
        if self.license and self.renewal:
            return {self.license: self.renewal}
        return dict(self.licenses)


class CaseFile(Record):
    """A file of worked examples."""

    cases: Annotated[tuple[Case, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Filed:
    """A case with the place where it stands."""

    case: Case
    file: str
    line: int


def read_cases(paths: Iterable[Path], atlas: Atlas, root: Path) -> list[Filed]:
    """Read case files; folders stand for all their YAML files.

    Raises:
        DataError: It carries all problems, such as a question, duty or topic that does not exist.
    """
    problems: list[Problem] = []
    found: list[Filed] = []
    for path in paths:
        for file in sorted(path.glob("*.yaml")) if path.is_dir() else [path]:
            try:
                document = read(file, root)
                cases = validate(document, CaseFile).cases
            except DataError as error:
                problems += error.problems
                continue
            for index, case in enumerate(cases):
                problems += _unknown_words(case, index, document, atlas)
                line = document.position(("cases", index))[0]
                found.append(Filed(case, document.file, line))
    if problems:
        raise DataError(problems)
    return found


def _unknown_words(case: Case, index: int, document: Document, atlas: Atlas) -> Iterable[Problem]:
    words = atlas.vocabulary
    questions = {*words.askable(), BORN, LICENSE_NUMBER, FIRST_RENEWAL}

    def problem(at: tuple[str | int, ...], word: str, what: str, valid: Iterable[str]) -> Problem:
        path = ("cases", index, *at)
        line, column = document.position(path)
        message = f"{word!r} is not {what}"
        hint = did_you_mean(word, valid)
        return Problem(document.file, line, column, record_path(path), message, hint)

    for id_ in case.practitioner:
        if id_ not in questions and not _SAID.fullmatch(id_):
            yield problem(("practitioner", id_), id_, "a question", questions)
    for number, activity in enumerate(case.activities):
        at = ("activities", number)
        if activity.category and activity.category not in words.credit_categories:
            valid = words.credit_categories
            yield problem((*at, "category"), activity.category, "a credit category", valid)
        for topic in activity.topics:
            if _in_full(topic, case, atlas) not in _topics(atlas):
                yield problem((*at, "topics"), topic, "a topic", _topics(atlas))
        for format_ in activity.formats:
            if format_ not in words.formats:
                yield problem((*at, "formats"), format_, "a format", words.formats)
    for license_ in case.renewals:
        if license_ not in atlas.by_key:
            yield problem((), license_, "a license", atlas.by_key)
    for duty, verdict in case.expect.items():
        if not _VERDICT.fullmatch(verdict):
            forms = "met, met late, short 2, missing, later, tick, may apply: a question ..."
            yield problem(("expect", duty), verdict, "a verdict", [forms])


def _topics(atlas: Atlas) -> set[str]:
    """Every topic that credit can be on: one of a state's own stands once for each state."""
    words = atlas.vocabulary
    places = atlas.jurisdictions.values()
    return {local_id(topic, place, words) for topic in words.topics for place in places}


def _in_full(topic: str, case: Case, atlas: Atlas) -> str:
    """The topic as records write it: one of a state's own is of the only state of the case."""
    held = [atlas.by_key[id_].jurisdiction for id_ in case.renewals if id_ in atlas.by_key]
    places = {place.code: place for place in held if place}
    if topic not in atlas.vocabulary.topics or len(places) != 1:
        return topic
    return local_id(topic, next(iter(places.values())), atlas.vocabulary)


def job_of(case: Case, atlas: Atlas) -> dict[str, Any]:
    """The case as the engine's runner reads it."""
    answers = dict(case.practitioner)
    first = answers.pop(FIRST_RENEWAL, None)
    practitioner: dict[str, Any] = {"answers": answers, "done": case.done}
    if first is not None:
        practitioner["firstRenewal"] = first
    return {
        "requests": [
            {"license": id_, "practitioner": practitioner, "renewal": renewal.isoformat()}
            for id_, renewal in case.renewals.items()
        ],
        "activities": [
            item.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
            | {"topics": [_in_full(topic, case, atlas) for topic in item.topics]}
            for item in case.activities
        ],
    }


def words_of(verdict: Verdict) -> str:
    """A verdict as cases write it: "short 2 by 2026-05-01", "may apply: dea-registration"."""
    kind = verdict["is"]
    if kind == "may":
        return f"may apply: {', '.join(sorted(verdict['questions']))}"
    if kind == "met":
        return "met late" if verdict.get("late") else "met"
    if kind in ("none", "unconfirmed"):
        return "does not apply" if kind == "none" else "unconfirmed"
    hours = f" {verdict['hours']:g}" if "hours" in verdict else ""
    return f"{kind}{hours} by {verdict['by']}"


def is_as_expected(expected: str, actual: str) -> bool:
    """Whether a verdict is as expected; what a case leaves unsaid (the day, hours) may be any."""
    if " by " not in expected:
        actual = actual.split(" by ")[0]
    if expected in ("later", "may apply"):
        return actual.startswith(expected)
    if expected.startswith("later by "):
        return actual.startswith("later") and actual.split(" by ")[1] == expected[9:]
    if expected.startswith("may apply: "):
        wanted = sorted(part.strip() for part in expected[11:].split(","))
        return actual == f"may apply: {', '.join(wanted)}"
    return actual == expected


def duties_in(reports: list[dict[str, Any]], *, several: bool) -> dict[str, dict[str, Any]]:
    """All duties of the reports by id, members and education done instead included.

    With several licenses, ids begin with the license: "ca-md/total".
    """
    found: dict[str, dict[str, Any]] = {}

    def collect(duties: Iterable[dict[str, Any]], start: str) -> None:
        for duty in duties:
            found[start + duty["id"]] = duty
            collect(duty.get("members", ()), start)

    for report in reports:
        start = f"{report['license']}/" if several else ""
        collect(report["duties"], start)
        collect((item["instead"] for item in report["excuses"] if "instead" in item), start)
    return found


def differences(case: Case, reports: list[dict[str, Any]]) -> list[str]:
    """What the engine says otherwise than the case expects, one line each."""
    duties = duties_in(reports, several=bool(case.licenses))
    found = []
    for id_, expected in case.expect.items():
        if id_ not in duties:
            found.append(f"{id_}: no such duty; {did_you_mean(id_, duties)}")
            continue
        actual = words_of(duties[id_]["verdict"])
        if not is_as_expected(expected, actual):
            found.append(f"{id_}: expected {expected!r}, but it is {actual!r}")
    return found
