import type { Deployment, OnAirSlot } from '@vedetta/deployment';
import { blocksOf, type ReferenceMessage, symbolBytes, symbolsOf, usersHeard } from '@vedetta/fronthaul';
import type { TransmitBlock } from '@vedetta/signal';
import type { Signals } from './central-receiver.ts';

/**
 * What the transmit APs of one slot said they send, where that travels (references `explicit`): taken in as it comes, put together
 * for whoever needs it.
 */
export class SlotReferences {
  readonly slot: OnAirSlot;
  readonly #deployment: Deployment;
  readonly #arrived = new Map<number, ReferenceMessage>();
  readonly #gone = new Set<number>();
  #sealed = false;

  /** @param slot  plan, on-air set and the powers that everybody can work out. */
  constructor(deployment: Deployment, slot: OnAirSlot) {
    this.#deployment = deployment;
    this.slot = slot;
  }

  /** `duplicate`: it came before, or was given up; `invalid`: it does not fit what that AP sends. Each AP is settled once. */
  accept(accessPoint: number, reference: ReferenceMessage): 'used' | 'late' | 'duplicate' | 'unknown' | 'invalid' {
    if (!this.slot.onAir.includes(accessPoint)) return 'unknown';
    if (this.#arrived.has(accessPoint) || this.#gone.has(accessPoint)) return 'duplicate';
    if (this.#sealed) return 'late';
    if (blocksOf(reference, this.#deployment, this.slot) === null) return 'invalid';
    this.#arrived.set(accessPoint, reference);
    return 'used';
  }

  /** It will not come. False when that was settled, or nobody waits for it. */
  lose(accessPoint: number): boolean {
    if (!this.slot.onAir.includes(accessPoint)) return false;
    if (this.#arrived.has(accessPoint) || this.#gone.has(accessPoint)) return false;
    this.#gone.add(accessPoint);
    return true;
  }

  /** The window has closed: what comes now is late, as a report would be. */
  seal(): void {
    this.#sealed = true;
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
  signals(needed: readonly number[]): Signals {
    const reference = this.together(needed);
    return {
      blocks: blocksOf(reference, this.#deployment, this.slot) as TransmitBlock[],
      situation: { power: this.slot.power, symbols: symbolsOf(reference, this.#deployment, this.slot) },
    };
  }
}
