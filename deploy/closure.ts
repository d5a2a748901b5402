import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly [key: string]: unknown;
}

interface Lock {
  readonly packages: Record<string, Manifest & { readonly link?: boolean; readonly resolved?: string }>;
  readonly [key: string]: unknown;
}

export interface Closure {
  /** Folders of the service and of all workspaces it stands on, relative to the root, sorted. */
  readonly folders: readonly string[];
  /** package.json of a root that has these workspaces alone, and the part of the lock file that belongs to them. */
  readonly manifest: object;
  readonly lock: object;
  /** package.json of each folder, without what only development needs. */
  readonly manifests: ReadonlyMap<string, object>;
}

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const text = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

/**
 * What `services/<service>` needs to run, and nothing else: computed from the package.json files and the lock file alone.
 *
 * @throws {Error} if there is no such service, or the lock file does not hold one of its dependencies.
 */
export function closureOf(root: string, service: string): Closure {
  const { packages, ...lockRest } = json(join(root, 'package-lock.json')) as Lock;
  const { name, version, license } = json(join(root, 'package.json')) as Manifest;
  const start = `services/${service}`;
  if (!/^[a-z-]+$/.test(service) || !(start in packages)) {
    const known = readdirSync(join(root, 'services')).join(', ');
    throw new Error(`there is no service '${service}'; services are ${known}`);
  }
  const folders = new Set([start]);
  const kept = new Set<string>();
  const manifests = new Map<string, object>();

  /** As Node looks a package up: from the innermost node_modules outwards. */
  function find(from: string, dependency: string): string | null {
    for (let at = from; ; at = at.includes('/') ? dirname(at) : '') {
      const key = join(at, 'node_modules', dependency);
      if (key in packages) return key;
      if (at === '') return null;
    }
  }

  const waiting = [start];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    // Of a workspace its own package.json speaks, of anything else the lock file.
    const entry = folders.has(key) ? (json(join(root, key, 'package.json')) as Manifest) : (packages[key] as Manifest);
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = entry;
    for (const dependency of Object.keys({ ...peerDependencies, ...optionalDependencies, ...dependencies })) {
      const found = find(key, dependency);
      if (found === null) {
        if (dependency in dependencies && !(dependency in optionalDependencies)) {
          throw new Error(`package-lock.json does not hold ${dependency}, which ${key} depends on`);
        }
        continue;
      }
      // A peer that nobody else of the closure depends on is somebody's option.
      if (!(dependency in dependencies) && !(dependency in optionalDependencies) && isOptionalPeer(entry, dependency)) {
        continue;
      }
      if (kept.has(found)) continue;
      kept.add(found);
      const { link, resolved } = packages[found] ?? {};
      if (link === true && resolved !== undefined) {
        folders.add(resolved);
        waiting.push(resolved);
      } else waiting.push(found);
    }
  }

  const pruned: Record<string, object> = {};
  const sorted = [...folders].sort();
  const manifest = { name, version, private: true, license, type: 'module', workspaces: sorted };
  pruned[''] = { name, version, license, workspaces: sorted };
  for (const folder of sorted) {
    const own = withoutDevelopment(json(join(root, folder, 'package.json')));
    manifests.set(folder, own);
    pruned[folder] = own;
    pruned[`node_modules/${own.name}`] = { resolved: folder, link: true };
  }
  for (const key of [...kept].sort()) pruned[key] = packages[key] as object;
  return { folders: sorted, manifest, lock: { ...lockRest, name, packages: pruned }, manifests };
}

function isOptionalPeer(entry: Manifest, dependency: string): boolean {
  const meta = entry.peerDependenciesMeta as Record<string, { optional?: boolean }> | undefined;
  return meta?.[dependency]?.optional === true;
}

function withoutDevelopment({ devDependencies: _, scripts: __, ...rest }: Manifest): Manifest {
  return rest;
}

/** `node deploy/closure.ts SERVICE OUT`: manifests alone to OUT/manifests, with the sources to OUT/app. */
if (import.meta.main) {
  const [service = '', out = ''] = process.argv.slice(2);
  const root = join(import.meta.dirname, '..');
  const { folders, manifest, lock, manifests } = closureOf(root, service);
  for (const place of ['manifests', 'app']) {
    const to = join(out, place);
    mkdirSync(to, { recursive: true });
    writeFileSync(join(to, 'package.json'), text(manifest));
    writeFileSync(join(to, 'package-lock.json'), text(lock));
    for (const folder of folders) {
      if (place === 'app') cpSync(join(root, folder), join(to, folder), { recursive: true });
      mkdirSync(join(to, folder), { recursive: true });
      writeFileSync(join(to, folder, 'package.json'), text(manifests.get(folder) as object));
    }
  }
  process.stdout.write(`${service}: ${folders.join(', ')}\n`);
}
