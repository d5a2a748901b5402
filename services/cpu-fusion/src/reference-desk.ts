import type { Deployment, SlotPlan } from '@vedetta/deployment';
import { neededReferences } from '@vedetta/detection';
import type { FronthaulHub, ReferenceMessage } from '@vedetta/fronthaul';
import { allocatePower } from '@vedetta/power';
import type { ReceiverSignals } from './central-receiver.ts';
import type { Losses } from './losses.ts';
import { SlotReferences } from './slot-references.ts';
import type { SlotWindow } from './slot-window.ts';

interface OpenSlot {
  readonly references: SlotReferences;
  readonly window: SlotWindow;
  /** Receive APs that have not been told yet, with whom they need to know. */
  readonly waiting: Map<number, readonly number[]>;
}

/**
 * Where references travel (`explicit`): takes them in from the transmit APs and hands each receive AP those it needs, once all
 * of them are there. In the split `raw` the receivers are here, and the window waits instead.
 */
export class ReferenceDesk {
  readonly #deployment: Deployment;
  readonly #hub: Pick<FronthaulHub, 'sendReference'>;
  readonly #losses: Losses;
  readonly #slots = new Map<number, OpenSlot>();

  constructor(deployment: Deployment, hub: Pick<FronthaulHub, 'sendReference'>, losses: Losses) {
    this.#deployment = deployment;
    this.#hub = hub;
    this.#losses = losses;
  }

  /** Do receive APs get references? */
  get handsDown(): boolean {
    return this.#deployment.network.fronthaul.split !== 'raw';
  }

  /** @param attached  APs that were sent a command. */
  open(plan: SlotPlan, onAir: readonly number[], attached: ReadonlySet<number>, window: SlotWindow): void {
    const power = allocatePower(this.#deployment, plan, onAir);
    const references = new SlotReferences(this.#deployment, { plan, onAir, power });
    const waiting = new Map<number, readonly number[]>();
    const slot = { references, window, waiting };
    this.#slots.set(plan.slot, slot);
    if (!this.handsDown) window.hold(onAir.length);
    else {
      const receivers = plan.inspections.flatMap(({ receive }) => receive).filter((ap) => attached.has(ap));
      for (const receiver of receivers) waiting.set(receiver, this.#needed(plan, onAir, receiver));
      this.#handDown(slot);
    }
  }

  /** What became of it, as of a report. */
  accept(accessPoint: number, reference: ReferenceMessage): 'used' | 'unknown' {
    const slot = this.#slots.get(reference.slot);
    if (!slot?.references.accept(accessPoint, reference)) return 'unknown';
    this.#settled(slot);
    return 'used';
  }

  /** It was lost on its way. */
  lose(slot: number, accessPoint: number): void {
    const open = this.#slots.get(slot);
    if (open?.references.lose(accessPoint)) this.#settled(open);
  }

  /** Nothing more will come from there. */
  gone(accessPoint: number): void {
    for (const open of this.#slots.values()) if (open.references.lose(accessPoint)) this.#settled(open);
  }

  /** A transmit AP on air whose reference is still waited for. */
  owes(slot: number, accessPoint: number): boolean {
    const references = this.#slots.get(slot)?.references;
    return references?.slot.onAir.includes(accessPoint) === true && references.state([accessPoint]) === 'waiting';
  }

  /** A receive AP that is hosted elsewhere now, and was commanded again, needs its references again. */
  again(slot: number, accessPoint: number): void {
    const open = this.#slots.get(slot);
    if (open === undefined || !this.handsDown || this.#deployment.accessPoints[accessPoint].role !== 'receive') return;
    const { plan, onAir } = open.references.slot;
    open.waiting.set(accessPoint, this.#needed(plan, onAir, accessPoint));
    this.#handDown(open);
  }

  /** Where the receivers are here: what each of them knows; null when something that it needs did not come. */
  signals(slot: number): ReceiverSignals {
    const { references } = this.#slots.get(slot) as OpenSlot;
    const { plan, onAir } = references.slot;
    const made = new Map<string, ReturnType<ReceiverSignals>>();
    return (receiver) => {
      const needed = this.#needed(plan, onAir, receiver);
      const key = needed.join();
      const known = made.get(key);
      if (known !== undefined) return known;
      const blocks = references.state(needed) === 'complete' ? references.blocks(needed) : null;
      made.set(key, blocks);
      return blocks;
    };
  }

  close(slot: number): void {
    this.#slots.delete(slot);
  }

  #needed(plan: SlotPlan, onAir: readonly number[], receiver: number): readonly number[] {
    const inspections = plan.inspections.filter(({ receive }) => receive.includes(receiver));
    return neededReferences(this.#deployment, receiver, inspections, onAir);
  }

  #settled(slot: OpenSlot): void {
    if (this.handsDown) this.#handDown(slot);
    else slot.window.release();
  }

  #handDown({ references, window, waiting }: OpenSlot): void {
    for (const [receiver, needed] of waiting) {
      const state = references.state(needed);
      if (state === 'waiting') continue;
      waiting.delete(receiver);
      const lost = this.#losses.isReferenceDownLost(references.slot.plan.slot, receiver);
      const sent = state === 'complete' && this.#hub.sendReference(receiver, { ...references.together(needed), lost });
      if (!sent || lost) window.abandon(receiver);
    }
  }
}
