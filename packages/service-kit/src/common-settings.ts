import { documented, hostPort, oneOf, optional, text, url, wholeNumber } from './environment.ts';
import { logLevels } from './logger.ts';

/** Settings that mean the same to every service; each service picks those it has. */
export const commonSettings = {
  VEDETTA_SCENARIO: documented('Preset name or path of the scenario file.', text()),
  VEDETTA_STORE: documented('URL of the PostgreSQL store.', url(['postgres', 'postgresql'])),
  VEDETTA_QUEUE: documented('URL of the Redis queue.', url(['redis', 'rediss'])),
  VEDETTA_HOST: documented(
    'Address to listen on. `0.0.0.0`: every network of the machine.',
    text({ fallback: '127.0.0.1' }),
  ),
  VEDETTA_ADVERTISE: documented(
    'host:port under which other processes reach this one. Absent: VEDETTA_HOST and the port; the host name, if VEDETTA_HOST is every network.',
    optional(hostPort()),
  ),
  VEDETTA_METRICS_PORT: documented(
    'Port of `/metrics` and `/healthz`; 0: any free one. Absent: not served.',
    optional(wholeNumber({ from: 0, to: 65_535 })),
  ),
  VEDETTA_NODE_NAME: documented(
    'Name of this process, in logs and announcements. Absent: made from host name and process id.',
    optional(text()),
  ),
  VEDETTA_LOG_LEVEL: documented(
    `One of ${logLevels.join(', ')}. \`debug\` tells every frame and slot.`,
    oneOf(logLevels, { fallback: 'info' }),
  ),
} as const;

/** Port of a service that listens. */
export const portSetting = (about: string, fallback: number) =>
  documented(about, wholeNumber({ from: 0, to: 65_535, fallback }));
