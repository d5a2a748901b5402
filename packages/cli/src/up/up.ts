import { join, resolve } from 'node:path';
import type { SolvedAllocation } from '@vedetta/deployment';
import { startLocalNetwork } from '@vedetta/local-network';
import { readScenario } from '@vedetta/scenario';
import { createLogger, type LogLevel } from '@vedetta/service-kit';
import type { Pace } from '@vedetta/store';
import { version } from '../version.ts';
import { followRuns } from './follow-runs.ts';
import { assertPortFree, makeFolder, stopSignal } from './surroundings.ts';

export interface UpOptions {
  readonly seed?: number;
  readonly slots?: number;
  readonly pace?: Pace;
  readonly new?: boolean;
  readonly falseAlarmProbability?: number;
  readonly apProcesses: number;
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly evaluate?: 'all' | 'off' | number;
  readonly keepSlots: number;
  readonly keepMb: number;
  readonly jitterMs: number;
  readonly logLevel: LogLevel;
  readonly json?: boolean;
}

const batchEvaluateAll = 2_000;

/** Starts the network, shows what it does, and ends with its run or with Ctrl-C. Returns the exit code. */
export async function up(scenarioName: string, options: UpOptions, output: NodeJS.WriteStream): Promise<number> {
  const say = (line: string) => output.write(options.json ? '' : `${line}\n`);
  const scenario = await readScenario(scenarioName);
  await assertPortFree(options.host, options.port);
  const folder = resolve(options.data ?? join('.vedetta', `${scenario.name}-${scenario.hash.slice(0, 8)}`));
  await makeFolder(folder);
  const stopped = stopSignal(output);
  say(`starting ${scenario.name} (${scenario.hash.slice(0, 8)}), data in ${folder}`);
  const network = await startLocalNetwork({
    scenario,
    folder,
    host: options.host,
    port: options.port,
    apProcesses: options.apProcesses,
    seed: options.seed,
    slots: options.slots,
    pace: options.pace,
    startNew: options.new === true,
    falseAlarmProbability: options.falseAlarmProbability,
    evaluate: options.evaluate ?? defaultRate(options.slots),
    reportJitterMs: options.jitterMs,
    keep: { maxSlots: options.keepSlots, maxBytes: options.keepMb * 1e6 },
    logger: createLogger({ name: 'vedetta', level: options.logLevel, destination: join(folder, 'vedetta.log') }),
    version,
    onApProcessEnded: ({ name, accessPoints, how, lastWords, restartInMs }) =>
      say(
        `${name} (APs ${accessPoints.join(' ')}) ended with ${how}${lastWords ? `: ${lastWords}` : ''}; starting it again in ${restartInMs} ms`,
      ),
    onSolvingPower: sayPaced((solved: number, kinds: number) =>
      say(`solving for the powers of max-min power control, problem ${Math.min(solved + 1, kinds)} of ${kinds}`),
    ),
    onPowerSolved: (plan, seconds) =>
      say(`powers solved for in ${seconds.toFixed(1)} s: ${plan.map(allocationText).join('; ')}`),
    onMissing: (accessPoints) =>
      say(`starting without access points ${accessPoints.join(' ')}: they did not attach in time`),
    onPruned: ({ slots, runs }) =>
      say(
        `dropped the oldest ${slots} slots${runs.length > 0 ? ` and runs ${runs.join(', ')}` : ''} to stay within bounds`,
      ),
  });
  try {
    const { run, resumed, deployment } = network;
    const address = `http://${options.host}:${network.port}`;
    const { accessPoints, transmitAccessPoints, receiveAccessPoints, regions, targets, users } = deployment;
    say(
      `${accessPoints.length} access points (${transmitAccessPoints.length} transmit, ${receiveAccessPoints.length} receive) in ${network.apProcesses.list().length} processes, ${users.length} users, ${targets ? `${targets.length} targets to follow` : `${regions.length} regions`}`,
    );
    say(
      `${resumed ? `resuming run ${run.id} at slot ${run.decidedSlots}` : `run ${run.id}`}: seed ${run.seed}, P_FA ${run.falseAlarmProbability}, pace ${run.pace}, ${run.slots === null ? 'until stopped' : `${run.slots} slots`}`,
    );
    say(`decisions  ${address}/v1/decisions?outcome=targetPresent&order=newest`);
    say(`events     ${address}/v1/events      API ${address}/docs      metrics ${address}/metrics`);
    return await followRuns(network, { stopped, say, output: options.json ? null : output, result: output, address });
  } finally {
    await network.close();
  }
}

const pacedMs = 5_000;

/** The first time, and then no more often than every few seconds. */
function sayPaced<Arguments extends unknown[]>(say: (...values: Arguments) => void): (...values: Arguments) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (...values) => {
    if (performance.now() - last < pacedMs) return;
    last = performance.now();
    say(...values);
  };
}

function allocationText({ smallestSinr, sir }: SolvedAllocation): string {
  const decibels = (value: number) => `${(10 * Math.log10(value)).toFixed(1)} dB`;
  const sirs = sir.filter((value) => value !== null);
  return [
    smallestSinr === null ? 'no users' : `smallest SINR ${decibels(smallestSinr)}`,
    ...(sirs.length > 0 ? [`smallest SIR ${decibels(Math.min(...sirs))}`] : []),
  ].join(', ');
}

function defaultRate(slots: number | undefined): 'all' | number {
  if (slots === undefined) return 4;
  return slots <= batchEvaluateAll ? 'all' : Math.ceil(slots / batchEvaluateAll);
}
