import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ContainerRuntimeClient } from 'testcontainers';
import { untilAnswering } from './answers.ts';
import { freePort, twice } from './free-port.ts';
import type { NoServer, ServerKind, ServerSource, TestServer } from './types.ts';

/** Of testcontainers 12.2. */
const REAPER_IMAGE = 'testcontainers/ryuk:0.14.0';
const PULL_PATIENCE_MS = 120_000;

/** Nothing when no engine answers, or the image is neither there nor to be had. */
export async function containerSource(kind: ServerKind): Promise<ServerSource<TestServer> | NoServer> {
  const none = (description: string): NoServer => ({ origin: null, description });
  const engine = await findEngine();
  if (engine === null) return none('no container engine answers');
  if (!(await haveImage(engine, kind.image.name))) return none(`there is no image ${kind.image.name}`);
  return {
    origin: 'container',
    description: `${kind.name} in a container of ${kind.image.name}`,
    open: () => twice(() => openContainer(engine, kind)),
  };
}

/** Looks for a socket first: the library takes half a second to load. */
async function findEngine(): Promise<ContainerRuntimeClient | null> {
  const { DOCKER_HOST, XDG_RUNTIME_DIR = '/run/user/1000' } = process.env;
  const sockets = [
    '/var/run/docker.sock',
    join(XDG_RUNTIME_DIR, 'docker.sock'),
    join(homedir(), '.docker/run/docker.sock'),
  ];
  if (DOCKER_HOST === undefined && !sockets.some((socket) => existsSync(socket))) return null;
  try {
    const { getContainerRuntimeClient } = await import('testcontainers');
    return await getContainerRuntimeClient();
  } catch {
    return null;
  }
}

async function haveImage(engine: ContainerRuntimeClient, name: string): Promise<boolean> {
  const { ImageName } = await import('testcontainers');
  const image = ImageName.fromString(name);
  try {
    if (await engine.image.exists(image)) return true;
    await Promise.race([
      engine.image.pull(image),
      new Promise((_, reject) => setTimeout(reject, PULL_PATIENCE_MS, new Error('late')).unref()),
    ]);
    return true;
  } catch {
    return false;
  }
}

async function openContainer(engine: ContainerRuntimeClient, kind: ServerKind): Promise<TestServer> {
  const { GenericContainer, ImageName, Wait } = await import('testcontainers');
  // The reaper cleans up behind a test that crashed. Where its image is not to be had, we do so ourselves.
  const reaper = ImageName.fromString(process.env.RYUK_CONTAINER_IMAGE ?? REAPER_IMAGE);
  if (!(await engine.image.exists(reaper))) process.env.TESTCONTAINERS_RYUK_DISABLED ??= 'true';
  const port = await freePort();
  const url = kind.url(port);
  const { image } = kind;
  const started = await new GenericContainer(image.name)
    .withExposedPorts({ container: image.port, host: port })
    .withEnvironment({ ...image.environment })
    .withCommand([...image.command])
    .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/i))
    .withStartupTimeout(60_000)
    .start();
  const id = started.getId();
  const onExit = () => void spawnSync('docker', ['rm', '-f', '-v', id], { stdio: 'ignore' });
  process.on('exit', onExit);
  const container = engine.container.getById(id);
  const answering = () => untilAnswering(kind, url, () => null);
  const end = async (signal: NodeJS.Signals) => {
    await container.kill({ signal });
    await container.wait({ condition: 'not-running' });
  };
  await answering();
  return {
    url,
    async start() {
      await container.start();
      await answering();
    },
    stop: () => end(kind.stopSignal),
    kill: () => end('SIGKILL'),
    pause: async () => void (await container.pause()),
    resume: async () => void (await container.unpause()),
    async close() {
      process.off('exit', onExit);
      await container.remove({ force: true, v: true });
    },
  };
}
