"""Reads requirements_data/ into an Atlas: the one place where YAML is read.

In: the data folder. Out: an Atlas, or a DataError with every problem of every file at once.
Reading goes file by file (strict YAML, then the models), then the checks across files run on
what could be read.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .atlas import Atlas, Filed, License
from .checks import EXCEPTIONS_FILE, run_checks
from .fields import PROFESSIONS
from .problems import DataError, Problem
from .requirement import Requirement
from .strict_yaml import Document, read
from .validation import validate
from .vocabulary import Jurisdiction, Vocabulary

VOCABULARY_FILES = tuple(Vocabulary.model_fields)


def load(folder: Path) -> Atlas:
    """Read and check everything in the data folder.

    Raises DataError with all problems found, each with file, line and column.
    """
    atlas, problems = load_leniently(folder)
    if problems or atlas is None:
        raise DataError(problems)
    return atlas


def load_leniently(folder: Path) -> tuple[Atlas | None, tuple[Problem, ...]]:
    """Read what can be read, and return it with all problems.

    The Atlas is None only when the vocabulary itself cannot be read.
    """
    problems: list[Problem] = []
    root = folder.parent
    documents = _vocabulary_documents(folder, root, problems)
    vocabulary = _vocabulary(documents, problems)
    jurisdictions: dict[str, Jurisdiction] = {}
    jurisdiction_documents: dict[str, Document] = {}
    filed: list[Filed] = []
    for place in sorted(path for path in (folder / "jurisdictions").glob("*") if path.is_dir()):
        for path in sorted(place.glob("*.yaml")):
            try:
                document = read(path, root)
                if path.name == "jurisdiction.yaml":
                    jurisdictions[place.name] = validate(document, Jurisdiction)
                    jurisdiction_documents[place.name] = document
                else:
                    filed.append(Filed(place.name, validate(document, Requirement), document))
            except DataError as error:
                problems.extend(error.problems)
    if vocabulary is None:
        return None, DataError(problems).problems
    atlas = Atlas(
        vocabulary,
        documents,
        jurisdictions,
        jurisdiction_documents,
        tuple(filed),
        _licenses(jurisdictions, filed),
    )
    problems.extend(run_checks(atlas, folder / EXCEPTIONS_FILE, root))
    return atlas, DataError(problems).problems


def _vocabulary_documents(folder: Path, root: Path, problems: list[Problem]) -> dict[str, Document]:
    documents = {}
    for name in VOCABULARY_FILES:
        path = folder / "vocabulary" / f"{name.replace('_', '-')}.yaml"
        try:
            documents[name] = read(path, root)
        except DataError as error:
            problems.extend(error.problems)
    return documents


def _vocabulary(documents: dict[str, Document], problems: list[Problem]) -> Vocabulary | None:
    """Check each file under the key it has in Vocabulary, so that errors keep their lines."""
    if len(documents) < len(VOCABULARY_FILES):
        return None
    fields: dict[str, Any] = {}
    for name, document in documents.items():
        entry_model = Vocabulary.model_fields[name].annotation.__args__[1]  # type: ignore[union-attr]
        entries = {}
        for key in document.data:
            try:
                entries[key] = validate(document, entry_model, document.data[key], (key,))
            except DataError as error:
                problems.extend(error.problems)
        fields[name] = entries
    return Vocabulary.model_construct(None, **fields)


def _licenses(jurisdictions: dict[str, Jurisdiction], filed: list[Filed]) -> dict[str, License]:
    found = [
        License(
            profession, item.place, jurisdictions[item.place], item.requirement, item.document.file
        )
        for item in filed
        if item.place in jurisdictions
        for profession in item.requirement.professions
    ]
    found.sort(key=lambda item: (item.jurisdiction.name, PROFESSIONS.index(item.profession)))
    return {item.id: item for item in found}


def atlas_of(settings: dict[str, Any]) -> Atlas:
    """The Atlas of one build: read by the first plugin that asks, shared by the others.

    `settings` are Pelican's, used as a plain mapping; REQUIREMENTS_DATA names the folder.
    """
    if "CME_ATLAS" not in settings:
        settings["CME_ATLAS"] = load(Path(settings["REQUIREMENTS_DATA"]))
    atlas: Atlas = settings["CME_ATLAS"]
    return atlas
