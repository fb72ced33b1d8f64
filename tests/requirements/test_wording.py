"""Wording: sentences read as a person would write them, here and in every license."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from plugins.requirements.atlas import Atlas
from plugins.requirements.language.conditions import parse_condition
from plugins.requirements.language.obligations import walk
from plugins.requirements.loading import load_leniently
from plugins.requirements.wording import rules
from plugins.requirements.wording.conditions import clause
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.headlines import headline

DATA = Path(__file__).resolve().parents[2] / "requirements_data"


@cache
def atlas() -> Atlas:
    found, problems = load_leniently(DATA)
    assert found is not None, problems
    return found


def speaker(license_: str) -> Speaker:
    return Speaker(atlas().licenses[license_], atlas().vocabulary)


def duty(license_: str, id_: str) -> str:
    says = speaker(license_)
    found = says.find(id_)
    assert found is not None
    return says.sentence(found)


class TestDuties:
    @pytest.mark.parametrize(
        ("license_", "id_", "said"),
        [
            (
                "ca-md",
                "pain-and-end-of-life",
                "12 hours on pain management and end-of-life care, once, by your second renewal, "
                "or within 4 years of licensure if that is sooner, not if you practice in "
                "pathology or radiology",
            ),
            (
                "ca-md",
                "geriatrics",
                "10 hours on care of older adults, every 2 years, if you practice in internal "
                "medicine or family medicine and more than 25% of your patients are 65 or older",
            ),
            (
                "tx-md",
                "opioids",
                "2 credits on opioid prescribing, in each of your first two renewal cycles (the "
                "first within 1 year of licensure), then every 8 years, if you provide direct "
                "patient care and were licensed on or after January 1, 2021",
            ),
            ("tx-md", "formal-credit", "24 formal credits, every 2 years"),
            (
                "ak-rn",
                "competence",
                "any two of these: 30 contact hours of continuing education, 30 hours of "
                "uncompensated professional activities or 320 hours of employment as a nurse",
            ),
            ("ks-np", "total", "30 contact hours in your own area of practice"),
            (
                "ca-rn",
                "implicit-bias",
                "1 contact hour on implicit bias, once, within 2 years of licensure "
                "(not if you were licensed before January 1, 2021)",
            ),
            (
                "or-md",
                "cultural-competency",
                "4 hours on cultural competency, every 4 years, by December 31 of 2027, 2031 and "
                "so on",
            ),
            (
                "nd-rn",
                "practice",
                "400 hours of nursing practice, in the 4 years before each renewal",
            ),
            (
                "nm-pa",
                "pain",
                "education on pain management, 5 hours in your first renewal cycle, "
                "within 1 year of licensure, then 3 hours every renewal, if you hold a DEA "
                "registration and hold this state's controlled-substance registration",
            ),
        ],
    )
    def test_a_duty_is_one_sentence(self, license_: str, id_: str, said: str) -> None:
        assert duty(license_, id_) == said

    def test_a_place_names_the_hours_around_it(self) -> None:
        says = speaker("tx-md")
        ethics = says.find("ethics")
        assert ethics is not None
        assert says.place(ethics) == "inside the 24 formal credits"

    def test_a_credential_is_called_by_its_kind(self) -> None:
        says = speaker("ct-np")
        held = [says.find(id_) for id_ in ("rn-license", "certification")]
        assert [says.amount(duty) for duty in held if duty] == ["license", "certification"]

    def test_a_reference_to_a_duty_names_it(self) -> None:
        covered = rules.excuse(
            speaker("ca-md"), atlas().licenses["ca-md"].requirement.alternatives[1], "Met by"
        )
        assert covered.text == (
            "A one-time 12-hour course on treating opiate-dependent patients (covers the 12 hours "
            "on pain management and end-of-life care)."
        )

    def test_new_licensees_are_spoken_to(self) -> None:
        said = [statement.text for statement in rules.new_licensees(speaker("ca-md"))]
        assert said == [
            "At your first renewal, if you have then been licensed for less than 13 months, "
            "you owe 25 hours instead of 50."
        ]


class TestConditions:
    @pytest.mark.parametrize(
        ("condition", "said"),
        [
            ({"dea-registration": True}, "you hold a DEA registration"),
            ({"dea-registration": False}, "you hold no DEA registration"),
            ({"not": {"dea-registration": True}}, "you hold no DEA registration"),
            ({"specialty": "pathology"}, "you practice in pathology"),
            (
                {"not": {"specialty": ["pathology", "radiology"]}},
                "you do not practice in pathology or radiology",
            ),
            (
                {"patients-over-65": "more than 25%"},
                "more than 25% of your patients are 65 or older",
            ),
            (
                {"licensed": "on or after 2021-01-01"},
                "you were licensed on or after January 1, 2021",
            ),
            (
                {"licensed": "more than 1 year"},
                "you were licensed more than 1 year before the renewal",
            ),
            ({"profession": "md"}, "you are a physician (MD)"),
            ({"licensing-board": "mbc"}, "your license is from the Medical Board of California"),
            (
                {"dea-registration": True, "prescribes-opioids": True},
                "you hold a DEA registration and prescribe opioids",
            ),
            (
                {"not": {"all": [{"dea-registration": True}, {"prescribes-opioids": True}]}},
                "you hold no DEA registration or do not prescribe opioids",
            ),
            (
                {
                    "dea-registration": True,
                    "any": [{"prescribes-opioids": True}, {"treats-children": True}],
                },
                "you hold a DEA registration and either prescribe opioids or examine, attend, "
                "counsel or treat children",
            ),
            (
                {
                    "any": [
                        {"residency": True},
                        {"dea-registration": True, "prescribes-opioids": True},
                    ]
                },
                "you are in residency or fellowship training, or if you hold a DEA registration "
                "and prescribe opioids",
            ),
            ({"words": "the board has agreed"}, "the board has agreed"),
            ({"not": {"words": "the board has agreed"}}, "it is not so that the board has agreed"),
        ],
    )
    def test_a_condition_completes_if(self, condition: object, said: str) -> None:
        california = atlas().jurisdictions["california"]
        assert clause(parse_condition(condition), atlas().vocabulary, california) == said


def statements(says: Speaker) -> Iterator[str]:
    """Everything that is said of a license, but for the notes that its file says itself."""
    requirement = says.license.requirement
    for node in walk(requirement.requires):
        yield from (says.sentence(node), says.place(node), says.amount(node), says.subject(node))
    for part in (rules.renewals, rules.limits, rules.new_licensees, rules.carry_over):
        yield from (statement.text for statement in part(says))
    for verb, excuses in (
        ("Met by", requirement.alternatives),
        ("Exempt:", requirement.exemptions),
    ):
        for excuse in excuses:
            yield rules.excuse(says, excuse, verb).text
            if excuse.instead:
                yield says.sentence(excuse.instead)
    told = headline(says.license, atlas().vocabulary)
    yield from (told.amount, told.period, told.when, told.short)


SLIPS = re.compile(
    r"\bNone\b|\bTrue\b|\bFalse\b|  | ,|\.\.|[{}]|\[[a-z]|,,|, ,|\bthe the\b|\bof of\b|\b0 |"
    r"(?<![\d,])1 (hours|credits|years|months|contact hours)\b|^[,;.]|[,;]$|not-established"
)


def test_no_license_is_told_with_a_slip() -> None:
    slips = {
        (id_, text)
        for id_ in atlas().licenses
        for text in statements(speaker(id_))
        if SLIPS.search(text)
    }
    assert slips == set()


def test_every_sentence_begins_and_ends_as_one() -> None:
    for id_ in atlas().licenses:
        says = speaker(id_)
        for part in (rules.renewals, rules.limits, rules.new_licensees, rules.carry_over):
            for statement in part(says):
                assert statement.text[:1].isupper() or statement.text[:1].isdigit()
                assert statement.text.endswith((".", "?", "!"))
