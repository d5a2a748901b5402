import {
  commonSettings,
  documented,
  optional,
  portSetting,
  positiveNumber,
  type Setting,
  wholeNumber,
} from '@vedetta/service-kit';
import type { Pace } from '@vedetta/store';

const pace: Setting<Pace> = {
  parse: (text) => (text === 'fast' ? text : positiveNumber().parse(text)),
  fallback: 1,
};

export const schedulerSettings = {
  VEDETTA_SCENARIO: commonSettings.VEDETTA_SCENARIO,
  VEDETTA_STORE: commonSettings.VEDETTA_STORE,
  VEDETTA_QUEUE: commonSettings.VEDETTA_QUEUE,
  VEDETTA_PORT: portSetting('Port of the registry (gRPC, with health); 0: any free one.', 7410),
  VEDETTA_RUN_SEED: documented(
    'Seed of a run to start when the store holds none yet. Absent: runs are asked for over REST.',
    optional(wholeNumber({ from: 0, to: Number.MAX_SAFE_INTEGER })),
  ),
  VEDETTA_RUN_SLOTS: documented(
    'Slots of that run. Absent: until stopped.',
    optional(wholeNumber({ from: 1, to: 100_000_000 })),
  ),
  VEDETTA_RUN_PACE: documented('Its pace: emulated seconds per second, or `fast`.', pace),
  VEDETTA_KEEP_SLOTS: documented(
    'Slots kept before the oldest are dropped.',
    wholeNumber({ from: 1_000, to: 100_000_000, fallback: 500_000 }),
  ),
  VEDETTA_KEEP_MB: documented(
    'Megabytes kept before the oldest are dropped.',
    wholeNumber({ from: 64, to: 1_000_000, fallback: 4_096 }),
  ),
  VEDETTA_ADVERTISE: commonSettings.VEDETTA_ADVERTISE,
  VEDETTA_NODE_NAME: commonSettings.VEDETTA_NODE_NAME,
  VEDETTA_HOST: commonSettings.VEDETTA_HOST,
  VEDETTA_METRICS_PORT: commonSettings.VEDETTA_METRICS_PORT,
  VEDETTA_LOG_LEVEL: commonSettings.VEDETTA_LOG_LEVEL,
};
