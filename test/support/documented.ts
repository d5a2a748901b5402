import { apNodeSettings, createApNodeEvents } from '@vedetta/ap-node';
import { createFusionEvents, fusionSettings } from '@vedetta/cpu-fusion';
import { createEvaluatorEvents, evaluatorSettings } from '@vedetta/evaluator';
import { createGatewayMetrics, gatewaySettings } from '@vedetta/gateway';
import { createSchedulerEvents, schedulerSettings } from '@vedetta/scheduler';
import { createLogger, type Settings } from '@vedetta/service-kit';
import { collectDefaultMetrics, Registry } from 'prom-client';

/** The tables of docs/metrics.md and docs/configuration.md, from what the services themselves declare. */

const logger = createLogger({ name: 'docs', level: 'silent' });

const metricsOf: Readonly<Record<string, (registry: Registry) => unknown>> = {
  scheduler: (registry) => createSchedulerEvents(logger, registry),
  'cpu-fusion': (registry) => createFusionEvents(logger, registry),
  'ap-node': (registry) => createApNodeEvents(logger, registry),
  gateway: (registry) => createGatewayMetrics(registry),
  evaluator: (registry) => createEvaluatorEvents(logger, registry),
  'every one': (registry) => collectDefaultMetrics({ register: registry, prefix: 'vedetta_' }),
};

const settingsOf: Readonly<Record<string, Settings>> = {
  scheduler: schedulerSettings,
  'cpu-fusion': fusionSettings,
  'ap-node': apNodeSettings,
  gateway: gatewaySettings,
  evaluator: evaluatorSettings,
};

export async function metricsTable(): Promise<string> {
  const rows: string[][] = [];
  for (const [service, register] of Object.entries(metricsOf)) {
    const registry = new Registry();
    register(registry);
    for (const { name, type, help } of await registry.getMetricsAsJSON()) {
      const { labelNames = [] } = registry.getSingleMetric(name) as unknown as { labelNames?: readonly string[] };
      const labels = labelNames.map((label) => `\`${label}\``).join(', ');
      rows.push([`\`${name}\``, String(type), labels, service, help]);
    }
    registry.clear();
  }
  return table(['metric', 'type', 'labels', 'service', 'meaning'], rows);
}

export function configurationTables(): string {
  return Object.entries(settingsOf)
    .map(([service, settings]) => {
      const rows = Object.entries(settings).map(([variable, { about, fallback }]) => {
        if (about === undefined) throw new Error(`${service}: nobody says what ${variable} is`);
        const otherwise = fallback === undefined ? '**required**' : fallback === null ? '' : `\`${fallback}\``;
        return [`\`${variable}\``, otherwise, about];
      });
      return `### ${service}\n\n${table(['variable', 'default', 'meaning'], rows)}`;
    })
    .join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const begin = '<!-- table: written by `UPDATE_DOCS=1 npx vitest run test/documented.test.ts` -->';
const end = '<!-- end of table -->';

/** The page with its table replaced. */
export function withTable(page: string, tables: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error('the page has no place for its table');
  return `${page.slice(0, from)}${begin}\n\n${tables}\n\n${page.slice(to)}`;
}
