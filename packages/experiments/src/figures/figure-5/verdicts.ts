import type { Row, Verdict } from '../../machinery/experiment.ts';
import { pairedDifference, summaryOf } from '../distribution-rows.ts';
import { type Metric, metricNames } from '../metrics.ts';
import { type Difference, differenceText, falls, rises } from '../paired-text.ts';
import {
  type Association,
  baselineRegions,
  curveAlike,
  curveOf,
  receivePerRegionAlike,
  regionCounts,
} from './values.ts';

const others: readonly Association[] = ['UC', 'TC', 'CF'];

export function figure5Verdicts(rows: readonly Row[]): Verdict[] {
  return [
    ...(['scnr', 'rate'] as const).map((metric) => utcWins(rows, metric)),
    fewerMisses(rows),
    ...(['UTC', 'TC'] as const).map((association) => fewerRegions(rows, association)),
    fourRegions(rows),
    ...fourRegionsAlike(rows),
  ];
}

function utcWins(rows: readonly Row[], metric: Metric): Verdict {
  const differences = regionCounts.flatMap((regions) =>
    others.map((association) => ({
      association,
      regions,
      ...pairedDifference(curveOf(rows, metric, 'UTC', regions), curveOf(rows, metric, association, regions)),
    })),
  );
  const { name } = metricNames[metric];
  return {
    claim: `UTC beats UC, TC and CF in mean ${name} at S = ${baselineRegions}`,
    holds: differences.filter(({ regions }) => regions === baselineRegions).every(rises),
    detail: differences
      .map((one) => `S ${one.regions}, beside ${one.association} ${differenceText(one, metric)}`)
      .join(', '),
  };
}

/** (36) is a mean over the receive APs; what their fused statistic misses is another question. */
function fewerMisses(rows: readonly Row[]): Verdict {
  const differences = regionCounts.flatMap((regions) =>
    others.map((association) => ({
      association,
      regions,
      ...pairedDifference(
        curveOf(rows, 'scnr', association, regions),
        curveOf(rows, 'scnr', 'UTC', regions),
        'missProbability',
      ),
    })),
  );
  const own = regionCounts.map(
    (regions) => `S ${regions} ${Number(summaryOf(curveOf(rows, 'scnr', 'UTC', regions)).missProbability).toFixed(3)}`,
  );
  return {
    claim: `UTC misses fewer targets than UC, TC and CF at S = ${baselineRegions}`,
    holds: differences.filter(({ regions }) => regions === baselineRegions).every(rises),
    detail: `p_M of UTC: ${own.join(', ')}; others beside it: ${differences.map((one) => `${one.association}, S ${one.regions} ${missText(one)}`).join(', ')}`,
  };
}

function fewerRegions(rows: readonly Row[], association: Association): Verdict {
  const steps = [4, 1].map((regions) => {
    const before = regionCounts[regionCounts.indexOf(regions) + 1];
    const difference = pairedDifference(
      curveOf(rows, 'rate', association, regions),
      curveOf(rows, 'rate', association, before),
    );
    return { difference, text: `S ${before} to ${regions} ${differenceText(difference, 'rate')}` };
  });
  return {
    claim: `fewer regions raise the rate (${association})`,
    holds: steps.every(({ difference }) => rises(difference)),
    detail: `mean gain: ${steps.map(({ text }) => text).join(', ')}`,
  };
}

function fourRegions(rows: readonly Row[]): Verdict {
  const beside = (regions: number): Difference =>
    pairedDifference(curveOf(rows, 'scnr', 'UTC', regions), curveOf(rows, 'scnr', 'UTC', 4));
  const [one, nine] = [beside(1), beside(9)];
  const medians = regionCounts.map((regions) => {
    const { p5, p50 } = summaryOf(curveOf(rows, 'scnr', 'UTC', regions));
    return `S ${regions} ${Number(p5).toFixed(1)} / ${Number(p50).toFixed(1)} dB`;
  });
  return {
    claim: 'S = 4 is a good balance for sensing: its mean SCNR is above those of S = 1 and S = 9 (UTC)',
    holds: falls(one) && falls(nine),
    detail: `beside S = 4: S 1 ${differenceText(one, 'scnr')}, S 9 ${differenceText(nine, 'scnr')}; 5 % / median ${medians.join(', ')}`,
  };
}

const missText = ({ mean, half }: Difference): string =>
  `${mean < 0 ? '−' : '+'}${Math.abs(mean).toFixed(3)} ± ${half.toFixed(3)}`;

/** The same with S · M_rx held at 8 or 9, so that S is not the number of receivers: in the ratio (36), and in what their fused statistic misses. */
function fourRegionsAlike(rows: readonly Row[]): Verdict[] {
  const beside = (regions: number, metric: Metric, field = 'mean'): Difference =>
    pairedDifference(curveAlike(rows, metric, regions), curveAlike(rows, metric, 4), field);
  const others = regionCounts.filter((regions) => regions !== 4);
  const scnr = others.map((regions) => beside(regions, 'scnr'));
  const misses = others.map((regions) => beside(regions, 'scnr', 'missProbability'));
  const listed = (text: (regions: number, index: number) => string) =>
    others.map((regions, index) => `S ${regions} ${text(regions, index)}`).join(', ');
  const own = (text: (summary: Row) => string) =>
    regionCounts.map((regions) => `S ${regions} ${text(summaryOf(curveAlike(rows, 'scnr', regions)))}`).join(', ');
  const alike = `with ${regionCounts.map((regions) => regions * receivePerRegionAlike[regions]).join(', ')} receive APs at S = ${regionCounts.join(', ')}`;
  return [
    {
      claim: `S = 4 has a mean SCNR above those of S = 1 and S = 9 ${alike} (UTC)`,
      holds: scnr.every(falls),
      detail: `beside S = 4: ${listed((_, index) => differenceText(scnr[index], 'scnr'))}; 5 % / median ${own(({ p5, p50 }) => `${Number(p5).toFixed(1)} / ${Number(p50).toFixed(1)} dB`)}`,
    },
    {
      claim: `S = 4 misses fewer targets than S = 1 and S = 9 ${alike} (UTC)`,
      holds: misses.every(rises),
      detail: `p_M: ${own(({ missProbability }) => Number(missProbability).toFixed(3))}; beside S = 4: ${listed((_, index) => missText(misses[index]))}; rate beside S = 4: ${listed((regions) => differenceText(beside(regions, 'rate'), 'rate'))}`,
    },
  ];
}
