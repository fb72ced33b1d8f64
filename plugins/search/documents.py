"""What can be found: one document for each page, with what its license owes in lines.

In: an Atlas, the day, and the folder of content. Out: documents in the order in which equal hits
are listed. A license's document holds one entry for each of its duties, so that a hit can answer
with the duty that was asked for and lead to it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from plugins.requirements import addresses
from plugins.requirements.atlas import Atlas, License
from plugins.requirements.fields import PROFESSIONS
from plugins.requirements.obligations import Obligation, obligations, walk
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.headlines import headline
from plugins.requirements.wording.rules import carry_over, excuse, new_licensees
from plugins.requirements.wording.terms import date

from .lexicon import Lexicon
from .pages import other_pages

Kind = Literal["license", "state", "profession", "topic", "page"]
ALTERNATIVES = "section-alternatives"


@dataclass(frozen=True)
class Entry:
    """One duty of a license: its anchor, what is owed, how often and for whom, and its subjects."""

    anchor: str
    what: str
    how: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """One page: what it answers, the codes it is found by, and more words for the index."""

    kind: Kind
    address: str
    title: str
    answer: str
    codes: tuple[str, ...]
    entries: tuple[Entry, ...] = ()
    names: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    text: tuple[str, ...] = ()

    def code(self, kind: str) -> str:
        """The state or profession that the page is about, "" where it is about none."""
        return next((code for code in self.codes if code.startswith(f"{kind}:")), "")


def documents(
    atlas: Atlas, lexicon: Lexicon, today: dt.date, content: Path | None
) -> tuple[Document, ...]:
    """Make every document: states, professions, topics, licenses, other pages."""
    licenses = [_license(item, atlas, lexicon, today) for item in atlas.licenses.values()]
    return (
        *_states(atlas, licenses),
        *_professions(atlas, licenses),
        *_topics(atlas, licenses),
        *licenses,
        *(
            Document(
                "page",
                page.address,
                page.title,
                page.summary,
                (page.code,) if page.code else (),
                text=page.names,
            )
            for page in other_pages(content)
        ),
    )


def _license(item: License, atlas: Atlas, lexicon: Lexicon, today: dt.date) -> Document:
    words = atlas.vocabulary
    speaker = Speaker(item, words)
    entries = (*_duties(speaker, lexicon, today), *_alternatives(speaker), *_parts(speaker))
    subjects = [code for entry in entries for code in entry.codes]
    place, profession = f"state:{item.place}", f"profession:{item.profession}"
    cited = [source.cite for source in item.requirement.sources.values() if source.is_official]
    return Document(
        "license",
        addresses.license_(item),
        f"{item.jurisdiction.name} {words.professions[item.profession].short}",
        headline(item, words).short,
        tuple(dict.fromkeys((place, profession, *subjects))),
        entries,
        law=tuple(cited),
        text=tuple(_own_words(item)),
    )


def _duties(speaker: Speaker, lexicon: Lexicon, today: dt.date) -> Iterator[Entry]:
    for duty in obligations(speaker.license.requirement.requires):
        if duty.until and duty.until < today:
            continue
        what = speaker.whole(duty)
        codes = [f"topic:{topic}" for topic in duty.topic or ()]
        codes += [f"credit:{category}" for category in duty.counts or ()]
        codes += [f"credential:{credential}" for credential in duty.holds or ()]
        # What the words name beside the topic: "pain management, opioid use and addiction".
        named = [what, *(speaker.words.topics[topic].name for topic in duty.topic or ())]
        codes += [code for text in named for code in lexicon.topics_in(text)]
        yield Entry(duty.id, what, _how(duty, speaker, today), tuple(dict.fromkeys(codes)))


def _own_words(item: License) -> Iterator[str]:
    """What a rule says in words of its own; the rest of its wording is found by codes."""
    for duty in walk(item.requirement.requires):
        if duty.label:
            yield duty.label
        if isinstance(duty, Obligation):
            for text in (duty.course, duty.words, duty.attests):
                if isinstance(text, str):
                    yield text


def _how(duty: Obligation, speaker: Speaker, today: dt.date) -> str:
    """How often, for whom, from when."""
    parts = [speaker.rhythm(duty), speaker.who(duty)]
    if duty.from_ and duty.from_ > today:
        parts.append(f"from {date(duty.from_)}")
    if duty.standing == "unconfirmed":
        parts.append("not confirmed to be in force")
    if duty.binds:
        parts.append("built into courses")
    return "; ".join(filter(None, parts))


def _alternatives(speaker: Speaker) -> Iterator[Entry]:
    """What may stand in for the hours, where it is a credential or a kind of credit."""
    for item in speaker.license.requirement.alternatives:
        ways = obligations((item.instead,)) if item.instead else ()
        codes = [
            code
            for way in ways
            for code in (
                *(f"credential:{credential}" for credential in way.holds or ()),
                *(f"credit:{category}" for category in way.counts or ()),
            )
        ]
        if codes:
            what = excuse(speaker, item, "Met by").text.rstrip(".")
            yield Entry(ALTERNATIVES, f"or {what[:1].lower()}{what[1:]}", "", tuple(codes))


def _parts(speaker: Speaker) -> Iterator[Entry]:
    """The sections of a license's page that people ask for by name."""
    for part, statements in (
        ("carry-over", carry_over(speaker)),
        ("new-licensees", new_licensees(speaker)),
    ):
        if statements:
            text = statements[0].text.rstrip(".")
            yield Entry(f"section-{part}", text, "", (f"part:{part}",))


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
            names=(item.name,),
            text=boards,
        )


def _professions(atlas: Atlas, licenses: list[Document]) -> Iterator[Document]:
    """One for each profession. A credit category or credential without a page of its own belongs
    to the profession whose licenses name it most.
    """
    count: Counter[tuple[str, str]] = Counter()
    for document in licenses:
        for code in document.codes:
            if code.startswith(("credit:", "credential:")):
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
            names=(entry.name, entry.short, entry.people, *entry.synonyms),
        )


def _topics(atlas: Atlas, licenses: list[Document]) -> Iterator[Document]:
    for id_, term in atlas.vocabulary.topics.items():
        code = f"topic:{id_}"
        asking = [document for document in licenses if code in document.codes]
        states = len({document.code("state") for document in asking})
        yield Document(
            "topic",
            addresses.topic(id_),
            f"{term.name[:1].upper()}{term.name[1:]}",
            f"named by {_count(len(asking), 'license')} in {_count(states, 'state')}"
            if asking
            else "named by no license",
            (code,),
            names=(term.name, *term.synonyms),
            text=(term.definition,),
        )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
