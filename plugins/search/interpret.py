"""What a query means: the states, professions and subjects it names, and the words left over.

In: a query as typed, the lexicon, the terms of the index. Out: a Reading. Mirrored in
browser/interpret.ts; tests/search/queries.yaml holds both to the same answers.

A query is read in four steps: misspelled words are set right, phrases of the lexicon are found
(longest first, also from their beginnings, as they appear while typing), words with two meanings
are settled by what stands around them, and the rest is left to the index.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from .lexicon import Lexicon
from .spelling import nearest
from .text import chunks, pieces, query_terms
from .two_meanings import Match, settle
from .words import NOISE

SHORTEST_BEGINNING = 3
SHORTEST_WHILE_TYPING = 2
SHORTEST_INNER_WORD = 4
MOST_MEANINGS = 6
MOST_STATES = 8
# "dakota", "older adults": only these have names of which a part says enough.
INNER_KINDS = ("state:", "topic:")
KINDS = ("state", "profession", "subject")


@dataclass(frozen=True)
class Token:
    """One word of a query, the number of the chunk it came from, and how that was typed."""

    text: str
    chunk: int
    capitals: bool


@dataclass(frozen=True)
class Reading:
    """A query understood: codes by kind (the likeliest first), and the words for the index."""

    states: tuple[str, ...]
    professions: tuple[str, ...]
    subjects: tuple[str, ...]
    also: tuple[str, ...]
    """The other meanings of a word with two, whose pages are offered too."""
    words: tuple[str, ...]
    corrected: tuple[tuple[str, str], ...]
    """Words as typed and as read, where they differ by more than an ending."""

    @property
    def asked(self) -> str:
        """Which kinds are named: S for states, P for professions, T for topics and the like."""
        kinds = (("S", self.states), ("P", self.professions), ("T", self.subjects))
        return "".join(letter for letter, codes in kinds if codes)

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code that a document may be looked up by."""
        return (*self.states, *self.professions, *self.subjects, *self.also)


def kind_of(code: str) -> str:
    """Which part of a reading a code belongs to."""
    kind = code.partition(":")[0]
    return kind if kind in KINDS else "subject"


def interpret(query: str, lexicon: Lexicon, terms: Collection[str]) -> Reading:
    """Read a query."""
    listed = chunks(query)
    tokens = [
        Token(piece, number, chunk.capitals)
        for number, chunk in enumerate(listed)
        for piece in pieces(chunk.text)
    ]
    typed = [token.text for token in tokens]
    texts = [
        _respelled(word, lexicon, terms, last=number == len(typed) - 1)
        for number, word in enumerate(typed)
    ]
    found, also = settle(_matches(texts, lexicon), texts, [token.capitals for token in tokens])
    taken = {place for match in found for place in range(match.start, match.end)}
    left = [
        token.chunk
        for place, token in enumerate(tokens)
        if place not in taken
        and texts[place] not in NOISE
        and (len(token.text) > 1 or place < len(tokens) - 1)
    ]
    if not left and not found:
        left = [token.chunk for token in tokens]
    codes = [code for match in found for code in match.codes]
    states, professions, subjects = (
        tuple(dict.fromkeys(code for code in codes if kind_of(code) == kind)) for kind in KINDS
    )
    return Reading(
        states=states,
        professions=professions,
        subjects=subjects,
        also=also,
        words=tuple(
            term for number in dict.fromkeys(left) for term in query_terms(listed[number].text)
        ),
        corrected=tuple(
            (word, text)
            for word, text in zip(typed, texts, strict=True)
            if word not in (text, f"{text}s")
        ),
    )


def _respelled(word: str, lexicon: Lexicon, terms: Collection[str], *, last: bool) -> str:
    """The word itself where it is known or begins a known one; else its singular or neighbor."""
    shortest = SHORTEST_WHILE_TYPING if last else SHORTEST_BEGINNING
    if word in lexicon.phrases or word in NOISE or any(map(str.isdigit, word)):
        return word
    if word.endswith("s") and word[:-1] in lexicon.phrases:
        return word[:-1]
    if word in lexicon.known:
        return word
    if len(word) >= shortest and any(known.startswith(word) for known in lexicon.known):
        return word
    if word.endswith("s") and word[:-1] in lexicon.known:
        return word[:-1]
    if word in terms:
        return word
    return nearest(word, lexicon.known) or word


def _matches(texts: list[str], lexicon: Lexicon) -> list[Match]:
    """The phrases of a query from left to right, each as long as it can be, whole or begun."""
    whole = _phrases(texts, lexicon, lambda start, end: ())

    def begun(start: int, end: int) -> tuple[str, ...]:
        if any(match.start < end <= match.end for match in whole):
            return ()  # "pa ca" is two words, not the beginning of "PA Category 1"
        outside = [match for match in whole if match.end <= start or match.start >= end]
        named = [{kind_of(code) for code in match.codes} for match in outside]
        taken = {kind for kinds in named if len(kinds) == 1 for kind in kinds} - {"subject"}
        return _begun(texts[start:end], lexicon, taken, last=end == len(texts))

    return _phrases(texts, lexicon, begun)


def _phrases(
    texts: list[str], lexicon: Lexicon, otherwise: Callable[[int, int], tuple[str, ...]]
) -> list[Match]:
    found: list[Match] = []
    start = 0
    while start < len(texts):
        step = 1
        for length in range(min(lexicon.longest, len(texts) - start), 0, -1):
            end = start + length
            codes = lexicon.phrases.get(" ".join(texts[start:end])) or otherwise(start, end)
            if codes:
                found.append(Match(start, end, codes))
                step = length
                break
        start += step
    return found


def _begun(run: list[str], lexicon: Lexicon, taken: set[str], *, last: bool) -> tuple[str, ...]:
    """What the phrases mean that begin with these words, or hold them as whole words.

    A kind that is named in full elsewhere is passed over: "new nurse florida" is one state.
    """
    if run[-1] in NOISE or len(run[-1]) < (SHORTEST_WHILE_TYPING if last else SHORTEST_BEGINNING):
        return ()
    beginning = " ".join(run)
    codes = _meanings(lexicon, lambda phrase: phrase.startswith(beginning))
    if not codes and len(beginning) >= SHORTEST_INNER_WORD and not NOISE & set(run):
        inside = _meanings(lexicon, lambda phrase: f" {beginning} " in f" {phrase} ")
        codes = [code for code in inside if code.startswith(INNER_KINDS)]
    for kind in KINDS:
        of_kind = tuple(dict.fromkeys(code for code in codes if kind_of(code) == kind))
        if of_kind and kind not in taken:
            most = MOST_STATES if kind == "state" else MOST_MEANINGS
            return of_kind if len(of_kind) <= most else ()
    return ()


def _meanings(lexicon: Lexicon, fits: Callable[[str], bool]) -> list[str]:
    return [code for phrase, codes in lexicon.phrases.items() if fits(phrase) for code in codes]
