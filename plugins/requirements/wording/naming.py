"""What a requirement keeps up, in the words that sentences need: a license, a certification.

In: nothing. Out: the nouns and participles of each kind.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Naming:
    """How sentences speak of what is kept up.

    `noun` names it ("your license"), `event` the act of giving it ("within 3 years of licensure"),
    `given` the person who has it ("if you were licensed before …").
    """

    noun: str
    event: str
    given: str


LICENSE = Naming("license", "licensure", "licensed")
NAMINGS = {
    "registration": Naming("registration", "registration", "registered"),
    "certification": Naming("certification", "certification", "certified"),
    "membership": Naming("membership", "joining", "a member"),
    "award": Naming("award", "the award", "given the award"),
}
