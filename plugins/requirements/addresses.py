"""Every address of the site, made in one place.

In: ids. Out: paths without a leading slash, ending in a slash, such as "states/california/md/".
Where a file name is needed, it is the path plus index.html.
"""

from __future__ import annotations

from collections.abc import Iterable

from plugins.requirements.atlas import Holding
from plugins.requirements.language.national import National

HOME = ""
STATES = "states/"
PROFESSIONS = "professions/"
TOPICS = "topics/"
BOARDS = "boards/"
DATA_QUALITY = "data-quality/"
SEARCH = "search/"
CALCULATOR = "calculator/"
EMBED = "embed/"
EMBED_SCRIPTS = "embed/v1/"
EMBED_FRAME = "embed/frame/"
MAPS = "maps/"
TIMELINE = "timeline/"
HOURS = "hours/"
BODIES = "bodies/"
CREDITS = "credits/"
NATIONAL = "national/"
GUIDES = "guides/"
GLOSSARY = "glossary/"
COMPARE = "compare/"
DATA = "data/"
API = "api/v1/"
ABOUT = "about/"
CONTRIBUTE = "contribute/"


def state(place: str) -> str:
    """The page of a jurisdiction, by its folder's name."""
    return f"{STATES}{place}/"


def license_(item: Holding) -> str:
    """The page of a license, or of a national requirement."""
    if isinstance(item, National):
        return f"{NATIONAL}{item.id}/"
    return f"{STATES}{item.place}/{item.profession}/"


def duty(item: Holding, id_: str) -> str:
    """One duty on the page of its license."""
    return f"{license_(item)}#{id_}"


def profession(id_: str) -> str:
    """The page of a profession."""
    return f"{PROFESSIONS}{id_}/"


def profession_with_topic(id_: str, topic_: str) -> str:
    """The table of a profession, narrowed to the states that name a topic."""
    return f"{profession(id_)}?topic={topic_}"


def topic(id_: str) -> str:
    """The page of a topic."""
    return f"{TOPICS}{id_}/"


def body(id_: str) -> str:
    """The page of an accrediting body."""
    return f"{BODIES}{id_}/"


def credit(id_: str) -> str:
    """The page of a credit category."""
    return f"{CREDITS}{id_}/"


def map_(id_: str) -> str:
    """The map of a profession or a topic."""
    return f"{MAPS}{id_}/"


def compare(ids: Iterable[str]) -> str:
    """The comparison of these licenses, in this order."""
    return f"{COMPARE}?licenses={','.join(ids)}"


def compared(id_: str) -> str:
    """The script that holds a license's column of a comparison."""
    return f"{COMPARE}columns/{id_}.js"


def guide(name: str) -> str:
    """A guide, by the name of its file in content/guides/."""
    return f"{GUIDES}{name}/"


def term(id_: str) -> str:
    """A word in the glossary."""
    return f"{GLOSSARY}#{id_}"


def calculated(id_: str) -> str:
    """The script with what the calculator needs to know about a license."""
    return f"{CALCULATOR}{id_}.js"


def record_name(id_: str) -> str:
    """The JSON of a license or national requirement, below the root of the API."""
    return f"licenses/{id_}.json"


def record(item: Holding) -> str:
    """The same, below the site's root."""
    return API + record_name(item.key if isinstance(item, National) else item.id)


def pack(place: str) -> str:
    """The calculator of a jurisdiction as one file, by its folder's name."""
    return f"{EMBED}packs/{place}.html"


def edit(item: Holding, repository: str) -> str:
    """Where the requirement's file is edited: at the repository, else the page that explains how.

    Returned as a full address, or as a path below the site's root.
    """
    return f"{repository}/edit/main/{item.file}" if repository else f"{CONTRIBUTE}#change"


def report(item: Holding, repository: str) -> str:
    """Where an error on the requirement's page is reported, as `edit`."""
    if repository:
        return f"{repository}/issues/new?template=wrong-requirement.yml&title={item.id}"
    return f"{CONTRIBUTE}#report"


def file_name(address: str) -> str:
    """The file that holds the page at an address."""
    return f"{address}index.html"
