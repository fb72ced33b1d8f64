"""Topics that each state has its own of, such as its laws: for the engine, one subject a state.

In: a topic of the vocabulary and a jurisdiction. Out: an id such as "jurisprudence@tx", which is
the subject "laws and rules of the profession (Texas)". So credit earned for one state never serves
another, and a plan over two states asks for two courses, without a rule of its own in the engine.
"""

from __future__ import annotations

from plugins.requirements.atlas import Atlas
from plugins.requirements.language.obligations import obligations
from plugins.requirements.vocabulary.words import Jurisdiction, Vocabulary

MARK = "@"


def local_id(topic: str, jurisdiction: Jurisdiction | None, words: Vocabulary) -> str:
    """The id that stands for a topic in the records of a jurisdiction's licenses."""
    if jurisdiction is None or not words.topics[topic].local:
        return topic
    return f"{topic}{MARK}{jurisdiction.code.lower()}"


def topic_name(id_: str, jurisdiction: Jurisdiction | None, words: Vocabulary) -> str:
    """The name of a topic in those records."""
    topic, mark, _ = id_.partition(MARK)
    name = words.topics[topic].name
    return _of(name, jurisdiction) if mark and jurisdiction else name


def names_in_tables(atlas: Atlas) -> dict[str, list[str]]:
    """Names by which an imported table may call the local topics that any license asks for."""
    asked = {
        local_id(topic, item.jurisdiction, atlas.vocabulary): item.jurisdiction
        for item in atlas.licenses.values()
        for duty in obligations(item.requirement.requires)
        for topic in duty.topic or ()
    }
    found = {}
    for id_, jurisdiction in sorted(asked.items()):
        topic, mark, _ = id_.partition(MARK)
        if mark:
            term = atlas.vocabulary.topics[topic]
            found[id_] = [_of(name, jurisdiction) for name in (term.name, *term.synonyms)]
    return found


def _of(name: str, jurisdiction: Jurisdiction) -> str:
    return f"{name} ({jurisdiction.name})"
