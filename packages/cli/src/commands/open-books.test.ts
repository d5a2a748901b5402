import { spawn, spawnSync } from 'node:child_process';
import { deployNetwork } from '@vedetta/deployment';
import { evaluateCase, slotBook } from '@vedetta/evaluation';
import { presetScenario } from '@vedetta/scenario';
import { describe, expect, it } from 'vitest';

const vedetta = new URL('../../bin/vedetta.js', import.meta.url).pathname;
const script = new URL('./open-books.py', import.meta.url).pathname;

type Book = ReturnType<typeof slotBook>;
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const relative = (a: number, b: number) => Math.abs(a - b) / Math.abs(b);

async function run(args: readonly string[], input = ''): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [vedetta, ...args], { stdio: 'pipe' });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code: code ?? -1, stdout, stderr })));
}

describe.each(['baseline', 'demo'] as const)('open books of %s', (preset) => {
  const scenario = presetScenario(preset);
  const { receiveAccessPoints } = deployNetwork(scenario.network);

  it('evaluate on a printed case returns the printed statistic to 10⁻¹², its rank and its threshold', async () => {
    let seen = 0;
    for (const [i, accessPoint] of receiveAccessPoints.slice(0, 4).entries()) {
      const book = throughJson(slotBook(scenario, { slot: 3 + i, accessPoint, seed: 7 }));
      for (const { case: printed, statistic, rank, threshold } of book.inspections) {
        const outcome = await evaluateCase(printed);
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
        expect(relative(outcome.result.statistic as number, statistic)).toBeLessThan(1e-12);
        expect(outcome.result).toMatchObject({ rank, threshold, detected: statistic > (threshold ?? Infinity) });
        seen++;
      }
    }
    expect(seen).toBeGreaterThanOrEqual(3);
  });

  it('NumPy computes the printed statistic of the command line again to 10⁻⁹', async (test) => {
    const accessPoint = receiveAccessPoints[0];
    const command = ['slot', '12', '--ap', String(accessPoint), '--preset', preset, '--seed', '7', '--json'];
    const { code, stdout, stderr } = await run(command);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const book: Book = JSON.parse(stdout);
    expect(book).toEqual(throughJson(slotBook(scenario, { slot: 12, accessPoint, seed: 7 })));
    const [{ case: printed, statistic, rank }] = book.inspections;

    const {
      status,
      stdout: answer,
      stderr: complaint,
    } = spawnSync('python3', [script], { input: JSON.stringify(printed) });
    const noNumpy = status !== 0 && (complaint === null || /No module named 'numpy'/.test(String(complaint)));
    if (noNumpy) test.skip('python3 with NumPy is not there: the printed case is not computed again by it');
    expect(String(complaint)).toBe('');
    const recomputed = JSON.parse(String(answer));
    expect(recomputed.rank).toBe(rank);
    expect(relative(recomputed.statistic, statistic)).toBeLessThan(1e-9);
  });
});

describe('vedetta slot and evaluate', () => {
  it('work as a pipe, and truth is printed only when asked for', async () => {
    const { receiveAccessPoints } = deployNetwork(presetScenario('small').network);
    const slot = ['slot', '0', '--ap', String(receiveAccessPoints[0]), '--preset', 'small', '--json'];
    const [closed, open] = await Promise.all([run(slot), run([...slot, '--truth'])]);
    const book: Book = JSON.parse(closed.stdout);
    expect(book).not.toHaveProperty('truth');
    expect(JSON.parse(open.stdout).truth.targets).toHaveLength(1);
    const [{ case: printed, statistic, rank, threshold }] = book.inspections;
    const { code, stdout, stderr } = await run(['evaluate', '-'], JSON.stringify(printed));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const result = JSON.parse(stdout);
    expect(relative(result.statistic, statistic)).toBeLessThan(1e-12);
    expect(result).toMatchObject({ rank, threshold });
  });

  it.each([
    ['not json', /standard input is not JSON/],
    ['{"kind": "glrt", "echo": 3, "colour": 1}', /^\$\.echo: .*\n/m],
    ['[]', /^\$: must be an object/],
  ])('evaluate refuses %s with its path, on standard error alone', async (input, message) => {
    const { code, stdout, stderr } = await run(['evaluate', '-'], input);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([
    [['slot', '0', '--ap', '99', '--preset', 'small'], /no access point 99; receive access points are/],
    [['slot', '0', '--ap', '0'], /--data <folder>.*--preset <scenario>/],
    [['slot', '0', '--ap', '0', '--data', 'nowhere-at-all'], /holds no network's data/],
    [['slot', '-1', '--ap', '0', '--preset', 'small'], /./],
    [['evaluate', 'no-such-file.json'], /no-such-file\.json cannot be read/],
  ])('%j is refused with one clear line', async (args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
