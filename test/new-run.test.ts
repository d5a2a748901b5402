import { expect, test } from 'vitest';
import { eventually, getJson, run, scenarioFile, startLive, temporaryFolder } from './support/network.ts';

const scenario = scenarioFile('quick');

test('a run that is started in place of an unfinished one does not wait for it', { timeout: 120_000 }, async () => {
  await using folder = await temporaryFolder();
  const options = ['--pace', 'fast', '--data', folder.path, '--evaluate', 'off'];
  const live = await startLive([scenario, '--seed', '11', ...options]);
  await eventually('a slot is decided', 30_000, async () => {
    const { items } = await getJson<{ items: { decidedSlots: number }[] }>(`${live.url}/v1/runs`);
    return items[0].decidedSlots > 0 ? true : null;
  });
  live.child.kill('SIGINT');
  expect((await live.finished).code).toBe(0);
  const again = ['--new', '--seed', '12', '--slots', '16', '--port', '0'];
  const { code, stdout } = await run(['up', scenario, ...again, ...options]);
  expect(code, stdout).toBe(0);
  expect(stdout).toContain('run 2 completed (seed 12');
});
