import { resolvedScenario } from '@vedetta/evaluation';
import { presetNames, readScenario } from '@vedetta/scenario';
import type { Command } from 'commander';

export function registerScenario(program: Command): void {
  program
    .command('scenario')
    .summary('a scenario resolved: places, roles, gains, every default')
    .description(
      'Prints what a scenario amounts to: places, roles, association, link statistics and every default that was filled in.',
    )
    .argument('<scenario>', `preset (${presetNames.join(', ')}) or scenario file`)
    .option('--json', 'print the whole as one JSON object')
    .option('--truth', 'also the targets, which no service but the front ends may know')
    .addHelpText('after', '\nExample:\n  npm run -s vedetta -- scenario baseline --json')
    .action(async (name: string, options: { json?: boolean; truth?: boolean }) => {
      const resolved = resolvedScenario(await readScenario(name), { truth: options.truth === true });
      process.stdout.write(options.json ? `${JSON.stringify(resolved)}\n` : outline(resolved));
    });
}

type Resolved = ReturnType<typeof resolvedScenario>;

function outline(resolved: Resolved): string {
  const { name, hash, accessPoints, users, regions, targets } = resolved;
  const lines = [
    `${name}  ${hash}`,
    `${accessPoints.length} access points, ${users.length} users, ${targets.length > 0 ? `${targets.length} targets to follow` : `${regions.length} regions`}; --json prints everything`,
    '',
    'AP   role      position',
    ...accessPoints.map(({ id, role, position }) => `${String(id).padEnd(4)} ${role.padEnd(9)} ${place(position)}`),
    '',
    ...(targets.length > 0 ? targetLines(targets) : regionLines(regions)),
  ];
  return `${lines.join('\n')}\n`;
}

function regionLines(regions: Resolved['regions']): string[] {
  return [
    'region  centre                   cells  transmit APs        receive APs',
    ...regions.map(
      ({ id, centre, cells, transmit, receive }) =>
        `${String(id).padEnd(7)} ${place(centre).padEnd(24)} ${String(cells).padEnd(6)} ${transmit.join(' ').padEnd(19)} ${receive.join(' ')}`,
    ),
  ];
}

function targetLines(targets: Resolved['targets']): string[] {
  return [
    'target  estimate                 transmit APs        receive APs',
    ...targets.map(
      ({ id, estimate, transmit, receive }) =>
        `${String(id).padEnd(7)} ${place(estimate).padEnd(24)} ${transmit.join(' ').padEnd(19)} ${receive.join(' ')}`,
    ),
  ];
}

const place = (position: readonly number[]) => position.map((value) => value.toFixed(1)).join(', ');
