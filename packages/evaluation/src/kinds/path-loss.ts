import { breakpointDistance, losPathLossDb, losProbability, nlosPathLossDb } from '@vedetta/channel';
import type { CaseKind } from '../case-kind.ts';
import { checkNumbers, readNumber } from '../read-values.ts';

/** 3GPP TR 36.814 urban micro, model.md §2. */
export const pathLossKind: CaseKind = {
  required: ['frequencyGhz', 'distance', 'heights'],
  evaluate(fields, problems) {
    const frequency = readNumber(fields, '$', 'frequencyGhz', { above: 0 }, problems);
    const distance = readNumber(fields, '$', 'distance', { least: 0 }, problems);
    const heights = Object.hasOwn(fields, 'heights')
      ? checkNumbers(fields.heights, '$.heights', { above: 1 }, problems, 2)
      : null;
    if (frequency === null || distance === null || heights === null) return null;
    return {
      losDb: losPathLossDb(frequency, distance, heights[0], heights[1]),
      nlosDb: nlosPathLossDb(frequency, distance),
      losProbability: losProbability(distance),
      breakpointDistance: breakpointDistance(frequency, heights[0], heights[1]),
    };
  },
};
