import { InvalidMessageError } from './result.ts';

const longestText = 256;

/** Bytes of the largest message that is taken from a peer, where no scenario says more; a scalar report has 24. */
export const longestUp = 64 * 1024;

export function checkLength(bytes: Uint8Array, limit = longestUp): void {
  if (bytes.length > limit) throw new InvalidMessageError(`${bytes.length} bytes, above ${limit}`);
}

export function checkUint32(value: number, name: string): void {
  if (!(Number.isInteger(value) && value >= 0 && value <= 0xffffffff)) {
    throw new InvalidMessageError(`${name} ${value} is not a whole number from 0 to 4294967295`);
  }
}

export function checkBelow(value: number, limit: number, name: string): void {
  if (!(Number.isInteger(value) && value >= 0 && value < limit)) {
    throw new InvalidMessageError(`${name} ${value} is not a whole number from 0 to ${limit - 1}`);
  }
}

export function checkFinite(value: number, name: string): void {
  if (!Number.isFinite(value)) throw new InvalidMessageError(`${name} ${value} is not finite`);
}

export function checkText(value: string, name: string): void {
  if (value.length === 0) throw new InvalidMessageError(`${name} is missing`);
  if (value.length > longestText) throw new InvalidMessageError(`${name} is longer than ${longestText} characters`);
}

/** Distinct ids in ascending order: sums over them then have one order everywhere. */
export function checkAscendingIds(ids: readonly number[], name: string): void {
  let previous = -1;
  for (const id of ids) {
    checkUint32(id, name);
    if (id <= previous) throw new InvalidMessageError(`${name} are not in ascending order`);
    previous = id;
  }
}
