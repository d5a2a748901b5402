import type { Page, Run, StoredDecision } from '@vedetta/store';
import { expect, test } from 'vitest';
import { eventually, getJson, run, scenarioFile, startLive, temporaryFolder } from './support/network.ts';

/** Three loud targets that are there, and, the last one, an estimate of nothing. */
const following = scenarioFile('following');
const nothing = { region: 3, position: [120, 130, 50] };
const falseAlarmProbability = 0.05;
const slots = 250;
const seed = 31;

interface Rate {
  readonly evaluated: number;
  readonly alarms: number;
  readonly exactAlarmRate: number;
}
interface Performance {
  readonly calibration: { readonly withTarget: Rate; readonly withoutTarget: Rate };
}

test(
  'a live network that follows targets alarms at an estimate of nothing with its P_FA, beside whatever the others echo; the same seed decides the same, bit for bit, and replays',
  { timeout: 480_000 },
  async () => {
    await using folder = await temporaryFolder();
    const live = await startLive([
      following,
      ...['--seed', `${seed}`, '--pace', 'fast', '--evaluate', 'all', '--jitter-ms', '25', '--data', folder.path],
    ]);
    using _stopped = { [Symbol.dispose]: () => live.child.kill('SIGKILL') };
    const get = <T>(path: string) => getJson<T>(`${live.url}/v1/${path}`);
    const post = (path: string, body: object) =>
      fetch(`${live.url}/v1/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });

    const { withTarget, withoutTarget } = await eventually(`${slots} slots beside the truth`, 240_000, async () => {
      const { calibration } = await get<Performance>('performance?run=1');
      return calibration.withoutTarget.evaluated >= slots ? calibration : null;
    });
    expect((await post('runs/1/stop', {})).status).toBe(200);
    // 22 dB above the demo's targets: none is missed.
    expect(withTarget.alarms).toBe(withTarget.evaluated);
    expect(withTarget.evaluated).toBe(3 * withoutTarget.evaluated);
    expect(Math.abs(withoutTarget.exactAlarmRate / falseAlarmProbability - 1)).toBeLessThan(1e-6);
    const { evaluated, alarms } = withoutTarget;
    const sigma = Math.sqrt(evaluated * falseAlarmProbability * (1 - falseAlarmProbability));
    expect(Math.abs(alarms - evaluated * falseAlarmProbability)).toBeLessThan(4 * sigma);

    const targets = await get<Page<{ id: number; estimate: number[]; receive: number[] }>>('targets');
    expect(targets.items.map(({ id }) => id)).toEqual([0, 1, 2, 3]);
    expect(targets.items[nothing.region].estimate).toEqual(nothing.position);
    const detail = await get<{ reports: { accessPoint: number }[] }>(`decisions/1/0/${nothing.region}`);
    expect(detail.reports.map(({ accessPoint }) => accessPoint)).toEqual(targets.items[nothing.region].receive);
    expect((await get<Page<unknown>>('decisions?phase=detection')).items).toEqual([]);
    expect((await get<Page<unknown>>('regions')).items).toEqual([]);

    expect((await post('runs', { seed, slots, pace: 'fast' })).status).toBe(201);
    await eventually('the second run is completed', 120_000, async () =>
      (await get<Run>('runs/2')).status === 'completed' ? true : null,
    );
    const decided = async (id: number) => {
      const query = `run=${id}&phase=tracking&order=oldest&limit=1000&toSlot=${slots - 1}`;
      const { items } = await get<Page<StoredDecision>>(`decisions?${query}`);
      return items.map(({ run: _, decidedAt: __, ...decision }) => decision);
    };
    const [first, second] = [await decided(1), await decided(2)];
    expect(first).toHaveLength(4 * slots);
    expect(first[nothing.region]).toMatchObject({
      slot: 0,
      inspection: 3,
      phase: 'tracking',
      reportsUsed: 2,
      ...nothing,
    });
    expect(second).toEqual(first);

    live.child.kill('SIGINT');
    const { code, stdout } = await live.finished;
    expect(code, stdout).toBe(0);
    expect(stdout).toContain('4 targets to follow');
    const replay = await run(['replay', '--data', folder.path, '--run', '2']);
    expect(replay.stdout).toContain(`${8 * slots} local statistics computed again, 0 different`);
  },
);
