import { deployNetwork, planSlot } from '@vedetta/deployment';
import { createReceiverBank } from '@vedetta/detection';
import { createComplexMatrix, drawKey, fillComplexNormal } from '@vedetta/numerics';
import { readNetwork } from '@vedetta/scenario';
import { expect, it } from 'vitest';
import { createCentralReceiver, type Signals } from './central-receiver.ts';
import { SlotWindow } from './slot-window.ts';

const { network } = await readNetwork('small');
const deployment = deployNetwork(network);
const { antennaCount } = network.accessPoints;
const { sensingSamples } = network.block;

function normal(purpose: string, rows: number, columns: number, address = 0) {
  const out = createComplexMatrix(rows, columns);
  fillComplexNormal(drawKey(3, purpose), address, 0, 0, out);
  return out;
}

const signals: Signals = {
  blocks: deployment.transmitAccessPoints.map((accessPoint) => ({
    accessPoint,
    samples: normal('signal', sensingSamples, antennaCount, accessPoint),
  })),
  situation: { power: [], symbols: [] },
};

/**
 * A closed window in which both receive APs of the one region sent samples; the first one's are scaled. With a variance they count as
 * rounded.
 */
function closed(slot: number, scale: number, variance: number | null = null) {
  const plan = planSlot(deployment, slot);
  const [{ receive }] = plan.inspections;
  const window = new SlotWindow(slot, plan.inspections, new Set(receive));
  const samples = receive.map((accessPoint) => {
    const observation = normal('received', antennaCount * sensingSamples, 1, accessPoint);
    if (accessPoint === receive[0]) observation.re.set(observation.re.map((x) => scale * x));
    const rounding = variance === null ? null : new Float64Array(observation.rows).fill(variance);
    const sent = { accessPoint, observation, rounding };
    window.accept(0, sent);
    return sent;
  });
  return { window, plan, samples };
}

it('samples that no antenna could have received are invalid, and neither the other reports nor later slots suffer', async () => {
  const central = createCentralReceiver(deployment);
  const [bad, good] = [closed(1, 1e200), closed(2, 1)];
  await Promise.all([bad, good].map(({ window, plan }) => central.evaluate(window, plan, () => () => signals)));
  expect(bad.window.records(0).map(({ fate }) => fate)).toEqual(['invalid', 'used']);
  expect(good.window.records(0).map(({ fate }) => fate)).toEqual(['used', 'used']);
  for (const { statistic, rank } of good.window.records(0)) {
    expect(Number.isFinite(statistic)).toBe(true);
    expect(rank).toBeGreaterThan(0);
  }
});

it('what rounding added to samples is counted as noise', async () => {
  const central = createCentralReceiver(deployment);
  const [exact, rounded] = [closed(1, 1), closed(1, 1, 1e3 * deployment.noiseVariance)];
  for (const { window, plan } of [exact, rounded]) await central.evaluate(window, plan, () => () => signals);
  const statistics = ({ window }: typeof exact) => window.used(0).map(({ statistic }) => statistic);
  const bank = createReceiverBank(deployment);
  bank.beginSlot(rounded.plan, signals.blocks, signals.situation);
  expect(statistics(rounded)).toEqual(
    rounded.samples.map(
      (samples) => bank.localStatistic(rounded.plan.inspections[0], { ...samples, slot: 1 }).statistic,
    ),
  );
  statistics(rounded).forEach((statistic, i) => {
    expect(statistic).toBeLessThan(statistics(exact)[i] / 100);
  });
});

it('samples whose signals are not all known are not used, and a slot that fails fails alone', async () => {
  const central = createCentralReceiver(deployment);
  const [unknown, failing, good] = [closed(1, 1), closed(2, 1), closed(3, 1)];
  const [first] = unknown.plan.inspections[0].receive;
  const evaluated = [
    central.evaluate(unknown.window, unknown.plan, () => (receiver) => (receiver === first ? null : signals)),
    central.evaluate(failing.window, failing.plan, () => {
      throw new Error('no signals');
    }),
    central.evaluate(good.window, good.plan, () => () => signals),
  ];
  expect((await Promise.allSettled(evaluated)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(unknown.window.records(0).map(({ fate }) => fate)).toEqual(['missing', 'used']);
  expect(good.window.records(0).map(({ fate }) => fate)).toEqual(['used', 'used']);
});
