"""Reads requirements_data/ into an Atlas: the one place where YAML is read.

In: the data folder. Out: an Atlas, or a DataError with every problem of every file at once.
Reading goes file by file (strict YAML, then the models), then the checks run on what could be
read. `problems_of_files` does the same for files that lie elsewhere, such as a draft.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from plugins.requirements.atlas import Atlas, Filed, License
from plugins.requirements.checks import EXCEPTIONS_FILE, check_atlas, check_requirement
from plugins.requirements.language.fields import PROFESSIONS
from plugins.requirements.language.national import National, NationalRequirement
from plugins.requirements.language.requirement import Requirement
from plugins.requirements.problems import DataError, Problem
from plugins.requirements.reading.layout import JURISDICTION, NATIONAL, layout_problems
from plugins.requirements.reading.strict_yaml import read
from plugins.requirements.reading.validation import validate
from plugins.requirements.reading.yaml_document import Document
from plugins.requirements.vocabulary.words import Jurisdiction, Vocabulary

VOCABULARY_FILES = {
    name: f"vocabulary/{name.replace('_', '-')}.yaml" for name in Vocabulary.model_fields
}


def load(folder: Path) -> Atlas:
    """Read and check everything in the data folder.

    Raises:
        DataError: It carries all problems found, each with file, line and column.
    """
    atlas, problems = load_leniently(folder)
    if problems or atlas is None:
        raise DataError(problems)
    return atlas


def load_leniently(folder: Path, root: Path | None = None) -> tuple[Atlas | None, list[Problem]]:
    """Read what can be read, and return it with all problems.

    The Atlas is None only when the vocabulary cannot be used, as all else would seem wrong then.
    Messages name files relative to `root`, by default the folder that holds the data folder.
    """
    root = root or folder.parent
    problems = layout_problems(folder, root)
    documents, vocabulary = _vocabulary(folder, root, problems)
    files = sorted((folder / "jurisdictions").glob("*/*.yaml"))
    files += sorted((folder / NATIONAL).glob("*.yaml"))
    atlas = _read(files, root, vocabulary, documents, problems)
    if len(documents) < len(VOCABULARY_FILES):
        return None, sorted(set(problems))
    problems += check_atlas(atlas, folder / EXCEPTIONS_FILE, root)
    return atlas, sorted(set(problems))


def problems_of_files(files: Iterable[Path], folder: Path, root: Path) -> list[Problem]:
    """Check files that are not in the data folder, with the words and jurisdictions of that one.

    A file counts as one of the jurisdiction that its folder is named after, if there is one.
    """
    ignored: list[Problem] = []
    documents, vocabulary = _vocabulary(folder, root, ignored)
    places = sorted((folder / "jurisdictions").glob(f"*/{JURISDICTION}"))
    atlas = _read(places, root, vocabulary, documents, ignored)
    problems: list[Problem] = []
    for path in files:
        try:
            document = read(path, root)
            if path.name == JURISDICTION:
                validate(document, Jurisdiction)
                continue
            filed = _filed(path, document)
            if len(documents) == len(VOCABULARY_FILES):
                problems += check_requirement(atlas, filed)
        except DataError as error:
            problems += error.problems
    return problems


def _read(
    files: list[Path],
    root: Path,
    vocabulary: Vocabulary,
    documents: dict[str, Document],
    problems: list[Problem],
) -> Atlas:
    jurisdictions: dict[str, Jurisdiction] = {}
    jurisdiction_documents: dict[str, Document] = {}
    filed: list[Filed] = []
    unread: list[tuple[str, str]] = []
    for path in files:
        place = _place(path)
        try:
            document = read(path, root)
            if path.name == JURISDICTION:
                jurisdictions[place] = validate(document, Jurisdiction)
                jurisdiction_documents[place] = document
            else:
                filed.append(_filed(path, document))
        except DataError as error:
            problems += error.problems
            unread.append((place, path.stem))
    national = [item for item in filed if not item.place]
    filed = [item for item in filed if item.place]
    return Atlas(
        vocabulary,
        documents,
        jurisdictions,
        jurisdiction_documents,
        tuple(filed),
        _licenses(jurisdictions, filed),
        tuple(unread),
        tuple(national),
        _nationals(vocabulary, national),
    )


def _filed(path: Path, document: Document) -> Filed:
    """A requirement, of the kind that its folder holds."""
    place = _place(path)
    return Filed(place, validate(document, Requirement if place else NationalRequirement), document)


def _place(path: Path) -> str:
    """The folder of a jurisdiction; nothing for what is national."""
    return "" if path.parent.name == NATIONAL else path.parent.name


def _vocabulary(
    folder: Path, root: Path, problems: list[Problem]
) -> tuple[dict[str, Document], Vocabulary]:
    """Read each file under the name it has in Vocabulary, so that errors keep their lines.

    A file that cannot be used has no document, and its words are missing.
    """
    documents: dict[str, Document] = {}
    fields: dict[str, Any] = {name: {} for name in VOCABULARY_FILES}
    for name, file in VOCABULARY_FILES.items():
        kind: Any = Vocabulary.model_fields[name].annotation
        try:
            document = read(folder / file, root)
            fields[name] = validate(document, kind)
            documents[name] = document
        except DataError as error:
            problems += error.problems
    return documents, Vocabulary.model_construct(None, **fields)


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


def _nationals(words: Vocabulary, filed: list[Filed]) -> dict[str, National]:
    """Those whose body is known, in the order of their names; checks tell of the others."""
    found = [
        National(Path(item.document.file).stem, item.requirement, body, item.document.file)
        for item in filed
        if isinstance(item.requirement, NationalRequirement)
        and (body := words.accrediting_bodies.get(item.requirement.body))
    ]
    found.sort(key=lambda item: item.requirement.name)
    return {item.id: item for item in found}


def atlas_of(settings: dict[str, Any]) -> Atlas:
    """The Atlas of one build: read by the first plugin that asks, shared by the others.

    `settings` are Pelican's, used as a plain mapping; REQUIREMENTS_DATA names the folder.
    """
    if "CME_ATLAS" not in settings:
        settings["CME_ATLAS"] = load(Path(settings["REQUIREMENTS_DATA"]))
    atlas: Atlas = settings["CME_ATLAS"]
    return atlas
