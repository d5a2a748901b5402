import type { Page, Run, StoredDecision } from '@vedetta/store';
import { getJson } from '../support/network.ts';

export async function post<T>(url: string, body?: object): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: body ? { 'content-type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : null,
    signal: AbortSignal.timeout(20_000),
  });
  if (!response.ok) throw new Error(`POST ${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Ends whatever runs and starts another run. */
export async function startRun(url: string, request: object): Promise<Run> {
  const { items } = await getJson<Page<Run>>(`${url}/v1/runs`);
  for (const { id, status } of items) {
    if (status === 'running' || status === 'queued') await post(`${url}/v1/runs/${id}/stop`);
  }
  return post<Run>(`${url}/v1/runs`, request);
}

export async function newest(url: string, run: number, limit = 16): Promise<readonly StoredDecision[]> {
  return (await getJson<Page<StoredDecision>>(`${url}/v1/decisions?run=${run}&order=newest&limit=${limit}`)).items;
}

/** All decisions of a run, in order. */
export async function allDecisions(url: string, run: number): Promise<StoredDecision[]> {
  const found: StoredDecision[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = `run=${run}&order=oldest&limit=1000${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const page: Page<StoredDecision> = await getJson(`${url}/v1/decisions?${query}`);
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}

/** What must be the same on any network; doubles in their shortest exact form. */
export const decisionLine = (d: StoredDecision): string =>
  [
    d.slot,
    d.inspection,
    d.region,
    d.cell,
    d.outcome,
    d.statistic,
    d.rank,
    d.threshold,
    d.pValue,
    `[${d.missing}]`,
  ].join(' ');
