import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Deployment, deployNetwork } from '@vedetta/deployment';
import { noReports } from '@vedetta/fronthaul';
import { parseNetwork, readNetwork, type SensingConfig } from '@vedetta/scenario';
import { type FrameResult, openEmbedded, type Run, type Store } from '@vedetta/store';
import { Registry } from 'prom-client';
import type { GatewayOptions } from '../options.ts';
import { randomEvaluations, randomFrame } from './random-frames.ts';

/** A store in a temporary folder with one running run of random frames, and what a gateway on it needs: for tests. */
export interface FilledStore {
  readonly deployment: Deployment;
  readonly store: Store;
  readonly run: Run;
  /** What was committed so far, in order. */
  readonly frames: readonly FrameResult[];
  commitFrames(count: number): Promise<void>;
  gatewayOptions(overrides?: Partial<GatewayOptions>): GatewayOptions;
  close(): Promise<void>;
}

/** Stands where the truth is kept; must not be seen where truth was not asked for. */
export const secretWorld = { targets: ['secret-of-the-world'] };

/** @param sensing  what is not as in `demo`. */
export async function fillStore(frameCount: number, sensing: Partial<SensingConfig> = {}): Promise<FilledStore> {
  const folder = await mkdtemp(join(tmpdir(), 'vedetta-gateway-'));
  const embedded = await openEmbedded(folder, { version: '0.0.0-test' });
  const { store } = embedded;
  const { name, hash, network: demo } = await readNetwork('demo');
  const network = parseNetwork({ ...demo, sensing: { ...demo.sensing, ...sensing } });
  await store.adoptScenario({ name, hash, network, world: secretWorld, version: '0.0.0-test' });
  const deployment = deployNetwork(network);
  const queued = await store.createRun({ seed: 7, slots: null, pace: 'fast', falseAlarmProbability: 0.01 });
  const run = await store.setRunStatus(queued.id, 'running');
  const frames: FrameResult[] = [];

  const commitFrames = async (count: number) => {
    for (let left = count; left > 0; left -= 1) {
      const frame = randomFrame(deployment, run.id, frames.length);
      const slots = frame.slots.map(({ slot }) =>
        frame.decisions.filter((decision) => decision.slot === slot).map(({ inspection }) => inspection),
      );
      await store.planFrame({ run: run.id, frame: frame.frame, firstSlot: frame.slots[0]?.slot ?? 0, slots });
      await store.commitFrame(frame);
      await store.recordEvaluations(run.id, randomEvaluations(frame));
      frames.push(frame);
    }
  };
  await commitFrames(frameCount);

  return {
    deployment,
    store,
    run,
    frames,
    commitFrames,
    gatewayOptions: (overrides = {}) => ({
      store,
      network,
      deployment,
      scenario: { name, hash, version: '0.0.0-test' },
      isReady: async () => ({ ready: true, waitingFor: [] }),
      runControl: {
        create: (request) => store.createRun(request),
        stop: (id) => store.setRunStatus(id, 'stopped'),
      },
      liveStatus: () => ({ attachedAccessPoints: [0, 2], links: [], reports: noReports }),
      metrics: new Registry(),
      ...overrides,
    }),
    async close() {
      await embedded.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
