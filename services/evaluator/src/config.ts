import { commonSettings, documented, portSetting, type Setting } from '@vedetta/service-kit';
import type { EvaluationRate } from './app.ts';

const rate: Setting<EvaluationRate> = {
  parse(text) {
    if (text === 'all' || text === 'off') return text;
    const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (number > 0) return number;
    throw new RangeError(`'${text}' is neither all, off, nor a whole number from 1`);
  },
  fallback: 4,
};

export const evaluatorSettings = {
  VEDETTA_SCENARIO: commonSettings.VEDETTA_SCENARIO,
  VEDETTA_STORE: commonSettings.VEDETTA_STORE,
  VEDETTA_PORT: portSetting('Port of the health service (gRPC); 0: any free one.', 7420),
  VEDETTA_EVALUATE: documented('Slots laid beside the truth: `all`, `off`, or every n-th.', rate),
  VEDETTA_NODE_NAME: commonSettings.VEDETTA_NODE_NAME,
  VEDETTA_HOST: commonSettings.VEDETTA_HOST,
  VEDETTA_METRICS_PORT: commonSettings.VEDETTA_METRICS_PORT,
  VEDETTA_LOG_LEVEL: commonSettings.VEDETTA_LOG_LEVEL,
};
