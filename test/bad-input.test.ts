import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run, scenarioFile, startLive, temporaryFolder } from './support/network.ts';

const oneLine = (text: string) => text.trim().split('\n').length;

describe('bad input gets one clear error', () => {
  test('a malformed scenario is told with file, line, column and path, every problem at once', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'wrong.yaml');
    await writeFile(file, 'network:\n  accessPoints:\n    count: many\n  sensing:\n    regionz: 4\n');
    const { code, stderr } = await run(['up', file, '--data', join(folder.path, 'data')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/wrong\.yaml:3:12 network\.accessPoints\.count: /);
    expect(stderr).toMatch(/wrong\.yaml:5:5 network\.sensing\.regionz: .*regions/);
  });

  test('an unknown preset is told which there are', async () => {
    const { code, stderr } = await run(['up', 'basline']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/basline.*baseline/s);
  });

  test('a port in use is named', async () => {
    await using folder = await temporaryFolder();
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const { code, stderr } = await run(['up', scenarioFile('quiet'), '--port', String(port), '--data', folder.path]);
    server.close();
    expect(code).toBe(1);
    expect(stderr).toContain(`port ${port}`);
    expect(oneLine(stderr)).toBe(1);
  });

  test('a data folder in use, another seed and another scenario on it are refused', { timeout: 90_000 }, async () => {
    await using folder = await temporaryFolder();
    const live = await startLive([scenarioFile('quiet'), '--seed', '3', '--data', folder.path]);
    const second = await run(['up', scenarioFile('quiet'), '--port', '0', '--data', folder.path]);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(folder.path);
    expect(second.stderr).toContain(String(live.child.pid));
    live.child.kill('SIGINT');
    await live.finished;
    const otherSeed = await run(['up', scenarioFile('quiet'), '--seed', '4', '--port', '0', '--data', folder.path]);
    expect(otherSeed.code).toBe(1);
    expect(otherSeed.stderr).toMatch(/seed 3, not 4/);
    const otherScenario = await run(['up', scenarioFile('quick'), '--port', '0', '--data', folder.path]);
    expect(otherScenario.code).toBe(1);
    expect(oneLine(otherScenario.stderr)).toBe(1);
  });

  test.for([
    [['up', '--pace', 'quick'], /--pace.*fast/s],
    [['up', '--slots', '-4'], /--slots/],
    [['up', '--ap-processes', '0'], /--ap-processes/],
    [['sail'], /unknown command/],
  ] as const)('%j is refused with what is allowed', async ([args, message]) => {
    const { code, stderr } = await run(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
