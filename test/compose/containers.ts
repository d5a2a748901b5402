import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const exec = promisify(execFile);

/** stdout of a command; an error that shows stderr when it fails. */
async function output(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  try {
    const options = { cwd: root, env: { ...process.env, ...env }, maxBuffer: 64e6 };
    return (await exec(command, args, options)).stdout.trim();
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string };
    throw new Error(`${command} ${args.join(' ')}: ${stderr.trim() || message}`, { cause: error });
  }
}

export const docker = (...args: readonly string[]): Promise<string> => output('docker', args);

const lines = (text: string) => text.split('\n').filter((line) => line !== '');

export interface ContainerState {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  readonly health: string | null;
  readonly exitCode: number;
  readonly running: boolean;
  readonly outOfMemory: boolean;
  readonly restarts: number;
}

/** One project of docker-compose.yml, with whichever Compose there is. */
export class Project {
  readonly name: string;
  readonly #command: readonly string[];
  readonly #env: Record<string, string>;

  private constructor(name: string, command: readonly string[], env: Record<string, string>) {
    this.name = name;
    this.#command = command;
    this.#env = env;
  }

  static async open(name: string, env: Record<string, string>): Promise<Project> {
    const plugin = await docker('compose', 'version').then(
      () => true,
      () => false,
    );
    return new Project(name, plugin ? ['docker', 'compose'] : ['docker-compose'], env);
  }

  compose(...args: readonly string[]): Promise<string> {
    const [command, ...first] = this.#command;
    return output(command as string, [...first, '-p', this.name, ...args], this.#env);
  }

  up(accessPointNodes: number): Promise<string> {
    return this.compose('up', '-d', '--no-build', '--scale', `ap-node=${accessPointNodes}`);
  }

  /** Containers of one service, or of all, those that have ended included. */
  async containers(service?: string): Promise<ContainerState[]> {
    const label = `com.docker.compose.project=${this.name}`;
    const more = service === undefined ? [] : ['--filter', `label=com.docker.compose.service=${service}`];
    const ids = lines(await docker('ps', '-aq', '--filter', `label=${label}`, ...more));
    if (ids.length === 0) return [];
    const inspected = JSON.parse(await docker('inspect', ...ids)) as {
      Id: string;
      Name: string;
      RestartCount: number;
      Config: { Labels: Record<string, string> };
      State: { Running: boolean; ExitCode: number; OOMKilled: boolean; Health?: { Status: string } };
    }[];
    return inspected.map(({ Id, Name, RestartCount, Config, State }) => ({
      id: Id,
      name: Name.slice(1),
      service: Config.Labels['com.docker.compose.service'] as string,
      health: State.Health?.Status ?? null,
      exitCode: State.ExitCode,
      running: State.Running,
      outOfMemory: State.OOMKilled,
      restarts: RestartCount,
    }));
  }

  /** Removes everything of this project, its volumes included. */
  async down(): Promise<void> {
    await this.compose('down', '-v', '--remove-orphans', '-t', '10');
  }
}

/** `/metrics` of a service, asked from inside its container. */
export async function metric(container: string, name: string): Promise<number> {
  const ask = `fetch('http://127.0.0.1:9464/metrics').then((r) => r.text()).then((t) => process.stdout.write(t))`;
  const text = await docker('exec', container, 'node', '-e', ask);
  const line = lines(text).find((each) => each.startsWith(`${name} `));
  return Number(line?.split(' ')[1] ?? Number.NaN);
}

/** Memory of running containers and its limit, in MiB, by name; pages that the kernel could drop at once left out. */
export async function memoryOf(
  containers: readonly string[],
): Promise<{ name: string; used: number; limit: number }[]> {
  const scale: Readonly<Record<string, number>> = { B: 2 ** -20, KiB: 2 ** -10, MiB: 1, GiB: 2 ** 10 };
  const mebibytes = (text: string) => Number.parseFloat(text) * (scale[text.replace(/^[\d.]+/, '')] ?? Number.NaN);
  const stats = await docker('stats', '--no-stream', '--format', '{{.Name}} {{.MemUsage}}', ...containers);
  return lines(stats).map((line) => {
    const [name = '', used = '', , limit = ''] = line.split(' ');
    return { name, used: mebibytes(used), limit: mebibytes(limit) };
  });
}

/** Access points an AP container says it hosts, from its log. */
export async function hostedBy(container: string): Promise<number[]> {
  const { stdout, stderr } = await exec('docker', ['logs', '--tail', '400', container], { maxBuffer: 64e6 });
  const hosting = lines(`${stdout}\n${stderr}`).filter((line) => line.includes('"msg":"hosting"'));
  return hosting.length === 0 ? [] : JSON.parse(hosting.at(-1) as string).accessPoints;
}
