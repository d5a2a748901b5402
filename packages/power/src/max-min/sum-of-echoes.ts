import { Matrix } from 'ml-matrix';
import type { EchoGains } from './problem.ts';

/**
 * Echo gains of several targets at the same receive APs, added in their order.
 *
 * @param shape  gains of the size of the sum, for when there is nothing to add
 */
export function sumOfEchoes(parts: readonly EchoGains[], shape: EchoGains): EchoGains {
  const users = Matrix.zeros(shape.users.rows, shape.users.columns);
  for (const part of parts) users.add(part.users);
  return { users, beams: shape.beams.map((_, b) => parts.reduce((sum, { beams }) => sum + beams[b], 0)) };
}
