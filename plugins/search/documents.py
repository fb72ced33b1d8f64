"""What can be found: one document for each page.

In: an Atlas, the day, and the folder of content. Out: documents in the order in which equal hits
are listed. A license's document holds one entry for each of its duties, so that a hit can answer
with the duty that was asked for and lead to it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas
from plugins.requirements.language.fields import PROFESSIONS

from .document import Document, Entry
from .holdings import license_document, national_document
from .lexicon import Lexicon
from .pages import OtherPage, other_pages

ABOUT_A_CREDIT = "what an hour is, what earns it and where it counts"


def documents(
    atlas: Atlas, lexicon: Lexicon, today: dt.date, content: Path | None
) -> tuple[Document, ...]:
    """Make every document: states, professions, subjects, licenses, other pages."""
    words = atlas.vocabulary
    licenses = [license_document(item, words, lexicon, today) for item in atlas.licenses.values()]
    return (
        *_states(atlas, licenses),
        *_professions(atlas, licenses),
        *_topics(atlas, licenses),
        *(national_document(item, words, lexicon, today) for item in atlas.nationals.values()),
        *_credits(atlas),
        *_bodies(atlas),
        *licenses,
        *(_other(page, atlas) for page in other_pages(content)),
    )


def _other(page: OtherPage, atlas: Atlas) -> Document:
    """A page that is no record; the glossary with an entry for each of its words."""
    entries: tuple[Entry, ...] = ()
    if page.address == addresses.GLOSSARY:
        entries = tuple(
            Entry(id_, ", ".join((term.name, *term.synonyms)), "", ())
            for id_, term in atlas.vocabulary.glossary.items()
        )
    return Document(
        "page",
        page.address,
        page.title,
        page.summary,
        (page.code,) if page.code else (),
        entries,
        text=(*page.names, *(entry.what for entry in entries)),
    )


def _states(atlas: Atlas, licenses: list[Document]) -> Iterator[Document]:
    """One for each jurisdiction; its answer is that of its licenses, one after the other."""
    for place, item in sorted(atlas.jurisdictions.items(), key=lambda pair: pair[1].name):
        boards = tuple(board.name for board in item.boards.values())
        answers = [
            f"{document.title.removeprefix(item.name).strip()} {document.answer}"
            for document in licenses
            if document.code("state") == f"state:{place}"
        ]
        yield Document(
            "state",
            addresses.state(place),
            item.name,
            "; ".join(answers),
            (f"state:{place}",),
            text=boards,
        )


def _professions(atlas: Atlas, licenses: list[Document]) -> Iterator[Document]:
    """One for each profession, which also answers for the credentials that its licenses name most
    of all.
    """
    count: Counter[tuple[str, str]] = Counter()
    for document in licenses:
        for code in document.codes:
            if code.startswith("credential:"):
                count[code, document.code("profession")] += 1
    homes: dict[str, str] = {}
    for (code, profession), _ in count.most_common():
        homes.setdefault(code, profession)
    for id_ in PROFESSIONS:
        entry = atlas.vocabulary.professions[id_]
        code = f"profession:{id_}"
        owned = sorted(subject for subject, home in homes.items() if home == code)
        yield Document(
            "profession",
            addresses.profession(id_),
            entry.name,
            "what every state requires, in one table",
            (code, *owned),
        )


def _topics(atlas: Atlas, licenses: list[Document]) -> Iterator[Document]:
    for id_, term in atlas.vocabulary.topics.items():
        code = f"topic:{id_}"
        asking = [document for document in licenses if code in document.codes]
        states = len({document.code("state") for document in asking})
        yield Document(
            "subject",
            addresses.topic(id_),
            f"{term.name[:1].upper()}{term.name[1:]}",
            f"named by {_count(len(asking), 'license')} in {_count(states, 'state')}"
            if asking
            else "named by no license",
            (code,),
        )


def _credits(atlas: Atlas) -> Iterator[Document]:
    for id_, credit in atlas.vocabulary.credit_categories.items():
        yield Document(
            "subject",
            addresses.credit(id_),
            f"{credit.name[:1].upper()}{credit.name[1:]}",
            ABOUT_A_CREDIT,
            (f"credit:{id_}",),
        )


def _bodies(atlas: Atlas) -> Iterator[Document]:
    for id_, body in atlas.vocabulary.accrediting_bodies.items():
        yield Document(
            "subject",
            addresses.body(id_),
            body.name,
            f"for {body.serves}",
            (f"body:{id_}",),
        )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
