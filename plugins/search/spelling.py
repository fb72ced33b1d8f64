"""Words that are nearly right: how many slips lie between two, and which known word is nearest.

In: a word as typed, and the words there are. Out: the word that was meant, or None. A slip is a
letter left out, added, replaced, or swapped with its neighbor. Mirrored in browser/spelling.ts.
"""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST = 4
TWO_SLIPS_FROM = 8


def slips(one: str, other: str) -> int:
    """The least number of slips that turn one word into the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above = row
        row = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = above
    return row[-1]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word with the fewest slips, one in a short word or two in a long one.

    Of equals the one that begins alike, then the first in the alphabet.
    """
    if len(word) < SHORTEST:
        return None
    most = 2 if len(word) >= TWO_SLIPS_FROM else 1
    found = [
        (distance, candidate[0] != word[0], candidate)
        for candidate in known
        if abs(len(candidate) - len(word)) <= most and len(candidate) >= SHORTEST
        if (distance := slips(word, candidate)) <= most
    ]
    return min(found)[2] if found else None


def suggestions(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The nearest words where none is near: for "did you mean"."""
    found = sorted(
        (slips(word, candidate), candidate) for candidate in known if len(candidate) >= SHORTEST
    )
    return [candidate for distance, candidate in found[:most] if distance <= len(word) // 2]
