import type { Deployment, OnAirSlot } from '@vedetta/deployment';
import { blocksOf, type ReferenceMessage, symbolBytes, usersHeard } from '@vedetta/fronthaul';
import type { TransmitBlock } from '@vedetta/signal';

/**
 * What the transmit APs of one slot said they send, where that travels (references `explicit`): taken in as it comes, put together
 * for whoever needs it.
 */
export class SlotReferences {
  readonly slot: OnAirSlot;
  readonly #deployment: Deployment;
  readonly #arrived = new Map<number, ReferenceMessage>();
  readonly #gone = new Set<number>();

  /** @param slot  plan, on-air set and the powers that everybody can work out. */
  constructor(deployment: Deployment, slot: OnAirSlot) {
    this.#deployment = deployment;
    this.slot = slot;
  }

  /** False when it is none of an AP on air, came before, or does not fit what that AP sends. */
  accept(accessPoint: number, reference: ReferenceMessage): boolean {
    if (!this.slot.onAir.includes(accessPoint) || this.#arrived.has(accessPoint)) return false;
    if (blocksOf(reference, this.#deployment, this.slot) === null) return false;
    this.#arrived.set(accessPoint, reference);
    return true;
  }

  /** It will not come. False when it has come, or nobody waits for it. */
  lose(accessPoint: number): boolean {
    if (!this.slot.onAir.includes(accessPoint) || this.#arrived.has(accessPoint)) return false;
    this.#gone.add(accessPoint);
    return true;
  }

  /** `lost`: at least one of them will not come. */
  state(needed: readonly number[]): 'complete' | 'waiting' | 'lost' {
    if (needed.some((ap) => this.#gone.has(ap))) return 'lost';
    return needed.every((ap) => this.#arrived.has(ap)) ? 'complete' : 'waiting';
  }

  /** One reference to all of these, every user's symbols once. Only when complete. */
  together(needed: readonly number[]): ReferenceMessage {
    const size = symbolBytes(this.#deployment.network);
    const symbols = new Map<number, Uint8Array>();
    const parts = needed.map((ap) => this.#arrived.get(ap) as ReferenceMessage);
    for (const { transmitters, symbols: bytes } of parts) {
      const ids = transmitters.map(({ accessPoint }) => accessPoint);
      usersHeard(this.slot, ids).forEach((user, i) => {
        symbols.set(user, bytes.subarray(i * size, (i + 1) * size));
      });
    }
    return {
      slot: this.slot.plan.slot,
      transmitters: parts.flatMap(({ transmitters }) => transmitters),
      symbols: Buffer.concat(usersHeard(this.slot, needed).map((user) => symbols.get(user) as Uint8Array)),
    };
  }

  /** The signals themselves, for a receiver at the CPU. Only when complete. */
  blocks(needed: readonly number[]): TransmitBlock[] {
    return blocksOf(this.together(needed), this.#deployment, this.slot) as TransmitBlock[];
  }
}
