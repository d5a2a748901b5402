import type { Store } from '@vedetta/store';
import type { ServerSource, TestServer } from '@vedetta/store/test-servers';
import { expect, test } from 'vitest';
import { drawFaults, type History, isAlive, keepHistory } from './support/fault-history.ts';
import { breakable, startManyNetworkOn } from './support/many-network.ts';
import { eventually, run as runCommand, scenarioFile } from './support/network.ts';
import { readStoredRun } from './support/stored.ts';

/**
 * Faults in an order and at moments that a seed decides, for the network and its servers alike. When it fails, it prints
 * what happened. The same faults once more, or others:
 *
 *   VEDETTA_TEST_HISTORY_SEED=5 npx vitest run --project servers test/fault-history.test.ts
 */
const seed = Number(process.env.VEDETTA_TEST_HISTORY_SEED ?? 1);

const scenario = scenarioFile('many-quiet');
const [frameSlots, slotsAfterwards] = [8, 400];
/** Emulated seconds per second. */
const pace = 4;

const { postgres, redis } = breakable;
const noServers =
  postgres.origin === null || redis.origin === null ? `${postgres.description}; ${redis.description}` : null;
if (noServers !== null) {
  const inCi = process.env.CI === 'true';
  if (!inCi) console.warn(`SKIPPED for want of servers: the history of faults (${noServers})`);
  test.skipIf(!inCi)(`a history of faults: servers to kill (${noServers})`, () => expect.fail(noServers));
}

test.skipIf(noServers !== null)(
  'Redis and PostgreSQL killed for ten seconds each, every service killed once, under load: every planned inspection has exactly one decision, the stored sets replay bit for bit, and the false-alarm rate holds',
  async ({ onTestFailed }) => {
    await using open = new AsyncDisposableStack();
    const borrow = async (source: unknown) =>
      open.adopt(await (source as ServerSource<TestServer>).open(), (server) => server.close());
    const servers = { postgres: await borrow(postgres), redis: await borrow(redis) };
    const network = open.use(await startManyNetworkOn(scenario, servers.postgres, servers.redis));
    const history: History = keepHistory(network, servers);
    onTestFailed(() => console.error(`history of faults, VEDETTA_TEST_HISTORY_SEED=${seed}:\n${history.tell()}`));

    const faults = drawFaults(seed);
    const last = faults[faults.length - 1].slot + slotsAfterwards;
    const slots = Math.ceil(last / frameSlots) * frameSlots;
    const { id } = await network.run({ seed, slots, pace });
    await history.carryOut(faults, id);
    expect(await network.ended(id, 240_000)).toMatchObject({ status: 'completed', decidedSlots: slots });

    // Those that were not killed have borne it, and so have those that came back to what was left.
    const ended = [...network.processes.values()].filter((process) => !isAlive(process) || process.stderr() !== '');
    expect(ended.map(({ name, stderr }) => [name, stderr()])).toEqual([]);

    const { store } = network;
    const { run, lines } = await readStoredRun(store, id);
    expect(await store.undecidedFrames(id)).toEqual([]);
    expect(await store.lastPlannedFrame(id)).toBe(slots / frameSlots - 1);
    const planned = await plannedInspections(store, id);
    const decided = lines.map((line) => line.split(' ', 4).join(' '));
    const [allPlanned, allDecided] = [new Set(planned), new Set(decided)];
    expect([allPlanned.size, allDecided.size]).toEqual([planned.length, decided.length]);
    const lost = planned.filter((inspection) => !allDecided.has(inspection));
    const notPlanned = decided.filter((inspection) => !allPlanned.has(inspection));
    expect({ lost, notPlanned }).toEqual({ lost: [], notPlanned: [] });
    // A run starts with everybody on air; frames may be decided out of order, as far as they are planned ahead.
    const undisturbed = lines.filter((line) => Number(line.split(' ', 1)[0]) < faults[0].slot - 2 * frameSlots);
    expect(undisturbed.length).toBeGreaterThan(0);
    expect(undisturbed.filter((line) => /:(missing|late|invalid):/.test(line))).toEqual([]);
    // Whoever listens is told of every frame once.
    expect(await announcedFrames(store, id)).toEqual(Array.from({ length: slots / frameSlots }, (_, frame) => frame));

    const observed = lines.filter((line) => !line.includes(' unobserved '));
    const alarms = observed.filter((line) => line.includes(' targetPresent ')).length;
    const expected = observed.length * run.falseAlarmProbability;
    const sigma = Math.sqrt(expected * (1 - run.falseAlarmProbability));
    console.info(
      `seed ${seed}: ${slots} slots, ${decided.length} inspections, ${observed.length} observed, ` +
        `${alarms} alarms, ${expected.toFixed(1)} expected, ${((alarms - expected) / sigma).toFixed(2)}σ`,
    );
    // So many that the binomial is close to normal, and the bound is one.
    expect(expected).toBeGreaterThan(100);
    expect(Math.abs(alarms - expected)).toBeLessThan(4 * sigma);

    await eventually('the evaluator has laid every slot beside the truth', 60_000, async () =>
      (await store.calibration(id)).evaluated === observed.length ? true : null,
    );
    const { stdout, stderr } = await runCommand(['replay', '--store', network.storeUrl, '--run', String(id), '--json']);
    expect(stderr).toBe('');
    const replayed = { run: id, slots, decisions: planned.length, different: 0, differences: [] };
    expect(JSON.parse(stdout)).toMatchObject({ ...replayed, absent: { slots: 0, decisions: 0 } });
  },
);

/** `slot inspection region cell` of everything that was planned, in order. */
async function plannedInspections(store: Store, run: number): Promise<string[]> {
  const planned: string[] = [];
  for (let frame = 0; frame <= (await store.lastPlannedFrame(run)); frame++) {
    const plan = await store.plannedFrame(run, frame);
    for (const [offset, inspections] of plan?.slots.entries() ?? [])
      for (const { index, region, cell } of inspections)
        planned.push([(plan?.firstSlot ?? 0) + offset, index, region, cell].join(' '));
  }
  return planned;
}

/** The frames of the run that the outbox holds an event of, ascending. */
async function announcedFrames(store: Store, run: number): Promise<number[]> {
  const frames: number[] = [];
  for (let after = 0; ; ) {
    const events = await store.eventsAfter(after, 500);
    if (events.length === 0) return frames.sort((a, b) => a - b);
    for (const { body } of events) if (body.type === 'frame' && body.run === run) frames.push(body.frame);
    after = events[events.length - 1].id;
  }
}
