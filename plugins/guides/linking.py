"""The shortcode `link`: a link to any page of the site, checked when the site is built.

In: a kind of page, the id of one, and the words to show if its own name will not do. Out: a link.
"""

from __future__ import annotations

from collections.abc import Callable

from plugins.requirements import addresses

from .asking import Ask

PAGES = {
    "home": (addresses.HOME, "the front page"),
    "states": (addresses.STATES, "all states"),
    "professions": (addresses.PROFESSIONS, "all professions"),
    "topics": (addresses.TOPICS, "all topics"),
    "boards": (addresses.BOARDS, "all boards"),
    "bodies": (addresses.BODIES, "all bodies"),
    "credits": (addresses.CREDITS, "all kinds of credit"),
    "national": (addresses.NATIONAL, "national requirements"),
    "compare": (addresses.COMPARE, "compare licenses"),
    "calculator": (addresses.CALCULATOR, "the calculator"),
    "maps": (addresses.MAPS, "maps"),
    "data-quality": (addresses.DATA_QUALITY, "data quality"),
    "guides": (addresses.GUIDES, "all guides"),
    "glossary": (addresses.GLOSSARY, "the glossary"),
    "about": (addresses.ABOUT, "about this site"),
    "contribute": (addresses.CONTRIBUTE, "contribute"),
}


def link(ask: Ask) -> str:
    """A link to a page: `link topic ethics`, `link guide records | keep your papers`."""
    kind = ask.one_of(0, "kind of page", KINDS)
    address, name = KINDS[kind](ask)
    return ask.page.link(address, ask.text or name)


def _license(ask: Ask) -> tuple[str, str]:
    item = ask.atlas.licenses[ask.one_of(1, "license", ask.atlas.licenses)]
    people = ask.atlas.vocabulary.professions[item.profession].people
    name = item.jurisdiction.name
    place = f"the {name}" if name.startswith("District") else name
    return addresses.license_(item), f"{people} in {place}"


def _national(ask: Ask) -> tuple[str, str]:
    nationals = ask.atlas.nationals
    item = nationals[ask.one_of(1, "national requirement", nationals)]
    return addresses.license_(item), item.requirement.name


def _body(ask: Ask) -> tuple[str, str]:
    bodies = ask.atlas.vocabulary.accrediting_bodies
    id_ = ask.one_of(1, "accrediting body", bodies)
    return addresses.body(id_), bodies[id_].name


def _credit(ask: Ask) -> tuple[str, str]:
    words = ask.atlas.vocabulary
    id_ = ask.one_of(1, "credit system", words.credit_systems)
    return addresses.credit(id_), words.credit_categories[id_].name


def _state(ask: Ask) -> tuple[str, str]:
    place = ask.one_of(1, "jurisdiction", ask.atlas.jurisdictions)
    return addresses.state(place), ask.atlas.jurisdictions[place].name


def _profession(ask: Ask) -> tuple[str, str]:
    words = {str(id_): entry for id_, entry in ask.atlas.vocabulary.professions.items()}
    id_ = ask.one_of(1, "profession", words)
    return addresses.profession(id_), words[id_].people


def _topic(ask: Ask) -> tuple[str, str]:
    topics = ask.atlas.vocabulary.topics
    id_ = ask.one_of(1, "topic", topics)
    return addresses.topic(id_), topics[id_].name


def _term(ask: Ask) -> tuple[str, str]:
    glossary = ask.atlas.vocabulary.glossary
    id_ = ask.one_of(1, "term in the glossary", glossary)
    return addresses.term(id_), glossary[id_].name


def _guide(ask: Ask) -> tuple[str, str]:
    id_ = ask.one_of(1, "guide", ask.library.guides)
    return addresses.guide(id_), ask.library.guides[id_]


def _page(ask: Ask) -> tuple[str, str]:
    return PAGES[ask.one_of(1, "page", PAGES)]


KINDS: dict[str, Callable[[Ask], tuple[str, str]]] = {
    "license": _license,
    "national": _national,
    "body": _body,
    "credit": _credit,
    "state": _state,
    "profession": _profession,
    "topic": _topic,
    "term": _term,
    "guide": _guide,
    "page": _page,
}
