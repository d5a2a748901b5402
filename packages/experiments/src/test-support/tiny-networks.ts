import { loss } from '../loss/loss.ts';
import type { Experiment, Row } from '../machinery/experiment.ts';
import { quantisation } from '../quantisation/quantisation.ts';
import { references } from '../references/references.ts';
import { saturation } from '../saturation/saturation.ts';
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
        .map((point) => ({ ...point, units: 1, parameters: { ...point.parameters, ...extent } })),
  } as Experiment;
}

export const experiments: readonly Experiment[] = [
  tiny(loss, ['M_rx 2, loss 0.5', 'M_rx 2, jitter 150 ms'], { slots: 32 }),
  tiny(quantisation, ['12 bits', '14 bits', 'float64'], { slots: 32 }),
  tiny(references, ['K 4, assumed, clutter set all', 'K 4, explicit, clutter set all'], { slots: 16 }),
  tiny(saturation, ['raw, float64, 0.125 Mbit/s', 'raw, float64, 1 Mbit/s'], { slots: 48 }),
  tiny(scaling, ['M 16, nearest 4, clutter all'], { slots: 16, warmSlots: 8, apProcesses: 2 }),
];
