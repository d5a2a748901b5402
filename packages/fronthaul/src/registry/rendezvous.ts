/**
 * Rendezvous hashing: every access point goes to the node with the highest score for it, so a node that comes takes only
 * its own share from the others, and one that goes gives only that share back. A pure function of the two sets.
 *
 * @returns owner of every access point; empty without nodes.
 */
export function rendezvous(accessPoints: readonly number[], nodes: readonly string[]): Map<number, string> {
  const seeds = [...new Set(nodes)].sort().map((name) => ({ name, seed: hashText(name) }));
  const owners = new Map<number, string>();
  for (const id of accessPoints) {
    let best: string | null = null;
    let bestScore = -1;
    for (const { name, seed } of seeds) {
      const score = scramble(seed ^ scramble(id + 1));
      if (score > bestScore) [best, bestScore] = [name, score];
    }
    if (best !== null) owners.set(id, best);
  }
  return owners;
}

/** FNV-1a, scrambled. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text, 'utf8')) hash = Math.imul(hash ^ byte, 0x01000193);
  return scramble(hash);
}

/** The finaliser of MurmurHash3: a bijection of 32-bit integers in which every bit depends on every other. */
function scramble(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
