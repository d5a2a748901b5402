import { heldVerdict } from '../counted.ts';
import type { Row, Verdict } from '../machinery/experiment.ts';
import { accountOfKind } from './account.ts';
import { receiverKind, receiverKinds } from './receivers.ts';

/** Sizes from which a scalable receiver must not change any more, and by how much it may. */
const from = 64;
const tolerance = 0.05;
/** Layouts differ by some per cent in how many users the APs that a receiver is told of serve. */
const accountTolerance = 0.1;

export function scalingVerdicts(rows: readonly Row[], falseAlarmProbability: number): Verdict[] {
  const of = (promise: string) => rows.filter((row) => receiverKind(String(row.receivers)).promise === promise);
  return [
    heldVerdict('P_FA is held by receivers that promise it in every realisation', of('always'), falseAlarmProbability),
    longRunVerdict(of('longRun'), falseAlarmProbability),
    lostVerdict(of('none'), falseAlarmProbability),
    flatVerdict(rows),
    accountVerdict(rows),
  ];
}

/**
 * Right on the average over the signals on air, which a run of few slots sees few of: given them, a rate within a factor of two of nominal and
 * the counting error (z of 10⁻³) is what such a run can show.
 */
function longRunVerdict(rows: readonly Row[], nominal: number): Verdict {
  const worst = rows.map((row) => {
    const trials = Number(row.emptyInspections);
    const deviation = Number(row.falseAlarms) / trials - nominal;
    return Math.abs(deviation) - 3.29 * Math.sqrt((nominal * (1 - nominal)) / trials);
  });
  return {
    claim: 'receivers with a long-term rest have about the nominal P_FA',
    holds: rows.length > 0 && worst.every((beyond) => beyond <= nominal),
    detail: rows
      .map((row) => `M ${row.accessPoints} ${row.receivers}: ${Number(row.falseAlarmRate).toFixed(4)}`)
      .join('; '),
  };
}

/** What no receiver may do in earnest. */
function lostVerdict(rows: readonly Row[], nominal: number): Verdict {
  const rates = rows.map((row) => Number(row.falseAlarmLow));
  return {
    claim: 'taking unknown clutter for white noise loses P_FA: several times the nominal one',
    holds: rows.length > 0 && rates.every((low) => low > 2 * nominal),
    detail: rows.map((row) => `M ${row.accessPoints}: ${Number(row.falseAlarmRate).toFixed(3)}`).join('; '),
  };
}

/** Bytes of a receive AP's link, both ways, and counted operations, over the sizes from 64 on. */
function flatVerdict(rows: readonly Row[]): Verdict {
  const told = receiverKinds.map(({ name, promise }) => {
    const own = rows.filter(
      (row) => row.receivers === name && Number(row.accessPoints) >= from && row.receiverOperations !== null,
    );
    const spread = (of: (row: Row) => number): number => {
      const values = own.map(of);
      const middle = (Math.max(...values) + Math.min(...values)) / 2;
      return (Math.max(...values) - middle) / middle;
    };
    const bytes = spread((row) => Number(row.receiveUpBytes) + Number(row.receiveDownBytes));
    const operations = spread((row) => Number(row.receiverOperations));
    const flat = own.length > 1 && promise !== 'none' && bytes <= tolerance && operations <= tolerance;
    const largest = Math.max(...own.map((row) => Number(row.accessPoints)));
    return { name, own, bytes, operations, flat, largest };
  });
  const flat = told.filter((kind) => kind.flat);
  const percent = (share: number) => `±${(100 * share).toFixed(1)} %`;
  return {
    claim: `a receiver that holds its P_FA keeps its link and its work within ±5 % from M = ${from} on`,
    holds: flat.length > 0,
    detail: told
      .filter(({ own }) => own.length > 1)
      .map(
        ({ name, bytes, operations, largest }) =>
          `${name} (to M ${largest}): bytes ${percent(bytes)}, operations ${percent(operations)}`,
      )
      .join('; '),
  };
}

/** The formats alone, from mean numbers of users, beside the sockets. */
function accountVerdict(rows: readonly Row[]): Verdict {
  const ratios = rows.flatMap((row) => {
    const account = accountOfKind(receiverKind(String(row.receivers)), Number(row.accessPoints));
    if (account === null) return [];
    return [
      account.receiveUpBytes / Number(row.receiveUpBytes),
      account.receiveDownBytes / Number(row.receiveDownBytes),
    ];
  });
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  return {
    claim: 'the analytic account of bytes agrees with the sockets within 10 %',
    holds: ratios.length > 0 && least >= 1 - accountTolerance && most <= 1 + accountTolerance,
    detail: `accounted by measured ${least.toFixed(3)} to ${most.toFixed(3)} over ${rows.length} networks, up and down`,
  };
}
