import type { Deployment } from '@vedetta/deployment';
import type { TransmitBlock } from '@vedetta/signal';
import { BankMemory } from './bank-memory.ts';
import { symbolsOf } from './clutter-design.ts';
import type { ReceiverLook } from './receiver-look.ts';
import type { SlotSituation } from './types.ts';

/** Memories of a bank's receivers with the signals of one slot in them: one that all share who use all blocks, one for each who uses some. */
export class SlotMemories {
  readonly #deployment: Deployment;
  readonly #whole: boolean;
  readonly #shared: BankMemory;
  /** Made when first wanted; `#ownOf` is whose signals it holds. */
  #own: BankMemory | null = null;
  #ownOf: ReceiverLook | null = null;
  #blocks: readonly TransmitBlock[] = [];
  #situation: SlotSituation | null = null;
  #sharedIsReady = false;

  /** @param whole  as of `BankMemory`. */
  constructor(deployment: Deployment, whole: boolean) {
    this.#deployment = deployment;
    this.#whole = whole;
    this.#shared = new BankMemory(deployment, whole);
  }

  get operations(): number {
    return this.#shared.operations + (this.#own?.operations ?? 0);
  }

  begin(blocks: readonly TransmitBlock[], situation: SlotSituation | null): void {
    this.#blocks = blocks;
    this.#situation = situation;
    this.#ownOf = null;
    this.#sharedIsReady = false;
  }

  of(look: ReceiverLook): BankMemory {
    if (look.blocks === this.#blocks && !look.design?.rest) {
      if (!this.#sharedIsReady) this.#shared.project(this.#blocks);
      this.#sharedIsReady = true;
      return this.#shared;
    }
    this.#own ??= new BankMemory(this.#deployment, this.#whole);
    if (this.#ownOf !== look) {
      this.#ownOf = null;
      const symbols = this.#situation?.symbols ?? [];
      const streams = look.design?.rest?.streams ?? [];
      this.#own.project(
        look.blocks,
        streams.map(({ user }) => symbolsOf(symbols, user)),
      );
      this.#ownOf = look;
    }
    return this.#own;
  }
}
