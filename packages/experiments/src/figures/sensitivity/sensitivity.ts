import type { Experiment, Point, Row } from '../../machinery/experiment.ts';
import { scnrColumns, scnrRows } from '../scnr-rows.ts';
import { type ScnrUnit, scnrUnit } from '../scnr-unit.ts';
import { baselineRcsDbsm, extents, figureScenario } from '../variants.ts';
import { sensitivityCharts } from './charts.ts';
import { type Reading, readings } from './readings.ts';
import { sensitivityVerdicts } from './verdicts.ts';

export type SensitivityParameters = {
  readonly targetGain: Reading['targetGain'];
  readonly apToApPathLoss: Reading['apToApPathLoss'];
  /** Columns of D: all transmit APs, or M_tx of them. */
  readonly columns: 'all' | 'nearest 4';
  readonly realisations: number;
};

const echoSets = { 'nearest 4': { nearest: 4 }, all: 'all' } as const;

export const sensitivity: Experiment<SensitivityParameters> = {
  name: 'sensitivity',
  title: 'What the paper does not say about propagation',
  summary:
    'SCNR of the baseline in the four readings of two choices that the text leaves open: whether an echo’s gain is the product of the two AP–target gains or that times 4π/λ² (the radar equation), and whether the clutter between APs takes the LoS or the NLoS path loss. With the M_tx = 4 nearest transmit APs as columns of D, and with all. An independent program’s percentiles stand beside.',
  kind: 'computation',
  columns: {
    targetGain: 'gain of an echo: product, or radar-equation (times 4π/λ²)',
    apToApPathLoss: 'path loss of the clutter between APs',
    columns: 'transmit APs that are columns of D',
    ...scnrColumns,
    referenceP5: 'SCNR that 5 % of the cells lie below in an independent program of 225 cells, dB',
    referenceP50: 'its median',
    referenceP95: 'and what 95 % lie below',
    referenceAboveZero: 'its share of cells with 0 dB or more',
  },
  points: (size) =>
    readings.flatMap(({ targetGain, apToApPathLoss }) =>
      (['nearest 4', 'all'] as const).map((columns): Point<SensitivityParameters> => {
        const { setUps, realisations } = extents[size];
        return {
          name: `${targetGain}, ${apToApPathLoss}, columns ${columns}`,
          parameters: { targetGain, apToApPathLoss, columns, realisations },
          scenario: figureScenario('sensitivity', 'isac', {
            propagation: { targetGain, apToApPathLoss },
            sensing: { echoSet: echoSets[columns] },
          }),
          units: setUps,
        };
      }),
    ),
  compute: ({ scenario, parameters: { realisations } }, context) => [scnrUnit(scenario, realisations, context)],
  aggregate({ parameters: { targetGain, apToApPathLoss, columns } }, units) {
    const curve = { targetGain, apToApPathLoss, columns };
    const rows = scnrRows(curve, baselineRcsDbsm, units.flat() as ScnrUnit[]);
    return rows.map((row): Row => (row.kind === 'summary' ? { ...row, ...referenceOf(curve) } : row));
  },
  verdicts: sensitivityVerdicts,
  charts: sensitivityCharts,
};

function referenceOf({ targetGain, apToApPathLoss }: Reading): Row {
  const found = readings.find((one) => one.targetGain === targetGain && one.apToApPathLoss === apToApPathLoss);
  if (!found) return {};
  const { p5, p50, p95, aboveZero } = found.reference;
  return { referenceP5: p5, referenceP50: p50, referenceP95: p95, referenceAboveZero: aboveZero };
}
