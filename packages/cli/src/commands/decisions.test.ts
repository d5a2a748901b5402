import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createGateway, type ListeningGateway } from '@vedetta/gateway';
import { type FilledStore, fillStore } from '@vedetta/gateway/testing';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeFailure } from '../exit.ts';
import { type DecisionsOptions, printDecisions, registerDecisions } from './decisions.ts';

let filled: FilledStore;
let gateway: ListeningGateway;
let url: string;

beforeAll(async () => {
  filled = await fillStore(150);
  gateway = await createGateway({ ...filled.gatewayOptions(), port: 0 });
  url = `http://127.0.0.1:${gateway.port}`;
});

afterAll(async () => {
  await gateway?.close();
  await filled?.close();
});

/** What the command prints, and what it says beside it. */
async function ask(options: Partial<DecisionsOptions> = {}, key?: string) {
  const [output, notes] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all([text(output), text(notes)]);
  await printDecisions(key, { url, ...options }, output, notes);
  output.end();
  notes.end();
  return texts;
}

const committed = () => filled.frames.flatMap(({ decisions }) => decisions);
const failure = (options: Partial<DecisionsOptions>, key?: string) =>
  ask(options, key).then(
    () => expect.unreachable(),
    (error: unknown) => describeFailure(error),
  );

describe('vedetta decisions', () => {
  it('prints a table without colours where there is no terminal, and says how to go on', async () => {
    const [table, notes] = await ask({ limit: 3 });
    const lines = table.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^run +slot +insp +region +cell +x y z \(m\) +outcome +statistic/);
    expect(table).not.toContain('\x1b');
    expect(notes).toMatch(/^more: --cursor [\w-]+, or --all\n$/);
  });

  it('colours outcomes on a terminal', async () => {
    const output = Object.assign(new PassThrough(), { isTTY: true, hasColors: () => true, getColorDepth: () => 8 });
    const printed = text(output);
    await printDecisions(undefined, { url, limit: 50 }, output, new PassThrough());
    output.end();
    expect((await printed).includes('\x1b[')).toBe(!process.env.NO_COLOR);
  });

  it('with --all pages through everything, in JSON and in CSV alike', async () => {
    const [json, notes] = await ask({ all: true, order: 'oldest', json: true });
    const { items, nextCursor } = JSON.parse(json);
    expect(items.length).toBeGreaterThan(1_000);
    expect(items.map(({ slot, inspection }: { slot: number; inspection: number }) => [slot, inspection])).toEqual(
      committed().map(({ slot, inspection }) => [slot, inspection.index]),
    );
    expect([nextCursor, notes]).toEqual([null, '']);
    const [csv] = await ask({ all: true, order: 'oldest', csv: true });
    const served = await fetch(`${url}/v1/decisions?order=oldest&limit=1000`, { headers: { accept: 'text/csv' } });
    expect(csv.startsWith(await served.text())).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(committed().length + 1);
  });

  it('takes every filter of the gateway, and the cursor of an earlier answer', async () => {
    const filter = {
      run: '1',
      region: '2',
      phase: 'detection',
      outcome: 'targetAbsent',
      fromSlot: '100',
      toSlot: '900',
    };
    const range = { since: '2020-01-01', until: '2100-01-01', maxPValue: '0.3', order: 'oldest', json: true };
    const wanted = committed().filter(
      ({ slot, inspection, outcome, pValue }) =>
        inspection.region === 2 && outcome === 'targetAbsent' && slot >= 100 && slot <= 900 && (pValue ?? 1) <= 0.3,
    );
    const first = JSON.parse((await ask({ ...filter, ...range, limit: 5 }))[0]);
    const rest = JSON.parse((await ask({ ...filter, ...range, cursor: first.nextCursor, limit: 100_000 }))[0]);
    const slots = [...first.items, ...rest.items].map(({ slot }: { slot: number }) => slot);
    expect(slots).toEqual(wanted.map(({ slot }) => slot));
  });

  it('shows one decision with every local statistic', async () => {
    const decision = committed().find(({ reports }) => reports.some(({ fate }) => fate === 'late'));
    const key = `1/${decision?.slot}/${decision?.inspection.index}`;
    const [shown] = await ask({}, key);
    for (const { accessPoint, fate, statistic } of decision?.reports ?? []) {
      expect(shown).toMatch(new RegExp(`^ *${accessPoint}  ${fate} +${statistic ?? '-'} `, 'm'));
    }
    expect(shown).not.toContain('truth');
    const detail = JSON.parse((await ask({ json: true }, key))[0]);
    expect(detail.reports).toEqual(decision?.reports);
    expect(detail).not.toHaveProperty('evaluation');
    expect(JSON.parse((await ask({ json: true, truth: true }, key))[0])).toHaveProperty('evaluation');
  });

  it('with --follow prints the last ones, then every new one once, across a restart of the gateway', async () => {
    const stop = new AbortController();
    const [output, notes] = [new PassThrough(), new PassThrough()];
    let printed = '';
    output.on('data', (chunk) => {
      printed += chunk;
    });
    const before = committed().length;
    const lines = () => expect.poll(() => printed.split('\n').length - 1, { timeout: 20_000 });
    const following = printDecisions(
      undefined,
      { url, follow: true, json: true, limit: 4 },
      output,
      notes,
      stop.signal,
    );
    await lines().toBe(4);
    await filled.commitFrames(2);
    await lines().toBe(committed().length - before + 4);
    await gateway.close();
    await filled.commitFrames(1);
    gateway = await createGateway({ ...filled.gatewayOptions(), port: gateway.port });
    await lines().toBe(committed().length - before + 4);
    await filled.commitFrames(1);
    await lines().toBe(committed().length - before + 4);
    stop.abort();
    await following;
    const shown = printed
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(shown.map(({ slot, inspection }) => [slot, inspection])).toEqual(
      committed()
        .slice(before - 4)
        .map(({ slot, inspection }) => [slot, inspection.index]),
    );
    expect(String(notes.read())).toBe('the network went away; waiting for it\n');
  });
});

describe('vedetta decisions of a network that follows targets', () => {
  let following: FilledStore;
  let asked: ListeningGateway;

  beforeAll(async () => {
    const targetEstimatesMetres = [
      [60, 80, 40],
      [400, 90, 60],
    ] as const;
    following = await fillStore(2, { phase: 'tracking', targetEstimatesMetres });
    asked = await createGateway({ ...following.gatewayOptions(), port: 0 });
  });

  afterAll(async () => {
    await asked?.close();
    await following?.close();
  });

  const askIt = (options: Partial<DecisionsOptions> = {}, key?: string) =>
    ask({ ...options, url: `http://127.0.0.1:${asked.port}` }, key);

  it('names the target in its table, and no cell', async () => {
    const [table] = await askIt({ order: 'oldest', limit: 2 });
    const [head, ...lines] = table.trimEnd().split('\n');
    expect(head).toMatch(/^run +slot +insp +target +x y z \(m\) +outcome/);
    expect(table).not.toMatch(/region|cell/);
    expect(lines.map((line) => line.trim().split(/ +/).slice(0, 7).join(' '))).toEqual([
      '1 0 0 0 60.0 80.0 40.0',
      '1 0 1 1 400.0 90.0 60.0',
    ]);
    const [one] = await askIt({ truth: true }, '1/0/1');
    expect(one).toContain('target 1, at 400.0 90.0 60.0 m');
    expect(one).not.toMatch(/region|cell/);
  });

  it('has one form of JSON and of CSV, which say the phase', async () => {
    const { items } = JSON.parse((await askIt({ order: 'oldest', limit: 2, json: true }))[0]);
    expect(items).toMatchObject([0, 1].map((target) => ({ phase: 'tracking', region: target, cell: 0 })));
    const [csv] = await askIt({ limit: 1, csv: true });
    expect(csv).toMatch(/^run,slot,inspection,phase,region,cell,.*\r\n1,\d+,\d+,tracking,\d,0,/);
  });
});

describe('a failure of vedetta decisions', () => {
  it('says what to do when nothing listens', async () => {
    const { text: said, exitCode } = await failure({ url: 'http://127.0.0.1:59999' });
    expect(said).toBe(
      'nothing listens at http://127.0.0.1:59999: start the network with `npm start`, or say where it is with --url or VEDETTA_URL',
    );
    expect(exitCode).toBe(1);
  });

  it('names the wrong options as they are written, all at once, with exit status 2', async () => {
    const { text: said, exitCode } = await failure({ maxPValue: '7', fromSlot: 'x' });
    expect(said).toBe(
      '--from-slot is "x"; a whole number from 0 to 2147483647 is allowed\n--max-p-value is 7; a number from 0 to 1 is allowed',
    );
    expect(exitCode).toBe(2);
  });

  it('names an address that is none, a decision that is none, and one that does not exist', async () => {
    expect(await failure({ url: 'localhost:8080' })).toMatchObject({
      exitCode: 2,
      text: expect.stringContaining("--url is 'localhost:8080'"),
    });
    expect(await failure({}, 'first')).toMatchObject({
      exitCode: 2,
      text: expect.stringContaining('run/slot/inspection'),
    });
    expect(await failure({}, '1/0/999')).toEqual({ exitCode: 1, text: 'decision 1/0/999 does not exist' });
  });

  it('is said of the command line itself where options exclude each other', async () => {
    for (const wrong of [
      ['--json', '--csv'],
      ['--all', '--limit', '3'],
      ['--follow', '--order', 'oldest'],
      ['--limit', 'many'],
    ]) {
      const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
      registerDecisions(program);
      for (const command of program.commands) command.exitOverride();
      await expect(program.parseAsync(['decisions', ...wrong], { from: 'user' })).rejects.toThrow(/error: option '--/);
    }
  });
});
