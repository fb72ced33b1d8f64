"""The vocabulary itself: its words are told apart, and none is idle.

In: an Atlas. Out: problems in requirements_data/vocabulary/.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.requirements.atlas import Atlas
from plugins.requirements.checks.located import conditions, records, value
from plugins.requirements.checks.words import WORDS, events
from plugins.requirements.language.conditions import Answer, walk
from plugins.requirements.language.national import NationalRequirement
from plugins.requirements.problems import Problem, did_you_mean

# Asked by the calculator or the site even where no rule mentions them.
BUILT_IN = {"profession", "licensing-board", "licensed", "specialty"}
ASKABLE = ("questions", "credentials", "activities")


def check_atlas(atlas: Atlas) -> Iterator[Problem]:
    """Check that no word is defined twice or for nothing."""
    yield from _doubled(atlas)
    yield from _see_also(atlas)
    # A file that could not be read may well use the word.
    if not atlas.unread:
        yield from _idle(atlas)


def _doubled(atlas: Atlas) -> Iterator[Problem]:
    """A condition names a question, a credential or an activity by its id alone."""
    first: dict[str, str] = {}
    for name in ASKABLE:
        for word in getattr(atlas.vocabulary, name):
            if (other := first.setdefault(word, name)) != name:
                yield atlas.vocabulary_documents[name].problem(
                    (word,), f"'{word}' is one of the {other} too", "rename one", at_key=True
                )


def _see_also(atlas: Atlas) -> Iterator[Problem]:
    """The glossary sends its readers only to words it has."""
    glossary = atlas.vocabulary.glossary
    for id_, entry in glossary.items():
        for index, other in enumerate(entry.see_also):
            if other not in glossary or other == id_:
                yield atlas.vocabulary_documents["glossary"].problem(
                    (id_, "see-also", index),
                    f"'{other}' is no other word of the glossary",
                    did_you_mean(other, glossary),
                )


def _idle(atlas: Atlas) -> Iterator[Problem]:
    used: dict[str, set[str]] = {name: set() for name in (*WORDS.values(), *ASKABLE)}
    asked = set(BUILT_IN)
    for item in (*atlas.filed, *atlas.filed_national):
        for _, part in records(item.requirement):
            for key, name in WORDS.items():
                word = value(part, key)
                used[name].update((word,) if isinstance(word, str) else word or ())
        for _, condition in conditions(item.requirement):
            asked.update(part.question for part in walk(condition) if isinstance(part, Answer))
        if isinstance(item.requirement, NationalRequirement):
            used["credentials"].update(item.requirement.keeps or ())
        asked.update(event for _, event in events(item.requirement))
    for name, words in used.items():
        if name in ASKABLE:
            words |= asked
        for word in getattr(atlas.vocabulary, name):
            if word not in words:
                yield atlas.vocabulary_documents[name].problem(
                    (word,), f"no requirement uses '{word}'", "remove it", at_key=True
                )
