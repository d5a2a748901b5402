// biome-ignore-all lint/correctness/noUndeclaredDependencies: a script beside the workspaces, run from the root
/**
 * Draws what a running network decided in some slots, as SVG on standard output:
 *
 *   npx node docs/draw-demo.ts http://127.0.0.1:8080 > docs/demo.svg                the newest 100 slots
 *   npx node docs/draw-demo.ts http://127.0.0.1:8080 1 0 100 > docs/demo.svg        run 1, 100 slots from slot 0
 *
 * Everything but the targets comes from what a user may ask; their tracks come from `?truth=true` and are drawn apart.
 */
import { cellExtent, type Deployment, deployNetwork } from '@vedetta/deployment';
import { parseNetwork, parseWorld, type World } from '@vedetta/scenario';
import { targetsAt } from '@vedetta/world';

interface Decision {
  readonly run: number;
  readonly slot: number;
  readonly region: number;
  readonly position: readonly [number, number, number];
  readonly outcome: 'targetPresent' | 'targetAbsent' | 'unobserved';
  readonly pValue: number | null;
}

const [address = 'http://127.0.0.1:8080', runId, first, slotCount = '100'] = process.argv.slice(2);

// biome-ignore lint/suspicious/noExplicitAny: answers of the REST interface, used by field
async function ask(path: string): Promise<any> {
  const response = await fetch(new URL(path, address));
  const answer = (await response.json()) as { detail?: string };
  if (!response.ok) throw new Error(`${path}: ${answer.detail}`);
  return answer;
}

async function decisionsOf(run: number, fromSlot: number, toSlot: number): Promise<Decision[]> {
  const decisions: Decision[] = [];
  let cursor: string | null = null;
  do {
    const query = `run=${run}&fromSlot=${fromSlot}&toSlot=${toSlot}&order=oldest&limit=1000`;
    const page = await ask(`/v1/decisions?${query}${cursor === null ? '' : `&cursor=${cursor}`}`);
    decisions.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return decisions;
}

const ink = '#22303c';
const faint = '#8593a0';
const colour = {
  paper: '#fbfaf6',
  cell: '#e6edf1',
  transmit: '#1f6aa5',
  receive: '#0b7a5b',
  alarm: '#c8321f',
  truth: '#7a2fa0',
};

const side = 400;
const margin = { left: 46, top: 62, gap: 34, right: 24, legend: 150 };
const number = (value: number) => String(Math.round(value * 100) / 100);
const text = (x: number, y: number, words: string, style = '') =>
  `<text x="${number(x)}" y="${number(y)}" ${style}>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;

/** From just below the threshold, faint, to 10⁻¹² and less, full. */
function opacityOf(pValue: number, falseAlarmProbability: number): number {
  const steps = Math.log10(pValue / falseAlarmProbability) / Math.log10(1e-12 / falseAlarmProbability);
  return 0.2 + 0.8 * Math.min(1, Math.max(0, Number.isFinite(steps) ? steps : 1));
}

const symbol = {
  transmit: (x: number, y: number) =>
    `<path d="M${number(x)} ${number(y - 7)}l6.5 11.5h-13z" fill="${colour.transmit}" stroke="${colour.paper}"/>`,
  /** The bar is the array's axis, not its length. */
  receive: (x: number, y: number, axis: readonly [number, number]) =>
    `<path d="M${number(x - 11 * axis[0])} ${number(y - 11 * axis[1])}L${number(x + 11 * axis[0])} ${number(y + 11 * axis[1])}" stroke="${colour.receive}" stroke-width="3" stroke-linecap="round"/>` +
    `<circle cx="${number(x)}" cy="${number(y)}" r="4.5" fill="${colour.paper}" stroke="${colour.receive}" stroke-width="2.5"/>`,
  user: (x: number, y: number) =>
    `<rect x="${number(x - 3)}" y="${number(y - 3)}" width="6" height="6" fill="none" stroke="${faint}" stroke-width="1.5"/>`,
  target: (x: number, y: number) =>
    `<circle cx="${number(x)}" cy="${number(y)}" r="6.5" fill="none" stroke="${colour.truth}" stroke-width="2"/>` +
    `<circle cx="${number(x)}" cy="${number(y)}" r="2" fill="${colour.truth}"/>`,
};

interface Scene {
  readonly deployment: Deployment;
  readonly world: World;
  readonly decisions: readonly Decision[];
  readonly fromSlot: number;
  readonly toSlot: number;
  readonly falseAlarmProbability: number;
}

/** One height layer of the scanned volume, seen from above, north up. */
function layer(scene: Scene, lowest: number, highest: number, left: number): string {
  const { deployment, decisions, falseAlarmProbability } = scene;
  const scale = side / deployment.network.areaSideMetres;
  const x = (metres: number) => left + scale * metres;
  const y = (metres: number) => margin.top + side - scale * metres;
  const parts: string[] = [];
  const [wide, deep] = cellExtent(deployment.network).map((extent) => extent * scale);
  const within = (height: number) => height >= lowest && height < highest;
  const latest = new Map<string, Decision>();
  for (const decision of decisions) if (within(decision.position[2])) latest.set(decision.position.join(' '), decision);
  for (const { position, outcome, pValue } of latest.values()) {
    const box = `x="${number(x(position[0]) - wide / 2 + 0.75)}" y="${number(y(position[1]) - deep / 2 + 0.75)}" width="${number(wide - 1.5)}" height="${number(deep - 1.5)}" rx="2"`;
    parts.push(`<rect ${box} fill="${outcome === 'unobserved' ? 'url(#unobserved)' : colour.cell}"/>`);
    if (outcome === 'targetPresent' && pValue !== null)
      parts.push(
        `<rect ${box} fill="${colour.alarm}" fill-opacity="${number(opacityOf(pValue, falseAlarmProbability))}"/>`,
      );
  }
  for (const { lower, upper } of deployment.regions) {
    const box = `x="${number(x(lower[0]))}" y="${number(y(upper[1]))}" width="${number(scale * (upper[0] - lower[0]))}" height="${number(scale * (upper[1] - lower[1]))}"`;
    parts.push(`<rect ${box} fill="none" stroke="${faint}" stroke-width="1.2"/>`);
  }
  parts.push(
    `<rect x="${left}" y="${margin.top}" width="${side}" height="${side}" fill="none" stroke="${ink}" stroke-width="1.5"/>`,
  );
  for (const { position } of deployment.users) parts.push(symbol.user(x(position[0]), y(position[1])));
  for (const { position, axis, role } of deployment.accessPoints)
    parts.push(
      role === 'transmit'
        ? symbol.transmit(x(position[0]), y(position[1]))
        : symbol.receive(x(position[0]), y(position[1]), [axis[0], -axis[1]]),
    );
  parts.push(...tracks(scene, within, x, y));
  parts.push(
    text(left, margin.top - 8, `cells from ${number(lowest)} to ${number(highest)} m height`, 'font-weight="600"'),
  );
  for (const [share, anchor] of [
    [0, 'start'],
    [0.5, 'middle'],
    [1, 'end'],
  ] as const) {
    const metres = share * deployment.network.areaSideMetres;
    parts.push(text(x(metres), margin.top + side + 15, `${number(metres)} m`, `class="tick" text-anchor="${anchor}"`));
    if (left === margin.left)
      parts.push(text(left - 6, y(metres) + 4, number(metres), 'class="tick" text-anchor="end"'));
  }
  return parts.join('\n');
}

type Axis = (metres: number) => number;

/** Where the targets truly flew during these slots; a ring where they ended. */
function tracks({ deployment, world, fromSlot, toSlot }: Scene, within: (height: number) => boolean, x: Axis, y: Axis) {
  const parts: string[] = [];
  for (const { id } of targetsAt(world, deployment.network, toSlot)) {
    const places = Array.from(
      { length: toSlot - fromSlot + 1 },
      (_, i) => targetsAt(world, deployment.network, fromSlot + i)[id],
    )
      .filter(({ position }) => within(position[2]))
      .map(({ position }) => [x(position[0]), y(position[1])] as const);
    const end = places.at(-1);
    if (!end) continue;
    const line = places.map(([px, py]) => `${number(px)},${number(py)}`).join(' ');
    parts.push(
      `<polyline points="${line}" fill="none" stroke="${colour.truth}" stroke-width="2.5" stroke-linecap="round"/>`,
    );
    parts.push(symbol.target(...end));
  }
  return parts;
}

function legend(scene: Scene, top: number): string {
  const { falseAlarmProbability, deployment } = scene;
  const row = (i: number) => top + 22 * i;
  const [one, two, three] = [margin.left + 12, margin.left + 264, margin.left + 600];
  const tile = (x: number, y: number, fill: string, opacity = 1) =>
    `<rect x="${x}" y="${y - 8}" width="16" height="16" rx="2" fill="${fill}" fill-opacity="${number(opacity)}"/>`;
  const ramp = [falseAlarmProbability, 1e-6, 1e-9, 1e-12].map(
    (p, i) =>
      tile(two + 18 * i, row(0), colour.cell) +
      tile(two + 18 * i, row(0), colour.alarm, opacityOf(p, falseAlarmProbability)),
  );
  const metres = 100;
  const bar = (side / deployment.network.areaSideMetres) * metres;
  return [
    text(one - 12, row(-1) - 2, 'the network', 'font-weight="600"'),
    text(two, row(-1) - 2, 'what it decided', 'font-weight="600"'),
    text(three, row(-1) - 2, 'the truth, which no receiver sees', `font-weight="600" fill="${colour.truth}"`),
    symbol.transmit(one, row(0)),
    text(one + 22, row(0) + 4, 'transmit access point'),
    symbol.receive(one, row(1), [0.8, 0.6]),
    text(one + 22, row(1) + 4, 'receive access point, array axis'),
    symbol.user(one, row(2)),
    text(one + 22, row(2) + 4, 'user equipment'),
    ...ramp,
    text(two + 82, row(0) + 4, `target present, p-value ${falseAlarmProbability} … 10⁻¹²`),
    tile(two, row(1), colour.cell),
    text(two + 24, row(1) + 4, 'target absent (newest decision on a cell)'),
    tile(two, row(2), 'url(#unobserved)'),
    text(two + 24, row(2) + 4, 'unobserved: no report came in time'),
    symbol.target(three + 8, row(0)),
    `<path d="M${three - 6} ${row(0)}h14" stroke="${colour.truth}" stroke-width="2.5"/>`,
    text(three + 24, row(0) + 4, 'target: path flown, last place'),
    `<path d="M${three - 4} ${row(2) - 4}v8m0-4h${number(bar)}m0-4v8" stroke="${ink}" fill="none" stroke-width="1.5"/>`,
    text(three + bar + 6, row(2) + 4, `${metres} m`),
  ].join('\n');
}

function draw(title: string, scene: Scene): string {
  const { heightRangeMetres } = scene.deployment.network.sensing;
  const high = cellExtent(scene.deployment.network)[2];
  const layers = Math.round((heightRangeMetres[1] - heightRangeMetres[0]) / high);
  const width = Math.max(890, margin.left + layers * (side + margin.gap) - margin.gap + margin.right);
  const height = margin.top + side + margin.legend;
  const panels = Array.from({ length: layers }, (_, i) => {
    const lowest = heightRangeMetres[0] + i * high;
    return layer(scene, lowest, lowest + high, margin.left + i * (side + margin.gap));
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="12.5" fill="${ink}">
<title>${title}</title>
<defs><style>.tick{font-size:11px;fill:${faint}}</style>
<pattern id="unobserved" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><path d="M0 0v6" stroke="#c3ccd3" stroke-width="2"/></pattern></defs>
<rect width="${width}" height="${height}" rx="8" fill="${colour.paper}"/>
${text(margin.left, 27, title, 'font-size="15" font-weight="600"')}
${panels.join('\n')}
${legend(scene, margin.top + side + 74)}
</svg>`;
}

const scenario = await ask('/v1/scenario?truth=true');
const run = runId === undefined ? (await ask('/v1/runs?limit=1')).items[0] : await ask(`/v1/runs/${runId}`);
const count = Number(slotCount);
const fromSlot = first === undefined ? Math.max(0, run.decidedSlots - count) : Number(first);
const toSlot = fromSlot + count - 1;
const decisions = await decisionsOf(run.id, fromSlot, toSlot);
if (decisions.length === 0) throw new Error(`run ${run.id} has no decisions of slots ${fromSlot} to ${toSlot}`);
const network = parseNetwork(scenario.network);
const { falseAlarmProbability } = run;
const seconds = (count * network.timing.slotPeriodMs) / 1000;
process.stdout.write(
  `${draw(
    `Vedetta, scenario ${scenario.name}, seed ${run.seed}: slots ${fromSlot} to ${toSlot} (${number(seconds)} s), false-alarm probability ${falseAlarmProbability}`,
    {
      deployment: deployNetwork(network),
      world: parseWorld(scenario.world),
      decisions,
      fromSlot,
      toSlot,
      falseAlarmProbability,
    },
  )}\n`,
);
