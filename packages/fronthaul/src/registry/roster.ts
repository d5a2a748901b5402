import type { AssignedAccessPoint } from './messages.ts';
import { rendezvous } from './rendezvous.ts';

interface Seat {
  /** What the process said it hosts when it joined: not yet believed. */
  claims: ReadonlyMap<number, number>;
}

/** Largest fencing number, and largest counter, that fit an epoch. */
const epochHalf = 0xffff;

/**
 * Who has which access point, and with which epoch, under one leader: fence in the upper 16 bits, in the lower 16 a
 * counter that grows with every deal. No clocks, no sockets.
 */
export class Roster {
  readonly #accessPoints: readonly number[];
  readonly #fence: number;
  readonly #seats = new Map<string, Seat>();
  #assigned = new Map<number, { readonly node: string; readonly epoch: number }>();
  #deals: number;

  /**
   * @param deals  of an earlier roster with the same fence: its epochs are not given out again.
   * @throws {RangeError} if the fence does not fit an epoch.
   */
  constructor(accessPoints: readonly number[], fence: number, deals = 0) {
    if (!(Number.isInteger(fence) && fence >= 0 && fence <= epochHalf)) {
      throw new RangeError(`fencing number ${fence} is not a whole number from 0 to ${epochHalf}`);
    }
    this.#accessPoints = accessPoints;
    this.#fence = fence;
    this.#deals = deals;
  }

  get fence(): number {
    return this.#fence;
  }

  get deals(): number {
    return this.#deals;
  }

  /** A process sits down, also again: what it does not hold any more it will get with a new epoch. */
  sit(node: string, held: readonly AssignedAccessPoint[]): void {
    const claims = new Map(held.map(({ id, epoch }) => [id, epoch]));
    for (const [id, entry] of this.#assigned) {
      if (entry.node === node && claims.get(id) !== entry.epoch) this.#assigned.delete(id);
    }
    this.#seats.set(node, { claims });
  }

  leave(node: string): void {
    this.#seats.delete(node);
  }

  get nodes(): readonly string[] {
    return [...this.#seats.keys()].sort();
  }

  /** Deals anew; what stays where it is keeps its epoch. @throws {RangeError} when the epochs of this fence are used up. */
  deal(): void {
    const owners = rendezvous(this.#accessPoints, this.nodes);
    const next = new Map<number, { node: string; epoch: number }>();
    let fresh: number | null = null;
    for (const [id, node] of owners) {
      const before = this.#assigned.get(id);
      const kept = before?.node === node ? before.epoch : before === undefined ? this.#claim(id, node) : null;
      if (kept === null) fresh ??= this.#nextEpoch();
      next.set(id, { node, epoch: kept ?? (fresh as number) });
    }
    this.#assigned = next;
  }

  /** Ascending ids. */
  of(node: string): AssignedAccessPoint[] {
    return [...this.#assigned]
      .filter(([, entry]) => entry.node === node)
      .map(([id, { epoch }]) => ({ id, epoch }))
      .sort((a, b) => a.id - b.id);
  }

  /** Epoch under which the node goes on with what it had before this leader came; null if somebody has a later one. */
  #claim(id: number, node: string): number | null {
    const own = this.#seats.get(node)?.claims.get(id);
    if (own === undefined || own > this.#fence * (epochHalf + 1) + this.#deals) return null;
    for (const [other, { claims }] of this.#seats) if (other !== node && (claims.get(id) ?? -1) >= own) return null;
    return own;
  }

  #nextEpoch(): number {
    this.#deals += 1;
    if (this.#deals > epochHalf) throw new RangeError(`fencing number ${this.#fence} has no epochs left`);
    return this.#fence * (epochHalf + 1) + this.#deals;
  }
}
