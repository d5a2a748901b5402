import { describe } from 'vitest';
import type { FrameQueue } from '../interfaces.ts';
import { announcementConformance } from './announcements.ts';
import { decisionConformance } from './decisions.ts';
import { evaluationConformance } from './evaluations.ts';
import { eventConformance } from './events.ts';
import type { Opened } from './fixtures.ts';
import { frameConformance } from './frames.ts';
import { leaseConformance } from './leases.ts';
import { linkConformance } from './links.ts';
import { powerPlanConformance } from './power-plan.ts';
import { pruneConformance } from './prune.ts';
import { queueConformance } from './queue.ts';
import { runConformance } from './runs.ts';

/** What every store does, whatever it runs on. `opened` gives the same one throughout. */
export function storeConformance(backend: string, opened: () => Opened): void {
  describe(`store on ${backend}: runs`, () => runConformance(opened));
  describe(`store on ${backend}: frames`, () => frameConformance(opened));
  describe(`store on ${backend}: decisions`, () => decisionConformance(opened));
  describe(`store on ${backend}: events`, () => eventConformance(opened));
  describe(`store on ${backend}: evaluations`, () => evaluationConformance(opened));
  describe(`store on ${backend}: leases`, () => leaseConformance(opened));
  describe(`store on ${backend}: announcements`, () => announcementConformance(opened));
  describe(`store on ${backend}: links`, () => linkConformance(opened));
  describe(`store on ${backend}: powers`, () => powerPlanConformance(opened));
  describe(`store on ${backend}: pruning`, () => pruneConformance(opened));
}

/** What every frame queue does. `open` gives a new queue object on the same engine. */
export function frameQueueConformance(backend: string, open: () => FrameQueue | Promise<FrameQueue>): void {
  describe(`frame queue on ${backend}`, () => queueConformance(open));
}
