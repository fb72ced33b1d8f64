"""A license's column holds all that the license owes, in a script that stays small."""

import datetime as dt
import gzip
import json
import re

import pytest

from plugins.compare.columns import Column, column, script
from plugins.compare.ready_made import compare_view
from plugins.requirements.atlas import Atlas
from plugins.requirements.language.obligations import Obligation

TODAY = dt.date(2026, 11, 23)
ALL_OF_THEM = 60 * 1024
ONE = 3 * 1024


@pytest.fixture(scope="module")
def columns(atlas: Atlas) -> dict[str, Column]:
    return {item.id: column(item, atlas.vocabulary, TODAY) for item in atlas.licenses.values()}


def test_every_duty_in_force_or_ahead_has_a_cell_with_a_row(
    atlas: Atlas, columns: dict[str, Column]
) -> None:
    for item in atlas.licenses.values():
        shown = {cell.address.partition("#")[2] for cell in columns[item.id].cells}
        owed = {
            node.id
            for node in item.requirement.requires
            if node.id != "total"
            and not (node.until and node.until < TODAY)
            and not (isinstance(node, Obligation) and node.binds)
        }
        assert shown == owed
        assert all(cell.topics or cell.row for cell in columns[item.id].cells)


def test_columns_are_small(columns: dict[str, Column]) -> None:
    texts = [script(item).encode() for item in columns.values()]
    assert max(len(gzip.compress(text)) for text in texts) <= ONE
    assert len(gzip.compress(b"".join(texts))) <= ALL_OF_THEM


def test_a_script_sets_one_column_and_nothing_else(columns: dict[str, Column]) -> None:
    text = script(columns["oh-rn"])
    found = re.fullmatch(r'\(self\.atlasColumns\?\?=\{\}\)\["oh-rn"\]=(\{.*\});\n', text)
    assert found
    assert json.loads(found[1])["name"] == "Ohio RN"


def test_the_same_words_as_on_the_page(columns: dict[str, Column]) -> None:
    ohio = columns["oh-rn"]
    assert (ohio.amount, ohio.period, ohio.year) == ("24 contact hours", "every 2 years", "12")
    law = next(cell for cell in ohio.cells if cell.address.endswith("#jurisprudence"))
    assert law.topics == (("jurisprudence", "laws and rules of the profession"),)
    assert (law.amount, law.rhythm, law.joint) == ("1 contact hour", "every renewal", "in total")


def test_ready_made_comparisons_name_licenses_that_exist(atlas: Atlas) -> None:
    view = compare_view(atlas)
    made = [item.largest for item in view.professions] + [address for _, address in view.two_boards]
    for address in made:
        ids = address.partition("?licenses=")[2].split(",")
        assert set(ids) <= atlas.licenses.keys()
    assert len(view.choices) == len(atlas.licenses)
    assert "California" in dict(view.two_boards)
    assert "New York" not in dict(view.two_boards)
