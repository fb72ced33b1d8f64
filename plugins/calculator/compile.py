"""Turns a license into the record that the engine computes with, and the page shows.

In: a license of the Atlas, or a national requirement, and the vocabulary. Out: a JSON-able mapping
of the type `CompiledLicense` in engine/types.ts: rules with parsed values, and their words from
plugins.requirements.wording. A record stays within 6 KB compressed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from plugins.requirements.atlas import Atlas, Holding
from plugins.requirements.language.national import National
from plugins.requirements.language.obligations import Choice, Duty, Group, Obligation
from plugins.requirements.language.phrases import Duration
from plugins.requirements.language.relief import Excuse, NewLicensees
from plugins.requirements.language.requirement import Limit
from plugins.requirements.vocabulary.words import Vocabulary
from plugins.requirements.wording import rules
from plugins.requirements.wording.citations import with_citations
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.headlines import headline
from plugins.requirements.wording.renewals import own_renewals
from plugins.requirements.wording.rules import Statement

from . import values
from .asked import BORN, LICENSE_NUMBER, Asked
from .mentioned import Mentioned
from .rates import rates
from .values import Json, without_nothing

_TYPES = Path(__file__).parent / "engine" / "types.ts"
SHAPE = hashlib.sha256(_TYPES.read_bytes()).hexdigest()[:8]
"""Which shape records have, so that scripts left open in a tab notice data that is newer."""

_BY_BIRTH = (
    "birthday",
    "day-before-birthday",
    "birth-month-end",
    "birth-month-day",
    "month-after-birth-month-end",
)


def compile_all(atlas: Atlas) -> list[Json]:
    """Compile all licenses, then all national requirements."""
    return [compile_license(item, atlas.vocabulary) for item in atlas.holdings]


def compile_license(license_: Holding, words: Vocabulary) -> Json:
    """Compile one license or national requirement."""
    return _Compiler(license_, words).license()


class _Compiler:
    """Compiles one requirement, noting the questions, names and sources that its rules use."""

    def __init__(self, license_: Holding, words: Vocabulary) -> None:
        self._license = license_
        self._words = words
        self._place = license_.jurisdiction.code.lower() if license_.jurisdiction else "us"
        self._speaker = Speaker(license_, words)
        self._asked = Asked(license_, words)
        self._asked.question("licensed")
        self._mentioned = Mentioned(license_, words)

    def license(self) -> Json:
        requirement = self._license.requirement
        period = requirement.education_period
        period_words = rules.renewals(self._speaker)
        compiled = self._identity() | without_nothing(
            shape=SHAPE,
            verified=requirement.verified.isoformat(),
            confidence=requirement.confidence,
            status=requirement.status,
            unit=requirement.unit,
            answer=headline(self._license, self._words).short,
            renewals=self._renewals(),
            period=period
            and without_nothing(
                length=values.length(period.length),
                runs=period.runs,
                ends=period.ends and values.month_day(period.ends),
                **self._statement(period_words[-1]),
            ),
            limits=[
                self._limit(item, statement)
                for item, statement in zip(
                    requirement.limits, rules.limits(self._speaker), strict=False
                )
            ],
            conversions=[
                without_nothing(
                    one=item.one,
                    category=self._mentioned.categories((item.counts,))[0],
                    worth=values.hours(item.worth),
                    atMost=item.at_most and values.hours(item.at_most),
                    **self._statement(statement),
                )
                for item, statement in zip(
                    requirement.conversions,
                    rules.limits(self._speaker)[len(requirement.limits) :],
                    strict=True,
                )
            ],
            alternatives=[self._excuse(item, "Met by") for item in requirement.alternatives],
            exemptions=[self._excuse(item, "Exempt:") for item in requirement.exemptions],
            newLicensees=[
                self._new_licensee(item, statement)
                for item, statement in zip(
                    requirement.new_licensees, rules.new_licensees(self._speaker), strict=True
                )
            ],
            carryOver=self._carry_over(),
            changes=[
                without_nothing(
                    date=item.date and item.date.isoformat(),
                    standing=item.standing,
                    **self._statement(statement),
                )
                for item, statement in zip(
                    requirement.upcoming, rules.changes(self._speaker), strict=True
                )
            ],
            openQuestions=len(requirement.open_questions),
        )
        compiled["requires"] = [self._duty(node) for node in requirement.requires]
        # What the rules use is known only now.
        taken = rates(self._license, self._words, self._mentioned.categories_so_far)
        if taken:
            compiled["rates"] = [rate.compiled for rate in taken]
        compiled["questions"] = self._asked.compiled()
        return compiled | self._mentioned.compiled(taken)

    def _identity(self) -> Json:
        """Who is asked for it and where; several professions may owe a national requirement."""
        license_ = self._license
        if isinstance(license_, National):
            only = license_.professions[0] if len(license_.professions) == 1 else ""
            name = license_.requirement.name
            return {
                "id": license_.key,
                "profession": only,
                "place": "National",
                "name": name,
                "noun": license_.naming.noun,
            }
        name = self._words.professions[license_.profession].name
        return {
            "id": license_.id,
            "profession": license_.profession,
            "name": name,
            "place": license_.jurisdiction.name,
        }

    def _renewals(self) -> list[Json]:
        found = []
        renewals = own_renewals(self._license)
        for item, statement in zip(renewals, rules.renewals(self._speaker), strict=False):
            if item.ends.kind in _BY_BIRTH or item.years == "parity of birth year":
                self._asked.question(BORN)
            if item.years == "parity of license number":
                self._asked.question(LICENSE_NUMBER)
            found.append(
                without_nothing(
                    every=values.length(item.every) if isinstance(item.every, Duration) else None,
                    ends=values.renewal_end(item.ends, self._place),
                    years=item.years,
                    when=item.when and values.condition(item.when, self._asked),
                    **self._statement(statement),
                )
            )
        period = self._license.requirement.education_period
        if period and period.runs == "from first birthday after licensure":
            self._asked.question(BORN)
        return found

    def _duty(self, node: Duty, inherited: tuple[str, ...] = ()) -> Json:
        sources = tuple(node.source or ()) or inherited
        speaker = self._speaker
        common = without_nothing(
            id=node.id,
            when=values.applies(node.when, node.unless, self._asked),
            within=node.within if node.within != "not-established" else None,
            placeUnknown=node.within == "not-established",
            onTopOf=node.on_top_of,
            until=node.until and node.until.isoformat(),
            standing=node.standing,
            words=without_nothing(
                label=speaker.subject(node),
                amount=speaker.amount(node),
                sentence=self._said(speaker.sentence(node)),
                who=speaker.who(node),
                place=speaker.place(node),
                note=self._said(node.note),
            ),
            sources=self._mentioned.sources(sources),
        )
        if node.from_:
            common["from"] = node.from_.isoformat()
        if isinstance(node, Obligation):
            return common | self._obligation(node)
        if isinstance(node, Choice):
            members = [self._duty(member, sources) for member in node.of]
            return common | {"kind": "choice", "choose": node.choose, "of": members}
        assert isinstance(node, Group)
        return common | {"kind": "group", "all": [self._duty(item, sources) for item in node.all]}

    def _obligation(self, duty: Obligation) -> Json:
        existing = duty.existing_licensees
        for fact in (*(duty.holds or ()), *(duty.does or ())):
            self._asked.question(fact)
        own = {"provider": self._said(duty.provider), "covers": self._said(duty.covers)}
        topics = [self._words.topics[id_] for id_ in duty.topic or ()]
        if any(topic.local for topic in topics) and self._license.jurisdiction:
            place = self._license.jurisdiction.name
            own["law"] = f"It is about {place}: a course for another state does not count."
        included = [id_ for topic in topics for id_ in topic.includes]
        return without_nothing(
            kind=duty.amount,
            hours=values.hours(duty.hours) if isinstance(duty.hours, float) else None,
            share=duty.share and values.share(duty.share),
            named=isinstance(duty.course, str),
            practice=duty.practice,
            holds=list(duty.holds or ()),
            does=list(duty.does or ()),
            license=duty.license and f"{self._place}-{duty.license}",
            topics=self._mentioned.topics([*(duty.topic or ()), *included]),
            counts=self._mentioned.categories(duty.counts),
            formats=self._mentioned.formats(duty.format),
            apartFrom=list(duty.apart_from or ()),
            every=None if duty.every.kind == "period" else values.interval(duty.every),
            by=duty.by and values.deadline(duty.by, self._asked),
            firstBy=duty.first_by and values.deadline(duty.first_by, self._asked),
            phases=[
                without_nothing(
                    forFirst=phase.for_first,
                    every=values.interval(phase.every),
                    hours=phase.hours and values.hours(phase.hours),
                    firstBy=phase.first_by and values.deadline(phase.first_by, self._asked),
                )
                for phase in duty.phases
            ],
            over=duty.over and values.length(duty.over),
            binds=duty.binds,
            existing=existing
            and without_nothing(
                licensedBefore=existing.licensed_before.isoformat(),
                by=existing.by and values.deadline(existing.by, self._asked),
                exempt=existing.exempt,
            ),
            check=without_nothing(**own),
            rhythm=self._speaker.rhythm(duty) if duty.id != "total" else None,
        )

    def _limit(self, item: Limit, statement: Statement) -> Json:
        return without_nothing(
            atMost=values.amount(item.at_most),
            topics=self._mentioned.topics(item.topic),
            counts=self._mentioned.categories(item.counts),
            formats=self._mentioned.formats(item.format),
            of=item.of,
            per=item.per if item.per == "year" else None,
            when=item.when and values.condition(item.when, self._asked),
            **self._statement(statement),
        )

    def _excuse(self, item: Excuse, verb: str) -> Json:
        compiled = without_nothing(
            when=item.when and values.condition(item.when, self._asked),
            instead=item.instead and self._duty(item.instead, tuple(item.source or ())),
            covers=item.covers if item.covers == "everything" else list(item.covers),
            butNot=list(item.but_not or ()),
            worth=item.worth and values.amount(item.worth),
            only=item.only,
            onApplication=item.on_application,
            until=item.until and item.until.isoformat(),
            **self._statement(rules.excuse(self._speaker, item, verb)),
        )
        if item.from_:
            compiled["from"] = item.from_.isoformat()
        return compiled

    def _new_licensee(self, item: NewLicensees, statement: Statement) -> Json:
        exempt = item.exempt
        return without_nothing(
            licensed=item.licensed and values.comparison(item.licensed),
            at=item.at,
            when=item.when and values.condition(item.when, self._asked),
            exempt=exempt if exempt in (None, "everything") else list(exempt),
            butNot=list(item.but_not or ()),
            reduce=item.reduce,
            to=item.to and values.hours(item.to),
            prorate=item.prorate,
            by=item.by,
            rate=item.rate and values.hours(item.rate),
            plus=item.plus and values.hours(item.plus),
            **self._statement(statement),
        )

    def _carry_over(self) -> Json | None:
        rule = self._license.requirement.carry_over
        if rule is None:
            return None
        compiled = without_nothing(
            counts=self._mentioned.categories(rule.counts),
            earnedInLast=rule.earned_in_last and values.length(rule.earned_in_last),
            butNot=list(rule.but_not or ()),
            **self._statement(rules.carry_over(self._speaker)[0]),
        )
        known = not isinstance(rule.at_most, str)
        compiled["atMost"] = values.hours(float(rule.at_most)) if known else rule.at_most
        return compiled

    def _statement(self, statement: Statement) -> Json:
        return without_nothing(
            text=self._said(statement.text),
            note=self._said(statement.note),
            sources=self._mentioned.sources(statement.sources),
        )

    def _said(self, text: str | None) -> str | None:
        """A text for readers: with citations where it names sources by id."""
        return text and with_citations(text, self._license.requirement)
