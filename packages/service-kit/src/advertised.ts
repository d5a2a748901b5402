import { hostname } from 'node:os';

/** Under which host:port others reach what listens on `host`: as told, else there, else, listening everywhere, by host name. */
export function advertisedEndpoint(told: string | null, host: string, port: number): string {
  if (told !== null) return told;
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? hostname() : host;
  return `${name.includes(':') ? `[${name}]` : name}:${port}`;
}
