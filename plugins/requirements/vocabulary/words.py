"""The words that rules may use: professions, topics, credit categories, formats, questions,
credentials and activities, who awards credit, the glossary, and the jurisdictions with boards.

In: the files of requirements_data/vocabulary/ and each jurisdiction.yaml. Out: one Vocabulary.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from plugins.requirements.language.fields import Id, Profession, Record, Text, Url
from plugins.requirements.vocabulary.accreditation import Body, CreditSystem, Equivalence

QuestionType = Literal[
    "yes-no", "choice", "choices", "percent", "number", "date", "profession", "board"
]
Holds = Literal["person", "license"]

HOLDS = "Whether the answer is the same for every license of a person, or may differ by license"


class ProfessionEntry(Record):
    """A licensed profession: `name` for headings, `people` in running text."""

    name: Text
    short: Text = Field(description="For tables: MD")
    people: Text = Field(description="In running text: physicians (MD)")
    definition: Text
    synonyms: tuple[Text, ...] = ()


class Term(Record):
    """A topic, credit category or format: what the field calls it and what it means."""

    name: Text
    definition: Text
    synonyms: tuple[Text, ...] = ()


class Topic(Term):
    """A subject. Credit on a subject that it includes is credit on it."""

    includes: tuple[Id, ...] = Field(default=(), description="Ids of topics that are part of it")
    local: Literal[True] | None = Field(
        default=None, description="Each state has its own: a course for one does not serve another"
    )


class GlossaryEntry(Term):
    """A word of the field that a page explains. `everyday` words stand on nearly every page."""

    see_also: tuple[Id, ...] = Field(default=(), description="Ids of other words of the glossary")
    everyday: Literal[True] | None = Field(
        default=None, description="Left out of the list of words on a page"
    )


class CreditCategory(Term):
    """A kind of credit. `kind`: of a national credit system, approved by a board or another body,
    or earned by an activity of one's own (teaching, writing).
    """

    kind: Literal["system", "approved", "activity"] = Field(
        description="Of a credit system, approved by a body, or earned by an activity of one's own"
    )


class Question(Record):
    """Something about the practitioner that decides whether a duty applies.

    `if_` completes "if …" and `if_not` completes it for the opposite; for choices, percentages,
    numbers and dates both hold one `{}` for the answer.
    """

    ask: Text = Field(description="The question, as the calculator asks it")
    type: QuestionType = Field(description="What kind of answer it has")
    if_: Text = Field(description="Completes 'if …'; {} stands for the answer")
    if_not: Text = Field(description="Completes 'if …' for the opposite; {} stands for the answer")
    why: Text | None = Field(default=None, description="Why it is asked; a sentence")
    event: Text | None = Field(
        default=None, description="For a date that deadlines count from: 'your DEA registration'"
    )
    choices: dict[Id, Text] = Field(
        default_factory=dict, description="For the types choice and choices: id and name of each"
    )
    holds: Holds = Field(default="license", description=HOLDS)

    @model_validator(mode="after")
    def _consistent(self) -> Question:
        if (self.type in ("choice", "choices")) != bool(self.choices):
            raise ValueError("choices: belongs to the types choice and choices, and they need it")
        for text in (self.if_, self.if_not):
            gaps = 0 if self.type == "yes-no" else 1
            if [text.count(mark) for mark in ("{}", "{", "}")] != [gaps] * 3:
                raise ValueError("if: and if-not: hold one {} unless the type is yes-no")
        return self


class Fact(Record):
    """A credential one holds or an activity one has done: a yes-or-no fact with a name.

    `name` is a noun phrase ("current NCCPA certification"); `if_` completes "if you …".
    """

    name: Text = Field(description="A noun phrase: current NCCPA certification")
    definition: Text
    if_: Text = Field(description="Completes 'if …'")
    if_not: Text = Field(description="Completes 'if …' for the opposite")
    holds: Holds = Field(default="license", description=HOLDS)

    @property
    def type(self) -> QuestionType:
        """Facts are answered by yes or no."""
        return "yes-no"


class Credential(Fact):
    """What one holds; a table calls it by one word."""

    short: Text = Field(default="certification", description="In a word: license, membership")


class Board(Record):
    """The body that licenses, with its own site and the professions it licenses."""

    name: Text
    url: Url
    licenses: Annotated[
        tuple[Profession, ...], Field(min_length=1, description="The professions it licenses")
    ]


class Jurisdiction(Record):
    """A state or the District of Columbia; the folder's name is its address on the site."""

    name: Text
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = Field(
        description="The postal code, in capitals"
    )
    boards: dict[Id, Board] = Field(description="Id of each board, and what it licenses")

    def boards_of(self, professions: tuple[Profession, ...]) -> tuple[str, ...]:
        """Ids of the boards that license any of these professions; two where either may."""
        return tuple(
            id_ for id_, board in self.boards.items() if set(board.licenses) & set(professions)
        )


class Vocabulary(Record):
    """Everything in requirements_data/vocabulary/, one field a file."""

    professions: dict[Profession, ProfessionEntry]
    topics: dict[Id, Topic]
    credit_categories: dict[Id, CreditCategory]
    formats: dict[Id, Term]
    questions: dict[Id, Question]
    credentials: dict[Id, Credential]
    activities: dict[Id, Fact]
    glossary: dict[Id, GlossaryEntry]
    accrediting_bodies: dict[Id, Body]
    credit_systems: dict[Id, CreditSystem]
    equivalences: dict[Id, Equivalence]

    @model_validator(mode="after")
    def _known_parts(self) -> Vocabulary:
        for id_, topic in self.topics.items():
            if unknown := set(topic.includes) - set(self.topics):
                raise ValueError(f"topics: {id_} includes {', '.join(sorted(unknown))}, no topic")
        return self

    def askable(self) -> dict[str, Question | Fact]:
        """All that a condition may name: questions, credentials and activities."""
        return {**self.questions, **self.credentials, **self.activities}
