import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runExperiment, silentProgress } from '@vedetta/experiments';
import { experiments } from '@vedetta/experiments/test-networks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually, start } from './support/network.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'vedetta-test-'));
});
afterAll(() => rm(root, { recursive: true, force: true, maxRetries: 5 }));

async function run(name: string) {
  const experiment = experiments.find((one) => one.name === `tiny-${name}`);
  if (experiment === undefined) throw new Error(`no ${name}`);
  const outcome = await runExperiment({
    experiment,
    registry: import.meta.resolve('@vedetta/experiments/test-networks'),
    size: 'quick',
    seed: 3,
    version: 'test',
    workers: undefined,
    folder: join(root, name),
    startNew: false,
    signal: new AbortController().signal,
    progress: silentProgress,
  });
  if (outcome.stopped) throw new Error('stopped');
  return outcome.result;
}

describe('an experiment on real networks', { timeout: 180_000 }, () => {
  test('loss: lost and late reports are counted, and what is decided without them keeps its law', async () => {
    const { rows, verdicts, machine } = await run('loss');
    expect(machine?.node).toBe(process.versions.node);
    const [lost, late] = rows;
    expect(lost).toMatchObject({
      cause: 'lost',
      receivePerRegion: 2,
      slots: 32,
      reportsExpected: 256,
      targetInspections: 16,
    });
    expect(Number(lost.unusedShare)).toBeGreaterThan(0.3);
    expect(Number(lost.unusedShare)).toBeLessThan(0.7);
    expect(Number(late.reportsLate)).toBeGreaterThan(0);
    expect(verdicts.map(({ holds }) => holds)).toEqual([true, true, true]);
  });

  test('scaling: what a slot costs links, access points and control plane', async () => {
    const [row] = (await run('scaling')).rows;
    // One report a slot: at most 24 bytes of payload, and 45 on the wire.
    expect(Number(row.reportPayloadBytes)).toBeGreaterThan(10);
    expect(Number(row.reportPayloadBytes)).toBeLessThanOrEqual(24);
    expect(Number(row.receiveUpBytes)).toBeLessThanOrEqual(45);
    // References: what receivers know has travelled.
    expect(Number(row.transmitUpBytes)).toBeGreaterThan(0);
    for (const cost of ['receiverCpuMs', 'airCpuMs', 'apCpuMs', 'controlPlaneCpuMs', 'megabytesPerAp'])
      expect(Number(row[cost]), cost).toBeGreaterThan(0);
  });

  test('quantisation: lossless samples change nothing, and rounding is what theory says', async () => {
    const { rows, verdicts } = await run('quantisation');
    expect(rows.map(({ mantissaBits }) => mantissaBits)).toEqual([12, 14, null]);
    expect(verdicts.slice(0, 2).map(({ holds }) => holds)).toEqual([true, true]);
    // False alarms at every number of bits, and detections by their exact law.
    expect(verdicts.slice(3, 5).map(({ holds }) => holds)).toEqual([true, true]);
    const [twelve, fourteen, lossless] = rows.map((row) => Number(row.statisticDifference));
    expect(lossless).toBe(0);
    expect(fourteen).toBeGreaterThan(0);
    expect(fourteen).toBeLessThan(twelve / 2);
  });

  test('references: signals that travel cost what they are made of, and assumed ones nothing', async () => {
    const { rows, verdicts } = await run('references');
    const [assumed, explicit] = rows;
    expect(assumed.transmitUpBytes).toBe(0);
    expect(Number(explicit.receiveDownBytes)).toBeGreaterThan(3 * Number(assumed.receiveDownBytes));
    expect(verdicts.map(({ holds }) => holds)).toEqual([true, true]);
  });

  test('saturation: a link that is too slow loses reports, and no false-alarm rate', async () => {
    const { rows, verdicts } = await run('saturation');
    const [slow, quick] = rows;
    expect(Number(slow.inTimeShare)).toBeLessThan(Number(quick.inTimeShare));
    expect(Number(slow.withheldShare) + Number(slow.lateShare)).toBeGreaterThan(0.3);
    expect(verdicts[0].holds).toBe(true);
  });

  test('Ctrl-C closes the network and says how to go on', async () => {
    const folder = join(root, 'stopped');
    const started = start(['experiment', 'loss', '--out', folder]);
    let said = '';
    started.child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk;
    });
    await eventually('the first network starts', 60_000, () => (said.includes('now M_rx 1') ? true : null));
    started.child.kill('SIGINT');
    const { code, stderr } = await started.finished;
    expect(stderr).toMatch(/stopped: \d+ of 16 units are kept in .*stopped; the same command goes on from there/);
    expect(code).toBe(130);
    expect(await readFile(join(folder, 'loss.csv'), 'utf8').catch(() => null)).toBeNull();
  });
});

test('without a name the experiments are listed; one that there is not is told so', async () => {
  const { stdout } = await start(['experiment']).finished;
  expect(stdout).toContain('loss: Lost and late reports');
  const unknown = await start(['experiment', 'nope']).finished;
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toMatch(/^vedetta: there is no experiment 'nope'; there are .*loss.*\n$/);
});
