/** What receivers look for and know of the others, and what they forward: the lines of the plot. */
export interface ReceiverKind {
  readonly name: string;
  readonly echoSet: 'all' | { readonly nearest: number };
  readonly clutterSet: 'all' | Readonly<Record<string, number>>;
  readonly split: 'scalar' | 'sufficient' | 'raw';
  /** Whether P_FA is promised: always, on the long-run average, or not at all. */
  readonly promise: 'always' | 'longRun' | 'none';
  /** Up to how many access points it is measured; its cost beyond is more than a plot is worth. */
  readonly most: number;
}

const nearest = { nearest: 4 } as const;

export const receiverKinds: readonly ReceiverKind[] = [
  { name: 'all', echoSet: 'all', clutterSet: 'all', split: 'scalar', promise: 'always', most: 1024 },
  { name: 'all, sufficient', echoSet: 'all', clutterSet: 'all', split: 'sufficient', promise: 'always', most: 256 },
  { name: 'all, raw', echoSet: 'all', clutterSet: 'all', split: 'raw', promise: 'always', most: 64 },
  {
    name: 'nearest 4, clutter all',
    echoSet: nearest,
    clutterSet: 'all',
    split: 'scalar',
    promise: 'always',
    most: 256,
  },
  {
    name: 'nearest 4, 24 nodes',
    echoSet: nearest,
    clutterSet: { azimuthNodes: 24 },
    split: 'scalar',
    promise: 'always',
    most: 256,
  },
  {
    name: 'nearest 4, 24 nodes in 300 m',
    echoSet: nearest,
    clutterSet: { azimuthNodes: 24, withinMetres: 300 },
    split: 'scalar',
    promise: 'longRun',
    most: 64,
  },
  {
    name: 'nearest 4, strongest 8',
    echoSet: nearest,
    clutterSet: { strongest: 8 },
    split: 'scalar',
    promise: 'longRun',
    most: 1024,
  },
  {
    name: 'nearest 4, white rest 4',
    echoSet: nearest,
    clutterSet: { whiteRest: 4 },
    split: 'scalar',
    promise: 'none',
    most: 256,
  },
];

export function receiverKind(name: string): ReceiverKind {
  const kind = receiverKinds.find((kind) => kind.name === name);
  if (kind === undefined) throw new Error(`there are no receivers '${name}'`);
  return kind;
}
