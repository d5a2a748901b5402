import { readFileSync } from 'node:fs';

/** Version in the package.json of the package whose `src` holds this module. */
export function packageVersion(moduleUrl: string): string {
  return JSON.parse(readFileSync(new URL('../package.json', moduleUrl), 'utf8')).version;
}
