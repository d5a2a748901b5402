import { execFileSync } from 'node:child_process';
import type { Page, StoredDecision } from '@vedetta/store';
import { describe, expect, test } from 'vitest';
import { eventually, getJson, run, scenarioFile, startLive, temporaryFolder } from './support/network.ts';
import { readRun } from './support/stored.ts';

/** Process ids of the AP processes below a control plane. */
function apProcesses(parent: number): number[] {
  return execFileSync('pgrep', ['-P', String(parent)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number);
}

const decisions = (url: string, query: string) => getJson<Page<StoredDecision>>(`${url}/v1/decisions?${query}`);

describe('faults', () => {
  test(
    'an AP process killed with −9: decisions go on with fewer reports, its APs are used again within 5 s, the stored sets replay',
    { timeout: 90_000 },
    async () => {
      await using folder = await temporaryFolder();
      const live = await startLive([
        scenarioFile('quiet'),
        '--seed',
        '3',
        '--pace',
        '4',
        '--data',
        folder.path,
        '--ap-processes',
        '2',
      ]);
      await eventually('all reports are used', 30_000, async () => {
        const { items } = await decisions(live.url, 'order=newest&limit=8');
        return items.length === 8 && items.every((decision) => decision.reportsUsed === 2) ? true : null;
      });
      const [victim] = apProcesses(live.child.pid as number);
      const killedAt = performance.now();
      process.kill(victim, 'SIGKILL');
      const fewer = await eventually('a decision with fewer reports', 5_000, async () => {
        const { items } = await decisions(live.url, 'order=newest&limit=64');
        return items.find((decision) => decision.missing.length > 0) ?? null;
      });
      expect(fewer.reportsUsed).toBeLessThan(fewer.reportsExpected);
      const back = await eventually('all reports are used again', 10_000, async () => {
        const { items } = await decisions(live.url, 'order=newest&limit=8');
        return items.every((decision) => decision.slot > fewer.slot && decision.reportsUsed === 2)
          ? performance.now()
          : null;
      });
      expect(back - killedAt).toBeLessThan(5_000);
      live.child.kill('SIGINT');
      const { code, stdout } = await live.finished;
      expect(code, stdout).toBe(0);

      const { run: stored, lines } = await readRun(folder.path);
      const observed = lines.filter((line) => !line.includes('unobserved'));
      const alarms = observed.filter((line) => line.includes('targetPresent')).length;
      const expected = observed.length * stored.falseAlarmProbability;
      expect(Math.abs(alarms - expected)).toBeLessThan(4 * Math.sqrt(expected * (1 - stored.falseAlarmProbability)));
      expect(new Set(lines.map((line) => line.split(' ').slice(0, 2).join('/'))).size).toBe(lines.length);
      const replayed = await run(['replay', '--data', folder.path, '--run', '1', '--json']);
      expect(replayed.stderr).toBe('');
      expect(JSON.parse(replayed.stdout), replayed.stdout).toMatchObject({
        run: 1,
        decisions: lines.length,
        different: 0,
      });
    },
  );

  test(
    'the control plane killed with −9 and started again: no slot lost, none decided twice, decisions of an undisturbed run',
    { timeout: 120_000 },
    async () => {
      await using disturbed = await temporaryFolder();
      await using undisturbed = await temporaryFolder();
      const common = [
        'up',
        scenarioFile('quick'),
        '--seed',
        '5',
        '--slots',
        '400',
        '--pace',
        'fast',
        '--evaluate',
        'off',
        '--port',
        '0',
      ];
      expect((await run([...common, '--data', undisturbed.path])).code).toBe(0);
      for (let kill = 0, decided = 0; kill < 2; kill++) {
        const live = await startLive([...common.slice(1, -2), '--data', disturbed.path]);
        decided = await eventually('it goes on', 30_000, async () => {
          const { items } = await getJson<{ items: { decidedSlots: number }[] }>(`${live.url}/v1/runs`);
          return items[0].decidedSlots > decided + 16 ? items[0].decidedSlots : null;
        });
        const children = apProcesses(live.child.pid as number);
        live.child.kill('SIGKILL');
        await live.finished;
        await eventually('its AP processes go with it', 5_000, () => (children.every(isGone) ? true : null));
      }
      const last = await run([...common, '--data', disturbed.path]);
      expect(last.stderr).toBe('');
      expect(last.code).toBe(0);
      const reference = await readRun(undisturbed.path);
      const again = await readRun(disturbed.path);
      expect(reference.lines.length).toBe(400 * 4);
      expect(again.lines).toEqual(reference.lines);
    },
  );

  test(
    'Ctrl-C at pace fast: nothing is decided after the summary, nothing that was stored lacks a report, and it resumes',
    {
      timeout: 60_000,
    },
    async () => {
      await using folder = await temporaryFolder();
      const live = await startLive([scenarioFile('quick'), '--seed', '6', '--pace', 'fast', '--data', folder.path]);
      await eventually('it goes on', 30_000, async () => {
        const { items } = await getJson<{ items: { decidedSlots: number }[] }>(`${live.url}/v1/runs`);
        return items[0].decidedSlots > 40 ? true : null;
      });
      const children = apProcesses(live.child.pid as number);
      live.child.kill('SIGINT');
      const { code, stdout } = await live.finished;
      expect(code).toBe(0);
      expect(children.every(isGone)).toBe(true);
      const { run: stored, lines } = await readRun(folder.path);
      expect(Number(/slots +(\d+)/.exec(stdout.slice(stdout.indexOf('interrupted')))?.[1])).toBe(stored.decidedSlots);
      expect(lines.filter((line) => line.includes('missing') || line.includes('late'))).toEqual([]);
      const replayed = await run(['replay', '--data', folder.path, '--json']);
      expect(JSON.parse(replayed.stdout)).toMatchObject({ different: 0, absent: { slots: 0, decisions: 0 } });
    },
  );
});

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}
