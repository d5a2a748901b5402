import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { deployNetwork, planSlot } from '@vedetta/deployment';
import { readScenario } from '@vedetta/scenario';
import { createLogger } from '@vedetta/service-kit';
import { openEmbedded } from '@vedetta/store';
import { expect, it } from 'vitest';
import { createEvaluator } from './app.ts';
import { createEvaluatorEvents } from './events.ts';

it('frames that are decided out of order are all looked at, also those of a run that ended before', async () => {
  const preset = await readScenario('small');
  const timing = { ...preset.network.timing, frameSlots: 2 };
  const scenario = { ...preset, network: { ...preset.network, timing } };
  const deployment = deployNetwork(scenario.network);
  const folder = await mkdtemp(join(tmpdir(), 'vedetta-evaluator-'));
  const { store, close } = await openEmbedded(folder, { version: 'test' });
  await store.adoptScenario({ ...scenario, version: 'test' });
  const { id: run } = await store.createRun({ seed: 1, slots: 32, pace: 'fast', falseAlarmProbability: 0.01 });
  await store.setRunStatus(run, 'running');

  /** Decides a frame of two slots with an empty air: the position tells what was looked at. */
  async function decide(frame: number): Promise<void> {
    const firstSlot = 2 * frame;
    const plans = [firstSlot, firstSlot + 1].map((slot) => planSlot(deployment, slot));
    await store.planFrame({ run, frame, firstSlot, slots: plans.map(({ inspections }) => inspections) });
    await store.commitFrame({
      run,
      frame,
      slots: plans.map(({ slot }) => ({ slot, onAir: [], stalled: false })),
      decisions: plans.flatMap(({ slot, inspections }) =>
        inspections.map((inspection) => {
          const nobody = { outcome: 'unobserved', statistic: 0, rank: 0, threshold: null, pValue: null } as const;
          return { ...nobody, slot, inspection, reports: [] };
        }),
      ),
    });
  }

  const events = createEvaluatorEvents(createLogger({ name: 'test', level: 'silent' }));
  const evaluator = await createEvaluator({ store, scenario, rate: 'all', events });
  const reaches = async (slot: number) => {
    const until = performance.now() + 20_000;
    while (evaluator.progress().slot < slot && performance.now() < until) await setTimeout(10);
    expect(evaluator.progress()).toEqual({ run, slot });
  };
  await decide(0);
  await reaches(2);
  await decide(2);
  await setTimeout(1_200);
  expect(evaluator.progress().slot).toBe(2);
  await decide(1);
  await reaches(6);
  // Frame 3 was never decided: the run was stopped.
  await decide(4);
  await store.setRunStatus(run, 'stopped');
  await reaches(10);
  await evaluator.close();

  const late = await createEvaluator({ store, scenario, rate: 'all', events });
  const until = performance.now() + 20_000;
  while (late.progress().slot < 10 && performance.now() < until) await setTimeout(10);
  expect(late.progress()).toEqual({ run, slot: 10 });
  await late.close();
  await close();
  await rm(folder, { recursive: true, force: true });
});
