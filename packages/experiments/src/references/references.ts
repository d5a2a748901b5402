import type { Deployment } from '@vedetta/deployment';
import { countedColumns, countedRow, heldVerdict } from '../counted.ts';
import type { Experiment, Point, Row, Size } from '../machinery/experiment.ts';
import { linkBytes } from '../network/link-bytes.ts';
import { countOutcomes } from '../network/outcomes.ts';
import { runNetwork } from '../network/run-network.ts';
import { stagedScenario } from '../scan-stage.ts';
import { referencesCharts } from './charts.ts';

export type ReferencesParameters = {
  /** What grows in this series. */
  readonly series: 'users' | 'access points';
  readonly accessPoints: number;
  readonly users: number;
  readonly references: 'assumed' | 'explicit';
  readonly clutterSet: 'all' | 'strongest 4';
  readonly slots: number;
};

const falseAlarmProbability = 0.01;
const sideOf16 = 707.107;
const warmSlots = 8;
const extents: Readonly<Record<Size, { users: readonly number[]; accessPoints: readonly number[]; slots: number }>> = {
  quick: { users: [4, 16, 64], accessPoints: [16, 64], slots: 40 },
  full: { users: [4, 8, 16, 32, 64, 128], accessPoints: [16, 32, 64, 128, 256], slots: 200 },
};

/** What knowing the transmitted signals costs. */
export const references: Experiment<ReferencesParameters> = {
  name: 'references',
  title: 'What knowing the transmitted signals costs',
  summary:
    'The paper assumes that receive APs know what is transmitted. Here symbols and precoders travel: up from every transmit AP, down to every receive AP that needs them, coded tightly. Bytes are measured on the sockets, against the number of users at 16 access points and against the number of access points at constant density. A receiver that knows the clutter of all needs the signals of all; one that knows its echo set and the four strongest does not.',
  kind: 'network',
  columns: {
    series: 'what grows: users at 16 access points, or access points with as many users at one density',
    accessPoints: 'M',
    users: 'K',
    references: 'assumed: regenerated from names, no bytes; explicit: symbols and precoders travel',
    clutterSet: 'transmit APs whose clutter a receiver knows; its echo set is the nearest 4',
    slots: 'slots measured',
    transmitUpBytes: 'bytes up per link and slot of a transmit AP: messages, gRPC prefixes, DATA frame headers',
    receiveDownBytes: 'bytes down per link and slot of a receive AP',
    receiveUpBytes: 'bytes up per link and slot of a receive AP',
    predictedUpBytes: 'payload of a mean reference up by its format alone, without names and lengths',
    ...countedColumns,
  },
  points(size) {
    const { users, accessPoints, slots } = extents[size];
    const knowing = [
      { references: 'assumed', clutterSet: 'all' },
      { references: 'explicit', clutterSet: 'all' },
      { references: 'explicit', clutterSet: 'strongest 4' },
    ] as const;
    return [
      ...users.flatMap((k) =>
        knowing.map((how) => point({ series: 'users', accessPoints: 16, users: k, ...how, slots })),
      ),
      ...accessPoints.flatMap((m) =>
        knowing.map((how) => point({ series: 'access points', accessPoints: m, users: m, ...how, slots })),
      ),
    ];
  },
  async compute({ parameters, scenario }, context) {
    const run = await runNetwork(
      { scenario, slots: parameters.slots, warmSlots, pace: 'fast', apProcesses: 2 },
      context,
    );
    const { deployment } = run;
    const receive = linkBytes(run, deployment.receiveAccessPoints);
    return [
      {
        ...parameters,
        transmitUpBytes: linkBytes(run, deployment.transmitAccessPoints).up,
        receiveDownBytes: receive.down,
        receiveUpBytes: receive.up,
        predictedUpBytes: parameters.references === 'explicit' ? predictedUp(deployment) : 0,
        ...countedRow(countOutcomes(run, scenario)),
      },
    ];
  },
  verdicts: (rows) => [
    heldVerdict(
      'P_FA is held whatever receivers know and however they came to know it',
      rows.filter((row) => row.clutterSet === 'all'),
      falseAlarmProbability,
    ),
    predictionVerdict(rows),
  ],
  charts: referencesCharts,
};

function point(parameters: ReferencesParameters): Point<ReferencesParameters> {
  const { series, accessPoints, users, references, clutterSet } = parameters;
  const growth = accessPoints / 16;
  const scenario = stagedScenario(
    'references',
    {
      preset: 'baseline',
      network: {
        areaSideMetres: Math.round(1000 * sideOf16 * Math.sqrt(growth)) / 1000,
        accessPoints: { count: accessPoints },
        users: { count: users },
        sensing: {
          // A square number that leaves most APs to transmit.
          regions: Math.round(2 * Math.sqrt(growth)) ** 2,
          echoSet: { nearest: 4 },
          clutterSet: clutterSet === 'all' ? 'all' : { strongest: 4 },
          falseAlarmProbability,
        },
        fronthaul: { references },
      },
      world: { rcsVarianceDbsm: 0 },
    },
    { cells: [2, 2, 2], targets: 4 },
  );
  const name = `${series === 'users' ? `K ${users}` : `M ${accessPoints}`}, ${references}, clutter set ${clutterSet}`;
  return { name, parameters, scenario, weight: accessPoints };
}

/** 2 bits a symbol, 16-bit weights with an exponent a UE, 8 bytes of seed for an AP with a sensing beam. */
function predictedUp({ network, transmitAccessPoints, usersOf, regions }: Deployment): number {
  const { sensingSamples } = network.block;
  const perUser = Math.ceil(sensingSamples / 4) + 1 + 4 * network.accessPoints.antennaCount;
  const sensing = new Set(regions.flatMap(({ transmit }) => transmit));
  const total = transmitAccessPoints.reduce(
    (sum, ap) => sum + perUser * usersOf[ap].length + (sensing.has(ap) ? 8 : 0),
    0,
  );
  return total / transmitAccessPoints.length;
}

/** Beside the content: tags, lengths, ids, gRPC prefix, DATA frame header, and a command's acknowledgement are not content. */
function predictionVerdict(rows: readonly Row[]) {
  const own = rows.filter((row) => row.references === 'explicit');
  const most = 64;
  const beyond = own.map((row) => Number(row.transmitUpBytes) - Number(row.predictedUpBytes));
  return {
    claim: 'what goes up is what the signals are made of, and at most 64 bytes more',
    holds: own.length > 0 && beyond.every((bytes) => bytes >= 0 && bytes <= most),
    detail: `between ${Math.min(...beyond).toFixed(1)} and ${Math.max(...beyond).toFixed(1)} bytes per link and slot beyond symbols, weights and seeds, over ${own.length} networks`,
  };
}
