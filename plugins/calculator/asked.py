"""The questions that a license's rules put to the practitioner.

In: the questions that conditions and deadlines name, as they are met. Out: for each what to ask,
of what type, with which choices and why. Only choices that a rule names are offered: the others
decide nothing.
"""

from __future__ import annotations

from typing import Any

from plugins.requirements.atlas import Holding
from plugins.requirements.language.conditions import AnswerValue
from plugins.requirements.language.national import National
from plugins.requirements.vocabulary.words import Fact, Question, Vocabulary

BORN = "born"
LICENSE_NUMBER = "license-number"

# Facts about the person that no rule names, but that renewal dates depend on.
_OWN: dict[str, dict[str, str]] = {
    BORN: {
        "ask": "When were you born?",
        "type": "date",
        "why": "The renewal date or the education period goes by your birthday.",
    },
    LICENSE_NUMBER: {
        "ask": "What is your license number?",
        "type": "number",
        "why": "Whether you renew in odd or even years depends on it.",
    },
}


class Asked:
    """Collects the questions of one license."""

    def __init__(self, license_: Holding, words: Vocabulary) -> None:
        self._license = license_
        self._vocabulary = words
        self._choices: dict[str, set[str]] = {}
        self._texts: list[str] = []

    def question(self, id_: str, value: AnswerValue | None = None) -> None:
        """Note that a rule asks `id_`, and the choices that it names."""
        choices = self._choices.setdefault(id_, set())
        if isinstance(value, tuple):
            choices.update(value)

    def words(self, text: str) -> str:
        """The id of a question made of a condition that only a person can decide."""
        if text not in self._texts:
            self._texts.append(text)
        id_ = self._license.key if isinstance(self._license, National) else self._license.id
        return f"{id_}-said-{self._texts.index(text) + 1}"

    def compiled(self) -> dict[str, dict[str, Any]]:
        """All questions by id. The profession is not asked where it is known from the license."""
        several = isinstance(self._license, National) and len(self._license.professions) > 1
        known = "" if several else "profession"
        found = {
            id_: self._one(id_, self._choices[id_]) for id_ in sorted(self._choices) if id_ != known
        }
        for text in self._texts:
            ask = f"Is it so that {text}?"
            found[self.words(text)] = {"ask": ask, "type": "yes-no"}
        return found

    def _one(self, id_: str, choices: set[str]) -> dict[str, Any]:
        found: dict[str, Any]
        if id_ in _OWN:
            return dict(_OWN[id_])
        if id_ == "licensed" and isinstance(self._license, National):
            return {"ask": f"When did your {self._license.naming.noun} begin?", "type": "date"}
        question = self._vocabulary.askable()[id_]
        if not isinstance(question, Question):
            held = id_ in self._vocabulary.credentials
            ask = "do you have it" if held else "have you done this in the period"
            name = question.name[:1].upper() + question.name[1:]
            found = {"ask": f"{name}: {ask}?", "type": "yes-no", "why": question.definition}
            return found | _holder(question)
        found = {"ask": question.ask, "type": question.type} | _holder(question)
        place = self._license.jurisdiction
        if question.type == "board" and place:
            found["choices"] = {key: board.name for key, board in place.boards.items()}
        elif question.type == "profession":
            names = self._vocabulary.professions
            found["type"] = "choice"
            found["choices"] = {id_: names[id_].name for id_ in self._license.professions}
        elif question.choices:
            found["choices"] = {
                key: name for key, name in question.choices.items() if key in choices
            }
        if question.why:
            found["why"] = question.why
        return found


def _holder(question: Question | Fact) -> dict[str, Any]:
    """Most answers hold for one license, so only the others say for whom."""
    return {"holds": question.holds} if question.holds == "person" else {}
