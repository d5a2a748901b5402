/** Edits (insert, delete, replace) that turn `a` into `b`, letter case ignored. */
function editDistance(a: string, b: string): number {
  const from = a.toLowerCase();
  const to = b.toLowerCase();
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[to.length];
}

/** The candidate a misspelt word most likely meant; undefined when none is near. A prefix of a candidate is near. */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  if (word.length < 2 || word.length > 60) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const startsSame = candidate.toLowerCase().startsWith(word.toLowerCase());
    const distance = startsSame ? 1 : editDistance(word, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
