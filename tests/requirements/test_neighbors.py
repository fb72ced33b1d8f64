"""Borders are mutual, and known for every jurisdiction that has one."""

from plugins.requirements.loading import load
from plugins.requirements.vocabulary.neighbors import neighbors
from tests.conftest import ROOT

ISLANDS = {"AK", "HI"}


def test_every_border_has_two_sides() -> None:
    codes = {item.code for item in load(ROOT / "requirements_data").jurisdictions.values()}
    for code in codes:
        assert neighbors(code) <= codes - {code}
        for other in neighbors(code):
            assert code in neighbors(other), f"{code} borders on {other}, but not the reverse"


def test_only_alaska_and_hawaii_have_none() -> None:
    codes = {item.code for item in load(ROOT / "requirements_data").jurisdictions.values()}
    assert {code for code in codes if not neighbors(code)} == ISLANDS


def test_known_neighbors() -> None:
    assert neighbors("ME") == {"NH"}
    assert neighbors("DC") == {"MD", "VA"}
    assert neighbors("OH") == {"IN", "KY", "MI", "PA", "WV"}
    assert neighbors("MO") == {"AR", "IA", "IL", "KS", "KY", "NE", "OK", "TN"}
    # The Four Corners touch in a point only.
    assert "CO" not in neighbors("AZ")
