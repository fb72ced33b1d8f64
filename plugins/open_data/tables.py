"""The records as two tables for spreadsheets: one row a license, and one row a duty.

In: records. Out: CSV text, with a line of heads. What is not known is an empty cell.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from .record import ComputedDuty, Record

LICENSE_HEADS = (
    *("id", "kind", "jurisdiction", "professions", "answer", "hours", "period_months"),
    *("hours_per_year", "status", "confidence", "verified", "open_questions", "boards", "page"),
)
DUTY_HEADS = (
    *("license", "jurisdiction", "professions", "duty", "amount", "subject", "hours", "how_often"),
    *("for_whom", "place", "in_force", "binds_licensee", "sentence", "law", "law_url", "page"),
)


def licenses_csv(records: Iterable[Record]) -> str:
    """One row a license or national requirement."""
    return _csv(LICENSE_HEADS, (_license(record) for record in records))


def duties_csv(records: Iterable[Record]) -> str:
    """One row a duty, those of choices included."""
    rows = (_duty(record, duty) for record in records for duty in record.computed.duties)
    return _csv(DUTY_HEADS, rows)


def _license(record: Record) -> Sequence[object]:
    authored, computed = record.authored, record.computed
    return (
        record.id,
        record.kind,
        record.jurisdiction_name,
        " ".join(record.professions),
        computed.answer,
        computed.hours,
        computed.period_months,
        computed.hours_per_year,
        authored.get("status", "established"),
        authored["confidence"],
        authored["verified"],
        len(authored.get("open-questions", ())),
        "; ".join(board.name for board in record.boards),
        record.page,
    )


def _duty(record: Record, duty: ComputedDuty) -> Sequence[object]:
    sources = [record.authored["sources"][id_] for id_ in duty.sources]
    return (
        record.id,
        record.jurisdiction_name,
        " ".join(record.professions),
        duty.id,
        duty.amount,
        duty.subject,
        duty.hours,
        duty.how_often,
        duty.for_whom,
        duty.place,
        _yes(duty.in_force),
        _yes(duty.binds_licensee),
        duty.sentence,
        "; ".join(source["cite"] for source in sources),
        " ".join(source["url"] for source in sources),
        f"{record.page}#{duty.id}",
    )


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _csv(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return text.getvalue()
