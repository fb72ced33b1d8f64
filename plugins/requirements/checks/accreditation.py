"""Who awards credit: bodies, credit systems, equivalences and national requirements fit together.

In: an Atlas. Out: problems in vocabulary/accrediting-bodies.yaml, credit-systems.yaml,
equivalences.yaml and in national/.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.requirements.atlas import Atlas, Filed
from plugins.requirements.checks.located import Path, item_path
from plugins.requirements.language.conditions import Answer, walk
from plugins.requirements.language.national import NationalRequirement
from plugins.requirements.problems import Problem, did_you_mean
from plugins.requirements.reading.yaml_document import Document
from plugins.requirements.vocabulary.accreditation import Body, CreditSystem

BODIES, SYSTEMS, EQUIVALENCES = "accrediting_bodies", "credit_systems", "equivalences"


def check_atlas(atlas: Atlas) -> Iterator[Problem]:
    """Check each of the three files that could be read, then the national requirements."""
    documents = atlas.vocabulary_documents
    if BODIES in documents:
        yield from _bodies(atlas, documents[BODIES])
    if SYSTEMS in documents:
        yield from _systems(atlas, documents[SYSTEMS])
    if EQUIVALENCES in documents:
        yield from _equivalences(atlas, documents[EQUIVALENCES])
    for item in atlas.filed_national:
        yield from _national(atlas, item)


def _bodies(atlas: Atlas, document: Document) -> Iterator[Problem]:
    words = atlas.vocabulary
    owners = {system.owner for system in words.credit_systems.values()}
    asks = {getattr(item.requirement, "body", "") for item in atlas.filed_national}
    for id_, body in words.accrediting_bodies.items():
        yield from _known(document, (id_, "gives"), body.gives, words.credit_categories)
        yield from _known(document, (id_, "certifies"), body.certifies, words.credentials)
        yield from _cited(document, id_, body)
        if ("owns-credit" in body.roles) != (id_ in owners):
            yield document.problem(
                (id_, "roles"),
                "owns-credit and the owners in credit-systems.yaml do not agree",
                "a body owns credit where it is the owner of a system",
            )
        works = body.gives or body.certifies or "tracks-credit" in body.roles
        if not works and id_ not in owners | asks:
            yield document.problem(
                (id_,), f"'{id_}' awards nothing and asks nothing", "remove it", at_key=True
            )


def _systems(atlas: Atlas, document: Document) -> Iterator[Problem]:
    words = atlas.vocabulary
    for id_, system in words.credit_systems.items():
        if id_ not in words.credit_categories:
            hint = did_you_mean(id_, words.credit_categories)
            yield document.problem((id_,), f"no credit category '{id_}'", hint, at_key=True)
        owner = (system.owner,) if system.owner else None
        yield from _known(document, (id_, "owner"), owner, words.accrediting_bodies)
        yield from _cited(document, id_, system)
    for id_, category in words.credit_categories.items():
        found = words.credit_systems.get(id_)
        if category.kind == "system" and (found is None or found.owner is None):
            yield document.problem(
                (id_,), f"the credit system '{id_}' has no owner", "describe it here, with owner:"
            )


def _equivalences(atlas: Atlas, document: Document) -> Iterator[Problem]:
    words = atlas.vocabulary
    for id_, item in words.equivalences.items():
        yield from _known(document, (id_, "credit"), item.credit, words.credit_categories)
        taken = (item.counts_as,) if item.counts_as else None
        yield from _known(document, (id_, "counts-as"), taken, words.credit_categories)
        body = (item.body,) if item.body else None
        yield from _known(document, (id_, "body"), body, words.accrediting_bodies)


def _national(atlas: Atlas, item: Filed) -> Iterator[Problem]:
    words, requirement = atlas.vocabulary, item.requirement
    assert isinstance(requirement, NationalRequirement)
    yield from _known(item.document, ("body",), (requirement.body,), words.accrediting_bodies)
    yield from _known(item.document, ("keeps",), requirement.keeps, words.credentials)
    asked = [part for part in walk(requirement.for_) if isinstance(part, Answer)]
    for part in asked:
        yield from _known(item.document, ("for",), (part.question,), words.askable())
    if not any(source.is_official for source in requirement.sources.values()):
        yield item.document.problem(
            ("sources",),
            "no source is official",
            "add the law, or the page of the body whose rule this is",
        )


def _known(
    document: Document, path: Path, ids: tuple[str, ...] | None, valid: Mapping[str, object]
) -> Iterator[Problem]:
    for index, id_ in enumerate(ids or ()):
        if id_ not in valid:
            yield document.problem(
                item_path(document, path, index),
                f"'{id_}' is not in the vocabulary",
                did_you_mean(id_, valid),
            )


def _cited(document: Document, id_: str, entry: Body | CreditSystem) -> Iterator[Problem]:
    """Every source named is listed, every source listed is named, and one at least is official."""
    named = {source for _, part in _statements(entry) for source in part}
    for path, sources in _statements(entry):
        for index, source in enumerate(sources):
            if source not in entry.sources:
                yield document.problem(
                    item_path(document, (id_, *path, "source"), index),
                    f"the source '{source}' is not listed under sources:",
                    did_you_mean(source, entry.sources) or "list it",
                )
    for source in entry.sources.keys() - named:
        yield document.problem(
            (id_, "sources", source),
            f"the source '{source}' is listed but never used",
            "name it, or remove it",
            at_key=True,
        )
    if not any(source.is_official for source in entry.sources.values()):
        yield document.problem(
            (id_, "sources"), "no source is official", "add the body's own page, or the law"
        )


def _statements(entry: Body | CreditSystem) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Where an entry names sources, and which."""
    for key in ("measure", "given_by"):
        if (said := getattr(entry, key, None)) is not None:
            yield (key.replace("_", "-"),), said.source
    for key in ("facts", "earn", "limits", "notes"):
        for index, said in enumerate(getattr(entry, key, ())):
            yield (key, index), said.source
