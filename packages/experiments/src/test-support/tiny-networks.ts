import { loss } from '../loss/loss.ts';
import type { Experiment, Row } from '../machinery/experiment.ts';
import { scaling } from '../scaling/scaling.ts';

/** The experiments on real networks, with so few points and slots that a test can wait for them. */
function tiny<P extends Row>(experiment: Experiment<P>, names: readonly string[], extent: Partial<P>): Experiment {
  return {
    ...experiment,
    name: `tiny-${experiment.name}`,
    points: () =>
      experiment
        .points('quick')
        .filter(({ name }) => names.includes(name))
        .map((point) => ({ ...point, parameters: { ...point.parameters, ...extent } })),
  } as Experiment;
}

export const experiments: readonly Experiment[] = [
  tiny(loss, ['M_rx 2, loss 0.5', 'M_rx 2, jitter 150 ms'], { slots: 32 }),
  tiny(scaling, ['M 16, nearest 4, clutter all'], { slots: 16, warmSlots: 8, apProcesses: 2 }),
];
