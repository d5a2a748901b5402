import { type CdfPanel, cdfPanel } from './cdf-panel.ts';
import { metricNames } from './metrics.ts';

export interface MetricPanels extends Pick<CdfPanel, 'colour' | 'curves' | 'patterns'> {
  readonly title: string;
  readonly subtitle: string;
  readonly sensing: 'scnr' | 'sicnr';
  readonly sensingDomain: readonly [number, number];
  readonly rateDomain: readonly [number, number];
}

/** As the paper's figures 5, 6, 8 and 9: what sensing has on the left, what users have on the right, of the same curves. */
export function metricPanels(panels: MetricPanels) {
  const { title, subtitle, sensing, sensingDomain, rateDomain, ...shared } = panels;
  const panel = (metric: 'scnr' | 'sicnr' | 'rate', domain: readonly [number, number]) => {
    const { name, unit } = metricNames[metric];
    const x = { field: 'value', title: `${name} (${unit})` };
    return cdfPanel({ title: '', filter: `datum.metric == '${metric}'`, x, domain, ...shared });
  };
  return {
    title: { text: title, subtitle },
    spacing: 30,
    hconcat: [panel(sensing, sensingDomain), panel('rate', rateDomain)],
  };
}
