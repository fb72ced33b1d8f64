/**
 * Words that are nearly right: how many slips lie between two, and which known word is nearest.
 * Mirrors spelling.py.
 *
 * In: a word as typed, and the words there are. Out: the word that was meant, or none. A slip is a
 * letter left out, added, replaced, or swapped with its neighbor.
 */

const SHORTEST = 4;
const TWO_SLIPS_FROM = 8;

/** The least number of slips that turn one word into the other. */
export function slips(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, number) => number);
  for (let i = 1; i <= one.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(
        above[j] + 1,
        row[j - 1] + 1,
        above[j - 1] + (same ? 0 : 1),
      );
      if (
        i > 1 && j > 1 && one[i - 1] === other[j - 2] &&
        one[i - 2] === other[j - 1]
      ) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      row.push(cost);
    }
    before = above;
  }
  return row[other.length];
}

/**
 * The known word with the fewest slips, one in a short word or two in a long one. Of equals the one
 * that begins alike, then the first in the alphabet.
 */
export function nearest(
  word: string,
  known: Iterable<string>,
): string | undefined {
  if (word.length < SHORTEST) return undefined;
  const most = word.length >= TWO_SLIPS_FROM ? 2 : 1;
  const found: { rank: number; candidate: string }[] = [];
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > most) continue;
    if (candidate.length < SHORTEST) continue;
    const distance = slips(word, candidate);
    if (distance > most) continue;
    const rank = 2 * distance + (candidate[0] === word[0] ? 0 : 1);
    found.push({ rank, candidate });
  }
  return found.sort(byRank)[0]?.candidate;
}

/** The nearest words where none is near: for "did you mean". */
export function suggestions(
  word: string,
  known: Iterable<string>,
  most = 3,
): string[] {
  return [...known].filter((candidate) => candidate.length >= SHORTEST)
    .map((candidate) => ({ rank: slips(word, candidate), candidate }))
    .filter(({ rank }) => rank <= Math.floor(word.length / 2))
    .sort(byRank).slice(0, most).map(({ candidate }) => candidate);
}

function byRank(
  one: { rank: number; candidate: string },
  other: { rank: number; candidate: string },
): number {
  return one.rank - other.rank || (one.candidate < other.candidate ? -1 : 1);
}
