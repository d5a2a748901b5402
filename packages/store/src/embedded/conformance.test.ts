import { rmSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import { frameQueueConformance, storeConformance } from '../conformance/suite.ts';
import { type Embedded, openEmbedded } from './open-embedded.ts';
import { testFolder } from './test-folder.ts';

let folder: string;
let opened: Embedded;

beforeAll(async () => {
  folder = await testFolder();
  opened = await openEmbedded(folder, { version: '0.1.0' });
});

afterAll(async () => {
  await opened?.close();
  rmSync(folder, { recursive: true, force: true });
});

storeConformance('PGlite', () => opened);
frameQueueConformance('PGlite', () => opened.openQueue());
