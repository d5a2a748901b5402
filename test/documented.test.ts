import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { configurationTables, metricsTable, withTable } from './support/documented.ts';

async function holds(page: string, tables: string): Promise<void> {
  const file = new URL(`../docs/${page}`, import.meta.url);
  const text = await readFile(file, 'utf8');
  const wanted = withTable(text, tables);
  if (process.env.UPDATE_DOCS === '1') await writeFile(file, wanted);
  else expect(text).toBe(wanted);
}

test('docs/metrics.md names every metric of every service, and no other', async () => {
  await holds('metrics.md', await metricsTable());
});

test('docs/configuration.md names every variable of every service, with its default', async () => {
  await holds('configuration.md', configurationTables());
});
