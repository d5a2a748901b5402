import type { Deployment, OnAirSlot, SlotPlan } from '@vedetta/deployment';
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

  /** @param attached  APs to which a command was sent; one whose command is lost on its way needs no reference. */
  open(plan: SlotPlan, onAir: readonly number[], attached: ReadonlySet<number>, window: SlotWindow): void {
    const power = allocatePower(this.#deployment, plan, onAir);
    const references = new SlotReferences(this.#deployment, { plan, onAir, power });
    const waiting = new Map<number, readonly number[]>();
    const slot = { references, window, waiting };
    this.#slots.set(plan.slot, slot);
    if (!this.handsDown) window.hold(onAir.length);
    else {
      const receivers = plan.inspections
        .flatMap(({ receive }) => receive)
        .filter((ap) => attached.has(ap) && !this.#losses.isCommandLost(plan.slot, ap));
      for (const receiver of receivers) waiting.set(receiver, this.#needed(references.slot, receiver));
      this.#handDown(slot);
    }
  }

  /** What became of it, as of a report. One that cannot be used is as good as lost. */
  accept(accessPoint: number, reference: ReferenceMessage): ReturnType<SlotReferences['accept']> {
    const slot = this.#slots.get(reference.slot);
    if (slot === undefined) return 'unknown';
    const fate = slot.references.accept(accessPoint, reference);
    if (fate === 'used') this.#settled(slot);
    else if (fate === 'invalid') this.lose(reference.slot, accessPoint);
    return fate;
  }

  /** The window of a slot has closed: what comes from now on is late. */
  seal(slot: number): void {
    this.#slots.get(slot)?.references.seal();
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
    open.waiting.set(accessPoint, this.#needed(open.references.slot, accessPoint));
    this.#handDown(open);
  }

  /** Where the receivers are here: what each of them knows; null when something that it needs did not come. */
  signals(slot: number): ReceiverSignals {
    const { references } = this.#slots.get(slot) as OpenSlot;
    const made = new Map<string, ReturnType<ReceiverSignals>>();
    return (receiver) => {
      const needed = this.#needed(references.slot, receiver);
      const key = needed.join();
      const known = made.get(key);
      if (known !== undefined) return known;
      const signals = references.state(needed) === 'complete' ? references.signals(needed) : null;
      made.set(key, signals);
      return signals;
    };
  }

  close(slot: number): void {
    this.#slots.delete(slot);
  }

  #needed({ plan, power }: OnAirSlot, receiver: number): readonly number[] {
    const inspections = plan.inspections.filter(({ receive }) => receive.includes(receiver));
    const sending = power.filter(({ users, inspections }) => [...users, ...inspections].some(({ power }) => power > 0));
    const ids = sending.map(({ accessPoint }) => accessPoint);
    return neededReferences(this.#deployment, receiver, inspections, ids);
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
