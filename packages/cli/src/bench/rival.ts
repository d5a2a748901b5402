import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { StatisticCase } from './statistic-cases.ts';

/** Seconds of one computation by NumPy; the best of `repeat`. */
export interface RivalTimes {
  readonly assembly: number;
  /** (35) to the letter: inverse square root of Ψ and SVD. */
  readonly paper: number;
  readonly cholesky: number;
  readonly solve: number;
  readonly statistic: readonly [number, number, number];
}

export interface Rival {
  readonly version: string;
  give(statisticCase: StatisticCase): void;
  time(name: string, repeat: number): Promise<RivalTimes>;
  close(): void;
}

/** Starts python3 with NumPy beside this process; null where there is none. */
export async function startRival(): Promise<Rival | null> {
  const child = spawn('python3', [new URL('./rival.py', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.on('error', () => {});
  child.on('error', () => {});
  const answer = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('python3 ended');
    return JSON.parse(value);
  };
  let version: string;
  try {
    ({ numpy: version } = (await answer()) as { numpy: string });
  } catch {
    child.kill();
    return null;
  }
  const say = (message: unknown) => child.stdin.write(`${JSON.stringify(message)}\n`);
  return {
    version,
    give({ name, glrt }) {
      const { noiseVariance, terms } = glrt.covariance;
      const matrices = terms.map(({ power, signal, transmitCorrelation, receiveCorrelation }) => ({
        power,
        signal: flat(signal),
        transmitCorrelation: flat(transmitCorrelation),
        receiveCorrelation: flat(receiveCorrelation),
      }));
      say({ name, noiseVariance, terms: matrices, echo: flat(glrt.echo), observation: flat(glrt.observation) });
    },
    async time(name, repeat) {
      say({ name, repeat });
      return (await answer()) as RivalTimes;
    },
    close: () => child.kill(),
  };
}

const flat = ({ rows, columns, re, im }: ComplexMatrix) => ({ rows, columns, re: [...re], im: [...im] });
