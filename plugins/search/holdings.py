"""The documents of licenses and national requirements, with an entry for each duty.

In: a license or a national requirement, the vocabulary, the lexicon and the day. Out: its document.
"""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator

from plugins.requirements import addresses
from plugins.requirements.atlas import Holding, License
from plugins.requirements.language.national import National
from plugins.requirements.language.obligations import Obligation, obligations, walk
from plugins.requirements.vocabulary.words import Vocabulary
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.headlines import headline
from plugins.requirements.wording.rules import carry_over, excuse, new_licensees
from plugins.requirements.wording.terms import date

from .document import Document, Entry
from .lexicon import Lexicon

ALTERNATIVES = "section-alternatives"
# In characters: a hit tells the answer, the page that it leads to tells all.
LONGEST = 110


def license_document(
    item: License, words: Vocabulary, lexicon: Lexicon, today: dt.date
) -> Document:
    """A license, found by its state, its profession and the subjects of its duties."""
    speaker = Speaker(item, words)
    entries = (*_duties(speaker, lexicon, today), *_alternatives(speaker), *_parts(speaker))
    own = (f"state:{item.place}", f"profession:{item.profession}")
    return Document(
        "license",
        addresses.license_(item),
        f"{item.jurisdiction.name} {words.professions[item.profession].short}",
        headline(item, words).short,
        tuple(dict.fromkeys((*own, *(code for entry in entries for code in entry.codes)))),
        entries,
        law=_cited(item),
        text=tuple(_own_words(item)),
    )


def national_document(
    item: National, words: Vocabulary, lexicon: Lexicon, today: dt.date
) -> Document:
    """A national requirement, found by its name and by the credentials that it keeps up."""
    requirement = item.requirement
    kept = [f"credential:{credential}" for credential in requirement.keeps or ()]
    entries = tuple(_duties(Speaker(item, words), lexicon, today))
    topics = [code for entry in entries for code in entry.codes if code.startswith("topic:")]
    return Document(
        "subject",
        addresses.license_(item),
        requirement.name,
        headline(item, words).short,
        tuple(dict.fromkeys((f"national:{item.id}", *kept, *topics))),
        entries,
        law=_cited(item),
        text=tuple(_own_words(item)),
    )


def _cited(item: Holding) -> tuple[str, ...]:
    sources = item.requirement.sources.values()
    return tuple(source.cite for source in sources if source.is_official)


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
        how = _cut(_how(duty, speaker, today))
        yield Entry(duty.id, _cut(what), how, tuple(dict.fromkeys(codes)))


def _own_words(item: Holding) -> Iterator[str]:
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
            text = _cut(f"or {what[:1].lower()}{what[1:]}")
            yield Entry(ALTERNATIVES, text, "", tuple(codes))


def _parts(speaker: Speaker) -> Iterator[Entry]:
    """The sections of a license's page that people ask for by name."""
    for part, statements in (
        ("carry-over", carry_over(speaker)),
        ("new-licensees", new_licensees(speaker)),
    ):
        if statements:
            text = _cut(statements[0].text.rstrip("."))
            yield Entry(f"section-{part}", text, "", (f"part:{part}",))


def _cut(text: str) -> str:
    return textwrap.shorten(text, LONGEST, placeholder=" …")
