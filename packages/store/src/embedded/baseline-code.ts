import { setFlagsFromString } from 'node:v8';

const TIER_UP_FLAGS = ['wasm-tier-up', 'wasm-dynamic-tiering'];

/**
 * Runs `start` with V8's optimising compiler for WebAssembly switched off; what is compiled meanwhile stays as it is.
 *
 * PostgreSQL's expression interpreter is one function of 100 kB. V8 optimises it in the first second, takes 600 MB for
 * that, and on two cores a second of one: 800 MB at the peak, where the same work in baseline code takes 430 and a
 * quarter more time per statement.
 */
export async function inBaselineCode<T>(start: () => Promise<T>): Promise<T> {
  for (const flag of TIER_UP_FLAGS) setFlagsFromString(`--no-${flag}`);
  try {
    return await start();
  } finally {
    for (const flag of TIER_UP_FLAGS) setFlagsFromString(`--${flag}`);
  }
}
