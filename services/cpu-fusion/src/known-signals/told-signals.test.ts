import { type Deployment, deployNetwork, type OnAirSlot, planSlot } from '@vedetta/deployment';
import { blocksOf, decodeUp, encodeReferenceUp, type ReferenceMessage, referenceOf } from '@vedetta/fronthaul';
import { allocatePower } from '@vedetta/power';
import { parseNetwork } from '@vedetta/scenario';
import { createTransmitSide } from '@vedetta/transmission';
import { describe, expect, it } from 'vitest';
import { SlotReferences } from '../slot-references.ts';

const section = {
  areaSideMetres: 300,
  accessPoints: { count: 12, antennaCount: 3, axis: 'random' },
  users: { count: 6, servingAccessPoints: 3 },
  block: { coherenceSamples: 30, sensingSamples: 29 },
  sensing: { regions: 4, transmitPerRegion: 3 },
};

interface Told {
  readonly deployment: Deployment;
  readonly slot: OnAirSlot;
  readonly references: ReadonlyMap<number, ReferenceMessage>;
  readonly blocks: ReturnType<ReturnType<typeof createTransmitSide>['transmitBlocks']>;
}

/** What every transmit AP of a slot sends up, through the codec, beside what it sends on the air. */
function tell(
  changes: { modulation?: string; referenceBits?: number; sensingBeams?: boolean; sensing?: object } = {},
): Told {
  const { modulation = 'qpsk', referenceBits = 16, sensingBeams = true, sensing } = changes;
  const network = parseNetwork({
    ...section,
    block: { ...section.block, modulation },
    power: { sensingBeams },
    sensing: { ...section.sensing, ...sensing },
    fronthaul: { references: 'explicit', referenceBits },
  });
  const deployment = deployNetwork(network);
  const plan = planSlot(deployment, 5);
  const onAir = deployment.transmitAccessPoints;
  const slot = { plan, onAir, power: allocatePower(deployment, plan, onAir) };
  const side = createTransmitSide(deployment, 9);
  const references = new Map(
    onAir.map((ap) => {
      const message = decodeUp(encodeReferenceUp(referenceOf(5, side.streams(slot, ap), deployment)));
      if (!message.ok || message.value.kind !== 'reference') throw new Error('not a reference');
      return [ap, message.value.reference];
    }),
  );
  return { deployment, slot, references, blocks: side.transmitBlocks(slot) };
}

function collected({ deployment, slot, references }: Told, ids: readonly number[]): SlotReferences {
  const all = new SlotReferences(deployment, slot);
  for (const id of ids) expect(all.accept(id, references.get(id) as ReferenceMessage)).toBe('used');
  return all;
}

describe('signals that access points tell', () => {
  it.each([
    { modulation: 'qpsk' },
    { modulation: 'gaussian' },
    { modulation: 'gaussian', referenceBits: 7 },
    { sensingBeams: false },
    { sensing: { phase: 'tracking', targetEstimatesMetres: [[50, 60, 40]], angleErrorDeg: 3 } },
  ])('%j: are the blocks on air, bit for bit', (changes) => {
    const told = tell(changes);
    const ids = told.blocks.map(({ accessPoint }) => accessPoint);
    expect(collected(told, told.slot.onAir).signals(ids).blocks).toEqual(told.blocks);
  });

  it('are told in few bytes: 2 bits a QPSK symbol, one seed for the sensing beams', () => {
    const { references, deployment, slot } = tell();
    for (const [ap, { symbols, transmitters }] of references) {
      const users = deployment.usersOf[ap].length;
      // 29 symbols of 2 bits; 3 weights of 2 × 16 bits and an exponent.
      expect(symbols).toHaveLength(8 * users);
      expect(transmitters[0].precoders).toHaveLength(13 * users);
      const sensing = slot.plan.inspections.some(({ transmit }) => transmit.includes(ap));
      expect(transmitters[0].sensingSeed).toHaveLength(sensing ? 8 : 0);
    }
  });

  it('are handed on for those that a receiver needs, every UE once, and are the blocks of these', () => {
    const told = tell();
    const needed = told.slot.onAir.slice(1, 4);
    const reference = collected(told, needed).together(needed);
    const heard = new Set(needed.flatMap((ap) => told.deployment.usersOf[ap]));
    expect(reference.symbols).toHaveLength(8 * heard.size);
    expect(blocksOf(reference, told.deployment, told.slot)).toEqual(
      told.blocks.filter(({ accessPoint }) => needed.includes(accessPoint)),
    );
  });

  it('count once, from APs on air, in their own size; one that will not come is lost for those who need it', () => {
    const told = tell();
    const [first, second, third] = told.slot.onAir;
    const all = collected(told, [first]);
    const of = (ap: number) => told.references.get(ap) as ReferenceMessage;
    expect(all.accept(first, of(first))).toBe('duplicate');
    expect(all.accept(told.deployment.receiveAccessPoints[0], of(first))).toBe('unknown');
    expect(all.accept(second, { ...of(second), symbols: of(second).symbols.subarray(1) })).toBe('invalid');
    expect([all.state([first]), all.state([first, second]), all.state([])]).toEqual([
      'complete',
      'waiting',
      'complete',
    ]);
    // Every AP is settled once, whatever comes after: its window was held once.
    expect([all.lose(first), all.lose(second), all.lose(second)]).toEqual([false, true, false]);
    expect(all.accept(second, of(second))).toBe('duplicate');
    expect([all.state([first]), all.state([first, second]), all.state([third])]).toEqual([
      'complete',
      'lost',
      'waiting',
    ]);
    all.seal();
    expect(all.accept(third, of(third))).toBe('late');
    expect(all.state([third])).toBe('waiting');
  });
});
