import { expect, test } from 'vitest';
import { type Air, createAir, sumParts } from './create-air.ts';
import { emptyWorld, onAirSlot, smallDeployment, smallNetwork, smallWorld } from './test-air.ts';

const deployment = smallDeployment();
const world = smallWorld();
const [receiver] = deployment.receiveAccessPoints;

function received(air: Air, slot: number, onAir = deployment.transmitAccessPoints) {
  const situation = onAirSlot(deployment, slot, onAir);
  return air.receive(situation, air.transmitBlocks(situation), receiver);
}

test('slots in any order, twice, or in another process give the same bits', () => {
  const one = createAir(deployment, world, 7);
  const forward = [0, 1, 2, 3].map((slot) => received(one, slot));
  const other = createAir(smallDeployment(), smallWorld(), 7);
  for (const slot of [3, 1, 1, 2, 0]) expect(received(other, slot)).toEqual(forward[slot]);
});

test('the order of blocks and of the on-air list changes no bit', () => {
  const air = createAir(deployment, world, 7);
  const ids = deployment.transmitAccessPoints;
  const situation = onAirSlot(deployment, 5);
  const shuffled = onAirSlot(deployment, 5, [...ids].reverse());
  const blocks = air.transmitBlocks(situation);
  expect(air.transmitBlocks(shuffled)).toEqual(blocks);
  expect(blocks.map(({ accessPoint }) => accessPoint)).toEqual(ids);
  const y = air.receive(situation, blocks, receiver);
  expect(air.receive(shuffled, [...blocks].reverse(), receiver)).toEqual(y);
});

test('y is (echo + clutter) + noise, bit for bit', () => {
  const air = createAir(deployment, world, 7);
  const situation = onAirSlot(deployment, 9);
  const blocks = air.transmitBlocks(situation);
  const parts = air.receiveParts(situation, blocks, receiver);
  const y = air.receive(situation, blocks, receiver);
  expect(sumParts(parts)).toEqual(y);
  for (let e = 0; e < y.re.length; e++) {
    expect(y.re[e]).toBe(parts.echo.re[e] + parts.clutter.re[e] + parts.noise.re[e]);
    expect(y.im[e]).toBe(parts.echo.im[e] + parts.clutter.im[e] + parts.noise.im[e]);
  }
});

test('results are new memory: a later slot does not change an earlier one', () => {
  const air = createAir(deployment, world, 7);
  const situation = onAirSlot(deployment, 1);
  const blocks = air.transmitBlocks(situation);
  const y = air.receive(situation, blocks, receiver);
  const kept = structuredClone({ blocks, y });
  received(air, 2);
  expect({ blocks, y }).toEqual(kept);
});

test('another seed or slot draws everything anew', () => {
  const y = received(createAir(deployment, world, 7), 4);
  expect(received(createAir(deployment, world, 8), 4).re).not.toEqual(y.re);
  expect(received(createAir(deployment, world, 7), 5).re).not.toEqual(y.re);
});

test('an AP that leaves the air takes its own block and clutter along and changes nothing else', () => {
  const air = createAir(deployment, world, 7);
  const ids = deployment.transmitAccessPoints;
  const all = onAirSlot(deployment, 6);
  const fewer = onAirSlot(deployment, 6, ids.slice(1));
  const blocks = air.transmitBlocks(all);
  expect(air.transmitBlocks(fewer)).toEqual(blocks.slice(1));
  const whole = air.receiveParts(all, blocks, receiver);
  const rest = air.receiveParts(fewer, blocks.slice(1), receiver);
  const gone = air.receiveParts(onAirSlot(deployment, 6, ids.slice(0, 1)), blocks.slice(0, 1), receiver);
  expect(rest.targets).toEqual(whole.targets);
  expect(rest.noise).toEqual(whole.noise);
  for (const part of ['clutter', 'echo'] as const) {
    const largest = Math.max(...whole[part].re.map(Math.abs));
    for (let e = 0; e < whole[part].re.length; e++) {
      expect(Math.abs(whole[part].re[e] - rest[part].re[e] - gone[part].re[e])).toBeLessThan(1e-13 * largest);
    }
  }
});

test('another target leaves the echoes of the first ones as they were', () => {
  const situation = onAirSlot(deployment, 6);
  const targets = world.targets.slice(0, 2);
  const air = createAir(deployment, world, 7);
  const blocks = air.transmitBlocks(situation);
  const three = air.receiveParts(situation, blocks, receiver);
  const two = createAir(deployment, { ...world, targets }, 7).receiveParts(situation, blocks, receiver);
  expect(two.targets).toEqual(three.targets.slice(0, 2));
  expect(two.clutter).toEqual(three.clutter);
});

test('without targets and clutter y is the noise alone: no line-of-sight part is ever synthesised', () => {
  const quiet = smallDeployment({ propagation: { clutterScale: 0 } });
  const air = createAir(quiet, emptyWorld, 7);
  const situation = onAirSlot(quiet, 0);
  const blocks = air.transmitBlocks(situation);
  const [m] = quiet.receiveAccessPoints;
  const parts = air.receiveParts(situation, blocks, m);
  expect(parts.targets).toEqual([]);
  expect(parts.clutter.re.every((value) => value === 0)).toBe(true);
  expect(air.receive(situation, blocks, m)).toEqual(parts.noise);
});

test('what no antenna could do is refused with a code', () => {
  const air = createAir(deployment, world, 7);
  const situation = onAirSlot(deployment, 0);
  const blocks = air.transmitBlocks(situation);
  const code = (expected: string) => expect.objectContaining({ code: expected });
  expect(() => air.receive(situation, blocks, blocks[0].accessPoint)).toThrow(code('NOT_A_RECEIVE_ACCESS_POINT'));
  expect(() => air.receive(situation, blocks, 99)).toThrow(code('NOT_A_RECEIVE_ACCESS_POINT'));
  expect(() => air.receive(situation, [blocks[0], blocks[0]], receiver)).toThrow(code('DUPLICATE_BLOCK'));
  const own = { ...blocks[0], accessPoint: receiver };
  expect(() => air.receive(situation, [own], receiver)).toThrow(code('NOT_A_TRANSMIT_ACCESS_POINT'));
  const short = createAir(smallDeployment({ block: { sensingSamples: 8 } }), world, 7).transmitBlocks(situation);
  expect(() => air.receive(situation, short, receiver)).toThrow(code('BLOCK_SHAPE'));
  const power = (entry: object) => ({ ...situation, power: [{ ...situation.power[0], ...entry }] });
  const stranger = smallNetwork().users.count;
  expect(() => air.transmitBlocks(power({ users: [{ user: stranger, power: 1 }] }))).toThrow(code('USER_NOT_SERVED'));
  const unplanned = power({ inspections: [{ inspection: 9, power: 1 }] });
  expect(() => air.transmitBlocks(unplanned)).toThrow(code('INSPECTION_NOT_PLANNED'));
});
