import { openEmbedded, type Run, type Store } from '@vedetta/store';

export interface StoredRun {
  readonly run: Run;
  /** One line per decision with everything that must be the same every time, bit for bit. */
  readonly lines: readonly string[];
}

/** Reads a stopped network's folder: the decisions of one run. */
export async function readRun(folder: string, id = 1): Promise<StoredRun> {
  const { store, close } = await openEmbedded(folder, { version: 'test' });
  try {
    return await readStoredRun(store, id);
  } finally {
    await close();
  }
}

/** The decisions of one run, in order, doubles in their shortest exact form. */
export async function readStoredRun(store: Store, id: number): Promise<StoredRun> {
  const run = await store.run(id);
  if (run === null) throw new Error(`no run ${id}`);
  const lines: string[] = [];
  for (let from = 0; ; ) {
    const slots = await store.slots(id, from, 64);
    if (slots.length === 0) break;
    for (const { record, decisions } of slots) {
      for (const decision of decisions) {
        const { inspection, region, cell, outcome, statistic, rank, threshold, pValue, reports } = decision;
        const parts = reports.map(
          (report) => `${report.accessPoint}:${report.fate}:${report.statistic}:${report.rank}`,
        );
        const sum = [statistic, rank, threshold, pValue];
        lines.push([record.slot, inspection, region, cell, outcome, ...sum, `[${record.onAir}]`, ...parts].join(' '));
      }
    }
    from = slots[slots.length - 1].record.slot + 1;
  }
  return { run, lines };
}
